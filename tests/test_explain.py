"""What the terminal is told of one article, and what is left for a reviewer."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import frames
from core.__main__ import main
from core.model import Article, Basis, Document, Period, Published
from core.store import Store
from tests.small_corpus import days, index


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return index(tmp_path_factory.mktemp("explain") / "ix").path


def test_an_article_is_explained(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(made), "a1"]) == 0
    said = capsys.readouterr().out
    heads = [line for line in said.splitlines() if line.isupper() or line.startswith("PUBLISHED")]
    assert heads == ["PUBLISHED  2024-03-01  by metadata", "ACTORS", "DATES", "SENTENCES"]
    assert "dmitry-peskov  دميتري بيسكوف  [person]" in said
    assert "→ دميتري بيسكوف | قال | الحوار مع الولايات المتحدة مستمر  [say, indirect; by name; rule " in said


def test_an_unknown_article_is_refused(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(made), "a99"]) == 2
    assert "no article 'a99'" in capsys.readouterr().err


def test_review_lists_unknown_names_and_unread_sentences(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(made)]) == 0
    said = capsys.readouterr().out
    assert "       1  person  هيكتور تيمرمان  (تيمرمان)  a3" in said
    assert said.index("NAMES") < said.index("SENTENCES")


@pytest.mark.parametrize(
    "article",
    [
        Article("a", "a.txt", "نص"),
        Article("b", "b.csv", "نص", "7", 2, "عنوان", "BBC", tags=("x", "y"), topics=("sanctions",), duplicate_of="a"),
        Article("c", "c.txt", "نص", published=Published(days("2024-03-01", None), Basis.INFERRED, "شباط")),
        Article("d", "d.txt", "نص", published=Published(Period(), Basis.NONE)),
    ],
)
def test_an_article_comes_back_out_of_its_row(article: Article) -> None:
    row = frames.tables([Document(article)])["articles"].to_pylist()[0]
    assert frames.article(row) == article


def test_rows_of_one_article_can_be_found(made: Path) -> None:
    opened = Store(made)
    for table, count in (("articles", 1), ("mentions", 3), ("dates", 0), ("statements", 1)):
        assert sum(batch.num_rows for batch in opened.find(table, "a3")) == count
