"""The same statement in several outlets: one speaker, about the same day, nearly the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from core.arabic import tokens

#: Words that two wordings must share, as the F1 of their bags of words. Outlets translate and shorten freely; below
#: this, two remarks on one subject begin to look like one.
ALIKE = 0.6
#: Days that an outlet may be behind another.
APART = timedelta(days=3)
#: A word that more statements of one speaker hold than this finds no candidates.
COMMON = 50


class Telling(NamedTuple):
    """One outlet's telling of a statement: enough to compare it."""

    statement_id: str
    speaker_id: str
    outlet: str | None
    day: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """One statement as several told it, the earliest telling first."""

    tellings: tuple[Telling, ...]

    @property
    def earliest(self) -> Telling:
        """Who told it first, as far as the days are known."""
        return self.tellings[0]

    @property
    def carriers(self) -> tuple[str, ...]:
        """The outlets that carry it, each once, in order of telling."""
        return tuple(dict.fromkeys(t.outlet for t in self.tellings if t.outlet))


def join(tellings: Iterable[Telling]) -> Iterator[Joined]:
    """The statements that are told more than once, in order of their first telling.

    >>> a = Telling("1", "sergei-lavrov", "تاس", date(2024, 2, 1), "بلاده مستعدة للحوار مع واشنطن حول الأمن")
    >>> b = Telling("2", "sergei-lavrov", "رويترز", date(2024, 2, 2), "بلاده مستعدة للحوار مع واشنطن حول أمن أوروبا")
    >>> [group.carriers for group in join([b, a])]
    [('تاس', 'رويترز')]
    """
    by_speaker: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_speaker[telling.speaker_id].append(telling)
    groups = [group for told in by_speaker.values() for group in _groups(sorted(told, key=_order))]
    yield from (Joined(tuple(group)) for group in sorted(groups, key=lambda g: _order(g[0])))


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """How much two wordings share, 0 to 1: the F1 of their words as bags.

    >>> alike(["a", "b"], ["b", "c"])
    0.5
    """
    if not one or not other:
        return 0.0
    left = list(other)
    same = 0
    for word in one:
        if word in left:
            left.remove(word)
            same += 1
    return 2 * same / (len(one) + len(other))


def _groups(told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """Tellings of one speaker, by the earliest that each is like; a telling alone makes no group."""
    words = [[t.form for t in tokens(one.text) if t.form.isalnum()] for one in told]
    holders: dict[str, list[int]] = defaultdict(list)
    group_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for index, telling in enumerate(told):
        candidates = {i for word in set(words[index]) if len(holders[word]) <= COMMON for i in holders[word]}
        near = (i for i in sorted(candidates) if _near(told[i], telling) and alike(words[i], words[index]) >= ALIKE)
        first = next(near, None)
        group_of[index] = index if first is None else group_of[first]
        members.setdefault(group_of[index], []).append(index)
        for word in set(words[index]):
            holders[word].append(index)
    yield from ([told[i] for i in group] for group in members.values() if len(group) > 1)


def _near(one: Telling, other: Telling) -> bool:
    """True where both days are known and near each other."""
    return one.day is not None and other.day is not None and abs(other.day - one.day) <= APART


def _order(telling: Telling) -> tuple[date, str]:
    return telling.day or date.max, telling.statement_id
