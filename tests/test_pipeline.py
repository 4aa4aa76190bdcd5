"""The stages together: what breaks is set aside, and the workers' number changes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from core import pipeline
from core.knowledge import world
from core.model import Document, Record, Reject

SEEDS = Path(__file__).parent.parent / "seeds"


def records() -> Iterator[Record | Reject]:
    yield Reject("broken.bin", None, "not text")
    for number in range(70):
        path = sorted(SEEDS.glob("*.txt"))[number % 5]
        yield Record(path.name, path.read_text(encoding="utf-8"), item=str(number))
    yield Record("latin.txt", "no Arabic here")


def whole(batches: Iterator[pipeline.Batch]) -> dict[str, pa.Table]:
    found = list(batches)
    return {name: pa.concat_tables([batch.tables[name] for batch in found]) for name in found[0].tables}


def test_every_stage_is_named_once_and_in_order() -> None:
    names = list(pipeline.stages(world.load()))
    assert names == [name for name in ORDER if name in names]


ORDER = ("actors", "dating", "dates", "reference", "statements", "topics")


def test_rejects_keep_their_reason_and_the_run_goes_on() -> None:
    tables = whole(pipeline.run(records()))
    assert tables["rejects"].column("source_file").to_pylist() == ["broken.bin", "latin.txt"]
    assert "not Arabic" in tables["rejects"].column("reason").to_pylist()[1]
    assert len(set(tables["articles"].column("item").to_pylist())) == 70


def test_a_stage_that_breaks_sets_one_article_aside() -> None:
    def fussy(document: Document) -> Document:
        if document.article.item == "2":
            raise KeyError("a word it had never met")
        return document

    made = [r for r in records() if isinstance(r, Record)][:3]
    outcomes = list(pipeline.documents(made, {"fussy": fussy}))
    assert [type(o).__name__ for o in outcomes] == ["Document", "Document", "Document", "Reject"]
    assert outcomes[-1] == Reject(made[2].source_file, "2", "fussy failed: KeyError: 'a word it had never met'")


def test_two_processes_find_what_one_finds() -> None:
    alone, shared = whole(pipeline.run(records())), whole(pipeline.run(records(), workers=2))
    for name, table in alone.items():
        assert table.equals(shared[name]), name


def test_a_worker_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_in_worker", _ended)
    with pytest.raises(pipeline.WorkerDied, match="--workers 1"):
        list(pipeline.run(records(), workers=2))


def _ended(chunk: list[Record | Reject]) -> pipeline.Batch:
    os.kill(os.getpid(), 9)
    raise AssertionError(chunk)


def test_chunks_are_bounded_by_records_and_by_characters() -> None:
    long = [Record("x", "ك" * 900_000) for _ in range(5)]
    assert [len(chunk) for chunk in pipeline.chunks(long)] == [3, 2]
    assert [len(chunk) for chunk in pipeline.chunks([Record("x", "ك")] * 130)] == [64, 64, 2]
    assert list(pipeline.chunks([])) == []


def test_bad_knowledge_stops_the_run_before_it_begins(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text("nonsense: true")
    with pytest.raises(ValueError, match=r"own\.yml"):
        next(pipeline.run(records(), tmp_path / "own.yml"))
