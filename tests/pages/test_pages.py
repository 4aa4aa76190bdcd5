"""Every page alone, and with each filter moved: what it shows, not only that it shows something."""

from __future__ import annotations

import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core import frames
from core.model import Article, Document, Field, Mention
from core.store import Store
from core.ui import sidebar
from core.ui.sidebar import PAGES
from core.writing import writing
from tests.cast import LAVROV

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _served(desk_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TASRIH_INDEX", str(desk_index))


def opened(page: str, **link: Any) -> AppTest:
    """The page as its link opens it."""
    test = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=30)
    for name, value in link.items():
        test.query_params[name] = value
    return test.run()


def shown(test: AppTest) -> str:
    """All that the page says, without tags."""
    assert not test.exception, test.exception[0].message
    bodies = [element.proto.body for element in test.get("html")]
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", " ".join(b for b in bodies if "<style>" not in b))))


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_alone(page: str, lang: str) -> None:
    test = opened(page, lang=lang)
    assert shown(test)
    title = test.title[0].value
    assert title == page.capitalize() if lang == "en" else re.search("[ء-ي]", title)
    assert not test.warning


@pytest.mark.parametrize(
    ("link", "count"),
    [
        ({}, "8 statements by 5 speakers in 5 articles"),
        ({"speakers": ["dmitry-peskov"]}, "3 statements by 1 speaker in 1 article"),
        ({"speakers": ["ru"], "rollup": "country"}, "5 statements by 1 speaker in 2 articles"),
        ({"rollup": "body"}, "8 statements by 4 speakers in 5 articles"),
        ({"actors": ["us"]}, "2 statements by 2 speakers in 2 articles"),
        ({"topics": ["sanctions"]}, "1 statement by 1 speaker in 1 article"),
        ({"outlets": ["العربية"]}, "2 statements by 2 speakers in 1 article"),
        ({"acts": ["decline", "warn"]}, "2 statements by 2 speakers in 2 articles"),
        ({"modes": ["refusal"]}, "1 statement by 1 speaker in 1 article"),
        ({"text": "للحوار"}, "1 statement by 1 speaker in 1 article"),
        ({"from": "2024-03-01"}, "2 statements by 2 speakers in 1 article"),
        ({"to": "2023-01-01"}, "1 statement by 1 speaker in 1 article"),
        ({"from": "2024-03-01", "undated": "1"}, "4 statements by 3 speakers in 3 articles"),
    ],
)
def test_each_filter_in_a_link_moves_the_figures(link: dict[str, Any], count: str) -> None:
    assert count in shown(opened("statements", lang="en", **link))


@pytest.mark.parametrize(
    ("link", "count"),
    [
        ({"speakers": ["sergei-lavrov", "x-hector"]}, "2 statements by 2 speakers"),
        ({"actors": ["sergei-lavrov"]}, "1 statement by 1 speaker"),
        ({"outlets": ["العربية"]}, "2 statements by 2 speakers"),
    ],
)
def test_a_link_may_ask_for_what_is_too_rare_to_be_offered(
    link: dict[str, Any], count: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sidebar, "MOST_OFFERED", 1)
    test = opened("statements", lang="en", **link)
    assert not test.warning
    assert count in shown(test)
    assert "nobody" in opened("statements", lang="en", actors=["nobody"]).warning[0].value


def test_each_widget_moves_the_figures_and_the_link() -> None:
    test = opened("statements", lang="en")
    test.multiselect(key="speakers").select("Dmitry Peskov").run()
    assert "3 statements" in shown(test)
    assert test.query_params["speakers"] == "dmitry-peskov"
    test.multiselect(key="modes").select("refusal").run()
    assert "1 statement by" in shown(test)
    test.button[0].click().run()
    assert "8 statements" in shown(test)
    assert dict(test.query_params) == {"lang": "en"}
    test.date_input(key="from").set_value(date(2024, 3, 1)).run()
    assert "2 statements" in shown(test)
    test.toggle(key="undated").set_value(True).run()
    assert "4 statements" in shown(test)
    test.date_input(key="from").set_value(None).run()
    test.text_input(key="text").set_value("للحوار").run()
    assert "1 statement by" in shown(test)
    assert test.query_params["text"] == "للحوار"


