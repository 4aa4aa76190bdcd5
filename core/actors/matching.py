"""One pass over a text for everything the knowledge of actors can name, whatever it turns out to mean there.

A match is a whole word or several, with or without a proclitic before it ("والكرملين", "لموسكو", "للروس"), spelt any
way that folding merges, offsets in the original. Hashtags count as words ("#الولايات_المتحدة").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from core.arabic import MARKS, bare, folded
from core.knowledge.titles import TITLES
from core.knowledge.world import Nationality, OfficeKind, World

#: What is taken out of a folded text before matching: marks, a hashtag's sign, and spaces behind a space.
_DROPPED = re.compile(f"{MARKS.pattern}|#+|(?<= ) +")

_TANWIN = "\u064b"

_SPACES = str.maketrans({"_": " ", "\t": " "})


@dataclass(slots=True)
class Entry:
    """What one folded wording can be."""

    names: tuple[str, ...] = ()  # actors it names outright
    shorts: tuple[str, ...] = ()  # actors it names where the article supports it
    capital: str | None = None  # the country whose capital it is
    nationalities: tuple[Nationality, ...] = ()
    titles: list[TitlePattern] = field(default_factory=list)
    bodies: list[BodyPattern] = field(default_factory=list)
    counterpart: bool = False  # "نظيره": whoever holds the same office elsewhere


class TitlePattern(NamedTuple):
    """A title, or what of it stands before the country or body it is of; `suffix` is what stands behind that."""

    kind: OfficeKind
    gender: str
    number: str  # singular, dual or plural
    definite: bool
    long: bool  # of more words than one
    suffix: str


class BodyPattern(NamedTuple):
    """The beginning of a body's name, and what must follow: "m" or "f", a nationality; "country", a country.

    `adjectival` and `alone` as in `core.knowledge.world.BodyKind`.
    """

    kind_id: str
    slot: str
    adjectival: bool
    alone: bool


class Hit(NamedTuple):
    """One match: its place in the original text, the proclitic left outside it, and what it can be.

    Its word begins at `begin`, where the proclitic does. A proclitic that has merged with the article stays inside.
    """

    start: int
    end: int
    begin: int
    form: str
    clitic: str
    entry: Entry


class Flat(NamedTuple):
    """A text folded for matching, and the way back to the original's offsets."""

    text: str
    flats: list[int]  # where, in `text`, the shift changes …
    shifts: list[int]  # … and to what

    def origin(self, offset: int) -> int:
        """The original offset of the character at `offset`."""
        return offset + self.shifts[bisect_right(self.flats, offset) - 1]


def flatten(text: str) -> Flat:
    """Fold `text`, drop marks and doubled spaces, open hashtags up."""
    form = folded(text).translate(_SPACES) if "_" in text or "\t" in text else folded(text)
    kept, flats, shifts, last, at = [], [0], [0], 0, 0
    for gap in _DROPPED.finditer(form):
        start, end = gap.span()
        kept.append(form[last:start])
        at += start - last
        last = end
        flats.append(at)
        shifts.append(end - at)
    if not kept:
        return Flat(form, flats, shifts)
    kept.append(form[last:])
    return Flat("".join(kept), flats, shifts)


class Matcher:
    """The automaton of one world's names, and the scan with it."""

    def __init__(self, world: World) -> None:
        self.world = world
        entries: dict[str, Entry] = defaultdict(Entry)
        for name, ids in world.names.items():
            entries[name].names = ids
        for name, ids in world.shorts.items():
            entries[name].shorts = ids
        for name, country in world.capitals.items():
            entries[name].capital = country
        for name, said in world.adjectives.items():
            entries[name].nationalities = said
        for wording, title in _title_patterns(world.office_kinds.values()):
            entries[bare(wording)].titles.append(title)
        for wording, body in _body_patterns(world):
            entries[bare(wording)].bodies.append(body)
        for word in TITLES.counterparts:
            entries[bare(word)].counterpart = True
        self._automaton = ahocorasick.Automaton()
        for key, entry in entries.items():
            for form, own_clitic in _written(key):
                self._automaton.add_word(form, (len(form), key, own_clitic, entry))
        self._automaton.make_automaton()

    def __len__(self) -> int:
        """How many wordings it knows."""
        return len(self._automaton)

    def hits(self, text: str) -> list[Hit]:
        """Every match in `text`, overlapping ones too, by their end."""
        flat = flatten(text)
        return list(self._matches(text, flat))

    def _matches(self, original: str, flat: Flat) -> Iterator[Hit]:
        text, size = flat.text, len(flat.text)
        plain = len(flat.flats) == 1
        for last, (length, key, own_clitic, entry) in self._automaton.iter(text):
            end = last + 1
            if end < size and text[end].isalnum():
                continue
            start = begin = end - length
            while begin and text[begin - 1].isalnum():
                begin -= 1
                if start - begin > TITLES.longest_clitic:
                    break
            clitic = text[begin:start]
            if clitic and (clitic not in TITLES.clitics or (own_clitic and clitic not in TITLES.conjunctions)):
                continue
            clitic += own_clitic
            if plain:
                yield Hit(start, end, begin, key, clitic, entry)
            elif _TANWIN not in original[flat.origin(last - 1) : flat.origin(last) + 2]:  # "دومًا" is no town
                yield Hit(flat.origin(start), flat.origin(last) + 1, flat.origin(begin), key, clitic, entry)


@lru_cache(maxsize=4)
def matcher(world: World) -> Matcher:
    """The matcher of a world, made once."""
    return Matcher(world)


def _written(key: str) -> Iterator[tuple[str, str]]:
    """A folded name as it can be written, with the proclitic that its first letters have swallowed.

    >>> list(_written("الكرملين"))
    [('الكرملين', ''), ('للكرملين', 'ل')]
    """
    yield key, ""
    article, merged = TITLES.article, TITLES.merged_article
    if key.startswith(article):
        yield merged + key[len(article) :], merged[0]


def _title_patterns(kinds: Iterable[OfficeKind]) -> Iterator[tuple[str, TitlePattern]]:
    for kind in kinds:
        for title in kind.titles:
            prefix, _, suffix = (part.strip() for part in title.partition("{of}"))
            for wording, gender, number in _numbers(prefix):
                definite = any(w.startswith(TITLES.article) for w in (wording.split()[0], wording.split()[-1]))
                yield wording, TitlePattern(kind, gender, number, definite, " " in wording, bare(suffix))


def _numbers(title: str) -> Iterator[tuple[str, str, str]]:
    """A title, its duals and plurals: (wording, gender, number)."""
    head, _, rest = title.partition(" ")
    gender = "f" if head.endswith(TITLES.feminine) else "m"
    yield title, gender, "singular"
    for number, forms in (("dual", TITLES.duals), ("plural", TITLES.plurals)):
        for form in forms.get(head, ()):
            yield f"{form} {rest}".strip(), gender, number


def _body_patterns(world: World) -> Iterator[tuple[str, BodyPattern]]:
    for kind in world.body_kinds.values():
        for name in kind.names:
            wording, _, slot = (part.strip() for part in name.partition("{"))
            slot = slot.rstrip("}").removeprefix("adj.")
            yield wording, BodyPattern(kind.id, slot, wording in kind.adjectival, wording in kind.alone)
