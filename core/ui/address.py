"""What the widgets say and what the page's link says, kept the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from core import links
from core.filters import Filters, Rollup
from core.links import DIGITS, MANY, View
from core.queries import Unit
from core.ui.steps import step_end
from core.wording import LANGUAGES


def seed(page: str, own: Mapping[str, str | None]) -> View:
    """Fill the widgets from the link where the link says something new: first visit, another page, back and forth."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    asked = links.view(page, query, own)
    shared = links.params(asked)
    if st.session_state.get("_seen") != (page, shared):
        filters = asked.filters
        st.session_state.update(
            {name: list(getattr(filters, name)) for name in MANY}
            | {
                "from": filters.date_from,
                "to": filters.date_to,
                "undated": filters.undated,
                "hide": filters.hide_duplicates,
                "text": filters.text or "",
                "rollup": filters.rollup.value,
                "lang": asked.lang,
                "digits": asked.digits,
            }
            | {name: asked.get(name) or usual for name, usual in own.items()}
        )
        st.session_state["_seen"] = (page, shared)
    return asked


def current(page: str, own: Mapping[str, str | None]) -> View:
    """What the widgets say now."""
    state = st.session_state
    filters = Filters(
        date_from=state["from"],
        date_to=state["to"],
        undated=state["undated"],
        text=state["text"].strip() or None,
        rollup=Rollup(state["rollup"] or Rollup.SELF),
        hide_duplicates=state["hide"],
        **{name: tuple(state[name]) for name in MANY},
    )
    kept = tuple((name, str(state[name])) for name, usual in own.items() if state.get(name) not in (None, usual))
    return View(page, filters, state["lang"] or LANGUAGES[0], state["digits"] or DIGITS[0], kept)


def write(view: View) -> None:
    """Make the page's address say what the page shows."""
    wanted = links.params(view)
    st.session_state["_seen"] = (view.page, wanted)
    if {name: st.query_params.get_all(name) for name in st.query_params} != {
        name: value if isinstance(value, list) else [value] for name, value in wanted.items()
    }:
        st.query_params.from_dict(wanted)


def filter_by(name: str, values: Sequence[str]) -> None:
    """Set a filter of the sidebar; for the callback of a click."""
    st.session_state[name] = list(dict.fromkeys(values))


def narrow_to(start: str, unit: Unit) -> None:
    """Set the dates to the step that begins at `start`; for the callback of a click."""
    first = date.fromisoformat(start)
    st.session_state["from"], st.session_state["to"] = first, step_end(first, unit)


def open_article(view: View, article_id: str, statement_id: str | None = None) -> None:
    """Go to the reader; after a click."""
    there = view.on("reader", article=article_id, statement=statement_id)
    st.switch_page("pages/reader.py", query_params=links.params(there))
