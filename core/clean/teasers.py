"""Leads of other stories that some outlets print under a story, without a heading."""

from __future__ import annotations

import re
from functools import lru_cache

from core.arabic import bare, tokens
from core.clean.draft import Draft
from core.knowledge import outlets

#: So many leads in a row, at the very end, are a list of other stories and not this story's last words.
_ROW = 3

#: A lead has at most so many words, and one sentence.
_LONGEST = 70

#: A lead of another story shares less than this of its content words with the story above.
_STRANGE = 0.2

#: What a story goes on with, and a lead does not begin with: "و…", "ف…", "كما", a quotation, a list.
_GOES_ON = re.compile(r"^(?:[وفك\"«“(•*–-]|\d)")


def teasers(draft: Draft) -> Draft:
    """Take the leads of other stories off the end, where the outlet is known to print them there.

    Only outlets marked so in outlets.yml: elsewhere a row of such sentences is a list that belongs to the story.
    """
    known = outlets.named(draft.outlet) if draft.outlet else None
    if known is None or not known.teasers:
        return draft
    standing = [number for number, line in enumerate(draft.lines) if line]
    start = len(standing)
    while start and _is_lead(draft.lines[standing[start - 1]]):
        start -= 1
    row = standing[start:]
    if len(row) < _ROW or start < 2:
        return draft
    story = content("\n".join((draft.title or "", *(draft.lines[number] for number in standing[:start]))))
    strange = {number for number in row if shared(draft.lines[number], story) < _STRANGE}
    if 2 * len(strange) < len(row):
        return draft
    return draft.with_lines("" if number in strange else line for number, line in enumerate(draft.lines))


def _is_lead(line: str) -> bool:
    words = line.count(" ") + 1
    ended = line.rstrip().endswith((".", '."', '".'))
    return 8 <= words <= _LONGEST and ended and not _GOES_ON.match(line) and ". " not in line


def content(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without the letters most often joined to them."""
    return frozenset(_stem(token.form) for token in tokens(text) if len(token.form) >= 4)


def shared(line: str, story: frozenset[str]) -> float:
    """The share of a line's content words that a story has; 0 for a line that has none."""
    words = content(line)
    return len(words & story) / len(words) if words else 0.0


@lru_cache(maxsize=65536)
def _stem(form: str) -> str:
    form = bare(form)
    for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if form.startswith(clitic) and len(form) - len(clitic) >= 3:
            return form[len(clitic) :]
    return form
