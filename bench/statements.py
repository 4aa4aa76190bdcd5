"""What is found of statements in a corpus, by which rule, how fast, and what is left.

    python -m bench.statements SOURCE... [--sample 500] [--unread 20] [--doubtful 20]

Accuracy is measured on gold (`make score`); a corpus without gold shows what gold of a few articles can't: how many
statements have a speaker and how it was worked out, which rules carry how much, the cue words that no statement
accounts for, with sentences to read (`--unread 20`), and contents that look as if they began or ended in the wrong
place, with what is odd about them (`--doubtful 20`).
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core import pipeline, sources, statements
from core.arabic import tokens
from core.knowledge import cues as speech
from core.knowledge import world as knowledge
from core.knowledge.cues import Kind
from core.knowledge.world import World
from core.model import Document, Mode, Record, Statement
from core.statements.marks import COMMAS

_LONG = 120  # words that a content seldom has
_PAIRS = ("«»", "“”")


@dataclass
class Count:
    """Tallies over the articles read."""

    articles: int = 0
    characters: int = 0
    seconds: float = 0.0
    rules: Counter[str] = field(default_factory=Counter)
    resolved: Counter[str] = field(default_factory=Counter)
    modes: Counter[str] = field(default_factory=Counter)
    settings: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    sentences: list[str] = field(default_factory=list)
    doubts: Counter[str] = field(default_factory=Counter)
    doubtful: list[str] = field(default_factory=list)

    def add(self, document: Document, world: World) -> None:
        """Find the statements of an article whose mentions and dates are known, and count them."""
        began = time.perf_counter()
        found = statements.find(document, world).statements
        self.seconds += time.perf_counter() - began
        self.articles += 1
        self.characters += len(document.article.text)
        for statement in found:
            self.rules[statement.rule] += 1
            self.resolved[statement.resolved_by.value] += 1
            self.modes[statement.mode.value] += 1
            self.settings["venue"] += statement.venue is not None
            self.settings["addressee"] += statement.addressee is not None
            self.settings["own day"] += statement.said != document.article.published.period
            if odd := list(doubts(statement)):
                self.doubts.update(odd)
                self.doubtful.append(f"{', '.join(odd)}: {statement.cue} | {statement.text}")
        for read in statements.unread(document, world):
            self.unread.update(read.unread)
            self.sentences.append(f"{', '.join(read.unread)}: {read.text}")


def doubts(statement: Statement) -> Iterator[str]:
    """What looks odd about where a content begins or ends; long quotations and clauses within clauses may be right."""
    cues = speech.load()
    forms = [token.form for token in tokens(statement.text)]
    words = [form for form in forms if form.isalnum()]
    if len(words) > _LONG:
        yield "long"
    if words and words[-1] in cues.before_nouns | cues.that | cues.dangling:
        yield "ends in nothing"
    if statement.mode is Mode.DIRECT:
        return
    text = statement.text
    if text.count('"') % 2 or any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS):
        yield "open mark"
    for before, form, after in zip(forms, forms[1:], forms[2:], strict=False):
        if before in COMMAS and after in cues.that and any(f.kind is Kind.PAST for f in cues.forms.get(form, ())):
            yield "second cue"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("sources", nargs="+", type=Path)
    cli.add_argument("--sample", type=int, default=500, help="articles to read, drawn at random (500)")
    cli.add_argument("--seed", type=int, default=0)
    cli.add_argument("--unread", type=int, default=0, help="sentences with a cue and no statement to print")
    cli.add_argument("--doubtful", type=int, default=0, help="contents to print that look wrong")
    arguments = cli.parse_args()
    world = knowledge.load()
    count = Count()
    for document in documents(arguments.sources, arguments.sample, arguments.seed, world):
        count.add(document, world)
    report(count)
    some = random.Random(arguments.seed)
    for lines, number in ((count.sentences, arguments.unread), (count.doubtful, arguments.doubtful)):
        for line in some.sample(lines, min(number, len(lines))):
            print("  ?", line)


def documents(paths: list[Path], sample: int, seed: int, world: World) -> Iterator[Document]:
    """A sample of the articles under `paths`, with everything known that comes before their statements."""
    records = [r for r in sources.read(paths) if isinstance(r, Record)]
    sampled = random.Random(seed).sample(records, min(sample, len(records)))
    before = dict(itertools.takewhile(lambda stage: stage[0] != "statements", pipeline.stages(world).items()))
    return (found for found in pipeline.documents(sampled, before) if isinstance(found, Document))


def report(count: Count) -> None:
    """Print the tallies."""
    total = sum(count.rules.values())
    if not count.articles or not total:
        print("no statements")
        return
    print(f"articles {count.articles}, {count.characters / count.articles:.0f} characters each")
    print(f"statements {total}, {total / count.articles:.1f} an article")
    print(f"time {1000 * count.seconds / count.articles:.2f} ms an article")
    for title, tally in (("mode", count.modes), ("resolved by", count.resolved), ("with", count.settings)):
        print(f"{title:12s}", ", ".join(f"{k} {v / total:.1%}" for k, v in tally.most_common()))
    for rule, n in count.rules.most_common():
        print(f"  {rule:28s} {n:6d}  {n / total:.1%}")
    print("doubtful ", ", ".join(f"{doubt} {n / total:.2%}" for doubt, n in count.doubts.most_common()))
    print("cues left", ", ".join(f"{word} {n}" for word, n in count.unread.most_common(25)))


if __name__ == "__main__":
    main()
