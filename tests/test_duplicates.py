"""Reprints and updates point to the earliest; stories that share background do not."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest

from core import duplicates

LEAD = (
    "أعلن وزير الخارجية في مؤتمر صحفي عقده اليوم أن بلاده مستعدة لاستئناف المحادثات حول الحد من التسلح إذا أبدى الجانب "
    "الآخر استعداده لذلك وتوقف عن فرض العقوبات على الشركات والمسؤولين."
)
BODY = (
    "وأضاف أن الوفدين سيلتقيان في جنيف مطلع الشهر المقبل لبحث جدول الأعمال ومواعيد الجولات التالية من المفاوضات. "
    "وأوضح أن الخلافات ما زالت قائمة بشأن أنظمة الدفاع الصاروخي ونشر القوات في دول البلطيق ومراقبة المنشآت النووية."
)
BACKGROUND = (
    "وبلغ التوتر بين البلدين ذروته على خلفية خلافات بشأن أوكرانيا ومصير المعارض المسجون واتهامات بالتجسس والتدخل في "
    "الانتخابات وهجمات إلكترونية نفتها موسكو مرارا."
)
OTHER = (
    "قتل ثلاثة أشخاص وأصيب عشرة آخرون في انفجار خط أنابيب للغاز قرب العاصمة مساء أمس بحسب ما أفادت به فرق الإنقاذ التي "
    "تواصل البحث عن ناجين تحت الأنقاض في حي سكني مكتظ."
)
NEXT = "وقالت الشركة المشغلة إن تحقيقا فتح في الحادث الذي لم تعرف أسبابه بعد وإن الإمدادات ستعود خلال أيام قليلة."

REWORDED = (
    "قال وزير الخارجية، في مؤتمر صحفي اليوم، إن بلاده مستعدة لاستئناف المحادثات حول الحد من التسلح، إن أبدى الجانب "
    "الآخر استعداده وتوقف عن فرض العقوبات على الشركات والمسؤولين. وأشار إلى أن الوفدين سيلتقيان في جنيف مطلع الشهر "
    "المقبل لبحث جدول الأعمال ومواعيد الجولات التالية من المفاوضات."
)
NEWS = "وصل مبعوث الأمم المتحدة الخاص إلى الإقليم مساء أمس في زيارة تستمر ثلاثة أيام يلتقي فيها قادة الفصائل المتحاربة."

A, B = date(2021, 4, 26), date(2021, 4, 27)


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [
        (LEAD + BODY, LEAD + BODY, True),
        (LEAD + BODY, LEAD.replace("أ", "ا") + BODY, True),  # another spelling
        (LEAD + BODY, "جنيف - " + LEAD + BODY + " وأج", True),
        (LEAD + BODY, LEAD + BODY + BACKGROUND, True),  # brought up to date
        (LEAD + BODY + BACKGROUND, OTHER + NEXT + BACKGROUND, False),  # the same background
        (LEAD + BODY, OTHER + NEXT, False),
        (OTHER, LEAD + BODY + OTHER + NEXT, False),  # a brief inside a report of much else
        (LEAD + BODY, REWORDED, True),  # the same release in other words
        (LEAD + BODY + BACKGROUND, NEWS + BODY + BACKGROUND, False),  # a new event over yesterday's story
        ("عاجل: انفجار قرب العاصمة", "عاجل: انفجار قرب العاصمة", False),  # too short to say
    ],
)
def test_same_story(earlier: str, later: str, same: bool) -> None:
    assert duplicates.mark([("b", B, later), ("a", A, earlier)]) == ({"b": "a"} if same else {})


def test_earliest_is_the_original_whatever_the_order() -> None:
    told = [("d", None, LEAD + BODY), ("c", B, LEAD + BODY), ("a", B, LEAD + BODY), ("z", A, LEAD + BODY + NEXT)]
    wanted = {"a": "z", "c": "z", "d": "z"}
    for seed in range(6):
        random.Random(seed).shuffle(told)
        assert duplicates.mark(told) == wanted


def test_routine_of_another_day_is_another_story() -> None:
    text = LEAD + BODY + BACKGROUND
    assert duplicates.mark([("a", date(2021, 1, 1), text), ("b", date(2021, 6, 1), LEAD + BODY)]) == {}
    assert duplicates.mark([("a", date(2021, 1, 1), text), ("b", date(2021, 6, 1), text)]) == {"b": "a"}
    bulletin = "نشر موقعنا عددا من الأخبار المهمة، وفيما يلي موجز أنباء الساعة العاشرة مساء بتوقيت القاهرة:"
    assert duplicates.mark([("a", date(2021, 1, 1), bulletin), ("b", date(2021, 1, 9), bulletin)]) == {}


def test_nothing_of_nothing() -> None:
    assert duplicates.mark([]) == {}
    assert list(duplicates.groups({"b": "a", "c": "a"})) == [("a", ["b", "c"])]


def test_the_gold_holds_ids_and_verdicts_and_no_text() -> None:
    pairs = json.loads(Path("tests/gold/duplicates/pairs.json").read_text(encoding="utf-8"))
    assert len(pairs) == 155
    assert {verdict for pair in pairs for verdict in [pair["verdict"]]} == {"same", "update", "background"}
    assert all(pair.keys() == {"a", "b", "verdict"} and pair["a"].isascii() and pair["b"].isascii() for pair in pairs)
