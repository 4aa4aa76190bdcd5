"""How fast actors are found: processor time on one core.

    python -m bench.actors ../shared/corpus/ant_2018.jsonl.gz [ARTICLES]

Each step runs over the same articles: matching alone (the automaton, its boundaries), reading (names, bodies, titles),
the whole stage (`actors.find`, unknown names included) and `reference.link`.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

from core import actors
from core.actors import naming, reference
from core.actors.matching import matcher
from core.arabic import tokens
from core.knowledge import world
from core.model import Article, Basis, Document, Period, Published


def articles(path: Path, count: int) -> list[Article]:
    """The first `count` articles, their days at the middle of 2018."""
    published = Published(Period.day(date(2018, 6, 1)), Basis.METADATA)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, count)]
    return [Article(r["id"], path.name, r["text"], title=r["title"], published=published) for r in rows]


def timed(name: str, things: list, work: Callable) -> list:
    start = time.process_time()
    done = [work(thing) for thing in things]
    seconds = time.process_time() - start
    print(f"{name:10} {len(things) / seconds:8,.0f} articles/s  {1e3 * seconds / len(things):6.2f} ms each")
    return done


def main() -> None:
    found = articles(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
    start = time.process_time()
    knowledge = world.load()
    print(f"knowledge  {time.process_time() - start:.2f} s, {len(knowledge.actors):,} actors")
    start = time.process_time()
    matches = matcher(knowledge)
    print(f"automaton  {time.process_time() - start:.2f} s, {len(matches):,} wordings")
    texts = [a.text for a in found]
    print(f"{len(texts):,} articles of {sum(map(len, texts)) / len(texts):,.0f} characters")
    timed("matching", texts, matches.hits)
    tokens.cache_clear()
    timed("reading", texts, lambda text: naming.read(text, knowledge))
    naming.read.cache_clear()
    documents = timed("find", found, lambda a: actors.find(Document(a), knowledge))
    timed("find again", found, lambda a: actors.find(Document(a), knowledge))
    timed("link", documents, lambda d: reference.link(d, knowledge))


if __name__ == "__main__":
    main()
