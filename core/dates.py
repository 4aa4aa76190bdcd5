"""The date expressions of an article, each with the days it means seen from the article's own day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from core import calendar
from core.calendar import Expression, Lean
from core.model import DateSpan, Document, Field, Period

#: An article's day known to within this many days still values "أمس" (as that many days); a wider doubt leaves null.
_NARROW = 31

#: A weekday said with its date tells the year among those of at most so many days: it comes back after five years.
_YEARS = 3 * 366

#: What stands between days that are named together ("الأحد والاثنين").
_AND = re.compile(r"\s+و")


def find(document: Document) -> Document:
    """Add every date expression of the article's columns, valued against `article.published`.

    A wording that holds for any day the article may be of gets its value; one that shifts with an uncertain day gets
    the days it may mean where that day is known within a month, else null.
    """
    published = document.article.published.period
    spans = [
        DateSpan(text[e.start : e.end], field, e.start, e.end, period, e.granularity)
        for field in Field
        if (text := document.article.column(field))
        for e, period in _valued(text, published)
    ]
    return replace(document, dates=tuple(spans))


def _valued(text: str, published: Period) -> Iterator[tuple[Expression, Period | None]]:
    """The expressions of a text with their days; of weekdays named one after the other, each is the next day."""
    before: Expression | None = None
    period: Period | None = None
    for e in calendar.settle(text, calendar.find(text), published.first and published.last):
        if before and period and _goes_on(text, before, e):
            period = _next_day(period)
        else:
            period = _value(e, published, calendar.lean(text, e))
        yield e, period
        before = e


def _goes_on(text: str, before: Expression, e: Expression) -> bool:
    """True of a weekday named together with the one before it: "أيام الأحد والاثنين"."""
    if before.weekday is None or e.weekday is None or e.lean or e.month or e.shift is not None:
        return False
    return (e.weekday - before.weekday) % 7 == 1 and _AND.fullmatch(text, before.end, e.start) is not None


def _next_day(period: Period) -> Period:
    return Period(*(day and day + timedelta(1) for day in (period.first, period.last)))


def _value(expression: Expression, published: Period, around: Lean | None) -> Period | None:
    """The days meant, seen from any day that `published` allows."""
    if expression.period is not None:
        return expression.period
    if published.first is None or published.last is None:
        return None
    first = calendar.value(expression, published.first, around)
    last = calendar.value(expression, published.last, around)
    if first != last and (agreed := _on_its_weekday(expression, published.first, published.last, around)):
        return agreed
    if first is None or last is None:
        return None
    whole_year = (published.last - published.first).days < 365
    if first == last and whole_year:
        return first
    if (published.last - published.first).days >= _NARROW:
        return None
    return Period(min(first, last).first, max(first, last).last)


def _on_its_weekday(expression: Expression, first: date, last: date, around: Lean | None) -> Period | None:
    """The day of a month that is said with its weekday, where of all the years it may be of only one has it so."""
    if expression.weekday is None or expression.day is None or (last - first).days > _YEARS:
        return None
    seen = (calendar.value(expression, day, around) for day in (*_steps(first, last), last))
    agreed = {period for period in seen if period and period.only and period.only.weekday() == expression.weekday}
    return agreed.pop() if len(agreed) == 1 else None


def _steps(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days) for days in range(0, (last - first).days, _NARROW))
