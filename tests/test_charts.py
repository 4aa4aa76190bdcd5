"""Charts by their data: sorted, from zero, every text isolated, clicks that say what was clicked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core import charts
from core.palette import colour
from core.queries import Unit
from core.wording import Wording

FSI, PDI = "\u2067", "\u2069"

SAY = {True: Wording("ar"), False: Wording("en")}


def isolated(text: str) -> bool:
    return all(
        line.startswith((FSI, "\u2066")) and line.endswith(PDI) for line in text.split("<extra>")[0].split("<br>")
    )


def figures(rtl: bool) -> dict[str, Any]:
    names, ids = ["روسيا", "أميركا 2"], ["ru", "us"]
    return {
        "stacked": charts.stacked(
            names,
            ids,
            {"direct": [1, 2], "refusal": [0, 1]},
            {"direct": "مباشر", "refusal": "امتناع"},
            title="أ",
            say=Wording("ar" if rtl else "en"),
            totals=["1", "3"],
        ),
        "columns": charts.columns(
            [date(2024, 1, 1), date(2024, 2, 1)],
            [2, 1],
            ["ي", "ف"],
            title="أ",
            say=Wording("ar" if rtl else "en"),
            unit=Unit.MONTH,
        ),
        "intervals": charts.intervals(
            names,
            [(date(2024, 1, 1), date(2024, 2, 1)), (None, None)],
            ["a1", "a2"],
            names,
            title="أ",
            say=Wording("ar" if rtl else "en"),
        ),
        "network": charts.network(
            [("ru", "روسيا", 3), ("us", "أميركا", 2)], [("ru", "us", 2)], title="أ", say=Wording("ar" if rtl else "en")
        ),
        "bubbles": charts.bubbles(
            names, ids, [("ru", date(2024, 1, 1), 4, "ي")], title="أ", say=Wording("ar" if rtl else "en")
        ),
    }


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("name", ["stacked", "columns", "intervals", "network", "bubbles"])
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
    assert [list(row) for row in figures(rtl=True)["stacked"].data[0].customdata] == [
        ["ru", "direct"],
        ["us", "direct"],
    ]
    (dots,) = figures(rtl=True)["bubbles"].data
    assert [list(row) for row in dots.customdata] == [["ru", "2024-01-01"]]
    assert list(dots.marker.color) == [colour("ru")]


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2024, 3, 1), date(2024, 3, 1), ["2024-03-01"]),
        (date(2024, 2, 28), date(2024, 3, 3), ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03"]),
        (date(2024, 1, 2), date(2024, 2, 20), ["2024-01-02", "2024-01-16", "2024-01-30"]),
        (date(2024, 1, 2), date(2024, 7, 20), ["2024-02", "2024-03", "2024-04", "2024-05"]),
        (date(2023, 1, 2), date(2024, 7, 20), ["2023-04", "2023-07", "2023-10", "2024-01"]),
        (date(2020, 5, 2), date(2024, 7, 20), ["2021", "2022", "2023", "2024"]),
        (date(1990, 5, 2), date(2024, 7, 20), ["1995", "2000", "2005", "2010"]),
    ],
)
def test_time_is_marked_at_round_days(first: date, last: date, written: list[str]) -> None:
    marks, length = charts.ticks(first, last)
    assert len(marks) <= 8
    assert all(first <= mark <= last for mark in marks)
    assert [mark.isoformat()[:length] for mark in marks][: len(written)] == written


def test_axes_are_written_in_the_chosen_digits() -> None:
    drawn = charts.columns(
        [date(2024, 1, 1), date(2024, 2, 1)],
        [90, 10],
        ["ي", "ف"],
        title="أ",
        say=Wording("ar", "arabic"),
        unit=Unit.MONTH,
    )
    assert list(drawn.layout.yaxis.ticktext) == [f"\u2066{n}\u2069" for n in ("٠", "٢٠", "٤٠", "٦٠", "٨٠")]
    assert list(drawn.layout.yaxis.tickvals) == [0, 20, 40, 60, 80]
    assert "\u2066٢٠٢٤-٠١\u2069" in drawn.layout.xaxis.ticktext


def test_an_uncertain_day_is_a_line_and_an_open_end_an_arrow() -> None:
    bounded, opened = figures(rtl=False)["intervals"].data
    assert list(bounded.x) == [date(2024, 1, 1), date(2024, 2, 1)]
    assert list(bounded.marker.symbol) == ["circle", "circle"]
    assert list(opened.marker.symbol) == ["arrow-left", "arrow-right"]


@pytest.mark.parametrize("rtl", [True, False])
def test_a_label_runs_as_its_own_words_do(rtl: bool) -> None:
    labels = ["المتحدث الرسمي باسم وزارة الخارجية الروسية", "2014: Ministry"]
    drawn = charts.bubbles(labels, ["a", "b"], [("a", date(2024, 1, 1), 4, "ي")], title="أ", say=SAY[rtl])
    arabic, latin = drawn.layout.yaxis.ticktext
    assert arabic.startswith("\u2067")
    assert arabic.endswith(f"…{PDI}")
    assert latin == f"\u2066{labels[1]}{PDI}"


def test_equals_stand_in_the_order_they_came_in() -> None:
    parts = {"direct": [2, 2, 3]}
    names = {"direct": "مباشر"}
    drawn = charts.stacked(
        ["أ", "ب", "ج"], ["a", "b", "c"], parts, names, title="أ", say=SAY[True], totals=["2", "2", "3"]
    )
    assert [row[0] for row in drawn.data[0].customdata][::-1] == ["c", "a", "b"]


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
