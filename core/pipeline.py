"""The stages in order, in one process or several.

    records -> articles -> names -> day of publication -> dates -> who is meant -> statements -> topics -> tables

A record or article that breaks a stage is set aside as a `Reject` with the stage and the reason, and the run goes on.
What comes out is the same, in the same order, however many processes work.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from core import actors, clean, dates, dating, frames, statements, topics
from core.actors import ner_camel, reference
from core.knowledge import world as knowledge
from core.knowledge.world import World
from core.model import Actor, Article, Document, Record, Reject


class WorkerDied(Exception):
    """A worker process was ended before it had done its work; nothing of the run can be kept."""


Stage = Callable[[Document], Document]

#: A chunk of work is closed at so many records, or at so many characters.
CHUNK_RECORDS, CHUNK_CHARACTERS = 64, 2_000_000

#: So many articles pass a stage before the next stage begins. What a stage knows then stays in the processor's caches,
#: which spares a tenth of the time; `core.arabic` keeps the words of as many texts.
TOGETHER = 16


def stages(world: World, recogniser: ner_camel.Recogniser | None = None) -> dict[str, Stage]:
    """What is done to an article, in order, by name. The one place where a stage is plugged in."""
    more: dict[str, Stage] = {"ner": partial(ner_camel.find, recogniser=recogniser)} if recogniser else {}
    return {
        "actors": partial(actors.find, world=world),
        **more,
        "dating": partial(dating.publish, world=world),
        "dates": dates.find,
        "reference": partial(reference.link, world=world),
        "statements": partial(statements.find, world=world),
        "topics": topics.assign,
    }


class Batch(NamedTuple):
    """The tables of some records, who is named in them by id, how many they were, and what reading them assumed (how
    often, by source and note).
    """

    tables: dict[str, pa.Table]
    actors: tuple[Actor, ...]
    records: int
    assumed: dict[tuple[str, str], int]


def run(
    records: Iterable[Record | Reject],
    actors_file: Path | None = None,
    workers: int = 1,
    recogniser: ner_camel.Recogniser | None = None,
) -> Iterator[Batch]:
    """The tables of all records, a chunk at a time, in the order of the records.

    `actors_file` is the owner's own knowledge, on top of ours; with `workers` over 1, as many processes share the work.
    A `recogniser` of names, which shares its own work among the cores, keeps to one process.
    """
    if workers <= 1 or recogniser:
        world = knowledge.load(actors_file)  # bad knowledge stops the run before it begins
        steps = stages(world, recogniser)
        thresholds = gc.get_threshold()
        _collect_rarely()
        try:
            yield from (_batch(chunk, steps, world) for chunk in chunks(records))
        finally:
            gc.set_threshold(*thresholds)
            gc.unfreeze()
    else:
        if actors_file:
            knowledge.load(actors_file)  # as above; our own is sound, and each worker loads it while the others do
        yield from _pooled(chunks(records), actors_file, workers)


def documents(records: Iterable[Record | Reject], steps: dict[str, Stage]) -> Iterator[Document | Reject]:
    """The articles of the records with all that the stages find, or why there are none, in the order of the records."""
    cleaned = (outcome for record in records for outcome in _cleaned(record))
    while outcomes := list(islice(cleaned, TOGETHER)):
        for name, stage in steps.items():
            outcomes = [_staged(outcome, name, stage) for outcome in outcomes]
        yield from outcomes


def _cleaned(record: Record | Reject) -> Iterator[Document | Reject]:
    if isinstance(record, Reject):
        yield record
        return
    try:
        yield from map(Document, clean.articles(record))
    except clean.NoStory as none:
        yield Reject(record.source_file, record.item, str(none))
    except Exception as error:  # noqa: BLE001 - whatever breaks, the run goes on and the table says what broke
        yield _broken(record, "clean", error)


def _staged(outcome: Document | Reject, name: str, stage: Stage) -> Document | Reject:
    if isinstance(outcome, Reject):
        return outcome
    try:
        return stage(outcome)
    except Exception as error:  # noqa: BLE001 - as above
        return _broken(outcome.article, name, error)


def _broken(source: Record | Article, stage: str, error: Exception) -> Reject:
    return Reject(source.source_file, source.item, f"{stage} failed: {type(error).__name__}: {error}")


def chunks(records: Iterable[Record | Reject]) -> Iterator[list[Record | Reject]]:
    """The records in lists of bounded size, so that memory does not grow with the corpus."""
    chunk: list[Record | Reject] = []
    characters = 0
    for record in records:
        chunk.append(record)
        characters += len(record.text) if isinstance(record, Record) else 0
        if len(chunk) >= CHUNK_RECORDS or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _batch(chunk: list[Record | Reject], steps: dict[str, Stage], world: World) -> Batch:
    outcomes = list(documents(chunk, steps))
    done = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    rejects = [outcome for outcome in outcomes if isinstance(outcome, Reject)]
    assumed = Counter((r.source_file, note) for r in chunk if isinstance(r, Record) for note in r.assumed)
    return Batch(frames.tables(done, rejects), tuple(_named(done, world).values()), len(chunk), dict(assumed))


def _named(done: Iterable[Document], world: World) -> dict[str, Actor]:
    """Everyone these documents name by id, those that a speaker is rolled up to included."""
    found: dict[str, Actor] = {}
    for document in done:
        found.update((mention.actor.actor_id, mention.actor) for mention in document.mentions)
        for statement in document.statements:
            if statement.speaker:
                found[statement.speaker.actor_id] = statement.speaker
            for actor_id in (statement.body_id, statement.country_id, *statement.about):
                if actor_id and actor_id in world.actors:
                    found[actor_id] = world.actors[actor_id]
    return found


# --- several processes ------------------------------------------------------------------------------------------------


def _pooled(work: Iterable[list[Record | Reject]], actors_file: Path | None, workers: int) -> Iterator[Batch]:
    """Chunks through a pool, results in the order of the chunks, with never more than a few chunks under way."""
    context = multiprocessing.get_context("spawn")  # a fork would copy locks that other threads hold
    pool = ProcessPoolExecutor(workers, context, _begin, (actors_file,))
    waiting: deque[Future[Batch]] = deque()
    try:
        for chunk in work:
            waiting.append(pool.submit(_in_worker, chunk))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerDied("a worker process was ended from outside (out of memory?); try --workers 1") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _collect_rarely() -> None:
    """Spare the garbage collector the knowledge, and make its rounds fewer: articles leave hardly any cycles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


#: What a worker process has at hand: set once, when it begins.
_at_hand: Callable[[list[Record | Reject]], Batch] | None = None


def _begin(actors_file: Path | None) -> None:
    global _at_hand
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches the workers too: they end at once and in silence
    world = knowledge.load(actors_file)
    _at_hand = partial(_batch, steps=stages(world), world=world)
    _collect_rarely()


def _in_worker(chunk: list[Record | Reject]) -> Batch:
    if _at_hand is None:
        raise RuntimeError("a worker was given work before it began")
    return _at_hand(chunk)
