"""What the wordings of dates say of the day of publication.

They were chosen by what they are worth on dated articles (`make bench-dating`): a kind that is wrong too often is no
evidence, however tempting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from core import calendar
from core.calendar import Expression, Lean
from core.dating.evidence import Evidence, Kind, checked
from core.model import Period

#: The years in which a day without a year may lie.
_YEARS = range(1980, 2060)
#: News tells of a weekday with its date within so many days of it.
_NEAR = timedelta(150)


def stated(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """Days that the text calls today, yesterday or tomorrow: with their year, or of any year."""
    for e in found:
        if e.said_day is None:
            continue
        if e.period is not None:
            days: tuple[Period, ...] = (checked(e, e.period).shifted(-e.said_day),)
            yield Evidence(text[e.start : e.end], Kind.STATED, days)
        elif e.month is not None and e.day is not None and not e.hijri:
            days = tuple(p.shifted(-e.said_day) for p in _in_all_years(e))
            yield Evidence(text[e.start : e.end], Kind.STATED, _any_year(days))


def current(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """A year or month said to be the running, the last or the coming one."""
    for e in found:
        if e.period is None or e.lean is None or not (e.period.first and e.period.last):
            continue
        year = timedelta(366)
        days = {
            Lean.THIS: e.period,
            Lean.PAST: Period(e.period.last + timedelta(1), e.period.last + year),
            Lean.NEXT: Period(e.period.first - year, e.period.first - timedelta(1)),
        }.get(e.lean)
        if days:
            yield Evidence(text[e.start : e.end], Kind.CURRENT, (days,))


def told(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The latest day that the text tells of as past: the article is no older."""
    past = [e for e in found if e.period and e.period.first and not e.lean and calendar.told(text, e)]
    if past:
        latest = max(past, key=lambda e: (e.period and e.period.first) or date.min)
        if latest.period:
            yield Evidence(text[latest.start : latest.end], Kind.TOLD, (Period(latest.period.first, None),))


def months(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The month that the text calls the running one."""
    for e in found:
        if e.lean is Lean.THIS and e.month is not None and e.period is None and e.year_shift is None and not e.hijri:
            months = tuple(calendar.month_period(year, e.month) for year in _YEARS)
            yield Evidence(text[e.start : e.end], Kind.MONTH, _any_year(months))


def near(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """A weekday with its day and month: not far from that day in one of the years where the two agree."""
    for e in found:
        if e.weekday is not None and e.day is not None and e.period is None and e.said_day is None and not e.hijri:
            around = tuple(Period(d - _NEAR, d + _NEAR) for p in _in_all_years(e) if (d := p.first))
            yield Evidence(text[e.start : e.end], Kind.NEAR, _any_year(around))


def _any_year(days: tuple[Period, ...]) -> tuple[Period, ...]:
    """These days of the listed years, and whatever lies before and after them."""
    return (Period(None, date(_YEARS[0], 1, 1)), *days, Period(date(_YEARS[-1], 12, 31), None))


def _in_all_years(expression: Expression) -> list[Period]:
    """The day in every year in which it falls on the weekday said."""
    periods = (calendar.in_year(expression, year) for year in _YEARS)
    return [p for p in periods if p and p.first and expression.weekday in (None, p.first.weekday())]


def weekdays(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The weekday of publication: "اليوم الاثنين", "أمس الأحد"."""
    for e in found:
        if e.said_day is not None and e.weekday is not None and not (e.period or e.month):
            yield Evidence(text[e.start : e.end], Kind.WEEKDAY, weekday=(e.weekday - e.said_day) % 7)
