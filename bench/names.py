"""Train and measure the tagger of persons' names.

    python -m bench.names measure ../shared/ner/anercorp_train.conll    # four fifths train, one fifth measures
    python -m bench.names train ../shared/ner/anercorp_train.conll      # all of it, into core/knowledge/names.bin

The corpus is ANERcorp (Benajiba and Rosso 2007), the training part of the CAMeL Lab split; no text of it is kept, only
weights of hashed features. Measured so, by whole names (2026-11-21): precision .67, recall .54, F1 .60 of 585 persons.

Tried and left out: a second round on 3,000 news articles tagged by Tasrih itself. It measures .70 here, but with every
person taken out of the knowledge it finds fewer of them in the hand-made answers (F1 .85 against .87).
"""

from __future__ import annotations

import sys
import zlib
from functools import cache
from pathlib import Path

import numpy as np

from core.actors.tagging import MODEL, ROWS, TAGS, features, rows
from core.arabic import tokens

EPOCHS = 6

Sentence = list[tuple[str, str]]
Prepared = tuple[list[np.ndarray], list[int]]


def sentences(path: Path) -> list[Sentence]:
    """The corpus's sentences as (folded word, our tag)."""
    found: list[Sentence] = []
    words: Sentence = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) != 2:
            if words:
                found.append(words)
            words = []
            continue
        for number, token in enumerate(tokens(parts[0])):
            words.append((token.form, ours(parts[1], number) if token.form[0].isalnum() else "O"))
    return found


def ours(tag: str, number: int) -> str:
    """Our tag for the corpus's, of the word's `number`th token."""
    if tag.endswith("PERS"):
        return "B" if tag[0] == "B" and number == 0 else "I"
    return "O" if tag == "O" else "X"


@cache
def indexes(form: str) -> list[np.ndarray]:
    return list(rows(features(form)).T)


def seen(words: list[str]) -> list[np.ndarray]:
    """The model's rows for each word of a sentence, its neighbours' included."""
    padded = ["", "", *words, "", ""]
    return [np.concatenate([indexes(padded[at + n])[n] for n in range(5)]) for at in range(len(words))]


def prepared(data: list[Sentence]) -> list[Prepared]:
    return [(seen([w for w, _ in s]), [TAGS.index(t) for _, t in s]) for s in data]


def decode(emissions: np.ndarray, moves: np.ndarray) -> list[int]:
    """The best tags of a sentence (Viterbi)."""
    score, back = emissions[0].copy(), []
    score[2] -= 1e6
    for row in emissions[1:]:
        table = score[:, None] + moves
        back.append(table.argmax(0))
        score = table.max(0) + row
    path = [int(score.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def train(data: list[Prepared], seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """An averaged perceptron: the weights of features, and of moves between tags."""
    weights, total = np.zeros((ROWS, len(TAGS))), np.zeros((ROWS, len(TAGS)))
    moves, moves_total = np.zeros((len(TAGS), len(TAGS))), np.zeros((len(TAGS), len(TAGS)))
    moves[0, 2] = moves[3, 2] = -1e6  # a further word of a name only behind its first
    clock, order = 1, np.random.default_rng(seed)
    for _ in range(EPOCHS):
        for number in order.permutation(len(data)):
            places, gold = data[number]
            guess = decode(np.array([weights[p].sum(0) for p in places]), moves)
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


def spans(tags: list[str]) -> set[tuple[int, int]]:
    found, start = set(), None
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and tag != "I":
            found.add((start, at))
            start = None
        if tag == "B":
            start = at
    return found


def measure(data: list[Prepared], weights: np.ndarray, moves: np.ndarray) -> dict[str, float]:
    """Precision, recall and F1 of whole names."""
    hit = guessed = wanted = 0
    for places, gold in data:
        guess = decode(np.array([weights[p].sum(0) for p in places]), moves)
        ours_, theirs = spans([TAGS[t] for t in guess]), spans([TAGS[t] for t in gold])
        hit, guessed, wanted = hit + len(ours_ & theirs), guessed + len(ours_), wanted + len(theirs)
    p, r = hit / guessed, hit / wanted
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r), 4), "persons": wanted}


def save(weights: np.ndarray, moves: np.ndarray) -> None:
    """A byte for every weight of a name's tag, less that of no name; the moves between tags as they are."""
    weights = weights[:, 1:] - weights[:, :1]
    scale = np.abs(weights).max() / 127
    head = np.concatenate([[scale], moves.ravel()]).astype("f4")
    body = np.rint(weights / scale).astype("i1")
    MODEL.write_bytes(zlib.compress(head.tobytes() + body.tobytes(), 9))
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes")


def main() -> None:
    command, path = sys.argv[1], Path(sys.argv[2])
    data = prepared(sentences(path))
    if command == "measure":
        cut = len(data) * 4 // 5
        print(measure(data[cut:], *train(data[:cut])))
    else:
        save(*train(data))


if __name__ == "__main__":
    main()
