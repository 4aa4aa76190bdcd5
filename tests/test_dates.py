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


TODAY = date(2018, 6, 20)


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        # the year that the text says again
        ("في يناير 2001 وقع الاتفاق، وفي 12 مايو من العام نفسه صدر القرار", "12 مايو من العام نفسه", date(2001, 5, 12)),
        ("بدأت الحرب عام 2003.\nوفي 1 مايو من ذلك العام أعلن نهايتها", "1 مايو من ذلك العام", date(2003, 5, 1)),
        ("وقع عام 2003، وفي 1 مايو من نفس العام انتهى", "1 مايو من نفس العام", date(2003, 5, 1)),
        ("انتخب عام 2003، وفي 1 مايو من العام التالي استقال", "1 مايو من العام التالي", date(2004, 5, 1)),
        ("وفي 12 مايو من العام نفسه صدر القرار", "12 مايو من العام نفسه", None),
        # a day of the month that the text said last
        ("بدأ في 5 مارس 2013 وانتهى في التاسع منه", "التاسع منه", date(2013, 3, 9)),
        ("بدأ في 5 مارس 2013 وانتهى يوم السادس من نفس الشهر", "يوم السادس من نفس الشهر", date(2013, 3, 6)),
        ("بدأ في 28 مايو الماضي وانتهى في 30 من الشهر نفسه", "30 من الشهر نفسه", date(2018, 5, 30)),
        ("بدأ الشهر الماضي، وفي 25 منه انتهى", "25 منه", date(2018, 5, 25)),
        ("بدأ في 5 فبراير 2013 وانتهى في 30 منه", "30 منه", None),
        # a day or month with its year, long ago, and what came after it
        ("في 8 مارس 2007 توجه إلى الجزيرة، وفي 9 مارس اختفى", "9 مارس", date(2007, 3, 9)),
        ("جرت في 7 أكتوبر 1954. وفي أول نوفمبر اندلعت الثورة", "أول نوفمبر", date(1954, 11, 1)),
        ("في 7 يونيو 2015 فاز الحزب، وفي 1 نوفمبر أعيد الاقتراع، وفي 3 ديسمبر شكلت", "3 ديسمبر", date(2015, 12, 3)),
        ("في 7 يونيو 2015 فاز الحزب، وفي 3 مايو استقال", "3 مايو", None),  # before it: of which year?
        # after a mere year, nobody can say
        ("اقتحمت السفارة عام 1979 بعد سقوط الشاه، وفي 4 نوفمبر احتجز الرهائن", "4 نوفمبر", None),
        ("وفي عام 1994 بدأ المنتخب بالفوز على الصين في 3 أبريل", "3 أبريل", None),
        ("فاز في 7 يونيو 2015، وصار 7 يونيو يوما للوطن", "7 يونيو", None),  # the day of that year, or of every one
        # and where the passage is of the present
        ("يحكم منذ 7 يونيو 2008، وفي 1 مايو استقال", "1 مايو", date(2018, 5, 1)),
        ("كان وزيرا حتى عام 2008، وفي 1 مايو وصل إلى برلين", "1 مايو", date(2018, 5, 1)),
        ("في 7 يونيو 2017 فاز الحزب، وفي 1 مايو استقال", "1 مايو", date(2018, 5, 1)),
        ("فاز في 7 يونيو 2015.\nوفي 1 مايو استقال", "1 مايو", date(2018, 5, 1)),
        ("فاز في 7 يونيو 2015. وقال اليوم إنه باق، وفي 1 مايو استقال", "1 مايو", date(2018, 5, 1)),
        ("وهدد بالانسحاب من الاتفاق المبرم عام 2015 في 12 مايو", "12 مايو", date(2018, 5, 12)),
        ("فاز في 7 يونيو 2015، ولم يلتق به منذ 1 مايو", "1 مايو", date(2018, 5, 1)),
        ("فاز في 7 يونيو 2015، وسيزور روما في 1 أغسطس", "1 أغسطس", date(2018, 8, 1)),
        ("فاز في 7 يونيو 2015، وغادر في 1 مايو الماضي", "1 مايو الماضي", date(2018, 5, 1)),
    ],
)
def test_the_year_comes_from_the_passage_or_stays_open(text: str, wording: str, expected: date | None) -> None:
    found = {d.surface: d.period for d in _document(text, Period.day(TODAY)).dates}
    assert found[wording] == (expected and Period.day(expected))


@pytest.mark.parametrize("text", ["وفي الثالث منه بعض الخير", "بعد 5 مارس 2013 ما نجا منه"])
def test_of_it_is_no_date_without_a_day_and_its_month(text: str) -> None:
    assert all("منه" not in found.surface for found in _document(text, Period.day(TODAY)).dates)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وهدد الاثنين 11 فبراير بالاستقالة", date(2013, 2, 11)),
        ("وهدد السبت 11 فبراير بالاستقالة", None),  # 2012, too far before any of the days
        ("وهدد في 11 فبراير بالاستقالة", None),
    ],
)
def test_a_weekday_tells_the_year_of_an_uncertain_article(text: str, expected: date | None) -> None:
    (found,) = _document(text, Period(date(2012, 9, 14), date(2013, 7, 11))).dates
    assert found.period == (expected and Period.day(expected))


@pytest.mark.parametrize(
    ("text", "days"),  # of Saturday, 26 May 2018
    [
        ("ستكون العطلة أيام الأحد والاثنين والثلاثاء", (27, 28, 29)),
        ("يزورها يومي السبت والأحد", (26, 27)),
        ("قتل أربعة يومي الخميس والجمعة", (24, 25)),
        ("قتل أربعة الجمعة والأربعاء", (25, 23)),  # not one after the other
        ("وقع ذلك الخميس وقال الجمعة إنه بخير", (24, 25)),
    ],
)
def test_weekdays_named_together_follow_each_other(text: str, days: tuple[int, ...]) -> None:
    found = _document(text, Period.day(date(2018, 5, 26))).dates
    assert [d.period for d in found] == [Period.day(date(2018, 5, day)) for day in days]


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
