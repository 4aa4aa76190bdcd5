"""Stories out of records: furniture off, stories apart, titles and outlets found."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import clean, sources
from core.arabic import bare
from core.model import Article, Record

SEEDS = Path("seeds")
GOLD = Path("tests/gold")


def of(text: str, **known: object) -> tuple[Article, ...]:
    return clean.articles(Record("a.txt", text, **known))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Article, ...]]:
    records = [record for record in sources.read([SEEDS]) if isinstance(record, Record)]
    return {record.source_file: clean.articles(record) for record in records}


@pytest.mark.parametrize("gold", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_seed_has_the_stories_titles_and_outlets_of_its_gold(gold: Path, seeds: dict[str, tuple[Article, ...]]) -> None:
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    found = seeds[wanted["file"]]
    assert [article.title for article in found] == [article["title"] for article in wanted["articles"]]
    for article, truth in zip(found, wanted["articles"], strict=True):
        assert (article.outlet in truth["outlet"]) if truth["outlet"] else article.outlet is None
        for statement in truth["statements"]:
            if not statement.get("optional"):
                assert statement["text"] in article.text


def test_what_is_off_the_seeds_stands_in_its_column(seeds: dict[str, tuple[Article, ...]]) -> None:
    first, second = seeds["001_7c490c51ed63725b.txt"]
    assert first.dateline == "تاريخ النشر: 29th, February 2024 GMT"
    assert first.tags[:3] == ("فلاديمير بوتين", "موسكو", "الرئيس الروسى")
    assert second.dateline == "موسكو"
    assert second.text.startswith("صرح كيريل")
    assert second.text.endswith("شؤونها.")
    third = seeds["002_744ae12f92d6cfbb.txt"][0]
    assert third.dateline == "02 مارس 2025 | آخر تحديث: 12:30 (توقيت القدس)"
    assert third.captions == "بيسكوف أثناء برنامج صحافي سنوي في موسكو، 19 ديسمبر 2024 (Getty)"
    assert (third.summary or "").count("\n") == 2
    assert len(third.text.split("\n")) == 5
    assert "[ad" not in seeds["004_e92e0c86928e1aaa.txt"][0].text


def test_no_story_says_what_is_there_instead() -> None:
    with pytest.raises(clean.NoStory, match="empty"):
        of(" \n ")
    with pytest.raises(clean.NoStory, match="not Arabic"):
        of("The minister said on Monday that talks go on.")
    with pytest.raises(clean.NoStory, match="nothing is left"):
        of("شارك\nطباعة")


def test_ids_name_the_source_and_the_part() -> None:
    record = Record("a.txt", "عنوان\nنص الخبر الأول هنا")
    assert clean.articles(record)[0].article_id == clean.articles(record)[0].article_id
    other = Record("b.txt", "عنوان\nنص الخبر الأول هنا")
    assert clean.articles(record)[0].article_id != clean.articles(other)[0].article_id
    assert bare(clean.articles(record)[0].title or "") == "عنوان"


LEAD = "أعلن وزير الخارجية الروسي سيرغي لافروف اليوم أن بلاده مستعدة لاستئناف المحادثات مع واشنطن حول الحد من التسلح."
MORE = "وأضاف لافروف في مؤتمر صحفي أن موسكو تنتظر ردا على مقترحاتها قبل نهاية الشهر الجاري، وأن الاتصالات مستمرة."
STORY = f"لافروف: مستعدون للمحادثات\n{LEAD}\n{MORE}"


@pytest.mark.parametrize(
    ("furniture", "column", "value"),
    [
        ("[ad_1]", None, None),
        ("إعلان", None, None),
        ("+ الخط -", None, None),
        ("حجم الخط", None, None),
        ("استمع إلى الملخص", None, None),
        ("شارك على فيسبوك", None, None),
        ("1,204 مشاهدة", None, None),
        ("الرئيسية » سياسة » أخبار", None, None),
        ("// يتبع //", None, None),
        ("(انتهى)", None, None),
        ("----------------------", None, None),
        ("https://www.example.com/a?b=1", None, None),
        ("يمكنكم تسلم إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من التطبيق على هاتفكم.", None, None),
        ("** جميع المقالات المنشورة تمثل رأي كتابها فقط.", None, None),
        ("تابعونا على تويتر", None, None),
        ("اقرأ أيضا: ترامب يهدد بعقوبات جديدة", None, None),
        ("اقرأ أيضًا\nترامب يهدد بعقوبات جديدة\nعقوبات أوروبية على شركات", None, None),
        ("أخبار ذات صلة\nترامب يهدد بعقوبات جديدة", None, None),
        ("اقرأ.. ترامب يهدد بعقوبات جديدة على تركيا", None, None),
        ("للمزيد - ترامب يهدد بعقوبات جديدة على تركيا", None, None),
        ("قد يهمك/ ترامب يهدد بعقوبات جديدة", None, None),
        ("أيضا: ترامب يهدد بعقوبات جديدة", None, None),
        ("list of 2 items\nlist 1 of 2\nترامب يهدد\nlist 2 of 2\nعقوبات جديدة\nend of list", None, None),
        ("— وزارة الخارجية (@mfa) March 2, 2025", None, None),
        ("3 دقائق قراءة", None, None),
        ("هذا الفيديو جزء من سلسلة يقدمها لكم موقعنا بالتعاون مع غيره", None, None),
        ("A post shared by Sergey (@sergey) on Jul 18, 2018 at 10:28am PDT", None, None),
        ("كلمات دلالية: روسيا، أميركا", "tags", ("روسيا", "أميركا")),
        ("الوسوم | #روسيا #أميركا".replace(" |", ":"), "tags", ("روسيا", "أميركا")),
        ("المصدر: الجزيرة نت + وكالات", "outlet", "الجزيرة"),
        ("المصدر: وكالات", "outlet", None),
        ("المصدر: موقع لا نعرفه", "outlet", "موقع لا نعرفه"),
        ("رويترز", "outlet", "رويترز"),
        ("*نقلاً عن الأهرام المصرية", "outlet", "الأهرام المصرية"),
        ("لافروف في موسكو، 3 مايو 2021 (أ ف ب)", "captions", "لافروف في موسكو، 3 مايو 2021 (أ ف ب)"),
        ("ع.ج.م/ع.ش (رويترز، أ ف ب)", "outlet", "رويترز"),
        ("آخر تحديث: 12:30 بتوقيت غرينتش", "dateline", "آخر تحديث: 12:30 بتوقيت غرينتش"),
    ],
)
def test_furniture_under_a_story_goes_to_its_column_or_nowhere(
    furniture: str, column: str | None, value: object
) -> None:
    (article,) = of(f"{STORY}\n{furniture}")
    assert article.text == f"{LEAD}\n{MORE}"
    if column:
        assert getattr(article, column) == value


@pytest.mark.parametrize(
    ("opening", "column", "value"),
    [
        ("نشر في: الأحد 02 مارس 2025 - 10:30 ص", "dateline", "نشر في: الأحد 02 مارس 2025 - 10:30 ص"),
        ("2025-03-02 | 10:30", "dateline", "2025-03-02 | 10:30"),
        ("02/03/2025", "dateline", "02/03/2025"),
        ("الأربعاء 12 شعبان 1446 هـ", "dateline", "الأربعاء 12 شعبان 1446 هـ"),
        ("كتب ـ محمد صبري:", "author", "محمد صبري"),
        ("كتبت- آية رمزي:", "author", "آية رمزي"),
        ("هدى النجار", "author", "هدى النجار"),
        ("الإسكندرية - مصطفى إسماعيل", "author", "مصطفى إسماعيل"),
        ("غزة - أ ش أ", "outlet", "أ ش أ"),
        ("غزة _أ ش أ", "dateline", "غزة _أ ش أ"),
        ("عواصم-وكالات:", "outlet", None),
        ("صدى نيوز / وكالات", "outlet", "صدى نيوز"),
        ("سيرغي لافروف", "captions", "سيرغي لافروف"),
        ("د .سيرغي لافروف وزير الخارجية", "captions", "د .سيرغي لافروف وزير الخارجية"),
        ("عبدالله الدهاس - مكة", "author", "عبدالله الدهاس"),
        ("كتبت هناء أبو العز", "author", "هناء أبو العز"),
        ("إسطنبول/ محمد علي/ الأناضول", "outlet", "الأناضول"),
        ("واشنطن: «الشرق الأوسط»", "outlet", "الشرق الأوسط"),
        ("منذ 3 ساعات", "dateline", "منذ 3 ساعات"),
        ("نُشر: 14:52-6 فبراير 2025 م ـ 07 شعبان 1446 هـ", "dateline", "نُشر: 14:52-6 فبراير 2025 م ـ 07 شعبان 1446 هـ"),
        (
            "نشرت في: 02/03/2025 - 10:10 آخر تحديث: 02/03/2025 - 11:10",
            "dateline",
            "نشرت في: 02/03/2025 - 10:10 آخر تحديث: 02/03/2025 - 11:10",
        ),
        ("صدر الصورة، Getty Images", "captions", "صدر الصورة، Getty Images"),
        ("التعليق على الصورة، لافروف في موسكو", "captions", "التعليق على الصورة، لافروف في موسكو"),
        ("فلاديمير بوتين في موسكو © رويترز", "captions", "فلاديمير بوتين في موسكو © رويترز"),
        ("صورة أرشيفية", "captions", "صورة أرشيفية"),
        ("وزير الخارجية الروسي سيرغي لافروف - أرشيف", "captions", "وزير الخارجية الروسي سيرغي لافروف - أرشيف"),
    ],
)
def test_furniture_above_a_story(opening: str, column: str, value: object) -> None:
    (article,) = of(f"لافروف: مستعدون للمحادثات\n{opening}\n{LEAD}\n{MORE}")
    assert article.title == "لافروف: مستعدون للمحادثات"
    assert article.text == f"{LEAD}\n{MORE}"
    assert getattr(article, column) == value


@pytest.mark.parametrize(
    ("filing", "dateline", "outlet"),
    [
        ("موسكو – ", "موسكو", None),
        ("موسكو، روسيا (CNN)-- ", "موسكو، روسيا (CNN)", "CNN بالعربية"),
        ("(CNN)--", "(CNN)", "CNN بالعربية"),
        ("دبي، الإمارات العربية المتحدة (CNN) – ", "دبي، الإمارات العربية المتحدة (CNN)", "CNN بالعربية"),
        ("القاهرة - أ ف ب - ", "القاهرة - أ ف ب", "فرانس برس"),
        ("واشنطن (رويترز) - ", "واشنطن (رويترز)", "رويترز"),
        ("ميونيخ (ألمانيا) (ا ف ب) - ", "ميونيخ (ألمانيا) (ا ف ب)", "فرانس برس"),
        ("بغداد (ا ف ب) - ", "بغداد (ا ف ب)", "فرانس برس"),
        ("دمشق-سانا ", "دمشق-سانا", "سانا"),
        ("موسكو- سبوتنيك. ", "موسكو- سبوتنيك", "سبوتنيك"),
        ("موسكو/ الأناضول/ ", "موسكو/ الأناضول", "الأناضول"),
        ('لندن - "القدس العربي": ', 'لندن - "القدس العربي"', "القدس العربي"),
        ("واشنطن: «الشرق الأوسط» - ", "واشنطن: «الشرق الأوسط»", "الشرق الأوسط"),
        ("القاهرة – «القدس العربي» ووكالات: ", "القاهرة – «القدس العربي» ووكالات", "القدس العربي"),
        ("عواصم ـ وكالات: ", "عواصم ـ وكالات", None),
    ],
)
def test_where_a_story_was_filed_stands_in_the_dateline(filing: str, dateline: str, outlet: str | None) -> None:
    (article,) = of(f"عنوان\n{filing}{LEAD}\n{MORE}")
    assert (article.text, article.dateline, article.outlet) == (f"{LEAD}\n{MORE}", dateline, outlet)


@pytest.mark.parametrize(
    "opening",
    [
        "موسكو: لن نقبل شروطا مسبقة ولن نتراجع عن مطالبنا الأمنية في أوروبا مهما طال الوقت.",
        "بوتين - الذي يزور الصين - قال إن بلاده لا تسعى إلى مواجهة مع أحد وإنها مستعدة للحوار.",
        "الرأي: لا بد من العودة إلى طاولة المفاوضات قبل أن يفوت الأوان على الجميع في المنطقة.",
        "موسكو، التي رفضت العقوبات، قالت إنها سترد عليها بالمثل في الوقت الذي تراه مناسبا لها.",
        "واشنطن وموسكو - رغم الخلافات - اتفقتا على استئناف المحادثات مطلع الشهر المقبل في جنيف.",
    ],
)
def test_what_only_looks_like_a_filing_stays(opening: str) -> None:
    assert of(f"{opening}\n{MORE}", title="عنوان")[0].text == f"{opening}\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "قلق أميركي من نشاط روسيا",  # a subheading
        "الكرملين: لا تعليق",
        "وكتبت على حسابها أنها لن تعتذر عما قالته في الاجتماع الأخير (تويتر).",
        "وتنحى عن منصبه كرئيس تنفيذي بعد دعوى لجنة الأوراق المالية بسبب تغريدة نشرها في 7 أغسطس/ آب",
        "2014",  # a year as the heading of a chronology
        "يناير 2011",
        "بوتين - الذي يزور الصين - قال إن بلاده لا تسعى إلى مواجهة مع أحد وإنها مستعدة للحوار.",
        "وقالت رويترز إن المحادثات ستبدأ الاثنين.",
        "قال المصدر: لن نتراجع عن مطالبنا.",
        "كتب ترامب: سنلتقي قريبا.",
        "شارك الوزير في الاجتماع.",
        "المصدر الذي رفض كشف هويته قال: لا اتفاق بعد على موعد القمة ولا على مكانها بين الجانبين حتى الآن.",
        "وانتهى الاجتماع.",
        "1- وقف إطلاق النار",
        "شاهد: سمعنا دوي انفجار قوي قرب المطار",  # a witness speaks
        "اقرأ.. تدبر.. افهم",
        "للمزيد من المعلومات أهمية كبيرة في هذه المرحلة، كما قال الوزير للصحفيين.",
        "موسكو: ندعو إلى وقف فوري لإطلاق النار وإلى عودة المفاوضين إلى الطاولة من غير شروط مسبقة قبل نهاية الأسبوع.",
    ],
)
def test_what_belongs_to_the_story_stays(line: str) -> None:
    (article,) = of(f"{STORY}\n{line}\n{MORE}")
    assert line in article.text.split("\n")


@pytest.mark.parametrize(
    ("raw", "clean_text"),
    [
        ("قال &quot;نعم&quot; &amp;nbsp; ثم صمت", 'قال "نعم" ثم صمت'),
        ("<p>سطر أول</p><p>سطر <b>ثان</b></p>", "سطر أول\nسطر ثان"),
        ("5 < 6 و 7 > 3", "5 < 6 و 7 > 3"),
        ("بو\u200fتين\u00a0قال\ufeff", "بوتين قال"),
        ("سطر أول\r\nسطر ثان\u2028سطر ثالث", "سطر أول\nسطر ثان\nسطر ثالث"),
        ('حملت "\nمساندة\n" خلايا', 'حملت "مساندة" خلايا'),
        ('وهي أكثر"جاذبية" من "غيرها".\nوغادر', 'وهي أكثر"جاذبية" من "غيرها".\nوغادر'),
        ('نجحت وهي أكثر جاذبية."\nوغادر الوفد', 'نجحت وهي أكثر جاذبية."\nوغادر الوفد'),
        ("من دول الخليج \nالكويت\n، \nوالبحرين\n، أعلنت", "من دول الخليج الكويت، والبحرين، أعلنت"),
        ("وكتب «صالح» في\nحسابه على «تويتر»", "وكتب «صالح» في حسابه على «تويتر»"),
        ("وأوضحت\nأن الحكم نهائي", "وأوضحت أن الحكم نهائي"),
        ("نفت الشركة الشائعات\nالتي أثيرت أخيرا", "نفت الشركة الشائعات التي أثيرت أخيرا"),
        ("انتهت الجلسة.\nالتي تليها غدا", "انتهت الجلسة.\nالتي تليها غدا"),
        ("كتبت مروة على\nواصلت المحكمة جلساتها", "واصلت المحكمة جلساتها"),  # whose name it was
        ("انتهى الاجتماع المغلق.وقال الوزير", "انتهى الاجتماع المغلق. وقال الوزير"),
        ("شركة بي.دبليو.سي وموقع العربية.نت", "شركة بي.دبليو.سي وموقع العربية.نت"),
        (r"سطر أول\nقال: \"نعم\"", 'سطر أول\nقال: "نعم"'),
        ("زار #الولايات_المتحدة و#روسيا", "زار الولايات المتحدة وروسيا"),
        ("قرأ 5# و #1 في القائمة", "قرأ 5# و #1 في القائمة"),
    ],
)
def test_characters(raw: str, clean_text: str) -> None:
    (article,) = of(f"{raw}\n{LEAD}", title="عنوان آخر")
    assert article.text == f"{clean_text}\n{LEAD}"


def test_hashtags_are_tags() -> None:
    (article,) = of(f"{LEAD} زار #الولايات_المتحدة.", title="لقاء #بوتين", tags=("قمة",))
    assert article.title == "لقاء بوتين"
    assert article.tags == ("قمة", "الولايات المتحدة")


@pytest.mark.parametrize(
    "above", ["أخبار العالم", "سياسة", "العربية.نت - وكالات", "الأحد 02 مارس 2025", "الرئيسية » أخبار"]
)
def test_what_stands_above_the_headline_is_no_title(above: str) -> None:
    (article,) = of(f"{above}\n{STORY}")
    assert (article.title, article.text) == ("لافروف: مستعدون للمحادثات", f"{LEAD}\n{MORE}")


def test_section() -> None:
    assert of(f"أخبار العالم\n{STORY}")[0].section == "أخبار العالم"
    assert of(f"روسيا\n{LEAD}\n{MORE}", title="عنوان", section="سياسة")[0].section == "سياسة"


@pytest.mark.parametrize(
    ("title", "wanted", "outlet"),
    [
        ("لافروف: مستعدون للمحادثات | سكاي نيوز عربية", "لافروف: مستعدون للمحادثات", "سكاي نيوز عربية"),
        ("لافروف مستعد للمحادثات - RT Arabic", "لافروف مستعد للمحادثات", "RT"),
        ("لافروف - بومبيو - قمة أولى", "لافروف - بومبيو - قمة أولى", None),
        ("أسراب الجراد بطريق سفاجا – قنا", "أسراب الجراد بطريق سفاجا – قنا", None),
        ("سفير روسيا: لا نقبل - تقرير", "سفير روسيا: لا نقبل - تقرير", None),
    ],
)
def test_site_behind_a_title(title: str, wanted: str, outlet: str | None) -> None:
    (article,) = of(LEAD, title=title)
    assert (article.title, article.outlet) == (wanted, outlet)


def test_another_source_than_the_outlet_is_kept() -> None:
    (article,) = of(f"{LEAD}\n{MORE}\nالمصدر: رويترز", title="عنوان", outlet="BBC")
    assert (article.outlet, article.dateline) == ("بي بي سي", "المصدر: رويترز")


def test_kicker_and_headline_are_one_title() -> None:
    (article,) = of(f"بعد القمة..\nلافروف: مستعدون للمحادثات\n{LEAD}")
    assert article.title == "بعد القمة.. لافروف: مستعدون للمحادثات"


def test_a_summary_of_one_paragraph() -> None:
    (article,) = of(f"عنوان\nملخص\n{MORE}\n\n{LEAD}\n{MORE}")
    assert (article.summary, article.text) == (MORE, f"{LEAD}\n{MORE}")


def test_wrapped_lines_are_paragraphs() -> None:
    first, second = LEAD + " " + MORE, MORE + " " + LEAD
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 60)) for paragraph in (first, second))
    assert of(wrapped, title="عنوان")[0].text == f"{first}\n{second}"
    poem = "قفا نبك من ذكرى حبيب ومنزل\nبسقط اللوى بين الدخول فحومل"
    assert of(f"{poem}\n{poem}", title="عنوان")[0].text == f"{poem}\n{poem}"


def test_a_title_said_again_goes() -> None:
    (article,) = of(f"لافروف: مُستعدون\n{LEAD}", title="لافروف: مستعدون")
    assert (article.title, article.text) == ("لافروف: مستعدون", LEAD)


@pytest.mark.parametrize("end", ["7 أغسطس/ آب.", "موسكو اليوم. (رويترز)", "حديث صحفي (رويترز)"])
def test_the_only_paragraph_is_no_caption(end: str) -> None:
    assert of(f"{LEAD[:-1]} {end}", title="عنوان")[0].text == f"{LEAD[:-1]} {end}"


def test_a_text_of_one_line_is_parted_at_its_stamp() -> None:
    whole = f"لافروف: مستعدون للمحادثات الاثنين 26 أبريل 2021 - 10:20 {LEAD} {MORE} {LEAD}"
    (article,) = of(whole + f" {MORE}")
    assert (article.title, article.dateline) == ("لافروف: مستعدون للمحادثات", "الاثنين 26 أبريل 2021 - 10:20")
    assert article.text.startswith(LEAD)
    untimed = whole.replace(" - 10:20", "") + f" {MORE}"
    assert of(untimed)[0].text == untimed


def test_a_text_of_one_line_has_no_title() -> None:
    (article,) = of(LEAD)
    assert (article.title, article.text) == (None, LEAD)


EMBEDDED = (
    "ترامب يهدد بعقوبات جديدة على تركيا",
    "واشنطن – هدد الرئيس الأميركي دونالد ترامب بفرض عقوبات جديدة على تركيا إذا لم تفرج عن القس المحتجز لديها.",
    "وقال ترامب في تغريدة إن بلاده لن تنتظر طويلا، وإن العقوبات ستطال قطاعات واسعة من الاقتصاد التركي.",
    "وكانت المحكمة قد رفضت طلبا للإفراج عنه الأسبوع الماضي.",
)


def test_an_embedded_story_is_an_article_of_its_own() -> None:
    first, second = of("\n".join([STORY, "المصدر: رويترز", "إقرأ أيضاً:", *EMBEDDED, "الأناضول"]), url="https://x.com/1")
    assert (first.text, first.outlet, first.url, first.part) == (f"{LEAD}\n{MORE}", "رويترز", "https://x.com/1", 0)
    assert (second.title, second.outlet, second.url, second.part) == (EMBEDDED[0], "الأناضول", None, 1)
    assert second.text.startswith("هدد الرئيس")
    assert second.dateline == "واشنطن"


def test_headlines_in_mid_story_are_no_story() -> None:
    (article,) = of(
        "\n".join([STORY, "اقرأ أيضا", "روسيا تنشر صواريخ", "لافروف في برلين", MORE, MORE.replace("لافروف", "الوزير")])
    )
    assert article.text.count("\n") == 3
    assert "برلين" not in article.text


def test_leads_of_other_stories_under_one() -> None:
    other = (
        "أعلنت السلطات الكندية مقتل أربعة أشخاص في إطلاق نار بمدينة صغيرة شرقي البلاد.",
        "حصل والدا سيدة البيت الأبيض الأولى على الجنسية بحسب محامي الهجرة الخاص بهما.",
        "تلقت طائرة استطلاع ستة تحذيرات خلال رحلة فوق بحر الصين الجنوبي.",
    )
    text = "\n".join((LEAD, MORE, *other))
    assert of(f"موسكو (CNN)-- {text}", title="عنوان")[0].text == f"{LEAD}\n{MORE}"
    assert of(text, title="عنوان")[0].text == text  # no outlet known for it


HEADLINES = ("ترامب يصف إيران بأنها أكبر داعم للإرهاب", "مقتل عشرات المدنيين في غارات على الحديدة اليمنية")


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (HEADLINES, None),
        (HEADLINES, "BBC"),
        ((*HEADLINES, "نبذة عن الرئيس الإيراني حسن روحاني"), "BBC"),  # a row, whatever its lines say
        (HEADLINES[:1], "BBC"),
        (("التايمز: أيام الأمير الشاب باتت معدودة",), "BBC"),
    ],
)
def test_headlines_of_other_stories_between_paragraphs(lines: tuple[str, ...], outlet: str | None) -> None:
    text = "\n".join((LEAD, *lines, MORE, LEAD.replace("أعلن", "وجدد")))
    assert of(text, title="عنوان", outlet=outlet)[0].text.split("\n")[1] == MORE


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (HEADLINES[:1], None),  # one alone may be the story's own heading
        (("موقف موسكو من الحد من التسلح",), "BBC"),
        (("وزير الخارجية يعلن استعداد موسكو للمحادثات", "لافروف ينتظر ردا على مقترحات موسكو"), None),  # taken up below
        (("لماذا ترفض واشنطن هذه المقترحات الروسية كلها",), "BBC"),
        (("الاسم: سيرغي فيكتوروفيتش لافروف", "الصفة: وزير خارجية روسيا الاتحادية"), None),
        (("قفا نبك من ذكرى حبيب ومنزل", "بسقط اللوى بين الدخول فحومل"), None),
    ],
)
def test_headings_and_lists_of_a_story_stay(lines: tuple[str, ...], outlet: str | None) -> None:
    text = "\n".join((LEAD, *lines, MORE, LEAD.replace("أعلن", "وجدد")))
    assert of(text, title="عنوان", outlet=outlet)[0].text == text


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        ("اقرأ أيضا: ترامب يهدد بعقوبات جديدة على تركيا", ""),  # up to "وأضاف"
        ("إقرأ أيضاً: ترامب يهدد بعقوبات جديدة. واشنطن تنتظر.", " واشنطن تنتظر."),
        ("شاهد أيضا.. ترامب يهدد بعقوبات جديدة", ""),
        ("قد يهمك/ ترامب يهدد بعقوبات جديدة على تركيا", ""),
        ("طالع أيضاً: هل تنجح المحادثات بين موسكو وواشنطن؟", ""),
        ("اقرأ أيضا: " + "كلمة " * 30, " " + "كلمة " * 29 + "كلمة"),  # no end: the announcing words alone
        ("قال: اقرأ أيضا هذا الكتاب.", " قال: اقرأ أيضا هذا الكتاب."),
    ],
)
def test_a_headline_announced_inside_a_paragraph(inside: str, kept: str) -> None:
    assert of(f"{LEAD} {inside} {MORE}", title="عنوان")[0].text == f"{LEAD}{kept} {MORE}"
    assert of(f"{LEAD} {inside}", title="عنوان")[0].text == f"{LEAD}{kept}"


@pytest.mark.parametrize(
    "hostile",
    [
        f"اقرأ أيضا\nعنوان ما\n{MORE}\n" * 1500,  # deeper than Python's stack
        '"\n' * 20_000,
        "<script>" * 5_000,
        "<a " * 20_000,
        "اظهر الملخص\n" * 5_000,
        "list of 2 items " * 3_000 + "end of list",
        "ا\n" * 20_000,
        "(" * 50_000,
        "كلمات دلالية: " + "ا ب ت ث " * 200,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read_to_its_end(hostile: str) -> None:
    assert LEAD in of(f"{LEAD}\n{hostile}", title="عنوان")[0].text


#: How much of the seeds' text each repair may take, at most: what is lost beyond this is lost of a story.
MOST = {"summaries": 0.05, "tags": 0.02, "captions": 0.02, "headline": 0.04, "stamps": 0.01, "sources": 0.01}


def test_no_repair_takes_more_of_the_seeds_than_its_kind() -> None:
    taken: dict[str, int] = {}
    total = 0
    for record in sources.read([SEEDS]):
        assert isinstance(record, Record)
        total += len(record.text)
        for name, before, after in clean.trace(record):
            taken[name] = taken.get(name, 0) + sum(map(len, before.lines)) - sum(map(len, after.lines))
    for name, characters in taken.items():
        assert characters <= MOST.get(name, 0.005) * total, name


def letters(text: str) -> str:
    return "".join(sorted(character for character in text if character.isalnum()))


_WORDS = st.text(alphabet="بتثجحخدذرزسشصضطظعغفقكلمنهي", min_size=2, max_size=7)
_LINES = st.lists(st.lists(_WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=8, unique=True)


@settings(max_examples=100, deadline=None)
@given(lines=_LINES)
def test_nothing_that_is_not_furniture_is_lost(lines: list[str]) -> None:
    (article,) = of("\n".join(lines))
    kept = (article.title, article.text, article.captions, article.author, article.dateline, article.section)
    assert letters("".join(filter(None, kept))) == letters("".join(lines))


_PARAGRAPHS = st.lists(
    st.lists(_WORDS, min_size=20, max_size=30).map(lambda words: " ".join(words) + "."),
    min_size=2,
    max_size=5,
    unique=True,
)
_FURNITURE = st.sampled_from(
    [
        "[ad_1]",
        "إعلان",
        "+ الخط -",
        "استمع إلى الملخص",
        "شارك على فيسبوك",
        "الرئيسية » سياسة",
        "// يتبع //",
        "-----",
        "تابعونا على تويتر",
        "اقرأ أيضا",
        "أخبار ذات صلة",
        "كلمات دلالية: روسيا، أميركا",
        "المصدر: الجزيرة نت",
        "رويترز",
        "صورة أرشيفية",
        "آخر تحديث: 12:30",
        "كتب ـ محمد صبري:",
        "غزة - أ ش أ",
        "عواصم-وكالات:",
        "سيرغي لافروف",
        "list of 2 items",
        "اقرأ المزيد",
        "02/03/2025",
        "(انتهى)",
        "3 دقائق قراءة",
        "المساهمون",
    ]
)


@settings(max_examples=150, deadline=None)
@given(paragraphs=_PARAGRAPHS, data=st.data())
def test_no_furniture_takes_a_paragraph_with_it(paragraphs: list[str], data: st.DataObject) -> None:
    lines = list(paragraphs)
    for line in data.draw(st.lists(_FURNITURE, max_size=6)):
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    found = of("\n".join(lines), title="عنوان الخبر")
    kept = "\n".join(article.text for article in found).split("\n")
    assert [line for line in kept if line in paragraphs] == paragraphs


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=300), title=st.none() | st.text(max_size=40), outlet=st.none() | st.text(max_size=10))
def test_any_text_is_articles_or_no_story(text: str, title: str | None, outlet: str | None) -> None:
    try:
        found = clean.articles(Record("a.txt", text, title=title, outlet=outlet))
    except clean.NoStory:
        return
    for article in found:
        assert article.text.strip()
        assert article.text == "\n".join(line.strip() for line in article.text.split("\n"))
        assert not re.search("[\u200b-\u200f\u202a-\u202e\ufeff\u00a0\r]", article.text)
        assert article.title is None or article.title
