"""What a corpus agrees on about names, once all of it is read: one label for everybody, as its articles write them.

Spellings of a name have one id already: the knowledge's, or of those whom it doesn't hold that of
`core.actors.identity`. What is left: whom the press spells in ten ways is called as this corpus calls them most, and
names that a stray word of a single article made into somebody else are theirs ("كريستيان إريكسن ولاسي", where others
tell of "كريستيان إريكسن").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from core.actors.identity import signature
from core.actors.tagging import LEXICON
from core.arabic import MARKS, bare
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Kind


class Met(NamedTuple):
    """Somebody unknown under one label, and how many articles call them so."""

    actor_id: str
    label: str
    kind: str
    articles: int


class Spelt(NamedTuple):
    """A person whom the knowledge holds under one wording of an article, and in how many articles it stands."""

    actor_id: str
    surface: str
    articles: int


class Agreed(NamedTuple):
    """Who an id turns out to be, and what they are called."""

    actor_id: str
    label: str


#: So many articles must tell of a name before a longer one of a single article is taken for it.
SURE = 3


def settle(met: Iterable[Met]) -> dict[str, Agreed]:
    """For every id that is somebody else's or has several labels: whose it is, and the label that most articles use.

    Takes the names in any order, with the same result.
    """
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    people: set[str] = set()
    for one in met:
        labels[one.actor_id][one.label] += one.articles
        if one.kind == Kind.PERSON:
            people.add(one.actor_id)
    chosen = {who: min(said, key=lambda label: (-said[label], label)) for who, said in labels.items()}
    astray = _astray({who: (bare(chosen[who]).split(), labels[who].total()) for who in people})
    agreed = {who: Agreed(who, chosen[who]) for who, said in labels.items() if len(said) > 1}
    return agreed | {who: Agreed(other, chosen[other]) for who, other in astray.items()}


def labels(spelt: Iterable[Spelt], world: World) -> dict[str, Agreed]:
    """What the corpus calls those whom the knowledge holds, where it is not the knowledge's label: their full name as
    most articles spell it.

    A surname or a title is no name to be called by; a label of the owner's own file stays. Takes the wordings in any
    order, with the same result.
    """
    names: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for one in spelt:
        written = " ".join(MARKS.sub("", one.surface).split())
        folded = bare(written)
        if " " in folded and world.names.get(folded) == (one.actor_id,) and one.actor_id not in world.owned:
            names[one.actor_id][folded][written] += one.articles
    found: dict[str, Agreed] = {}
    for who, by_form in names.items():
        usual = bare(world.actors[who].label)
        form = min(by_form, key=lambda name: (-by_form[name].total(), name != usual, name))
        if form != usual:
            spellings = by_form[form]
            found[who] = Agreed(who, min(spellings, key=lambda name: (-spellings[name], name)))
    return found


def _astray(people: dict[str, tuple[list[str], int]]) -> dict[str, str]:
    """Names of one article that are a sure name and words that no name of several articles holds: whose they are."""
    sure = {signature(words): who for who, (words, articles) in people.items() if articles >= SURE and _full(words)}
    held = {word for words, articles in people.values() if articles > 1 for word in words}
    found: dict[str, str] = {}
    for who, (words, articles) in people.items():
        if articles == 1 and len(words) > _SHORTEST:
            parts = ((part, rest) for part, rest in _parts(words) if not any(_may_be_named(w, held) for w in rest))
            if other := next((sure[key] for key in (signature(part) for part, _ in parts) if key in sure), None):
                found[who] = other
    return found


#: Words of a full name, at least.
_SHORTEST = 2


def _full(words: list[str]) -> bool:
    """True of a name with a surname: thousands bear one of given names alone."""
    return len(words) >= _SHORTEST and not LEXICON.given.issuperset(words)


def _parts(words: list[str]) -> Iterable[tuple[list[str], list[str]]]:
    """A name's beginnings and ends of two words or more, the longest first, and what is left."""
    for size in range(len(words) - 1, _SHORTEST - 1, -1):
        yield words[:size], words[size:]
        yield words[-size:], words[:-size]


def _may_be_named(word: str, held: set[str]) -> bool:
    """True of a word that may well belong to a name."""
    return word in held or word in LEXICON.given or word in LEXICON.particles or word.startswith(TITLES.article)
