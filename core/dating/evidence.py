"""What a text says of the day it was published: wordings, each with the days it leaves possible.

Wordings were chosen by what they are worth on the dated corpus (`bench/dating.py`): a kind that is wrong too often is
not evidence, however tempting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from core import calendar
from core.arabic import bare, fold
from core.calendar import Expression, Lean
from core.knowledge.calendar import load
from core.knowledge.world import World
from core.model import ALWAYS, Document, Field, Granularity, Mention, Period
from core.model import Kind as ActorKind


class Kind(StrEnum):
    """What a piece of evidence is, strongest first."""

    METADATA = "metadata"
    DATELINE = "dateline"
    STATED = "stated"  # "اليوم الاثنين 15 مارس 2013"
    CURRENT = "current"  # "العام الجاري 2018", "عام 2019 المقبل"
    TOLD = "told"  # "منذ 24 فبراير 2022": the article is younger
    HOLDER = "holder"  # "الرئيس الأميركي جو بايدن"
    MONTH = "month"  # "15 نيسان الجاري"
    NEAR = "near"  # "الاثنين 11 فبراير": the years in which that day is a Monday
    WEEKDAY = "weekday"  # "اليوم الاثنين"


@dataclass(frozen=True, slots=True)
class Evidence:
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

    >>> common((Period(date(2017, 1, 20), date(2021, 1, 20)),), (Period(date(2020, 1, 1), None),))
    (Period(first=datetime.date(2020, 1, 1), last=datetime.date(2021, 1, 20)),)
    """
    return tuple(both for one in a for other in b if not (both := one & other).empty)


#: The years in which a day without a year may lie.
_YEARS = range(1980, 2060)
#: News tells of a weekday with its date within so many days of it.
_NEAR = timedelta(150)
#: An office's holder may be so named a little before the term begins, and after it ends.
_EARLY, _LATE = timedelta(10), timedelta(10)
#: A publication line that cleaning left stands among so many lines at the head.
_HEAD = 3
#: The lead of an article, in characters: who holds an office there, holds it now.
_LEAD = 350


def collect(document: Document, world: World) -> tuple[Evidence, ...]:
    """Every piece of evidence, strongest first."""
    text = document.article.text
    found = calendar.find(text)
    return (
        *_datelines(document),
        *_stated(text, found),
        *_current(text, found),
        *_told(text, found),
        *_holders(document, world),
        *_months(text, found),
        *_near(text, found),
        *_weekdays(text, found),
    )


# -- a dateline -------------------------------------------------------------------------------------------------------


def _datelines(document: Document) -> Iterator[Evidence]:
    """The dateline, and lines at the head of the text that are a date and little else."""
    article = document.article
    for line in (article.dateline or "").splitlines():
        if found := _first_day(line):
            yield found
    for line in article.text.splitlines()[:_HEAD]:
        if len(line) <= 80 and (found := _first_day(line)) and _is_publication_line(line, found.wording):
            yield found


def _first_day(line: str) -> Evidence | None:
    """The first whole day in a line, unless it is the day of an update."""
    for expression in calendar.find(line):
        if expression.granularity is Granularity.DAY and expression.period is not None:
            if _updated().search(fold(line[: expression.start])):
                return None
            wording = line[expression.start : expression.end]
            return Evidence(wording, Kind.DATELINE, (_checked(expression, expression.period),))
    return None


def _is_publication_line(line: str, wording: str) -> bool:
    """Whether nothing but the date, a clock time and the usual words stand in the line."""
    rest = fold(line).replace(fold(wording), " ")
    return not re.sub(r"[\W\d_]+", "", _furniture().sub(" ", rest))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(bare(w)).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(_any(load().updated))


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(_any(load().dateline_words), re.IGNORECASE)


def _checked(expression: Expression, period: Period) -> Period:
    """The day said; where the weekday beside it is another day's, the days around it."""
    if period.only and expression.weekday not in (None, period.only.weekday()):
        return Period(period.shifted(-1).first, period.shifted(1).last)
    return period


# -- wordings of dates ------------------------------------------------------------------------------------------------


