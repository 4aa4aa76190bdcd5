"""From bytes to text: UTF-8, UTF-16, Windows-1256 and ISO-8859-6, told apart by what they say."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from core.sources.limits import Unreadable

#: Enough to tell an encoding by, and little enough to be quick.
SAMPLE = 1 << 15

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Bytes that no text in a one-byte or UTF-8 encoding holds.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

#: Words that every Arabic page has, for choosing between one-byte encodings.
_COMMON = re.compile(r"(?<!\w)(?:من|في|على|إلى|أن|عن|التي|الذي|مع|هذا|قال|بين|ما|لا|و?كان)(?!\w)")

_ONE_BYTE = ("cp1256", "iso8859_6")


class Decoded(NamedTuple):
    """Text, and what reading it assumed."""

    text: str
    assumed: tuple[str, ...]


def encoding_of(sample: bytes) -> str:
    """The encoding of a file that begins with `sample`. Raises Unreadable where it is none we read, or no text.

    >>> encoding_of("مرحبا".encode())
    'utf-8'
    >>> encoding_of("قال الوزير في بيان من لندن".encode("cp1256"))
    'cp1256'
    """
    for mark, name in _BOMS:
        if sample.startswith(mark):
            return name
    if wide := _utf16_without_mark(sample):
        return wide
    if _is_utf8(sample):
        if _CONTROL.search(sample) and len(_CONTROL.findall(sample)) * 50 > len(sample):
            raise Unreadable("holds control bytes where text would be: a binary file?")
        return "utf-8"
    if len(_CONTROL.findall(sample)) * 100 > len(sample):
        raise Unreadable("holds control bytes where text would be: a binary file?")
    return _one_byte(sample) or _damaged_utf8(sample)


def decode(data: bytes) -> Decoded:
    """A whole document's text. Raises Unreadable as `encoding_of` does."""
    encoding = encoding_of(data[:SAMPLE])
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
        if lost * 100 > len(text):
            raise Unreadable(f"is in no encoding we read (UTF-8, UTF-16, {', '.join(_ONE_BYTE)})") from None
        return Decoded(text, (*note(encoding), f"{lost} unreadable bytes"))
    text, put_right = mended(text)
    return Decoded(text, (*note(encoding), *put_right))


#: Arabic in UTF-8 that was read as Windows-1256 is made of two letters with marks or Persian letters behind; read as
#: Latin-1, of capitals with marks.
_TWICE = re.compile("[طظ][\u0080-\u00ff\u0152\u0153\u0192\u02c6\u2010-\u2122پچژڈگکڑںٹھے]")
_LATIN = re.compile("[\u0080-\u00ff]{4}")


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """A text whose lines were decoded wrongly before they came here, put right; and the notes that say so.

    >>> mended("ظ‚ط§ظ„ ظپظٹ")
    ('قال في', ('UTF-8 read as Windows-1256, put right',))
    """
    for seen, wrong, right, note in _MISREADINGS:
        if not seen.search(text):
            continue
        lines = [line for line in text.split("\n") if _is_misread(line, seen)]
        again = _again("\n".join(lines), wrong, right) if lines else None
        if again and _COMMON.search(again):
            put_right = dict(zip(lines, again.split("\n"), strict=True))
            return "\n".join(put_right.get(line, line) for line in text.split("\n")), (note,)
    return text, ()


#: What a wrong reading shows, what was read as what, and how to say so; the likeliest first.
_MISREADINGS = (
    (_TWICE, "cp1256", "utf-8", "UTF-8 read as Windows-1256, put right"),
    *((_LATIN, wrong, "utf-8", "UTF-8 read as Latin-1, put right") for wrong in ("cp1252", "latin-1")),
    *(
        (_LATIN, wrong, name, f"{name} read as Latin-1, put right")
        for name in _ONE_BYTE
        for wrong in ("cp1252", "latin-1")
    ),
)


def _is_misread(line: str, seen: re.Pattern[str]) -> bool:
    """True of a line that mostly is made of what a wrong reading shows."""
    letters = sum(map(str.isalpha, line))
    return letters > 0 and _SHARE * len(seen.findall(line)) > letters


#: A line is misread where there is a sign of it for so many letters.
_SHARE = 8


def _again(text: str, wrong: str, right: str) -> str | None:
    """The text as it was before `wrong` was used for `right`; null where hardly all of it goes back."""
    data = b"".join(_byte(character, wrong) for character in text)
    found = data.decode(right, errors="replace")
    whole = found.count("\ufffd") * 50 <= len(found) and found.count("\n") == text.count("\n")
    return found if whole else None


def _byte(character: str, encoding: str) -> bytes:
    """The byte that was read as a character; a control character stands for itself, and nothing for what is lost."""
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return bytes([ord(character)]) if ord(character) < 256 else b""


def note(encoding: str) -> tuple[str, ...]:
    """What to record of an encoding that had to be worked out; nothing for plain UTF-8."""
    return () if encoding in ("utf-8", "utf-8-sig") else (f"encoding {encoding}",)


def _is_utf8(sample: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(sample)  # a character cut by the sample's end is no error
    except UnicodeDecodeError:
        return False
    return True


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 is told by the high bytes: Arabic letters have 6 there, spaces and Latin letters 0."""
    if 0x06 not in sample:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (high.count(0x06) + high.count(0x00)) * 10 > len(high) * 9:
            return name
    return None


def _one_byte(sample: bytes) -> str | None:
    """The one-byte encoding in which the sample reads as Arabic words; null where it does in none."""
    scores = {name: len(_COMMON.findall(sample.decode(name, errors="replace"))) for name in _ONE_BYTE}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] * 200 > len(sample.split()) else None


def _damaged_utf8(sample: bytes) -> str:
    text = sample.decode("utf-8", errors="replace")
    if text.count("\ufffd") * 100 > len(text):
        raise Unreadable(f"is in no encoding we read (UTF-8, UTF-16, {', '.join(_ONE_BYTE)})")
    return "utf-8"
