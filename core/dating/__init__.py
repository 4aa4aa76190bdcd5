"""When an article was published: from its metadata, its dateline, or what its text allows. Never a made-up day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from core import calendar
from core.dating import wordings
from core.dating.datelines import address, datelines, yearless
from core.dating.evidence import Evidence, Kind
from core.dating.holders import holders
from core.dating.weighing import weigh
from core.knowledge.world import World
from core.model import Basis, Document, Period, Published

__all__ = ["Evidence", "Kind", "explain", "publish"]

#: How many wordings the evidence of an article names at most.
_NAMED = 4


def publish(document: Document, world: World, today: date | None = None) -> Document:
    """Date the article. Metadata stands; else the evidence is weighed, strongest first.

    Metadata that says only the last day it can have been (when a crawler fetched it) bounds what the rest says.

    `today` is the day of indexing: no article is younger. Null leaves that bound out.
    """
    article = document.article
    if _is_given(article.published):
        return document
    period, used = weigh(collect(document, world))
    if not (period & article.published.period).empty:
        period = period & article.published.period
    if today and (period.last is None or period.last > today) and period.holds(today):
        period = Period(period.first, today)
    given = article.published
    published = Published(period, _basis(used) if used else given.basis, _named(used) or given.evidence)
    return replace(document, article=replace(article, published=published))


def explain(document: Document, world: World) -> tuple[Evidence, ...]:
    """All the evidence for the article's day, strongest first, and whether it was `used`: for `core explain`."""
    published = document.article.published
    given = Evidence(published.evidence or "", Kind.METADATA, (published.period,), used=True)
    if _is_given(published):
        return (given,)
    evidence = collect(document, world)
    _, used = weigh(evidence)
    weighed = tuple(replace(e, used=e in used) for e in evidence)
    return (given, *weighed) if published.basis is Basis.METADATA else weighed


def _is_given(published: Published) -> bool:
    """True where metadata says when, and not only until when."""
    return published.basis is Basis.METADATA and published.period.days is not None


def collect(document: Document, world: World) -> tuple[Evidence, ...]:
    """Every piece of evidence, strongest first."""
    text = document.article.text
    found = calendar.find(text)
    weekdays = tuple(wordings.weekdays(text, found))
    return (
        *address(document.article.url),
        *datelines(document, {e.weekday for e in weekdays if e.weekday is not None}),
        *wordings.stated(text, found),
        *wordings.current(text, found),
        *wordings.told(text, found),
        *wordings.captions(document.article.captions),
        *wordings.landmarks(text),
        *holders(document, world),
        *yearless(document),
        *wordings.months(text, found),
        *wordings.near(text, found),
        *weekdays,
    )


def _basis(used: Iterable[Evidence]) -> Basis:
    kinds = {e.kind for e in used}
    if Kind.ADDRESS in kinds:
        return Basis.METADATA
    return Basis.DATELINE if Kind.DATELINE in kinds else Basis.INFERRED if kinds else Basis.NONE


def _named(used: Iterable[Evidence]) -> str | None:
    """The wordings that decided, each once."""
    return "؛ ".join(list(dict.fromkeys(e.wording for e in used))[:_NAMED]) or None
