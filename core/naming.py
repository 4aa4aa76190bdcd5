"""What the matches in a text mean together: names, bodies ("وزارة الخارجية الروسية"), titles and whose they are.

`read` looks at one text alone; what needs the whole article, or its day, is decided by the stages that use it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from core.arabic import Token, bare, tokens
from core.knowledge.titles import TITLES
from core.knowledge.world import NOBODY, AmbiguousEntry, World
from core.matching import BodyPattern, Hit, Matcher, TitlePattern, matcher
from core.model import Kind

_QUALIFIERS = TITLES.folded("qualifiers")
_FORMER = TITLES.folded("former")
_PLACES_AFTER = TITLES.folded("places_after")
_TO = TITLES.merged_article[0]  # ل, which may join a title to its country or body

#: Definite words skipped at most between a ministry's title and its nationality ("وزير الخارجية والتعاون الإماراتي").
_SKIP = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A wording that names an actor: one of `candidates`, by `how`; its word begins at `begin`, with the proclitic.

    how: name; short (a surname or the like, which needs support); body (by pattern); capital (the country, or the place
    itself); adjective (a nationality).
    """

    start: int
    end: int
    begin: int
    candidates: tuple[str, ...]
    how: str
    clitic: str = ""
    form: str = ""  # folded, of a name that the knowledge lists


@dataclass(frozen=True, slots=True)
class Title:
    """A title, with the country or body (`owner`) it is of; null where the text leaves that open.

    `office` is the kind of office, null in "نظيره", which takes it from whoever was named before. `body_kind` is set
    where only the kind of its body is said ("المتحدث باسم الحكومة"). `former`: it says that the office was left.
    """

    start: int
    end: int
    begin: int
    office: str | None
    owner: str | None = None
    gender: str = "m"
    number: str = "singular"
    several: bool = False
    former: bool = False
    body_kind: str | None = None
    alone: bool = False  # an office of which there is one: its title says whose it is

    @property
    def office_id(self) -> str | None:
        """The office's id, where the text says whose it is."""
        if self.alone:
            return self.office
        return f"{self.owner}-{self.office}" if self.owner and self.office else None


@dataclass(frozen=True, slots=True)
class BareBody:
    """The beginning of a body's pattern with no owner behind it: "وزارة الخارجية", "البرلمان"."""

    start: int
    end: int
    begin: int
    kind: str
    clitic: str = ""
    alone: bool = False  # by itself it means that of the country last named


@dataclass(frozen=True, slots=True)
class Reading:
    """All names, titles and bare bodies of a text, each in order."""

    names: tuple[Named, ...] = ()
    titles: tuple[Title, ...] = ()
    bodies: tuple[BareBody, ...] = ()


S = TypeVar("S", bound=Named | Title | BareBody)


@lru_cache(maxsize=32)
def read(text: str, world: World) -> Reading:
    """The names, titles and bodies of `text`. Cached, since two stages ask for the same text."""
    return _Reader(text, matcher(world)).reading() if text else Reading()


