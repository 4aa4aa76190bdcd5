"""What a reader asked to see: one frozen value that every page, query and export shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

#: Among the values of `speakers` or `outlets`: those that have none.
NOBODY = "-"


class Rollup(StrEnum):
    """As whom a speaker is counted: himself, the office he speaks for, or the state."""

    SELF = "self"
    BODY = "body"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show. Empty means everything; several values of one field mean any of them; fields together mean all.

    Articles pass by their publication, their mentions, their topics and their text; they pass `speakers`, `acts` and
    `modes` by holding a statement that passes all three. Statements pass by what is theirs: when it was said, who
    said it, its own topics and words, and `actors` as whoever speaks (or is spoken for) or is named in it.

    *Together*: `also` holds ids of actors and of topics, each of which must be there too, in the article or, for a
    statement, in it. NOBODY among `speakers` or `outlets` stands for what names none.

    *Dates*: an interval passes where it shares a day with `date_from` … `date_to`. What has an open end is undated: it
    passes a date filter only with `undated`, and then only where its interval allows. `queries.coverage` counts it.
    `hide_duplicates` leaves out articles that repeat an earlier one, and what is said in them.
    """

    date_from: date | None = None
    date_to: date | None = None
    undated: bool = False
    actors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    text: str | None = None
    rollup: Rollup = Rollup.SELF
    hide_duplicates: bool = False

    @property
    def dated(self) -> bool:
        """True where a day is asked for."""
        return self.date_from is not None or self.date_to is not None


class Clause(NamedTuple):
    """A piece of SQL and the values of the parameters it names. No value is ever written into `sql`."""

    sql: str
    values: dict[str, object]


#: The column that says as whom a statement counts. Names here are ours, never a reader's.
SPEAKER = {
    Rollup.SELF: "speaker_id",
    Rollup.BODY: "coalesce(body_id, speaker_id)",
    Rollup.COUNTRY: "coalesce(country_id, body_id, speaker_id)",
}


def chosen(filters: Filters) -> Clause:
    """Common table expressions to begin a query with: what passes of the articles (`a`), statements (`s`), mentions
    (`m`) and of who is named in which article (`n`).

    `s` has one more column, `as_id`: as whom the statement counts. Where `filters.text` is set, the tables
    `hit_articles` and `hit_statements` of ids must be at hand (`Store.ask` sees to it).
    """
    values: dict[str, object] = {}
    articles = " AND ".join(_articles(filters, values)) or "true"
    statements = " AND ".join(_statements(filters, values)) or "true"
    mentions, named = ("true",) * 2
    if articles != "true":
        mentions, named = "article_id IN (SELECT article_id FROM a)", "place IN (SELECT place FROM a)"
    speaker = SPEAKER[filters.rollup]
    return Clause(
        f"WITH a AS (SELECT * FROM articles WHERE {articles}), "  # noqa: S608 - every piece is a constant of this module
        f"s AS (SELECT *, {speaker} AS as_id FROM statements WHERE {statements}), "
        f"m AS (SELECT * FROM mentions WHERE {mentions}), "
        f"n AS (SELECT * FROM named WHERE {named}) ",
        values,
    )


def _articles(filters: Filters, values: dict[str, object]) -> Iterator[str]:
    """What an article has to meet."""
    yield from _days(filters, values, "published_from", "published_to")
    if filters.outlets:
        yield _among("outlet", "outlet", filters.outlets, values)
    if filters.hide_duplicates:
        yield "duplicate_of IS NULL"
    if filters.topics:
        yield _holding("topics", _each("topic", filters.topics, values))
    if filters.actors:
        named = _listed("actor", filters.actors, values)
        yield f"place IN (SELECT place FROM named WHERE actor_id IN ({named}))"  # noqa: S608 - constants
    for key in _each("also", filters.also, values):
        yield (
            f"(list_contains(topics, {key}) "  # noqa: S608 - constants
            f"OR place IN (SELECT place FROM named WHERE actor_id = {key}))"
        )
    if said := " AND ".join(_said(filters, values)):
        yield f"article_id IN (SELECT article_id FROM statements WHERE {said})"  # noqa: S608 - constants
    if filters.text:
        yield "article_id IN (SELECT id FROM hit_articles)"


def _statements(filters: Filters, values: dict[str, object]) -> Iterator[str]:
    """What a statement has to meet."""
    yield from _days(filters, values, "said_from", "said_to")
    if filters.outlets:
        its = _among("outlet", "outlet", filters.outlets, values)
        yield f"article_id IN (SELECT article_id FROM articles WHERE {its})"  # noqa: S608 - constants
    if filters.hide_duplicates:  # these are the fewer by far
        yield "article_id NOT IN (SELECT article_id FROM articles WHERE duplicate_of IS NOT NULL)"
    yield from _said(filters, values)
    if filters.topics:
        yield _holding("topics", _each("topic", filters.topics, values))
    if filters.actors:
        keys = _each("actor", filters.actors, values)
        speaks = " OR ".join(f"{key} IN (speaker_id, body_id, country_id)" for key in keys)
        yield f"({speaks} OR {_holding('about', keys)})"
    for key in _each("also", filters.also, values):
        spoken = f"{key} IN (speaker_id, body_id, country_id)"
        yield f"({spoken} OR {_holding('about', [key])} OR {_holding('topics', [key])})"
    if filters.text:
        yield "statement_id IN (SELECT id FROM hit_statements)"


def _days(filters: Filters, values: dict[str, object], first: str, last: str) -> Iterator[str]:
    if not filters.dated:
        return
    if not filters.undated:
        yield f"{first} IS NOT NULL AND {last} IS NOT NULL"
    if filters.date_to is not None:
        values["only_to"] = filters.date_to
        yield f"({first} <= $only_to::DATE OR {first} IS NULL)" if filters.undated else f"{first} <= $only_to::DATE"
    if filters.date_from is not None:
        values["only_from"] = filters.date_from
        yield f"({last} >= $only_from::DATE OR {last} IS NULL)" if filters.undated else f"{last} >= $only_from::DATE"


def _said(filters: Filters, values: dict[str, object]) -> Iterator[str]:
    if filters.speakers:
        yield _among(SPEAKER[filters.rollup], "speaker", filters.speakers, values)
    if filters.acts:
        yield f"act IN ({_listed('act', filters.acts, values)})"
    if filters.modes:
        yield f"mode IN ({_listed('mode', filters.modes, values)})"


def _among(column: str, name: str, chosen: tuple[str, ...], values: dict[str, object]) -> str:
    """That the column holds one of these; NOBODY: that it holds none."""
    named = _listed(name, tuple(value for value in chosen if value != NOBODY), values)
    parts = [f"{column} IN ({named})"] if named else []
    parts += [f"{column} IS NULL"] if NOBODY in chosen else []
    return f"({' OR '.join(parts)})"


def _holding(column: str, keys: list[str]) -> str:
    """That a list holds one of these: asked for one by one, which takes half as long as `list_has_any`."""
    return f"({' OR '.join(f'list_contains({column}, {key})' for key in keys)})"


def _listed(name: str, chosen: tuple[str, ...], values: dict[str, object]) -> str:
    """Names of parameters that hold these values: told one by one, they reach the scan of the files."""
    return ", ".join(_each(name, chosen, values))


def _each(name: str, chosen: tuple[str, ...], values: dict[str, object]) -> list[str]:
    """A name of a parameter for each of these values."""
    keys = [f"only_{name}_{number}" for number in range(len(chosen))]
    values.update(zip(keys, chosen, strict=True))
    return [f"${key}" for key in keys]
