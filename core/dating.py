"""When an article was published: from its metadata, its dateline, or what its text allows. Never a made-up day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from core import calendar
from core.arabic import bare, fold
from core.calendar import Expression
from core.knowledge.calendar import load
from core.knowledge.world import World
from core.model import Basis, Document, Granularity, Period, Published


class Kind(StrEnum):
    """What a piece of evidence is, strongest first."""

    METADATA = "metadata"
    DATELINE = "dateline"
    STATED = "stated"  # "اليوم الاثنين 15 مارس 2013"


class Evidence(NamedTuple):
    """A wording, what kind of evidence it is, and the days of publication it leaves possible."""

    wording: str
    kind: Kind
    period: Period


def publish(document: Document, world: World | None = None, today: date | None = None) -> Document:
    """Date the article. Metadata stands; else the strongest evidence decides, and the rest may only narrow it.

    `today` is the day of indexing, an upper bound for every article; null leaves it out, so that the same source
    gives the same table on any day.
    """
    article = document.article
    if article.published.basis is Basis.METADATA:
        return document
    evidence = explain(document, world)
    if not evidence:
        return document
    first = evidence[0]
    basis = Basis.DATELINE if first.kind is Kind.DATELINE else Basis.INFERRED
    published = Published(first.period & Period(None, today), basis, first.wording)
    return replace(document, article=replace(article, published=published))


def explain(document: Document, world: World | None = None) -> tuple[Evidence, ...]:
    """The evidence for the article's day, strongest first: what `publish` weighs, and `core explain` shows."""
    article = document.article
    found: list[Evidence] = []
    if article.published.basis is Basis.METADATA:
        found.append(Evidence(article.published.evidence or "", Kind.METADATA, article.published.period))
    found.extend(_datelines(document))
    found.extend(_stated(document))
    return tuple(found)


def _datelines(document: Document) -> Iterator[Evidence]:
    """Publication lines: the dateline column, and lines of the text that are a date and little else."""
    article = document.article
    lines = [line for line in (article.dateline or "").splitlines() if line.strip()]
    for line in lines:
        if found := _first_day(line):
            yield found
    for line in article.text.splitlines()[:6]:
        if len(line) <= 80 and (found := _first_day(line)) and _is_publication_line(line, found.wording):
            yield found


def _first_day(line: str) -> Evidence | None:
    """The first whole day in a line, before any "last updated"."""
    for expression in calendar.find(line):
        if expression.granularity is Granularity.DAY and expression.period is not None:
            if _updated().search(fold(line[: expression.start])):
                return None
            wording = line[expression.start : expression.end]
            return Evidence(wording, Kind.DATELINE, _checked(expression, expression.period))
    return None


def _is_publication_line(line: str, wording: str) -> bool:
    """Whether nothing but the date, a clock time and the usual words stand in the line."""
    rest = fold(line).replace(fold(wording), " ")
    return not re.sub(r"[\W\d_]+", "", _furniture().sub(" ", rest))


@cache
def _updated() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(bare(w)) for w in load().updated))


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(bare(w)) for w in sorted(load().dateline_words, key=len, reverse=True)), re.I)


def _checked(expression: Expression, period: Period) -> Period:
    """The day said; where the weekday beside it is another day's, the days around it."""
    if period.only and expression.weekday not in (None, period.only.weekday()):
        return Period(period.shifted(-1).first, period.shifted(1).last)
    return period


def _stated(document: Document) -> Iterator[Evidence]:
    """Days with a year that the text calls today, yesterday or tomorrow."""
    text = document.article.text
    for expression in calendar.find(text):
        if expression.period is not None and expression.said_day is not None:
            period = _checked(expression, expression.period).shifted(-expression.said_day)
            yield Evidence(text[expression.start : expression.end], Kind.STATED, period)
