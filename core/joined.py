"""The same statement in several outlets: nearly the same words; and in which words one telling differs from another.

What is compared here is of one speaker, or of two wordings that may mean one (`MAY_BE_ONE`), and of about the same
day; `core.queries.tellings` sees to that.
"""

from __future__ import annotations

from collections import Counter

from core.arabic import tokens

#: Words that two wordings must share, as the F1 of their bags of words. Outlets translate and shorten freely; below
#: this, two remarks on one subject begin to look like one.
ALIKE = 0.6
#: Words that two wordings must share where one outlet names the office, or spells the name otherwise.
MORE_ALIKE = 0.7
#: How like two spellings of a name must be to be perhaps one person's (Jaro and Winkler's measure).
SPELT_ALIKE = 0.9
#: Fewer words than these ("التعليق على الأمر") are said again and again, and tell no statement from another.
FEWEST = 4
#: Days that one outlet's day of a statement may be off another's.
APART = 3

Bag = Counter[str]


def bag(text: str) -> Bag:
    """The words of a text whatever their spelling, each as often as it stands there.

    >>> bag("أكد، وأكَّد")["اكد"]
    1
    """
    return Counter(token.form for token in tokens(text) if token.form.isalnum())


def alike(one: Bag, other: Bag) -> float:
    """How much two wordings share, 0 to 1: the F1 of their words.

    >>> alike(bag("a b"), bag("b c"))
    0.5
    """
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0


def same(one: Bag, other: Bag, least: float = ALIKE) -> bool:
    """True where two wordings of one speaker are one statement's: they share at least so much.

    >>> same(bag("بلاده مستعدة للحوار مع واشنطن"), bag("موسكو مستعدة للحوار مع واشنطن"))
    True
    """
    return min(one.total(), other.total()) >= FEWEST and alike(one, other) >= least


def new_words(text: str, before: str) -> list[tuple[int, int]]:
    """Where in `text` words stand that `before` does not have, neighbours as one stretch.

    >>> new_words("one two three", "two")
    [(0, 3), (8, 13)]
    """
    left = bag(before)
    found: list[tuple[int, int]] = []
    adjoining = False
    for token in tokens(text):
        if not token.form.isalnum():
            adjoining = False
        elif left[token.form] > 0:
            left[token.form] -= 1
            adjoining = False
        else:
            found.append((found.pop()[0] if adjoining else token.start, token.end))
            adjoining = True
    return found
