"""Persons whom the knowledge doesn't hold."""

from __future__ import annotations

import pytest

from core import actors
from core.actors.identity import new_id, signature
from core.actors.tagging import tagger
from core.arabic import bare
from core.knowledge import world
from core.model import Article, Document, Kind, Mention

WORLD = world.load()


def met(text: str) -> list[Mention]:
    article = Article("a", "a.txt", text)
    found = actors.find(Document(article), WORLD).mentions
    assert all(article.column(m.field)[m.start : m.end] == m.surface for m in found)
    return [m for m in found if not m.actor.known and m.actor.kind is Kind.PERSON]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("وقال وزير الخارجية الروسي هيكتور تيلمان إن بلاده", "هيكتور تيلمان", "وزير الخارجية الروسي"),
        ("وقال رئيس المختبر العسكري غاري آيتكنهيد إن", "غاري آيتكنهيد", "رئيس المختبر العسكري"),
        ("وما زال المحقق نيك بيلي مريضا", "نيك بيلي", "المحقق"),
        ("استدعت السفير لدى روسيا، لوري برانسن.", "لوري برانسن", "السفير لدى روسيا"),
        ("وقال وزير المياه الإثيوبي اليمايهو تيجنو إن بلاده", "اليمايهو تيجنو", "وزير المياه الإثيوبي"),
        ("وقال نظيره الليتواني ليناس أنتاناس لينكيفيشيوس أن", "ليناس أنتاناس لينكيفيشيوس", "نظيره الليتواني"),
        ("قال المستشار مون تشونغ-إن الثلاثاء", "مون تشونغ-إن", "المستشار"),
    ],
)
def test_titles_introduce_names(text: str, name: str, role: str | None) -> None:
    assert [(m.surface, m.role) for m in met(text)] == [(name, role)]


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير الإثيوبي عشية زيارته إن بلاده",
        "وقال الوزير الإثيوبي ردا على سؤال إن بلاده",
        "وقال السفير الليتواني بشكل قاطع إن بلاده",
        "ورفض الوزير الليتواني تقديم تنازلات، قائلا",
    ],
)
def test_what_else_follows_a_title_is_no_name(text: str) -> None:
    assert met(text) == []


def test_a_surname_is_the_full_names_person() -> None:
    found = met("قال المتحدث إريك باندون إن روسيا مسؤولة. وأضاف باندون أن واشنطن")
    assert [m.surface for m in found] == ["إريك باندون", "باندون"]
    assert len({m.actor.actor_id for m in found}) == 1


def test_a_surname_whose_article_has_merged() -> None:
    found = met("قال المتحدث حسام الجبابلي إن الوضع صعب. وتم توقيف عدد من المهاجرين، وفقا للجبابلي.")
    assert [m.surface for m in found] == ["حسام الجبابلي", "للجبابلي"]
    assert len({m.actor.actor_id for m in found}) == 1


def test_spellings_a_letter_apart_are_one_person() -> None:
    found = met("الجاسوس السابق سيرغي دريبنل وابنته. وعثر على الضابط المتقاعد سيرغي دربينل مغشيا عليه")
    assert len({m.actor.actor_id for m in found}) == 1


def test_ids_are_stable() -> None:
    assert new_id(("نيك", "بيلي")) == met("المحقق نيك بيلي")[0].actor.actor_id == "new-7e54bd42fae5"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("مايكل غوف", "مايكل جوف", True),
        ("أحمد عبد الله", "احمد عبدالله", True),
        ("زكريا أبو زينة", "زكريا أبوزينة", True),
        ("جولين لوبيتيغي", "غولين لوبيتيجي", True),
        ("ميكي روزنفيلد", "ميكي روزنفلد", True),
        ("محمد طلعت داوود", "محمد طلعت داود", True),
        # letters tell Arabs apart, and short names
        ("محمد أبو حامد", "محمد أبو حماد", False),
        ("محمد عبد الحفيظ", "محمد عبد الحافظ", False),
        ("أحمد الحسني", "أحمد الحسيني", False),
        ("جون ميلر", "جون مولر", False),
        ("جون سميث", "جان سميث", False),
    ],
)
def test_who_is_one_person_across_articles(one: str, other: str, same: bool) -> None:
    ids = {new_id(signature(bare(name).split())) for name in (one, other)}
    assert (len(ids) == 1) == same


