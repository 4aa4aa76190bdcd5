"""Lists as HTML: the right links behind the right numbers, and nothing unescaped."""

from __future__ import annotations

import re
from html import unescape

from core import listing, queries
from core.filters import Filters
from core.links import View
from core.listing import Bar
from core.store import Store


def hrefs(html: str) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', html)]


def test_bars_share_one_scale_and_lead_to_what_they_count() -> None:
    html = listing.bars([Bar("روسيا", 4, "statements?a=1&b=2"), Bar("<b>", 1, "x")], View(lang="en"))
    assert re.findall(r"--share:([\d.]+)", html) == ["1.0000", "0.2500"]
    assert hrefs(html) == ["statements?a=1&b=2", "x"]
    assert "&lt;b&gt;" in html


def test_statements_lead_to_their_speaker_and_their_place(desk_store: Store) -> None:
    rows = queries.rows(queries.statements(desk_store, Filters(modes=("direct",), speakers=("dmitry-peskov",))))
    html = listing.statements(rows, View(filters=Filters(topics=("sanctions",)), lang="en"))
    assert hrefs(html)[0] == "statements?speakers=dmitry-peskov&topics=sanctions&lang=en"
    assert hrefs(html)[1].startswith("reader?article=a1&statement=a1-text-")
    for word in ("Dmitry Peskov", "say", "direct", "2024-02-29", "named in the sentence", "الكرملين: مستعدون للحوار"):
        assert word in html


def test_hostile_rows_are_inert(desk_store: Store) -> None:
    rows = queries.rows(queries.statements(desk_store, Filters(outlets=("=HYPERLINK(1)",))))
    html = listing.statements(rows, View()) + listing.numbered(rows, View())
    assert len(rows) == 2
    for tag in ("<script", "<img", "<i>"):
        assert tag not in html


def test_acts_count_each_cell_and_lead_to_it() -> None:
    import pandas as pd

    rows = queries.rows(
        pd.DataFrame(
            [
                ("a", "أ", "A", "say", "direct", 2),
                ("a", "أ", "A", "say", "indirect", 1),
                ("b", "ب", None, "deny", "direct", 1),
            ],
            columns=["speaker_id", "speaker", "speaker_en", "act", "mode", "statements"],
        )
    )
    html = listing.acts(rows, View(lang="en"))
    assert hrefs(html) == ["statements?speakers=a&acts=say&lang=en", "statements?speakers=b&acts=deny&lang=en"]
    assert re.findall(r"<th [^>]*>([^<]*)", html) == ["", "say", "deny"]
    assert "<bdi>3</bdi>" in html


def test_a_story_told_more_than_once_says_by_how_many(desk_store: Store) -> None:
    (row,) = queries.rows(queries.articles(desk_store, Filters(outlets=("العربية",))))
    told = listing.articles([row], View(lang="en"), {row.article_id: (2, ["العربية", "<b>"])})
    assert "carried by 2 outlets" in told
    assert "&lt;b&gt;" in told
    again = listing.articles([row._replace(duplicate_of="a9")], View(lang="en"), {row.article_id: (1, [])})
    assert "published once more" in again
    assert "reader?article=a9&lang=en" in hrefs(again)
    assert "carried" not in listing.articles([row], View(lang="en"))
