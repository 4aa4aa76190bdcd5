"""The days of the dateline that cleaning lifted off the story, and the day in its page's address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from core import calendar, stamps
from core.calendar import Expression
from core.dating.evidence import Evidence, Kind, checked
from core.dating.wordings import any_year, in_all_years
from core.model import ALWAYS, Document, Period
from core.stamps import Role

#: News is changed on its day or within so many days; of later changes no weekday tells how much later.
_SOON = 1

#: "/2018/03/02/" in a page's address.
_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")


def address(url: str | None) -> Iterator[Evidence]:
    """The day in the page's address, which an outlet gives it on the day; a day less where midnight lies between."""
    if match := _ADDRESS.search(url or ""):
        year, month, day = (int(part) for part in match.groups())
        if period := calendar.day_period(year, month, day):
            yield Evidence(match[0], Kind.ADDRESS, (period,))


def datelines(document: Document, weekdays: Collection[int]) -> Iterator[Evidence]:
    """The days of the dateline, the surest first: those said to be of publication, then the others from the earliest
    on, for what stands above a story besides (a site's clock, a later change) is younger than it.

    `weekdays` are those that the text says it was written on. A stamp of a change is the day of publication where it
    falls on that weekday, or the day after; else the article is no younger.
    """
    article = document.article
    said = [(line, *day) for line in (article.dateline or "").splitlines() for day in _of_line(line)]
    for line, role, e, period in sorted(said, key=lambda day: (day[1], day[3].last or date.max)):
        wording = line[e.start : e.end]
        if e.period is None:
            continue
        if role is not Role.UPDATED:
            yield Evidence(wording, Kind.DATELINE, (period,))
        elif written := _written(period, weekdays):
            yield Evidence(wording, Kind.DATELINE, (Period.day(written),))
        else:
            yield Evidence(wording, Kind.UPDATED, (Period(None, period.last),))


def yearless(document: Document) -> Iterator[Evidence]:
    """The day of a dateline that leaves its year out, as agencies do: "موسكو في 31 مايو /أ ش أ/"."""
    for line in (document.article.dateline or "").splitlines():
        for role, e, _ in _of_line(line):
            if e.period is None and role is not Role.UPDATED and not e.hijri:
                yield Evidence(line[e.start : e.end], Kind.DATELINE, any_year(in_all_years(e)))


def _of_line(line: str) -> Iterator[tuple[Role, Expression, Period]]:
    """The days of a line with their roles; a Hijri one only where no other stands beside it."""
    found = stamps.days(line)
    gregorian = [day for day in found if not day.expression.hijri]
    for role, e in gregorian or found[:1]:
        yield role, e, _period(e)


def _period(e: Expression) -> Period:
    """The days that a stamp's day may be: a Hijri one, by the moon, is a day off at most, unless a weekday tells."""
    if e.period is None or e.period.first is None:
        return ALWAYS
    if not e.hijri:
        return checked(e, e.period)
    near = [e.period.first + timedelta(n) for n in (0, -1, 1)]
    told = next((day for day in near if day.weekday() == e.weekday), None)
    return Period.day(told) if told else Period(near[1], near[2])


def _written(stamped: Period, weekdays: Collection[int]) -> date | None:
    """The day of publication that a stamp of a later change and the text's own weekday agree on."""
    days = (stamped.last - timedelta(n) for n in range(_SOON + 1)) if stamped.last else ()
    return next((day for day in days if day.weekday() in weekdays), None)
