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
    return Decoded(text, note(encoding))


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
