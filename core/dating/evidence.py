"""A piece of evidence for the day an article was published."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from core.calendar import Expression
from core.model import ALWAYS, Period


class Kind(StrEnum):
    """What a piece of evidence is, strongest first."""

    METADATA = "metadata"
    ADDRESS = "address"  # the day in the page's address
    DATELINE = "dateline"
    UPDATED = "updated"  # "آخر تحديث: 2/3/2022": the article is no younger
    STATED = "stated"  # "اليوم الاثنين 15 مارس 2013"
    CURRENT = "current"  # "العام الجاري 2018", "عام 2019 المقبل"
    TOLD = "told"  # "منذ 24 فبراير 2022": the article is younger
    CAPTION = "caption"  # a picture's day
    LANDMARK = "landmark"  # "طوفان الأقصى": the article is younger
    HOLDER = "holder"  # "الرئيس الأميركي جو بايدن"
    MONTH = "month"  # "15 نيسان الجاري"
    NEAR = "near"  # "الاثنين 11 فبراير": the years in which that day is a Monday
    WEEKDAY = "weekday"  # "اليوم الاثنين"


class Evidence(msgspec.Struct, frozen=True):
    """A wording and the days of publication it leaves possible: those of `days`, or any such weekday."""

    wording: str
    kind: Kind
    days: tuple[Period, ...] = (ALWAYS,)
    weekday: int | None = None
    used: bool = False

    @property
    def period(self) -> Period:
        """From the first day possible to the last."""
        return Period(self.days[0].first, self.days[-1].last)

    @property
    def recurs(self) -> bool:
        """Whether it comes back every year, so that it bounds nothing by itself."""
        return self.weekday is None and len(self.days) > 2 and self.period == ALWAYS


def common(a: tuple[Period, ...], b: tuple[Period, ...]) -> tuple[Period, ...]:
    """The days in both.

    >>> from datetime import date
    >>> common((Period(None, date(2021, 1, 20)),), (Period(date(2020, 1, 1), None),))
    (Period(first=datetime.date(2020, 1, 1), last=datetime.date(2021, 1, 20)),)
    """
    return tuple(both for one in a for other in b if not (both := one & other).empty)


def checked(expression: Expression, period: Period) -> Period:
    """The day said; where the weekday beside it is another day's, the days around it."""
    if period.only and expression.weekday not in (None, period.only.weekday()):
        return Period(period.shifted(-1).first, period.shifted(1).last)
    return period
