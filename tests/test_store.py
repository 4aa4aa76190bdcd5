"""The index on disk: whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from core import frames, queries, store
from core.filters import Filters
from core.model import Reject
from core.writing import writing
from tests.small_corpus import DOCUMENTS, REJECTS, index


def counts(opened: store.Store) -> dict[str, int]:
    return {name: int(opened.ask(f"SELECT count(*) AS n FROM {name}")["n"][0]) for name in store.SCHEMAS}


def test_an_article_is_told_by_its_place(tmp_path: Path) -> None:
    opened = index(tmp_path / "ix")
    assert len(opened.files("articles")) == 1
    both = opened.ask(
        """
        SELECT DISTINCT article_id, actor_id FROM mentions EXCEPT
        SELECT article_id, actor_id FROM named JOIN articles USING (place)
        """
    )
    assert both.empty
    assert len(opened.ask("SELECT * FROM named JOIN articles USING (place)")) == opened.rows("named")


def test_an_index_holds_every_table_in_its_schema(tmp_path: Path) -> None:
    opened = index(tmp_path / "ix")
    assert counts(opened) == {
        "articles": 6,
        "mentions": 10,
        "dates": 1,
        "statements": 4,
        "rejects": 1,
        "actors": 6,
        "named": 10,
        "assumed": 0,
    }
    assert opened.manifest.rows == counts(opened)
    for name, schema in frames.TABLES.items():
        assert [batch.schema.names for batch in opened.batches(name)] == [schema.names]


def test_an_index_of_nothing_can_be_asked(tmp_path: Path) -> None:
    with writing(tmp_path / "ix") as writer:
        writer.publish([])
    opened = store.Store(tmp_path / "ix")
    assert counts(opened) == dict.fromkeys(store.SCHEMAS, 0)
    assert opened.ask("SELECT count(*) AS n FROM a", Filters(text="الكرملين"))["n"][0] == 0


def test_a_reader_keeps_its_edition_while_another_is_written(tmp_path: Path) -> None:
    before = index(tmp_path / "ix")
    files = before.files("articles")
    with writing(tmp_path / "ix") as writer:
        writer.add(frames.tables(DOCUMENTS[:1]))
        writer.publish([])
    assert counts(before)["articles"] == 6  # asked for the first time only now
    after = store.Store(tmp_path / "ix")
    assert counts(after)["articles"] == 1
    assert before.edition != after.edition
    assert not set(files) & set(after.files("articles"))


def test_adding_keeps_what_was_not_indexed_anew(tmp_path: Path) -> None:
    index(tmp_path / "ix")
    changed = replace(DOCUMENTS[0], article=replace(DOCUMENTS[0].article, title="عنوان جديد"), statements=())
    with writing(tmp_path / "ix") as writer:
        writer.add(frames.tables([changed], [Reject("other.txt", None, "empty")]))
        writer.keep(store.Store(tmp_path / "ix"))
        writer.publish([])
    after = store.Store(tmp_path / "ix")
    assert counts(after) == {
        "articles": 6,
        "mentions": 10,
        "dates": 1,
        "statements": 3,
        "rejects": 2,
        "actors": 6,
        "named": 10,
        "assumed": 0,
    }
    assert after.manifest.rows == counts(after)
    assert after.ask("SELECT title FROM articles WHERE article_id = 'a1'")["title"].tolist() == ["عنوان جديد"]


def test_what_reading_assumed_is_kept_by_source(tmp_path: Path) -> None:
    old = DOCUMENTS[0].article.source_file
    with writing(tmp_path / "ix") as writer:
        writer.add(frames.tables(DOCUMENTS), assumed={("away.csv", "encoding cp1256"): 2, (old, "encoding cp1256"): 1})
        writer.add(frames.tables([]), assumed={("away.csv", "encoding cp1256"): 3})
        writer.publish([])
    with writing(tmp_path / "ix") as writer:
        writer.add(frames.tables(DOCUMENTS[:1]), assumed={(old, "day before month"): 1})
        writer.keep(store.Store(tmp_path / "ix"))
        writer.publish([])
    found = queries.table(store.Store(tmp_path / "ix"), "assumed")
    rows = {("away.csv", "encoding cp1256", 5), (old, "day before month", 1)}
    assert {tuple(row) for row in found.itertuples(index=False)} == rows
    assert queries.assumed(store.Store(tmp_path / "ix"))["note"].tolist() == ["encoding cp1256", "day before month"]


def test_an_index_is_not_replaced_by_nothing(tmp_path: Path) -> None:
    opened = index(tmp_path / "ix")
    with writing(tmp_path / "ix") as writer:
        writer.add(frames.tables([], [Reject("latin.txt", None, "the text is not Arabic")]))
        with pytest.raises(store.StoreError, match=r"found \(latin.txt: the text is not Arabic\); .* was left"):
            writer.publish([])
    assert store.Store(tmp_path / "ix").edition == opened.edition
    assert not (tmp_path / "ix" / ".spool").exists()


def test_an_index_of_an_older_format_can_be_made_anew(tmp_path: Path) -> None:
    index(tmp_path / "ix")
    (tmp_path / "ix" / "index.json").write_text('{"format": 1}')
    assert counts(index(tmp_path / "ix"))["articles"] == 6


def test_files_of_editions_nobody_is_served_go(tmp_path: Path) -> None:
    for _ in range(4):
        index(tmp_path / "ix")
    assert len(list((tmp_path / "ix" / "articles").glob("*.parquet"))) == 2
    assert sorted(folder.name for folder in (tmp_path / "ix" / "search").iterdir()) == ["3", "4"]


def test_a_writer_that_fails_changes_nothing(tmp_path: Path) -> None:
    opened = index(tmp_path / "ix")

    def fail() -> None:
        with writing(tmp_path / "ix") as writer:
            writer.add(frames.tables(DOCUMENTS[:1]))
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        fail()
    assert store.Store(tmp_path / "ix").edition == opened.edition
    assert not (tmp_path / "ix" / ".spool").exists()


KILLED = """
import os, sys
from pathlib import Path
from core import frames, writing
from tests.small_corpus import DOCUMENTS
def die(*arguments, **named):
    os.kill(os.getpid(), 9)
