"""Train and measure the tagger of persons' names.

    python -m bench.names measure ANERCORP [CORPUS...]    # four fifths of ANERcorp train, one fifth measures
    python -m bench.names train ANERCORP [CORPUS...]      # all of it, into core/knowledge/names.bin

ANERCORP is ../shared/ner/anercorp_train.conll (Benajiba and Rosso 2007, the training part of the CAMeL Lab split);
each CORPUS a file of news, of which `bench.silver` makes further sentences with the model that is there. So the model
that ships takes two runs: on ANERcorp alone, then with ../shared/corpus/*.gz. No text is kept, only weights of hashed
features. Measured so, by whole names of 585 persons (2026-11-22): F1 .73, on ANERcorp alone .61.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence
from functools import cache
from operator import add
from pathlib import Path

import numpy as np

from bench import silver
from bench.silver import Sentence
from core.actors.everyday import EVERYDAY
from core.actors.tagging import LEXICON, MODEL, ROWS, TAGS, features, rows
from core.arabic import tokens

#: Rounds over ANERcorp alone, and over it (so often each) and news: articles of each corpus, words of all.
EPOCHS, ROUNDS, TIMES, ARTICLES, WORDS = 6, 4, 2, 6000, 2_000_000

#: So many words are seen without who they are, by their letters alone.
BLURRED = 0.2
_WHO = ("w", "l")

_FIRST, _FURTHER = TAGS.index("B"), TAGS.index("I")


def sentences(path: Path) -> list[Sentence]:
    """The corpus's sentences with our tags, of folded words."""
    found: list[Sentence] = []
    one = Sentence([], [], [])
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) != 2:
            if one.words:
                found.append(one)
            one = Sentence([], [], [])
            continue
        for number, token in enumerate(tokens(parts[0])):
            one.words.append(token.form)
            one.tags.append(ours(parts[1], number) if token.form[0].isalnum() else "O")
            one.unsure.append(False)
    return found


def ours(tag: str, number: int) -> str:
    """Our tag for the corpus's, of the word's `number`th token."""
    if tag.endswith("PERS"):
        return "B" if tag[0] == "B" and number == 0 else "I"
    return "O" if tag == "O" else "X"


@cache
def indexes(form: str, blurred: bool = False) -> list[np.ndarray]:
    """The model's rows for a word at each position, all of them or without those that say who it is."""
    return list(rows(f for f in features(form) if not (blurred and f.startswith(_WHO))).T.astype(np.int32))


def seen(words: list[str], blurred: Sequence[bool]) -> list[np.ndarray]:
    """The model's rows for each word of a sentence, its neighbours' included."""
    padded = [
        indexes(w, b) for w, b in zip(["", "", *words, "", ""], [False, False, *blurred, False, False], strict=True)
    ]
    return [np.concatenate([padded[at + n][n] for n in range(5)]) for at in range(len(words))]


def decode(emissions: list[list[float]], moves: list[list[float]]) -> list[int]:
    """The best tags of a sentence (Viterbi)."""
    score, back = emissions[0][:], []
    score[_FURTHER] -= 1e6
    columns = list(zip(*moves, strict=True))
    for row in emissions[1:]:
        into = [list(map(add, score, column)) for column in columns]
        score = list(map(max, into))
        back.append([values.index(best) for values, best in zip(into, score, strict=True)])
        score = list(map(add, score, row))
    path = [score.index(max(score))]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return path[::-1]


def guessed(
    words: list[str], blurred: Sequence[bool], weights: np.ndarray, moves: np.ndarray
) -> tuple[list[int], list[np.ndarray]]:
    """The tags that the weights prefer, and the rows they read."""
    places = seen(words, blurred)
    return decode([weights[p].sum(0).tolist() for p in places], moves.tolist()), places


