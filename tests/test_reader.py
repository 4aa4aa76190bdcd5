"""Marks laid into text: nested, cut where they cross, whole words, and nothing unescaped."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import listing, queries, reader
from core.links import View
from core.reader import Mark, marked
from core.store import Store
from core.wording import Wording

TEXT = "قال بيسكوف إن والكرملين مستعد\nثم ذهب"


def tags(html: str) -> str:
    """The HTML with its marks' kinds only, for reading."""
    return re.sub(r'<span class="mark (\w+)[^>]*>', r"[\1 ", html).replace("</span>", "]")


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([], "<p>قال بيسكوف إن والكرملين مستعد</p><p>ثم ذهب</p>"),
        ([Mark(4, 10, "actor")], "<p>قال [actor بيسكوف] إن والكرملين مستعد</p><p>ثم ذهب</p>"),
        # a mark inside a word grows to the word
        ([Mark(15, 23, "actor")], "<p>قال بيسكوف إن [actor والكرملين] مستعد</p><p>ثم ذهب</p>"),
        # nested
        (
            [Mark(4, 10, "actor"), Mark(0, 29, "statement")],
            "<p>[statement قال [actor بيسكوف] إن والكرملين مستعد]</p><p>ثم ذهب</p>",
        ),
        # the same words twice: the statement lies outside
        (
            [Mark(4, 10, "actor"), Mark(4, 10, "statement")],
            "<p>قال [statement [actor بيسكوف]] إن والكرملين مستعد</p><p>ثم ذهب</p>",
        ),
        # crossing: the second is cut
        (
            [Mark(0, 10, "statement"), Mark(4, 13, "date")],
            "<p>[statement قال [date بيسكوف]][date  إن] والكرملين مستعد</p><p>ثم ذهب</p>",
        ),
        # over the end of a paragraph
        ([Mark(24, 32, "statement")], "<p>قال بيسكوف إن والكرملين [statement مستعد]</p><p>[statement ثم] ذهب</p>"),
    ],
)
def test_marks(marks: list[Mark], shown: str) -> None:
    assert tags(marked(TEXT, marks)) == shown


def test_a_cut_mark_is_one_stop_for_the_keyboard_and_one_target() -> None:
    html = marked(TEXT, [Mark(24, 32, "statement", tip="كيف", anchor="s1", label="1")])
    assert html.count("tabindex") == html.count('id="s1"') == html.count('class="number"') == 1
    assert html.count('data-tip="كيف"') == 2


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_nothing_is_lost_and_every_tag_is_closed(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(s), max(s), "actor", tip=text) for s in spans if max(s) <= len(text)]
    html = marked(text, marks)
    assert html.count("<span") == html.count("</span>")
    kept = unescape(re.sub("<[^>]*>", "", re.sub(r'data-tip="[^"]*"', "", html)))
    assert kept == "".join(line for line in re.split(r"[\r\n]+", text) if line.strip())


def rows(opened: Store, article_id: str) -> tuple[Any, list[Any], list[Any], list[Any]]:
    """The rows of one article of the small corpus, as a page gets them."""
    whole = queries.article(opened, article_id)
    assert whole is not None
    (article,) = queries.rows(whole.article.to_frame().T)
    return article, queries.rows(whole.mentions), queries.rows(whole.dates), queries.rows(whole.statements)


def test_an_article_says_who_how_and_when(desk_store: Store) -> None:
    html = reader.article(*rows(desk_store, "a1"), Wording("en"), here=None)
    tips = [unescape(tip) for tip in re.findall(r'data-tip="([^"]*)"', html)]
    assert "Kremlin · organisation" in tips
    assert (
        "Dmitry Peskov · add «أضاف» · indirect\nHow the speaker is known: carried over from an earlier statement\n"
        "Said: 2024-02-29\nRule: verb-subject" in tips
    )
    assert 'from the dateline: «<bdi dir="rtl">29 فبراير 2024</bdi>»' in html


def test_a_date_says_what_it_means(desk_store: Store) -> None:
    html = reader.article(*rows(desk_store, "a2"), Wording("en"))
    assert 'data-tip="means 2024-03-01 · day"' in html


def test_a_hostile_article_is_inert(desk_store: Store) -> None:
    html = reader.article(*rows(desk_store, "a5"), Wording("ar"))
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "href" not in html


def test_who_is_named_leads_to_the_first_place(desk_store: Store) -> None:
    row, mentions, dates, statements = rows(desk_store, "a1")
    html = reader.article(row, mentions, dates, statements, Wording("en"))
    places = re.findall(r'id="(m-[^"]*)"', html)
    assert sorted(places) == sorted({f"m-{mention.actor_id}" for mention in mentions})
    for href in re.findall(r'class="n" href="#([^"]*)"', listing.cast(mentions, View(lang="en"))):
        assert href in places