with writing.writing(Path(sys.argv[1])) as writer:
    writer.add(frames.tables(DOCUMENTS[:1]))
    writing.{step} = die
    writer.publish([])
"""


@pytest.mark.parametrize("step", ["_write_delta", "_replace"])
def test_a_killed_writer_leaves_the_old_index_served_and_the_next_one_free(tmp_path: Path, step: str) -> None:
    opened = index(tmp_path / "ix")
    ended = subprocess.run([sys.executable, "-c", KILLED.format(step=step), str(tmp_path / "ix")], check=False)
    assert ended.returncode == -9
    assert store.Store(tmp_path / "ix").edition == opened.edition
    assert counts(store.Store(tmp_path / "ix"))["articles"] == 6
    assert counts(index(tmp_path / "ix"))["articles"] == 6


def test_two_writers_do_not_meet(tmp_path: Path) -> None:
    with writing(tmp_path / "ix"), pytest.raises(store.StoreError, match="another process is writing"):
        writing(tmp_path / "ix").__enter__()


def test_threads_may_share_a_store(tmp_path: Path) -> None:
    opened = index(tmp_path / "ix")
    questions = [Filters(text="الكرملين"), Filters(text="بيسكوف"), Filters(outlets=("BBC",))] * 20
    with ThreadPoolExecutor(8) as pool:
        asked = pool.map(lambda f: int(opened.ask("SELECT count(*) AS n FROM a", f)["n"][0]), questions)
        assert list(asked) == [2, 3, 1] * 20


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such index"),
        ({}, "not an index"),
        ({"index.json": "{"}, "damaged"),
        ({"index.json": '{"format": 99}'}, "written in format 99"),
    ],
)
def test_what_is_no_index_says_so(tmp_path: Path, content: dict[str, str] | None, message: str) -> None:
    folder = tmp_path / "ix"
    if content is not None:
        folder.mkdir()
        for name, text in content.items():
            (folder / name).write_text(text)
    with pytest.raises(store.StoreError, match=message):
        store.Store(folder)


def test_an_index_is_not_written_over_other_things(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("dear diary")
    with pytest.raises(store.StoreError, match="holds other things"):
        writing(tmp_path).__enter__()
    with pytest.raises(store.StoreError, match="is a file"):
        writing(tmp_path / "diary.txt").__enter__()


def test_rejects_keep_their_reason(tmp_path: Path) -> None:
    row = index(tmp_path / "ix").ask("SELECT * FROM rejects").iloc[0]
    assert (row["source_file"], row["reason"]) == (REJECTS[0].source_file, REJECTS[0].reason)
