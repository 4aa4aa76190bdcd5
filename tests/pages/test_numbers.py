"""Every number that is a link leads to exactly as many as it says, whatever the filters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from core import links, queries
from core.queries import Unit, Which
from core.store import Store
from tests.pages.test_pages import opened

_ANCHOR = re.compile(r'<a[^>]* href="([^"]*)"[^>]*><bdi[^>]*>([^<]*)</bdi></a>')


def numbers(test: AppTest) -> Iterator[tuple[str, int]]:
    """The links of a page whose text is a number, or begins with one and a noun."""
    assert not test.exception, test.exception[0].message
    for element in test.get("html"):
        for href, text in _ANCHOR.findall(element.proto.body):
            if number := re.match(r"(\d[\d,]*)(?: (?:statements?|articles?)\b.*)?$", unescape(text)):
                yield unescape(href), int(number[1].replace(",", ""))


def led_to(store: Store, href: str) -> int | None:
    """How many things the page of a link holds; null for a place on the same page and for one article."""
    address = urlsplit(href)
    if not address.path or address.path == "reader":
        return None
    view = links.view(address.path, parse_qs(address.query), ("only", "unit"))
    assert view.unread == ()
    whole = queries.rows(queries.overview(store, view.filters))[0]
    if address.path == "timeline":
        which, unit = Which(view.get("only") or Which.ALL), Unit(view.get("unit") or Unit.DAY)
        return len(queries.articles(store, view.filters, None, which=which, unit=unit))
    if address.path == "words":
        return -1  # what is counted there is counted anew: see test_words
    return int({"statements": whole.statements, "speakers": whole.speakers, "actors": whole.actors}[address.path])


FILTERS: list[dict[str, Any]] = [
    {},
    {"topics": ["sanctions", "strategic_stability"]},
    {"actors": ["ru-presidency"]},
    {"actors": ["ru-presidency", "us"], "also": ["sanctions"]},
    {"outlets": ["الجزيرة"], "from": "2022-01-01"},
    {"rollup": "country"},
    {"rollup": "body", "speakers": ["ru-presidency"]},
    {"speakers": ["-"]},
    {"modes": ["indirect"], "undated": "1", "to": "2024-02-29"},
    {"text": "الكرملين"},
]


@pytest.mark.parametrize("page", ["overview", "timeline", "speakers", "actors", "words", "statements"])
def test_a_number_says_what_its_link_shows(
    desk_index: Path, desk_store: Store, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("TASRIH_INDEX", str(desk_index))
    checked = 0
    for link in FILTERS:
        for href, number in numbers(opened(page, lang="en", **link)):
            counted = led_to(desk_store, href)
            assert counted in (None, -1, number), f"{number} on {page} with {link} leads to {counted}: {href}"
            checked += counted == number
    assert checked or page in ("timeline", "statements", "words")


def test_a_word_s_number_is_said_again_where_it_leads(desk_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TASRIH_INDEX", str(desk_index))
    listed = [(href, n) for href, n in numbers(opened("words", lang="en")) if href.startswith("words")]
    assert len(listed) > 10
    for href, number in listed[:3]:
        there = opened("words", **parse_qs(urlsplit(href).query))
        said = "once" if number == 1 else f"{number} times"
        assert f"in their bodies: {said}" in " ".join(e.proto.body for e in there.get("html"))