def _stated(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """Days that the text calls today, yesterday or tomorrow: with their year, or of any year."""
    for e in found:
        if e.said_day is None:
            continue
        if e.period is not None:
            days: tuple[Period, ...] = (_checked(e, e.period).shifted(-e.said_day),)
            yield Evidence(text[e.start : e.end], Kind.STATED, days)
        elif e.month is not None and e.day is not None and not e.hijri:
            days = tuple(p.shifted(-e.said_day) for p in _in_all_years(e))
            yield Evidence(text[e.start : e.end], Kind.STATED, _any_year(days))


def _current(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """A year or month said to be the running, the last or the coming one."""
    for e in found:
        if e.period is None or e.lean is None or not (e.period.first and e.period.last):
            continue
        year = timedelta(366)
        days = {
            Lean.THIS: e.period,
            Lean.PAST: Period(e.period.first, e.period.last + year),
            Lean.NEXT: Period(e.period.first - year, e.period.last),
        }.get(e.lean)
        if days:
            yield Evidence(text[e.start : e.end], Kind.CURRENT, (days,))


def _told(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The latest day that the text tells of as past: the article is no older."""
    past = [e for e in found if e.period and e.period.first and not e.lean and calendar.told(text, e)]
    if past:
        latest = max(past, key=lambda e: (e.period and e.period.first) or date.min)
        if latest.period:
            yield Evidence(text[latest.start : latest.end], Kind.TOLD, (Period(latest.period.first, None),))


def _months(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The month that the text calls the running one."""
    for e in found:
        if e.lean is Lean.THIS and e.month is not None and e.period is None and e.year_shift is None and not e.hijri:
            months = tuple(calendar.month_period(year, e.month) for year in _YEARS)
            yield Evidence(text[e.start : e.end], Kind.MONTH, _any_year(months))


def _near(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
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


def _weekdays(text: str, found: Iterable[Expression]) -> Iterator[Evidence]:
    """The weekday of publication: "اليوم الاثنين", "أمس الأحد"."""
    for e in found:
        if e.said_day is not None and e.weekday is not None and not (e.period or e.month):
            yield Evidence(text[e.start : e.end], Kind.WEEKDAY, weekday=(e.weekday - e.said_day) % 7)


# -- who held which office --------------------------------------------------------------------------------------------


def _holders(document: Document, world: World) -> Iterator[Evidence]:
    """Persons named with an office: the article is no older than their first term, and, where the title or the lead
    names them so, of one of their terms. Where terms of the lead do not meet, the later ones are the present.
    """
    held = {m.actor.actor_id: (m, terms) for m in document.mentions if (terms := _terms(document, m, world))}
    lead = {m.actor.actor_id for m in document.mentions if _in_lead(m)}
    latest_first = sorted(held.values(), key=lambda h: (h[1][-1].first or date.min, h[0].start), reverse=True)
    present: tuple[Period, ...] = (ALWAYS,)
    for mention, terms in latest_first:
        days: tuple[Period, ...] = (Period(terms[0].first and terms[0].first - _EARLY, None),)
        if mention.actor.actor_id in lead and (both := common(present, terms)):
            present = both
            days = tuple(Period(t.first and t.first - _EARLY, t.last and t.last + _LATE) for t in terms)
        yield Evidence(f"{mention.role} {mention.surface}", Kind.HOLDER, days)


def _terms(document: Document, mention: Mention, world: World) -> tuple[Period, ...]:
    """The terms in which the person held the office said beside the name; () where it is not said to be held now."""
    if mention.actor.kind is not ActorKind.PERSON or mention.office_id is None or mention.how != "name":
        return ()
    if _is_former(document, mention):
        return ()
    terms = (t.period for t in world.terms_of(mention.actor.actor_id) if t.office_id == mention.office_id)
    return tuple(sorted(terms, key=lambda t: t.first or date.min))


def _in_lead(mention: Mention) -> bool:
    return mention.field is Field.TITLE or (mention.field is Field.TEXT and mention.start < _LEAD)


def _is_former(document: Document, mention: Mention) -> bool:
    text = fold(document.article.column(mention.field))
    around = text[max(0, mention.start - 40) : mention.start] + " " + text[mention.end : mention.end + 25]
    return bool(_former().search(around))


@cache
def _former() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?(?:{_any(load().former)})(?!\w)")
