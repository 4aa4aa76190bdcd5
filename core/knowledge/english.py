"""How English names stand in a phrase: with or without the article."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from core.knowledge.loading import FOLDER, read, refuse_duplicates


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """`the`: words that give a name its article."""

    the: list[str]


@cache
def _described() -> frozenset[str]:
    words = read(FOLDER / "english.yml", _File).the
    refuse_duplicates("english.yml", [("the", word) for word in words])
    return frozenset(words)


def of(name: str) -> str:
    """A name as it stands behind what is of it.

    >>> of("United States"), of("The Kremlin"), of("Russia")
    ('of the United States', 'of the Kremlin', 'of Russia')
    """
    first, _, rest = name.partition(" ")
    if first == "The":
        return f"of the {rest}"
    return f"of the {name}" if _described() & set(re.findall(r"\w+", name)) else f"of {name}"
