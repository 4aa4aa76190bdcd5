"""What a calendar expression says, and the days it means seen from a given day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

import msgspec

from core.calendar import hijri
from core.model import Granularity, Period


class Lean(StrEnum):
    """Which way from the article's day an expression looks; `other` counts from another time of the story."""

    PAST = "past"
    THIS = "this"
    NEXT = "next"
    OTHER = "other"


class Expression(msgspec.Struct, frozen=True):
    """The wording `text[start:end]` and what it says of the calendar; whatever it leaves unsaid is null.

    `period` is the answer of a wording with a year of its own. `shift` counts `unit`s from the article's day
    ("أمس" is minus one day), `counted` counts years from the one that the text said last ("من العام نفسه" is 0).
    `year_shift` says which year a month belongs to ("مارس من العام الماضي" is minus one).
    `last_day` and `last_month` close a range ("من 3 إلى 5 مايو"). In a Hijri expression, day and month are Hijri.
    """

    start: int
    end: int
    granularity: Granularity
    period: Period | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    weekday: int | None = None
    shift: int | None = None
    unit: Granularity | None = None
    year_shift: int | None = None
    lean: Lean | None = None
    hijri: bool = False
    counted: int | None = None

    @property
    def said_day(self) -> int | None:
        """How many days from the article's own the wording says it is: 0 for "اليوم", -1 for "أمس"; null else."""
        return self.shift if self.unit is Granularity.DAY else None


class _Reach(NamedTuple):
    """How many days back a month or day without a year is still the past one, and else how far ahead the coming one."""

    back: int
    ahead: int


#: By the direction of the clause around. A year is left out of what lies near, so that a far answer needs a word of
#: the date's own ("الماضي"); between the two reaches, the text does not say.
_REACH = {None: _Reach(200, 100), Lean.PAST: _Reach(365, -1), Lean.NEXT: _Reach(-1, 250)}


def value(expression: Expression, today: date, lean: Lean | None = None) -> Period | None:
    """The days meant, in an article of `today`; null where the wording does not say.

    `lean` is the direction of the sentence around it, used where the wording has none of its own.

    >>> value(Expression(0, 3, Granularity.DAY, shift=-1, unit=Granularity.DAY), date(2024, 3, 1))
    Period(first=datetime.date(2024, 2, 29), last=datetime.date(2024, 2, 29))
    """
    if expression.period is not None:
        return expression.period
    lean = expression.lean or lean
    if lean is Lean.OTHER:
        return None
    if expression.unit is Granularity.DAY and expression.shift is not None:
        return _day_from(expression.weekday, today + timedelta(expression.shift))
    if expression.month is not None:
        return _nearest(expression, today, lean)
    if expression.weekday is not None:
        return _weekday(expression.weekday, today, expression.lean, lean)
    if expression.unit is not None and expression.shift is not None:
        return _unit_from(expression, expression.unit, expression.shift, today)
    return None


def month_period(year: int, month: int, last_month: int | None = None) -> Period:
    """The month, or from one month to another; into the next year where the last comes before the first.

    >>> month_period(2023, 11, 1).last
    datetime.date(2024, 1, 31)
    """
    last = last_month or month
    last_year = year + (last < month)
    return Period(date(year, month, 1), date(last_year, last, monthrange(last_year, last)[1]))


def year_period(year: int, last: int | None = None) -> Period:
    """The year, or from one year to another."""
    return Period(date(year, 1, 1), date(last or year, 12, 31))


def day_period(year: int, month: int, day: int, last_day: int | None = None) -> Period | None:
    """The day, or from one day to another of the month; null where the month has no such day."""
    length = monthrange(year, month)[1]
    if not 1 <= day <= (last_day or day) <= length:
        return None
    return Period(date(year, month, day), date(year, month, last_day or day))


def _day_from(weekday: int | None, day: date) -> Period | None:
    """The day counted to. A weekday said with it corrects the count by one day at most, else nobody knows."""
    near = (day + timedelta(d) for d in (0, -1, 1))
    return next((Period.day(d) for d in near if weekday in (None, d.weekday())), None)


def _weekday(weekday: int, today: date, own: Lean | None, around: Lean | None) -> Period:
    """The last such weekday up to today, or the next one; "الماضي" and "المقبل" said of it exclude today itself."""
    back = (today.weekday() - weekday) % 7
    if (own or around) is Lean.NEXT:
        return Period.day(today + timedelta(-back % 7 or (7 if own is Lean.NEXT else 0)))
    return Period.day(today - timedelta(back or (7 if own is Lean.PAST else 0)))


def _unit_from(expression: Expression, unit: Granularity, shift: int, today: date) -> Period | None:
    """Last week, this month, next year; weeks run from Monday. A day of that month where one is said."""
    if unit is Granularity.WEEK:
        monday = today - timedelta(today.weekday() - 7 * shift)
        return Period(monday, monday + timedelta(6))
    if unit is Granularity.YEAR:
        return year_period(today.year + shift)
    year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
    if expression.day is not None:
        return day_period(year, month + 1, expression.day, expression.last_day)
    return month_period(year, month + 1)


def in_year(expression: Expression, year: int) -> Period | None:
    """The month or day in `year` (a Hijri year, where the expression is Hijri); null where there is none."""
    if expression.month is None:
        return None
    if expression.hijri:
        return hijri.period(year, expression.month, expression.day)
    if expression.day is not None:
        return day_period(year, expression.month, expression.day, expression.last_day)
    return month_period(year, expression.month, expression.last_month)


def _nearest(expression: Expression, today: date, lean: Lean | None) -> Period | None:
    """The month or day of the year that is meant: the one said, else the nearest in the direction said."""
    year = hijri.year_of(today) if expression.hijri else today.year
    if year is None:
        return None
    if expression.year_shift is not None:
        return in_year(expression, year + expression.year_shift)
    if lean is Lean.THIS:
        return in_year(expression, year)
    around = [p for p in (in_year(expression, year + n) for n in (-4, -3, -2, -1, 0, 1, 2, 3, 4)) if p]
    past = [p for p in around if p.first and p.first <= today]
    ahead = [p for p in around if p.last and p.last >= today]
    if expression.lean is Lean.PAST:  # "مارس الماضي" in March is last year's
        return [p for p in past if expression.day or (p.last and p.last < today)][-1]
    if expression.lean is Lean.NEXT:
        return next(p for p in ahead if expression.day or (p.first and p.first > today))
    reach = _REACH[lean]
    if past and past[-1].last and (today - past[-1].last).days <= reach.back:
        return past[-1]
    if ahead and ahead[0].first and (ahead[0].first - today).days <= reach.ahead:
        return ahead[0]
    if lean is Lean.NEXT and past and past[-1].last and (today - past[-1].last).days <= _REACH[None].back:
        return past[-1]  # the clause's future verb was another's
    return None
