"""What Tasrih knows of the world: countries, bodies, offices, and who held them when.

The facts are YAML under `core/knowledge/world/`: `countries.yml`, `offices.yml`, `places.yml`, `ambiguous.yml`, and
every file of `bodies/` and `people/`. `load` reads and checks them all, inflects nationalities, and makes each
country's ministries and offices out of the patterns of `offices.yml`. A corpus owner's own file (`load(extra=...)`)
adds entries or replaces those with the same id.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec
from babel import Locale

from core.arabic import bare
from core.knowledge.english import of
from core.knowledge.loading import FOLDER, KnowledgeError, read, refuse_duplicates, uncollected
from core.knowledge.spellings import is_native, variants
from core.model import ALWAYS, Actor, Kind, Period

WORLD = FOLDER / "world"

#: CLDR's Arabic locales whose names of territories differ from each other.
_LOCALES = ("ar", "ar_SA")

#: In `ambiguous.yml`, what decides that no actor is meant.
NOBODY = "none"

# ---------------------------------------------------------------------------------------------------------------
# The files, as they are written. `forbid_unknown_fields`: a mistyped key stops the run.


class CountryEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A country or territory. `capital` may stand for its government; `adjective` is masculine singular without ال."""

    id: str
    ar: str
    en: str
    names: list[str] = []
    capital: str | list[str] | None = None
    capital_en: str | None = None
    adjective: list[str] = []
    people: list[str] = []
    gender: Literal["m", "f"] = "f"


class BodyEntry(msgspec.Struct, forbid_unknown_fields=True):
    """An organisation. An id that a pattern makes as well ("ru-presidency") adds to, and labels, the pattern's body.

    `short` may stand alone only where a full name stands in the article ("الحلف"). `parent` is the body it is part of.
    """

    id: str
    ar: str
    en: str
    names: list[str] = []
    short: list[str] = []
    country: str | None = None
    parent: str | None = None
    gender: Literal["m", "f"] | None = None


class BodyKind(msgspec.Struct, forbid_unknown_fields=True):
    """A body that every country has: its names are patterns over `{adj.m}`, `{adj.f}` or `{country}`.

    `adjectival`: what stands before the slot in a name that is an adjective as well ("السياسة الخارجية الروسية").
    `alone`: what of it, with no country behind, means that of the country last named ("قالت وزارة الخارجية").
    """

    id: str
    en: str
    names: list[str]
    gender: Literal["m", "f"] = "f"
    adjectival: list[str] = []
    alone: list[str] = []


class OfficeKind(msgspec.Struct, forbid_unknown_fields=True):
    """An office. `of` says whose: every country's, every body's, or one alone (its titles then say it all).

    A title takes what it is of behind it: "وزير الخارجية" a nationality, "وزير خارجية" a country, "المتحدث باسم" a
    body; `{of}` marks another place ("مندوب {of} لدى الأمم المتحدة"). `several`: more than one person holds it at once,
    so that the title alone names nobody. `under`: the kind of office of whoever it serves, whose title stands within
    its own ("مستشار الرئيس"). `abroad`: who holds it is sent somewhere ("السفير الأميركي في إسرائيل"). `body` is the
    kind of body it belongs to (or, of one alone, the body).
    `heads`: who holds it heads the body, by whichever such title; `leads`: the kinds of body that a country's office
    heads, so that "رئيس الحكومة التونسية" is the prime minister.
    """

    id: str
    en: str
    titles: list[str]
    of: Literal["country", "body", "one"] = "country"
    body: str | None = None
    country: str | None = None
    several: bool = False
    heads: bool = False
    leads: list[str] = []
    under: str | None = None
    abroad: bool = False


class TermEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Who held an office from when to when: YYYY, YYYY-MM or YYYY-MM-DD; null where still, or not known."""

    office: str
    body: str | None = None
    from_: Any = msgspec.field(name="from", default=None)
    to: Any = None


class PersonEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A person. `names`: every usual full name; `short`: what may stand alone once the full name or office was said."""

    id: str
    ar: str
    en: str
    names: list[str] = []
    short: list[str] = []
    country: str | None = None
    gender: Literal["m", "f"] = "m"
    terms: list[TermEntry] = []


class PlaceEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Where things happen: never an actor, and no part of it is one ("بحر الصين الجنوبي" is not China).

    But for a `territory`: a part of its `country` that is spoken of as countries are.
    """

    id: str
    ar: str
    en: str
    names: list[str] = []
    country: str | None = None
    territory: bool = False


class AmbiguousEntry(msgspec.Struct, forbid_unknown_fields=True):
    """One name of several actors (or of none), and how it is decided.

    `after` and `before`: the words next to it that decide; `cues`: words anywhere in the article. Each maps an
    actor's id (or "none") to words. Where nothing decides, `default` is meant: an actor's id, or null for nobody.
    """

    name: str
    why: str
    default: str | None = None
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    cues: dict[str, list[str]] = {}


class SurnamesFile(msgspec.Struct, forbid_unknown_fields=True):
    """`surnames.yml`: short names that need support, and those of Arabs that don't."""

    words: list[str]
    alone: list[str]


class OfficesFile(msgspec.Struct, forbid_unknown_fields=True):
    """`offices.yml`: the patterns of bodies, and of offices."""

    bodies: list[BodyKind]
    offices: list[OfficeKind]


class ExtraFile(msgspec.Struct, forbid_unknown_fields=True):
    """A corpus owner's own file: any of these lists."""

    countries: list[CountryEntry] = []
    bodies: list[BodyEntry] = []
    people: list[PersonEntry] = []
    places: list[PlaceEntry] = []
    ambiguous: list[AmbiguousEntry] = []
    offices: list[OfficeKind] = []


# ---------------------------------------------------------------------------------------------------------------
# What the rest of Tasrih sees.


@dataclass(frozen=True, slots=True)
class Office:
    """One office of one country or body ("ru-foreign-minister")."""

    office_id: str
    kind: str
    label: str
    label_en: str
    body_id: str | None
    country_id: str | None
    titles: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody's time in an office: `period` at its widest, `sure` (which may be empty) at its narrowest."""

    person_id: str
    office_id: str
    body_id: str | None
    period: Period
    sure: Period


class Nationality(NamedTuple):
    """What an inflected adjective says: whose, in which gender and number, with or without the article."""

    country_id: str
    gender: str | None
    number: str
    definite: bool


