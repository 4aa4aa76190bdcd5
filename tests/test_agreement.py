"""What a corpus agrees on about names."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pyarrow as pa
import pytest

from core import frames, writing
from core.__main__ import main
from core.actors.agreement import Agreed, Met, Spelt, labels, settle
from core.actors.identity import new_id, signature
from core.arabic import bare
from core.knowledge import world
from core.store import Store


def person(label: str, articles: int = 1) -> Met:
    return Met(new_id(signature(bare(label).split())), label, "person", articles)


def agreed(*met: Met) -> dict[str, str]:
    """What each of these labels becomes, where that is another."""
    settled = settle(met)
    became = {one.label: settled[one.actor_id].label for one in met if one.actor_id in settled}
    return {label: other for label, other in became.items() if label != other}


@pytest.mark.parametrize(
    ("met", "becomes"),
    [
        # one label for one id: the usual one; of two as usual, always the same
        ([person("مايكل غوف", 3), person("مايكل جوف")], {"مايكل جوف": "مايكل غوف"}),
        ([person("خالد عبدالله"), person("خالد عبد الله")], {"خالد عبدالله": "خالد عبد الله"}),
        ([person("نيك بيلي", 9)], {}),
        # a stray word, behind or before
        ([person("هوغو لوريس", 6), person("هوغو لوريس غاضبا")], {"هوغو لوريس غاضبا": "هوغو لوريس"}),
        ([person("سالم الدوسري", 3), person("شارك سالم الدوسري")], {"شارك سالم الدوسري": "سالم الدوسري"}),
        # somebody else: a given name, a surname that others have, a definite one; told by several; a common name
        ([person("سالم الدوسري", 3), person("أحمد سالم الدوسري")], {}),
        ([person("خوان لوريس", 6), person("خوان لوريس بيزي"), person("جان بيزي", 2)], {}),
        ([person("نايف لوريس", 6), person("نايف لوريس القحطاني")], {}),
        ([person("هوغو لوريس", 6), person("هوغو لوريس غاضبا", 2)], {}),
        ([person("هوغو لوريس", 2), person("هوغو لوريس غاضبا")], {}),
        ([person("أحمد عبدالله", 9), person("أحمد عبدالله جزيلان")], {}),
    ],
)
def test_what_articles_agree_on(met: list[Met], becomes: dict[str, str]) -> None:
    assert agreed(*met) == becomes
    Random(3).shuffle(met)
    assert agreed(*met) == becomes


def test_only_persons_go_astray() -> None:
    met = [Met("new-1", "صحيفة الوطن", "organisation", 5), Met("new-2", "صحيفة الوطن غدا", "organisation", 1)]
    assert settle(met) == {}
    assert settle([*met, Met("new-2", "صحيفة الوطن غدًا", "organisation", 2)]) == {
        "new-2": Agreed("new-2", "صحيفة الوطن غدًا")
    }


@pytest.mark.parametrize(
    ("spelt", "label"),
    [
        ([("دونالد ترمب", 3), ("دونالد ترامب", 1)], "دونالد ترمب"),
        ([("دونالد ترمب", 2), ("دونالد ترامب", 2)], None),  # as usual as the knowledge's own
        ([("دونالد ترمب", 1), ("دونالد تْرمب", 1), ("دونالد  ترمب", 1), ("دونالد ترامب", 2)], "دونالد ترمب"),
        ([("الرئيس الأميركي", 9), ("دونالد ترامب", 1)], None),  # a title is no name
        ([("ترمب", 9)], None),  # nor is a surname enough
        ([("فلاديمير بوتين", 9)], None),  # somebody else's
    ],
)
def test_a_corpus_spells_the_known_its_own_way(spelt: list[tuple[str, int]], label: str | None) -> None:
    met = [Spelt("donald-trump", surface, articles) for surface, articles in spelt]
    expected = {"donald-trump": Agreed("donald-trump", label)} if label else {}
    assert labels(met, world.load()) == expected
    assert labels(met[::-1], world.load()) == expected


def test_a_label_of_the_owner_stays(tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text("people: [{id: donald-trump, ar: دونالد ترامب, en: Trump, names: [دونالد ترمب]}]", "utf-8")
    assert labels([Spelt("donald-trump", "دونالد ترمب", 9)], world.load(own)) == {}


def test_ids_are_settled_wherever_a_table_has_them() -> None:
    columns = {
        "speaker_id": ["new-1", "ru", None],
        "speaker": ["أ ب", "روسيا", "مصدر"],
        "about": [["ru"], [], ["new-1"]],
    }
    batch = pa.RecordBatch.from_pydict(columns, schema=pa.schema([frames.STATEMENTS.field(name) for name in columns]))
    settled = writing._settled(batch, writing._names({"new-1": Agreed("new-2", "ج")}), *writing._IDS["statements"])
    assert settled.to_pydict() == {
        "speaker_id": ["new-2", "ru", None],
        "speaker": ["ج", "روسيا", "مصدر"],
        "about": [["ru"], [], ["new-2"]],
    }


def test_an_index_holds_what_its_articles_agree_on(tmp_path: Path) -> None:
    told = "وقال المتحدث {} إن روسيا مسؤولة عن ذلك. وأضاف أن البلاد مستعدة للحوار في المدينة اليوم."
    spelt = ["إريك غلودن", "إريك غلودن", "إريك جلودن", "إريك غلودن"]
    rows = [{"title": f"عنوان {n}", "text": told.format(name)} for n, name in enumerate(spelt)]
    source = tmp_path / "told.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert main(["index", str(source), "--out", str(tmp_path / "ix"), "--workers", "1"]) == 0
    opened = Store(tmp_path / "ix")
    for table, column, who in (("mentions", "actor", "actor_id"), ("statements", "speaker", "speaker_id")):
        found = opened.ask(f"SELECT DISTINCT {column} AS name, {who} AS id FROM {table} WHERE {who} LIKE 'new-%'")
        assert found["name"].tolist() == ["إريك غلودن"], table
    actors = opened.ask("SELECT actor_id, actor FROM actors WHERE NOT known")
    assert actors["actor"].tolist() == ["إريك غلودن"]
    assert opened.ask("SELECT count(*) AS n FROM named WHERE actor_id = $id", id=actors["actor_id"][0])["n"][0] == 4
