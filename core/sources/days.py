"""The day in a source's own metadata: read strictly, or not at all.

The day is taken as it is written, without moving it to another time zone: a feed that says
"2018-05-26T23:30:00+04:00" was published on the 26th where its readers are.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from core.arabic import fold
from core.calendar import find
from core.model import Basis, Granularity, Period, Published

#: Nothing we read is older; an empty date often becomes year 1 or 1900 in a database.
_OLDEST = date(1901, 1, 1)

_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-])|(\d{4})(\d{2})(\d{2})(?!\d)")
_ISO_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_LETTERS = re.compile("[\u0621-\u064a]{3}")
_YEAR = re.compile(r"\d{4}")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?![\d/.-])")
_ENGLISH = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(?:(?P<day>\d{1,2})\s+(?P<month>[a-z]{3})[a-z]*\.?,?|(?P<month2>[a-z]{3})[a-z]*\.?\s+(?P<day2>\d{1,2}),?)"
    r"\s+(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")


def published(value: object) -> tuple[Published, tuple[str, ...]]:
    """What a metadata value says of the day of publication, and what reading it assumed.

    Nothing is said of a value that cannot be read, or only by guessing; the note then says so.

    >>> published("2018-05-26T21:29:37+04:00")[0].on
    datetime.date(2018, 5, 26)
    >>> published("03/04/2018")
    (Published(period=Period(first=None, last=None), basis=<Basis.NONE: 'none'>, evidence=None), ("date '03/04/2018' not read",))
    """  # noqa: E501
    if value is None or value == "":
        return Published(), ()
    wording = value.isoformat() if isinstance(value, date) else str(value).strip()
    period, notes = _period(fold(wording))
    if period is None:
        return Published(), (f"date {wording[:60]!r} not read",)
    if (period.first or _OLDEST) < _OLDEST or (period.first and period.first > date.today() + timedelta(1)):
        return Published(), (f"date {wording[:60]!r} is out of range",)
    return Published(period, Basis.METADATA, wording), notes


def _period(wording: str) -> tuple[Period | None, tuple[str, ...]]:
    try:
        if match := _ISO_DAY.match(wording):
            year, month, day = (int(n) for n in match.groups() if n)
            return Period.day(date(year, month, day)), ()
        if match := _DAY_FIRST.match(wording):
            first, second, year = (int(n) for n in match.groups())
            if second > 12:
                return Period.day(date(year, first, second)), ("month before day",)
            return _day_first(first, second, year), ("day before month",)
        if match := _ENGLISH.match(wording):
            month = _MONTHS.index((match["month"] or match["month2"]).lower()) + 1
            return Period.day(date(int(match["year"]), month, int(match["day"] or match["day2"]))), ()
        if match := _ISO_MONTH.fullmatch(wording):
            return _month(int(match[1]), int(match[2])), ()
        if _YEAR.fullmatch(wording):
            return Period(date(int(wording), 1, 1), date(int(wording), 12, 31)), ()
        if match := _EPOCH.fullmatch(wording):
            seconds = int(match[1]) if match[1] else int(match[2]) / 1000
            return Period.day(datetime.fromtimestamp(seconds, UTC).date()), ("seconds since 1970, day in UTC",)
    except ValueError:  # the thirtieth of February, month 13
        return None, ()
    return _in_words(wording)


def _in_words(wording: str) -> tuple[Period | None, tuple[str, ...]]:
    """The day that Arabic words say: "السبت 26 أيار/مايو 2018". A Hijri day may be one off, as the moon was seen."""
    days = [found for found in find(wording) if found.granularity is Granularity.DAY and found.period]
    if len(days) != 1 or not _LETTERS.search(wording):
        return None, ()
    period = days[0].period
    if days[0].hijri and period and period.first and period.last:
        return Period(period.first - timedelta(1), period.last + timedelta(1)), ("Hijri day, give or take one",)
    return period, ()


def _day_first(day: int, month: int, year: int) -> Period | None:
    """03/04/2018 is two days to two readers: only an unmistakable one is read."""
    return Period.day(date(year, month, day)) if day > 12 or day == month else None


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
