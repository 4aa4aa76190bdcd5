"""When an article was published, and on what evidence."""

from __future__ import annotations

from datetime import date

import pytest

from core import dating
from core.model import Article, Basis, Document, Period, Published


def _published(text: str, dateline: str | None = None) -> Published:
    return dating.publish(Document(Article("a", "a.txt", text, dateline=dateline))).article.published


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("تاريخ النشر: 29th, February 2024 GMT", date(2024, 2, 29)),
        ("02 مارس 2025   |  آخر تحديث: 12:30 (توقيت القدس)", date(2025, 3, 2)),
        ("آخر تحديث: 3 مارس 2025", None),
    ],
)
def test_a_dateline_decides(dateline: str, day: date | None) -> None:
    assert _published("قال بوتين", dateline).on == day


def test_a_publication_line_left_in_the_text_decides_and_a_caption_does_not() -> None:
    assert _published("نشر في: 12/4/2013 الساعة 10:30\nقال الوزير").on == date(2013, 4, 12)
    assert _published("بيسكوف في موسكو، 19 ديسمبر 2024\nقال الوزير").on is None


def test_the_text_may_name_its_own_day() -> None:
    published = _published("قال الوزير أمس الأحد 14 أبريل 2013 إن")
    assert (published.on, published.basis, published.evidence) == (
        date(2013, 4, 15),
        Basis.INFERRED,
        "أمس الأحد 14 أبريل 2013",
    )


def test_metadata_stands() -> None:
    known = Published(Period.day(date(2018, 1, 1)), Basis.METADATA, "2018-01-01")
    document = Document(Article("a", "a.txt", "x", dateline="02 مارس 2025", published=known))
    assert dating.publish(document) is document


def test_nothing_said_is_nothing_known() -> None:
    assert _published("قال الوزير إن عام 2003 انتهى") == Published()
