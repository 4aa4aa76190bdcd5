"""A small linear model that reads each word with its neighbours and tags the words of persons' names.

It sees letters, endings and word lists (`names.yml`), and nothing of the knowledge of actors, so that it need not be
trained anew when that grows. `bench/names.py` trains and measures it. What it says is evidence: `core.actors.spotting`
decides.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.arabic import bare
from core.knowledge import cues
from core.knowledge.loading import FOLDER, read
from core.knowledge.titles import TITLES

#: Weights are hashed into this many rows; one column a tag of a name.
ROWS = 1 << 17
TAGS = ("O", "B", "I", "X")  # outside, a person's first word, a further one, a word of another name
MODEL = FOLDER / "names.bin"

#: A word and two on either side are seen: one multiplier for each position, so that a feature is hashed once.
_PRIMES = (1_000_003, 2_750_159, 4_256_249, 8_368_787, 15_485_863)
_MULTIPLIERS = np.array(_PRIMES, dtype=np.int64)
_BESIDE = len(_PRIMES) // 2


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names.yml` as it is written; each list is explained there."""

    arab: str
    foreign: str
    doubtful: str
    honorifics: list[str]
    people: list[str]
    heads: list[str]
    kin: list[str]
    particles: list[str]
    servants: list[str]
    compounds: dict[str, list[str]]
    never: list[str]


class Lexicon(NamedTuple):
    """The word lists of `names.yml`, folded, and the verbs of saying."""

    given: frozenset[str]
    honorifics: frozenset[str]
    people: frozenset[str]
    heads: frozenset[str]
    kin: frozenset[str]
    particles: frozenset[str]
    servants: frozenset[str]
    never: frozenset[str]
    verbs: frozenset[str]


_FILE = read(FOLDER / "names.yml", _File)

#: Arabs' given names, folded: a list by themselves that the model was not shown.
ARAB = frozenset(map(bare, _FILE.arab.split()))

#: Words that are given names beside a given name only, folded; the model was not shown them either.
DOUBTFUL = frozenset(map(bare, _FILE.doubtful.split()))


#: The second words of names of two words, folded, and what they begin with.
COMPOUNDS = {bare(second): frozenset(map(bare, firsts)) for second, firsts in _FILE.compounds.items()}


def _lexicon() -> Lexicon:
    file = _FILE
    given = f"{file.arab} {file.foreign}".split()
    verbs = cues.load().forms
    lists = (
        given,
        file.honorifics,
        file.people,
        file.heads,
        file.kin,
        file.particles,
        file.servants,
        file.never,
        verbs,
    )
    folded = Lexicon(*(frozenset(map(bare, words)) for words in lists))
    never = folded.never - set(map(bare, TITLES.like_names))
    return folded._replace(given=folded.given - never, particles=folded.particles - never, never=never)


LEXICON = _lexicon()

#: Each word of the lists, and the names of the lists it is on.
_LISTED = {
    word: tuple(name for name, words in zip(LEXICON._fields, LEXICON, strict=True) if word in words)
    for word in frozenset().union(*LEXICON)
}


def features(form: str) -> list[str]:
    """What the model sees of one word: itself, its edges, its letters, its size, the lists it is on."""
    found = ["w" + form, f"n{min(len(form), 9)}"]
    found += ("p" + form[:1], "s" + form[-1:], "p" + form[:2], "s" + form[-2:], "p" + form[:3], "s" + form[-3:])
    padded = f"^{form}$"
    found += ["c" + padded[at : at + 3] for at in range(len(form))]
    listed = _LISTED.get(form, ())
    found += [f"l{name}" for name in listed]
    if form[:1] in TITLES.clitics:
        found += [f"m{name}" for name in _LISTED.get(form[1:], ()) if name not in listed]
    if form.isdigit():
        found.append("digit")
    elif form and not form[0].isalnum():
        found.append("mark")
    return found


def rows(found: Iterable[str]) -> NDArray[np.int64]:
    """The model's rows for features: one for each position of the window, side by side."""
    hashes = np.array(list(map(zlib.crc32, map(str.encode, found))), dtype=np.int64)
    return (hashes[:, np.newaxis] * _MULTIPLIERS >> 7) % ROWS


class Span(NamedTuple):
    """Words `start` to `end` as one person's name, and how far the model prefers that to no name."""

    start: int
    end: int
    score: float


#: So many words are remembered; the rare ones of a large corpus would fill the memory.
_REMEMBERED = 1 << 17

#: A word that by itself speaks this strongly against being in a name is in none.
_HOPELESS = -12.0