def test_a_lone_given_name_is_its_own_articles() -> None:
    lone = [
        m.actor.actor_id
        for article in ("a", "b")
        for m in actors.find(Document(Article(article, "a.txt", "الجاسوس وابنته يوليا بريطانيا")), WORLD).mentions
        if not m.actor.known
    ]
    assert len(set(lone)) == 2


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("وقالت المستشارة الألمانية أنغيلا مريكل إن", "angela-merkel"),
        ("وقالت المتحدثة ماريا زاخروفا إن", "maria-zakharova"),
        ("وقال المحلل محمد عبدالسلام إن", None),  # an Arab's namesake
    ],
)
def test_a_known_foreigner_in_a_new_spelling(text: str, actor: str | None) -> None:
    found = actors.find(Document(Article("a", "a.txt", text)), WORLD).mentions
    people = {m.actor.actor_id for m in found if m.actor.kind is Kind.PERSON and m.actor.known}
    assert people == ({actor} if actor else set())


@pytest.mark.parametrize(
    "text",
    [
        "وقال وزير الخارجية الروسي سيرغي لافروف هاتفيا",
        "أعلنت المتحدثة باسم البيت الأبيض الخميس أن",
        "وقال الرئيس في مؤتمر صحفي إن بلاده مستعدة",
        "قال مصدر مطلع في الوزارة",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert met(text) == []


def test_no_words_no_names() -> None:
    assert tagger().spans([]) == []


def test_a_preposition_is_nobodys_surname() -> None:
    assert [m.surface for m in met("قال المحلل ثامر علي إن الأمر يعتمد على روسيا")] == ["ثامر علي"]


def test_kin_needs_no_surname() -> None:
    assert met("الجاسوس وابنته يرقدان في المستشفى") == []
    assert [(m.surface, m.role) for m in met("الجاسوس وابنته يوليا بريطانيا")] == [("يوليا", "ابنته")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال الشيخ خالد بن زيد آل حميد إن", ["خالد بن زيد آل حميد"]),
        ("قال المسؤول الفلسطيني ناصر القشاشي إن", ["ناصر القشاشي"]),
        ("شدد الوزير على الأهمية", []),
    ],
)
def test_names_go_on_over_given_names_and_particles(text: str, names: list[str]) -> None:
    assert [m.surface for m in met(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقالت إليزابيث تيومان المحللة في معهد دراسة الحرب إن", ["إليزابيث تيومان"]),
        ("وقال هشام كمال القيادي بالجبهة إن", ["هشام كمال"]),
        ("وقال خالد داوود إن المعارضة سترد", ["خالد داوود"]),  # a namesake is known
        ("وصل إلى شارع خالد داوود مساء", []),
        ("قال قصي عبد الفتاح إن الحرب انتهت. وقال عبد الفتاح في مؤتمر", ["قصي عبد الفتاح"]),
        ("وقال فلان القاضي إن", []),
        ("وقال عمرو موسى إن الأزمة صعبة. وناشد موسى الحكومة أن تطور سياساتها", ["عمرو موسى"]),
        # everyday words, alone or behind a proclitic; where a surname is one, something shows it
        ("ولعب صالح داود دورا هاما في الفريق", ["صالح داود"]),
        ("وطلب يوسف داود للاجتماع", ["يوسف داود"]),
        ("وقال الوزير باسل عودة إن", ["باسل عودة"]),
        ("وقال الوزير خالد يعقوب وسالم داود معا", ["خالد يعقوب", "سالم داود"]),
        ("وقال الفنان علاء ولي الدين إن", ["علاء ولي الدين"]),
        # names of two words, of which the first may be an everyday one
        ("وقال الدكتور خالد علم الدين إن رجال الدين رفضوا. وأضاف علم الدين أن", ["خالد علم الدين"]),
        ("وقال فخر الدين بن يوسف إن الفريق جاهز", ["فخر الدين بن يوسف"]),
        ("وقال خالد إن رجال الدين رفضوا علم الدين", []),
        ("وسجل سالم داود وأنيس زاهر هدفين", ["سالم داود", "أنيس زاهر"]),
        ("وقال المغني بيومي فؤاد إن", ["بيومي فؤاد"]),
        ("وقال الدكتور أحمد فوزي الدسوقي، وهو", ["أحمد فوزي الدسوقي"]),
        ("وقال الدكتور أحمد فوزي السابق ذكره", ["أحمد فوزي"]),
        ("وقال محافظ الحديدة، الحسن طاهر، إن", ["الحسن طاهر"]),
        ("وذكر بيان صدر مساء اليوم عن", []),
        ("مع وزيرة الصحة الروسية فيرونيكا سكفورتسوفا في", ["فيرونيكا سكفورتسوفا"]),
        ("مع وزير الصحة الروسي زيارة رسمية", []),
        ("وقال رجل الدين محمد باقر في", ["محمد باقر"]),
        ("وقال الشيخ أحمد بن فلاديمير بوتين إن", []),  # what follows belongs to another
        ("في ملعب الأمير فيصل بن داود بالمدينة", []),
        # على is the preposition, unless the text leaves its dots off
        ("وشدد قصي داود على أهمية الحوار في المدينة", ["قصي داود"]),
        ("وأكد قصي داود على، وهو فى المدينة", ["قصي داود على"]),
        ("وأكد قصي داود على الحوار فى المدينة", ["قصي داود"]),
        # what stands before a name, and what behind it
        ("ولم ينحي بيتر لوسن باللائمة على أحد", ["بيتر لوسن"]),
        ("وأبدى هادي قدري تخوفه من استخدام السلاح", ["هادي قدري"]),
        ("قال غيرمو مونتيرو المحامي وعضو الجماعة", ["غيرمو مونتيرو"]),
        ("وأكد القيادي الحوثي علي جفرة، أنهم", ["علي جفرة"]),
        ("وشدد القيادي على أهمية الحوار", []),
        ("وقال الشيخ عبد الله بن سليمان المنيف إن", ["عبد الله بن سليمان المنيف"]),
        ("وقال الشيخ عبد الله المطيع إن", ["عبد الله المطيع"]),
        ("واوضح محمد ابراهيم اغ صالحي المسؤول في الحركة", ["محمد ابراهيم اغ صالحي"]),
        ("تمكن الضابط من ضبط المدعو سمير الحنفي في", ["سمير الحنفي"]),
        ("ووصل النائب جان- بول دوريان إلى", ["جان- بول دوريان"]),
        ("تعازيها في مقتل السفير العزيز، وأكدت", []),
        ("وكان ريتشارد وود حاضرا", ["ريتشارد وود"]),
        ("ووصل المحامي جورج هانفيلد. وكتب بيورن هانفيلد، وهو مواطن، أن", ["جورج هانفيلد", "بيورن هانفيلد"]),
        ("وقال كريم بنزايد، والذي تم عزله، إن", ["كريم بنزايد"]),
        ("وقال الأمير خالد بن سلطان بن عبد العزيز إن", []),
        ("وتم حبس ناجي بدوي. وحبس حمادة بدوي أيضا", ["ناجي بدوي", "حمادة بدوي"]),
        ("وقال بيان شركة كريمسون هيكساغون إن", []),
        ("وذكرت مجلة «فرانس فوتبول» أن", []),
        ("وهو من مواليد ولاية نورث كارولاينا", []),
    ],
)
def test_where_a_name_ends_and_whose_it_is(text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(m.actor.label for m in met(text) if not m.actor.known)) == names


def test_a_hyphened_name_is_whole_and_its_surname_comes_first() -> None:
    found = met("وقال مون تشونغ-إن الثلاثاء وكيم هاك-سونغ. وأضاف مون أن")
    assert [m.surface for m in found] == ["مون تشونغ-إن", "كيم هاك-سونغ", "مون"]
    assert found[0].actor == found[2].actor


def test_an_and_that_stands_alone_joins_two_names() -> None:
    assert [m.surface for m in met("المتهمان سعاد ماكس و محمد سوستة في القاهرة.")] == ["سعاد ماكس", "محمد سوستة"]


@pytest.mark.parametrize(
    "text", ["حتى الآن فإن المسؤولين يقولون", "أكد شيخ الأزهر، تقديره لبعض أنشطة", "لإنشاء كيان كردي مستقل"]
)
def test_particles_and_nouns_are_no_names(text: str) -> None:
    assert met(text) == []
