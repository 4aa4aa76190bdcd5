"""The data contract: the tables of an index, their columns and types, declared once.

Missing is null everywhere: never "", 0 or today's date. Others read these tables, so names and meanings are fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
from msgspec.structs import fields

from core.model import ALWAYS, Article, Basis, Document, Kind, Period, Published, Reject, Statement

_TEXTS = pa.list_(pa.string())

ARTICLES = pa.schema(
    [
        ("article_id", pa.string()),
        ("source_file", pa.string()),
        ("item", pa.string()),  # the record's own id or number; null where a file is one document
        ("part", pa.int32()),  # 0, 1, … within a document
        ("title", pa.string()),
        ("outlet", pa.string()),
        ("author", pa.string()),
        ("url", pa.string()),
        ("section", pa.string()),
        ("published_on", pa.date32()),  # only when a single day is certain
        ("published_from", pa.date32()),  # inclusive; null = unbounded
        ("published_to", pa.date32()),
        ("published_basis", pa.string()),  # metadata, dateline, inferred, none
        ("published_evidence", pa.string()),  # the wording that decided
        ("dateline", pa.string()),
        ("summary", pa.string()),
        ("captions", pa.string()),
        ("tags", _TEXTS),
        ("topics", _TEXTS),
        ("text", pa.string()),
        ("words", pa.int32()),
        ("duplicate_of", pa.string()),
    ]
)

MENTIONS = pa.schema(
    [
        ("article_id", pa.string()),
        ("actor_id", pa.string()),
        ("actor", pa.string()),
        ("actor_en", pa.string()),
        ("kind", pa.string()),  # person, organisation, country, place
        ("surface", pa.string()),
        ("field", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
    ]
)

DATES = pa.schema(
    [
        ("article_id", pa.string()),
        ("surface", pa.string()),
        ("field", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("date_from", pa.date32()),
        ("date_to", pa.date32()),
        ("granularity", pa.string()),  # day, week, month, year, range
    ]
)

STATEMENTS = pa.schema(
    [
        ("statement_id", pa.string()),
        ("article_id", pa.string()),
        ("speaker_id", pa.string()),
        ("speaker", pa.string()),
        ("speaker_en", pa.string()),
        ("speaker_surface", pa.string()),
        ("role", pa.string()),
        ("body_id", pa.string()),
        ("country_id", pa.string()),
        ("cue", pa.string()),
        ("act", pa.string()),
        ("mode", pa.string()),  # direct, indirect, refusal
        ("text", pa.string()),
        ("field", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("said_from", pa.date32()),
        ("said_to", pa.date32()),
        ("topics", _TEXTS),
        ("about", _TEXTS),  # actor ids
        ("resolved_by", pa.string()),  # name, title, inherited, office, none
        ("rule", pa.string()),
        ("venue", pa.string()),
        ("addressee", pa.string()),
    ]
)

REJECTS = pa.schema([("source_file", pa.string()), ("item", pa.string()), ("reason", pa.string())])

#: Everyone the other tables name by id: who speaks, is spoken for, or is mentioned.
ACTORS = pa.schema(
    [
        ("actor_id", pa.string()),
        ("actor", pa.string()),
        ("actor_en", pa.string()),
        ("kind", pa.string()),  # person, organisation, country, place
        ("country_id", pa.string()),  # the country it belongs to
        ("known", pa.bool_()),  # false: met in an article, not in the knowledge
    ]
)

#: Who is named in which article, once each: what most questions about actors ask, a fifth of the mentions' size. The
#: article is told by its place in the articles table, from 0: a number is compared many times faster than an id.
NAMED = pa.schema(
    [
        ("place", pa.int32()),
        ("actor_id", pa.string()),
        ("kind", pa.string()),
        ("mentions", pa.int32()),
        ("published_on", pa.date32()),
    ]
)

#: What reading a source assumed ("encoding cp1256", "day before month"), and of how many of its records.
ASSUMED = pa.schema([("source_file", pa.string()), ("note", pa.string()), ("records", pa.int32())])

#: What an index keeps beside the contract's tables.
LOOKUPS: dict[str, pa.Schema] = {"actors": ACTORS, "named": NAMED, "assumed": ASSUMED}

TABLES: dict[str, pa.Schema] = {
    "articles": ARTICLES,
    "mentions": MENTIONS,
    "dates": DATES,
    "statements": STATEMENTS,
    "rejects": REJECTS,
}


def tables(documents: Iterable[Document], rejects: Iterable[Reject] = ()) -> dict[str, pa.Table]:
    """The five tables for these documents and rejects, each in the schema of `TABLES`."""
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    for document in documents:
        rows["articles"].append(_article_row(document))
        rows["mentions"].extend(_mention_rows(document))
        rows["dates"].extend(_date_rows(document))
        rows["statements"].extend(_statement_rows(document))
    rows["rejects"].extend({"source_file": r.source_file, "item": r.item, "reason": r.reason} for r in rejects)
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in TABLES.items()}


def _article_row(document: Document) -> dict[str, object]:
    article = document.article
    published = article.published
    return {
        "article_id": article.article_id,
        "source_file": article.source_file,
        "item": article.item,
        "part": article.part,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "section": article.section,
        "published_on": published.on,
        "published_from": published.period.first,
        "published_to": published.period.last,
        "published_basis": published.basis.value,
        "published_evidence": published.evidence,
        "dateline": article.dateline,
        "summary": article.summary,
        "captions": article.captions,
        "tags": list(article.tags),
        "topics": list(article.topics),
        "text": article.text,
        "words": len(article.text.split()),
        "duplicate_of": article.duplicate_of,
    }


def article(row: Mapping[str, Any]) -> Article:
    """The article that a row of the articles table holds."""
    period = Period(row["published_from"], row["published_to"])
    published = Published(period, Basis(row["published_basis"]), row["published_evidence"])
    plain = {f.name: row[f.name] for f in fields(Article) if f.name not in ("published", "tags", "topics")}
    return Article(**plain, published=published, tags=tuple(row["tags"]), topics=tuple(row["topics"]))


def _mention_rows(document: Document) -> Iterable[dict[str, object]]:
    for mention in document.mentions:
        if mention.how == "title" and mention.actor.kind is not Kind.PERSON:
            continue  # an office whose holder nobody knows tells statements whose it is; its body was not named
        yield {
            "article_id": document.article.article_id,
            "actor_id": mention.actor.actor_id,
            "actor": mention.actor.label,
            "actor_en": mention.actor.label_en,
            "kind": mention.actor.kind.value,
            "surface": mention.surface,
            "field": mention.field.value,
            "start": mention.start,
            "end": mention.end,
        }


def _date_rows(document: Document) -> Iterable[dict[str, object]]:
    for span in document.dates:
        yield {
            "article_id": document.article.article_id,
            "surface": span.surface,
            "field": span.field.value,
            "start": span.start,
            "end": span.end,
            "date_from": span.period.first if span.period else None,
            "date_to": span.period.last if span.period else None,
            "granularity": span.granularity.value,
        }


def _statement_rows(document: Document) -> Iterable[dict[str, object]]:
    article_id = document.article.article_id
    for statement in document.statements:
        speaker = statement.speaker
        said = _said(statement, document)
        yield {
            "statement_id": f"{article_id}-{statement.field.value}-{statement.cue_start}-{statement.start}",
            "article_id": document.article.article_id,
            "speaker_id": speaker.actor_id if speaker else None,
            "speaker": speaker.label if speaker else statement.speaker_surface,
            "speaker_en": speaker.label_en if speaker else None,
            "speaker_surface": statement.speaker_surface,
            "role": statement.role,
            "body_id": statement.body_id,
            "country_id": statement.country_id,
            "cue": statement.cue,
            "act": statement.act.value,
            "mode": statement.mode.value,
            "text": statement.text,
            "field": statement.field.value,
            "start": statement.start,
            "end": statement.end,
            "said_from": said.first,
            "said_to": said.last,
            "topics": list(statement.topics),
            "about": list(statement.about),
            "resolved_by": statement.resolved_by.value,
            "rule": statement.rule,
            "venue": statement.venue,
            "addressee": statement.addressee,
        }


def _said(statement: Statement, document: Document) -> Period:
    """When it was said: by its own words, else when the article was published."""
    return statement.said if statement.said != ALWAYS else document.article.published.period
