"""The same statement across outlets: when two wordings are one, and what differs between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.joined import alike, bag, new_words, same

WORDS = "بلاده مستعدة للحوار مع واشنطن حول الاستقرار الاستراتيجي"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WORDS, True),
        ("موسكو " + WORDS, True),
        ("بلادَه مستعدّةٌ للحوار مع «واشنطن» حول الإستقرار الإستراتيجي", True),  # spelt otherwise
        ("مستعدة للحوار مع واشنطن", True),  # 4 of 4 words and of 8: 8 / 12
        ("العقوبات الجديدة لن تغير موقف موسكو من الأزمة", False),
        ("مستعدة للحوار مع طهران حول برنامجها", False),  # 4 of 6 words and of 8: 8 / 14
        ("", False),
    ],
)
def test_when_two_wordings_are_one(text: str, expected: bool) -> None:
    assert same(bag(WORDS), bag(text)) is expected


def test_a_few_words_are_no_statement_of_their_own() -> None:
    assert not same(bag("التعليق على الأمر"), bag("التعليق على الأمر"))


def test_alike() -> None:
    assert alike(bag(""), bag("")) == 0.0
    assert alike(bag("نعم نعم"), bag("نعم")) == 2 / 3


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("لن ننسحب من سوريا", "لن ننسحب", ["من سوريا"]),
        ("من سوريا لن ننسحب", "لن ننسحب من سوريا", []),
        ("لا، لا ننسحب", "لا", ["لا ننسحب"]),  # once in the other, twice here
        ("سوريا، العراق", "", ["سوريا", "العراق"]),
        ("أكَّد", "اكد", []),
    ],
)
def test_words_that_the_other_does_not_have(text: str, before: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in new_words(text, before)] == expected


@given(st.text("ابت ،أ"), st.text("ابت ،أ"))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert alike(bag(one), bag(other)) == alike(bag(other), bag(one)) <= 1
    assert new_words(one, one) == []
