"""Date expressions of an article, valued against its own day."""

from __future__ import annotations

from datetime import date

import pytest

from core import dates
from core.model import Article, Basis, Document, Field, Period, Published


def _document(text: str, period: Period, title: str | None = None) -> Document:
    return dates.find(Document(Article("a", "a.txt", text, title=title, published=Published(period, Basis.METADATA))))


def test_every_column_is_read_and_offsets_hold() -> None:
    document = _document("قال أمس إن\n\nاللقاء في يونيو 2019", Period.day(date(2018, 4, 4)), title="قمة الأربعاء")
    assert [(d.field, d.surface) for d in document.dates] == [
        (Field.TEXT, "أمس"),
        (Field.TEXT, "يونيو 2019"),
        (Field.TITLE, "الأربعاء"),
    ]
    for found in document.dates:
        assert document.article.column(found.field)[found.start : found.end] == found.surface


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(), None),
        (Period(date(2022, 5, 1), None), None),
        (Period(date(2022, 5, 1), date(2022, 9, 30)), Period(date(2022, 3, 1), date(2022, 3, 31))),
        (Period(date(2021, 5, 1), date(2022, 9, 30)), None),
    ],
)
def test_an_uncertain_day_values_only_what_it_leaves_no_choice(period: Period, expected: Period | None) -> None:
    assert [d.period for d in _document("في مارس/آذار الماضي", period).dates] == [expected]


def test_a_day_known_within_a_month_gives_an_interval() -> None:
    (found,) = _document("أمس", Period(date(2022, 5, 1), date(2022, 5, 3))).dates
    assert found.period == Period(date(2022, 4, 30), date(2022, 5, 2))
