"""Why an index says what it says: one article read again, as text for a terminal; and what is left for a reviewer.

The article comes out of the index as it was cleaned, and goes through today's stages: where the knowledge has changed
since, the answer may differ from what the index holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from core import dating, frames, pipeline, statements
from core.dating.evidence import Evidence
from core.knowledge.world import World
from core.model import Basis, Document, Mention, Period, Published, Statement
from core.statements import SentenceRead
from core.store import Store, StoreError


def explain(store: Store, article_id: str, world: World) -> Iterator[str]:
    """How an article was dated, its actors resolved, its dates valued and its sentences read, line by line.

    Raises StoreError where the index holds no such article.
    """
    rows = [row for batch in store.find("articles", article_id) for row in batch.to_pylist()]
    if not rows:
        raise StoreError(f"{store.path}: no article {article_id!r}; list them with: python -m core export … articles")
    document = _again(rows[0], world)
    article = document.article
    yield f"{article.article_id}  {article.title or '(no title)'}"
    yield (
        f"source     {article.source_file}" + (f" ({article.item})" if article.item else "") + f", part {article.part}"
    )
    yield f"outlet     {article.outlet or '(not named)'}"
    yield from ("", "PUBLISHED  " + _days(article.published.period) + f"  by {article.published.basis.value}")
    yield from (_evidence(found) for found in dating.explain(document, world))
    yield from ("", "ACTORS")
    yield from _actors(document)
    yield from ("", "DATES")
    yield from (f"  {span.surface}  =  {_days(span.period) if span.period else 'not known'}" for span in document.dates)
    yield from ("", "SENTENCES")
    for sentence in statements.explain(document, world):
        yield from _sentence(sentence)


def unread(store: Store, world: World, articles: int) -> Iterator[tuple[str, SentenceRead]]:
    """Sentences with a cue and no statement, with their article's id, among the newest `articles`."""
    left = articles
    for batch in store.batches("articles"):
        for row in batch.slice(0, left).to_pylist():
            document = _again(row, world)
            yield from ((document.article.article_id, read) for read in statements.unread(document, world))
        left -= batch.num_rows
        if left <= 0:
            return


def _again(row: dict[str, object], world: World) -> Document:
    """The article of this row through all the stages; only what its source said of its day stands."""
    article = frames.article(row)
    if article.published.basis is not Basis.METADATA:
        article = replace(article, published=Published())
    document = Document(article)
    for stage in pipeline.stages(world).values():
        document = stage(document)
    return document


def _days(period: Period) -> str:
    """
    >>> from datetime import date
    >>> _days(Period(None, date(2024, 3, 1)))
    '… 2024-03-01'
    """
    if period.only:
        return period.only.isoformat()
    first, last = (day.isoformat() if day else "" for day in period)
    return f"{first} … {last}".strip() if first or last else "not known"


def _evidence(found: Evidence) -> str:
    says = _days(found.period) if found.weekday is None else "any such weekday"
    return f"  {'*' if found.used else ' '} {found.kind.value:<10} {found.wording}  =  {says}"


def _actors(document: Document) -> Iterator[str]:
    """Each actor once, with the wordings that named it and how."""
    found: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        found.setdefault(mention.actor.actor_id, []).append(mention)
    for actor_id, mentions in found.items():
        actor = mentions[0].actor
        wordings = dict.fromkeys(f"{m.surface} ({m.how})" for m in mentions)
        known = "" if actor.known else ", not in the knowledge"
        yield f"  {actor_id}  {actor.label}  [{actor.kind.value}{known}]  {len(mentions)}×: {'، '.join(wordings)}"


def _sentence(sentence: SentenceRead) -> Iterator[str]:
    if not sentence.statements and not sentence.unread:
        return
    yield "  " + " ".join(sentence.text.split())
    yield from (f"      {_statement(said)}" for said in sentence.statements)
    if sentence.unread:
        yield f"      ? cue without a statement: {'، '.join(sentence.unread)}"


def _statement(said: Statement) -> str:
    who = said.speaker.label if said.speaker else f"{said.speaker_surface or 'nobody'} (not resolved)"
    how = f"{said.act.value}, {said.mode.value}; by {said.resolved_by.value}; rule {said.rule}"
    return f"→ {who} | {said.cue} | {said.text}  [{how}]"
