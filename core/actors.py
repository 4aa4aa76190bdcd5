"""Who is named in an article: actors of the knowledge, under any of their names, and persons it doesn't know.

`find` is independent of the day the article was published; `core.reference` decides what the day decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core import names, organisations
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Article, Document, Field, Kind, Mention
from core.naming import Named, Reading, Title, read


def find(document: Document, world: World) -> Document:
    """The document with a mention for every actor named in any of its columns.

    A person behind a title carries it (`role`, `office_id`). A title alone is a mention of the body it belongs to
    (`how` is "title"), until `core.reference.link` finds its holder.
    """
    article = document.article
    readings = {column: read(article.column(column), world) for column in Field}
    full = {n.candidates[0] for r in readings.values() for n in r.names if n.how == "name"}
    mentions = [m for column, reading in readings.items() for m in _mentions(article, column, reading, world, full)]
    mentions += names.find(article, world, mentions)
    mentions += organisations.find(article, mentions)
    order = list(Field)
    mentions.sort(key=lambda m: (order.index(m.field), m.start, -m.end))
    return replace(document, mentions=tuple(mentions))


def _mentions(article: Article, column: Field, reading: Reading, world: World, full: set[str]) -> Iterator[Mention]:
    text = article.column(column)
    said = roles(text, reading, world)
    attached = {id(title) for title in said.values()}
    found: list[Mention] = []
    for named in reading.names:
        title = said.get(named.begin)
        actor_id = decide(named, title, world, full)
        if actor_id is None:
            continue
        role = text[title.start : title.end] if title else None
        how = {"adjective": "adjective", "short": "reference"}.get(named.how, "name")
        found.append(
            Mention(world.actors[actor_id], text[named.start : named.end], column, named.start, named.end, how, role,
                    office_of(title, actor_id, world))
        )  # fmt: skip
    for title in reading.titles:
        if id(title) not in attached and (mention := _title_alone(text, column, title, world)):
            found.append(mention)
    yield from sorted(found, key=lambda m: (m.start, -m.end))


def decide(named: Named, title: Title | None, world: World, full: set[str]) -> str | None:
    """Whom a name means, where that needs no day: a short name needs its full one in the article, or to be alone."""
    if len(named.candidates) == 1 and named.how != "short":
        return named.candidates[0]
    if supported := [c for c in named.candidates if c in full]:
        return supported[0] if len(supported) == 1 else None
    if title and title.office:
        held = [c for c in named.candidates if any(_fits(t.office_id, title, world) for t in world.terms_of(c))]
        if len(held) == 1:
            return held[0]
    return named.candidates[0] if len(named.candidates) == 1 else None


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
            found[named.begin] = title
    for title in reading.titles:
        if title.begin == title.start and (named := ends.get(_over(text, title.begin - 1, -1) + 1)):
            found.setdefault(named.begin, title)
    return found


def _over(text: str, offset: int, step: int) -> int:
    """The offset past spaces, commas and quotation marks, in either direction."""
    while 0 <= offset < len(text) and (text[offset] == " " or text[offset] in TITLES.between):
        offset += step
    return offset


def _title_alone(text: str, column: Field, title: Title, world: World) -> Mention | None:
    """A title without a name, as a mention of the body it belongs to; of an office of many, nothing can be said."""
    if title.office_id is None:
        return None
    office = world.office(title.office_id)
    if office.body_id is None or office.several:
        return None
    wording = text[title.start : title.end]
    return Mention(world.actors[office.body_id], wording, column, title.start, title.end, "title", wording,
                   office.office_id)  # fmt: skip
