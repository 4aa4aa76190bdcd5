"""The seeds against their gold: what was once read right stays right. `make score` has the figures, here are floors."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core import pipeline, sources
from core.arabic import bare
from core.knowledge import world
from core.model import Document, Statement

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "tests" / "gold").glob("*.json"))

#: A statement is found where the words of two texts overlap by so much (F1), as the gold's own scorer has it.
ENOUGH = 0.6


@pytest.fixture(scope="module")
def found() -> dict[str, list[Document]]:
    """The documents of each seed file, in order."""
    steps = pipeline.stages(world.load())
    documents: dict[str, list[Document]] = {}
    for document in pipeline.documents(sources.read([ROOT / "seeds"]), steps):
        assert isinstance(document, Document)
        documents.setdefault(document.article.source_file, []).append(document)
    return documents


def overlap(a: str, b: str) -> float:
    left, right = Counter(bare(a).split()), Counter(bare(b).split())
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def nearest(gold: dict[str, Any], statements: tuple[Statement, ...]) -> Statement | None:
    best = max(statements, key=lambda s: overlap(s.text, gold["text"]), default=None)
    return best if best and overlap(best.text, gold["text"]) >= ENOUGH else None


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem[:3])
def test_articles_titles_and_days(path: Path, found: dict[str, list[Document]]) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    documents = found[gold["file"]]
    assert [bare(d.article.title or "") for d in documents] == [bare(a["title"]) for a in gold["articles"]]
    for document, article in zip(documents, gold["articles"], strict=True):
        published = document.article.published
        truth = article["published"]["truth"]
        assert published.period.holds(date.fromisoformat(truth))
        if article["outlet"]:
            assert bare(document.article.outlet or "") in {bare(name) for name in article["outlet"]}


def test_statements_and_their_speakers(found: dict[str, list[Document]]) -> None:
    wanted = missed = misattributed = told = made_up = 0
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        for document, article in zip(found[gold["file"]], gold["articles"], strict=True):
            for statement in (s for s in article["statements"] if not s.get("optional")):
                wanted += 1
                match = nearest(statement, document.statements)
                missed += match is None
                label = match.speaker.label if match and match.speaker else match.speaker_surface if match else None
                misattributed += match is not None and bare(label or "") not in map(bare, statement["speaker"])
            for statement in document.statements:
                told += 1
                made_up += all(overlap(statement.text, g["text"]) < ENOUGH for g in article["statements"])
    assert wanted == 61
    assert missed <= 0.05 * wanted
    assert misattributed <= 0.08 * wanted
    assert made_up <= 0.05 * told


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem[:3])
def test_actors(path: Path, found: dict[str, list[Document]]) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    for document, article in zip(found[gold["file"]], gold["articles"], strict=True):
        labels = {bare(text) for m in document.mentions for text in (m.actor.label, m.surface)}
        wanted = [a for a in article["actors"] if not a.get("optional")]
        lost = [a["names"][0] for a in wanted if not labels & {bare(name) for name in a["names"]}]
        assert len(lost) <= 0.1 * len(wanted), lost
