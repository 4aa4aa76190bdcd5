"""The year of a day or month that leaves it out, where the passage around it tells of another year than the article's.

News leaves out the year of what is near; a passage of history leaves out a year that it has just said: "عام 1979 …
وفي 4 نوفمبر", "في 12 مايو من العام نفسه"; so does it with a month ("في التاسع منه"). On dated articles, a day without
a year that follows, in the same paragraph and at most one sentence on, a day or month with one, two years old or
more, is of that year; after a mere year that sets the time of a passage it is of that year as often as of the
article's own, so that nobody can say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from core.arabic import bare
from core.calendar.clause import apart, lean
from core.calendar.expression import Expression, Lean, in_year
from core.model import Granularity

#: A year so much older than the article is history.
_OLD = 2

#: "The same year" is one that the text said so many characters before, at most.
_FAR = 600

#: A year that sets the time of its sentence has so few characters before it.
_HEAD = 30

#: Before a date that opens a clause.
_CLAUSE = re.compile(r"[،,.؛]\s*و?في\s+(?:يوم\s+)?$")

_SENTENCE = re.compile(r"[.؟!؛](?=\s)")


def settle(text: str, found: Sequence[Expression], today: date | None) -> Iterator[Expression]:
    """The expressions of a text, those without a year given the one of their passage, or none where it is in doubt.

    `today` is the day of the article; where it is null, only what counts from a year said is settled.
    """
    before: list[Expression] = []
    for e in found:
        if e.counted is not None and e.month is None:
            month = next((f for f in reversed(before) if e.start - f.end < _FAR and _names_month(f)), None)
            if month is None:
                continue
            e = _day_of(month, e)
        elif e.month and e.period is None and not e.hijri and e.said_day is None:
            e = _settled(text, e, before, today)
        yield e
        before.append(e)


def _names_month(e: Expression) -> bool:
    return e.last_month is None and (e.month is not None or (e.unit is Granularity.MONTH and e.shift is not None))


def _day_of(month: Expression, e: Expression) -> Expression:
    """The day `e` says of the month that `month` lies in ("بدأ في 5 مارس 2013 وانتهى في التاسع منه")."""
    counts = month.unit is Granularity.MONTH
    day = replace(
        month,
        start=e.start,
        end=e.end,
        granularity=Granularity.DAY,
        day=e.day,
        last_day=None,
        weekday=None,
        shift=month.shift if counts else None,
        unit=month.unit if counts else None,
    )
    if month.period is None or month.period.first is None:
        return day
    period = in_year(day, month.period.first.year) if not month.hijri else None
    return replace(day, period=period, lean=None if period else Lean.OTHER)


def _settled(text: str, e: Expression, before: list[Expression], today: date | None) -> Expression:
    if e.counted is not None:
        year = next((year for f in reversed(before) if e.start - f.end < _FAR and (year := _year(f))), None)
        period = in_year(e, year + e.counted) if year else None
        return replace(e, period=period, lean=None) if period else e
    anchor = _anchor(text, e, before)
    if today is None or anchor is None or e.weekday is not None or e.lean:
        return e
    year = _year(anchor)
    if year is None or year > today.year - _OLD or apart(text, e) or lean(text, e) is Lean.NEXT:
        return e
    if anchor.granularity is Granularity.YEAR:
        return replace(e, lean=Lean.OTHER) if _opens(text, anchor) or _opens_clause(text, e) else e
    period = in_year(e, year)
    if period and period.first and anchor.period and anchor.period.first and period.first > anchor.period.first:
        return replace(e, period=period)
    return replace(e, lean=Lean.OTHER)


def _opens(text: str, anchor: Expression) -> bool:
    """Whether a year stands at the head of its sentence and sets the time of it: "وفي عام 1979 …"."""
    head = _SENTENCE.split(text[max(0, anchor.start - 200) : anchor.start].rpartition("\n")[2])[-1]
    return len(head.strip()) < _HEAD


def _opens_clause(text: str, e: Expression) -> bool:
    """Whether a date opens the next clause of the story: "…، وفي 4 نوفمبر"."""
    return _CLAUSE.search(bare(text[max(0, e.start - 20) : e.start])) is not None


def _anchor(text: str, e: Expression, before: list[Expression]) -> Expression | None:
    """The date before it that says a year, where nothing between brings the passage back to the present."""
    if not before or before[-1].period is None:
        return None
    anchor = before[-1]
    between = text[anchor.end : e.start]
    near = "\n" not in between and len(_SENTENCE.findall(between)) <= 1
    return anchor if near and not anchor.lean and not apart(text, anchor) else None


def _year(e: Expression) -> int | None:
    """The one year that an expression lies in; null of a longer span, or of none."""
    if e.period is None or e.period.first is None or e.period.last is None or e.hijri:
        return None
    return e.period.first.year if e.period.first.year == e.period.last.year else None
