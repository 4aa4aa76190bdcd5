"""Where a story was filed from, when and by whom, at the head of its first sentence: "موسكو، روسيا (CNN)-- أعرب…",
"بكين 26 أبريل 2021 (شينخوا) -- أعلن…".

It is lifted into the dateline, so that the sentence begins with what it says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from core import calendar
from core.arabic import bare
from core.clean.draft import Draft
from core.knowledge import furniture, outlets
from core.model import Granularity

#: How far a filing reaches into a line, at most, and how much of a story must be left behind it.
_LONGEST, _REST = 90, 40

#: Marks between the parts of a filing, and around them.
_MARK = re.compile(r"\s*(?:-{2,}|[-–—ـ_]|[/|،,:.()«»\"“”])[\s\-–—ـ_/|،,:.()«»\"“”]*")
_DASH = re.compile(r"\s[-–—ـ]\s|--|[–—]\s?$|-\s$|\s-$")


#: What a day stands for between the parts of a filing: one more mark between them.
_AS_MARK = "،"

#: What joins a day to the place before it and the part behind it: "موسكو في 26 أبريل 2021 م (تاس)".
_BEFORE_DAY = re.compile(r"(?:^|(?<=\s)|(?<=[-–—,،/(]))(?:في|يوم)\s+$")
_AFTER_DAY = re.compile(r"\s*(?:الموافق|م|هـ|ه|ء)(?!\w)")

#: A place we do not know has at most so many words, and a bracket before a story so many characters.
_PLACE_WORDS, _BRACKET = 3, 60


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
    if not end or (not outlet and line[0].isdigit() and _chronicles(draft.lines[number + 1 :])):
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
    days = _days(line)
    masked = line
    for start, end in days:
        masked = masked[:start] + _AS_MARK * (end - start) + masked[end:]
    if days and (bracket := _bracket(line, days)):
        return bracket
    at, outlet, closing = 0, None, ""
    kinds: list[str] = []
    for mark in _MARK.finditer(masked, 0, _LONGEST):
        part = masked[at : mark.start()].strip()
        kind = _kind(part) if part else "mark"
        if kind is None and kinds[-1:] == ["place"] and ("،" in closing or "(" in closing) and "(" in mark[0]:
            kind = "country"  # "دبي، الإمارات العربية المتحدة (CNN)", "ميونيخ (ألمانيا) (ا ف ب)"
        if kind is None and not kinds and _is_before_day(part, mark, days):
            kind = "somewhere"  # a town we do not know: only where a day and an agency follow
        if kind is None:
            break
        if kind in ("agency", "outlet"):
            found = outlets.named(part)
            outlet = outlet or (found.label if found else None)
        kinds.append(kind)
        at, closing = mark.end(), mark[0]
    if begun := _of_sentence(line, days, at):
        at, closing = begun, closing[: len(closing) - (at - begun)]
    dated = any(start < at for start, _ in days)
    if {"place", "somewhere"} & {*kinds} and (sent := _agency_at(masked, at)):
        return Filing(*sent) if len(line) - sent[0] > _REST else Filing()
    if len(line) - at <= _REST or not _is_closed(kinds, closing, dated):
        return Filing()
    if {*kinds} <= {"place", "mark"} and bare(line[at : at + 20].split(" ")[0]) in furniture.load().apposition:
        return Filing()  # "موسكو - التي رفضت العقوبات - قالت"
    return Filing(at, outlet)


def _days(line: str) -> list[tuple[int, int]]:
    """Where the days at the head of a line stand, with what joins each to what is around it."""
    spans = []
    for e in calendar.find(line[:_LONGEST]):
        if e.granularity is Granularity.DAY and (e.period or (e.month and e.day)):
            before, after = _BEFORE_DAY.search(line, 0, e.start), _AFTER_DAY.match(line, e.end)
            spans.append((before.start() if before else e.start, after.end() if after else e.end))
    return spans


def _of_sentence(line: str, days: list[tuple[int, int]], at: int) -> int | None:
    """Where a day begins that opens the sentence itself: "دبي (CNN) - في 9 سبتمبر تم افتتاح…"; null where none does."""
    for start, end in days:
        if end <= at and not line[end:at].strip() and not line[start:end][0].isdigit():
            return start
    return None


def _bracket(line: str, days: list[tuple[int, int]]) -> Filing | None:
    """The filing that a bracket before the story is, which names an agency and a day: "(سبوتنيك - 26 أبريل 2021)"."""
    end = line.find(")", 0, _BRACKET)
    if not line.startswith("(") or end < 0 or not any(0 < start < end for start, _ in days):
        return None
    named = (outlets.named(part.strip()) for part in re.split(r"[-–—/،(]", line[1:end]) if part.strip())
    agency = next((found for found in named if found), None)
    return Filing(end + 1, agency.label) if agency and len(line) - end > _REST else None


def _is_before_day(part: str, mark: re.Match[str], days: list[tuple[int, int]]) -> bool:
    """True of a few words right before a day: a town, where an agency's name follows."""
    near = any(mark.start() <= start < mark.end() for start, _ in days)
    return near and part.count(" ") < _PLACE_WORDS and all(word.isalpha() for word in part.split())


def _chronicles(lines: tuple[str, ...]) -> bool:
    """True where another line begins with a day: a list of what happened when, and no story."""
    return any(start < 4 for line in lines if line for start, _ in _days(line))


def _kind(part: str) -> str | None:
    """What one part is; null where it is none that a filing has."""
    word = bare(part).lower()
    if word in furniture.load().cities:
        return "place"
    if word in furniture.load().generic or word.removeprefix("و") in furniture.load().generic:
        return "generic"
    found = outlets.named(part)
    return None if found is None else "agency" if found.agency else "outlet"


def _is_closed(kinds: list[str], closing: str, dated: bool) -> bool:
    """True where the parts are a filing, and the mark behind the last one says that it ends there.

    A place before a colon may be a capital that speaks; an outlet's name alone may be any word. With a day among the
    parts they are a filing for certain; so is a day alone, between brackets or before a dash.
    """
    named = {kind for kind in kinds if kind != "mark"}
    dashed = bool(_DASH.search(closing))
    if named & {"agency", "generic"}:
        return dashed or ":" in closing or "/" in closing or ("." in closing and "agency" in named)
    if "somewhere" in named:
        return False
    if "outlet" in named:
        return dashed or (":" in closing and (dated or "place" in named or ")" in closing))
    if dated:
        return dashed or ":" in closing or "/" in closing or (")" in closing and not named)
    return "place" in named and dashed


def _agency_at(line: str, at: int) -> tuple[int, str] | None:
    """Where an agency's name ends that stands at `at` with no mark behind it: "دمشق-سانا أكد…"."""
    words = [(match.end(), match[0]) for match in re.finditer(r"\S+", line[at : at + 40])]
    for count in range(min(4, len(words)), 0, -1):
        found = outlets.named(" ".join(word for _, word in words[:count]))
        if found and found.agency:
            return at + words[count - 1][0], found.label
    return None
