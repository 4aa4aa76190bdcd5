"""One statement as several articles tell it (tests/told.py): found, and shown with its wordings side by side."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pandas as pd
import pytest

from core import listing, queries
from core.links import View
from core.store import Store
from tests import told


@pytest.fixture(scope="module")
def store(told_index: Path) -> Store:
    return Store(told_index)


def key(store: Store, article_id: str, text: str) -> str:
    statements = queries.table(store, "statements")
    return str(
        statements[(statements["article_id"] == article_id) & (statements["text"] == text)]["statement_id"].item()
    )


ALWAYS = date(1900, 1, 1), date(2100, 1, 1)


def tellings(store: Store, *asked: str) -> pd.DataFrame:
    return queries.tellings(store, asked, *ALWAYS)


@pytest.mark.parametrize(
    ("article_id", "text", "tellers"),
    [
        ("a1", told.FIRST, ["a1", "a2", "a3"]),
        ("a2", told.CLOSE, ["a1", "a2", "a3"]),
        ("a3", told.FIRST, ["a1", "a2", "a3"]),
        ("a1", told.REPEAT, []),  # three words tell nothing apart
        ("a4", told.FIRST, []),
        ("a5", told.FIRST, []),
        ("a6", told.FIRST, []),
        ("a7", told.FIRST, []),
        ("a8", told.STRIKES, ["a8", "a9"]),  # the office and its officer, but in nearly the same words only
        ("a9", told.STRIKES, ["a11", "a8", "a9"]),
        ("a10", told.STRIKES, []),
        ("a12", told.EXPELLED, ["a12", "a13"]),  # two spellings of a name
    ],
)
def test_who_tells_a_statement(store: Store, article_id: str, text: str, tellers: list[str]) -> None:
    asked = key(store, article_id, text)
    frame = tellings(store, asked)
    assert frame["article_id"].tolist() == tellers
    assert set(frame["asked"]) <= {asked}


def test_the_tellings_of_a_page_are_those_of_each_statement(store: Store) -> None:
    asked = tuple(queries.statements(store)["statement_id"])
    frame = tellings(store, *asked)
    assert len(frame) == 9 + 7 + 4
    for one in asked:
        alone = tellings(store, one)
        assert frame[frame["asked"] == one].to_dict("list") == alone.to_dict("list")
    assert frame.columns.tolist() == [
        *("asked", "statement_id", "article_id", "title", "outlet"),
        *("published_on", "published_from", "published_to", "text"),
    ]


def test_nothing_asked_nothing_told(store: Store, desk_store: Store) -> None:
    assert tellings(store).empty
    assert tellings(desk_store, *queries.statements(desk_store)["statement_id"]).empty


def test_only_what_was_said_between_the_days_is_asked_for(store: Store) -> None:
    page = queries.statements(store)
    asked = tuple(page["statement_id"])
    days = page["said_to"].dropna().dt.date
    assert queries.tellings(store, asked, min(days), max(days)).equals(tellings(store, *asked))
    assert queries.tellings(store, asked, ALWAYS[1], ALWAYS[1]).empty


def shown(store: Store, lang: str) -> str:
    (row,) = (r for r in queries.rows(queries.statements(store)) if r.article_id == "a2" and r.text == told.CLOSE)
    return listing.wordings(row, {row.statement_id: queries.rows(tellings(store, row.statement_id))}, View(lang=lang))


def test_wordings_are_compared_with_the_earliest(store: Store) -> None:
    html = shown(store, "en")
    assert "<summary>told by 2 outlets</summary>" in html
    assert re.findall("<b><bdi>(.*?)</bdi>", html) == ["TASS", "Reuters", "TASS"]
    assert [unescape(word) for word in re.findall("<mark>(.*?)</mark>", html)] == ["روسيا", "أمن", "أوروبا"]
    assert html.count("In the same words") == html.count("this one") == 1
    assert re.findall(r'href="reader\?article=(a\d)&amp;statement=\1-text-', html) == ["a1", "a2", "a3"]
    assert "&lt;<mark>أمن</mark>&gt;" in html
    assert "<أمن" not in html


def test_wordings_in_arabic(store: Store) -> None:
    html = shown(store, "ar")
    assert "<summary>نقلته وسيلتان</summary>" in html
    assert "بالكلمات نفسها" in html


def test_one_outlet_is_counted_by_its_articles(store: Store) -> None:
    (row, *_) = queries.rows(tellings(store, key(store, "a1", told.FIRST)))
    html = listing.wordings(row, {row.statement_id: [row, row._replace(article_id="a3")]}, View(lang="en"))
    assert "<summary>told in 2 articles</summary>" in html
    assert listing.wordings(row, {}, View(lang="en")) == ""
