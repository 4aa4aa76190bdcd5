"""Who is meant, once the day is known."""

from __future__ import annotations

from datetime import date

import pytest

from core import actors
from core.actors import reference
from core.knowledge import world
from core.model import ALWAYS, Article, Basis, Document, Period, Published

WORLD = world.load()
IN_2018 = Period.day(date(2018, 3, 13))
IN_2022 = Period.day(date(2022, 3, 13))


def linked(text: str, period: Period) -> dict[str, str]:
    article = Article("a", "a.txt", text, published=Published(period, Basis.INFERRED))
    document = reference.link(actors.find(Document(article), WORLD), WORLD)
    for m in document.mentions:
        assert article.column(m.field)[m.start : m.end] == m.surface
    return {m.surface: m.actor.actor_id for m in document.mentions}


@pytest.mark.parametrize(
    ("text", "period", "surface", "actor"),
    [
        ("قال الرئيس الأميركي", IN_2018, "الرئيس الأميركي", "donald-trump"),
        ("قال الرئيس الأميركي", IN_2022, "الرئيس الأميركي", "joe-biden"),
        ("قال الرئيس الأميركي", ALWAYS, "الرئيس الأميركي", "us-presidency"),
        ("قال الرئيس الأميركي", Period(date(2020, 1, 1), date(2022, 1, 1)), "الرئيس الأميركي", "us-presidency"),
        ("جو بايدن الرئيس الأميركي. وقال الرئيس الأميركي", ALWAYS, "الرئيس الأميركي", "joe-biden"),
        ("المتحدث باسم الكرملين", IN_2018, "المتحدث باسم الكرملين", "dmitry-peskov"),
        ("اتصل بوتين بنظيره الأميركي", IN_2022, "نظيره الأميركي", "joe-biden"),
        ("قال الرئيس فلاديمير بوتين. وأضاف الرئيس", IN_2018, "الرئيس", "vladimir-putin"),
        ("نائب وزير الخارجية الإيراني. وقال عباس عراقجي", IN_2018, "نائب وزير الخارجية الإيراني", "abbas-araghchi"),
        ("وزارة الخارجية الروسية. وقالت وزارة الخارجية", IN_2018, "وزارة الخارجية", "ru-mfa"),
        ("باراك أوباما الرئيس الأميركي السابق. وقال الرئيس الأميركي", IN_2018, "الرئيس الأميركي", "donald-trump"),
        (
            "المتحدث باسم الأمين العام للأمم المتحدة",
            IN_2018,
            "المتحدث باسم الأمين العام للأمم المتحدة",
            "stephane-dujarric",
        ),
        ("زوجة الرئيس السوري قالت", IN_2018, "السوري", "sy"),
        ("تيريزا ماي تعتذر. وكتبت رئيسة الوزراء البريطانية", ALWAYS, "رئيسة الوزراء البريطانية", "theresa-may"),
        (
            "فلاديمير بوتين يغادر. وقال رئيس الوزراء الروسي",
            ALWAYS,
            "رئيس الوزراء الروسي",
            "ru-government",  # he was that as well, but is known for more
        ),
        ("تيريزا ماي وبوريس جونسون. قال رئيس الوزراء البريطاني", ALWAYS, "رئيس الوزراء البريطاني", "gb-government"),
        (
            "عمرو موسى من مصر. وقال الأمين العام السابق لجامعة الدول العربية",
            ALWAYS,
            "الأمين العام السابق لجامعة الدول العربية",
            "amr-moussa",
        ),
        ("مستشار الرئيس جاريد كوشنر، ومستشار الرئيس محمود عباس", IN_2018, "محمود عباس", "mahmoud-abbas"),
    ],
)
def test_who_is_meant(text: str, period: Period, surface: str, actor: str) -> None:
    assert linked(text, period)[surface] == actor


def test_a_body_of_another_kind_is_not_the_one_named() -> None:
    assert linked("القوات التركية. وقالت القوات الحكومية إنها", IN_2018)["القوات"] == "tr-forces"
    assert "القوات" not in linked("القوات التركية. وقالت القوات الأجنبية", IN_2018)
    assert "وزارة التعليم" not in linked("في مصر قالت وزارة التعليم العالي", IN_2018)
    assert linked("قالت مصلحة السجون الإسرائيلية", IN_2018)["مصلحة السجون الإسرائيلية"] == "il-prison-service"
    assert linked("في بريطانيا قالت مصلحة السجون", IN_2018)["مصلحة السجون"].startswith("new-")


def test_an_unknown_body_is_called_without_its_proclitic() -> None:
    article = Article("a", "a.txt", "قال متحدث للقوات المسلحة. وقالت القوات المسلحة")
    found = [m for m in reference.link(actors.find(Document(article), WORLD), WORLD).mentions if not m.actor.known]
    assert [(m.surface, m.actor.label) for m in found] == [
        ("للقوات المسلحة", "القوات المسلحة"),
        ("القوات المسلحة", "القوات المسلحة"),
    ]
    assert len({m.actor.actor_id for m in found}) == 1


