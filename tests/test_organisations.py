"""Organisations whom the knowledge doesn't hold."""

from __future__ import annotations

import pytest

from core import organisations
from core.model import Article, Field, Mention


def met(text: str, taken: tuple[tuple[Field, int, int], ...] = ()) -> list[Mention]:
    found = organisations.find(Article("a", "a.txt", text), taken)
    assert all(text[m.start : m.end] == m.surface for m in found)
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال مرصد حقوق الطيور العالمي إن", ["مرصد حقوق الطيور العالمي"]),
        ("وهاجمت هيئة تحرير الوادي مواقع", ["هيئة تحرير الوادي"]),
        ("في الجبهة الوطنية للإصلاح أمس", ["الجبهة الوطنية للإصلاح"]),
        ("المجلس الأعلى للمياه الأردني", ["المجلس الأعلى للمياه الأردني"]),
        ("نقلت صحيفة «المساء» عن", ["صحيفة «المساء»"]),
        ("قالت صحيفة ''المساء'' إن", ["صحيفة ''المساء''"]),
        ("ذكرت وكالة أنباء فلانتس أن", ["وكالة أنباء فلانتس"]),
        ("شركة النفط الوطنية", ["شركة النفط الوطنية"]),
        ("وحركة الإصلاح الوطني", ["حركة الإصلاح الوطني"]),
        ("أقر مجلس الوزراء الموافقة على", ["مجلس الوزراء"]),
        # no names
        ("مجموعة من القضايا", []),
        ("القوات الأجنبية في", []),
        ("هيئة لصنع القرار", []),
        ("نقلت صحيفة محلية عن", []),
        ("في لجنة إلى", []),
        ("عبر الموقع الإلكتروني", []),
        ("حزب. الأمة", []),
        ("اجتماع المجلس الاثنين", []),
    ],
)
def test_how_a_name_is_built(text: str, names: list[str]) -> None:
    assert [m.surface for m in met(text)] == names


def test_a_shortened_name_is_the_full_ones_organisation() -> None:
    found = met("هيئة حماية الطيور الوطنية. وقالت هيئة حماية الطيور أمس")
    assert len(found) == 2
    assert {m.actor.label for m in found} == {"هيئة حماية الطيور الوطنية"}


def test_what_is_named_already_is_left_alone() -> None:
    assert met("حركة الإصلاح الوطني", ((Field.TEXT, 5, 12),)) == []