def test_the_language_keeps_the_filters() -> None:
    test = opened("statements", speakers=["dmitry-peskov"])
    assert "3 تصريحات، قالها متحدث واحد، في مقال واحد" in shown(test)
    test.segmented_control(key="lang").set_value("en").run()
    assert "3 statements by 1 speaker" in shown(test)
    assert dict(test.query_params) == {"speakers": "dmitry-peskov", "lang": "en"}


def test_digits_are_a_choice_of_the_interface_alone() -> None:
    text = shown(opened("statements", digits="arabic"))
    assert "٨ تصريحات" in text
    assert "٢٠٢٤-٠٢-٢٩" in text
    assert "window.hacked = 1" in text  # an article's digits are its own


@pytest.mark.parametrize(
    ("link", "complaint"),
    [
        ({"from": "soon"}, "from=soon"),
        ({"actors": ["nobody"]}, "actors=nobody"),
        ({"speakers": ["dmitry-peskov"], "rollup": "country"}, "speakers=dmitry-peskov"),
        ({"from": "2024-03-02", "to": "2024-03-01"}, "From"),
    ],
)
def test_a_link_that_cannot_be_followed_is_said_so(link: dict[str, Any], complaint: str) -> None:
    warned = opened("overview", lang="en", **link).warning[0].value.replace("\\", "")
    assert complaint in warned


@pytest.mark.parametrize("page", ["overview", "timeline", "speakers", "statements", "words", "actors"])
def test_nothing_matches_is_said(page: str) -> None:
    assert "Nothing matches" in opened(page, lang="en", text="لاوجودلها").info[0].value


def test_the_overview_counts() -> None:
    text = shown(opened("overview", lang="en"))
    assert "Articles 5 Statements 8 Speakers 5 Actors 6 Outlets 3 Without a certain day 3 Duplicates 0" in text
    assert "Dmitry Peskov 3" in text
    assert "1 statement without a named speaker" in text


def test_the_timeline_draws_what_is_certain_and_what_is_not() -> None:
    test = opened("timeline", lang="en")
    assert "Stands on 2 of 5 articles. What does not lie within one step (3)" in shown(test)
    assert len(test.get("plotly_chart")) == 2
    by_year = opened("timeline", lang="en", unit="year", count="statements")
    assert "Stands on 6 of 8 statements" in shown(by_year)


def test_the_speakers_are_ranked() -> None:
    test = opened("speakers", lang="en")
    assert "Dmitry Peskov is quoted most: 3 of 8 statements" in test.get("plotly_chart")[0].proto.spec
    assert "Stands on 8 statements: 7 by 5 speakers, 1 by nobody named" in shown(test)
    test = opened("speakers", lang="en", rollup="country")
    assert "Russia is quoted most: 5 of 8 statements" in test.get("plotly_chart")[0].proto.spec


def test_statements_are_ordered_as_asked() -> None:
    newest = shown(opened("statements", lang="en"))
    assert newest.index("روسيا لن تنسحب") < newest.index("نحن مستعدون") < newest.index("من التصعيد")
    oldest = shown(opened("statements", lang="en", sort="oldest"))
    assert oldest.index("من التصعيد") < oldest.index("نحن مستعدون") < oldest.index("روسيا لن تنسحب")
    assert len(opened("statements", show="grid").dataframe[0].value) == 8