@dataclass(frozen=True, eq=False)
class World:
    """The knowledge of actors, read and checked. Never changed once loaded.

    `leaning` are the short names that never stand alone; `owned` the actors of the owner's own file.

    `names` maps a folded name to the actors it may mean; `shorts` those that need the article's support; `capitals` a
    capital's name to the country whose government it may mean; `adjectives` a folded adjective to what it says; `heads`
    a body to the folded words that its longer names begin with: "صحيفة", of "صحيفة نيويورك تايمز".
    """

    actors: Mapping[str, Actor]
    countries: Mapping[str, CountryEntry]
    body_kinds: Mapping[str, BodyKind]
    office_kinds: Mapping[str, OfficeKind]
    names: Mapping[str, tuple[str, ...]]
    shorts: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, str]
    adjectives: Mapping[str, tuple[Nationality, ...]]
    ambiguous: Mapping[str, AmbiguousEntry]
    parents: Mapping[str, str]
    terms: Mapping[str, tuple[Term, ...]]
    by_office: Mapping[str, tuple[Term, ...]] = field(repr=False)
    leaning: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    heads: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def terms_of(self, person_id: str) -> tuple[Term, ...]:
        """The offices a person held, as the knowledge lists them; () where it knows none."""
        return self.terms.get(person_id, ())

    def holders(self, office_id: str, period: Period = ALWAYS) -> tuple[Actor, ...]:
        """All who may have held the office within `period`; a certain one stands alone."""
        found = {t.person_id: None for t in self.by_office.get(office_id, ()) if t.period.overlaps(period)}
        return tuple(self.actors[person] for person in found)

    def holder(self, office_id: str, period: Period) -> Actor | None:
        """The one who certainly held the office through all of `period`; null where that leaves a doubt."""
        found = self.holders(office_id, period)
        if len(found) != 1 or period == ALWAYS:
            return None
        sure = [t.sure for t in self.by_office[office_id] if t.person_id == found[0].actor_id]
        return found[0] if any(s & period == period for s in sure) else None

    def office(self, office_id: str) -> Office:
        """The office of that id. Raises KeyError where no pattern makes it."""
        office = self._made(office_id)
        if office is None:
            raise KeyError(office_id)
        return office

    def office_of(self, kind: str, owner_id: str) -> Office | None:
        """The office of that kind belonging to a country or body, where such an owner can have it."""
        return self._made(f"{owner_id}-{kind}")

    def heading(self, kind: str, body_id: str) -> tuple[str, str]:
        """The owner and kind of the office that a body's `kind` of office is: its head may have another title.

        >>> load().heading("head", "tn-government"), load().heading("head", "us-cia")
        (('tn', 'prime-minister'), ('us-cia', 'director-general'))
        """
        if not self.office_kinds[kind].heads or f"{body_id}-{kind}" in self.by_office:
            return body_id, kind
        country = self.actors[body_id].country_id
        for other in self.office_kinds.values():
            if any(f"{country}-{body}" == body_id for body in other.leads):
                return country or body_id, other.id
        titled = (k.id for k in self.office_kinds.values() if k.heads and f"{body_id}-{k.id}" in self.by_office)
        return body_id, next(titled, kind)

    def body_of(self, actor_id: str, period: Period = ALWAYS) -> str | None:
        """The body an actor speaks for within `period`: a body for itself, a person by its office then.

        Of offices held together the first listed counts; where one followed the other within `period`, nobody knows.
        """
        actor = self.actors.get(actor_id)
        if actor is None:
            return None
        if actor.kind is Kind.ORGANISATION:
            return actor_id
        held = [t for t in self.terms_of(actor_id) if t.body_id and t.period.overlaps(period)]
        if not held or any(not a.period.overlaps(b.period) for a, b in pairwise(held)):
            return held[0].body_id if len({t.body_id for t in held}) == 1 else None
        return held[0].body_id

    def country_of(self, actor_id: str, period: Period = ALWAYS) -> str | None:
        """The country an actor speaks for within `period`; null of international bodies and their officers."""
        actor = self.actors.get(actor_id)
        if actor is None:
            return None
        if actor.kind is Kind.PERSON and (body := self.body_of(actor_id, period)):
            return self.actors[body].country_id
        return actor.country_id

    def _made(self, office_id: str) -> Office | None:
        alone = self.office_kinds.get(office_id)
        if alone and alone.of == "one":
            return _office(office_id, alone, alone.titles[0], alone.en, alone.body, alone.country)
        owner, kind = self._split(office_id)
        if owner is None or kind is None:
            return None
        title, english = kind.titles[0], _english(kind.en, owner.label_en or owner.label)
        label = title.replace("{of}", owner.label) if "{of}" in title else f"{title} ({owner.label})"
        if owner.kind is Kind.ORGANISATION:
            return _office(office_id, kind, label, english, owner.actor_id, owner.country_id)
        body = f"{owner.actor_id}-{kind.body}" if kind.body else None
        return _office(office_id, kind, label, english, body, owner.actor_id)

    def _split(self, office_id: str) -> tuple[Actor | None, OfficeKind | None]:
        """The owner and the kind of an office's id, which joins them with a hyphen that either may hold."""
        for dash in (m.start() for m in re.finditer("-", office_id)):
            owner, kind = self.actors.get(office_id[:dash]), self.office_kinds.get(office_id[dash + 1 :])
            if kind and owner and kind.of == _OWNED_BY.get(owner.kind):
                return owner, kind
        return None, None


def _english(office: str, owner: str) -> str:
    """What an office is called in English, given whose it is.

    >>> _english("Envoy", "European Union"), _english("Ambassador {of} to the United Nations", "Egypt")
    ('Envoy of the European Union', 'Ambassador of Egypt to the United Nations')
    """
    return office.replace("{of}", of(owner)) if "{of}" in office else f"{office} {of(owner)}"


_OWNED_BY = {Kind.COUNTRY: "country", Kind.ORGANISATION: "body"}


def _office(
    office_id: str, kind: OfficeKind, label: str, english: str, body_id: str | None, country_id: str | None
) -> Office:
    return Office(office_id, kind.id, label, english, body_id, country_id, tuple(kind.titles), kind.several)


