"""Stories out of records: furniture off, stories apart, titles and outlets found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core import clean, sources
from core.arabic import bare
from core.model import Article, Record

SEEDS = Path("seeds")
GOLD = Path("tests/gold")


def of(text: str, **known: str) -> tuple[Article, ...]:
    return clean.articles(Record("a.txt", text, **known))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Article, ...]]:
    records = [record for record in sources.read([SEEDS]) if isinstance(record, Record)]
    return {record.source_file: clean.articles(record) for record in records}


@pytest.mark.parametrize("gold", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_seed_has_the_stories_titles_and_outlets_of_its_gold(gold: Path, seeds: dict[str, tuple[Article, ...]]) -> None:
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    found = seeds[wanted["file"]]
    assert [article.title for article in found] == [article["title"] for article in wanted["articles"]]
    for article, truth in zip(found, wanted["articles"], strict=True):
        assert (article.outlet in truth["outlet"]) if truth["outlet"] else article.outlet is None
        for statement in truth["statements"]:
            if not statement.get("optional"):
                assert statement["text"] in article.text


def test_what_is_off_the_seeds_stands_in_its_column(seeds: dict[str, tuple[Article, ...]]) -> None:
    first, second = seeds["001_7c490c51ed63725b.txt"]
    assert first.dateline == "تاريخ النشر: 29th, February 2024 GMT"
    assert first.tags[:3] == ("فلاديمير بوتين", "موسكو", "الرئيس الروسى")
    assert second.dateline == "موسكو"
    assert second.text.startswith("صرح كيريل")
    assert second.text.endswith("شؤونها.")
    third = seeds["002_744ae12f92d6cfbb.txt"][0]
    assert third.dateline == "02 مارس 2025 | آخر تحديث: 12:30 (توقيت القدس)"
    assert third.captions == "بيسكوف أثناء برنامج صحافي سنوي في موسكو، 19 ديسمبر 2024 (Getty)"
    assert (third.summary or "").count("\n") == 2
    assert len(third.text.split("\n")) == 5
    assert "[ad" not in seeds["004_e92e0c86928e1aaa.txt"][0].text


def test_no_story_says_what_is_there_instead() -> None:
    with pytest.raises(clean.NoStory, match="empty"):
        of(" \n ")
    with pytest.raises(clean.NoStory, match="not Arabic"):
        of("The minister said on Monday that talks go on.")
    with pytest.raises(clean.NoStory, match="nothing is left"):
        of("شارك\nطباعة")


def test_ids_name_the_source_and_the_part() -> None:
    record = Record("a.txt", "عنوان\nنص الخبر الأول هنا")
    assert clean.articles(record)[0].article_id == clean.articles(record)[0].article_id
    other = Record("b.txt", "عنوان\nنص الخبر الأول هنا")
    assert clean.articles(record)[0].article_id != clean.articles(other)[0].article_id
    assert bare(clean.articles(record)[0].title or "") == "عنوان"
