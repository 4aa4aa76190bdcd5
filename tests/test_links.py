"""A link says what a page shows, and nothing is guessed from one that cannot be read."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.filters import Filters, Rollup
from core.links import EARLIEST, LATEST, View, params, view

_IDS = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1), max_size=3, unique=True).map(
    tuple
)
FILTERS = st.builds(
    Filters,
    date_from=st.none() | st.dates(EARLIEST, LATEST),
    date_to=st.none() | st.dates(EARLIEST, LATEST),
    undated=st.booleans(),
    actors=_IDS,
    speakers=_IDS,
    topics=_IDS,
    outlets=_IDS,
    acts=_IDS,
    modes=_IDS,
    also=_IDS,
    text=st.none() | st.just('قال "نعم" & <b>'),
    rollup=st.sampled_from(Rollup),
    hide_duplicates=st.booleans(),
)


@given(FILTERS, st.sampled_from(["ar", "en"]), st.sampled_from(["western", "arabic"]))
def test_a_link_brings_back_its_view(filters: Filters, lang: str, digits: str) -> None:
    here = View("reader", filters, lang, digits, own=(("article", "a&b"),))
    query = parse_qs(urlsplit(here.href).query)
    assert view("reader", query, own=("article",)) == here


@pytest.mark.parametrize(
    ("query", "unread"),
    [
        ({"from": ["soon"]}, ("from=soon",)),
        ({"from": ["0001-01-01"]}, ("from=0001-01-01",)),
        ({"rollup": ["planet"], "lang": ["fr"]}, ("rollup=planet", "lang=fr")),
        ({"undated": ["yes"]}, ("undated=yes",)),
        ({"to": [""], "text": [" "]}, ()),
        ({"unknown": ["x"]}, ()),
    ],
)
def test_what_cannot_be_read_is_named_and_left_out(query: dict[str, list[str]], unread: tuple[str, ...]) -> None:
    shown = view("overview", query)
    assert shown.unread == unread
    assert shown == View()


def test_what_is_as_usual_needs_no_parameter() -> None:
    assert params(View()) == {}
    assert View().href == "./"
    assert View("speakers", Filters(actors=("ru", "us"))).href == "speakers?actors=ru&actors=us"


def test_a_count_s_link_keeps_what_is_asked_for_already() -> None:
    here = View(filters=Filters(topics=("sanctions",)))
    assert params(here.naming("ru")) == {"topics": ["sanctions"], "actors": ["ru"]}
    assert params(here.naming("ru").naming("us")) == {"topics": ["sanctions"], "actors": ["ru"], "also": ["us"]}
    assert params(here.naming("ru", "us").naming("us")) == {
        "topics": ["sanctions"],
        "actors": ["us"],
        "also": ["ru", "us"],
    }
    assert params(here.treating("nato")) == {"topics": ["sanctions"], "also": ["nato"]}
    state = View(filters=Filters(speakers=("ru",), rollup=Rollup.COUNTRY))
    assert params(state.said_by("dmitry-peskov")) == {"speakers": ["dmitry-peskov"]}
