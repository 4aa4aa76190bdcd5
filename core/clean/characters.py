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
_SCRIPT = re.compile(r"<\s*(script|style|iframe|noscript)\b[^<>]{0,2000}>.*?<\s*/\s*\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"<\s*/?\s*(?:a|abbr|b|big|caption|center|cite|code|em|embed|figcaption|font|hr|i|iframe|img|ins|label|mark|o:p|object|s|script|small|"
    r"span|strike|strong|style|sub|sup|td|th|tbody|thead|u|video|source|audio)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


def markup(draft: Draft) -> Draft:
    """Take known HTML tags and entities off: "&quot;" and "<br>" as feeds and tables hold them."""
    text = "\n".join(draft.lines)
    if "<" in text:
        text = _TAG.sub("", _BREAKING_TAG.sub("\n", _SCRIPT.sub(" ", text)))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)  # "&amp;quot;" is written twice
    return draft.with_lines(text.split("\n"))


def invisible(draft: Draft) -> Draft:
    """Take off what nobody sees: bidirectional controls, zero-width marks, soft hyphens, control characters."""
    return draft.with_lines(_INVISIBLE.sub("", line) for line in draft.lines)


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


#: What only ever follows a word, and what is only ever followed by one.
_CLOSING, _OPENING = tuple("،؛,;:.؟!)]}»”"), ("«", "“", "(", "[")


def cut_lines(draft: Draft) -> Draft:
    """Join what a page broke around a link: '"', 'مساندة', '" خلايا' is one line."""
    lines: list[str] = []
    for line in draft.lines:
        if line and lines and lines[-1] and (joint := _joint(lines[-1], line)) is not None:
            lines[-1] += joint + line
        else:
            lines.append(line)
    return draft.with_lines(lines)


def _joint(before: str, line: str) -> str | None:
    """What goes between two lines that were one: nothing or a space; null where they were not."""
    inside = before.count('"') % 2 == 1
    if line.startswith('"') and (len(line) == 1 or line[1] in ' ".،') and inside:
        return ""  # a closing mark
    if before.endswith(_OPENING) or (before.endswith('"') and inside):
        return ""
    if line.startswith(_CLOSING) and not line.startswith(("...", "..")):
        return ""
    if line == '"' or before.endswith(("،", "؛")) or before.rsplit(" ", 1)[-1] in furniture.load().unfinished:
        return " "
    return None
