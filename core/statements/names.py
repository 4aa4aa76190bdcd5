"""The actors and dates of an article's body, by token: who is named where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from core.model import Actor, DateSpan, Document, Field, Kind, Mention
from core.statements.layout import Layout

_BACK = 300  # names that a reader may be pointed back over
_FEMININE = ("ة", "اء", "ات")


class Named(msgspec.Struct, frozen=True):
    """A mention and the tokens it covers, `last` included."""

    mention: Mention
    first: int
    last: int
    clitic: bool  # something stands before the name within its first token, as in "للكرملين"

    @property
    def actor(self) -> Actor:
        """Who is named."""
        return self.mention.actor

    @property
    def person(self) -> bool:
        """True where a person is named."""
        return self.mention.actor.kind is Kind.PERSON


@dataclass(frozen=True, slots=True)
class Names:
    """Who is named at each token (`at`), in order of the text (`all`), and which tokens tell a date (`dated`) or name a
    place that nobody stands for (`places`).
    """

    all: tuple[Named, ...]
    at: dict[int, Named]
    dated: dict[int, int]  # token -> last token of its date
    firsts: list[int]  # the first token of each in `all`
    countries: dict[int, Actor]  # token -> the country of the adjective of nationality that stands there
    places: frozenset[int]

    def within(self, first: int, end: int) -> list[Named]:
        """Those named from token `first` up to `end`."""
        begin, stop = bisect_left(self.firsts, first), bisect_left(self.firsts, end)
        return [n for n in self.all[begin:stop] if n.last < end]

    def before(self, at: int) -> Iterator[Named]:
        """Those named before token `at`, the latest first, as far back as a reader would look."""
        stop = bisect_left(self.firsts, at)
        return (n for n in reversed(self.all[max(0, stop - _BACK) : stop]) if n.last < at)


def of(document: Document, layout: Layout, verbs: Container[str] = ()) -> Names:
    """Index the body's mentions and dates by token. Adjectives of nationality and plain places name no speaker,
    nor does a word that reads as one of `verbs`, unless it is a known person's name.
    """
    offsets = [t.start for t in layout.tokens]
    found = _named(document.mentions, layout, offsets)
    sure = (n for n in found if n.last > n.first or (n.person and n.actor.known) or layout.form(n.first) not in verbs)
    named = sorted(sure, key=lambda n: (n.first, -n.last))
    at: dict[int, Named] = {}
    for one in named:
        for token in range(one.first, one.last + 1):
            held = at.get(token)
            if held is None or (one.person and not held.person and one.first >= held.first):
                at[token] = one
    firsts = [n.first for n in named]
    dated, countries = dict(_dated(document.dates, offsets)), dict(_nationalities(document, offsets))
    return Names(tuple(named), at, dated, firsts, countries, frozenset(_places(document.mentions, offsets)))


def _nationalities(document: Document, offsets: list[int]) -> Iterable[tuple[int, Actor]]:
    for mention in document.mentions:
        if mention.field is Field.TEXT and mention.how == "adjective":
            yield bisect_right(offsets, mention.start) - 1, mention.actor


def _named(mentions: Iterable[Mention], layout: Layout, offsets: list[int]) -> Iterable[Named]:
    for mention in mentions:
        if mention.field is not Field.TEXT or mention.how == "adjective" or mention.actor.kind is Kind.PLACE:
            continue
        first, last = bisect_right(offsets, mention.start) - 1, bisect_right(offsets, mention.end - 1) - 1
        if first >= 0:
            yield Named(mention, first, last, layout.tokens[first].start < mention.start)


def _places(mentions: Iterable[Mention], offsets: list[int]) -> Iterable[int]:
    for mention in mentions:
        if mention.field is Field.TEXT and mention.actor.kind is Kind.PLACE:
            yield from range(bisect_right(offsets, mention.start) - 1, bisect_right(offsets, mention.end - 1))


def _dated(dates: Iterable[DateSpan], offsets: list[int]) -> Iterable[tuple[int, int]]:
    for span in dates:
        if span.field is Field.TEXT:
            first, last = bisect_right(offsets, span.start) - 1, bisect_right(offsets, span.end - 1) - 1
            yield from ((token, last) for token in range(first, last + 1))


def gender(actor: Actor) -> str | None:
    """The gender an actor's name takes in agreement; null where it can't be told."""
    if actor.gender:
        return actor.gender
    if actor.kind is Kind.COUNTRY:
        return "f"
    if actor.kind is Kind.PERSON:
        return None
    return "f" if actor.label.split(" ")[0].endswith(_FEMININE) else "m"
