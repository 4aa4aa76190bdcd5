"""Who is named, before the day is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import actors
from core.actors.identity import new_id, signature
from core.actors.matching import matcher
from core.knowledge import world
from core.model import Article, Document, Field, Mention

WORLD = world.load()
ANTONIO = new_id(signature(("انطونيو", "بيسكوف")))


def mentions(text: str, title: str | None = None) -> tuple[Mention, ...]:
    article = Article("a", "a.txt", text, title=title)
    found = actors.find(Document(article), WORLD).mentions
    for m in found:
        assert article.column(m.field)[m.start : m.end] == m.surface
    return found


def said(text: str) -> list[tuple[str, str]]:
    return [(m.actor.actor_id, m.surface) for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أكد الكرملين", [("ru-presidency", "الكرملين")]),
        ("للكرملين وبالكرملين", [("ru-presidency", "للكرملين"), ("ru-presidency", "الكرملين")]),
        ("وقال بيسكوف لروسيا", [("dmitry-peskov", "بيسكوف"), ("ru", "روسيا")]),
        ("بيسكوف", []),  # a surname without its name or its country
        (
            "في روسيا أنطونيو بيسكوف",
            [("ru", "روسيا"), (new_id(signature(("انطونيو", "بيسكوف"))), "أنطونيو بيسكوف")],
        ),  # another
        ("بين موسكو وواشنطن", [("ru", "موسكو"), ("us", "واشنطن")]),
        ("لقاء في موسكو", [("ru-capital", "موسكو")]),
        ("قال بالإسبانية", []),  # the language
        ("بالقوات الروسية والروسية", [("ru-forces", "القوات الروسية"), ("ru", "الروسية")]),
        ("الحكومة النمسوية", [("at-government", "الحكومة النمسوية"), ("at", "النمسوية")]),
        ("بموسكو", [("ru-capital", "موسكو")]),
        ("#الولايات_المتحدة", [("us", "الولايات_المتحدة")]),
        ("الولايات  المتحدة", [("us", "الولايات  المتحدة")]),
        ("الولايات\nالمتحدة", []),
        ("روسيّة", [("ru", "روسيّة")]),
        ("قالت وزارة الخارجية الروسية", [("ru-mfa", "وزارة الخارجية الروسية")]),
        ("قالت الخارجية الروسية", [("ru-mfa", "الخارجية الروسية")]),
        ("السياسة الخارجية الروسية", [("ru", "الروسية")]),
        ("رفع المركزي التركي الفائدة", [("tr-central-bank", "المركزي التركي")]),
        ("البريد المركزي المصري", [("eg", "المصري")]),
        ("حكومة الولايات المتحدة", [("us-government", "حكومة الولايات المتحدة")]),
        ("الجمعية العامة للأمم المتحدة", [("un-general-assembly", "الجمعية العامة للأمم المتحدة")]),
        ("أميركا الشمالية", [("north-america", "أميركا الشمالية")]),
        ("شمالي", []),
        ("وروسيان وروسيا", [("ru", "روسيان"), ("ru", "روسيا")]),
        ("للقوات المسلحة الروسية", [("ru-army", "للقوات المسلحة الروسية")]),
        ("القوات الأمنية السعودية", [("sa-security-forces", "القوات الأمنية السعودية")]),
        ("القوات الخاصة الفرنسية", [("fr-special-forces", "القوات الخاصة الفرنسية")]),
        ("مجلس الوزراء السعودي", [("sa-cabinet", "مجلس الوزراء السعودي")]),
        ("الحرس الوطني التونسي", [("tn-national-guard", "الحرس الوطني التونسي")]),
        ("الهلال الأحمر الإماراتي", [("ae-red-crescent", "الهلال الأحمر الإماراتي")]),
        ("نظم الدفاع الصاروخية الأمريكية", [("us", "الأمريكية")]),
        ("في قطاع غزة وفي مدينة غزة", [("gaza", "قطاع غزة"), ("gaza-city", "مدينة غزة")]),
        ("إنجلترا وويلز", [("england", "إنجلترا"), ("wales", "ويلز")]),
        ("في نيو ساوث ويلز قال أمير ويلز", [("new-south-wales", "نيو ساوث ويلز")]),
    ],
)
def test_what_names_whom(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "person", "role", "office"),
    [
        ("قال وزير الخارجية الروسي سيرغي لافروف", "sergei-lavrov", "وزير الخارجية الروسي", "ru-foreign-minister"),
        ("وزير خارجية روسيا، سيرغي لافروف،", "sergei-lavrov", "وزير خارجية روسيا", "ru-foreign-minister"),
        ("سيرغي لافروف وزير الخارجية الروسي", "sergei-lavrov", "وزير الخارجية الروسي", "ru-foreign-minister"),
        ("للرئيس الأميركي جو بايدن", "joe-biden", "للرئيس الأميركي", "us-president"),
        ("الرئيس الأميركي السابق دونالد ترامب", "donald-trump", "الرئيس الأميركي السابق", "us-president"),
        ("الرئيس فلاديمير بوتين", "vladimir-putin", "الرئيس", "ru-president"),
        ("المتحدث باسم الكرملين دميتري بيسكوف", "dmitry-peskov", "المتحدث باسم الكرملين", "ru-presidency-spokesperson"),
        (
            "المتحدثة باسم وزارة الخارجية الروسية ماريا زاخاروفا",
            "maria-zakharova",
            "المتحدثة باسم وزارة الخارجية الروسية",
            "ru-mfa-spokesperson",
        ),
    ],
)
def test_a_title_beside_a_name_is_its_role(text: str, person: str, role: str, office: str) -> None:
    found = [m for m in mentions(text) if m.actor.actor_id == person]
    assert [(m.role, m.office_id) for m in found] == [(role, office)]


def test_a_pair_shares_its_title() -> None:
    found = mentions("بين الرئيسين الروسي فلاديمير بوتين، والأميركي دونالد ترامب")
    offices = {m.actor.actor_id: m.office_id for m in found if m.role}
    assert offices == {"vladimir-putin": "ru-president", "donald-trump": "us-president"}


@pytest.mark.parametrize(
    ("text", "person", "role", "office"),
    [
        ("مستشار الرئيس الأميركي دونالد ترامب", "donald-trump", "الرئيس الأميركي", "us-president"),
        ("مستشار الرئيس الأميركي جاريد كوشنر", "jared-kushner", "مستشار الرئيس الأميركي", "us-presidential-aide"),
        (
            "مستشار الرئيس الأميركي دونالد ترامب، جاريد كوشنر،",
            "jared-kushner",
            "مستشار الرئيس الأميركي",
            "us-presidential-aide",
        ),
        ("نائب الرئيس الأميركي جو بايدن", "joe-biden", "نائب الرئيس الأميركي", "us-vice-president"),  # he was both
        ("مدير مكتب الرئيس محمود عباس", "mahmoud-abbas", "الرئيس", "ps-president"),
        ("المتحدث باسم الرئيس الروسي فلاديمير بوتين", "vladimir-putin", "الرئيس الروسي", "ru-president"),
        (
            "المتحدث باسم الرئيس الروسي دميتري بيسكوف",
            "dmitry-peskov",
            "المتحدث باسم الرئيس الروسي",
            "ru-presidency-spokesperson",
        ),
        ("زوجة الرئيس السوري بشار الأسد", "bashar-al-assad", "الرئيس السوري", "sy-president"),
        ("زوجة الرئيس السوري أسماء الأسد", "asma-al-assad", "زوجة الرئيس السوري", None),
        ("السفير الأميركي في إسرائيل ديفيد فريدمان", "david-friedman", "السفير الأميركي في إسرائيل", "us-ambassador"),
        (
            "مساعد وزير الخارجية الأميركي لشؤون الشرق الأدنى ديفيد شينكر",
            "david-schenker",
            "مساعد وزير الخارجية الأميركي لشؤون الشرق الأدنى",
            "us-deputy-foreign-minister",
        ),
    ],
)
def test_a_title_within_a_title(text: str, person: str, role: str, office: str | None) -> None:
    found = [m for m in mentions(text) if m.actor.actor_id == person and m.how != "title"]
    assert [(m.role, m.office_id) for m in found] == [(role, office)]


def test_somebody_elses_title_names_nobody() -> None:
    assert [m.surface for m in mentions("قال نائب وزير المالية الروسي") if m.how == "title"] == []


def test_a_title_alone_is_its_body_until_the_day_is_known() -> None:
    (mention,) = [m for m in mentions("قال وزير الخارجية الأميركي") if m.how == "title"]
    assert (mention.actor.actor_id, mention.office_id) == ("us-mfa", "us-foreign-minister")


def test_a_body_called_like_a_surname_is_none_behind_a_given_name() -> None:
    assert said("كتب على تويتر") == [("us-twitter", "تويتر")]
    assert said("أعلنت إريكسون") == [("se-ericsson", "إريكسون")]
    assert "se-ericsson" not in {actor for actor, _ in said("قالت لينا إريكسون")}


def test_a_longer_name_is_another_body() -> None:
    ((actor, surface),) = said("في الحزب الديمقراطي الليبرالي أمس")
    assert (actor[:4], surface) == ("new-", "الحزب الديمقراطي الليبرالي")


def test_a_title_is_one_columns_business() -> None:
    found = mentions("بوتين", title="الرئيس الروسي")
    assert [(m.field, m.actor.actor_id) for m in found if m.actor.actor_id == "vladimir-putin"] == [
        (Field.TEXT, "vladimir-putin")
    ]


@given(st.text(alphabet="الكرملينموسبتفغ و\u064b\u0640\u200f\n «»_،", max_size=60))
def test_offsets_hold_in_any_text(text: str) -> None:
    for m in mentions(f"{text} الكرمـلين {text}"):
        assert m.surface
    assert all(0 <= hit.begin <= hit.start < hit.end <= len(text) for hit in matcher(WORLD).hits(text))


@pytest.mark.parametrize(
    ("text", "actors_named"),
    [
        ("حماس بلا حدود", []),
        ("قالت حركة حماس إن حماس ترفض", ["ps-hamas", "ps-hamas"]),
        ("في مسقط رأسه", []),
        ("دعت مسقط طهران", ["om", "ir"]),
        ("ألغى برنامج داكا الذي يحمي المهاجرين", []),
        ("دعت داكا إلى عودة الروهينغا", ["bd"]),
        ("دعم مالي", []),
        ("سفن في بحر الصين الجنوبي", ["south-china-sea"]),
        ("من المكتب البيضاوي", ["oval-office"]),
        ("تحت وابل من الرصاص في القصرين والكاف", []),
        ("أعلنت شركة أبل", ["us-apple"]),
        ("كان دوما صديقا، ودومًا في الغوطة الشرقية", ["douma", "ghouta"]),  # by its article, not with a tanwin
        ("كان دوما صديقا", []),
        ("دخلوا مدينة دوما", ["douma"]),
        ("وبنوك أخرى", []),
        ("أصيب في ركبته اليمنى", []),
        ("قال الرئيس اليمنى", ["ye-presidency", "ye"]),
        ("وقال ماكينزي في الولايات المتحدة", ["us"]),
        ("في إيران إن بقائي أو رحيلي سواء", ["ir"]),
        ("صحيفة لوموند دبلوماتيك وصحيفة لوموند", ["le-monde-diplomatique", "le-monde"]),
    ],
)
def test_context_decides_what_is_ambiguous(text: str, actors_named: list[str]) -> None:
    assert [actor for actor, _ in said(text)] == actors_named


@pytest.mark.parametrize(
    ("text", "actors_named"),
    [
        ("قوات نظام بشار الأسد", ["sy-regime", "bashar-al-assad"]),
        ("على النظام السوري", ["sy-regime", "sy"]),
        ("وصل إلى مطار فلاديمير بوتين", []),
        ("في مصر قال محمد إبراهيم", ["eg", "mohamed-ibrahim"]),
        ("التقى الرئيس الفلسطيني محمود عباس على الغداء", ["ps", "mahmoud-abbas"]),
        ("تنظيم القاعدة، وقالت القاعدة", ["al-qaeda", "al-qaeda"]),
        ("القاعدة العسكرية", []),
        ("القاعدة وداعش", ["al-qaeda", "isis"]),
        ("قال الحزب الديمقراطي الأميركي إن الحزب الديمقراطي", ["us-democratic-party", "us-democratic-party"]),
        ("قالت الجماعة الإسلامية الليبية المقاتلة", ["ly-lifg"]),
        ("قال التحالف الذي تقوده السعودية إن التحالف", ["arab-coalition", "arab-coalition"]),
    ],
)
def test_names_within_names_and_after_buildings(text: str, actors_named: list[str]) -> None:
    assert [actor for actor, _ in said(text)] == actors_named


def test_a_given_name_behind_a_name_is_somebody_elses() -> None:
    assert [a.label for a in (m.actor for m in mentions("في مصر قال محمد إبراهيم طه إنه بخير")) if not a.known] == [
        "محمد إبراهيم طه"
    ]
