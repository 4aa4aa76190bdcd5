"""Who is named in an article: actors of the knowledge, under any of their names, and persons it doesn't know.

`find` is independent of the day the article was published; `core.actors.reference` decides what the day decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from core.actors import names, organisations
from core.actors.naming import Named, Reading, Title, read
from core.actors.tagging import LEXICON
from core.arabic import bare, starts, tokens
from core.knowledge.spellings import is_native
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Article, Document, Field, Kind, Mention

_NAMED_AFTER = TITLES.folded("named_after")


def find(document: Document, world: World) -> Document:
    """The document with a mention for every actor named in any of its columns.

    A person behind a title carries it (`role`, `office_id`). A title alone is a mention of the body it belongs to
    (`how` is "title"), until `core.actors.reference.link` finds its holder.
    """
    article = document.article
    readings = {column: read(article.column(column), world) for column in Field}
    context = _Context.of(readings.values(), world)
    mentions = [m for column, reading in readings.items() for m in _mentions(article, column, reading, context)]
    mentions += names.find(article, world, mentions)
    there = {m for m in mentions if m.actor.kind in (Kind.COUNTRY, Kind.PLACE) and m.how == "name"}
    places = [(m.field, m.start, m.end) for m in there]
    taken = [(m.field, m.start, m.end) for m in mentions if m.how != "adjective" and m not in there]
    taken += [(column, b.start, b.end) for column, reading in readings.items() for b in reading.bodies]
    mentions += organisations.find(article, taken, world, places)
    order = list(Field)
    mentions.sort(key=lambda m: (order.index(m.field), m.start, -m.end))
    return replace(document, mentions=tuple(mentions))


#: Given names; not the one that looks like a particle ("على تويتر").
_GIVEN = LEXICON.given - TITLES.folded("like_names")

#: Given names, without the one that is a preposition where its dots are left off.
_GIVEN = LEXICON.given - TITLES.folded("like_names")

#: Words of a name other than its last, behind which a surname belongs to that name.
_NAMELY = LEXICON.given | (LEXICON.servants - LEXICON.honorifics)


@dataclass(frozen=True)
class _Context:
    """What the whole article names in full, and the countries it names: the support of names that need it."""

    world: World
    full: frozenset[str]
    countries: frozenset[str | None]
    places: frozenset[str | None]  # those that something else than a person's name says
    surnames: dict[str, frozenset[str]]  # the last words of persons' full names, and whose they are

    @classmethod
    def of(cls, readings: Iterable[Reading], world: World) -> _Context:
        sure = [n for reading in readings for n in reading.names if n.how != "short"]
        full = frozenset(n.candidates[0] for n in sure if n.how == "name")
        actors = [world.actors[c] for n in sure for c in n.candidates]
        countries = frozenset(a.country_id for a in actors)
        surnames: dict[str, frozenset[str]] = {}
        for named in sure:
            words = named.form.split()
            if len(words) > 1 and named.how == "name" and world.actors[named.candidates[0]].kind is Kind.PERSON:
                surnames[words[-1]] = surnames.get(words[-1], frozenset()) | {named.candidates[0]}
        places = frozenset(a.country_id for a in actors if a.kind is not Kind.PERSON)
        return cls(world, full, countries, places, surnames)


def _mentions(article: Article, column: Field, reading: Reading, context: _Context) -> Iterator[Mention]:
    text, world = article.column(column), context.world
    said = roles(text, reading, world)
    attached = {id(title) for title in said.values()}
    before = _words_before(text, (n for n in reading.names if _may_follow_a_name(n, world)))
    found: list[Mention] = []
    for named in reading.names:
        title = said.get(named.begin)
        if not (title and title.office) and _ordinary(named, world) and _goes_on(text, named.end):
            continue
        actor_id = _decide(named, title, before.get(named.begin, ""), context)
        if actor_id is None:
            continue
        role = text[title.start : title.end] if title else None
        how = {"adjective": "adjective", "short": "reference"}.get(named.how, "name")
        surface = text[named.start : named.end]
        office_id = office_of(title, actor_id, world)
        found.append(Mention(world.actors[actor_id], surface, column, named.start, named.end, how, role, office_id))
    for title in reading.titles:
        if id(title) not in attached and (mention := _title_alone(text, column, title, world)):
            found.append(mention)
    yield from found


def _may_follow_a_name(named: Named, world: World) -> bool:
    """True of persons' names, and of a body's that may as well be a person's last ("لينا إريكسون")."""
    kind = world.actors[named.candidates[0]].kind
    word = kind is Kind.ORGANISATION and named.how == "name" and " " not in named.form and not named.clitic
    return kind is Kind.PERSON or (word and not TITLES.is_definite(named.form))


def _words_before(text: str, names: Iterable[Named]) -> dict[int, str]:
    """The word that only a space parts from each of these names, by where the name's word begins."""
    words = tokens(text)
    found: dict[int, str] = {}
    for named in names:
        at = bisect_left(starts(text), named.begin)
        if at and text[words[at - 1].end : named.begin] == " ":
            found[named.begin] = words[at - 1].form
    return found