# ---------------------------------------------------------------------------------------------------------------
# Loading.


@lru_cache(maxsize=4)
def load(extra: Path | None = None) -> World:
    """Read, check and join every file of knowledge, with the owner's own file on top. Cached.

    Raises KnowledgeError naming the file and the entry: an id or a name said twice, a name of two actors that
    `ambiguous.yml` does not decide, a country, body or office that nobody declared, a term that ends before it begins.
    """
    with uncollected():
        return _build(_Sources.collect(extra))


class _Entry(NamedTuple):
    """An entry and the file it stands in, for messages."""

    file: str
    value: Any


E = TypeVar("E", CountryEntry, BodyEntry, PersonEntry, PlaceEntry, OfficeKind)


@dataclass
class _Sources:
    """All entries by id."""

    countries: dict[str, _Entry] = field(default_factory=dict)
    bodies: dict[str, _Entry] = field(default_factory=dict)
    people: dict[str, _Entry] = field(default_factory=dict)
    places: dict[str, _Entry] = field(default_factory=dict)
    offices: dict[str, _Entry] = field(default_factory=dict)
    ambiguous: dict[str, _Entry] = field(default_factory=dict)
    body_kinds: dict[str, BodyKind] = field(default_factory=dict)
    owned: dict[str, str] = field(default_factory=dict)  # id -> the owner's file

    @classmethod
    def collect(cls, extra: Path | None) -> _Sources:
        own = cls._shipped()
        if extra is None:
            return own
        found = cls(**{name: dict(entries) for name, entries in vars(own).items()})
        found._override(extra)
        return found

    @classmethod
    @lru_cache(maxsize=1)
    def _shipped(cls) -> _Sources:
        """The files that come with Tasrih."""
        found = cls()
        _put(found.countries, "countries.yml", read(WORLD / "countries.yml", list[CountryEntry]))
        patterns = read(WORLD / "offices.yml", OfficesFile)
        _put(found.offices, "offices.yml", patterns.offices)
        found.body_kinds = {kind.id: kind for kind in patterns.bodies}
        _put(found.places, "places.yml", read(WORLD / "places.yml", list[PlaceEntry]))
        for path in sorted((WORLD / "bodies").glob("*.yml")):
            _put(found.bodies, f"bodies/{path.name}", read(path, list[BodyEntry]))
        for path in sorted((WORLD / "people").glob("*.yml")):
            _put(found.people, f"people/{path.name}", read(path, list[PersonEntry]))
        for entry in read(WORLD / "ambiguous.yml", list[AmbiguousEntry]):
            found.ambiguous[bare(entry.name)] = _Entry("ambiguous.yml", entry)
        return found

    def _override(self, path: Path) -> None:
        own = read(path, ExtraFile)
        for entries, added in (
            (self.countries, own.countries),
            (self.bodies, own.bodies),
            (self.people, own.people),
            (self.places, own.places),
            (self.offices, own.offices),
        ):
            for value in added:
                entries.update({value.id: _Entry(path.name, value)})
                self.owned[value.id] = path.name
        self.ambiguous |= {bare(a.name): _Entry(path.name, a) for a in own.ambiguous}


def _put(entries: dict[str, _Entry], file: str, values: Iterable[E]) -> None:
    for value in values:
        if value.id in entries:
            raise KnowledgeError(f"{file}: id {value.id!r} also stands in {entries[value.id].file}")
        entries[value.id] = _Entry(file, value)


class _Names:
    """The table of names under construction: refuses what means two actors unless that is decided somewhere."""

    def __init__(self, ambiguous: Mapping[str, _Entry]) -> None:
        self.table: dict[str, tuple[str, ...]] = {}
        self._files: dict[str, str] = {}
        self._ambiguous = ambiguous

    def add(self, file: str, actor_id: str, name: str) -> None:
        folded = bare(name)
        others = self.table.get(folded, ())
        if actor_id in others:
            return
        if others and folded not in self._ambiguous:
            raise KnowledgeError(
                f"{file}: {actor_id!r}: the name {name!r} is also {others[0]!r} ({self._files[folded]}); "
                "take it out of one, or say in ambiguous.yml how it is decided"
            )
        self.table[folded] = (*others, actor_id)
        self._files[folded] = file


