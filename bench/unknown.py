"""How many persons are found without knowing one: the gold's persons, with every person taken out of the knowledge.

    python -m bench.unknown ../shared/eval/gold/dev ../shared/eval/sources/dev

An upper bound of what `core.actors.names` does for a person no entry lists: titles, bodies and countries stay known.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from core import actors, clean, sources
from core.arabic import bare
from core.knowledge import world
from core.knowledge.world import World
from core.model import Article, Document, Kind, Record


def without_people(known: World) -> World:
    """The world with no person in it."""
    people = {key for key, actor in known.actors.items() if actor.kind is Kind.PERSON}

    def kept(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        left = {name: tuple(i for i in ids if i not in people) for name, ids in names.items()}
        return {name: ids for name, ids in left.items() if ids}

    return replace(known, names=kept(known.names), shorts=kept(known.shorts), terms={}, by_office={})


def persons(article: Article, known: World) -> list[set[str]]:
    """Each person found: the ways it is called, folded."""
    found: dict[str, set[str]] = {}
    for mention in actors.find(Document(article), known).mentions:
        if mention.actor.kind is Kind.PERSON:
            found.setdefault(mention.actor.actor_id, set()).update((bare(mention.actor.label), bare(mention.surface)))
    return list(found.values())


def main() -> None:
    gold, source = map(Path, sys.argv[1:3])
    known = without_people(world.load())
    right = made_up = missed = 0
    for path in sorted(gold.glob("*.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))
        records = [r for r in sources.read([source / wanted["file"]]) if isinstance(r, Record)]
        found = [p for r in records for article in clean.articles(r) for p in persons(article, known)]
        for person in (a for story in wanted["articles"] for a in story["actors"] if a.get("kind") == "person"):
            names = {bare(name) for name in person["names"]}
            hit = next((p for p in found if p & names), None)
            if hit is not None:
                found.remove(hit)
            right += hit is not None and not person.get("optional", False)
            missed += hit is None and not person.get("optional", False)
        made_up += len(found)
    p, r = right / (right + made_up), right / (right + missed)
    print(f"precision {p:.3f}  recall {r:.3f}  F1 {2 * p * r / (p + r):.3f}")
    print(f"{right} right, {made_up} made up, {missed} missed")


if __name__ == "__main__":
    main()