def test_a_statement_told_by_several_shows_their_wordings(told_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "told by" not in shown(opened("statements", lang="en"))
    monkeypatch.setenv("TASRIH_INDEX", str(told_index))
    text = shown(opened("statements", lang="en"))
    assert text.count("told by 2 outlets") == 7
    assert text.count("told by 3 outlets") == 1
    assert text.count("this one") == 8
    assert "Reuters · 2024-03-05 · خبر 2" in text
    assert shown(opened("statements", lang="ar")).count("نقلته وسيلتان") == 7
    assert shown(opened("reader", lang="en", article="a2")).count("told by 2 outlets") == 1
    assert "told by" not in shown(opened("reader", lang="en", article="a4"))


def test_a_profile_s_sayings_say_who_else_told_them(
    told_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = Document(Article("n1", "n.txt", "لافروف"), mentions=(Mention(LAVROV, "لافروف", Field.TEXT, 0, 6),))
    path = shutil.copytree(told_index, tmp_path / "index")
    with writing(path) as writer:
        writer.add(frames.tables([named]), [LAVROV])
        writer.keep(Store(told_index))
        writer.publish(["tests"])
    monkeypatch.setenv("TASRIH_INDEX", str(path))
    assert "told by 2 outlets" in shown(opened("actors", lang="en", actor="sergei-lavrov"))


def test_the_reader_opens_what_the_link_names() -> None:
    text = shown(opened("reader", lang="en", article="a2"))
    assert "لافروف: لن ننسحب" in text
    assert "Sergei Lavrov" in text
    test = opened("reader", lang="en", article="a3", outlets=["العربية"])
    assert "تحذير أميركي" in shown(test)
    assert "outside the filters" in test.caption[0].value
    assert "no article" in opened("reader", lang="en", article="zz").warning[0].value


@pytest.mark.parametrize(
    ("table", "rows"), [("articles", 5), ("statements", 8), ("mentions", 8), ("dates", 1), ("rejects", 1)]
)
def test_the_tables_are_whole(table: str, rows: int) -> None:
    test = opened("data", lang="en", table=table)
    assert not test.exception
    assert len(test.dataframe[0].value) == rows


def test_the_words_are_counted_and_found() -> None:
    text = shown(opened("words", lang="en"))
    assert "العقوبات" in text
    assert "Stands on the bodies of 5 articles" in text
    assert "<b>واشنطن</b>" not in text
    text = shown(opened("words", lang="en", text="الكرملين"))
    assert "Where “الكرملين” stands: 2 articles" in text
    assert "“الكرملين” in their bodies: once" in text
    assert "وقال الكرملين إن المحادثات انتهت" in text


def test_an_actor_has_a_profile() -> None:
    text = shown(opened("actors", lang="en", actor="dmitry-peskov"))
    assert "person · Russia · دميتري بيسكوف" in text
    assert "1 mention in 1 article · 2024-02-29" in text
    assert "Said by them or on their behalf: 3 statements" in text
    test = opened("actors", lang="en", actor="ru", versus="us")
    assert "Said of them by others" not in shown(test).split("United States country")[0]  # Lavrov speaks for Russia
    assert "Said of them by others: 1 statement" in shown(test)  # Peskov's, of Washington
    assert "share most articles" in test.get("plotly_chart")[1].proto.spec


@pytest.mark.parametrize(
    ("sought", "actor"),
    [
        ("Peskov", "dmitry-peskov"),
        ("لافروف", "sergei-lavrov"),
        ("سيرجي لاف", "sergei-lavrov"),  # spelt otherwise than the corpus has it
        ("nobody", "ru-presidency"),
    ],
)
def test_an_actor_is_found_by_name_in_either_language_and_any_spelling(sought: str, actor: str) -> None:
    test = opened("actors", lang="en", find=sought)
    assert test.selectbox(key="actor").value == actor
    assert bool(test.info) == (sought == "nobody")


def test_a_name_to_review_is_listed() -> None:
    assert "هيكتور <b> person هيكتور <b> 1 Open the article" in shown(opened("actors", lang="en"))


def test_sentences_that_gave_no_statement_are_listed() -> None:
    text = shown(opened("data", lang="en", table="todo"))
    assert "Stands on the first 150 articles" in text


def _nothing(path: Path) -> None:
    """There is no such folder."""


def _empty(path: Path) -> None:
    path.mkdir()


def _damaged(path: Path) -> None:
    path.mkdir()
    (path / "index.json").write_text("{", encoding="utf-8")


def test_an_index_that_lost_a_table_is_explained(
    desk_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copytree(desk_index, tmp_path / "index")
    for file in (path / "statements").glob("*.parquet"):
        file.unlink()
    monkeypatch.setenv("TASRIH_INDEX", str(path))
    text = shown(opened("statements", lang="en"))
    assert f"{path / 'statements'}: damaged" in text
    assert "index anew" in text


@pytest.mark.parametrize(
    ("make", "title", "reason"),
    [
        (_nothing, "There is no index here", "no such index"),
        (_empty, "There is no index here", "not an index"),
        (_damaged, "The index cannot be opened", "damaged"),
    ],
)
def test_a_missing_or_broken_index_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Any, title: str, reason: str
) -> None:
    path = tmp_path / "nowhere"
    make(path)
    monkeypatch.setenv("TASRIH_INDEX", str(path))
    test = opened("overview", lang="en")
    assert test.title[0].value == title
    text = shown(test)
    assert str(path) in text
    assert reason in text
    assert "python -m core index SOURCE --out INDEX" in text
