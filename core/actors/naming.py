"""What the matches in a text mean together: names, bodies ("وزارة الخارجية الروسية"), titles and whose they are.

`read` looks at one text alone; what needs the whole article, or its day, is decided by the stages that use it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from core.actors.matching import BodyPattern, Hit, Matcher, TitlePattern, matcher
from core.arabic import TEXTS, Token, bare, starts, tokens
from core.knowledge.titles import TITLES
from core.knowledge.world import NOBODY, AmbiguousEntry, World
from core.model import Kind

_QUALIFIERS = TITLES.folded("qualifiers")
_FORMER = TITLES.folded("former")
_PLACES_AFTER = TITLES.folded("places_after")
_TO = TITLES.merged_article[0]  # ل, which may join a title to its country or body
_OTHERS = frozenset(TITLES.with_clitics(TITLES.folded("others")))
_POSTS = TITLES.folded("posts")
_CHARGES = TITLES.folded("charges")
_TELLING, _COMMON = TITLES.folded("telling"), TITLES.folded("common")

#: Definite words at most of what an official is charged with ("لشؤون الشرق الأدنى وشمال أفريقيا" is longer).
_CHARGED = 3

#: Definite words skipped at most between a ministry's title and its nationality ("وزير الخارجية والتعاون الإماراتي").
_SKIP = 3


class Named(msgspec.Struct, frozen=True):
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


class Title(msgspec.Struct, frozen=True):
    """A title, with the country or body (`owner`) it is of; null where the text leaves that open.

    `office` is the kind of office, null in "نظيره", which takes it from whoever was named before. `body_kind` is set
    where only the kind of its body is said ("المتحدث باسم الحكومة"). `former`: it says that the office was left.
    `inner` is the title within it, of whoever its holder serves ("مستشار الرئيس الأميركي"); `other` what a word before
    it makes of it, which is somebody else ("زوجة الرئيس السوري"); `post` where its holder is sent to.
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
    inner: Title | None = None
    other: Title | None = None
    post: str | None = None

    @property
    def office_id(self) -> str | None:
        """The office's id, where the text says whose it is."""
        if self.alone:
            return self.office
        return f"{self.owner}-{self.office}" if self.owner and self.office else None


class BareBody(msgspec.Struct, frozen=True):
    """The beginning of a body's pattern with no owner behind it: "وزارة الخارجية", "البرلمان"."""

    start: int
    end: int
    begin: int
    kind: str
    clitic: str = ""
    alone: bool = False  # by itself it means that of the country last named


class Reading(msgspec.Struct, frozen=True):
    """All names, titles and bare bodies of a text, each in order."""

    names: tuple[Named, ...] = ()
    titles: tuple[Title, ...] = ()
    bodies: tuple[BareBody, ...] = ()


S = TypeVar("S", bound=Named | Title | BareBody)


