"""What every page has: its place in the link, the sidebar with the filters, the heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from html import escape
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from core import links, listing, queries
from core.arabic import bare
from core.filters import Filters, Rollup
from core.links import DIGITS, View
from core.model import Act, Mode
from core.queries import Unit
from core.store import StoreError
from core.ui import door, style
from core.ui.show import nothing_matches
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

#: Drawn here, since streamlit would fetch an icon of its own from another host.
ICON = str(style.FONTS.parent / "ui" / "icon.png")

#: streamlit offers ten years either side of today unless told.
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)

#: A filter offers so many values, the most frequent ones.
MOST_OFFERED = 500

#: So many can be chosen from a list; the rest are found by searching.
_MOST_OPTIONS = 1000

NOTHING: Mapping[str, str | None] = {}

#: The languages as they call themselves.
_NAMES = {"ar": "عربي", "en": "English"}
_MANY = ("actors", "speakers", "topics", "outlets", "acts", "modes")


def start(page: str, own: Mapping[str, str | None] = NOTHING) -> View:
    """Draw the frame of `page` and say what is to be shown. `own`: its own parameters in the link, and what is usual.

    Stops the page, saying what is wrong and what would be right, where no index can be opened.
    """
    st.set_page_config(page_title="تصريح · Tasrih", page_icon=ICON, layout="wide")
    asked = _seed(page, own)
    view = _current(page, own)
    st.html(f"<style>{style.fonts()}</style>")
    st.html(f"<style>{style.sheet(view.rtl)}</style>")
    try:
        with st.spinner(view.say("index.building")) if door.must_build() else nullcontext():
            door.store()
        offered = _offered(view)
    except StoreError as error:
        _navigation(view)
        _no_index(view, error)
    unknown = _settle(offered)
    view = _current(page, own)
    _write_link(view)
    _navigation(view)
    _filters(view, offered)
    _heading(view)
    _complain(view, asked, unknown)
    return view


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
            st.warning(say("reader.not_here", id=_plain(asked)))
            asked = None
        else:
            st.caption(say("reader.chosen_out"))
            named = {asked: whole.article["title"] or asked} | named
    if not named:
        nothing_matches(view)
    if not asked:
        st.session_state["article"] = asked = next(iter(named))
        _write_link(view.on("reader", article=asked))
    options = list(named)
    st.selectbox(
        say("reader.choose"), options, key="article", format_func=lambda option: named[option], on_change=_another
    )
    return str(asked)


def choose_actors(view: View, listed: Sequence[Any]) -> list[str]:
    """One actor, or two to compare, among those that pass; found by name in either language."""
    say = view.say
    sought = st.session_state.get("find") or ""
    names = _unique({row.actor_id: say.name(row.actor, row.actor_en) for row in listed})
    meets = [row.actor_id for row in listed if bare(sought) in bare(f"{row.actor} {row.actor_en or ''}").lower()]
    for key in ("actor", "versus"):
        if (asked := st.session_state.get(key)) and asked not in names:
            st.warning(say("actors.gone", id=_plain(asked)))
            st.session_state[key] = None
    left, middle, right = st.columns(3)
    with left:
        st.text_input(say("find"), key="find")
    if sought and not meets:
        st.info(say("actors.not_found", text=_plain(sought)))
    options = meets or list(names)
    if st.session_state.get("actor") not in options:
        st.session_state["actor"] = options[0]
        _write_link(view.on("actors", **{key: st.session_state.get(key) for key in ("find", "actor", "versus")}))
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


def _unique(names: Mapping[str, str]) -> dict[str, str]:
    """The same names, told apart by their ids where two are the same: streamlit tells options apart by name."""
    times = Counter(names.values())
    return {key: f"{name} ({key})" if times[name] > 1 else name for key, name in names.items()}


def _article_name(row: Any, view: View) -> str:
    say = view.say
    days = say.period(row.published_from, row.published_to)
    return f"{row.title or say('no_title')} — {row.outlet or say('no_outlet')} · {days} [{row.article_id[:6]}]"


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


def fitting_unit(view: View) -> Unit:
    """The step that divides what passes into a readable number of columns."""
    whole = door.rows(queries.overview, view.filters)[0]
    days = (whole.last - whole.first).days if whole.first else 0
    return next(unit for unit, most in _MOST_DAYS.items() if days <= most)


#: Up to how many days a timeline is drawn in each step.
_MOST_DAYS = {Unit.DAY: 45, Unit.WEEK: 200, Unit.MONTH: 4000, Unit.YEAR: 10**9}


def step_end(start: date, unit: Unit) -> date:
    """The last day of the step that begins at `start`."""
    if unit is Unit.MONTH:
        return (start + timedelta(31)).replace(day=1) - timedelta(1)
    if unit is Unit.YEAR:
        return start.replace(month=12, day=31)
    return start + timedelta(6 if unit is Unit.WEEK else 0)


def step_name(view: View, start: date, unit: Unit) -> str:
    """A step as the interface writes it: 2024, 2024-03, a day, or a week's first and last."""
    if unit is Unit.WEEK:
        return view.say.period(start, step_end(start, unit))
    return view.say.day(start.isoformat()[: {Unit.YEAR: 4, Unit.MONTH: 7}.get(unit, 10)])


