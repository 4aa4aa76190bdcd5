"""Speed: articles a second by stage and whole, with one process and with several.

    python -m bench.speed CORPUS... [--articles 3000] [--workers 2]

Stages are timed by the processor, the whole by the clock on the wall. `share` is of one process; `slowest` is the worst
single article. Shares and ratios compare between machines, seconds do not. Without a corpus of your own, the five seeds
are read over and over.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from core import arabic, clean, frames, pipeline, sources
from core.actors import agreement
from core.knowledge import world as knowledge
from core.model import Document, Record
from core.writing import writing

#: Of the processor: what a stage costs, whoever else uses the machine. The whole is timed by the wall.
CLOCK = time.process_time

SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpus", type=Path, nargs="*", help="what `core index` takes; by default the seeds, repeated")
    cli.add_argument("--articles", type=int, default=2000, help="how many records to read")
    cli.add_argument("--workers", type=int, default=2)
    arguments = cli.parse_args()
    began = CLOCK()
    records = list(sample(arguments.corpus, arguments.articles))
    reading = CLOCK() - began
    print(f"{len(records)} records, {sum(len(r.text) for r in records) / len(records):.0f} characters each\n")
    one = by_stage(records, reading)
    whole("whole, 1 process", records, 1)
    many = whole(f"whole, {arguments.workers} processes", records, arguments.workers)
    print(f"\n{arguments.workers} processes do {many / one:.2f} times what the stages do in one")
    return 0


def sample(corpus: list[Path], count: int) -> Iterator[Record]:
    """The first records of the corpus, spread evenly over its files' beginnings."""
    found = (r for r in sources.read(corpus or [SEEDS]) if isinstance(r, Record))
    return itertools.islice(found if corpus else itertools.cycle(list(found)), count)


def by_stage(records: list[Record], reading: float) -> float:
    """Print a table by stage; articles a second of all the stages together."""
    world = knowledge.load()
    steps = pipeline.stages(world)
    frames.tables(o for o in pipeline.documents(records[:1], steps) if isinstance(o, Document))  # loads what it needs
    spent: dict[str, float] = defaultdict(float, reading=reading)
    slowest: dict[str, float] = defaultdict(float)
    documents: list[Document] = []
    for first in range(0, len(records), pipeline.TOGETHER):
        together: list[Document] = []
        for record in records[first : first + pipeline.TOGETHER]:
            began = CLOCK()
            with contextlib.suppress(clean.NoStory):
                together += map(Document, clean.articles(record))
            note("clean", began, spent, slowest)
        for name, stage in steps.items():
            for at, document in enumerate(together):
                began = CLOCK()
                together[at] = stage(document)
                note(name, began, spent, slowest)
        documents += together
        arabic.tokens.cache_clear()  # a repeated seed is as good as a new article
    began = CLOCK()
    tables = frames.tables(documents)
    note("frames", began, spent, slowest)
    began = CLOCK()
    with tempfile.TemporaryDirectory() as folder, writing(Path(folder) / "ix") as writer:
        writer.add(tables)
        writer.publish([], "", writer.tellings.marked(), agreement.settle(writer.met()))
    note("store", began, spent, slowest)
    total = sum(spent.values())
    print(f"{'stage':<20}{'articles/s':>12}{'share':>8}{'slowest, ms':>13}")
    for name, seconds in spent.items():
        worst = "" if name in ("reading", "frames", "store") else f"{slowest[name] * 1000:.1f}"
        print(f"{name:<20}{len(documents) / seconds:>12,.0f}{seconds / total:>8.1%}{worst:>13}")
    print(f"{'all of these':<20}{len(documents) / total:>12,.0f}{1:>8.1%}")
    return len(documents) / total


def note(name: str, began: float, spent: dict[str, float], slowest: dict[str, float]) -> None:
    seconds = CLOCK() - began
    spent[name] += seconds
    slowest[name] = max(slowest[name], seconds)


def whole(label: str, records: list[Record], workers: int) -> float:
    """Print and return articles a second from records to a published index, starting the workers included; and the
    processor time of all processes, since on a machine that others use the clock on the wall tells of them.
    """
    began, worked = time.perf_counter(), processor_time()
    with tempfile.TemporaryDirectory() as folder, writing(Path(folder) / "ix") as writer:
        for batch in pipeline.run(records, workers=workers):
            writer.add(batch.tables, batch.actors, batch.assumed)
        manifest = writer.publish([], "", writer.tellings.marked(), agreement.settle(writer.met()))
    seconds = time.perf_counter() - began
    worked = processor_time() - worked
    rate = manifest.rows["articles"] / seconds
    print(f"{label:<20}{rate:>12,.0f}{'':>8}{seconds:>11.1f} s, {worked:.1f} s of processor")
    return rate


def processor_time() -> float:
    """Seconds that this process and those of its children that have ended were given."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(of.ru_utime + of.ru_stime for of in used)


if __name__ == "__main__":
    sys.exit(main())