def train(data: list[Sentence], epochs: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """An averaged perceptron: the weights of features, and of moves between tags.

    A tag left open is whatever the model takes it for.
    """
    weights, total = np.zeros((ROWS, len(TAGS))), np.zeros((ROWS, len(TAGS)))
    moves, moves_total = np.zeros((len(TAGS), len(TAGS))), np.zeros((len(TAGS), len(TAGS)))
    moves[0, 2] = moves[3, 2] = -1e6  # a further word of a name only behind its first
    clock, chance = 1, np.random.default_rng(seed)
    for _ in range(epochs):
        for number in chance.permutation(len(data)):
            words, tags, unsure = data[number]
            blurred = (chance.random(len(tags)) < BLURRED).tolist()
            guess, places = guessed(words, blurred, weights, moves)
            gold = settled(guess, [TAGS.index(tag) for tag in tags], unsure)
            clock += 1
            for at, (g, t) in enumerate(zip(guess, gold, strict=True)):
                if g != t:
                    for tag, step in ((t, 1), (g, -1)):
                        np.add.at(weights, (places[at], tag), step)
                        np.add.at(total, (places[at], tag), step * clock)
                if at and (guess[at - 1], g) != (gold[at - 1], t):
                    for pair, step in (((gold[at - 1], t), 1), ((guess[at - 1], g), -1)):
                        moves[pair] += step
                        moves_total[pair] += step * clock
    return weights - total / clock, moves - moves_total / clock


def settled(guess: list[int], gold: list[int], unsure: list[bool]) -> list[int]:
    """The gold's tags, where it leaves one open the guessed one; a name's further word alone is its first."""
    found: list[int] = []
    for g, t, is_open in zip(guess, gold, unsure, strict=True):
        tag = g if is_open else t
        inside = bool(found) and found[-1] in (_FIRST, _FURTHER)
        found.append(_FIRST if tag == _FURTHER and not inside else tag)
    return found


def spans(tags: list[str]) -> set[tuple[int, int]]:
    found, start = set(), None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and tag != "I":
            found.add((start, at))
            start = None
        if tag == "B":
            start = at
    return found


def measure(data: list[Sentence], weights: np.ndarray, moves: np.ndarray) -> dict[str, float]:
    """Precision, recall and F1 of whole names."""
    hit = said = wanted = 0
    for words, tags, unsure in data:
        guess, _ = guessed(words, unsure, weights, moves)
        ours_, theirs = spans([TAGS[t] for t in guess]), spans(tags)
        hit, said, wanted = hit + len(ours_ & theirs), said + len(ours_), wanted + len(theirs)
    p, r = hit / said, hit / wanted
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r), 4), "persons": wanted}


#: How far given names and everyday words lie apart by what a word alone says: the measure of every limit in
#: `core.actors.spotting`, whatever a model was trained on.
APART = 194.5


def scaled(weights: np.ndarray, moves: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights of a name's tag, less that of no name, and moves, on the scale that `APART` sets."""
    weights = weights[:, 1:] - weights[:, :1]

    def likeness(form: str) -> float:
        return float(weights[indexes(form)[2], :2].sum(0).max())

    apart = np.mean([*map(likeness, LEXICON.given)]) - np.mean([*map(likeness, EVERYDAY)])
    return weights * (APART / apart), moves * (APART / apart)


def save(weights: np.ndarray, moves: np.ndarray) -> None:
    """A byte for every weight of a name's tag, the few largest cut off; the moves between tags as they are."""
    weights, moves = scaled(weights, moves)
    largest = np.percentile(np.abs(weights[weights != 0]), 99.95)
    scale = largest / 127
    head = np.concatenate([[scale], moves.ravel()]).astype("f4")
    body = np.rint(weights.clip(-largest, largest) / scale).astype("i1")
    MODEL.write_bytes(zlib.compress(head.tobytes() + body.tobytes(), 9))
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes")


def main() -> None:
    command, path, *corpora = sys.argv[1], *map(Path, sys.argv[2:])
    data = sentences(path)
    cut = len(data) * 4 // 5 if command == "measure" else len(data)
    training, epochs = data[:cut], EPOCHS
    if corpora:
        news = silver.sentences(list(silver.tagged(corpora, ARTICLES)), WORDS)
        training, epochs = training * TIMES + news, ROUNDS
    weights, moves = train(training, epochs)
    if command == "measure":
        print(measure(data[cut:], weights, moves))
    else:
        save(weights, moves)


if __name__ == "__main__":
    main()
