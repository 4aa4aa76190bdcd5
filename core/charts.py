"""Frames in, figures out. plotly is imported when a figure is drawn, not before.

A chart carries its answer in its title, labels its lines directly, starts its bars at zero and sorts them by value. Its
figure is laid out from left to right whatever the language, so every text in it is isolated: otherwise a browser
reorders Arabic mixed with digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from core.arabic import has_arabic
from core.palette import ACCENT, GREY, MODES, colour
from core.queries import Unit
from core.wording import Wording

if TYPE_CHECKING:
    import plotly.graph_objects as go

#: First strong isolate would guess; what we draw is Arabic or reads well beside it.
_RTL, _LTR, _END = "\u2067", "\u2066", "\u2069"
_GRID = "rgba(128,128,128,.22)"
_FAINT = "rgba(128,128,128,.55)"
ROW = 26  # pixels a horizontal bar takes


def isolate(text: object, *, rtl: bool = True) -> str:
    """The text between the marks that keep its order to itself, one pair a line; markup of plotly's is taken out.

    >>> isolate("أ") == "\\u2067أ\\u2069"
    True
    """
    opening = _RTL if rtl else _LTR
    safe = str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "<br>".join(f"{opening}{line}{_END}" for line in safe.split("\n"))


def shortened(text: str, length: int = 34) -> str:
    """The text, cut at a word with an ellipsis where it is longer than `length`.

    >>> shortened("وزارة الخارجية الروسية", 16)
    'وزارة الخارجية…'
    """
    if len(text) <= length:
        return text
    return text[: length + 1].rsplit(" ", 1)[0].rstrip() + "…" if " " in text[:length] else text[:length] + "…"


def label(text: str, length: int = 34) -> str:
    """A name or a headline, shortened and isolated in the direction of its own words: one that holds Arabic and is cut
    has its ellipsis on the left in an English chart too.

    >>> label("وزارة الخارجية الروسية", 16) == isolate("وزارة الخارجية…")
    True
    """
    return isolate(shortened(text, length), rtl=has_arabic(text))


def stacked(
    labels: Sequence[str],
    ids: Sequence[str | None],
    parts: dict[str, Sequence[int]],
    names: dict[str, str],
    *,
    title: str,
    say: Wording,
    totals: Sequence[str],
) -> go.Figure:
    """Horizontal bars of one part after another (modes), the whole labelled; sorted by the whole."""
    import plotly.graph_objects as go

    rtl = say.rtl
    whole = [sum(parts[part][i] for part in parts) for i in range(len(labels))]
    order = sorted(range(len(labels)), key=lambda i: (whole[i], -i))  # plotly draws upwards; equals as they came
    traces = [
        go.Bar(
            x=[parts[part][i] for i in order],
            y=[str(i) for i in order],
            name=isolate(names[part], rtl=rtl),
            orientation="h",
            marker={"color": MODES.get(part, GREY)},
            customdata=[[ids[i], part] for i in order],
            hovertemplate=[
                f"{isolate(f'{labels[i]} · {names[part]}', rtl=rtl)}<br>{say.show(parts[part][i])}<extra></extra>"
                for i in order
            ],
        )
        for part in parts
    ]
    figure = _figure(traces, title, rtl=rtl, height=len(labels) * ROW + 100)
    figure.update_layout(barmode="stack", bargap=0.28, showlegend=True, margin={"t": 78})
    figure.update_layout(
        legend={
            "orientation": "h",
            "y": 1.0,
            "yanchor": "bottom",
            "x": 1 if rtl else 0,
            "xanchor": "right" if rtl else "left",
            "traceorder": "normal",
        }
    )
    top = max(whole, default=1)
    figure.update_xaxes(visible=False, range=[top * 1.12, 0] if rtl else [0, top * 1.12])
    _rows_axis(figure, labels, rtl=rtl)
    figure.update_yaxes(categoryorder="array", categoryarray=[str(i) for i in order])
    for position, i in enumerate(order):
        figure.add_annotation(
            x=whole[i],
            y=position,
            text=totals[i],
            showarrow=False,
            xanchor="right" if rtl else "left",
            xshift=-6 if rtl else 6,
        )
    return figure


def columns(
    starts: Sequence[date],
    values: Sequence[int],
    texts: Sequence[str],
    *,
    title: str,
    say: Wording,
    unit: Unit,
) -> go.Figure:
    """Columns over time, from zero: one for each period that begins at `starts`; time runs left to right."""
    import plotly.graph_objects as go

    rtl = say.rtl
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}[unit]
    trace = go.Bar(
        x=[datetime.combine(start, time()) + timedelta(days / 2) for start in starts],
        y=list(values),
        width=[days * 86_400_000 * 0.86] * len(starts),
        marker={"color": ACCENT},
        customdata=[[start.isoformat()] for start in starts],
        hovertemplate=[f"{isolate(text, rtl=rtl)}<extra></extra>" for text in texts],
    )
    figure = _figure([trace], title, rtl=rtl, height=300)
    most = max(values, default=1)
    marks = list(range(0, most + 1, rounded(most / 5)))
    figure.update_yaxes(range=[0, most * 1.08], gridcolor=_GRID, side="left")
    figure.update_yaxes(tickvals=marks, ticktext=[isolate(say.show(mark), rtl=False) for mark in marks])
    _time_axis(figure, min(starts), max(starts) + timedelta(days), say, least=14 * days)
    return figure


def intervals(
    labels: Sequence[str],
    spans: Sequence[tuple[date | None, date | None]],
    ids: Sequence[str],
    hovers: Sequence[str],
    *,
    title: str,
    say: Wording,
) -> go.Figure:
    """A line for each thing between the days it can lie on; a certain day is a dot, an open end an arrow."""
    import plotly.graph_objects as go

    rtl = say.rtl
    known = [day for span in spans for day in span if day]
    first, last = (min(known), max(known)) if known else (date(2000, 1, 1), date(2000, 12, 31))  # no end is known
    margin = max((last - first) // 12, timedelta(20))
    traces = []
    for row, ((start, end), label_id, hover) in enumerate(zip(spans, ids, hovers, strict=True)):
        left, right = start or first - margin, end or last + margin
        marks = ["circle", "circle"] if left != right else ["circle"]
        if start is None:
            marks[0] = "arrow-left"
        if end is None:
            marks[-1] = "arrow-right"
        traces.append(
            go.Scatter(
                x=[left, right] if left != right else [left],
                y=[str(row)] * len(marks),
                mode="lines+markers",
                line={"color": ACCENT, "width": 4},
                marker={"symbol": marks, "size": 9, "color": ACCENT},
                customdata=[[label_id]] * len(marks),
                hovertemplate=f"{isolate(hover, rtl=rtl)}<extra></extra>",
            )
        )
    figure = _figure(traces, title, rtl=rtl, height=len(labels) * ROW + 100)
    _rows_axis(figure, labels, rtl=rtl, length=40)
    figure.update_yaxes(autorange="reversed")
    _time_axis(figure, first - margin, last + margin, say, least=60)
    return figure


def network(
    nodes: Sequence[tuple[str, str, int]],
    edges: Sequence[tuple[str, str, int]],
    *,
    title: str,
    say: Wording,
) -> go.Figure:
    """Who shares articles with whom: `nodes` of (id, label, articles) on a ring, and weighted `edges` between them."""
    import math

    import plotly.graph_objects as go

    rtl = say.rtl
    place = {
        node_id: (math.cos(2 * math.pi * i / len(nodes)), math.sin(2 * math.pi * i / len(nodes)))
        for i, (node_id, _, _) in enumerate(nodes)
    }
    heaviest = max((weight for _, _, weight in edges), default=1)
    traces: list[Any] = [
        go.Scatter(
            x=[place[a][0], place[b][0]],
            y=[place[a][1], place[b][1]],
            mode="lines",
            line={"width": 1 + 7 * weight / heaviest, "color": _FAINT},
            opacity=0.25 + 0.6 * weight / heaviest,
            hoverinfo="skip",
        )
        for a, b, weight in edges
    ]
    most = max((weight for _, _, weight in nodes), default=1)
    traces.append(
        go.Scatter(
            x=[place[node_id][0] for node_id, _, _ in nodes],
            y=[place[node_id][1] for node_id, _, _ in nodes],
            mode="markers+text",
            opacity=1,
            marker={
                "opacity": 1,
                "line": {"width": 0},
                "size": [12 + 22 * math.sqrt(weight / most) for _, _, weight in nodes],
                "color": [colour(node_id) for node_id, _, _ in nodes],
            },
            text=[label(name, 22) for _, name, _ in nodes],
            textposition=[_outward(*place[node_id]) for node_id, _, _ in nodes],
            customdata=[[node_id] for node_id, _, _ in nodes],
            hovertemplate=[
                f"{isolate(name, rtl=rtl)}<br>{say.show(weight)}<extra></extra>" for _, name, weight in nodes
            ],
            cliponaxis=False,
        )
    )
    figure = _figure(traces, title, rtl=rtl, height=520)
    figure.update_xaxes(visible=False, range=[-1.7, 1.7])
    figure.update_yaxes(visible=False, range=[-1.25, 1.25])
    return figure


def _outward(x: float, y: float) -> str:
    """Where a label on a ring stands so that it points away from the middle."""
    if abs(x) < 0.35:
        return "top center" if y > 0 else "bottom center"
    return "middle right" if x > 0 else "middle left"


def _time_axis(figure: go.Figure, first: date, last: date, say: Wording, least: int) -> None:
    """Days as numbers, since plotly has no Arabic month names; at least `least` days wide, however little happened."""
    room = max((timedelta(least) - (last - first)) / 2, (last - first) / 40)
    begin, end = datetime.combine(first, time()) - room, datetime.combine(last, time()) + room
    marks, written = ticks(begin.date() + timedelta(1), end.date())
    figure.update_xaxes(
        range=[begin, end],
        type="date",
        gridcolor=_GRID,
        tickvals=marks,
        ticktext=[isolate(say.figures(mark.isoformat()[:written]), rtl=False) for mark in marks],
        hoverformat="%Y-%m-%d",
    )


#: Steps of a time axis, the finest first: days, months, years between two marks.
_DAYS, _MONTHS, _YEARS = (1, 2, 7, 14), (1, 2, 3, 6), (1, 2, 5, 10, 20, 50)


def ticks(first: date, last: date, most: int = 7) -> tuple[list[date], int]:
    """The marks of a time axis, at most `most`: days of which as many letters of ISO are written as change.

    >>> ticks(date(2024, 1, 15), date(2024, 5, 2))
    ([datetime.date(2024, 2, 1), datetime.date(2024, 3, 1), datetime.date(2024, 4, 1), datetime.date(2024, 5, 1)], 7)
    """
    for step in _DAYS:
        if (last - first).days < most * step:
            return [first + timedelta(days) for days in range(0, (last - first).days + 1, step)], 10
    months = [date(n // 12, n % 12 + 1, 1) for n in range(_month(first), _month(last) + 1)]
    months = [month for month in months if month >= first]
    for step in _MONTHS:
        if len(kept := [month for month in months if (month.month - 1) % step == 0]) <= most:
            return kept, 7
    years = [month for month in months if month.month == 1]
    for step in _YEARS:
        if len(kept := [year for year in years if year.year % step == 0]) <= most:
            return kept, 4
    return years[:: -(-len(years) // most)], 4


def _month(day: date) -> int:
    """The months up to that of `day`."""
    return day.year * 12 + day.month - 1


def rounded(step: float) -> int:
    """The round number at or above a step: 1, 2, 5, 10, 20, 50, …

    >>> rounded(0.4), rounded(3), rounded(180)
    (1, 5, 200)
    """
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power >= step:
                return factor * power
        power *= 10


def _figure(traces: Sequence[Any], title: str, *, rtl: bool, height: int) -> go.Figure:
    """The traces under their answer, with nothing that does not say something."""
    import plotly.graph_objects as go

    figure = go.Figure(data=list(traces))
    figure.update_layout(
        title={
            "text": isolate(title, rtl=rtl),
            "x": 1 if rtl else 0,
            "xanchor": "right" if rtl else "left",
            "xref": "container",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 10},
            "font": {"size": 16},
        },
        height=height,
        showlegend=False,
        margin={"l": 8, "r": 8, "t": 56, "b": 28},
        hoverlabel={"align": "right" if rtl else "left"},
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    return figure


def bubbles(
    labels: Sequence[str],
    ids: Sequence[str],
    points: Sequence[tuple[str, date, int, str]],
    *,
    title: str,
    say: Wording,
) -> go.Figure:
    """A line for each of `labels`, on it a dot for each (id, day, number, hover text), its area as the number."""
    import plotly.graph_objects as go

    rtl = say.rtl
    row = {actor_id: str(number) for number, actor_id in enumerate(ids)}
    most = max((number for _, _, number, _ in points), default=1)
    trace = go.Scatter(
        x=[day for _, day, _, _ in points],
        y=[row[actor_id] for actor_id, _, _, _ in points],
        mode="markers",
        marker={
            "size": [7 + 17 * (number / most) ** 0.5 for _, _, number, _ in points],
            "color": [colour(actor_id) for actor_id, _, _, _ in points],
            "opacity": 0.85,
        },
        customdata=[[actor_id, day.isoformat()] for actor_id, day, _, _ in points],
        hovertemplate=[f"{isolate(text, rtl=rtl)}<extra></extra>" for _, _, _, text in points],
        cliponaxis=False,
    )
    figure = _figure([trace], title, rtl=rtl, height=len(labels) * (ROW + 6) + 110)
    _rows_axis(figure, labels, rtl=rtl)
    figure.update_yaxes(autorange="reversed", gridcolor=_GRID, showgrid=True)
    figure.update_yaxes(categoryorder="array", categoryarray=[str(n) for n in range(len(labels))])
    days = [day for _, day, _, _ in points]
    _time_axis(figure, min(days), max(days), say, least=180)
    return figure


def _rows_axis(figure: go.Figure, labels: Sequence[str], *, rtl: bool, length: int = 34) -> None:
    """Names beside the rows "0", "1", …, on the side that reading begins."""
    figure.update_yaxes(
        tickvals=[str(row) for row in range(len(labels))],
        ticktext=[label(text, length) for text in labels],
        side="right" if rtl else "left",
        ticklabelstandoff=6,
        showgrid=False,
        automargin=True,
        type="category",
    )
