"""When an article was published, and on what evidence."""

from __future__ import annotations

from datetime import date

import pytest

from core import dating
from core.knowledge.world import World, load
from core.model import Article, Basis, Document, Field, Kind, Mention, Period, Published

WORLD = load()


def _published(text: str, dateline: str | None = None) -> Published:
    return dating.publish(Document(Article("a", "a.txt", text, dateline=dateline)), WORLD).article.published


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("تاريخ النشر: 29th, February 2024 GMT", date(2024, 2, 29)),
        ("02 مارس 2025   |  آخر تحديث: 12:30 (توقيت القدس)", date(2025, 3, 2)),
        ("آخر تحديث: 3 مارس 2025", None),
    ],
)
def test_a_dateline_decides(dateline: str, day: date | None) -> None:  # its forms: tests/test_datelines.py
    assert _published("قال بوتين", dateline).on == day


def test_an_address_may_hold_the_day() -> None:
    article = Article("a", "a.txt", "قال الوزير", url="https://example.org/ar/2018/03/02/x.html")
    published = dating.publish(Document(article), WORLD).article.published
    assert (published.on, published.basis) == (date(2018, 3, 2), Basis.METADATA)


def test_a_caption_and_a_landmark_are_lower_bounds() -> None:
    article = Article("a", "a.txt", "ضد تنظيم داعش", captions="بيسكوف في موسكو، 19 ديسمبر 2012 (Getty)")
    assert dating.publish(Document(article), WORLD).article.published.period == Period(date(2013, 4, 9), None)


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
    assert dating.publish(document, WORLD) is document


def test_metadata_that_only_bounds_leaves_the_text_to_speak() -> None:
    fetched = Published(Period(None, date(2025, 4, 1)), Basis.METADATA, "WARC-Date 2025-04-01")
    silent = dating.publish(Document(Article("a", "a.txt", "بلا تاريخ", published=fetched)), WORLD)
    assert silent.article.published == fetched
    dated = Article("a", "a.txt", "نص", dateline="02 مارس 2025", published=fetched)
    assert dating.publish(Document(dated), WORLD).article.published.on == date(2025, 3, 2)


def test_nothing_said_is_nothing_known() -> None:
    assert _published("قال الوزير إن عام 2003 انتهى") == Published()


def _named(lead: str, person: str, role: str, office: str, world: World = WORLD) -> Document:
    """A document whose text begins with `lead` and names a person with an office in it."""
    start = lead.index(person)
    mention = Mention(
        world.actors[_id(world, person)], person, Field.TEXT, start, start + len(person), "name", role, office
    )
    return Document(Article("a", "a.txt", lead), mentions=(mention,))


def _id(world: World, person: str) -> str:
    return next(a.actor_id for a in world.actors.values() if a.label == person and a.kind is Kind.PERSON)


BIDEN = Period(date(2020, 12, 30), date(2025, 3, 6))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("قال الرئيس الأميركي جو بايدن إن", BIDEN),
        ("قال الرئيس الأميركي السابق جو بايدن إن", Period()),
        ("قال الرئيس الأميركي جو بايدن " + "نعم " * 100, BIDEN),
        ("نعم " * 100 + "قال الرئيس الأميركي جو بايدن", BIDEN),
        ("قال الرئيس الأميركي جو بايدن نعم. والحرب مستمرة منذ 24 فبراير 2022", Period(date(2022, 2, 24), BIDEN.last)),
        ("قال الرئيس الأميركي الهارب جو بايدن إن", Period()),
        ("في جنازة الرئيس الأميركي جو بايدن", Period()),
        ("قال الرئيس الأميركي جو بايدن في عام 2021 نعم", Period(BIDEN.first, None)),
        ("قال الرئيس الأميركي جو بايدن نعم. وسيزور كييف عام 2023", BIDEN),
    ],
)
def test_who_holds_an_office_bounds_the_day(text: str, period: Period) -> None:
    document = dating.publish(_named(text, "جو بايدن", "الرئيس الأميركي", "us-president"), WORLD)
    assert document.article.published.period == period


def test_a_bare_title_far_down_may_be_history() -> None:
    text = "نعم " * 100 + "قال الرئيس جو بايدن"
    document = dating.publish(_named(text, "جو بايدن", "الرئيس", "us-president"), WORLD)
    assert document.article.published.period == Period(BIDEN.first, None)


def test_bounds_a_month_and_a_weekday_leave_few_days() -> None:
    text = "قال الرئيس الأميركي جو بايدن اليوم الاثنين نعم. العام الجاري 2021 صعب بعد عقوبات يوم 15 نيسان/أبريل الجاري"
    document = _named(text, "جو بايدن", "الرئيس الأميركي", "us-president")
    published = dating.publish(document, WORLD).article.published
    assert published.period == Period(date(2021, 4, 5), date(2021, 4, 26))
    assert published.basis is Basis.INFERRED
    assert [e.kind.value for e in dating.explain(document, WORLD) if e.used] == ["current", "month", "weekday"]


def test_the_day_of_indexing_bounds_what_is_open() -> None:
    document = Document(Article("a", "a.txt", "الحرب المستمرة منذ فبراير 2022"))
    published = dating.publish(document, WORLD, today=date(2025, 3, 1)).article.published
    assert published.period == Period(date(2022, 2, 1), date(2025, 3, 1))


def test_a_dateline_older_than_its_text_is_doubted() -> None:
    published = _published("الحرب المستمرة منذ فبراير 2022", "02 مارس 2021")
    assert published.period == Period(date(2021, 3, 2), None)


def test_evidence_that_contradicts_stronger_evidence_is_dropped() -> None:
    text = "قال اليوم الاثنين إن العام الجاري 2019 صعب"
    published = _published(text, "02 مارس 2021")
    assert (published.on, published.evidence) == (date(2021, 3, 2), "02 مارس 2021")
