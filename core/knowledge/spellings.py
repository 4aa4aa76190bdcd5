"""The usual Arabic spellings of one name, out of the one that the knowledge gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise, product

import msgspec

from core.arabic import bare
from core.knowledge.loading import FOLDER, read


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of spellings.yml, as they stand there."""

    letters: dict[str, str]
    native: frozenset[str]
    joined_after: frozenset[str]
    joined_before: frozenset[str]
    alike: dict[str, str]
    vowels: frozenset[str]
    ends: dict[str, str]
    words: list[list[str]]


@cache
def _rules() -> Spellings:
    return read(FOLDER / "spellings.yml", Spellings)


@cache
def _words() -> dict[str, list[str]]:
    """Each listed spelling, one word or several, to its whole line."""
    return {spelling: line for line in _rules().words for spelling in line}


def is_native(country: str | None) -> bool:
    """True of a country whose people's names are Arabic by origin."""
    return country in _rules().native


@cache
def variants(name: str, country: str | None = None) -> tuple[str, ...]:
    """Further spellings of a person's `name`; `country` (ISO code) says whether its غ may be a foreign g.

    Spellings that folding merges are given once; the name itself is not among them.

    >>> variants("سيرغي شويغو", "ru")
    ('سيرجي شويجو', 'سيرجي شويغو', 'سيرغيه شويغو', 'سيرجيه شويجو')
    >>> variants("أحمد أبو الغيط", "eg")
    ('أحمد أبوالغيط',)
    """
    forms = {name: None}
    for spelling in _by_word(name):
        for form in (spelling, _joined(spelling)):
            forms[form] = None
            if not is_native(country):
                forms[_relettered(form)] = None
    if len(forms) == 1:  # as of most names: nothing to fold
        return ()
    found: dict[str, str] = {}
    for form in forms:
        found.setdefault(bare(form), form)
    return tuple(found.values())[1:]


@cache
def joined() -> tuple[str, ...]:
    """How an Arab's given name of two words written as one begins (عبد, أبو), folded."""
    return tuple(map(bare, _rules().joined_after))


@cache
def closing() -> frozenset[str]:
    """What ends an Arab's given name of two words (الله, الدين), folded."""
    return frozenset(map(bare, _rules().joined_before))


def usual(words: Sequence[str]) -> list[str]:
    """A name's folded words in one habit: joined, each in the first spelling of its line, a foreign g as ج.

    >>> usual(["عبد", "الله", "غوف"]), usual(["سيرجي", "لافروف"])
    (['عبدالله', 'جوف'], ['سيرجي', 'لافروف'])
    """
    first = _first()
    return [_relettered(first.get(word, word)) for word in _joined(" ".join(words)).split()]


@cache
def _first() -> dict[str, str]:
    """Each listed spelling of one word, folded, to the first of its line."""
    lines = [[bare(word) for word in line] for line in _rules().words]
    return {word: line[0] for line in lines for word in line if " " not in word + line[0]}


def skeleton(word: str) -> str:
    """What stays of a foreign word however it is heard: its ends and the consonants between, like sounds as one.

    >>> skeleton("وودوورد"), skeleton("لافرنتييف") == skeleton("لافرينتيف")
    ('ودرد', True)
    """
    rules = _rules()
    letters = [rules.alike.get(letter, letter) for letter in word]
    inner = [letter for letter in letters[1:-1] if letter not in rules.vowels]
    return "".join(a for a, b in pairwise([letters[0], *inner, rules.ends.get(letters[-1], letters[-1]), ""]) if a != b)


def _by_word(name: str) -> list[str]:
    """The name with each word in each of its spellings."""
    choices: list[list[str]] = []
    words = name.split()
    while words:
        for size in (2, 1):
            head = " ".join(words[:size])
            if line := _words().get(head):
                choices.append([head, *(s for s in line if s != head)])
                break
        else:
            size = 1
            choices.append([words[0]])
        words = words[size:]
    return [" ".join(parts) for parts in product(*choices)]


def _relettered(name: str) -> str:
    """The name in the other habit of writing a foreign letter."""
    for letter, other in _rules().letters.items():
        name = name.replace(letter, other)
    return name


def _joined(name: str) -> str:
    """The name with عبد, أبو and the like written onto the word they belong to."""
    words = name.split()
    text = words[0]
    for before, word in pairwise(words):
        glue = bare(before) in joined() or word in _rules().joined_before
        text += word if glue else f" {word}"
    return text
