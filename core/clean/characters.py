"""Repairs of characters: what nobody sees, what a web page wrote in code, and lines that were cut."""

from __future__ import annotations

import html
import re

from core.clean.draft import Draft
from core.knowledge import furniture

#: Zero-width marks, bidirectional controls, soft hyphens, object marks and control characters.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)
_BREAK = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_SPACES = re.compile("[^\\S\n]+")

_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_BREAKING_TAG = re.compile(
    r"<\s*/?\s*(?:br|p|div|li|ul|ol|h[1-6]|tr|table|blockquote|figure|section|article)\b[^<>]{0,500}>", re.IGNORECASE
)
_SCRIPT = re.compile(
    r"<\s*(script|style|iframe|noscript)\b[^<>]{0,2000}>(?:(?!<\s*\1\b).)*?<\s*/\s*\1\s*>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(
    r"<\s*/?\s*(?:a|abbr|b|big|caption|center|cite|code|em|embed|figcaption|font|hr|i|iframe|img|ins|label|mark|o:p|object|s|script|small|"
    r"span|strike|strong|style|sub|sup|td|th|tbody|thead|u|video|source|audio)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


#: Breaks and marks as a program writes them, left in a text that was packed twice: "\\n", "\\\"".
_ESCAPED = re.compile(r'\\(r\\n|[nrt"/])')
_UNESCAPED = {"r\\n": "\n", "n": "\n", "r": "\n", "t": " "}


def markup(draft: Draft) -> Draft:
    """Take known HTML tags and entities off: "&quot;" and "<br>" as feeds and tables hold them."""
    text = "\n".join(draft.lines)
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: _UNESCAPED.get(match[1], match[1]), text)
    if "<" in text:
        text = _TAG.sub("", _BREAKING_TAG.sub("\n", _SCRIPT.sub(" ", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)  # "&amp;quot;" is written twice
    return draft.with_lines(text.split("\n"))


def invisible(draft: Draft) -> Draft:
    """Take off what nobody sees: bidirectional controls, zero-width marks, soft hyphens, control characters."""
    text = "\n".join(draft.lines)
    return draft.with_lines(_INVISIBLE.sub("", text).split("\n")) if _INVISIBLE.search(text) else draft


def spaces(draft: Draft) -> Draft:
    """One plain space for every run of spaces of any kind, none at the ends, one gap where there were several."""
    lines: list[str] = []
    for line in draft.lines:
        line = _SPACES.sub(" ", line).strip()
        if line or (lines and lines[-1]):
            lines.append(line)
    return draft.with_lines(lines)


def plain(text: str | None) -> str | None:
    """A title or another short text of the source, its characters repaired; null where nothing is left."""
    if not text:
        return None
    draft = spaces(invisible(markup(Draft(split_lines(text)))))
    return " ".join(filter(None, draft.lines)) or None


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of a text, whatever breaks them."""
    return tuple(_BREAK.sub("\n", text).split("\n"))


#: What only ever follows a word, what is only ever followed by one, and what ends a sentence.
_CLOSING, _OPENING = tuple("،؛,;:.؟!)]}»”"), ("«", "“", "(", "[")
_OPENED = re.compile(r'(?:^|[\s:(])"$')  # in 'أكثر جاذبية."' it closes, whatever opened in a line before
_LONGEST_LINE = 5000  # nothing is joined to a line longer than any paragraph
_ENDING = tuple('.؟!?:…"»”)')


def cut_lines(draft: Draft) -> Draft:
    """Join what a page broke around a link: '"', 'مساندة', '" خلايا' is one line."""
    spaced = sum(line[-1:] == " " or line[:1] == " " for line in draft.lines)
    by_space = 2 * spaced < len(draft.lines)  # where most lines have a space at the end, it says nothing
    lines: list[str] = []
    for line in draft.lines:
        before = lines[-1] if lines else ""
        first = not draft.titled and len(lines) < 2
        whole = len(before) > _LONGEST_LINE or not before.strip() or not line.strip()
        joint = None if whole else _joint(before, line, by_space and not first)
        if joint is None:
            lines.append(line)
        else:
            lines[-1] = before.rstrip() + joint + line.lstrip()
    return draft.with_lines(lines)


def _joint(before: str, line: str, by_space: bool) -> str | None:
    """What goes between two lines that were one: nothing or a space; null where they were not."""
    left, right = before.rstrip(), line.lstrip()
    inside = left.count('"') % 2 == 1
    if right.startswith('"') and (len(right) == 1 or right[1] in ' ".،') and inside:
        return ""  # a closing mark
    if left.endswith(_OPENING) or (inside and _OPENED.search(left)):
        return ""
    if right.startswith(_CLOSING) and not right.startswith(".."):
        return ""
    if right == '"' or left.endswith(("،", "؛")) or _goes_on(left, right):
        return " "
    cut = (before.endswith(" ") and not before.endswith("  ")) or (line.startswith(" ") and not line.startswith("  "))
    return " " if cut and by_space and not left.endswith(_ENDING) else None


def _goes_on(left: str, right: str) -> bool:
    """True where a line ends in a word that ends none, or the next begins with one that begins none."""
    known, words = furniture.load(), left.rsplit(maxsplit=3)
    if words[-1] in known.unfinished:
        return len(words) > 3 or words[-1] not in known.unfinished_or_name
    return right.split(maxsplit=1)[0] in known.unbegun and not left.endswith(_ENDING)


#: A text was wrapped where most of its lines are about as long as the longest and stop in mid-sentence.
_WRAP_SHORTEST, _WRAP_LONGEST, _WRAP_SHARE = 40, 110, 0.85


def wrapped_lines(draft: Draft) -> Draft:
    """Join the lines of paragraphs that were wrapped at a width, as mail and old archives hold them."""
    blocks: list[list[str]] = [[]]
    for line in draft.lines:
        if line:
            blocks[-1].append(line)
        else:
            blocks.append([])
    inner = [line for block in blocks for line in block[:-1]]
    longest = max(map(len, inner), default=0)
    cut = [line for line in inner if 10 * len(line) > 7 * longest and not line.endswith(_ENDING)]
    if len(inner) < 4 or not _WRAP_SHORTEST <= longest <= _WRAP_LONGEST or len(cut) < _WRAP_SHARE * len(inner):
        return draft
    if sum(len(block) > 1 for block in blocks) < 2:  # with no gaps between paragraphs, lines may be paragraphs
        return draft
    return draft.with_lines(line for block in blocks for line in (" ".join(block), ""))


#: A full stop with no space behind it, between two words of at least three letters, the second joined by "و" or "ف".
_FUSED = re.compile("[.؟!](?<=[\u0621-\u064a]{3}.)(?=[وف][\u0621-\u064a]{3})")


def fused_sentences(draft: Draft) -> Draft:
    """Put the space back between sentences that a page ran together: "المقبلة.وقال"."""
    return draft.with_lines(_FUSED.sub(lambda match: match[0] + " ", line) for line in draft.lines)