def _another() -> None:
    """Another article was chosen: the statement that the link named is not in it."""
    st.session_state["statement"] = None


def _seed(page: str, own: Mapping[str, str | None]) -> View:
    """Fill the widgets from the link where the link says something new: first visit, another page, back and forth."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    asked = links.view(page, query, own)
    shared = links.params(asked)
    if st.session_state.get("_seen") != (page, shared):
        filters = asked.filters
        st.session_state.update(
            {name: list(getattr(filters, name)) for name in _MANY}
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


def _current(page: str, own: Mapping[str, str | None]) -> View:
    """What the widgets say now."""
    state = st.session_state
    filters = Filters(
        date_from=state["from"],
        date_to=state["to"],
        undated=state["undated"],
        text=state["text"].strip() or None,
        rollup=Rollup(state["rollup"] or Rollup.SELF),
        hide_duplicates=state["hide"],
        **{name: tuple(state[name]) for name in _MANY},
    )
    kept = tuple((name, str(state[name])) for name, usual in own.items() if state.get(name) not in (None, usual))
    return View(page, filters, state["lang"] or LANGUAGES[0], state["digits"] or DIGITS[0], kept)


def _write_link(view: View) -> None:
    """Make the page's address say what the page shows."""
    wanted = links.params(view)
    st.session_state["_seen"] = (view.page, wanted)
    if {name: st.query_params.get_all(name) for name in st.query_params} != {
        name: value if isinstance(value, list) else [value] for name, value in wanted.items()
    }:
        st.query_params.from_dict(wanted)


Offered = dict[str, dict[str, str]]


def _offered(view: View) -> Offered:
    """What each filter can be set to, most frequent first: id to label.

    An archive knows more actors than a list can hold: those that a link asks for are offered however rare they are.
    """
    everything = Filters(rollup=view.filters.rollup)
    offered: Offered = {name: {} for name in _MANY}
    for row in door.rows(queries.facets, everything, limit=MOST_OFFERED):
        offered[row.facet][row.id] = view.say.name(row.label, row.label_en)
    for name in _MANY:
        rare = tuple(value for value in getattr(view.filters, name) if value not in offered[name])
        if rare:
            asked: dict[str, Any] = {name: rare}
            for row in door.rows(queries.facets, replace(everything, **asked)):
                if row.facet == name and row.id in rare:
                    offered[name][row.id] = view.say.name(row.label, row.label_en)
    offered = {name: _unique(options) for name, options in offered.items()}
    names = door.topic_names(view)
    offered["topics"] = {topic: names.get(topic, topic) for topic in offered["topics"]}
    offered["acts"] = {act.value: view.say(f"act.{act.value}") for act in Act}
    offered["modes"] = {mode.value: view.say(f"mode.{mode.value}") for mode in Mode}
    return offered


def _settle(offered: Offered) -> list[str]:
    """Let go of what a filter asks for and the index does not hold; name it."""
    unknown = []
    for name in _MANY:
        given = st.session_state[name]
        kept = [value for value in given if value in offered[name]]
        if kept != given:
            unknown += [f"{name}={value}" for value in given if value not in offered[name]]
            st.session_state[name] = kept
    return unknown


def _navigation(view: View) -> None:
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


def _filters(view: View, offered: Offered) -> None:
    """The filters, the same on every page."""
    say = view.say
    with st.sidebar:
        st.text_input(say("filter.text"), key="text", placeholder=say("filter.text.hint"), help=say("filter.text.help"))
        for key in ("from", "to"):
            st.date_input(say(f"filter.{key}"), key=key, format="YYYY-MM-DD", min_value=_EARLIEST, max_value=_LATEST)
        st.toggle(
            say("filter.undated"), key="undated", help=say("filter.undated.help"), disabled=not view.filters.dated
        )
        for name in ("actors", "speakers", "topics", "outlets"):
            _choice(view, name, offered[name])
        with st.expander(say("filter.more"), expanded=bool(view.filters.acts or view.filters.modes)):
            for name in ("acts", "modes"):
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
    st.session_state.update(dict.fromkeys(("from", "to")) | {name: [] for name in _MANY})
    st.session_state.update({"text": "", "undated": False, "hide": False, "rollup": Rollup.SELF.value})


def _heading(view: View) -> None:
    st.title(view.say(f"page.{view.page}"), anchor=False)
    st.html(f'<div class="ask">{escape(view.say(f"ask.{view.page}"))}</div>')


def _complain(view: View, asked: View, unknown: Iterable[str]) -> None:
    """Say what of the link could not be followed, rather than show something else in silence."""
    if asked.unread:
        st.warning(view.say("filter.badly_written", what=_plain("، ".join(asked.unread))))
    if unknown := list(unknown):
        st.warning(view.say("filter.unknown", what=_plain("، ".join(unknown))))
    filters = view.filters
    if filters.date_from and filters.date_to and filters.date_from > filters.date_to:
        st.warning(view.say("filter.backwards"))


def _plain(text: str) -> str:
    """Text that streamlit's Markdown leaves alone."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!|<>$:~" else c for c in text)


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
