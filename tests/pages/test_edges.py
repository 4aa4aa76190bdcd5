"""Pages of next to nothing: an empty index, one article of no known day, and texts that try to be something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core import frames
from core.model import Article, Document
from core.ui.sidebar import PAGES
from core.writing import writing
from tests.pages.test_pages import opened, shown

UNDATED = Document(Article("a1", "one.txt", "عقد اجتماع في القاهرة."))


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for name, documents in {"empty": [], "undated": [UNDATED]}.items():
        made[name] = tmp_path_factory.mktemp(name) / "index"
        with writing(made[name]) as writer:
            writer.add(frames.tables(documents, ()), [])
            writer.publish(["tests"])
    return made


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["empty", "undated"])
def test_a_page_of_next_to_nothing_stands(
    indexes: dict[str, Path], monkeypatch: pytest.MonkeyPatch, name: str, page: str
) -> None:
    monkeypatch.setenv("TASRIH_INDEX", str(indexes[name]))
    test = opened(page, lang="en")
    assert shown(test)
    nothing = name == "empty" or page in ("speakers", "statements", "actors")
    assert [info.value.startswith("Nothing matches") for info in test.info] == [True] * nothing


def test_what_is_undated_is_drawn_without_a_day(indexes: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TASRIH_INDEX", str(indexes["undated"]))
    test = opened("timeline", lang="en", only="loose")
    assert "Nothing is dated well enough" in shown(test)
    assert "1 – 1 of 1" in shown(test)
    assert "0 – 0 of 0" in shown(opened("timeline", lang="en", only="repeats"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "link",
    [
        {"text": '"'},
        {"text": "' OR 1=1; --", "from": "0001-01-01"},
        {"actors": ["<script>", "x-hector"], "also": ["x-hector", "{0}"], "speakers": ["-"]},
        {"from": "2024-02-30", "digits": "roman", "unit": "hour", "only": "none", "sort": "%s", "actor": "$x$"},
    ],
)
def test_a_strange_link_is_answered(
    desk_index: Path, monkeypatch: pytest.MonkeyPatch, page: str, link: dict[str, Any]
) -> None:
    monkeypatch.setenv("TASRIH_INDEX", str(desk_index))
    text = shown(opened(page, lang="en", **link))
    assert text or page == "data"
