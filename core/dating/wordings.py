"""What the wordings of dates say of the day of publication.

They were chosen by what they are worth on dated articles (`make bench-dating`): a kind that is wrong too often is no
evidence, however tempting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from core import calendar
from core.arabic import fold
from core.calendar import Expression, Lean
from core.dating.evidence import Evidence, Kind
from core.knowledge import landmarks as known
from core.model import Granularity, Period

#: The years in which a day without a year may lie.
_YEARS = range(1980, 2060)
#: News tells of a weekday with its date within so many days of it.
_NEAR = timedelta(150)


def stated(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """Days of a month that the text calls today, yesterday or tomorrow. The year is trusted where the weekday bears it
    out (in January they still write the last), and where nobody is quoted; else it may be any.
    """
    for e in found:
        if e.said_day is None or e.hijri:
            continue
        wording, shift = text[e.start : e.end], -e.said_day
        if e.period and e.period.first:
            if e.weekday == e.period.first.weekday() and not _quoted(text, e.start):
                yield Evidence(wording, Kind.STATED, (e.period.shifted(shift),))
        elif e.month is not None and e.day is not None:
            yield Evidence(wording, Kind.STATED, any_year(tuple(p.shifted(shift) for p in in_all_years(e))))


def _quoted(text: str, offset: int) -> bool:
    """Whether a quotation that began in the same paragraph is still open."""
    paragraph = text[text.rfind("\n", 0, offset) + 1 : offset]
    return paragraph.count("«") > paragraph.count("»") or paragraph.count("“") > paragraph.count("”")


def current(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """A year or month said to be the running, the last or the coming one."""
    for e in found:
        if e.period is None or e.lean is None or not (e.period.first and e.period.last):
            continue
        days = {
            Lean.THIS: e.period,
            Lean.PAST: Period(e.period.last + timedelta(1), None),
            Lean.NEXT: Period(None, e.period.first - timedelta(1)),
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


def landmarks(text: str) -> Iterator[Evidence]:
    """The youngest event that the text names: the article is no older."""
    if found := known.latest(fold(text)):
        match, since = found
        yield Evidence(text[match.start(1) : match.end(1)], Kind.LANDMARK, (Period(since, None),))


def captions(text: str | None) -> Iterator[Evidence]:
    """The latest day of a picture's caption: the article is no older."""
    days = [e for e in calendar.find(text or "") if e.period and e.period.first and e.granularity is Granularity.DAY]
    if text and days:
        latest = max(days, key=lambda e: (e.period and e.period.first) or date.min)
        if latest.period:
            yield Evidence(text[latest.start : latest.end], Kind.CAPTION, (Period(latest.period.first, None),))


def months(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The month that the text calls the running one; none where it calls two so."""
    running = [e for e in found if e.lean is Lean.THIS and e.month and e.period is None and not e.hijri]
    running = [e for e in running if e.year_shift is None]
    if len({e.month for e in running}) == 1:
        e = running[0]
        days = tuple(calendar.month_period(year, e.month) for year in _YEARS if e.month)
        yield Evidence(text[e.start : e.end], Kind.MONTH, any_year(days))


def near(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """A weekday with its day and month: not far from that day in one of the years where the two agree."""
    for e in found:
        if (
            e.weekday is not None
            and e.day is not None
            and e.month is not None
            and e.period is None
            and e.said_day is None
            and not e.hijri
        ):
            around = tuple(Period(d - _NEAR, d + _NEAR) for p in in_all_years(e) if (d := p.first))
            yield Evidence(text[e.start : e.end], Kind.NEAR, any_year(around))


def any_year(days: tuple[Period, ...]) -> tuple[Period, ...]:
    """These days of the listed years, and whatever lies before and after them."""
    return (Period(None, date(_YEARS[0], 1, 1)), *days, Period(date(_YEARS[-1], 12, 31), None))


def in_all_years(expression: Expression) -> tuple[Period, ...]:
    """The day in every year in which it falls on the weekday said."""
    periods = (calendar.in_year(expression, year) for year in _YEARS)
    return tuple(p for p in periods if p and p.first and expression.weekday in (None, p.first.weekday()))


def weekdays(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The weekday of publication, "اليوم الاثنين", "أمس الأحد": the one that most of these say, where there is one."""
    said = [
        Evidence(text[e.start : e.end], Kind.WEEKDAY, weekday=(e.weekday - e.said_day) % 7)
        for e in found
        if e.said_day is not None and e.weekday is not None and not (e.period or e.month)
    ]
    counts = Counter(e.weekday for e in said).most_common(2)
    if counts and (len(counts) == 1 or counts[0][1] > counts[1][1]):
        yield next(e for e in said if e.weekday == counts[0][0])
