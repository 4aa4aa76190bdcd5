"""The grammar of date expressions: what is a date, where its wording ends, and which days it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import calendar
from core.calendar import Lean
from core.knowledge.calendar import latin_months, load, numbered

MONDAY = date(2021, 4, 26)


def _read(text: str, today: date = MONDAY) -> list[tuple[str, str | None]]:
    """Each wording of `text` with its days, "first..last" or one day."""
    found = []
    for expression in calendar.find(text):
        period = calendar.value(expression, today)
        days = period and (f"{period.only}" if period.only else f"{period.first}..{period.last}")
        found.append((text[expression.start : expression.end], days))
    return found


@pytest.mark.parametrize(
    ("text", "wording", "days"),
    [
        # whole days
        ("في 24 فبراير/ شباط 2022", "24 فبراير/ شباط 2022", "2022-02-24"),
        ("تاريخ النشر: 29th, February 2024 GMT", "29th, February 2024", "2024-02-29"),
        ("March 5, 2019", "March 5, 2019", "2019-03-05"),
        ("02 مارس 2025   |  آخر", "02 مارس 2025", "2025-03-02"),
        ("في الرابع والعشرين من فبراير/شباط 2022", "الرابع والعشرين من فبراير/شباط 2022", "2022-02-24"),
        ("١٥ آب ٢٠٠٦", "١٥ آب ٢٠٠٦", "2006-08-15"),
        ("في 2 أكتوبر من عام 1187", "2 أكتوبر من عام 1187", "1187-10-02"),
        ("بتاريخ 25/6/2001", "25/6/2001", "2001-06-25"),
        ("في 2013-04-12", "2013-04-12", "2013-04-12"),
        ("الاثنين الموافق 15 مارس 2013", "الاثنين الموافق 15 مارس 2013", "2013-03-15"),
        ("12 غشت 2019", "12 غشت 2019", "2019-08-12"),
        ("12 أوت 2019", "12 أوت 2019", "2019-08-12"),
        ("فاتح ماي 2019", "فاتح ماي 2019", "2019-05-01"),
        ("25 رمضان 1439هـ", "25 رمضان 1439ه", "2018-06-09"),
        # months and years
        ("في تمّوز/يوليو 2006", "تمّوز/يوليو 2006", "2006-07-01..2006-07-31"),
        ("أبريل (نيسان) 2015", "أبريل (نيسان) 2015", "2015-04-01..2015-04-30"),
        ("مارس من العام الماضي", "مارس من العام الماضي", "2020-03-01..2020-03-31"),
        ("عام 2003", "عام 2003", "2003-01-01..2003-12-31"),
        ("استخدمها في 2017.", "2017", "2017-01-01..2017-12-31"),
        ("أواخر أغسطس 2020", "أواخر أغسطس 2020", "2020-08-01..2020-08-31"),
        ("بين عامي 2011 و2013", "عامي 2011 و2013", "2011-01-01..2013-12-31"),
        ("خلال 2011-2013", "2011-2013", "2011-01-01..2013-12-31"),
        ("تسعينيات القرن الماضي", "تسعينيات القرن الماضي", "1990-01-01..1999-12-31"),
        # without a year
        ("يوم 15 نيسان/أبريل الجاري", "15 نيسان/أبريل الجاري", "2021-04-15"),
        ("في الثلاثين من حزيران الماضي", "الثلاثين من حزيران الماضي", "2020-06-30"),
        ("في حزيران/يونيو المقبل", "حزيران/يونيو المقبل", "2021-06-01..2021-06-30"),
        ("28 و29 كانون الثاني/يناير", "28 و29 كانون الثاني/يناير", "2021-01-28..2021-01-29"),
        ("15 من الشهر الجاري", "15 من الشهر الجاري", "2021-04-15"),
        ("الأسبوع الأول من نيسان الجاري", "نيسان الجاري", "2021-04-01..2021-04-30"),
        ("في مارس", "مارس", "2021-03-01..2021-03-31"),
        ("في أكتوبر", "أكتوبر", "2020-10-01..2020-10-31"),
        ("شهر رمضان المقبل", "شهر رمضان المقبل", "2022-04-02..2022-05-01"),
        # counted from today
        ("اليوم الاثنين", "اليوم الاثنين", "2021-04-26"),
        ("مساء اليوم", "مساء اليوم", "2021-04-26"),
        ("أمس (الأحد)", "أمس (الأحد", "2021-04-25"),
        ("امس الخميس", "امس الخميس", None),  # no Thursday is near
        ("أول من أمس", "أول من أمس", "2021-04-24"),
        ("وغدا الثلاثاء", "غدا الثلاثاء", "2021-04-27"),
        ("مساء الاثنين", "الاثنين", "2021-04-26"),
        ("يوم الاثنين الماضي", "يوم الاثنين الماضي", "2021-04-19"),
        ("الخميس المقبل", "الخميس المقبل", "2021-04-29"),
        ("العام الماضي", "العام الماضي", "2020-01-01..2020-12-31"),
        ("الشهر المقبل", "الشهر المقبل", "2021-05-01..2021-05-31"),
        ("هذا الأسبوع", "هذا الأسبوع", "2021-04-26..2021-05-02"),
        ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2021-04-23"),
    ],
)
def test_a_date_is_found_and_valued(text: str, wording: str, days: str | None) -> None:
    assert _read(text) == [(wording, days)] or (wording, days) in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "رئيسة الوزراء تيريزا ماي في لندن",
        "مارس ضغوطا على",
        "الرئيس رجب طيب أردوغان",
        "بفوزه 3 صفر",
        "صحيفة المصري اليوم",
        "موقع اليوم السابع",
        "عقب صلاة الجمعة",
        "ثورة 25 يناير",
        "شارع 23 يوليو",
        "بند 2024",
        "قرار مجلس الأمن رقم 2254",
        "قتل 2000 شخص",
        "في 1500 منزل",
        "هاتف 2013-555-1234",
        "قبل يومين من الانتخابات",
        "لمدة 30 يوما",
        "منذ أسابيع",
        "الأسابيع الأخيرة",
        "بنسبة 12.5.2013.4",
        "عمره 70 عاما",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    assert _read(text) == []


def test_the_clause_gives_the_direction_that_the_wording_lacks() -> None:
    (expression,) = calendar.find("في حزيران/يونيو")
    values = [calendar.value(expression, MONDAY, lean) for lean in (Lean.PAST, Lean.NEXT)]
    assert [p and p.first for p in values] == [date(2020, 6, 1), date(2021, 6, 1)]


@given(st.text(alphabet="ايوم لاثنين0123456789/٢٠ّـمارسشباطعن-()", max_size=60))
def test_wordings_lie_inside_the_text_and_apart(text: str) -> None:
    end = 0
    for expression in calendar.find(text):
        assert end <= expression.start < expression.end <= len(text)
        end = expression.end
        calendar.value(expression, MONDAY)


def test_every_month_name_of_the_knowledge_is_read() -> None:
    for name, number in numbered(load().months).items():
        assert _read(f"5 {name} 2020")[0][1] == f"2020-{number:02}-05", name
    for name, number in latin_months().items():
        assert _read(f"5 {name} 2020")[0][1] == f"2020-{number:02}-05", name


@pytest.mark.parametrize(
    ("text", "lean"),
    [
        ("سيجتمعان في يونيو", Lean.NEXT),
        ("من المقرر أن يعقد في يونيو", Lean.NEXT),
        ("مستمرة منذ يونيو", Lean.PAST),
        ("سياسة الحكومة في يونيو", None),
        ("سيجتمعان قريبا. وفي يونيو", None),
    ],
)
def test_lean(text: str, lean: Lean | None) -> None:
    assert calendar.lean(text, calendar.find(text)[-1]) is lean


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("مستمرة منذ 24 فبراير 2022", True),
        ("الاتفاق الذي وقع في يوليو 2015", True),
        ("قال إن القرار في 2025", False),
        ("وكان من المقرر أن يعقد في 2030", False),
        ("فاز بتنظيم كأس العالم لعام 2026", False),
        ("العقوبات في 2026", False),
    ],
)
def test_told_as_past(text: str, past: bool) -> None:
    assert calendar.told(text, calendar.find(text)[-1]) is past
