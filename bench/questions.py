"""How long the desk's questions take: python -m bench.questions INDEX [--copies 8]

`--copies` asks a copy of the index that holds everything so many times over (each time under other ids and spread over
other years), to see how an archive would feel. Every question is asked warm, the median of three, in milliseconds of
processor time (on two free cores, between half of it and all of it passes).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from core import frames, queries
from core.filters import Filters, Rollup
from core.queries import Unit
from core.store import Store
from core.writing import writing

#: Of the processor, all threads together: a machine that others use too tells no true time of day.
CLOCK = time.process_time

DAYS = ("published_on", "published_from", "published_to", "said_from", "said_to", "date_from", "date_to")


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("index", type=Path)
    cli.add_argument("--copies", type=int, default=1)
    cli.add_argument("--keep", type=Path, help="where to keep the copy")
    arguments = cli.parse_args()
    opened = Store(arguments.index)
    with tempfile.TemporaryDirectory() as folder:
        if arguments.copies > 1:
            opened = copied(opened, arguments.copies, arguments.keep or Path(folder) / "ix")
        ask(opened)
    return 0


def copied(opened: Store, copies: int, path: Path) -> Store:
    if (path / "index.json").exists():
        return Store(path)
    with writing(path) as writer:
        for number in range(copies):
            for rows in tables(opened, number):
                writer.add(rows)
        writer.keep(opened)  # for who the ids are; the articles are there already
        writer.publish([])
    return Store(path)


def tables(opened: Store, number: int) -> Iterator[dict[str, pa.Table]]:
    empty = {name: schema.empty_table() for name, schema in frames.TABLES.items()}
    for name in ("articles", "mentions", "dates", "statements"):
        for batch in opened.batches(name):
            yield {**empty, name: pa.Table.from_batches([shifted(batch, number)])}


def shifted(batch: pa.RecordBatch, number: int) -> pa.RecordBatch:
    if number == 0:
        return batch
    for column in ("article_id", "statement_id"):
        if column in batch.schema.names:
            renamed = pc.binary_join_element_wise(batch.column(column), str(number), "-")
            batch = batch.set_column(batch.schema.get_field_index(column), column, renamed)
    for column in set(DAYS) & set(batch.schema.names):
        moved = pc.add(batch.column(column).cast(pa.int32()), pa.scalar(300 * number, pa.int32())).cast(pa.date32())
        batch = batch.set_column(batch.schema.get_field_index(column), column, moved)
    return batch


def ask(opened: Store) -> None:
    last = queries.overview(opened).iloc[0]["last"].date()
    speaker = queries.speaker_counts(opened, limit=1)["speaker_id"][0]
    actor = queries.actors(opened, limit=1)["actor_id"][0]
    every = {
        "all": Filters(),
        "a month": Filters(date_from=date(last.year, 1, 1), date_to=date(last.year, 1, 31)),
        "an actor": Filters(actors=(actor,)),
        "a speaker": Filters(speakers=(speaker,)),
        "a country": Filters(speakers=(speaker,), rollup=Rollup.COUNTRY),
        "words": Filters(text="روسيا العقوبات"),
        "a common word": Filters(text="الرئيس"),
        "unique": Filters(hide_duplicates=True),
    }
    print(f"{opened.rows('articles'):,} articles, {opened.rows('statements'):,} statements, ", end="")
    print(f"{opened.rows('mentions'):,} mentions\n\n{'question':<20}" + "".join(f"{name:>15}" for name in every))
    for name, question in questions(actor).items():
        row = "".join(f"{timed(partial(question, opened, filters)):>15.0f}" for filters in every.values())
        print(f"{name:<20}{row}", flush=True)


def questions(actor: str) -> dict[str, Callable[..., object]]:
    return {
        "overview": queries.overview,
        "coverage": queries.coverage,
        "facets": queries.facets,
        "newest": queries.newest,
        "articles": queries.articles,
        "outlets": queries.outlets,
        "timeline, days": queries.timeline,
        "timeline, months": partial(queries.timeline, unit=Unit.MONTH),
        "intervals": queries.intervals,
        "speaker_counts": queries.speaker_counts,
        "speaker_acts": queries.speaker_acts,
        "speaker_timeline": queries.speaker_timeline,
        "statements": queries.statements,
        "actors": queries.actors,
        "profile": lambda opened, filters: queries.profile(opened, actor, filters),
        "mentions_timeline": lambda opened, filters: queries.mentions_timeline(opened, filters, (actor,)),
        "pairs": queries.pairs,
        "topics": queries.topics,
        "duplicates": queries.duplicates,
        "unknown_actors": queries.unknown_actors,
        "table of articles": lambda opened, filters: queries.table(opened, "articles", filters, 1000),
    }


def timed(question: Callable[[], object]) -> float:
    spent = []
    for _ in range(3):
        began = CLOCK()
        question()
        spent.append((CLOCK() - began) * 1000)
    return statistics.median(spent)


if __name__ == "__main__":
    sys.exit(main())