def _build(sources: _Sources) -> World:
    actors = _by_id(sources)
    names, shorts = _Names(sources.ambiguous), defaultdict[str, list[str]](list)
    for entry in sources.countries.values():
        for name in (entry.value.ar, *entry.value.names):
            names.add(entry.file, entry.value.id, name)
    for entries in (sources.bodies, sources.people, sources.places):
        for entry in entries.values():
            for name in (entry.value.ar, *entry.value.names):
                names.add(entry.file, entry.value.id, name)
    for short_of in (sources.bodies, sources.people):
        for entry in short_of.values():
            for name in entry.value.short:
                if entry.value.id not in names.table.get(bare(name), ()):
                    shorts[bare(name)].append(entry.value.id)
    _cldr(sources, names)
    _spellings(sources, names, shorts)
    capitals = _capitals(sources, names)
    world = World(
        actors=actors,
        countries={key: entry.value for key, entry in sources.countries.items()},
        body_kinds=sources.body_kinds,
        office_kinds={key: entry.value for key, entry in sources.offices.items()},
        names=names.table,
        shorts={name: tuple(dict.fromkeys(ids)) for name, ids in shorts.items() if ids},
        capitals=capitals,
        adjectives=_adjectives(sources, names),
        ambiguous={key: entry.value for key, entry in sources.ambiguous.items()},
        parents={k: e.value.parent for k, e in sources.bodies.items() if e.value.parent},
        terms={},
        by_office={},
        leaning=_leaning(sources, shorts),
        owned=frozenset(sources.owned),
        heads=_heads(sources),
    )
    return _checked(world, sources)


def _heads(sources: _Sources) -> dict[str, frozenset[str]]:
    """The words that the longer names of a body begin with."""
    words = ((key, name.split()) for key, e in sources.bodies.items() for name in (e.value.ar, *e.value.names))
    found = defaultdict[str, set[str]](set)
    for key, name in words:
        if len(name) > 1:
            found[key].add(bare(name[0]))
    return {key: frozenset(heads) for key, heads in found.items()}


def _by_id(sources: _Sources) -> dict[str, Actor]:
    """Every actor by its id, of which two would hide each other."""
    found: dict[str, Actor] = {}
    for actor in _actors(sources):
        other = found.setdefault(actor.actor_id, actor)
        if other is not actor:
            kinds = (sources.countries, sources.bodies, sources.people, sources.places)
            files = ", ".join(entries[actor.actor_id].file for entries in kinds if actor.actor_id in entries)
            raise KnowledgeError(
                f"{files}: id {actor.actor_id!r} is of the {other.kind} {other.label!r} and of the {actor.kind} "
                f"{actor.label!r}; one of them needs another"
            )
    return found


def _actors(sources: _Sources) -> Iterator[Actor]:
    """Every actor of the knowledge, those made by patterns included; a body's own entry beats its pattern."""
    for entry in sources.countries.values():
        c = entry.value
        yield Actor(c.id, c.ar, c.en, Kind.COUNTRY, c.gender, c.id)
        if c.capital:
            yield Actor(f"{c.id}-capital", _listed(c.capital)[0], c.capital_en, Kind.PLACE, None, c.id)
        for kind in sources.body_kinds.values():
            body = f"{c.id}-{kind.id}"
            if body not in sources.bodies:
                yield Actor(body, _body_label(kind, c), f"{kind.en} {of(c.en)}", Kind.ORGANISATION, kind.gender, c.id)
    for entry in sources.bodies.values():
        b = entry.value
        gender = b.gender or ("f" if b.ar.split()[0].endswith(("ة", "ات")) else "m")  # "قوات" takes a feminine verb
        yield Actor(b.id, b.ar, b.en, Kind.ORGANISATION, gender, b.country)
    for entry in sources.people.values():
        p = entry.value
        yield Actor(p.id, p.ar, p.en, Kind.PERSON, p.gender, p.country)
    for entry in sources.places.values():
        place = entry.value
        is_of, gender = (Kind.COUNTRY, "f") if place.territory else (Kind.PLACE, None)
        yield Actor(place.id, place.ar, place.en, is_of, gender, place.country)


