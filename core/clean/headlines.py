"""Repairs around the headline: found, freed of its site's name, joined to its kicker, said once."""

from __future__ import annotations

import re

from msgspec.structs import replace

from core.arabic import bare
from core.clean.credits import credit
from core.clean.draft import LABEL_CHARACTERS, PARAGRAPH_WORDS, Draft, is_label, is_paragraph
from core.knowledge import furniture, outlets
from core.knowledge.furniture import folded


def headline(draft: Draft) -> Draft:
    """Take the first line as the title where the source gave none and the line is no paragraph.

    A section's name or a credit above the headline is passed over.
    """
    if draft.titled:
        return draft
    known = furniture.load()
    standing = [number for number, line in enumerate(draft.lines) if line]
    while len(standing) > 2 and _is_label_of_page(draft.lines[standing[0]]):
        standing.pop(0)
    if len(standing) < 2 or not _is_headline(draft.lines[standing[0]]):
        return draft
    first = standing[0]
    match = known.title_head.match(folded(draft.lines[first]))
    title = draft.lines[first][match.start(1) :] if match and match[1] else draft.lines[first]
    return replace(draft, title=title, lines=(*draft.lines[:first], *draft.lines[first + 1 :]))


def _is_label_of_page(line: str) -> bool:
    """True of a line that names a section or says who wrote or sent the story, and so is no headline."""
    return is_label(line) and (_is_section(line) or credit(line) is not None)


def _is_section(line: str) -> bool:
    return bare(line).strip(" :/|»>-").lower() in furniture.load().sections


def sections(draft: Draft) -> Draft:
    """Lift a line above the story that only names its section."""
    first = draft.first_paragraph()
    number = next((number for number in range(first) if draft.lines[number]), None)
    if number is None or not _is_section(draft.lines[number]) or first == len(draft.lines):
        return draft
    lines = (*draft.lines[:number], *draft.lines[number + 1 :])
    return replace(draft, section=draft.section or draft.lines[number].strip(" :/|»>-"), lines=lines)


_SITE = re.compile(r"^(.{8,}?)\s+(?:[|–—:»-]|::)\s+([^|–—:»-]{2,40})$")


def site_name(draft: Draft) -> Draft:
    """Take the outlet's name off the end of a title: "عنوان الخبر | سكاي نيوز عربية"."""
    match = _SITE.match(draft.title or "")
    found = outlets.named(match[2]) if match else None
    if not match or not found or found.agency or bare(match[2]) in furniture.load().cities:
        return draft  # the agency's name may be a city's: "طريق سفاجا – قنا"
    return replace(draft, title=match[1], outlet=draft.outlet or found.label)


def _is_headline(line: str) -> bool:
    words = line.count(" ") + 1
    sentence = words >= PARAGRAPH_WORDS and line.endswith(".") and not line.endswith("..")
    return len(line) <= 2 * LABEL_CHARACTERS and words <= 2 * PARAGRAPH_WORDS and not sentence


def kicker(draft: Draft) -> Draft:
    """Join a title that only leads up to the headline below it: "بسبب التهرب من التذاكر.." and what follows."""
    number = next((number for number, line in enumerate(draft.lines) if line), None)
    if number is None or not (draft.title or "").endswith(".."):
        return draft
    line = draft.lines[number]
    below = any(map(is_paragraph, draft.lines[number + 1 :]))
    if is_paragraph(line) or not is_label(line) or line.endswith((".", ":")) or not below:
        return draft
    return replace(draft, title=f"{draft.title} {line}", lines=(*draft.lines[:number], *draft.lines[number + 1 :]))


def repeated_title(draft: Draft) -> Draft:
    """Take a line off that only says the title again."""
    title = bare(draft.title or "").split()
    if not title:
        return draft
    first, longest = draft.first_paragraph(), 2 * len(draft.title or "") + 20
    return draft.with_lines(
        "" if number <= first and line and len(line) < longest and bare(line).split() == title else line
        for number, line in enumerate(draft.lines)
    )
