"""Who holds which office bounds the day: "الرئيس الأميركي جو بايدن"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from core import calendar
from core.arabic import bare, fold
from core.dating.evidence import Evidence, Kind, common
from core.knowledge.calendar import load
from core.knowledge.world import World
from core.model import ALWAYS, Document, Field, Mention, Period
from core.model import Kind as ActorKind

#: An office's holder may be so named a little before the term begins, and after it ends.
_EARLY, _LATE = timedelta(21), timedelta(45)
#: Kinds of office whose wording is loose ("زعيم تنظيم القاعدة", "رئيس حكومة حماس"): no evidence.
_LOOSE = frozenset({"head", "deputy-head", "member", "envoy", "director-general"})
#: Nobody of this archive was published while an office that ended before this day was held.
_HISTORY = date(2000, 1, 1)
#: The lead of an article, in characters.
_LEAD = 350


def holders(document: Document, world: World) -> Iterator[Evidence]:
    """Persons named with an office: the article is no older than their first term, and, where they are introduced as
    of the present, of one of their terms. Where such terms do not meet, the later ones are the present.
    """
    held = {m.actor.actor_id: (m, terms) for m in document.mentions if (terms := _terms(document, m, world))}
    now = {m.actor.actor_id for m in document.mentions if _is_present(document, m, world)}
    latest_first = sorted(held.values(), key=lambda h: (h[1][-1].first or date.min, h[0].start), reverse=True)
    present: tuple[Period, ...] = (ALWAYS,)
    for mention, terms in latest_first:
        days: tuple[Period, ...] = (Period(terms[0].first and terms[0].first - _EARLY, None),)
        if mention.actor.actor_id in now and (both := common(present, terms)):
            present = both
            days = tuple(Period(t.first and t.first - _EARLY, t.last and t.last + _LATE) for t in terms)
        yield Evidence(f"{mention.role} {mention.surface}", Kind.HOLDER, days)


def _terms(document: Document, mention: Mention, world: World) -> tuple[Period, ...]:
    """The terms in which the person held the office said beside the name; () where it is not said to be held now."""
    if mention.actor.kind is not ActorKind.PERSON or mention.office_id is None or mention.how != "name":
        return ()
    if world.office(mention.office_id).kind in _LOOSE or _is_former(document, mention):
        return ()
    terms = (t.period for t in world.terms_of(mention.actor.actor_id) if t.office_id == mention.office_id)
    terms = (t for t in terms if t.last is None or t.last > _HISTORY)
    return tuple(sorted(terms, key=lambda t: t.first or date.min))


def _is_present(document: Document, mention: Mention, world: World) -> bool:
    """Whether the wording introduces somebody of the news: in the title or the lead, or with the country. "الرئيس
    ريتشارد نيكسون" further down may be history, and so may whoever stands in a sentence with a year of its own.
    """
    in_lead = mention.field is Field.TITLE or (mention.field is Field.TEXT and mention.start < _LEAD)
    words = [bare(word).removeprefix("ل") for word in (mention.role or "").split()]
    of_country = any(word in world.adjectives or word in world.names for word in words)
    return (in_lead or of_country) and not _in_history(document, mention)


def _is_former(document: Document, mention: Mention) -> bool:
    """Whether words beside the name or its title say that the office is no longer, or not yet, held."""
    text, role = document.article.column(mention.field), mention.role or ""
    around = (text[max(0, mention.start - 40) : mention.start], role, text[mention.end : mention.end + len(role) + 25])
    return bool(_former().search(fold(" ".join(around))))


def _in_history(document: Document, mention: Mention) -> bool:
    """Whether the sentence has a year of its own: it may tell of a holder of that time."""
    text = document.article.column(mention.field)
    start = max(text.rfind(stop, 0, mention.start) for stop in ".\n") + 1
    end = min((i for stop in ".\n" if (i := text.find(stop, mention.end)) >= 0), default=len(text))
    return any(e.period and start <= e.start < end for e in calendar.find(text))


@cache
def _former() -> re.Pattern[str]:
    former = "|".join(re.escape(bare(w)) for w in load().former)
    return re.compile(rf"(?<!\w)[وف]?(?:{former})(?!\w)")
