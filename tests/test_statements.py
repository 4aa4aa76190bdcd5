"""Statements: cues with their complements, contents, speakers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core import actors, dates, reference, statements
from core.knowledge import cues, world
from core.model import Article, Document, Mode, Period, Published, Statement


def read(text: str, day: date = date(2021, 4, 26)) -> list[Statement]:
    article = Article("a", "f.txt", text, published=Published(Period.day(day)))
    document = actors.find(Document(article), world.load())
    document = reference.link(dates.find(document), world.load())
    found = statements.find(document, world.load()).statements
    assert all(text[s.start : s.end] == s.text for s in found)
    return list(found)


def label(statement: Statement) -> str | None:
    return statement.speaker.label if statement.speaker else statement.speaker_surface


def told(text: str) -> list[tuple[str | None, str, str]]:
    return [(label(s), s.mode.value, s.text) for s in read(text)]


PESKOV, LAVROV, PUTIN = "دميتري بيسكوف", "سيرغي لافروف", "فلاديمير بوتين"
ZAKHAROVA, KREMLIN = "ماريا زاخاروفا", "الكرملين"

CASES = {
    "that": ("قال بيسكوف إن موسكو مستعدة للحوار.", [(PESKOV, "indirect", "موسكو مستعدة للحوار")]),
    "prepositional that": (
        "وأشار سيرغي لافروف إلى أن بلاده لن ترد.",
        [(LAVROV, "indirect", "بلاده لن ترد")],
    ),
    "colon and quotation": (
        "وأضاف بيسكوف: «لا نرى سببا لذلك. سنرى غدا».",
        [(PESKOV, "direct", "لا نرى سببا لذلك. سنرى غدا")],
    ),
    "aside before the colon": (
        "وقال بيسكوف عن العقوبات الأمريكية الجديدة: “هذه الإجراءات تعوق تحسين العلاقات”.",
        [(PESKOV, "direct", "هذه الإجراءات تعوق تحسين العلاقات")],
    ),
    "colon without marks": (
        "وقال بوتين في كلمة له أمس: لا يجب تكرار ذلك في دول أخرى.",
        [(PUTIN, "direct", "لا يجب تكرار ذلك في دول أخرى")],
    ),
    "bare speech": ("قال سيرغي لافروف لا أعتقد ذلك أبدا.", [(LAVROV, "indirect", "لا أعتقد ذلك أبدا")]),
    "participle goes on": (
        "قال بيسكوف إن الحوار مستمر، مشيرا إلى أن القمة قريبة.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "indirect", "القمة قريبة")],
    ),
    "silent subject agrees in gender": (
        "قالت ماريا زاخاروفا إن الأمر واضح. وقال بيسكوف إن الوقت مبكر. وأضافت أن الرد قادم.",
        [
            (ZAKHAROVA, "indirect", "الأمر واضح"),
            (PESKOV, "indirect", "الوقت مبكر"),
            (ZAKHAROVA, "indirect", "الرد قادم"),
        ],
    ),
    "participle of a verb that is no cue": (
        "وكان بوتين قد عقد اجتماعا مع الحكومة، مؤكدا أهمية الصناعة للبلاد.",
        [(PUTIN, "indirect", "أهمية الصناعة للبلاد")],
    ),
    "two cues lead one content": (
        "وتابع بيسكوف قائلا: «سنعمل على ذلك مع الجميع».",
        [(PESKOV, "direct", "سنعمل على ذلك مع الجميع")],
    ),
    "subject first": ("الكرملين أكد أن الموعد لم يتحدد.", [(KREMLIN, "indirect", "الموعد لم يتحدد")]),
    "the outlet's own voice holds another's": (
        "يذكر أن سيرغي لافروف كان أعلن أن بلاده سترد.",
        [(LAVROV, "indirect", "بلاده سترد")],
    ),
    "a body speaks": (
        "أعلنت وزارة الخارجية الروسية استعدادها لبدء المناقشات.",
        [("وزارة الخارجية الروسية", "indirect", "استعدادها لبدء المناقشات")],
    ),
    "refusal": (
        "كما رفض الكرملين التعليق على مدى توافق المفهومين.",
        [(KREMLIN, "refusal", "التعليق على مدى توافق المفهومين")],
    ),
    "denial": ("نفى الكرملين أن يكون قد تدخل.", [(KREMLIN, "indirect", "يكون قد تدخل")]),
    "relayed": (
        "ونقلت وكالة تاس عن سيرغي لافروف قوله إن الاجتماع كان مفيدا.",
        [(LAVROV, "indirect", "الاجتماع كان مفيدا")],
    ),
    "attribution after": (
        "لن تعقد القمة هذا الشهر في جنيف، بحسب الكرملين.",
        [(KREMLIN, "indirect", "لن تعقد القمة هذا الشهر في جنيف")],
    ),
    "distance ends the content": (
        "قال بيسكوف إن القرار عادل، على حد تعبيره.",
        [(PESKOV, "indirect", "القرار عادل")],
    ),
    "an unnamed source keeps its wording": (
        "وقال مصدر دبلوماسي إن المحادثات ستستأنف.",
        [("مصدر دبلوماسي", "indirect", "المحادثات ستستأنف")],
    ),
    "quotation first": (
        "«لا يمكننا أن نقبل بهذا الوضع أبدا»، قال بيسكوف للصحفيين.",
        [(PESKOV, "direct", "لا يمكننا أن نقبل بهذا الوضع أبدا")],
    ),
}

NOTHING = {
    "the noun ذكر": "وعلى ذكر هذه القضية فإن المحادثات مستمرة.",
    "the sight": "ورأى بوتين الصورة في المتحف.",
    "the participle as an adjective": "وفرضت واشنطن عقوبات مشددة على شركات كثيرة في الزيارة المعلنة.",
    "negated": "ولم يذكر الكرملين أن القمة قريبة.",
    "own voice": "يذكر أن القمة عقدت في جنيف. والجدير بالذكر أن الحوار بدأ قبل عام.",
    "between": "وبين أن تقبل موسكو وأن ترفض وقت طويل.",
    "a law names no source": "وفرضت العقوبات على شركات كثيرة، وفقا للقانون الجديد.",
    "deeds": "وفرضت واشنطن عقوبات على موسكو، والتقى لافروف نظيره في جنيف.",
}


@pytest.mark.parametrize("name", CASES)
def test_a_statement(name: str) -> None:
    text, expected = CASES[name]
    assert told(text) == expected


@pytest.mark.parametrize("name", NOTHING)
def test_no_statement(name: str) -> None:
    assert told(NOTHING[name]) == []


def test_a_statement_is_complete() -> None:
    (found,) = read("وقال وزير الخارجية الروسي سيرغي لافروف إن واشنطن لم ترد.")
    assert (found.cue, found.act.value, found.mode, found.rule) == ("وقال", "say", Mode.INDIRECT, "verb + that")
    assert (found.body_id, found.country_id, found.resolved_by.value) == ("ru-mfa", "ru", "name")
    assert found.about == ("us",)
    assert found.said == Period.day(date(2021, 4, 26))


def test_nothing_in_nothing() -> None:
    document = Document(Article("a", "f.txt", ""))
    assert statements.find(document, world.load()) == replace(document, statements=())


def test_every_verb_is_inflected() -> None:
    forms = cues.load().forms
    assert {"وقالت", "يقولون", "مضيفا", "موكده", "قولها", "بالقول", "دعت", "نفوا"} <= forms.keys()
