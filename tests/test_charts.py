"""Charts by their data: sorted, from zero, every text isolated, clicks that say what was clicked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core import charts
from core.palette import colour
from core.queries import Unit

FSI, PDI = "\u2067", "\u2069"


def isolated(text: str) -> bool:
    return all(
        line.startswith((FSI, "\u2066")) and line.endswith(PDI) for line in text.split("<extra>")[0].split("<br>")
    )


def figures(rtl: bool) -> dict[str, Any]:
    names, ids = ["روسيا", "أميركا 2"], ["ru", "us"]
    return {
        "bars": charts.bars(names, [1, 3], ids, title="أ 1", rtl=rtl),
        "stacked": charts.stacked(
            names,
            ids,
            {"direct": [1, 2], "refusal": [0, 1]},
            {"direct": "مباشر", "refusal": "امتناع"},
            title="أ",
            rtl=rtl,
            totals=["1", "3"],
        ),
        "columns": charts.columns(
            [date(2024, 1, 1), date(2024, 2, 1)], [2, 1], ["ي", "ف"], title="أ", rtl=rtl, unit=Unit.MONTH
        ),
        "intervals": charts.intervals(
            names, [(date(2024, 1, 1), date(2024, 2, 1)), (None, None)], ["a1", "a2"], names, title="أ", rtl=rtl
        ),
        "network": charts.network([("ru", "روسيا", 3), ("us", "أميركا", 2)], [("ru", "us", 2)], title="أ", rtl=rtl),
        "bubbles": charts.bubbles(names, ids, [("ru", date(2024, 1, 1), 4, "ي")], title="أ", rtl=rtl),
    }


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("name", ["bars", "stacked", "columns", "intervals", "network", "bubbles"])
def test_every_text_of_a_chart_is_isolated(name: str, rtl: bool) -> None:
    spec = figures(rtl)[name].to_plotly_json()
    layout = spec["layout"]
    assert isolated(layout["title"]["text"])
    assert all(isolated(text) for text in layout.get("yaxis", {}).get("ticktext") or ())
    for trace in spec["data"]:
        hover = trace.get("hovertemplate") or ()
        for text in [hover] if isinstance(hover, str) else hover:
            assert isolated(text.split("<br>")[0])


def test_bars_start_at_zero_and_the_longest_is_on_top() -> None:
    figure = figures(rtl=False)["stacked"]
    assert figure.layout.xaxis.range[0] == 0
    assert list(figure.layout.yaxis.categoryarray) == ["0", "1"]  # upwards: أميركا, with three, above
    assert figure.layout.yaxis.type == "category"
    assert [list(trace.x) for trace in figure.data] == [[1, 2], [0, 1]]
    assert figures(rtl=True)["stacked"].layout.xaxis.range[1] == 0  # from the right
    assert figures(rtl=False)["columns"].layout.yaxis.range[0] == 0


def test_a_click_says_whom_it_hit() -> None:
    figure = figures(rtl=True)["bars"]
    assert [list(row) for row in figure.data[0].customdata] == [["ru"], ["us"]]
    assert list(figure.data[0].marker.color) == [colour("ru"), colour("us")]


def test_an_uncertain_day_is_a_line_and_an_open_end_an_arrow() -> None:
    bounded, opened = figures(rtl=False)["intervals"].data
    assert list(bounded.x) == [date(2024, 1, 1), date(2024, 2, 1)]
    assert list(bounded.marker.symbol) == ["circle", "circle"]
    assert list(opened.marker.symbol) == ["arrow-left", "arrow-right"]


def test_markup_in_a_label_is_text() -> None:
    assert charts.isolate("<b>&") == f"{FSI}&lt;b&gt;&amp;{PDI}"


@pytest.mark.parametrize(
    ("text", "length", "short"), [("قصير", 10, "قصير"), ("كلمة أخرى طويلة", 10, "كلمة أخرى…"), ("x" * 12, 5, "xxxxx…")]
)
def test_long_labels_are_cut_at_a_word(text: str, length: int, short: str) -> None:
    assert charts.shortened(text, length) == short


def test_an_actor_has_one_colour_everywhere() -> None:
    """Pinned: a change of the hash would repaint every picture that was ever published."""
    assert [colour(i) for i in ("ru", "us", None)] == ["#0072B2", "#CC79A7", "#8A8F98"]