def _body_label(kind: BodyKind, country: CountryEntry) -> str:
    """What a pattern's body is called in a country; one without a nationality is named after the country itself."""
    if not country.adjective:
        return re.sub(r"\{adj\.[mf]\}", f"في {country.ar}", kind.names[0]).replace("{country}", country.ar)
    adjective = country.adjective[0]
    masculine, feminine = (_definite(adjective, form) for form, _, _ in islice(inflect(adjective), 2))
    named = kind.names[0].replace("{adj.m}", masculine).replace("{adj.f}", feminine)
    return named.replace("{country}", country.ar)


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _cldr(sources: _Sources, names: _Names) -> None:
    """CLDR's Arabic names of each country, where nothing else has them."""
    for locale in _LOCALES:
        territories = Locale.parse(locale).territories
        for key in sources.countries:
            name = territories.get(key.upper())
            if name and bare(name) not in names.table:
                names.add("CLDR", key, name)


def _spellings(sources: _Sources, names: _Names, shorts: dict[str, list[str]]) -> None:
    """Further spellings of persons' names by rule, where nothing else is called so."""
    for key, entry in sources.people.items():
        person = entry.value
        for name in (person.ar, *person.names):
            for spelling in variants(name, person.country):
                if bare(spelling) not in names.table:
                    names.add(entry.file, key, spelling)
        for name in person.short:
            for spelling in variants(name, person.country):
                if bare(spelling) not in names.table and key not in shorts[bare(spelling)]:
                    shorts[bare(spelling)].append(key)


def _leaning(sources: _Sources, shorts: Mapping[str, list[str]]) -> frozenset[str]:
    """The short names that need the full name or an office beside them: words, and Arabs' but for a few."""
    told = read(WORLD / "surnames.yml", SurnamesFile)
    refuse_duplicates("surnames.yml", [("words", name) for name in told.words])
    people = sources.people
    arab = {
        name for name, ids in shorts.items() if any(i in people and is_native(people[i].value.country) for i in ids)
    }
    return frozenset(map(bare, told.words)) | (arab - set(map(bare, told.alone)))


def _capitals(sources: _Sources, names: _Names) -> dict[str, str]:
    """Capitals by folded name; one that is called like its country, or like another actor, is left to `names`."""
    found: dict[str, str] = {}
    for key, entry in sources.countries.items():
        for name in _listed(entry.value.capital):
            folded = bare(name)
            if folded in names.table:
                if names.table[folded] != (key,) and folded not in sources.ambiguous:
                    raise KnowledgeError(
                        f"{entry.file}: {key!r}: the capital {name!r} is also {names.table[folded][0]!r}; "
                        "say in ambiguous.yml how it is decided"
                    )
            elif folded in found:
                raise KnowledgeError(f"{entry.file}: {key!r}: the capital {name!r} is also {found[folded]!r}'s")
            else:
                found[folded] = key
    return found


#: What a nationality ends in, by gender and number. The oblique dual looks like the plural's.
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("", "m", "singular"),
    ("ة", "f", "singular"),
    ("ان", "m", "dual"),
    ("ين", "m", "plural"),
    ("تان", "f", "dual"),
    ("تين", "f", "dual"),
    ("ون", "m", "plural"),
    ("ات", "f", "plural"),
)


def inflect(adjective: str) -> Iterator[tuple[str, str | None, str]]:
    """A nationality in its genders and numbers, indefinite: (form, gender, number).

    Of two words, each that is a nisba agrees: كورية جنوبية, but جنوب أفريقية.

    >>> [form for form, _, _ in inflect("روسي")]
    ['روسي', 'روسية', 'روسيان', 'روسيين', 'روسيتان', 'روسيتين', 'روسيون', 'روسيات']
    """
    words = adjective.split()
    for ending, gender, number in _ENDINGS:
        yield " ".join(f"{word}{ending}" if word.endswith(_NISBA) else word for word in words), gender, number


_NISBA = "ي"


def _definite(adjective: str, form: str) -> str:
    """An inflected nationality with its article: الكورية الجنوبية, but الجنوب أفريقية.

    >>> _definite("كوري جنوبي", "كورية جنوبية"), _definite("جنوب أفريقي", "جنوب أفريقية")
    ('الكورية الجنوبية', 'الجنوب أفريقية')
    """
    first, *rest = form.split()
    article = "ال" if adjective.split()[0].endswith(_NISBA) else ""
    return " ".join((f"ال{first}", *(article + word for word in rest)))


