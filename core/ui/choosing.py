"""What a page lets its reader choose above its figures: a measure, an article, one actor or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from core import queries
from core.arabic import bare
from core.links import View
from core.ui import address, door
from core.ui.show import nothing_matches, plain, unique

#: So many can be chosen from a list; the rest are found by searching.
_MOST_OPTIONS = 1000


def own_select(view: View, key: str, options: Sequence[str], usual: str | None = None) -> str:
    """A choice of the page's own, standing in its link as `key`; texts are those of `key` and `key.option`."""
    if st.session_state.get(key) not in options:
        st.session_state[key] = usual or options[0]
    chosen = st.segmented_control(
        view.say(key), options, key=key, format_func=lambda option: view.say(f"{key}.{option}"), required=True
    )
    return str(chosen or options[0])


def choose_article(view: View) -> str:
    """The article of the reader: a choice among those that pass the filters, and the one that the link names."""
    say = view.say
    listed = door.rows(queries.articles, view.filters)
    asked = st.session_state.get("article")
    named = {row.article_id: _article_name(row, view) for row in listed}
    if asked and asked not in named:
        whole = door.ask(queries.article, asked)
        if whole is None:
            st.warning(say("reader.not_here", id=plain(asked)))
            asked = None
        else:
            st.caption(say("reader.chosen_out"))
            named = {asked: whole.article["title"] or asked} | named
    if not named:
        nothing_matches(view)
    if not asked:
        st.session_state["article"] = asked = next(iter(named))
        address.write(view.on("reader", article=asked))
    options = list(named)
    st.selectbox(
        say("reader.choose"), options, key="article", format_func=lambda option: named[option], on_change=_another
    )
    return str(asked)


def choose_actors(view: View, listed: Sequence[Any]) -> list[str]:
    """One actor, or two to compare, among those that pass; found by name in either language and in any spelling."""
    say = view.say
    sought = st.session_state.get("find") or ""
    names = unique({row.actor_id: say.name(row.actor, row.actor_en) for row in listed})
    meets = _meeting(bare(sought).lower(), listed) if sought else []
    for key in ("actor", "versus"):
        if (asked := st.session_state.get(key)) and asked not in names:
            st.warning(say("actors.gone", id=plain(asked)))
            st.session_state[key] = None
    left, middle, right = st.columns(3)
    with left:
        st.text_input(say("find"), key="find")
    if sought and not meets:
        st.info(say("actors.not_found", text=plain(sought)))
    options = meets or list(names)
    if st.session_state.get("actor") not in options:
        st.session_state["actor"] = options[0]
        address.write(view.on("actors", **{key: st.session_state.get(key) for key in ("find", "actor", "versus")}))
    with middle:
        first = st.selectbox(say("actors.choose"), options[:_MOST_OPTIONS], key="actor", format_func=names.__getitem__)
    with right:
        others = [actor_id for actor_id in names if actor_id != first]
        if st.session_state.get("versus") not in others:
            st.session_state["versus"] = None
        second = st.selectbox(
            say("actors.versus"),
            others[:_MOST_OPTIONS],
            key="versus",
            index=None,
            format_func=names.__getitem__,
            placeholder="—",
        )
    return [actor_id for actor_id in (first, second) if actor_id]


def _meeting(sought: str, listed: Sequence[Any]) -> list[str]:
    """The actors with a name that holds what is sought: the one shown, the English one, or another spelling."""
    otherwise = door.called(sought)
    return [
        row.actor_id
        for row in listed
        if row.actor_id in otherwise or sought in bare(f"{row.actor} {row.actor_en or ''}").lower()
    ]


def _article_name(row: Any, view: View) -> str:
    say = view.say
    days = say.period(row.published_from, row.published_to)
    return f"{row.title or say('no_title')} — {say.outlet(row.outlet)} · {days} [{row.article_id[:6]}]"


def _another() -> None:
    """Another article was chosen: the statement that the link named is not in it."""
    st.session_state["statement"] = None
