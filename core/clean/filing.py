"""Where a story was filed from, and by whom, at the head of its first sentence: "موسكو، روسيا (CNN)-- أعرب…".

It is lifted into the dateline, so that the sentence begins with what it says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from core.arabic import bare
from core.clean.draft import Draft
from core.knowledge import furniture, outlets

#: How far a filing reaches into a line, at most, and how much of a story must be left behind it.
_LONGEST, _REST = 90, 40

#: Marks between the parts of a filing, and around them.
_MARK = re.compile(r"\s*(?:-{2,}|[-–—ـ_]|[/|،,:.()«»\"“”])[\s\-–—ـ_/|،,:.()«»\"“”]*")
_DASH = re.compile(r"\s[-–—ـ]\s|--|[–—]\s?$|-\s$|\s-$")


class Filing(NamedTuple):
    """How far the filing goes into its line (0 where there is none), and the outlet it names."""

    end: int = 0
    outlet: str | None = None


def filed_from(draft: Draft) -> Draft:
    """Lift where the story was filed from, and by whom, off its first sentence into the dateline."""
    number = next((n for n, line in enumerate(draft.lines) if line), None)
    if number is None:
        return draft
    line = draft.lines[number]
    end, outlet = filing(line)
    if not end:
        return draft
    lines = (*draft.lines[:number], line[end:].lstrip(), *draft.lines[number + 1 :])
    said = line[:end].strip(" -–—ـ_:،./|")
    return replace(draft, lines=lines, datelines=(*draft.datelines, said), outlet=draft.outlet or outlet)


def filing(line: str) -> Filing:
    """What a line opens with of places, agencies and outlets, up to the mark that closes it.

    >>> filing("واشنطن (رويترز) - قال مسؤولون أمريكيون إن المحادثات ستستأنف الأسبوع المقبل").outlet
    'رويترز'
    >>> filing("بوتين - الذي يزور الصين - قال إن بلاده مستعدة للحوار مع جيرانها").end
    0
    """
    at, outlet, closing = 0, None, ""
    kinds: list[str] = []
    for mark in _MARK.finditer(line, 0, _LONGEST):
        part = line[at : mark.start()].strip()
        kind = _kind(part) if part else "mark"
        if kind is None and kinds[-1:] == ["place"] and ("،" in closing or "(" in closing) and "(" in mark[0]:
            kind = "country"  # "دبي، الإمارات العربية المتحدة (CNN)", "ميونيخ (ألمانيا) (ا ف ب)"
        if kind is None:
            break
        if kind in ("agency", "outlet"):
            found = outlets.named(part)
            outlet = outlet or (found.label if found else None)
        kinds.append(kind)
        at, closing = mark.end(), mark[0]
    if "place" in kinds and (sent := _agency_at(line, at)):
        return Filing(*sent) if len(line) - sent[0] > _REST else Filing()
    if len(line) - at <= _REST or not _is_closed(kinds, closing):
        return Filing()
    return Filing(at, outlet)


def _kind(part: str) -> str | None:
    """What one part is; null where it is none that a filing has."""
    word = bare(part).lower()
    if word in furniture.load().cities:
        return "place"
    if word in furniture.load().generic or word.removeprefix("و") in furniture.load().generic:
        return "generic"
    found = outlets.named(part)
    return None if found is None else "agency" if found.agency else "outlet"


def _is_closed(kinds: list[str], closing: str) -> bool:
    """True where the parts are a filing, and the mark behind the last one says that it ends there.

    A place before a colon may be a capital that speaks; an outlet's name alone may be any word.
    """
    named = {kind for kind in kinds if kind != "mark"}
    dashed = bool(_DASH.search(closing))
    if named & {"agency", "generic"}:
        return dashed or ":" in closing or "/" in closing or ("." in closing and "agency" in named)
    if "outlet" in named:
        return dashed or (":" in closing and ("place" in named or ")" in closing))
    return "place" in named and dashed


def _agency_at(line: str, at: int) -> tuple[int, str] | None:
    """Where an agency's name ends that stands at `at` with no mark behind it: "دمشق-سانا أكد…"."""
    words = [(match.end(), match[0]) for match in re.finditer(r"\S+", line[at : at + 40])]
    for count in range(min(4, len(words)), 0, -1):
        found = outlets.named(" ".join(word for _, word in words[:count]))
        if found and found.agency:
            return at + words[count - 1][0], found.label
    return None