def _adjectives(sources: _Sources, names: _Names) -> dict[str, tuple[Nationality, ...]]:
    found = defaultdict[str, list[Nationality]](list)
    for key, entry in sources.countries.items():
        forms = [(adjective, *inflected) for adjective in entry.value.adjective for inflected in inflect(adjective)]
        forms += [(people, people, None, "plural") for people in entry.value.people]
        for adjective, form, gender, number in forms:
            for definite in (False, True):
                folded = bare(_definite(adjective, form) if definite else form)
                own = names.table.get(folded, (key,)) == (key,)  # "السعودية" is a country, and of that country
                if own or folded in sources.ambiguous:
                    found[folded].append(Nationality(key, gender, number, definite))
    return {form: tuple(dict.fromkeys(said)) for form, said in found.items()}


# ---------------------------------------------------------------------------------------------------------------
# Terms and checks.


def _term(entry: _Entry, term: TermEntry) -> Term:
    where = f"{entry.file}: {entry.value.id!r}: {term.office!r}"
    period = Period(_day(where, term.from_, False), _day(where, term.to, True))
    if period.empty:
        raise KnowledgeError(f"{where}: ends ({term.to}) before it begins ({term.from_})")
    sure = Period(_day(where, term.from_, True) or date.max, _day(where, term.to, False))
    return Term(entry.value.id, term.office, term.body, period, sure)


def _day(where: str, value: object, last: bool) -> date | None:
    """The first or last day that a date of three, two or one parts can mean."""
    if value is None or isinstance(value, date):
        return value
    match = re.fullmatch(r"(\d{4})(?:-(\d\d?))?", str(value))
    if not match or not 1 <= int(match[2] or 1) <= 12:
        raise KnowledgeError(f"{where}: {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD, or null")
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


def _checked(world: World, sources: _Sources) -> World:
    """The world, its references followed and the bodies of its terms filled in."""
    for entries in (sources.bodies, sources.people, sources.places):
        for entry in entries.values():
            if entry.value.country is not None and entry.value.country not in sources.countries:
                raise KnowledgeError(f"{entry.file}: {entry.value.id!r}: no country {entry.value.country!r}")
    for key, entry in sources.bodies.items():
        if entry.value.parent and entry.value.parent not in world.actors:
            raise KnowledgeError(f"{entry.file}: {key!r}: no body {entry.value.parent!r} to be part of")
    for entry in sources.ambiguous.values():
        _check_ambiguous(world, entry)
    terms = {key: tuple(_known(world, e.file, _term(e, t)) for t in e.value.terms) for key, e in sources.people.items()}
    by_office = defaultdict[str, list[Term]](list)
    for held in terms.values():
        for term in held:
            by_office[term.office_id].append(term)
    return replace(world, terms=terms, by_office={office: tuple(held) for office, held in by_office.items()})


def _known(world: World, file: str, term: Term) -> Term:
    """The term with the body its office belongs to, where it names none itself."""
    try:
        office = world.office(term.office_id)
    except KeyError:
        raise KnowledgeError(
            f"{file}: {term.person_id!r}: no office {term.office_id!r}; it is an owner's id, a hyphen and a kind of "
            "offices.yml (a country's or a body's), or the id of an office of one"
        ) from None
    body = term.body_id or office.body_id
    if body is not None and (body not in world.actors or world.actors[body].kind is not Kind.ORGANISATION):
        raise KnowledgeError(f"{file}: {term.person_id!r}: {term.office_id!r}: no body {body!r}")
    return replace(term, body_id=body)


def _check_ambiguous(world: World, entry: _Entry) -> None:
    """Every actor that an ambiguous name is decided for exists."""
    ambiguous: AmbiguousEntry = entry.value
    for actor in {*ambiguous.after, *ambiguous.before, *ambiguous.cues, ambiguous.default or NOBODY} - {NOBODY}:
        if actor not in world.actors:
            raise KnowledgeError(f"{entry.file}: {ambiguous.name!r}: no actor {actor!r}")
