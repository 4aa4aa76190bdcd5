"""What each repair of core.clean takes off a corpus: `python -m bench.cleaning PATH... [--every N] [--samples N]`.

For every repair: the articles it touched, the share of all text it took, and (with --samples) lines it took, chosen at
random, so that a wrong one shows. Ends with the time an article takes.
"""

from __future__ import annotations

import argparse
import difflib
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from core import clean, sources
from core.knowledge import furniture, outlets
from core.model import Record, Reject


@dataclass
class Tally:
    """What was counted over a corpus."""

    samples: int
    only: str
    chance: random.Random
    touched: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    shown: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    reasons: Counter[str] = field(default_factory=Counter)
    records: int = 0
    stories: int = 0
    characters: int = 0
    seconds: float = 0.0
    slowest: tuple[float, str] = (0.0, "")

    def read(self, record: Record) -> None:
        """Clean one record, and count what that did."""
        self.records += 1
        self.characters += len(record.text)
        began = time.process_time()
        try:
            self.stories += len(clean.articles(record))
        except clean.NoStory as reason:
            self.reasons[str(reason)] += 1
            return
        finally:
            took = time.process_time() - began
            self.seconds += took
            self.slowest = max(self.slowest, (took, str(record.item)))
        for name, before, after in clean.trace(record):
            if (before.lines, before.title) != (after.lines, after.title):
                self._count(record, name, before.lines, after.lines)

    def _count(self, record: Record, name: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
        self.touched[name] += 1
        self.taken[name] += sum(map(len, before)) - sum(map(len, after))
        if self.samples and self.only in ("", name):
            place = self.chance.randrange(self.touched[name])
            if place < self.samples:
                self.shown[name][place : place + (self.touched[name] > self.samples)] = [_shown(record, before, after)]

    def table(self) -> str:
        """The counts as text."""
        names = [repair.__name__ for repair in clean.PAGE] + ["stories"] + [repair.__name__ for repair in clean.STORY]
        lines = [f"{'repair':16} {'articles':>9} {'share':>8} {'of text':>9}"]
        for name in names:
            share, part = self.touched[name] / self.records, self.taken[name] / self.characters
            lines.append(f"{name:16} {self.touched[name]:9,} {share:8.2%} {part:9.3%}")
        each, most = 1000 * self.seconds / self.records, 1000 * self.slowest[0]
        lines.append(f"\n{self.records:,} records, {self.stories:,} stories, {each:.2f} ms each")
        lines.append(f"slowest {most:.0f} ms ({self.slowest[1]})")
        lines += [f"{count:9,} {reason}" for reason, count in self.reasons.most_common(20)]
        for name, shown in self.shown.items():
            lines += [f"\n== {name}", *shown]
        return "\n".join(lines)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("paths", nargs="+", type=Path)
    cli.add_argument("--every", type=int, default=1, help="read one record in so many")
    cli.add_argument("--samples", type=int, default=0, help="how many cases to show of what each repair took")
    cli.add_argument("--only", default="", help="show cases of this repair alone")
    cli.add_argument("--seed", type=int, default=1)
    args = cli.parse_args()
    furniture.load(), outlets.named("")  # reading the knowledge is no article's time
    tally = Tally(args.samples, args.only, random.Random(args.seed))
    for number, record in enumerate(sources.read(args.paths)):
        if number % args.every == 0:
            if isinstance(record, Reject):
                tally.reasons[record.reason] += 1
            else:
                tally.read(record)
    print(tally.table())


def _shown(record: Record, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    lines = difflib.unified_diff([line for line in before if line], [line for line in after if line], n=0, lineterm="")
    changed = (line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))
    return f"[{record.outlet} {record.item}] {record.title}\n" + "\n".join(f"   {line[:230]}" for line in changed)


if __name__ == "__main__":
    main()