@lru_cache(maxsize=TEXTS)
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
    def starts(self) -> tuple[int, ...]:
        return starts(self.text)

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
        return Reading(tuple(names), tuple(self._placed(t) for t in titles), tuple(self.bodies.values()))

    # -- words around

    def before(self, offset: int) -> str:
        """The form of the word that ends before `offset` on the line, quotation marks passed over; "" for none."""
        word = self._word_before(offset)
        return word.form if word else ""

    def _word_before(self, offset: int) -> Token | None:
        at = bisect_left(self.starts, offset) - 1
        while at >= 0 and self.tokens[at].form in TITLES.quotes:
            at -= 1
        if at < 0 or "\n" in self.text[self.tokens[at].end : offset]:
            return None
        return self.tokens[at]

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
                if not self._goes_on(hit):
                    yield _named(hit, entry.names, "name")
            elif entry.capital:
                place = hit.clitic in TITLES.place_clitics or self.before(hit.begin) in _PLACES_AFTER
                yield _named(hit, (f"{entry.capital}-capital" if place else entry.capital,), "capital")
            elif entry.nationalities:
                if not _language(hit):
                    yield _nationals(hit)
            elif entry.shorts:
                yield _named(hit, entry.shorts, "short")

    def _goes_on(self, hit: Hit) -> bool:
        """True of a name of a common noun and adjectives that another adjective, not the body's own nationality, makes
        another body's ("الحزب الديمقراطي الليبرالي").
        """
        first, *rest = hit.form.split()
        if first not in _COMMON or not all(word.startswith(TITLES.article) for word in rest):
            return False
        if rest and rest[-1] in self.world.adjectives:
            return False  # "المجلس التأسيسي التونسي"
        if not self._specified(hit.end):
            return False
        countries = {self.world.actors[candidate].country_id for candidate in hit.entry.names}
        national = self._nationality(hit.end, None, 0)
        return national is None or national[0] not in countries

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
                inner.append(_nationals(hit))
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
        patterned = [(hit, pattern) for hit in self.hits for pattern in hit.entry.bodies]
        patterned.sort(key=lambda pair: pair[0].start - pair[0].end)  # the longest wording tells
        for hit, pattern in patterned:
            if pattern.adjectival and TITLES.is_definite(self.before(hit.begin)):
                continue
            if pattern.slot == "country" and self._officers(hit):
                continue
            if body := self._body(hit, pattern):
                found.append(body)
            elif not pattern.adjectival and pattern.slot != "country" and not self._specified(hit.end):
                bare_bodies.append(BareBody(hit.start, hit.end, hit.begin, pattern.kind_id, hit.clitic, pattern.alone))
        return found, bare_bodies

    def _specified(self, offset: int) -> bool:
        """True where the adjective behind a body's wording makes it one of another kind ("وزارة التعليم العالي")."""
        word = self.after(offset)
        if word is None or not (word.form.startswith(TITLES.article) and word.form.endswith(TITLES.relational)):
            return False
        return TITLES.is_definite(word.form) and word.form not in _TELLING

    def _officers(self, hit: Hit) -> bool:
        """True of the beginning of a body that is the end of a title: "خارجية" in "وزير خارجية روسيا"."""
        word = self._word_before(hit.begin)
        return word is not None and any(h.entry.titles and h.end == hit.end for h in self.at.get(word.start, ()))

    def _body(self, hit: Hit, pattern: BodyPattern) -> Named | None:
        if pattern.slot == "country":
            owner = self._country(hit.end)
        else:
            owner = self._nationality(hit.end, pattern.slot, 0 if pattern.adjectival else 1)
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
                countries = [a for a in hit.entry.names if a in self.world.countries]
                if countries or hit.entry.capital:
                    best = (countries or [hit.entry.capital or ""])[0], hit.end
        return best

    # -- titles

    def _titles(self) -> Iterator[Title]:
        """Every reading of a title; those behind come first, since one may be of the body of another behind it."""
        behind: dict[int, Title] = {}
        for hit in reversed(self.hits):
            for pattern in hit.entry.titles:
                for title in self._title(hit, pattern, behind):
                    if title.begin not in behind or title.end > behind[title.begin].end:
                        behind[title.begin] = title
                    yield title
            if hit.entry.counterpart:
                yield self._counterpart(hit)

    def _title(self, hit: Hit, pattern: TitlePattern, behind: dict[int, Title]) -> Iterator[Title]:
        kind = pattern.kind
        title = Title(hit.start, hit.end, hit.begin, kind.id, None, pattern.gender, pattern.number, kind.several)
        if kind.of == "one":
            yield self._closed(replace(title, alone=True), hit.end)
        elif kind.of == "body":
            yield from self._of_body(title, behind)
        elif pattern.number != "singular":
            yield from self._of_countries(title, pattern)
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

    def _of_body(self, title: Title, behind: dict[int, Title]) -> Iterator[Title]:
        word = self.after(title.end)
        named = self.names.get(word.start) if word else None
        body = self.bodies.get(word.start) if word else None
        if named and named.clitic in ("", _TO) and self.world.actors[named.candidates[0]].kind is Kind.ORGANISATION:
            owner, office = self.world.heading(title.office or "", named.candidates[0])
            yield self._closed(replace(title, owner=owner, office=office), named.end)
        elif body and body.clitic in ("", _TO):
            yield self._closed(replace(title, body_kind=body.kind), body.end)
        elif word and (inner := behind.get(word.start)) and not self.world.office_kinds[title.office or ""].heads:
            yield from self._of_officer(title, inner)

    def _of_officer(self, title: Title, inner: Title) -> Iterator[Title]:
        """A title of the body whose officer stands behind it ("المتحدث باسم الرئيس الروسي")."""
        if inner.office_id is None:
            kind = self.world.office_kinds[inner.office] if inner.office else None
            if kind and kind.of == "country" and kind.body:
                yield replace(title, body_kind=kind.body, end=inner.end, inner=inner)
        elif body := self.world.office(inner.office_id).body_id:
            yield replace(title, owner=body, end=inner.end, inner=inner)

    def _of_countries(self, title: Title, pattern: TitlePattern) -> Iterator[Title]:
        """A title for each in "الرئيسان الروسي والأميركي", "وزراء خارجية مصر والأردن", a name behind each or none.

        Of one country alone a plural tells nobody's office ("وزراء مصر").
        """
        found: list[Title] = []
        owner, conjunction, end = self._owner(title.end, pattern), "", title.end
        while owner:
            word = self.after(end)
            begin, start = (word.start, word.start + len(conjunction)) if word and found else (title.begin, title.start)
            country, end = owner
            found.append(replace(title, owner=country, number="singular", begin=begin, start=start, end=end))
            if pattern.number == "dual" and len(found) > 1:
                break
            if named := self._person_behind(end):
                end = named.end
            end = self._over_comma(end)
            further = ((self._owner(end, pattern, c), c) for c in TITLES.conjunctions)
            owner, conjunction = next((f for f in further if f[0]), (None, ""))
        if pattern.number == "dual" and not found and pattern.definite:
            yield title
        elif (pattern.number == "dual" or len(found) > 1) and self._suffixed(end, pattern.suffix):
            yield from found

    def _placed(self, title: Title) -> Title:
        """The title with what stands in it, before it and behind it told: `inner`, `other`, `post`."""
        kind = self.world.office_kinds.get(title.office or "")
        if kind and kind.abroad and (post := self._post(title.end)):
            title = replace(title, post=post.candidates[0], end=post.end)
        elif kind and kind.under:
            title = replace(title, end=self._charged(title.end))
        if kind and kind.under:
            title = replace(title, inner=self._served(title, kind.under))
        word = self._word_before(title.begin) if title.office else None
        if word and word.form in _OTHERS:
            gender = "f" if self.text[word.end - 1] == TITLES.feminine else "m"
            other = Title(word.start, title.end, word.start, None, gender=gender)
            title = replace(title, other=other)
        return title

    def _charged(self, offset: int) -> int:
        """Where what an official is charged with ends, behind `offset` ("لشؤون الشرق الأدنى")."""
        word = self.after(offset)
        if word is None or word.form not in _CHARGES:
            return offset
        for _ in range(_CHARGED):
            following = self.after(word.end)
            if following is None or not TITLES.is_definite(following.form):
                break
            word = following
        return word.end

    def _post(self, offset: int) -> Named | None:
        """The country, city or body that someone is sent to, behind a preposition or ب."""
        word = self.after(offset)
        through = word is not None and word.form in _POSTS
        if word and through:
            word = self.after(word.end)
        named = self.names.get(word.start) if word else None
        if named is None or self.world.actors[named.candidates[0]].kind is Kind.PERSON:
            return None
        return named if through == (named.clitic not in TITLES.place_clitics) else None

    def _served(self, title: Title, kind_id: str) -> Title | None:
        """The title within a title of whoever its holder serves: it ends where the whole does."""
        within = range(bisect_left(self.starts, title.begin) + 1, bisect_left(self.starts, title.end))
        for hit in (hit for at in within for hit in self.at.get(self.starts[at], ())):
            if hit.end <= title.end and any(pattern.kind.id == kind_id for pattern in hit.entry.titles):
                return replace(title, start=hit.start, begin=hit.begin, office=kind_id, several=False, inner=None)
        return None

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


def _nationals(hit: Hit) -> Named:
    return _named(hit, tuple(dict.fromkeys(n.country_id for n in hit.entry.nationalities)), "adjective")


def _language(hit: Hit) -> bool:
    """True of a tongue: a definite feminine nationality with the ب that a noun would have ("قال بالإسبانية")."""
    said = (n.definite and n.gender == "f" and n.number == "singular" for n in hit.entry.nationalities)
    return hit.clitic in TITLES.place_clitics and all(said)


@lru_cache(maxsize=512)
def _written(words: tuple[str, ...]) -> frozenset[str]:
    """The words folded, by themselves and behind each proclitic."""
    return frozenset(TITLES.with_clitics(tuple(map(bare, words))))


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
