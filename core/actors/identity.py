"""Who an unknown name is: one id for all spellings of it, the same in every article, corpus and machine.

The id comes from the name alone, so that nothing else in a corpus changes it. Systematic habits ("عبد الله",
"عبدالله") make no difference; of a foreign surname only what every ear hears counts. An Arab's name is written one way,
and letters tell people apart ("حامد", "حماد"), so it is taken as it is.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from core.actors.tagging import ARAB, LEXICON
from core.knowledge.spellings import is_native, joined, skeleton, usual
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Kind

#: Letters of a foreign word, and consonants of its skeleton, at least, for its spelling to be a matter of hearing.
_LONG, _CONSONANTS = 5, 4


def new_id(words: Iterable[str]) -> str:
    """The stable id of whoever is called so: the same in every article and on every machine."""
    return f"new-{hashlib.blake2s(' '.join(words).encode(), digest_size=6).hexdigest()}"


def signature(words: Sequence[str]) -> tuple[str, ...]:
    """What all spellings of a person's name have in common, out of its folded words.

    >>> signature(["مايكل", "غوف"]) == signature(["مايكل", "جوف"])
    True
    >>> signature(["بوب", "وودوورد"]) == signature(["بوب", "وودورد"])
    True
    >>> signature(["محمد", "حامد"]) == signature(["محمد", "حماد"])
    False
    """
    plain = usual(words)
    if len(plain) == 1 or plain[0] in ARAB or plain[0].startswith(joined()):
        return tuple(plain)
    return tuple(_heard(word) for word in plain)


def _heard(word: str) -> str:
    """A word's skeleton, where it is a foreign surname long enough to be told by it."""
    if len(word) < _LONG or word in LEXICON.given or word.startswith((TITLES.article, *joined())):
        return word
    bones = skeleton(word)
    return bones if len(bones) >= _CONSONANTS else word


@lru_cache(maxsize=4)
def _known(world: World) -> dict[tuple[str, ...], str]:
    """The foreigners of the knowledge by the signature of their full names, where only one has it."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, ids in world.names.items():
        words = name.split()
        for actor in (world.actors[i] for i in ids if len(words) > 1):
            if actor.kind is Kind.PERSON and not is_native(actor.country_id):
                found[signature(words)].add(actor.actor_id)
    return {key: ids.pop() for key, ids in found.items() if len(ids) == 1}


def known(words: Sequence[str], world: World) -> str | None:
    """The id of the foreigner of the knowledge who is called so in a spelling that no entry lists; else null."""
    key = signature(words)
    return _known(world).get(key) if any(map(str.__ne__, key, usual(words))) else None