class _Reader:
    """One text's matches, by where their word begins."""

    def __init__(self, text: str, found: Matcher) -> None:
        self.text, self.world = text, found.world
        self.hits = found.hits(text)
        self.at: dict[int, list[Hit]] = defaultdict(list)
        for hit in self.hits:
            self.at[hit.begin].append(hit)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens(self.text)

    @cached_property
    def starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset(t.form for t in self.tokens)

    def reading(self) -> Reading:
        composed, bodies = self._bodies()
        spans: list[Named | BareBody] = _leftmost_longest((*self._plain(), *composed, *bodies))
        outer = [s for s in spans if isinstance(s, Named)]
        names = sorted([*outer, *self._within(outer)], key=lambda n: (n.begin, -n.end))
        self.names = {n.begin: n for n in names}
        self.bodies = {s.begin: s for s in spans if isinstance(s, BareBody)}
        titles = _leftmost_longest(t for t in self._titles() if not _inside(t, names))
        return Reading(tuple(names), tuple(titles), tuple(self.bodies.values()))

    # -- words around

    def before(self, offset: int) -> str:
        """The form of the word that ends before `offset` on the line, quotation marks passed over; "" for none."""
        at = bisect_left(self.starts, offset) - 1
        while at >= 0 and self.tokens[at].form in TITLES.quotes:
            at -= 1
        if at < 0 or "\n" in self.text[self.tokens[at].end : offset]:
            return ""
        return self.tokens[at].form

    def after(self, offset: int) -> Token | None:
        """The word right behind `offset`, over spaces only; None where the line ends or another mark stands there."""
        at = bisect_left(self.starts, offset)
        if at == len(self.tokens) or self.text[offset : self.tokens[at].start].strip(" _"):
            return None
        return self.tokens[at] if self.tokens[at].form[0].isalnum() else None

    # -- names

    def _plain(self) -> Iterator[Named]:
        for hit in self.hits:
            entry = hit.entry
            ambiguous = self.world.ambiguous.get(hit.form)
            decided = self._decide(hit, ambiguous) if ambiguous else None
            if decided:
                if decided != NOBODY:
                    yield _named(hit, (decided,), "name" if entry.names or entry.capital else "adjective")
            elif ambiguous and not entry.shorts:
                continue
            elif entry.names:
                yield _named(hit, entry.names, "name")
            elif entry.capital:
                place = hit.clitic in TITLES.place_clitics or self.before(hit.begin) in _PLACES_AFTER
                yield _named(hit, (f"{entry.capital}-capital" if place else entry.capital,), "capital")
            elif entry.nationalities:
                yield _named(hit, tuple(dict.fromkeys(n.country_id for n in entry.nationalities)), "adjective")
            elif entry.shorts:
                yield _named(hit, entry.shorts, "short")

    def _within(self, names: list[Named]) -> list[Named]:
        """Persons and nationalities within the names of governments ("نظام الأسد", "النظام السوري")."""
        governments = [n for n in names if n.candidates[0].endswith(TITLES.of_persons)]
        inner: list[Named] = []
        for hit in self.hits if governments else ():
            if not any(n.start < hit.begin and hit.end <= n.end for n in governments):
                continue
            people = [a for a in hit.entry.names or hit.entry.shorts if self.world.actors[a].kind is Kind.PERSON]
            if people:
                inner.append(_named(hit, tuple(people), "name" if hit.entry.names else "short"))
            elif hit.entry.nationalities:
                inner.append(
                    _named(hit, tuple(dict.fromkeys(n.country_id for n in hit.entry.nationalities)), "adjective")
                )
        return _leftmost_longest(inner)

    def _decide(self, hit: Hit, entry: AmbiguousEntry) -> str | None:
        """Who an ambiguous name means, or `NOBODY`: by the word before or behind it, words anywhere, the default."""
        behind = self.after(hit.end)
        neighbours = (
            (entry.after, {self.before(hit.begin)}),
            (entry.before, {behind.form} if behind else set()),
            (entry.cues, self.forms),
        )
        for deciding, forms in neighbours:
            for actor, words in deciding.items():
                if not _written(tuple(words)).isdisjoint(forms):
                    return actor
        return entry.default

    # -- bodies by pattern

    def _bodies(self) -> tuple[list[Named], list[BareBody]]:
        found: list[Named] = []
        bare_bodies: list[BareBody] = []
        for hit in self.hits:
            for pattern in hit.entry.bodies:
                if pattern.adjectival and TITLES.is_definite(self.before(hit.begin)):
                    continue
                if body := self._body(hit, pattern):
                    found.append(body)
                elif not pattern.adjectival and pattern.slot != "country":
                    bare_bodies.append(
                        BareBody(hit.start, hit.end, hit.begin, pattern.kind_id, hit.clitic, pattern.alone)
                    )
        return found, bare_bodies

    def _body(self, hit: Hit, pattern: BodyPattern) -> Named | None:
        owner = self._country(hit.end) if pattern.slot == "country" else self._nationality(hit.end, pattern.slot, 1)
        if owner is None:
            return None
        country, end = owner
        return Named(hit.start, end, hit.begin, (f"{country}-{pattern.kind_id}",), "body", hit.clitic)

    def _nationality(self, offset: int, gender: str | None, skip: int, clitic: str = "") -> tuple[str, int] | None:
        """The definite nationality behind `offset` and where it ends, over at most `skip` definite words."""
        for _ in range(skip + 1):
            word = self.after(offset)
            if word is None:
                return None
            for hit in self.at.get(word.start, ()):
                for said in hit.entry.nationalities:
                    fits = said.definite and said.number == "singular" and gender in (None, said.gender)
                    if hit.clitic == clitic and fits:
                        return said.country_id, hit.end
            if not TITLES.is_definite(word.form):
                return None
            offset = word.end
        return None

    def _country(self, offset: int, clitic: str = "") -> tuple[str, int] | None:
        """The country named right behind `offset`, by itself or by its capital, and where its name ends."""
        word = self.after(offset)
        best: tuple[str, int] | None = None
        for hit in self.at.get(word.start, ()) if word else ():
            if hit.clitic == clitic and (best is None or hit.end > best[1]):
                countries = [a for a in hit.entry.names if self.world.actors[a].kind is Kind.COUNTRY]
                if countries or hit.entry.capital:
                    best = (countries or [hit.entry.capital or ""])[0], hit.end
        return best

    # -- titles

    def _titles(self) -> Iterator[Title]:
        for hit in self.hits:
            for pattern in hit.entry.titles:
                yield from self._title(hit, pattern)
            if hit.entry.counterpart:
                yield self._counterpart(hit)

    def _title(self, hit: Hit, pattern: TitlePattern) -> Iterator[Title]:
        kind = pattern.kind
        title = Title(hit.start, hit.end, hit.begin, kind.id, None, pattern.gender, pattern.number, kind.several)
        if kind.of == "one":
            yield self._closed(replace(title, alone=True), hit.end)
        elif kind.of == "body":
            yield from self._of_body(title)
        elif pattern.number == "dual":
            yield from self._dual(title, pattern)
        else:
            yield from self._of_country(title, pattern)

    def _of_country(self, title: Title, pattern: TitlePattern) -> Iterator[Title]:
        qualified, former = self._qualified(title.end)
        if owner := self._owner(qualified, pattern):
            country, end = owner
            end = self._suffixed(end, pattern.suffix)
            if end:
                yield self._closed(replace(title, owner=country, former=former), end)
        elif pattern.definite and not pattern.suffix:
            yield self._closed(title, title.end)

    def _owner(self, offset: int, pattern: TitlePattern, clitic: str = "") -> tuple[str, int] | None:
        """Whose the title is: a nationality behind a definite one, a country behind a construct."""
        if not pattern.definite:
            return self._country(offset, clitic)
        skip = _SKIP if pattern.long else 0
        return self._nationality(offset, None, skip, clitic) or self._country(offset, _TO)

    def _of_body(self, title: Title) -> Iterator[Title]:
        word = self.after(title.end)
        named = self.names.get(word.start) if word else None
        body = self.bodies.get(word.start) if word else None
        if named and named.clitic in ("", _TO) and self.world.actors[named.candidates[0]].kind is Kind.ORGANISATION:
            owner, office = self.world.heading(title.office or "", named.candidates[0])
            yield self._closed(replace(title, owner=owner, office=office), named.end)
        elif body and body.clitic in ("", _TO):
            yield self._closed(replace(title, body_kind=body.kind), body.end)

    def _dual(self, title: Title, pattern: TitlePattern) -> Iterator[Title]:
        """A title for each of the two in "الرئيسان الروسي والأميركي", with a name behind each or none."""
        first = self._owner(title.end, pattern)
        if first is None:
            if pattern.definite:
                yield title
            return
        country, end = first
        yield replace(title, owner=country, number="singular", end=end)
        if named := self._person_behind(end):
            end = named.end
        end = self._over_comma(end)
        for conjunction in TITLES.conjunctions:
            if second := self._owner(end, pattern, conjunction):
                begin = self.after(end)
                assert begin is not None  # noqa: S101 - an owner was found there
                start = begin.start + len(conjunction)
                yield replace(title, owner=second[0], number="singular", begin=begin.start, start=start, end=second[1])

    def _person_behind(self, offset: int) -> Named | None:
        word = self.after(self._over_comma(offset))
        named = self.names.get(word.start) if word else None
        return named if named and self.world.actors[named.candidates[0]].kind is Kind.PERSON else None

    def _over_comma(self, offset: int) -> int:
        at = bisect_left(self.starts, offset)
        comma = at < len(self.tokens) and self.tokens[at].form in TITLES.commas
        return self.tokens[at].end if comma else offset

    def _counterpart(self, hit: Hit) -> Title:
        country, end = self._nationality(hit.end, None, 0) or (None, hit.end)
        return self._closed(Title(hit.start, hit.end, hit.begin, None, country), end)

    def _suffixed(self, offset: int, suffix: str) -> int:
        """The end of `suffix` where it stands behind `offset`; 0 where it doesn't."""
        for word in suffix.split():
            token = self.after(offset)
            if token is None or token.form != word:
                return 0
            offset = token.end
        return offset

    def _qualified(self, offset: int) -> tuple[int, bool]:
        """Where the qualifiers behind `offset` end ("السابق"), and whether one says that the office was left."""
        former = False
        while (word := self.after(offset)) and word.form in _QUALIFIERS:
            offset, former = word.end, former or word.form in _FORMER
        return offset, former

    def _closed(self, title: Title, end: int) -> Title:
        """The title ending at `end`, or where the qualifiers behind it do."""
        end, former = self._qualified(end)
        return replace(title, end=end, former=title.former or former)


def _named(hit: Hit, candidates: tuple[str, ...], how: str) -> Named:
    return Named(hit.start, hit.end, hit.begin, candidates, how, hit.clitic, hit.form)


@lru_cache(maxsize=512)
def _written(words: tuple[str, ...]) -> frozenset[str]:
    """The words folded, by themselves and behind each proclitic."""
    return frozenset(clitic + bare(word) for word in words for clitic in ("", *TITLES.clitics))


def _leftmost_longest(spans: Iterable[S]) -> list[S]:
    """Of overlapping spans the first, and of those that start together the longest; in order."""
    taken: list[S] = []
    for span in sorted(spans, key=lambda s: (s.begin, -s.end)):
        if not taken or span.begin >= taken[-1].end:
            taken.append(span)
    return taken


def _inside(span: Title, names: list[Named]) -> bool:
    """True where one name covers the span and more."""
    at = bisect_left(names, span.begin + 1, key=lambda n: n.begin) - 1
    return at >= 0 and names[at].end >= span.end and (names[at].begin, names[at].end) != (span.begin, span.end)
