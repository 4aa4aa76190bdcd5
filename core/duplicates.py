"""The same story elsewhere: reprints and updates point to the earliest telling.

Two texts are compared by their runs of three words (shingles). MinHash signatures (`rensa`) find the pairs worth
comparing, by locality-sensitive hashing (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3); each
pair is then compared exactly, so that no estimate decides. What tells a story told again from a new event under old
background is its lead: the first words of a retelling stand at the head of the other too, however they were edited.
The weight and the threshold are those that `bench.duplicates` found best on pairs judged by reading.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from core.arabic import bare

#: Words in a shingle.
SHINGLE = 3

#: A shorter text is too short to say that it is the same as another.
SHORTEST = 12

#: Two texts tell one story where the share of all shingles that they have in common, and the share of the later one's
#: lead that stands at the head of the earlier, weigh so much together: `alike + LEADS * lead >= ONE_STORY`.
LEADS, ONE_STORY = 0.7, 0.9

#: The lead is the words of some length among the first so many; the head is twice as long.
LEAD, LONG_WORD = 30, 4

#: After so many days the same words are a daily or a yearly routine (prices, weather, the next hearing of a case),
#: unless nearly all of them are the same, and they are more than an announcement.
DAYS, ALIKE_LATER, LONG = 4, 0.9, 60

#: 42 bands of 3: a pair with 36% in common is seen in 87 of 100 cases, one with 60% in all.
BANDS, ROWS = 42, 3
_SEED = 20210426
_BATCH = 4096

#: In a crowd of texts that share a band, each is compared with so many of the earliest.
_CROWD = 24

_WORD = re.compile(r"\w+")

Telling = tuple[str, date | None, str]


def mark(articles: Iterable[Telling]) -> dict[str, str]:
    """For every article that tells an earlier one again, that one's id: {article_id: duplicate_of}.

    Takes (article_id, day of publication or null, text), in any order and with the same result. The earliest is the
    first by day (undated ones last), then by id; it is never itself a duplicate of another.
    """
    tellings = Tellings()
    for article in articles:
        tellings.add(*article)
    return tellings.marked()


class Tellings:
    """Articles to find those among that tell another again: what `mark` does, article by article as they come."""

    def __init__(self) -> None:
        self._names: list[tuple[bool, date, str]] = []
        self._texts = _Texts()

    def add(self, name: str, day: date | None, text: str) -> None:
        """Take an article: its id, its day of publication or null, its text."""
        if self._texts.add(text):
            self._names.append((day is None, day or date.max, name))

    def marked(self) -> dict[str, str]:
        """As `mark`; nothing can be added after."""
        names, texts = self._names, self._texts
        if not names:
            return {}
        texts.close()
        rank = np.argsort(np.array(sorted(range(len(names)), key=names.__getitem__)))  # of each, the earliest first
        return _originals(names, texts, _candidates(texts, rank), rank)


class _Texts:
    """The shingles of all texts, end to end: 4 bytes each, some 1 kB an article. Each text's are sorted."""

    def __init__(self) -> None:
        self._all, self._heads, self._ends = array("I"), array("I"), array("q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, text: str) -> bool:
        """Take a text in; false for one that is too short."""
        words = _WORD.findall(bare(text))
        if len(words) < SHORTEST:
            return False
        self._all.frombytes(np.unique(_joined(words)).tobytes())
        self._heads.frombytes(_head(words).tobytes())
        self._ends.append(len(self._all))
        return True

    def close(self) -> None:
        """No more texts will come."""
        self.shingles = np.frombuffer(self._all, dtype=np.uint32)
        self.heads = np.frombuffer(self._heads, dtype=np.uint32).reshape(-1, 2 * LEAD)
        self.ends = np.frombuffer(self._ends, dtype=np.int64)

    def of(self, number: int) -> NDArray[np.uint32]:
        """The shingles of one text."""
        return self.shingles[self.ends[number] : self.ends[number + 1]]

    def lead_shared(self, later: int, earlier: int) -> float:
        """The share of the words of the later text's lead that stand at the head of the earlier."""
        lead = np.unique(self.heads[later, :LEAD])
        lead = lead[lead > 0]
        return float(np.isin(lead, self.heads[earlier]).mean()) if lead.size else 0.0


def _head(words: list[str]) -> NDArray[np.uint32]:
    """The words at the head of a text as numbers; 0 for short ones, and where there is none."""
    long = (crc32(word.removeprefix("ال").encode()) if len(word) >= LONG_WORD else 0 for word in words[: 2 * LEAD])
    head = np.zeros(2 * LEAD, np.uint32)
    found = np.fromiter(long, np.uint32)
    head[: found.size] = found
    return head


def _joined(words: list[str]) -> NDArray[np.uint32]:
    """The runs of words in order, as numbers that are the same on every machine."""
    hashes = np.fromiter(map(crc32, map(str.encode, words)), np.uint64, len(words))
    joined = hashes[: 1 - SHINGLE].copy()
    for place in range(1, SHINGLE):
        joined = joined * np.uint64(0x9E3779B97F4A7C15) + hashes[place : len(hashes) - SHINGLE + 1 + place]
    return (joined >> np.uint64(32)).astype(np.uint32)


def _candidates(texts: _Texts, rank: NDArray[np.int64]) -> dict[int, set[int]]:
    """For each text the earlier ones that share a band of its signature with it."""
    keys = np.concatenate([_bands(texts, start) for start in range(0, len(texts), _BATCH)])
    pairs: dict[int, set[int]] = {}
    for band in range(BANDS):
        column = keys[:, band]
        order = np.lexsort((rank, column))
        edges = np.flatnonzero(np.diff(column[order])) + 1
        for start, end in pairwise([0, *edges.tolist(), len(order)]):
            if end - start > 1:
                crowd = order[start:end].tolist()
                for place, later in enumerate(crowd[1:], 1):
                    pairs.setdefault(later, set()).update(crowd[: min(place, _CROWD)])
    return pairs


def _bands(texts: _Texts, start: int) -> NDArray[np.uint64]:
    """One number for each band of the signatures of a batch of texts."""
    stop = min(start + _BATCH, len(texts))
    ends = texts.ends[start : stop + 1]
    hashes = texts.shingles[ends[0] : ends[-1]].astype(np.uint64) * np.uint64(0xD6E8FEB86659FD93)
    offsets = (ends - ends[0]).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, BANDS * ROWS, _SEED)
    rows = np.array(matrix.to_rows(), dtype=np.uint64).reshape(stop - start, BANDS, ROWS)
    keys = rows[:, :, 0]
    for place in range(1, ROWS):
        keys = (keys ^ (keys >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9) + rows[:, :, place]
    return keys


def _originals(
    names: list[tuple[bool, date, str]], texts: _Texts, pairs: dict[int, set[int]], rank: NDArray[np.int64]
) -> dict[str, str]:
    """Each duplicate's original: the earliest text it is itself like, and that is no duplicate."""
    found: dict[int, int] = {}
    for later in sorted(pairs, key=rank.__getitem__):
        for earlier in sorted(pairs[later], key=rank.__getitem__):
            if earlier not in found and _same_story(texts, earlier, later, _days(names, earlier, later)):
                found[later] = earlier
                break
    return {names[later][2]: names[earlier][2] for later, earlier in found.items()}


def _days(names: list[tuple[bool, date, str]], one: int, other: int) -> int:
    """The days between two articles; none where one has no day."""
    if names[one][0] or names[other][0]:
        return 0
    return abs((names[one][1] - names[other][1]).days)


def _same_story(texts: _Texts, earlier: int, later: int, days: int) -> bool:
    """True where two texts are so alike that one is the other printed again, or brought up to date."""
    one, other = texts.of(earlier), texts.of(later)
    common = len(np.intersect1d(one, other, assume_unique=True))
    alike = common / (len(one) + len(other) - common)
    if days > DAYS:
        return alike >= ALIKE_LATER and min(len(one), len(other)) >= LONG
    return alike + LEADS * texts.lead_shared(later, earlier) >= ONE_STORY


def groups(marked: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The originals with all that tell them again, both in the order of their ids."""
    told: dict[str, list[str]] = {}
    for name, original in sorted(marked.items()):
        told.setdefault(original, []).append(name)
    yield from sorted(told.items())
