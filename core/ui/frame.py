"""What every page has: its place in the link, the sidebar, the heading, and what is wrong with either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from html import escape

import streamlit as st

from core.links import View
from core.store import StoreError
from core.ui import address, door, sidebar, style
from core.ui.show import plain

#: Drawn here, since streamlit would fetch an icon of its own from another host.
ICON = str(style.FONTS.parent / "ui" / "icon.png")

NOTHING: Mapping[str, str | None] = {}


def start(page: str, own: Mapping[str, str | None] = NOTHING) -> View:
    """Draw the frame of `page` and say what is to be shown. `own`: its own parameters in the link, and what is usual.

    Stops the page, saying what is wrong and what would be right, where no index can be opened.
    """
    st.set_page_config(page_title="تصريح · Tasrih", page_icon=ICON, layout="wide")
    asked = address.seed(page, own)
    view = address.current(page, own)
    st.html(f"<style>{style.fonts()}</style>")
    st.html(f"<style>{style.sheet(view.rtl)}</style>")
    try:
        with st.spinner(view.say("index.building")) if door.must_build() else nullcontext():
            door.store()
        offered = sidebar.offered(view)
    except StoreError as error:
        sidebar.navigation(view)
        _no_index(view, error)
    unknown = sidebar.settle(offered)
    view = address.current(page, own)
    address.write(view)
    sidebar.navigation(view)
    sidebar.filters(view, offered)
    _heading(view)
    _complain(view, asked, unknown)
    return view


def _heading(view: View) -> None:
    st.title(view.say(f"page.{view.page}"), anchor=False)
    st.html(f'<div class="ask">{escape(view.say(f"ask.{view.page}"))}</div>')


def _complain(view: View, asked: View, unknown: Iterable[str]) -> None:
    """Say what of the link could not be followed, rather than show something else in silence."""
    if asked.unread:
        st.warning(view.say("filter.badly_written", what=plain(view.say.listed(asked.unread))))
    if unknown := list(unknown):
        st.warning(view.say("filter.unknown", what=plain(view.say.listed(unknown))))
    filters = view.filters
    if filters.date_from and filters.date_to and filters.date_from > filters.date_to:
        st.warning(view.say("filter.backwards"))


def _no_index(view: View, error: StoreError) -> None:
    """The page that stands where there is no index, and nothing after it."""
    say = view.say
    there = (door.location() / "index.json").exists()
    st.title(say("index.broken" if there else "index.missing"), anchor=False)
    st.html(
        f'<div class="problem"><p>{escape(say("index.where"))}: <code>{escape(str(door.location()))}</code></p>'
        f"<p>{escape(say('index.why'))}: <code>{escape(str(error))}</code></p>"
        f"<p>{escape(say('index.right'))}</p><pre><code>python -m core index SOURCE --out INDEX\n"
        "TASRIH_INDEX=INDEX streamlit run app.py</code></pre></div>"
    )
    st.stop()
