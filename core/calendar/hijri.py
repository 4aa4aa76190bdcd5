"""The Hijri calendar (Umm al-Qura, 1343 to 1500) in Gregorian days, through hijridate."""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian, Hijri

from core.model import Period

_FIRST, _LAST = 1343, 1500


def period(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """The Hijri year, month or day; null outside the calendar, or where the month has no such day.

    >>> period(1439, 9, 1)
    Period(first=datetime.date(2018, 5, 16), last=datetime.date(2018, 5, 16))
    """
    if not _FIRST <= year <= _LAST:
        return None
    first_month, last_month = (month, month) if month else (1, 12)
    length = Hijri(year, last_month, 1).month_length()
    if day is not None and not 1 <= day <= length:
        return None
    return Period(_gregorian(year, first_month, day or 1), _gregorian(year, last_month, day or length))


def year_of(day: date) -> int | None:
    """The Hijri year of a day; null outside the calendar."""
    if not date(1924, 8, 1) <= day <= date(2077, 11, 16):
        return None
    return int(Gregorian.fromdate(day).to_hijri().year)


def _gregorian(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)
