"""The command line as its user meets it: what it prints, where, and with which status."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from core import frames
from core.__main__ import main
from tests.small_corpus import index

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "ix"
    index(path)
    return path


def test_index_makes_the_five_tables_and_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(SEEDS), "--out", str(tmp_path / "ix")]) == 0
    said = capsys.readouterr()
    assert re.fullmatch(r".*/ix: 6 articles, [\d,]+ statements, 0 rejects in \d+\.\d s\n", said.out)
    assert said.err == ""
    for table in frames.TABLES:
        out = tmp_path / f"{table}.parquet"
        assert main(["export", str(tmp_path / "ix"), table, "--out", str(out)]) == 0
        assert pq.read_schema(out).equals(frames.TABLES[table])


def test_everything_found_stands_where_it_says(tmp_path: Path) -> None:
    main(["index", str(SEEDS), "--out", str(tmp_path / "ix")])
    rows: dict[str, list[dict[str, object]]] = {}
    for table in ("articles", "mentions", "dates", "statements"):
        main(["export", str(tmp_path / "ix"), table, "--out", str(tmp_path / f"{table}.parquet")])
        rows[table] = pq.read_table(tmp_path / f"{table}.parquet").to_pylist()
    articles = {row["article_id"]: row for row in rows["articles"]}
    for table, column in (("mentions", "surface"), ("dates", "surface"), ("statements", "text")):
        for row in rows[table]:
            assert articles[row["article_id"]][row["field"]][row["start"] : row["end"]] == row[column]


def test_what_is_set_aside_is_told_and_makes_the_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "latin.txt").write_text("nothing Arabic")
    (tmp_path / "in" / "good.txt").write_text("قال الكرملين إن الحوار مستمر.", encoding="utf-8")
    assert main(["index", str(tmp_path / "in"), "--out", str(tmp_path / "ix")]) == 1
    said = capsys.readouterr()
    assert "1 articles" in said.out
    assert said.err.startswith("rejected: latin.txt: ")


def test_what_reading_assumed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.txt").write_bytes("قال الكرملين في بيان إن الحوار مع واشنطن مستمر.".encode("cp1256"))
    assert main(["index", str(tmp_path / "old.txt"), "--out", str(tmp_path / "ix")]) == 0
    assert main(["info", str(tmp_path / "ix")]) == 0
    assert capsys.readouterr().out.endswith("encoding cp1256: 1 records of 1 files\n")


def test_a_good_index_is_not_replaced_by_rejects(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index(tmp_path / "ix")
    (tmp_path / "latin.txt").write_text("nothing Arabic")
    assert main(["index", str(tmp_path / "latin.txt"), "--out", str(tmp_path / "ix")]) == 2
    assert "no article was found (latin.txt: the text is not Arabic); the index there, of 6" in capsys.readouterr().err
    assert main(["info", str(tmp_path / "ix")]) == 0
    assert "articles    6" in capsys.readouterr().out


def test_ctrl_c_leaves_the_old_index(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.pipeline.run", interrupted)
    assert main(["index", str(SEEDS), "--out", str(made)]) == 130
    assert capsys.readouterr().err == "tasrih: stopped; nothing was changed\n"
    assert main(["info", str(made)]) == 0
    assert "articles    6" in capsys.readouterr().out


def test_adding_keeps_what_was_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(f"قال الكرملين إن الحوار {name} مستمر.", encoding="utf-8")
    out = str(tmp_path / "ix")
    assert main(["index", str(tmp_path / "a"), "--out", out]) == 0
    assert main(["index", str(tmp_path / "b"), "--out", out, "--add"]) == 0
    assert main(["index", str(tmp_path / "b"), "--out", out, "--add"]) == 0
    assert "2 articles" in capsys.readouterr().out.splitlines()[-1]
    assert main(["index", str(tmp_path / "b"), "--out", out]) == 0
    assert "1 articles" in capsys.readouterr().out


def test_a_story_carried_twice_points_to_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = (SEEDS / "000_9edf38783dff8d15.txt").read_text(encoding="utf-8")
    rows = [{"id": n, "text": story, "date": f"2024-03-0{n}"} for n in (2, 1)]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert main(["index", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "ix")]) == 0
    capsys.readouterr()
    main(["export", str(tmp_path / "ix"), "articles", "--format", "jsonl"])
    found = {row["item"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert found["1"]["duplicate_of"] is None
    assert found["2"]["duplicate_of"] == found["1"]["article_id"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["index", "nowhere", "--out", "{tmp}/x"], "no such file or folder: nowhere"),
        (["index", "{seeds}", "--out", "{made}/index.json"], "is a file; an index is a folder"),
        (["index", "{seeds}", "--out", "{seeds}"], "holds other things and no index"),
        (["index", "{seeds}", "--out", "{tmp}/x", "--map", "colour=red"], "no column can be colour"),
        (["index", "{seeds}", "--out", "{tmp}/x", "--actors", "{tmp}/none.yml"], "none.yml"),
        (["info", "{tmp}/none"], "no such index; make one with"),
        (["info", "{tmp}"], "not an index"),
        (["export", "{made}", "articles", "--format", "parquet"], "name a file with --out"),
        (["export", "{made}", "articles", "--out", "{tmp}/none/x.csv"], "cannot be written"),
    ],
)
def test_wrong_use_says_what_would_be_right(
    tmp_path: Path, made: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main([a.format(tmp=tmp_path, made=made, seeds=SEEDS) for a in arguments]) == 2
    said = capsys.readouterr()
    assert message in said.err
    assert said.out == ""
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "COMMAND"),
        (["index", "seeds"], "--out"),
        (["export", "x", "people"], "invalid choice: 'people'"),
        (["export", "x", "articles", "--from", "yesterday"], "'yesterday' is no day; write it as 2024-03-31"),
        (["export", "x", "articles", "--mode", "loud"], "invalid choice: 'loud'"),
        (["export", "x", "articles", "--colour", "red"], "unrecognized arguments"),
        (["index", "x", "--out", "y", "--workers", "0"], "write 1 or more"),
        (["index", "x", "--out", "y", "--map", "text"], "write it as text=body,date=published"),
    ],
)
def test_unknown_options_are_refused(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert message in capsys.readouterr().err


def test_export_filters(made: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    def exported(*arguments: str) -> str:
        assert main(["export", str(made), *arguments]) == 0
        return capfdbinary.readouterr().out.decode("utf-8")

    march = exported("articles", "--from", "2024-03-01", "--to", "2024-03-31", "--text", "الكرملين")
    assert march.startswith("\ufeffarticle_id,")
    assert [row["article_id"] for row in csv.DictReader(io.StringIO(march[1:]))] == ["a5", "a2"]
    said = exported("statements", "--speaker", "dmitry-peskov", "--mode", "refusal", "--format", "jsonl")
    assert [json.loads(line)["article_id"] for line in said.splitlines()] == ["a3"]
    assert exported("articles", "--outlet", "BBC", "--outlet", "سكاي نيوز").count("\n") == 3
    assert exported("mentions", "--topic", "sanctions", "--actor", "us").count("\n") == 1


def test_info_counts(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(made)]) == 0
    said = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert said["articles"] == "6"
    assert said["dated"] == "3 to the day, 2 to an interval, 1 open-ended"
    assert said["days"] == "2024-03-01 to 2024-03-20"
