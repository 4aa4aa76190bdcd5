"""Full text: what is found whatever the spelling, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import search

TEXTS = {
    "visit": "زيارة الرئيس إلى موسكو ورد الكرملين عليها",
    "prefix": "وللكرملين رأي، وبالكرملين يمرّ الطريق",
    "harakat": "أَعْلَنَ مجلسُ الأمنِ القوميِّ ذلك",
    "broken": "الأمن مستتب والقومي كذلك",
    "digits": "في عام ٢٠٢٤ أو 2025",
    "latin": "قناة CNN بالعربية",
    "alef": "احمد وأحمد وإحمد",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> search.Search:
    folder = tmp_path_factory.mktemp("search") / "ix"
    search.build(folder, TEXTS.items())
    return search.Search(folder)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("الكرملين", {"visit", "prefix"}),
        ("كرملين", {"visit", "prefix"}),
        ("الكرملين موسكو", {"visit"}),
        ('"الأمن القومي"', {"harakat"}),
        ("«مجلس الامن القومي»", {"harakat"}),
        ("الامن القومى", {"harakat", "broken"}),
        ("أعلن", {"harakat"}),
        ("2024", {"digits"}),
        ("٢٠٢٥", {"digits"}),
        ("cnn", {"latin"}),
        ("كرم*", {"visit", "prefix"}),
        ("كرم", set()),
        ("رملين", set()),
        ("الأمن -القومي", set()),
        ("الكرملين -موسكو", {"prefix"}),
        ("-الكرملين", {"harakat", "broken", "digits", "latin", "alef"}),
        ("إحمد", {"alef"}),
        ("", set()),
        ("،؟!", set()),
        ('"الأمن', {"harakat", "broken"}),  # a quotation mark left open
        (".*", set()),
        ("ا|ب (", set()),
    ],
)
def test_what_a_question_finds(opened: search.Search, question: str, found: set[str]) -> None:
    assert set(opened.hits(question)["id"].to_pylist()) == found


@given(st.text(alphabet='الكرملين قى"«»-*.()[]\\ab1٢\u064e\u0640', max_size=30))
def test_no_question_fails_and_marks_are_whole_words(question: str) -> None:
    text = TEXTS["visit"]
    for start, end in search.marks(text, question):
        assert start == 0 or not text[start - 1].isalnum()
        assert end == len(text) or not text[end].isalnum()


@given(st.text(alphabet='الكرملين قى"«»-*.()[]\\ab1٢\u064e\u0640', max_size=30))
def test_any_question_can_be_asked(opened: search.Search, question: str) -> None:
    assert set(opened.hits(question)["id"].to_pylist()) <= set(TEXTS)


@pytest.mark.parametrize("question", ["الكرملين", '"الأمن القومي"', "كرم*", "الأمن", "احمد", "2024"])
def test_marks_agree_with_hits(opened: search.Search, question: str) -> None:
    marked = {name for name, text in TEXTS.items() if search.marks(text, question)}
    assert marked == set(opened.hits(question)["id"].to_pylist())


def test_a_snippet_is_cut_at_words_around_the_first_hit() -> None:
    text = "كلمة " * 100 + "الكرملين " + "أخرى " * 100
    snippet = search.snippet(text, "كرملين", around=20)
    assert snippet == "…كلمة كلمة كلمة كلمة الكرملين أخرى أخرى أخرى أخرى أخرى أخرى أخرى…"
