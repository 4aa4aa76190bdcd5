"""The side of every page: the desk's name, the pages, the filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from core import links, listing, queries
from core.filters import NOBODY, Filters, Rollup
from core.links import DIGITS, EARLIEST, LATEST, MANY, View
from core.model import Act, Mode
from core.ui import door
from core.ui.show import unique
from core.wording import LANGUAGES

#: The pages in their order, and their icons (Material Symbols, drawn from streamlit's own font).
PAGES = {
    "overview": ":material/dashboard:",
    "timeline": ":material/timeline:",
    "speakers": ":material/record_voice_over:",
    "statements": ":material/format_quote:",
    "actors": ":material/groups:",
    "reader": ":material/article:",
    "words": ":material/cloud:",
    "data": ":material/table:",
}

#: A filter offers so many values, the most frequent ones.
MOST_OFFERED = 500

#: The filters whose values an index holds, and of which facets; what is said how is known without one.
_FACETS = {
    "actors": ("actors",),
    "speakers": ("speakers",),
    "topics": ("topics",),
    "outlets": ("outlets",),
    "also": ("actors", "topics"),
}

#: The languages as they call themselves.
_NAMES = {"ar": "عربي", "en": "English"}

#: By filter, what it can be set to: id to label.
Offered = dict[str, dict[str, str]]


def offered(view: View) -> Offered:
    """What each filter can be set to, most frequent first: id to label.

    An archive knows more actors than a list can hold: those that a link asks for are offered however rare they are.
    """
    say = view.say
    everything = Filters(rollup=view.filters.rollup)
    topics = door.topic_names(view)

    def label(row: Any) -> str:
        if row.facet == "outlets":
            return say.outlet(row.id)
        return topics.get(row.id, row.id) if row.facet == "topics" else say.name(row.label, row.label_en)

    usual = door.rows(queries.facets, everything, limit=MOST_OFFERED)
    offered: Offered = {}
    for name, facets in _FACETS.items():
        offered[name] = {row.id: label(row) for row in usual if row.facet in facets}
        rare = tuple(v for v in getattr(view.filters, name) if v not in offered[name] and v != NOBODY)
        if rare:
            asked: dict[str, Any] = {name: rare}
            found = door.rows(queries.facets, replace(everything, **asked))
            offered[name] |= {row.id: label(row) for row in found if row.facet in facets and row.id in rare}
    offered["speakers"][NOBODY] = say("unnamed")
    offered["outlets"][NOBODY] = say("no_outlet")
    offered = {name: unique(options) for name, options in offered.items()}
    offered["acts"] = {act.value: say(f"act.{act.value}") for act in Act}
    offered["modes"] = {mode.value: say(f"mode.{mode.value}") for mode in Mode}
    return offered


def settle(offered: Offered) -> list[str]:
    """Let go of what a filter asks for and the index does not hold; name it."""
    unknown = []
    for name in MANY:
        given = st.session_state[name]
        kept = [value for value in given if value in offered[name]]
        if kept != given:
            unknown += [f"{name}={value}" for value in given if value not in offered[name]]
            st.session_state[name] = kept
    return unknown


def navigation(view: View) -> None:
    """The desk's name and its pages, each link with the filters in force."""
    say = view.say
    with st.sidebar:
        st.html(f'<div class="desk-name"><b>{escape(say("desk"))}</b><span>{escape(say("tagline"))}</span></div>')
        st.segmented_control(
            say("filter.lang"),
            LANGUAGES,
            key="lang",
            format_func=_NAMES.__getitem__,
            required=True,
            label_visibility="collapsed",
        )
        for page, icon in PAGES.items():
            _page_link(view.on(page), icon)


def _page_link(view: View, icon: str) -> None:
    name = view.say(f"page.{view.page}")
    try:
        st.page_link(f"pages/{view.page}.py", label=name, icon=icon, query_params=links.params(view))
    except StreamlitPageNotFoundError:  # the page runs alone, as a script of its own: a plain link does
        st.html(f'<div class="desk">{listing.anchor(view.href, name)}</div>')


def filters(view: View, offered: Offered) -> None:
    """The filters, the same on every page."""
    say = view.say
    with st.sidebar:
        st.text_input(say("filter.text"), key="text", placeholder=say("filter.text.hint"), help=say("filter.text.help"))
        for key in ("from", "to"):
            st.date_input(say(f"filter.{key}"), key=key, format="YYYY-MM-DD", min_value=EARLIEST, max_value=LATEST)
        st.toggle(
            say("filter.undated"), key="undated", help=say("filter.undated.help"), disabled=not view.filters.dated
        )
        for name in ("actors", "speakers", "topics", "outlets"):
            _choice(view, name, offered[name])
        more = ("also", "acts", "modes")
        with st.expander(say("filter.more"), expanded=any(getattr(view.filters, name) for name in more)):
            for name in more:
                _choice(view, name, offered[name])
        st.segmented_control(
            say("filter.rollup"),
            [option.value for option in Rollup],
            key="rollup",
            format_func=lambda option: say(f"rollup.{option}"),
            required=True,
            help=say("filter.rollup.help"),
        )
        st.toggle(say("filter.hide_duplicates"), key="hide", help=say("filter.hide_duplicates.help"))
        if view.filters != Filters():
            st.button(say("filter.clear"), on_click=_clear, icon=":material/filter_alt_off:", width="stretch")
        st.segmented_control(
            say("filter.digits"), DIGITS, key="digits", format_func=lambda d: say(f"digits.{d}"), required=True
        )


def _choice(view: View, name: str, options: Mapping[str, str]) -> None:
    st.multiselect(
        view.say(f"filter.{name}"),
        list(options),
        key=name,
        format_func=lambda option: options.get(option, option),
        placeholder=view.say("filter.any"),
        select_all=False,
        filter_mode="contains",
    )


def _clear() -> None:
    """Back to everything; the language and the digits stay."""
    st.session_state.update(dict.fromkeys(("from", "to")) | {name: [] for name in MANY})
    st.session_state.update({"text": "", "undated": False, "hide": False, "rollup": Rollup.SELF.value})