class Tagger:
    """The weights, and the search for the best tags."""

    def __init__(self, weights: array[int], scale: float, moves: list[float]) -> None:
        self._weights, self._scale = np.array(weights, dtype=np.int8).reshape(ROWS, len(TAGS) - 1), scale
        self._moves = [moves[at : at + len(TAGS)] for at in range(0, len(moves), len(TAGS))]
        (stay, begin, *_), (leave, *_), *_ = self._moves
        self._lone = 2 * stay - begin - leave  # what a word alone must say for being a name, to be one
        self._make_room(0)

    @classmethod
    def load(cls) -> Tagger:
        """The trained model that ships with Tasrih: moves between tags, then a byte for every weight."""
        data = zlib.decompress(MODEL.read_bytes())
        head = array("f", data[: 4 * (1 + len(TAGS) ** 2)])
        return cls(array("b", data[4 * len(head) :]), head[0], list(head[1:]))

    def spans(self, forms: Sequence[str]) -> list[Span]:
        """The persons' names among these words.

        Most words rule themselves out, so only the runs of those that don't are searched.
        """
        places = self._known(["", "", *forms, "", ""])
        likely = np.flatnonzero(self._names[places[_BESIDE:-_BESIDE]] >= _HOPELESS)
        around = (self._sums[places[likely + n], n] for n in range(len(_PRIMES)))
        emissions: list[list[float]] = (sum(around) * self._scale).tolist()
        found: list[Span] = []
        for start, end in _runs(likely.tolist()):
            if end - start == 1 and emissions[start][0] <= self._lone:
                continue  # most runs
            found.extend(self._best(emissions[start:end], int(likely[start])))
        return found

    def likely(self, forms: Sequence[str], least: float) -> list[int]:
        """Which of the words by themselves look like part of a person's name to more than so far."""
        found: list[int] = np.flatnonzero(self._names[self._known(forms)] > least).tolist()
        return found

    def likeness(self, form: str) -> float:
        """How far a word by itself looks like part of a person's name."""
        place = self._places.get(form)
        if place is None:
            place = self._known([form])[0]  # which may make room anew, so before the look
        return float(self._names[place])

    def _known(self, forms: Sequence[str]) -> NDArray[np.int64]:
        """Where the sums of each word stand. One word in six is new; all new ones of a text are looked up at once."""
        places = list(map(self._places.get, forms))
        if None in places:
            new = list(dict.fromkeys(form for form, place in zip(forms, places, strict=True) if place is None))
            if len(self._places) + len(new) > len(self._sums):
                new = list(dict.fromkeys(forms))
                self._make_room(max(_REMEMBERED, len(new)))
            self._learn(new)
            places = list(map(self._places.get, forms))
        return np.array(places, dtype=np.int64)

    def _make_room(self, words: int) -> None:
        """Forget every word: by its place, what it says for each tag at each position, and for a name at its own."""
        self._places: dict[str, int] = {}
        self._sums = np.empty((words, len(_PRIMES), len(TAGS) - 1), dtype=np.int32)
        self._names = np.empty(words, dtype=np.float64)

    def _learn(self, forms: list[str]) -> None:
        """Note for each word what its features say for each tag of a name at each position of the window."""
        found = [features(form) for form in forms]
        begins = list(accumulate(map(len, found[:-1]), initial=0))
        weights = self._weights[rows(chain.from_iterable(found))]
        first, end = len(self._places), len(self._places) + len(forms)
        np.add.reduceat(weights, begins, axis=0, dtype=self._sums.dtype, out=self._sums[first:end])
        self._names[first:end] = self._sums[first:end, _BESIDE, :2].max(axis=1) * self._scale
        self._places.update(zip(forms, range(first, end), strict=True))

    def _best(self, emissions: list[list[float]], offset: int) -> list[Span]:
        """The names on the best path through a run of words (Viterbi), each with its certainty per word."""
        (oo, ob, _, ox), (bo, bb, bi, bx), (io, ib, ii, ix), (xo, xb, _, xx) = self._moves
        b, i, x = emissions[0]
        o, i, b, x = 0.0, -1e6, b + ob - oo, x + ox - oo  # a run follows a word outside every name
        back: list[tuple[int, int, int, int]] = []
        for eb, ei, ex in emissions[1:]:
            to_o, to_b, to_x = (
                (o + oo, b + bo, i + io, x + xo),
                (o + ob, b + bb, i + ib, x + xb),
                (o + ox, b + bx, i + ix, x + xx),
            )
            from_b, from_i = b + bi, i + ii
            o, b, i, x = max(to_o), max(to_b) + eb, max(from_b, from_i) + ei, max(to_x) + ex
            back.append((_top(to_o), _top(to_b), 1 if from_b >= from_i else 2, _top(to_x)))
        tag = _top((o + oo, b + bo, i + io, x + xo))
        tags = [tag]
        for pointers in reversed(back):
            tag = pointers[tag]
            tags.append(tag)
        tags.reverse()
        return list(_named(tags, emissions, offset))


def _top(values: tuple[float, ...]) -> int:
    return values.index(max(values))


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Where, in a rising list, numbers follow one another without a gap.

    >>> list(_runs([3, 4, 5, 9, 11, 12]))
    [(0, 3), (3, 4), (4, 6)]
    """
    start = 0
    for end in range(1, len(numbers) + 1):
        if end == len(numbers) or numbers[end] != numbers[end - 1] + 1:
            yield start, end
            start = end


def _named(tags: list[int], emissions: list[list[float]], offset: int) -> Iterator[Span]:
    start = None
    for at, tag in enumerate([*tags, 0]):
        if start is not None and tag != 2:
            score = sum(emissions[n][tags[n] - 1] for n in range(start, at)) / (at - start)
            yield Span(start + offset, at + offset, score)
            start = None
        if tag == 1:
            start = at


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """The tagger, loaded once."""
    return Tagger.load()
