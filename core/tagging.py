"""A small linear model that reads each word with its neighbours and tags the words of persons' names.

It sees letters, endings, word lists (`names.yml`) and what the knowledge already says of a word (a country's name, the
end of a title). `bench/names.py` trains and measures it. What it proposes is evidence: `core.names` decides.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from core.arabic import bare
from core.knowledge import cues
from core.knowledge.loading import FOLDER, read
from core.knowledge.titles import TITLES

#: Weights are hashed into this many rows; one column a tag of a name.
ROWS = 1 << 16
TAGS = ("O", "B", "I", "X")  # outside, a person's first word, a further one, a word of another name
WINDOW = (-2, -1, 0, 1, 2)
MODEL = FOLDER / "names.bin"

#: One multiplier for each position of the window, so that a feature is hashed once.
_PRIMES = (1_000_003, 2_750_159, 4_256_249, 8_368_787, 15_485_863)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names.yml` as it is written; each list is explained there."""

    arab: str
    foreign: str
    honorifics: list[str]
    people: list[str]
    heads: list[str]
    kin: list[str]
    particles: list[str]
    servants: list[str]
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


def _lexicon() -> Lexicon:
    file = read(FOLDER / "names.yml", _File)
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
    return Lexicon(*(frozenset(map(bare, words)) for words in lists))


LEXICON = _lexicon()


def features(form: str) -> Iterator[str]:
    """What the model sees of one word: itself, its edges, its letters, its size, the lists it is on.

    A form that begins with # is no word but what the knowledge says of one ("#country"); it is seen whole.
    """
    yield f"w{form}"
    if form.startswith("#"):
        return
    for size in (1, 2, 3):
        yield f"p{form[:size]}"
        yield f"s{form[-size:]}"
    padded = f"^{form}$"
    for at in range(len(padded) - 2):
        yield f"c{padded[at : at + 3]}"
    yield f"n{min(len(form), 9)}"
    for name, words in zip(LEXICON._fields, LEXICON, strict=True):
        if form in words:
            yield f"l{name}"
        elif form[1:] in words and form[:1] in TITLES.clitics:
            yield f"m{name}"
    if form.isdigit():
        yield "digit"
    elif form and not form[0].isalnum():
        yield "mark"


def rows(form: str) -> list[list[int]]:
    """The model's rows for a word, at each position of the window."""
    hashes = [zlib.crc32(f.encode()) for f in features(form)]
    return [[(h * prime >> 7) % ROWS for h in hashes] for prime in _PRIMES]


class Span(NamedTuple):
    """Words `start` to `end` as one person's name, and how far the model prefers that to no name."""

    start: int
    end: int
    score: float


class Tagger:
    """The weights, and the search for the best tags."""

    def __init__(self, weights: array[int], scale: float, moves: list[float]) -> None:
        self._weights, self._scale = weights, scale
        self._moves = [moves[at : at + len(TAGS)] for at in range(0, len(moves), len(TAGS))]
        self._seen = lru_cache(maxsize=1 << 17)(self._emissions)

    @classmethod
    def load(cls) -> Tagger:
        """The trained model that ships with Tasrih: moves between tags, then a byte for every weight."""
        data = zlib.decompress(MODEL.read_bytes())
        head = array("f", data[: 4 * (1 + len(TAGS) ** 2)])
        return cls(array("b", data[4 * len(head) :]), head[0], list(head[1:]))

    def spans(self, forms: Sequence[str], flags: Sequence[str]) -> list[Span]:
        """The persons' names among these words; `flags` says what the knowledge calls each ("" for nothing)."""
        words = [self._seen(f) for f in ("", "", *forms, "", "")]
        marks = [self._seen(f) if f else None for f in ("", "", *flags, "", "")]
        emissions = []
        for at in range(len(forms)):
            b = i = x = 0.0
            for n in range(5):
                db, di, dx = words[at + n][n]
                b, i, x = b + db, i + di, x + dx
                if mark := marks[at + n]:
                    db, di, dx = mark[n]
                    b, i, x = b + db, i + di, x + dx
            emissions.append((0.0, b, i, x))
        return self._best(emissions)

    def _emissions(self, form: str) -> list[tuple[float, float, float]]:
        weights, scale = self._weights, self._scale
        sums = []
        for at in rows(form):
            b, i, x = (sum(weights[3 * row + n] for row in at) * scale for n in range(3))
            sums.append((b, i, x))
        return sums

    def _best(self, emissions: list[tuple[float, float, float, float]]) -> list[Span]:
        if not emissions:
            return []
        moves = self._moves
        score = list(emissions[0])
        score[2] = -1e6
        back: list[tuple[int, ...]] = []
        for row in emissions[1:]:
            best, pointers = [], []
            for to in range(4):
                top, source = max((score[f] + moves[f][to], f) for f in range(4))
                best.append(top + row[to])
                pointers.append(source)
            score = best
            back.append(tuple(pointers))
        tag = max(range(4), key=score.__getitem__)
        tags = [tag]
        for pointers_at in reversed(back):
            tag = pointers_at[tag]
            tags.append(tag)
        tags.reverse()
        return list(_named(tags, emissions))


def _named(tags: list[int], emissions: list[tuple[float, float, float, float]]) -> Iterator[Span]:
    start = None
    for at, tag in enumerate([*tags, 0]):
        if start is not None and tag != 2:
            yield Span(start, at, sum(emissions[n][tags[n]] for n in range(start, at)) / (at - start))
            start = None
        if tag == 1:
            start = at


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """The tagger, loaded once."""
    return Tagger.load()
