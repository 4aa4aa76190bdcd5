"""Every question a page asks: a store and filters in, a pandas frame out, its columns in the docstring.

Text is pandas' `str`, a day `datetime64` at midnight, a list a Python list, a count an int; what is missing is what
`pandas.isna` says is missing. Values reach SQL as parameters only.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from core import frames, joined, search
from core.filters import Filters
from core.store import Store, StoreError

if TYPE_CHECKING:
    import pandas as pd

EVERYTHING = Filters()


class Unit(StrEnum):
    """The step of a timeline."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Which(StrEnum):
    """Which of the articles that pass a list holds."""

    ALL = "all"
    LOOSE = "loose"  # those that `timeline` cannot count: their interval is longer than one step
    REPEATS = "repeats"  # those that repeat an earlier article


# --- the whole --------------------------------------------------------------------------------------------------------


def overview(store: Store, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """One row of counts of what passes: `articles`, `statements`, `speakers` (named), `actors`, `outlets`, `words`,
    `first`, `last` (the span of certain days), `on_day`, `interval`, `undated` (how articles are dated; they add up to
    `articles`), `duplicates` (articles that repeat another), `unnamed` (statements of nobody we could name),
    `statements_undated` (statements with an open end), `built`.
    """
    return store.ask(
        """
        , published AS (
            SELECT count(*) AS articles, count(DISTINCT outlet) AS outlets, coalesce(sum(words), 0)::BIGINT AS words,
                   min(published_on) AS first, max(published_on) AS last, count(published_on) AS on_day,
                   count(*) FILTER (published_on IS NULL AND published_from IS NOT NULL AND published_to IS NOT NULL)
                       AS interval,
                   count(*) FILTER (published_from IS NULL OR published_to IS NULL) AS undated,
                   count(duplicate_of) AS duplicates
            FROM a),
        spoken AS (
            SELECT count(*) AS statements, count(DISTINCT as_id) AS speakers,
                   count(*) FILTER (as_id IS NULL) AS unnamed,
                   count(*) FILTER (said_from IS NULL OR said_to IS NULL) AS statements_undated
            FROM s),
        cast_of AS (SELECT count(DISTINCT actor_id) AS actors FROM n)
        SELECT *, $built AS built FROM published, spoken, cast_of
        """,
        filters,
        built=store.manifest.built,
    )


class Coverage(NamedTuple):
    """What a figure stands on, and what the filters could not judge."""

    articles: int  # pass
    on_day: int  # of these: dated to the day
    interval: int  # of these: dated to an interval
    undated: int  # of these: with an open end
    duplicates: int  # of these: repeat an earlier one
    statements: int  # pass
    statements_undated: int  # of these: with an open end
    left_out_undated: int  # articles that pass everything but the date filter, since nobody knows their day


def coverage(store: Store, filters: Filters = EVERYTHING) -> Coverage:
    """What stands behind a page's figures; for the line under a chart."""
    row = overview(store, filters).iloc[0]
    left_out = 0
    if filters.dated and not filters.undated:
        from dataclasses import replace

        everywhen = replace(filters, date_from=None, date_to=None)
        left_out = int(overview(store, everywhen).iloc[0]["undated"])
    return Coverage(
        int(row["articles"]),
        int(row["on_day"]),
        int(row["interval"]),
        int(row["undated"]),
        int(row["duplicates"]),
        int(row["statements"]),
        int(row["statements_undated"]),
        left_out,
    )


def table(store: Store, name: str, filters: Filters = EVERYTHING, limit: int | None = None) -> pd.DataFrame:
    """The rows of a table of the contract (or `actors`, `assumed`) that pass, in its own columns and in a steady order.

    Mentions and dates pass with their article; rejects, actors and assumed always. Raises StoreError for another name.
    """
    return _typed(store.ask(_rows_of(name), filters, limit=limit), name)


def count(store: Store, name: str, filters: Filters = EVERYTHING) -> int:
    """How many rows `table` gives without a limit. Raises StoreError for another name."""
    body = _rows_of(name).partition("ORDER BY")[0]
    return int(store.ask(f", counted AS ({body}) SELECT count(*) AS n FROM counted", filters)["n"].iloc[0])  # noqa: S608


def _rows_of(name: str) -> str:
    """The question for the rows of a table. Raises StoreError where there is no such table."""
    if name not in TABLES:
        raise StoreError(f"no table {name!r}; there are: {', '.join(TABLES)}")
    return TABLES[name]


#: Articles and statements as the store keeps them: the first five hundred are read without the rest.
TABLES = {
    "articles": """SELECT * FROM a
                   ORDER BY published_to DESC NULLS LAST, published_from DESC NULLS LAST, article_id LIMIT $limit""",
    "mentions": "SELECT * FROM m ORDER BY article_id, field, start, actor_id LIMIT $limit",
    "dates": """SELECT * FROM dates WHERE article_id IN (SELECT article_id FROM a)
                ORDER BY article_id, field, start LIMIT $limit""",
    "statements": """SELECT * EXCLUDE as_id FROM s
                     ORDER BY said_to DESC NULLS LAST, said_from DESC NULLS LAST, article_id, start, statement_id
                     LIMIT $limit""",
    "rejects": "SELECT * FROM rejects ORDER BY source_file, item LIMIT $limit",
    "actors": "SELECT * FROM actors ORDER BY actor_id LIMIT $limit",
    "assumed": "SELECT * FROM assumed ORDER BY source_file, note LIMIT $limit",
}


def facets(store: Store, filters: Filters = EVERYTHING, limit: int = 500) -> pd.DataFrame:
    """What the sidebar offers: `facet` (actors, speakers, topics, outlets, acts, modes), `id`, `label`, `label_en`,
    `count` (articles for actors, topics and outlets; statements for the others), the most frequent first.

    Topics, acts, modes and outlets have their id as label: their names are the interface's business.
    """
    return store.ask(
        """
        , found AS (
            SELECT 'actors' AS facet, actor_id AS id, count(*) AS count FROM n GROUP BY 2
            UNION ALL SELECT 'speakers', as_id, count(*) FROM s WHERE as_id IS NOT NULL GROUP BY 2
            UNION ALL SELECT 'topics', topic, count(*) FROM (SELECT unnest(topics) AS topic FROM a) GROUP BY 2
            UNION ALL SELECT 'outlets', outlet, count(*) FROM a WHERE outlet IS NOT NULL GROUP BY 2
            UNION ALL SELECT 'acts', act, count(*) FROM s GROUP BY 2
            UNION ALL SELECT 'modes', mode, count(*) FROM s GROUP BY 2
        )
        SELECT facet, id, coalesce(actor, id) AS label, actor_en AS label_en, count
        FROM found LEFT JOIN actors ON facet IN ('actors', 'speakers') AND actor_id = id
        QUALIFY row_number() OVER (PARTITION BY facet ORDER BY count DESC, id) <= $limit
        ORDER BY facet, count DESC, id
        """,
        filters,
        limit=limit,
    )


# --- articles ---------------------------------------------------------------------------------------------------------


#: An article that lies within no step of $unit.
_LOOSE = (
    "(date_trunc($unit, published_from) IS DISTINCT FROM date_trunc($unit, published_to) OR published_from IS NULL)"
)


def articles(
    store: Store,
    filters: Filters = EVERYTHING,
    limit: int | None = 500,
    offset: int = 0,
    which: Which = Which.ALL,
    unit: Unit = Unit.DAY,
) -> pd.DataFrame:
    """A list of articles, the newest first (by the first day they can be of; open-ended ones last): `article_id`,
    `title`, `outlet`, `published_on`, `published_from`, `published_to`, `published_basis`, `published_evidence`,
    `topics`, `words`, `duplicate_of`, `source_file`, `statements` (how many). `unit` says what `Which.LOOSE` means.
    """
    kept = {Which.ALL: "true", Which.LOOSE: _LOOSE, Which.REPEATS: "duplicate_of IS NOT NULL"}[Which(which)]
    values: dict[str, object] = {"unit": Unit(unit).value} if which == Which.LOOSE else {}
    page = store.ask(
        f"""
        SELECT article_id AS id, published_to AS day FROM a WHERE {kept}
        ORDER BY (published_from IS NULL OR published_to IS NULL), published_from DESC, published_to DESC, article_id
        LIMIT $limit OFFSET $offset
        """,  # noqa: S608 - constants
        filters,
        limit=limit,
        offset=offset,
        **values,
    )
    return _listed(store, page)


def newest(store: Store, filters: Filters = EVERYTHING, limit: int = 10) -> pd.DataFrame:
    """The newest articles; columns as of `articles`."""
    return articles(store, filters, limit)


def intervals(store: Store, filters: Filters = EVERYTHING, unit: Unit = Unit.DAY, limit: int = 500) -> pd.DataFrame:
    """The articles that `timeline` cannot count, since their interval is longer than one step; narrowest first,
    open-ended ones last. Columns as of `articles`, for drawing them as bars.
    """
    page = store.ask(
        f"""
        SELECT article_id AS id, published_to AS day FROM a WHERE {_LOOSE}
        ORDER BY published_to - published_from NULLS LAST, published_from, article_id LIMIT $limit
        """,  # noqa: S608 - constants
        filters,
        unit=Unit(unit).value,
        limit=limit,
    )
    return _listed(store, page)


def _listed(store: Store, page: pd.DataFrame) -> pd.DataFrame:
    """The articles of this page, in its order. Only the stretch of the files that holds their days is read."""
    rows = store.ask(
        f"""
        WITH said AS (SELECT article_id, count(*) AS statements FROM statements
                      WHERE article_id IN (SELECT unnest($ids::VARCHAR[])) GROUP BY article_id)
        SELECT article_id, title, outlet, published_on, published_from, published_to, published_basis,
               published_evidence, topics, words, duplicate_of, source_file, coalesce(statements, 0) AS statements
        FROM articles LEFT JOIN said USING (article_id)
        WHERE {_within("article_id", "published_to")}
        """,  # noqa: S608 - constants
        **_stretch(page),
    )
    return _ordered(rows, "article_id", page)


def _within(key: str, day: str) -> str:
    """The condition that a row is of a page, by its id and by the stretch of days (`_stretch` has the values)."""
    return (
        f"({key} IN (SELECT unnest($ids::VARCHAR[])) "
        f"AND ({day} BETWEEN $first::DATE AND $last::DATE OR ($open AND {day} IS NULL)))"
    )


def _stretch(page: pd.DataFrame) -> dict[str, object]:
    """The ids of a page and the days between which they lie, as values for a question."""
    days = page["day"].dropna()
    first, last = (days.min().date(), days.max().date()) if len(days) else (None, None)
    return {"ids": page["id"].tolist(), "first": first, "last": last, "open": len(days) < len(page)}


def _ordered(rows: pd.DataFrame, key: str, page: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order of the page."""
    return rows.set_index(key, drop=False).loc[page["id"]].reset_index(drop=True)


class Whole(NamedTuple):
    """One article with all that is known of it, each frame in its table's columns, in the order of the text."""

    article: pd.Series
    mentions: pd.DataFrame
    dates: pd.DataFrame
    statements: pd.DataFrame


def article(store: Store, article_id: str) -> Whole | None:
    """The article of this id with its mentions, dates and statements; null where there is none."""
    found = store.ask("SELECT * FROM articles WHERE article_id = $id", id=article_id)
    if found.empty:
        return None
    return Whole(
        found.iloc[0],
        store.ask("SELECT * FROM mentions WHERE article_id = $id ORDER BY field, start", id=article_id),
        store.ask("SELECT * FROM dates WHERE article_id = $id ORDER BY field, start", id=article_id),
        store.ask("SELECT * FROM statements WHERE article_id = $id ORDER BY field, start", id=article_id),
    )


def outlets(store: Store, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """By outlet, the largest first: `outlet` (null: unknown), `articles`, `statements`, `first`, `last`, `undated`."""
    return store.ask(
        """
        , said AS (SELECT article_id, count(*) AS n FROM s GROUP BY article_id)
        SELECT outlet, count(*) AS articles, coalesce(sum(n), 0)::BIGINT AS statements,
               min(published_on) AS first, max(published_on) AS last,
               count(*) FILTER (published_from IS NULL OR published_to IS NULL) AS undated
        FROM a LEFT JOIN said USING (article_id)
        GROUP BY outlet ORDER BY articles DESC, outlet
        """,
        filters,
    )


def duplicates(store: Store, filters: Filters = EVERYTHING, limit: int = 500) -> pd.DataFrame:
    """Stories carried more than once, the most carried first: `article_id`, `title`, `outlet`, `published_on` of the
    earliest, `copies` (articles that repeat it), `outlets` (names of all that carried it), `carriers` (how many).
    """
    return store.ask(
        """
        , copies AS (SELECT duplicate_of, count(*) AS copies,
                            coalesce(list(outlet) FILTER (outlet IS NOT NULL), []) AS names
                     FROM articles WHERE duplicate_of IN (SELECT coalesce(duplicate_of, article_id) FROM a)
                     GROUP BY duplicate_of),
        named AS (SELECT *, CASE WHEN outlet IS NULL THEN names ELSE list_append(names, outlet) END AS all_names
                  FROM copies JOIN articles ON article_id = copies.duplicate_of)
        SELECT article_id, title, outlet, published_on, copies, list_sort(list_distinct(all_names)) AS outlets,
               len(list_distinct(all_names)) AS carriers
        FROM named
        ORDER BY copies DESC, article_id LIMIT $limit
        """,
        filters,
        limit=limit,
    )


def story(store: Store, article_id: str) -> pd.DataFrame:
    """All articles that tell the story of this one, itself included, the earliest first; columns as of `articles`."""
    page = store.ask(
        """
        WITH told AS (SELECT coalesce(duplicate_of, article_id) AS first FROM articles WHERE article_id = $id)
        SELECT article_id AS id, published_to AS day FROM articles
        WHERE article_id IN (SELECT first FROM told) OR duplicate_of IN (SELECT first FROM told)
        ORDER BY published_to NULLS LAST, published_from, article_id
        """,
        id=article_id,
    )
    return _listed(store, page)


def found(store: Store, filters: Filters, limit: int = 50, offset: int = 0) -> pd.DataFrame:
    """Articles that answer `filters.text`, best first: `article_id`, `title`, `outlet`, `published_on`, `score`,
    `snippet` (a passage of the text as printed), `marks` (where the words stand in the snippet, as (start, end)).
    """
    if not filters.text:
        raise StoreError("a search needs a text to search for")
    import pandas as pd

    question = filters.text
    page = store.ask(
        """
        SELECT hit_articles.id, published_to AS day, score FROM a JOIN hit_articles ON hit_articles.id = article_id
        ORDER BY score DESC, article_id LIMIT $limit OFFSET $offset
        """,
        filters,
        limit=limit,
        offset=offset,
    )
    rows = store.ask(
        f"""
        SELECT article_id, title, outlet, published_on, text FROM articles
        WHERE {_within("article_id", "published_to")}
        """,  # noqa: S608 - constants
        **_stretch(page),
    )
    rows = _ordered(rows, "article_id", page).assign(score=page["score"])
    rows["snippet"] = [search.snippet(text, question) for text in rows.pop("text")]
    return rows.assign(marks=pd.Series([search.marks(text, question) for text in rows["snippet"]], dtype="object"))


# --- over time --------------------------------------------------------------------------------------------------------


def timeline(store: Store, filters: Filters = EVERYTHING, unit: Unit = Unit.DAY) -> pd.DataFrame:
    """Over time: `start` (the first day of the step; weeks begin on Monday), `articles`, `statements`.

    What is dated to an interval counts where its whole interval lies within one step, and nowhere otherwise:
    `intervals` lists these articles. Steps in which nothing happened have no row.
    """
    return store.ask(
        """
        , steps AS (
            SELECT date_trunc($unit, published_from) AS start, count(*) AS articles, 0 AS statements FROM a
            WHERE date_trunc($unit, published_from) = date_trunc($unit, published_to) GROUP BY 1
            UNION ALL
            SELECT date_trunc($unit, said_from), 0, count(*) FROM s
            WHERE date_trunc($unit, said_from) = date_trunc($unit, said_to) GROUP BY 1
        )
        SELECT start::DATE AS start, sum(articles)::BIGINT AS articles, sum(statements)::BIGINT AS statements
        FROM steps GROUP BY 1 ORDER BY 1
        """,
        filters,
        unit=Unit(unit).value,
    )


def mentions_timeline(
    store: Store, filters: Filters, actor_ids: tuple[str, ...], unit: Unit = Unit.MONTH
) -> pd.DataFrame:
    """How many articles name these actors over time, counted as in `timeline`: `start`, `actor_id`, `actor`,
    `actor_en`, `articles`.
    """
    return store.ask(
        """
        , counted AS (
            SELECT date_trunc($unit, published_from)::DATE AS start, actor_id, count(*) AS articles
            FROM n JOIN a USING (place)
            WHERE actor_id IN (SELECT unnest($ids::VARCHAR[]))
              AND date_trunc($unit, published_from) = date_trunc($unit, published_to)
            GROUP BY 1, 2)
        SELECT start, actor_id, actor, actor_en, articles FROM counted JOIN actors USING (actor_id)
        ORDER BY start, actor_id
        """,
        filters,
        unit=Unit(unit).value,
        ids=list(actor_ids),
    )


# --- who speaks -------------------------------------------------------------------------------------------------------


def speaker_counts(store: Store, filters: Filters = EVERYTHING, limit: int | None = 100) -> pd.DataFrame:
    """By speaker, the most quoted first, rolled up as the filters say: `speaker_id`, `speaker`, `speaker_en`, `kind`,
    `statements`, `articles`, `direct`, `indirect`, `refusal`, `first`, `last` (days said, where certain).

    Statements of nobody we could name are not among them: `overview` counts them as `unnamed`.
    """
    return store.ask(
        """
        , counted AS (
            SELECT as_id, count(*) AS statements, count(DISTINCT article_id) AS articles,
                   count(*) FILTER (mode = 'direct') AS direct, count(*) FILTER (mode = 'indirect') AS indirect,
                   count(*) FILTER (mode = 'refusal') AS refusal,
                   min(said_from) FILTER (said_from = said_to) AS first,
                   max(said_to) FILTER (said_from = said_to) AS last
            FROM s WHERE as_id IS NOT NULL GROUP BY as_id ORDER BY statements DESC, as_id LIMIT $limit
        )
        SELECT as_id AS speaker_id, coalesce(actor, as_id) AS speaker, actor_en AS speaker_en, kind,
               statements, articles, direct, indirect, refusal, first, last
        FROM counted LEFT JOIN actors ON actor_id = as_id ORDER BY statements DESC, as_id
        """,
        filters,
        limit=limit,
    )


#: The most quoted speakers: as whom they count, and how often.
_MOST_QUOTED = """
        , top AS (SELECT as_id, count(*) AS total FROM s WHERE as_id IS NOT NULL
                  GROUP BY as_id ORDER BY total DESC, as_id LIMIT $limit)"""


def speaker_acts(store: Store, filters: Filters = EVERYTHING, limit: int = 20) -> pd.DataFrame:
    """What the most quoted speakers do: `speaker_id`, `speaker`, `speaker_en`, `act`, `mode`, `statements`."""
    return store.ask(
        f"""
        {_MOST_QUOTED},
        counted AS (SELECT as_id, act, mode, count(*) AS statements FROM s
                    WHERE as_id IN (SELECT as_id FROM top) GROUP BY as_id, act, mode)
        SELECT as_id AS speaker_id, coalesce(actor, as_id) AS speaker, actor_en AS speaker_en, act, mode, statements
        FROM counted JOIN top USING (as_id) LEFT JOIN actors ON actor_id = as_id
        ORDER BY total DESC, as_id, statements DESC, act, mode
        """,  # noqa: S608 - constants
        filters,
        limit=limit,
    )


def speaker_timeline(
    store: Store, filters: Filters = EVERYTHING, unit: Unit = Unit.MONTH, limit: int = 8
) -> pd.DataFrame:
    """The most quoted speakers over time, counted as in `timeline`: `start`, `speaker_id`, `speaker`, `speaker_en`,
    `statements`.
    """
    return store.ask(
        f"""
        {_MOST_QUOTED},
        counted AS (SELECT date_trunc($unit, said_from)::DATE AS start, as_id, count(*) AS statements FROM s
                    WHERE as_id IN (SELECT as_id FROM top)
                      AND date_trunc($unit, said_from) = date_trunc($unit, said_to) GROUP BY 1, 2)
        SELECT start, as_id AS speaker_id, coalesce(actor, as_id) AS speaker, actor_en AS speaker_en, statements
        FROM counted LEFT JOIN actors ON actor_id = as_id ORDER BY start, as_id
        """,  # noqa: S608 - constants
        filters,
        unit=Unit(unit).value,
        limit=limit,
    )


class Order(StrEnum):
    """How a list of statements is ordered; open-ended days come last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    SPEAKER = "speaker"


_PLACE = "article_id, field, start, statement_id"
_NEWEST = f"(said_from IS NULL OR said_to IS NULL), said_from DESC, said_to DESC, {_PLACE}"
_ORDERS = {
    Order.NEWEST: _NEWEST,
    Order.OLDEST: f"(said_from IS NULL OR said_to IS NULL), said_from, said_to, {_PLACE}",
    Order.SPEAKER: f"speaker, {_NEWEST}",
}


_PAGE = "SELECT statement_id AS id, said_to AS day FROM s WHERE "


def statements(
    store: Store,
    filters: Filters = EVERYTHING,
    limit: int | None = 1000,
    offset: int = 0,
    order: Order = Order.NEWEST,
) -> pd.DataFrame:
    """Statements, the latest said first unless `order` says otherwise, in the contract's columns and their article's
    `title`, `outlet`, `published_on`, `published_from`, `published_to`.
    """
    sql = _PAGE + "true ORDER BY " + _ORDERS[Order(order)] + " LIMIT $limit OFFSET $offset"
    return _quoted(store, store.ask(sql, filters, limit=limit, offset=offset))


def _quoted(store: Store, page: pd.DataFrame) -> pd.DataFrame:
    """The statements of this page, in its order. Only the stretch of the files that holds their days is read."""
    rows = store.ask(
        f"""
        WITH page AS (SELECT * FROM statements WHERE {_within("statement_id", "said_to")})
        SELECT page.*, title, outlet, published_on, published_from, published_to
        FROM page JOIN articles USING (article_id)
        """,  # noqa: S608 - constants
        **_stretch(page),
    )
    return _ordered(rows, "statement_id", page)


def tellings(store: Store, statement_ids: tuple[str, ...], first: date, last: date) -> pd.DataFrame:
    """Of these statements, those that other articles tell too, each with all its tellings, the earliest first:
    `asked` (the statement's id as given), `statement_id`, `article_id`, `title`, `outlet`, `published_on`,
    `published_from`, `published_to`, `text`.

    A telling is of the same speaker and about the same day, in nearly the same words (core.joined), once an article; a
    denial is no telling of what it denies. One outlet may name the office, the body or the country where another names
    its officer, or spell a name otherwise that nobody knows: then more of the words must be the same. What has no
    speaker, or no certain day, is joined to nothing. `first` and `last`: the days between which they were said.
    """
    near = _near(store, statement_ids, first, last)
    numbered = enumerate(near[["asked", "article_id", "text", "own", "sure"]].itertuples(index=False, name=None))
    told = [place for _, of_one in groupby(numbered, lambda row: row[1][0]) for place in _same(list(of_one))]
    return near.iloc[told].drop(columns=["own", "sure"]).reset_index(drop=True)


def _near(store: Store, statement_ids: tuple[str, ...], first: date, last: date) -> pd.DataFrame:
    """What the speakers of these statements are said to have said about those days, in other articles: columns as of
    `tellings`, `own` (true for the statement itself) and `sure` (true where the speaker is the same). What is near to
    one statement stands together.
    """
    return store.ask(
        f"""
        WITH page AS (
            SELECT statement_id AS asked, article_id, speaker_id, speaker, body_id, country_id, said_to,
                   act = 'deny' AS denies, mode = 'refusal' AS refuses
            FROM statements
            WHERE statement_id IN (SELECT unnest($ids::VARCHAR[])) AND said_to BETWEEN $first::DATE AND $last::DATE
              AND speaker IS NOT NULL AND said_from = said_to),
        days AS (SELECT *, said_to + unnest(range(-$apart::INT, $apart::INT + 1))::INT AS day FROM page),
        persons AS (SELECT actor_id FROM actors WHERE kind = 'person' AND known),
        near AS (
            SELECT asked, statement_id, other.article_id, text, statement_id = asked AS own,
                   coalesce(days.speaker_id = other.speaker_id, false) AS sure
            FROM days JOIN statements AS other ON other.said_to = day
            WHERE other.said_to BETWEEN $first::DATE - $apart::INT AND $last::DATE + $apart::INT
              AND other.said_from = other.said_to
              AND (days.article_id <> other.article_id OR statement_id = asked)
              AND (act = 'deny') = denies AND (mode = 'refusal') = refuses
              AND (days.speaker_id = other.speaker_id OR {_MAY_BE_ONE}))
        SELECT asked, statement_id, article_id, title, outlet, published_on, published_from, published_to, near.text,
               own, sure
        FROM near JOIN articles USING (article_id)
        ORDER BY asked, published_to, published_from, statement_id  -- surely earlier, first; undated ones last
        """,  # noqa: S608 - constants
        ids=list(statement_ids),
        first=first,
        last=last,
        apart=joined.APART,
        spelt=joined.SPELT_ALIKE,
    )


#: Two speakers who may be one, of whom at most one is a person that the knowledge holds: an office, a body or a
#: country and whoever speaks for it, or two spellings of a name.
_MAY_BE_ONE = """
    (days.speaker_id IS NULL OR other.speaker_id IS NULL
        OR NOT (days.speaker_id IN (FROM persons) AND other.speaker_id IN (FROM persons)))
    AND (days.body_id = other.body_id OR days.speaker_id = other.country_id OR other.speaker_id = days.country_id
        OR jaro_winkler_similarity(days.speaker, other.speaker) >= $spelt)
"""


def _same(near: list[tuple[int, tuple[str, str, str, bool, bool]]]) -> list[int]:
    """Of what is near to one statement (place; asked, article, text, own, sure) its tellings' places, in order: the
    most alike of each article, and none if it is told once.
    """
    bags = [joined.bag(text) for _, (_, _, text, _, _) in near]
    own = next(words for words, (_, (*_, itself, _)) in zip(bags, near, strict=True) if itself)
    best: dict[str, tuple[float, int]] = {}
    for words, (place, (_, article_id, _, _, sure)) in zip(bags, near, strict=True):
        likeness = joined.alike(own, words)
        least = joined.ALIKE if sure else joined.MORE_ALIKE
        if joined.same(own, words, least) and (article_id not in best or likeness > best[article_id][0]):
            best[article_id] = likeness, place
    return sorted(place for _, place in best.values()) if len(best) > 1 else []


# --- actors -----------------------------------------------------------------------------------------------------------


def actors(store: Store, filters: Filters = EVERYTHING, limit: int | None = 200) -> pd.DataFrame:
    """By actor, the most widely named first: `actor_id`, `actor`, `actor_en`, `kind`, `country_id`, `known`,
    `articles`, `mentions`, `first`, `last` (certain days of publication).
    """
    return store.ask(
        """
        , counted AS (
            SELECT actor_id, count(*) AS articles, sum(mentions)::BIGINT AS mentions,
                   min(published_on) AS first, max(published_on) AS last
            FROM n GROUP BY actor_id ORDER BY articles DESC, mentions DESC, actor_id
            LIMIT $limit
        )
        SELECT actor_id, actor, actor_en, kind, country_id, known, articles, mentions, first, last
        FROM counted LEFT JOIN actors USING (actor_id) ORDER BY articles DESC, mentions DESC, actor_id
        """,
        filters,
        limit=limit,
    )


def named(store: Store, actor_ids: tuple[str, ...]) -> pd.DataFrame:
    """What these actors are called: `actor_id`, `actor`, `actor_en`; those the index knows."""
    return store.ask(
        "SELECT actor_id, actor, actor_en FROM actors WHERE actor_id IN (SELECT unnest($ids::VARCHAR[])) ORDER BY 1",
        ids=list(actor_ids),
    )


def assumed(store: Store, limit: int = 20) -> pd.DataFrame:
    """What reading the sources assumed, the most frequent first: `note`, `files`, `records`."""
    return store.ask(
        """
        SELECT note, count(DISTINCT source_file) AS files, sum(records)::BIGINT AS records FROM assumed
        GROUP BY note ORDER BY records DESC, note LIMIT $limit
        """,
        limit=limit,
    )


def count_unknown(store: Store, filters: Filters = EVERYTHING) -> int:
    """How many rows `unknown_actors` gives without a limit."""
    sql = "SELECT count(DISTINCT actor_id) AS n FROM n JOIN actors USING (actor_id) WHERE NOT known"
    return int(store.ask(sql, filters)["n"].iloc[0])


def unknown_actors(
    store: Store, filters: Filters = EVERYTHING, limit: int | None = 200, offset: int = 0
) -> pd.DataFrame:
    """Names met that the knowledge does not hold, the most widely named first, for review: `actor_id`, `actor`, `kind`,
    `articles`, `mentions`, `surfaces` (as written), `example` (an article's id).
    """
    return store.ask(
        """
        , counted AS (
            SELECT actor_id, count(*) AS articles, sum(mentions)::BIGINT AS mentions, min(place) AS place
            FROM n WHERE actor_id IN (SELECT actor_id FROM actors WHERE NOT known)
            GROUP BY actor_id ORDER BY articles DESC, mentions DESC, actor_id LIMIT $limit OFFSET $offset
        ),
        written AS (
            SELECT actor_id, list_sort(list_distinct(list(surface))) AS surfaces FROM m
            WHERE actor_id IN (SELECT actor_id FROM counted) GROUP BY actor_id
        )
        SELECT actor_id, actor, kind, articles, mentions, surfaces, article_id AS example
        FROM counted JOIN actors USING (actor_id) JOIN written USING (actor_id) JOIN articles USING (place)
        ORDER BY articles DESC, mentions DESC, actor_id
        """,
        filters,
        limit=limit,
        offset=offset,
    )


class Profile(NamedTuple):
    """One actor, as the filtered articles show them."""

    actor: pd.Series  # actor_id, actor, actor_en, kind, country_id, known
    seen: pd.Series  # articles, mentions, first, last, said (statements by them), said_about (of them by others)
    aliases: pd.DataFrame  # surface, mentions; the most usual first
    named_with: pd.DataFrame  # actor_id, actor, actor_en, kind, articles; the most usual first


def profile(store: Store, actor_id: str, filters: Filters = EVERYTHING, limit: int = 20) -> Profile | None:
    """One actor within the filters; null where the index does not know the id. What they said: `said`, `said_of`."""
    who = store.ask("SELECT * FROM actors WHERE actor_id = $id", id=actor_id)
    if who.empty:
        return None
    seen = store.ask(_SEEN, filters, id=actor_id)
    return Profile(
        who.iloc[0],
        seen.iloc[0],
        store.ask(
            """SELECT surface, count(*) AS mentions FROM m WHERE actor_id = $id
               GROUP BY surface ORDER BY mentions DESC, surface LIMIT $limit""",
            filters,
            id=actor_id,
            limit=limit,
        ),
        store.ask(
            """, together AS (
                   SELECT actor_id, count(*) AS articles FROM named
                   WHERE place IN (SELECT place FROM n WHERE actor_id = $id) AND actor_id <> $id
                   GROUP BY actor_id ORDER BY articles DESC, actor_id LIMIT $limit)
               SELECT actor_id, actor, actor_en, kind, articles FROM together JOIN actors USING (actor_id)
               ORDER BY articles DESC, actor_id""",
            filters,
            id=actor_id,
            limit=limit,
        ),
    )


def said(
    store: Store, actor_id: str, filters: Filters = EVERYTHING, limit: int | None = 100, offset: int = 0
) -> pd.DataFrame:
    """What this actor said, or was said on their behalf, the latest first; columns as of `statements`."""
    return _quoted(store, store.ask(_PAGE + _BY + _LATEST, filters, id=actor_id, limit=limit, offset=offset))


def said_of(
    store: Store, actor_id: str, filters: Filters = EVERYTHING, limit: int | None = 100, offset: int = 0
) -> pd.DataFrame:
    """What others said that names this actor, the latest first; columns as of `statements`."""
    return _quoted(store, store.ask(_PAGE + _ABOUT + _LATEST, filters, id=actor_id, limit=limit, offset=offset))


_BY = "$id IN (speaker_id, body_id, country_id)"
_ABOUT = f"list_contains(about, $id) AND NOT coalesce({_BY}, false)"
_SEEN = f"""
    , met AS (
        SELECT count(*) AS articles, coalesce(sum(mentions), 0)::BIGINT AS mentions,
               min(published_on) AS first, max(published_on) AS last
        FROM n WHERE actor_id = $id),
    told AS (SELECT coalesce({_BY}, false) AS own FROM s WHERE {_BY} OR list_contains(about, $id)),
    spoken AS (SELECT count(*) FILTER (own) AS said, count(*) FILTER (NOT own) AS said_about FROM told)
    SELECT * FROM met, spoken
"""  # noqa: S608 - pieces are constants of this module
_LATEST = " ORDER BY " + _ORDERS[Order.NEWEST] + " LIMIT $limit OFFSET $offset"


class Whose(StrEnum):
    """Whose statements a file holds, with regard to one actor."""

    ANYONE = "anyone"
    BY = "by"  # the actor's own, or on their behalf
    OF = "of"  # by others, naming the actor


def quotations(
    store: Store, filters: Filters = EVERYTHING, whose: Whose = Whose.ANYONE, actor_id: str = ""
) -> pd.DataFrame:
    """All statements that pass, the latest said first, as an analyst's file has them: who said what and when, the
    article's title, outlet, day and address, how it was worked out, and the ids at the end.
    """
    where = {Whose.ANYONE: "$id = ''", Whose.BY: _BY, Whose.OF: _ABOUT}[Whose(whose)]
    return store.ask(
        f"""
        , kept AS (SELECT * FROM s WHERE {where})
        SELECT said_from, said_to, speaker, speaker_en, role, act, mode, kept.text AS text, title, outlet, published_on,
               published_from, published_to, url, venue, addressee, kept.topics AS topics, about, cue, speaker_surface,
               resolved_by, rule, speaker_id, body_id, country_id, statement_id, article_id, field, start, "end"
        FROM kept JOIN articles USING (article_id) ORDER BY {_NEWEST}
        """,  # noqa: S608 - constants
        filters,
        id=actor_id,
    )


def pairs(store: Store, filters: Filters = EVERYTHING, actors: int = 40, limit: int = 200) -> pd.DataFrame:
    """Who is named together with whom, among the most widely named `actors`: `source`, `target` (ids, source < target),
    `source_label`, `target_label`, `source_label_en`, `target_label_en`, `articles`; the most usual first.
    """
    return store.ask(
        """
        , top AS (SELECT actor_id, count(*) AS articles FROM n WHERE kind <> 'place'
                  GROUP BY actor_id ORDER BY articles DESC, actor_id LIMIT $actors),
        kept AS MATERIALIZED (SELECT place, actor_id FROM n WHERE actor_id IN (SELECT actor_id FROM top)),
        counted AS (
            SELECT x.actor_id AS source, y.actor_id AS target, count(*) AS articles
            FROM kept x JOIN kept y ON x.place = y.place AND x.actor_id < y.actor_id
            GROUP BY 1, 2 ORDER BY articles DESC, source, target LIMIT $limit
        )
        SELECT source, target, x.actor AS source_label, y.actor AS target_label, x.actor_en AS source_label_en,
               y.actor_en AS target_label_en, articles
        FROM counted JOIN actors x ON x.actor_id = source JOIN actors y ON y.actor_id = target
        ORDER BY articles DESC, source, target
        """,
        filters,
        actors=actors,
        limit=limit,
    )


# --- topics -----------------------------------------------------------------------------------------------------------


def topics(store: Store, filters: Filters = EVERYTHING) -> pd.DataFrame:
    """By topic, the largest first: `topic` (id), `articles`, `statements`."""
    return store.ask(
        """
        , found AS (
            SELECT unnest(topics) AS topic, 1 AS articles, 0 AS statements FROM a
            UNION ALL SELECT unnest(topics), 0, 1 FROM s
        )
        SELECT topic, sum(articles)::BIGINT AS articles, sum(statements)::BIGINT AS statements
        FROM found GROUP BY topic ORDER BY articles DESC, statements DESC, topic
        """,
        filters,
    )


#: Words are counted in so many articles at most: the newest that pass.
WORDS_FROM = 5_000


def words(
    store: Store, filters: Filters = EVERYTHING, limit: int = 200_000, articles: int = WORDS_FROM
) -> pd.DataFrame:
    """The words of the newest `articles` bodies as they are written, the most frequent first: `form`, `count`,
    `articles`. Arabic letters only; core.words puts together what belongs together.
    """
    page = store.ask(
        "SELECT article_id AS id, published_to AS day FROM a ORDER BY day DESC NULLS LAST, id LIMIT $most",
        filters,
        most=articles,
    )
    return store.ask(
        f"""
        WITH met AS (SELECT article_id, unnest(regexp_extract_all(text, $letters)) AS form FROM articles
                     WHERE {_within("article_id", "published_to")})
        SELECT form, count(*) AS count, count(DISTINCT article_id) AS articles FROM met
        GROUP BY form ORDER BY count DESC, form LIMIT $limit
        """,  # noqa: S608 - constants
        **_stretch(page),
        letters="[\u0621-\u063a\u0641-\u0652\u0670]{2,}",
        limit=limit,
    )


def carriers(store: Store, article_ids: tuple[str, ...]) -> pd.DataFrame:
    """Of these articles, the stories that more than one article carries: `article_id` (as given), `outlets` (names of
    those that carried it, the article's own included), `copies` (other articles with the story).
    """
    return store.ask(
        """
        WITH asked AS (SELECT article_id, coalesce(duplicate_of, article_id) AS story FROM articles
                       WHERE article_id IN (SELECT unnest($ids::VARCHAR[]))),
        told AS (SELECT coalesce(duplicate_of, article_id) AS story, count(*) AS tellings,
                        list_sort(list_distinct(coalesce(list(outlet) FILTER (outlet IS NOT NULL), []))) AS outlets
                 FROM articles WHERE coalesce(duplicate_of, article_id) IN (SELECT story FROM asked) GROUP BY 1)
        SELECT article_id, outlets, tellings - 1 AS copies FROM asked JOIN told USING (story)
        WHERE tellings > 1 ORDER BY article_id
        """,
        ids=list(article_ids),
    )


def _typed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The frame in the order of its schema's columns."""
    return frame[[field.name for field in (frames.TABLES | frames.LOOKUPS)[name]]]


def rows(frame: pd.DataFrame) -> list[Any]:
    """The rows of an answer as named tuples, for whoever writes them out: what is missing is null, a day a `date`."""
    import pandas as pd

    def plain(column: pd.Series) -> list[Any]:
        missing = column.isna().tolist()
        values = [None if gone else value for value, gone in zip(column.tolist(), missing, strict=True)]
        return [value.date() if isinstance(value, pd.Timestamp) else value for value in values]

    columns = {name: plain(column) for name, column in frame.items()}
    return list(pd.DataFrame(columns, dtype=object).itertuples(index=False, name="Row"))
