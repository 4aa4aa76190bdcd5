"""How well retellings are told from stories that share background: `python -m bench.duplicates CORPUS...`.

Scores `core.duplicates.mark`, pair by pair, against tests/gold/duplicates/pairs.json: pairs of articles by their ids,
judged by reading as `same` (printed again or rewritten from the same source), `update` (the same story brought up to
date) or `background` (another event, or another party to it, that shares words with it). The pairs were drawn from the
near-duplicates of the two dated corpora in strata of likeness, so the figures are of hard cases, not of all.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from core import clean, duplicates, sources
from core.model import Article, Record

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "duplicates" / "pairs.json"

#: What should be joined.
TOLD_AGAIN = ("same", "update")


def gold() -> list[tuple[str, str, str]]:
    """The ids of each pair, and the verdict."""
    return [(pair["a"], pair["b"], pair["verdict"]) for pair in json.loads(GOLD.read_text(encoding="utf-8"))]


def wanted(paths: Iterable[Path], items: set[str]) -> dict[str, Article]:
    """The first story of each record so named."""
    found: dict[str, Article] = {}
    for record in sources.read(list(paths)):
        if isinstance(record, Record) and record.item in items:
            found[record.item] = clean.articles(record)[0]
    return found


def joined(one: Article, other: Article) -> bool:
    """Whether the two are marked as one story."""
    return bool(duplicates.mark((a.article_id, a.published.on, a.text) for a in (one, other)))


def report(pairs: list[tuple[str, str, str]], articles: dict[str, Article], misses: bool) -> Iterator[str]:
    outcomes: Counter[tuple[str, bool]] = Counter()
    for a, b, verdict in pairs:
        found = joined(articles[a], articles[b])
        outcomes[verdict, found] += 1
        if misses and found != (verdict in TOLD_AGAIN):
            yield f"{verdict:10} {'joined' if found else 'apart':7} {a}  {b}"
    for verdict in (*TOLD_AGAIN, "background"):
        yield f"{verdict:10} {outcomes[verdict, True]:4} joined {outcomes[verdict, False]:4} apart"
    right = sum(outcomes[verdict, True] for verdict in TOLD_AGAIN)
    all_joined, told = right + outcomes["background", True], sum(n for (v, _), n in outcomes.items() if v in TOLD_AGAIN)
    yield f"precision {right / max(1, all_joined):.3f}  recall {right / max(1, told):.3f}"


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("paths", nargs="+", type=Path, help="the dated corpora that the gold's ids are of")
    cli.add_argument("--misses", action="store_true", help="list the pairs it gets wrong")
    args = cli.parse_args()
    pairs = gold()
    articles = wanted(args.paths, {item for a, b, _ in pairs for item in (a, b)})
    if missing := {item for a, b, _ in pairs for item in (a, b)} - set(articles):
        cli.error(f"{len(missing)} articles of the gold are not there, such as {min(missing)}")
    print("\n".join(report(pairs, articles, args.misses)))


if __name__ == "__main__":
    main()