def test_nobody_is_meant_where_nobody_can_be_known() -> None:
    assert "الرئيس" not in linked("قال الرئيس", IN_2018)
    assert linked("قالت وزارة الخارجية", IN_2018)["وزارة الخارجية"].startswith("new-")
    two = "قال نائب وزير الخارجية الروسي. وحضر سيرغي ريابكوف وميخائيل بوغدانوف"
    assert "نائب وزير الخارجية الروسي" not in linked(two, IN_2018)
    assert "نظيره الأميركي" not in linked("اتصل بنظيره الأميركي", IN_2018)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("وزراء خارجية مصر والأردن", ["sameh-shoukry", "ayman-safadi"]),
        ("وزيرا خارجية روسيا، وإيران", ["sergei-lavrov", "mohammad-javad-zarif"]),
        ("الرؤساء الروسي والتركي والإيراني", ["vladimir-putin", "recep-tayyip-erdogan", "hassan-rouhani"]),
        ("وزراء خارجية مصر", []),  # of all years
        ("وزراء الخارجية العرب", []),
        ("سفراء روسيا والصين", []),
    ],
)
def test_a_plural_is_each_ones_office(text: str, held: list[str]) -> None:
    article = Article("a", "a", text, published=Published(IN_2018, Basis.INFERRED))
    document = reference.link(actors.find(Document(article), WORLD), WORLD)
    assert [m.actor.actor_id for m in document.mentions if m.how == "title"] == held
    assert not [m for m in document.mentions if m.actor.actor_id.endswith("-mfa")]


def test_an_adviser_of_somebody_else_is_nobody_named_before() -> None:
    text = "مستشار الرئيس الأميركي جاريد كوشنر. وقال مستشار الرئيس محمود عباس"
    assert "مستشار الرئيس" not in linked(text, IN_2018)


def test_an_ambassador_is_of_one_post() -> None:
    text = "وقال السفير الأميركي في القاهرة. وكان السفير الأميركي في إسرائيل ديفيد فريدمان"
    assert "السفير الأميركي في القاهرة" not in linked(text, IN_2018)
    assert linked(text.replace("القاهرة", "إسرائيل"), IN_2018)["السفير الأميركي في إسرائيل"] == "david-friedman"


def test_a_pair_is_two_mentions() -> None:
    article = Article("a", "a", "الرئيسان بوتين وترامب. وبحث الرئيسان", published=Published(IN_2018, Basis.INFERRED))
    document = reference.link(actors.find(Document(article), WORLD), WORLD)
    last = [m.actor.actor_id for m in document.mentions if m.start > 20]
    assert sorted(last) == ["donald-trump", "vladimir-putin"]


def test_a_pair_that_was_named_side_by_side_is_meant_or_nobody() -> None:
    apart = "التقى بشار الأسد وفدا. وحذر الرئيس الفرنسي إيمانويل ماكرون والمستشارة الألمانية أنغيلا ميركل من ذلك. "
    named = linked(apart + "وأكد الرئيسان", IN_2018)
    assert "الرئيسان" not in named
    named = linked("حذر فلاديمير بوتين ودونالد ترامب من ذلك. وزار إيمانويل ماكرون لندن. وأكد الرئيسان", IN_2018)
    assert named["الرئيسان"] in ("vladimir-putin", "donald-trump")


@pytest.mark.parametrize(
    ("text", "surface", "actor"),
    [
        ("التقى لافروف في روسيا أعضاء البرلمان", "البرلمان", "ru-parliament"),
        ("قال سيرغي لافروف المسؤول بوزارة الخارجية", "وزارة الخارجية", "ru-mfa"),
        ("في روسيا. وقال البرلمان", "البرلمان", None),  # not in the next sentence
        ("في روسيا قالت الشرطة", "الشرطة", None),  # anybody's
        ("أقر مجلس الشيوخ في مصر. وقال المصريون في مصر", "مجلس الشيوخ", "eg-upper-house"),
        ("وزير الطاقة الأميركي السابق", "وزير الطاقة الأميركي السابق", None),
    ],
)
def test_a_body_without_its_country_is_the_countrys_last_named(text: str, surface: str, actor: str | None) -> None:
    assert linked(text, IN_2018).get(surface) == actor


def test_a_body_is_of_the_country_that_the_article_is_about_or_an_unknown_one() -> None:
    told = linked("في مصر وسوريا. وقالت القاهرة ودمشق. وأعلن مجلس الشيوخ", IN_2018)
    assert told["مجلس الشيوخ"].startswith("new-")
    assert linked("أعلن مجلس الشيوخ", IN_2018)["مجلس الشيوخ"].startswith("new-")
    assert "الشرطة" not in linked("في مصر. وقالت مصر. وأعلنت القاهرة. وقالت الشرطة", IN_2018)


@pytest.mark.parametrize(
    "text",
    [
        "في مصر التقى رئيسي وزراء البلدين في إيران",  # "the two heads of"
        "في البرازيل قالوا لولا ذلك لكان",  # "were it not for"
        "في بريطانيا ترأس الوفد وزير",
        "وقالت نازانين زاغاري راتكليف",
    ],
)
def test_a_word_of_the_language_is_nobodys_name_by_the_day(text: str) -> None:
    known = {"ebrahim-raisi", "luiz-inacio-lula-da-silva", "liz-truss", "john-ratcliffe"}
    assert known.isdisjoint(linked(text, IN_2022).values())
