"""Repairs of whole lines that say nothing of the story: advertisements, buttons, appeals, marks of the wires."""

from __future__ import annotations

import re

from core.clean.draft import LABEL_CHARACTERS, Draft, is_label
from core.knowledge import furniture
from core.knowledge.furniture import folded


def adverts(draft: Draft) -> Draft:
    """Take the places of advertisements off: "[ad_1]", "إعلان"."""
    known = furniture.load()
    lines = (
        known.advert_within.sub(" ", line).strip() if "[" in line or "(ads" in line else line for line in draft.lines
    )
    return draft.with_lines("" if is_label(line) and known.advert_line.match(folded(line)) else line for line in lines)


_LISTED = re.compile(r"(?:list of \d+ items?|list \d+ of \d+)(?s:.{0,3000}?)end of list", re.IGNORECASE)


def list_marks(draft: Draft) -> Draft:
    """Take off lists of other stories that a page marks for readers of screens: "list of 2 items … end of list"."""
    text = "\n".join(draft.lines)
    return draft.with_lines(_LISTED.sub("\n", text).split("\n")) if "end of list" in text else draft


def buttons(draft: Draft) -> Draft:
    """Take the buttons, menus and counters of the page off: "+ الخط -", "استمع إلى الملخص"."""
    pattern = furniture.load().button_line
    return draft.with_lines("" if is_label(line) and pattern.match(folded(line)) else line for line in draft.lines)


def appeals(draft: Draft) -> Draft:
    """Take off what asks the reader to follow, subscribe or install, and the rule drawn above it."""
    pattern = furniture.load().appeal_start
    lines = list(draft.lines)
    for number, line in enumerate(lines):
        if line and len(line) < 3 * LABEL_CHARACTERS and pattern.match(folded(line)):
            lines[number] = ""
        elif line and not any(character.isalnum() for character in line):
            lines[number] = ""  # a rule: "-----"
    return draft.with_lines(lines)


_MARKED = re.compile(r"[/()#\[]")


def wire_marks(draft: Draft) -> Draft:
    """Take the marks of the wires off: "// يتبع //", "(انتهى)"."""
    known = furniture.load()
    lines = []
    for line in draft.lines:
        if is_label(line) and known.wire_line.match(folded(line)):
            line = ""
        elif _MARKED.search(line) and (found := list(known.wire_within.finditer(folded(line)))):
            for match in reversed(found):
                line = line[: match.start()].rstrip() + line[match.end() :]
        lines.append(line)
    return draft.with_lines(lines)
