"""How well articles are dated from their text alone, where their metadata knows the day: `make bench-dating`.

Reads dated sources, withholds what their metadata says of the day, dates what is left, and compares. A day either way
is no error: feeds stamp an article by their own clock.

    python -m bench.dating PATH... [--sample 3000] [--wrong 20]
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from core import actors, clean, dates, dating, sources
from core.knowledge.world import World, load
from core.model import Document, Period, Published, Record, Reject


@dataclass(frozen=True)
class Outcome:
    """One article: its true day, what was found, on what kinds of evidence, and how long it took."""

    where: str
    truth: date
    found: Published
    kinds: tuple[str, ...]
    seconds: float

    @property
    def wrong(self) -> bool:
        return not any(self.found.period.overlaps(Period.day(self.truth).shifted(n)) for n in (-1, 0, 1))


def dated(paths: Iterable[Path], sample: int | None) -> Iterator[tuple[Record, date]]:
    """The records whose metadata gives one day, without it; `sample` of them, spread over the whole."""
    whole = (
        (replace(r, published=Published(), url=None), r.published.on)
        for r in sources.read(list(paths))
        if not isinstance(r, Reject) and r.published.on
    )
    if sample is None:
        yield from whole
        return
    kept: list[tuple[Record, date]] = []
    chance = random.Random(7)
    for count, item in enumerate(whole):  # a reservoir: every record has the same chance
        if len(kept) < sample:
            kept.append(item)
        elif (place := chance.randrange(count + 1)) < sample:
            kept[place] = item
    yield from kept


def outcomes(records: Iterable[tuple[Record, date]], world: World) -> Iterator[Outcome]:
    for record, truth in records:
        try:
            articles = clean.articles(record)
        except clean.NoStory:
            continue
        for article in articles[:1]:  # the metadata's day is the first story's
            document = actors.find(Document(article), world)
            begun = time.process_time()
            document = dating.publish(document, world)
            dates.find(document)
            seconds = time.process_time() - begun
            kinds = tuple(dict.fromkeys(e.kind.value for e in dating.explain(document, world) if e.used))
            yield Outcome(f"{record.source_file} {record.item}", truth, document.article.published, kinds, seconds)


def report(found: list[Outcome]) -> Iterator[str]:
    """The table: by kind of evidence (an article counts under each kind it used), and over all."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        for kind in outcome.kinds or ("none",):
            by_kind[kind].append(outcome)
    yield f"{'evidence':10} {'articles':>9} {'one day':>9} {'median width':>13} {'open':>7} {'wrong':>8}"
    for kind, members in [*sorted(by_kind.items(), key=lambda k: -len(k[1])), ("all", found)]:
        widths = [o.found.period.days for o in members if o.found.period.days]
        exact = sum(o.found.on is not None for o in members) / len(members)
        wrong = sum(o.wrong for o in members) / len(members)
        median = f"{statistics.median(widths):.0f} days" if widths else "-"
        yield (
            f"{kind:10} {len(members):9} {exact:9.1%} {median:>13} {1 - len(widths) / len(members):7.1%} {wrong:8.2%}"
        )
    times = sorted(o.seconds for o in found)
    yield f"dating and dates: median {times[len(times) // 2] * 1000:.1f} ms, slowest {times[-1] * 1000:.1f} ms"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("paths", nargs="+", type=Path, help="dated sources, such as a corpus of .jsonl.gz files")
    cli.add_argument("--sample", type=int, help="how many articles; all where not given")
    cli.add_argument("--wrong", type=int, default=0, help="list so many of the wrong ones")
    args = cli.parse_args()
    world = load()
    found = list(outcomes(dated(args.paths, args.sample), world))
    if not found:
        cli.error("no article there has metadata that gives its day")
    print("\n".join(report(found)))
    for o in itertools.islice((o for o in found if o.wrong), args.wrong):
        print(f"{o.where}: {o.truth}, not {o.found.period.first}..{o.found.period.last} ({o.found.evidence})")


if __name__ == "__main__":
    main()