def _decide(named: Named, title: Title | None, before: str, context: _Context) -> str | None:
    """Whom a name means, where that needs no day.

    A short name needs its full one in the article. Without it a person's may stand for the only one called so, or for
    the one who held the title before it, where the article names the country; never behind another given name.
    No person is meant behind a building or a street ("مطار رفيق الحريري"), no body behind a given name.
    """
    person = context.world.actors[named.candidates[0]].kind is Kind.PERSON
    if before in (_NAMED_AFTER if person else _GIVEN):
        return None
    if named.how != "short":
        sure = len(named.candidates) == 1 and (not _ordinary(named, context.world) or _at_home(named, title, context))
        return named.candidates[0] if sure else None
    world = context.world
    if (
        not named.clitic
        and before in _NAMELY
        and not any(before in bare(world.actors[c].label).split() for c in named.candidates)
    ):
        return None
    if supported := [c for c in named.candidates if c in context.full]:
        return supported[0] if len(supported) == 1 else None
    if bearers := context.surnames.get(named.form):
        return next(iter(bearers)) if len(bearers) == 1 else None  # "المالكي" after "رياض المالكي"
    if title and title.office:
        held = [c for c in named.candidates if any(_fits(t.office_id, title, world) for t in world.terms_of(c))]
        if len(held) == 1:
            return held[0]
    return named.candidates[0] if len(named.candidates) == 1 and _may_stand_alone(named, context) else None


def _ordinary(named: Named, world: World) -> bool:
    """True of a full name that thousands bear: an Arab's, of given names alone ("محمد مصطفى")."""
    actor = world.actors[named.candidates[0]]
    if named.how != "name" or actor.kind is not Kind.PERSON or not is_native(actor.country_id):
        return False
    return all(word in LEXICON.given for word in named.form.split())


def _goes_on(text: str, end: int) -> bool:
    """True where a given name stands right behind a name: it is somebody else's ("محمود شعبان بيومي")."""
    at = bisect_left(starts(text), end)
    behind = tokens(text)[at : at + 1]
    return bool(behind) and text[end : behind[0].start] == " " and behind[0].form in _GIVEN


def _at_home(named: Named, title: Title | None, context: _Context) -> bool:
    """True where the article names the person's country, or gives the office beside the name."""
    person, world = named.candidates[0], context.world
    if world.actors[person].country_id in context.places:
        return True
    if title is None or not title.office:
        return False
    return any(_fits(term.office_id, title, world) for term in world.terms_of(person))


def _may_stand_alone(named: Named, context: _Context) -> bool:
    """True of a surname that is unlikely to be anything else here."""
    actor = context.world.actors[named.candidates[0]]
    if actor.kind is not Kind.PERSON or named.clitic not in TITLES.before_surnames or named.form in LEXICON.given:
        return False
    if named.form in context.world.leaning:
        return False
    return actor.country_id is None or actor.country_id in context.countries


def _fits(office_id: str, title: Title, world: World) -> bool:
    return office_id == title.office_id if title.owner else world.office(office_id).kind == title.office


def office_of(title: Title | None, actor_id: str, world: World) -> str | None:
    """The office that a title beside a person's name means: by its owner, else by what the person held."""
    if title is None:
        return None
    if title.owner or not title.office:
        return title.office_id
    held = {t.office_id for t in world.terms_of(actor_id) if _fits(t.office_id, title, world)}
    return held.pop() if len(held) == 1 else None


def roles(text: str, reading: Reading, world: World) -> dict[int, Title]:
    """For each person's name, by where its word begins, the title right before or behind it."""
    people = [n for n in reading.names if world.actors[n.candidates[0]].kind is Kind.PERSON]
    starts, ends = {n.begin: n for n in people}, {n.end: n for n in people}
    found: dict[int, Title] = {}
    for title in reading.titles:
        if named := starts.get(_over(text, title.end, 1)):
            found[named.begin] = whose = _whose(title, named, world)
            if whose is title.inner and (holder := starts.get(_over(text, named.end, 1))):
                found[holder.begin] = title  # "مستشار الرئيس دونالد ترامب، جاريد كوشنر"
    for title in reading.titles:
        if title.begin == title.start and (named := ends.get(_over(text, title.begin - 1, -1) + 1)):
            found.setdefault(named.begin, title)
    return found


def _whose(title: Title, named: Named, world: World) -> Title:
    """What a title right before a name says of who is named: the title, the one within it, or that of somebody else."""

    def held(one: Title) -> bool:
        terms = (term.office_id for person in named.candidates for term in world.terms_of(person))
        return any(_fits(office_id, one, world) for office_id in terms)

    if title.other:
        return title if held(title) else title.other
    return title.inner if title.inner and not held(title) and held(title.inner) else title


def _over(text: str, offset: int, step: int) -> int:
    """The offset past spaces, commas and quotation marks, in either direction."""
    while 0 <= offset < len(text) and (text[offset] == " " or text[offset] in TITLES.between):
        offset += step
    return offset


def _title_alone(text: str, column: Field, title: Title, world: World) -> Mention | None:
    """A title without a name, as a mention of the body it belongs to; of an office of many, nothing can be said."""
    if title.office_id is None or title.former or title.other:
        return None
    office = world.office(title.office_id)
    if office.body_id is None or office.several:
        return None
    wording = text[title.start : title.end]
    return Mention(world.actors[office.body_id], wording, column, title.start, title.end, "title", wording,
                   office.office_id)  # fmt: skip
