"""The same statement across outlets."""

from __future__ import annotations

from datetime import date

from core.statements.joined import Telling, alike, join

WORDS = "بلاده مستعدة للحوار مع واشنطن حول الاستقرار الاستراتيجي"


def telling(key: str, day: int | None = 1, speaker: str = "sergei-lavrov", text: str = WORDS) -> Telling:
    return Telling(key, speaker, f"outlet {key}", date(2024, 2, day) if day else None, text)


def keys(*told: Telling) -> list[list[str]]:
    return [[t.statement_id for t in group.tellings] for group in join(told)]


def test_told_twice() -> None:
    assert keys(telling("b", 2), telling("a", 1)) == [["a", "b"]]


def test_another_speaker() -> None:
    assert keys(telling("a"), telling("b", speaker="dmitry-peskov")) == []


def test_another_week() -> None:
    assert keys(telling("a", 1), telling("b", 9)) == []


def test_an_unknown_day_joins_nothing() -> None:
    assert keys(telling("a"), telling("b", None)) == []


def test_other_words() -> None:
    assert keys(telling("a"), telling("b", text="العقوبات الجديدة لن تغير موقف موسكو من الأزمة")) == []


def test_nearly_the_same_words() -> None:
    assert keys(telling("a"), telling("b", text="موسكو " + WORDS)) == [["a", "b"]]


def test_earliest_and_carriers() -> None:
    (group,) = join([telling("c", 3), telling("a", 1), telling("b", 2)])
    assert group.earliest.statement_id == "a"
    assert group.carriers == ("outlet a", "outlet b", "outlet c")


def test_alike() -> None:
    assert alike([], ["a"]) == 0.0
    assert alike(["a", "a"], ["a"]) == 2 / 3
