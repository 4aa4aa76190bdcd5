"""How pages put things on the screen: headings, HTML, charts, tables, files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from core import listing
from core.links import View, slug
from core.ui import door

if TYPE_CHECKING:
    import pandas as pd

#: Pixels of columns that would take too much or too little.
_WIDTHS = {"speaker": 150, "act": 80, "mode": 90, "text": 390, "said": 180, "outlet": 90, "resolved_by": 150}

#: So many columns stand side by side without scrolling.
_FITTING = 8

#: What a page of a list holds.
PAGE = 25


def heading(text: str, place: str = "") -> None:
    """A heading within a page; `place` is the id that links point to."""
    st.html(f'<h2 id="{escape(place)}">{escape(text)}</h2>' if place else f"<h2>{escape(text)}</h2>")


def skip(text: str, place: str) -> None:
    """A link past what stands before `place`, seen by whoever goes by the keyboard."""
    html(f'<a class="skip" href="#{escape(place)}">{escape(text)}</a>')


def note(text: str, there: View | None = None) -> None:
    """What a figure stands on, in small print; `there` is where what it counts is shown."""
    html(f'<div class="note">{listing.anchor(there.href, text) if there else escape(text)}</div>')


def answer(text: str) -> None:
    """What a page has to say in one line, above everything that shows it."""
    st.html(f'<div class="answer">{escape(text)}</div>')


def html(body: str) -> None:
    """HTML that core.listing or core.reader made: everything that came from an article is escaped in it."""
    st.html(f'<div class="desk">{body}</div>')


def stop() -> None:
    """The page ends here."""
    st.stop()


def nothing_matches(view: View) -> None:
    """Say that the filters let nothing through, and end the page there."""
    st.info(f"{view.say('nothing')} {view.say('nothing.try')}")
    st.stop()


def columns(*widths: float) -> list[Any]:
    """Columns side by side, from the reading side on."""
    return list(st.columns(list(widths), gap="large", vertical_alignment="top"))


def chart(figure: Any, key: str, select: Callable[[list[Any]], None] | None = None) -> list[Any]:
    """A plotly figure; the `customdata` of the points clicked. `select` is called with them before the page runs."""
    config = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}

    def clicked() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points and select:
            select([point["customdata"] for point in points])

    picked = st.plotly_chart(figure, key=key, config=config, on_select=clicked, selection_mode="points")
    return [point["customdata"] for point in picked["selection"]["points"]]


def download(view: View, name: str, question: Callable[..., pd.DataFrame], *args: Any) -> None:
    """A button that gives the whole answer to `question` as one CSV file; asked only when it is clicked."""
    opened = door.store()

    def content() -> bytes:
        from core.export import csv_bytes

        return csv_bytes(question(opened, *args))

    st.download_button(
        view.say("csv"),
        data=content,
        file_name="-".join(part for part in ("tasrih", name, slug(view)) if part) + ".csv",
        mime="text/csv",
        key=f"csv-{name}",
        help=view.say("csv.help"),
        icon=":material/download:",
        on_click="ignore",
    )


def grid(view: View, frame: pd.DataFrame, names: Mapping[str, str], key: str, *, pick: bool = True) -> int | None:
    """A table to sort; where rows can be picked, the number of the one that was.

    A grid knows no right to left and opens at its left end: only where it fits the page are its columns turned round.
    """
    order = [name for name in names if name in frame]
    turned = view.rtl and len(order) <= _FITTING
    picked: Any = st.dataframe(
        frame,
        key=key,
        hide_index=True,
        column_order=order[::-1] if turned else order,
        column_config={name: _column(frame[name], label) for name, label in names.items() if name in frame},
        on_select="rerun" if pick else "ignore",
        selection_mode="single-row",
        placeholder="",
        height=min(560, 38 + 35 * max(1, len(frame))),
    )
    if not pick:
        return None
    rows = picked["selection"]["rows"]
    return int(rows[0]) if rows else None


def _column(values: pd.Series, label: str) -> Any:
    """How a column is shown: a day without its hour."""
    if values.dtype.kind == "M":
        return st.column_config.DateColumn(label, format="YYYY-MM-DD")
    return st.column_config.Column(label, width=_WIDTHS.get(str(values.name)))


def paged(view: View, total: int, key: str, size: int = PAGE) -> tuple[int, int]:
    """Which rows of `total` to show: (offset, how many). Draws the numbers of the pages where there are several."""
    pages = max(1, -(-total // size))
    number = st.session_state.get(key) or 1
    if number > pages:
        number = 1
    if pages > 1:
        st.session_state[key] = number
        st.segmented_control(
            view.say("page"),
            near(number, pages),
            key=key,
            format_func=view.say.show,
            required=True,
            label_visibility="collapsed",
        )
    first = (number - 1) * size
    note(view.say("page_of", first=min(first + 1, total), last=min(first + size, total), n=total))
    return first, size


def near(number: int, pages: int) -> list[int]:
    """The pages to go on to from page `number`: the first, the last, and those about it.

    >>> near(1, 90), near(40, 90)
    ([1, 2, 3, 4, 90], [1, 37, 38, 39, 40, 41, 42, 43, 90])
    """
    return sorted({1, pages, *range(max(1, number - 3), min(pages, number + 3) + 1)})


def plain(text: str) -> str:
    """Text that streamlit's Markdown leaves alone."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!|<>$:~" else c for c in text)


def unique(names: Mapping[str, str]) -> dict[str, str]:
    """The same names, told apart by their ids where two are the same: streamlit tells options apart by name."""
    times = Counter(names.values())
    return {key: f"{name} ({key})" if times[name] > 1 else name for key, name in names.items()}
