"""Lines of a page that say when a story was published or brought up to date, and little else.

Cleaning lifts them off a story into its dateline; dating reads the days out of it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from core import calendar
from core.arabic import MARKS, bare, fold
from core.calendar import Expression
from core.knowledge import furniture, outlets
from core.model import Granularity

#: No stamp is longer; a headline may be.
_LONGEST = 150

#: The name of a known outlet or place has at most so many words; that of a writer or an unknown outlet, so many.
_PHRASE, _NAME = 5, 4

#: "10:20 ص", "T12:30:00Z", "12:30:00+03:00", "(GMT+04:00)".
_CLOCK = re.compile(
    r"T?(?<!\d)\d{1,2}\s?[:٫]\s?\d{2}(?!\d)(?:[:.]\d{2,6})*(?:\s?(?:am|pm|[zصم])(?!\w))?(?:[+-]\d\d:?\d\d)?"
    r"|(?:gmt|utc)\s?[+-]\d{1,2}(?::?\d\d)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?", re.IGNORECASE)

#: What sets a name off from a date before or behind it.
_APART = re.compile(r"\s*[|/•·–—-]\s*")


class Role(IntEnum):
    """What a day of a stamp is, the surest first."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2


class Day(NamedTuple):
    """A whole day in a stamp; a year it may lack."""

    role: Role
    expression: Expression


class Stamp(NamedTuple):
    """What a line says that is a stamp: its days, the outlet and the writer it names.

    `lone` says that the line is a day and nothing more, as one stands above an entry of a chronology.
    """

    days: tuple[Day, ...]
    outlet: str | None = None
    writer: str | None = None
    lone: bool = False


@lru_cache(maxsize=1024)
def read(line: str) -> Stamp | None:
    """What `line` says, where it is a stamp; null of any other line.

    >>> stamp = read("نشر في الأهرام يوم 26 - 04 - 2021")
    >>> stamp.outlet, stamp.days[0].role.name, stamp.days[0].expression.period.only
    ('الأهرام', 'PUBLISHED', datetime.date(2021, 4, 26))
    >>> read("عقد الاجتماع يوم 26 - 04 - 2021") is None
    True
    """
    if not 0 < len(line) <= _LONGEST or not any(character.isdigit() for character in line):
        return None
    plain = MARKS.sub("", line)
    dates = calendar.find(plain)
    rest = _blanked(fold(plain), ((e.start, e.end) for e in dates))
    clocks = [match.span() for match in _CLOCK.finditer(rest)]
    rest = _blanked(rest, clocks)
    said = tuple(_days(plain, dates))
    whole = any(day.expression.period for day in said)
    words = _read_words(rest, _NAME if whole else 0)
    if words is None:
        return None
    timed = bool(clocks) or any(word in furniture.load().hour for word in words.known)
    if words.unknown is None:
        timed = timed or any(word in furniture.load().ago for word in words.known)
        labelled = any(day.role is not Role.PLAIN for day in said)
        if not (whole or timed or (said and labelled)):
            return None
        return Stamp(said, words.outlet, lone=not (timed or words.known))
    start, end = words.unknown
    name = plain[start:end]
    if _is_writer(rest, name, start, timed):
        return Stamp(said, words.outlet, name)
    named = _is_set_off(rest, start, end) and (timed or furniture.load().stamp_opening.match(rest))
    return Stamp(said, words.outlet) if named and len(name.split()) <= _NAME else None


def days(line: str) -> tuple[Day, ...]:
    """The days in a line that is known to be a dateline, whatever else stands in it."""
    plain = MARKS.sub("", line)
    return tuple(_days(plain, calendar.find(plain)))


def _days(line: str, dates: tuple[Expression, ...]) -> Iterator[Day]:
    """Each day with its role, by the last label between it and the day before."""
    folded, since = fold(line), 0
    for e in dates:
        if e.granularity is not Granularity.DAY or not (e.period or (e.month and e.day)):
            continue
        labels = [*furniture.load().stamp_label.finditer(folded, since, e.start)]
        role = Role[labels[-1].lastgroup.upper()] if labels and labels[-1].lastgroup else Role.PLAIN
        yield Day(role, e)
        since = since if e.hijri else e.end  # a Hijri day is said for the other calendar's behind it


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


class _Words(NamedTuple):
    """What the words of a line are: those that a stamp has, the first outlet, and the stretch that holds any other."""

    known: tuple[str, ...]
    outlet: str | None
    unknown: tuple[int, int] | None


def _read_words(rest: str, most: int) -> _Words | None:
    """Null of a line whose unknown words are more than `most`, as they soon are in a sentence."""
    words = [*_WORD.finditer(rest)]
    known: list[str] = []
    unknown: list[re.Match[str]] = []
    outlet: str | None = None
    at = 0
    while at < len(words):
        count, name = _phrase(rest, words[at : at + _PHRASE])
        if count:
            known += [word[0].lower() for word in words[at : at + count]]
            outlet = outlet or name
        else:
            unknown.append(words[at])
            if len(rest[unknown[0].start() : words[at].end()].split()) > most:
                return None
        at += max(count, 1)
    return _Words(tuple(known), outlet, (unknown[0].start(), unknown[-1].end()) if unknown else None)


def _phrase(rest: str, words: list[re.Match[str]]) -> tuple[int, str | None]:
    """How many of these words a stamp knows as one: an outlet (and its label), a place, a section, a word; else 0."""
    known = furniture.load()
    for count in range(len(words), 0, -1):
        form = rest[words[0].start() : words[count - 1].end()].lower()
        if form in known.cities or form in known.sections or form in known.generic:
            return count, None
        if found := outlets.named(form):
            return count, found.label
    form = words[0][0].lower()
    return (1, None) if form in known.stamp_words or _NUMBER.fullmatch(form) else (0, None)


def _is_writer(rest: str, name: str, start: int, timed: bool) -> bool:
    """True of a name after "كتب:" or "بواسطة", and of a person's beside a day and a clock."""
    known = furniture.load()
    words = bare(name).split()
    if any(not word.isalpha() for word in words) or len(words) > _NAME:
        return False
    byline = known.byline_head.match(rest)
    if byline and byline.start(1) <= start and bare(rest[: byline.start(1)]).strip():
        return True
    return timed and len(words) >= 2 and words[0] in known.given_names


def _is_set_off(rest: str, start: int, end: int) -> bool:
    """True where a mark or "في … يوم" sets the unknown words off from the rest."""
    before, after = rest[:start].rstrip(), rest[end:].lstrip()
    behind_mark = bool(_APART.search(rest[:start][-3:])) or not before
    before_mark = bool(_APART.match(rest[end:])) or not after
    return (behind_mark and before_mark) or furniture.load().stamp_opening.match(rest) is not None
