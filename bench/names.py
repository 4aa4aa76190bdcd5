"""Train and measure the tagger of persons' names.

    python -m bench.names measure ../shared/ner/anercorp_train.conll   # four fifths train, one fifth measures
    python -m bench.names train ../shared/ner/anercorp_train.conll     # all of it, into core/knowledge/names.bin

The corpus is ANERcorp (Benajiba and Rosso 2007), the training part of the CAMeL Lab split; no text of it is kept, only
weights of hashed features.
"""

from __future__ import annotations

import sys
import zlib
from functools import cache
from pathlib import Path

import numpy as np

from core.arabic import tokens
from core.knowledge import world
from core.names import flags
from core.tagging import MODEL, ROWS, TAGS, rows

WORLD = world.load()
Sentence = list[tuple[str, str]]


def sentences(path: Path) -> list[Sentence]:
    out, words = [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split("\t") if "\t" in line else line.split()
        if len(parts) != 2:
            if words:
                out.append(words)
            words = []
            continue
        word, tag = parts
        for number, token in enumerate(tokens(word)):
            words.append((token.form, ours(tag, number) if token.form[0].isalnum() else "O"))
    return out


def ours(tag: str, number: int) -> str:
    if tag.endswith("PERS"):
        return "B" if tag[0] == "B" and number == 0 else "I"
    return "O" if tag == "O" else "X"


@cache
def indexes(form: str) -> list[np.ndarray]:
    return [np.array(r) for r in rows(form)]


def sentence_rows(words: list[str]) -> list[np.ndarray]:
    padded, marks = ["", "", *words, "", ""], ["", "", *flags(" ".join(words), WORLD), "", ""]
    assert len(padded) == len(marks), words
    seen = [
        [indexes(padded[i + n])[n] for n in range(5)] + [indexes(marks[i + n])[n] for n in range(5) if marks[i + n]]
        for i in range(len(words))
    ]
    return [np.concatenate(one) for one in seen]


def decode(emissions: np.ndarray, moves: np.ndarray) -> list[int]:
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


def barred() -> np.ndarray:
    moves = np.zeros((len(TAGS), len(TAGS)))
    moves[0, 2] = moves[3, 2] = -1e6  # I only behind B or I
    return moves


def train(data: list[Sentence], epochs: int = 6, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """An averaged perceptron."""
    weights, total = np.zeros((ROWS, len(TAGS))), np.zeros((ROWS, len(TAGS)))
    moves, moves_total = barred(), np.zeros((len(TAGS), len(TAGS)))
    clock, order = 1, np.random.default_rng(seed)
    prepared = [(sentence_rows([w for w, _ in s]), [TAGS.index(t) for _, t in s]) for s in data]
    for epoch in range(epochs):
        wrong = 0
        for number in order.permutation(len(prepared)):
            feats, gold = prepared[number]
            guess = decode(np.array([weights[f].sum(0) for f in feats]), moves)
            clock += 1
            if guess == gold:
                continue
            for at, (g, t) in enumerate(zip(guess, gold, strict=True)):
                if g != t:
                    wrong += 1
                    np.add.at(weights, (feats[at], t), 1)
                    np.add.at(weights, (feats[at], g), -1)
                    np.add.at(total, (feats[at], t), clock)
                    np.add.at(total, (feats[at], g), -clock)
                if at and (guess[at - 1], g) != (gold[at - 1], t):
                    moves[gold[at - 1], t] += 1
                    moves[guess[at - 1], g] -= 1
                    moves_total[gold[at - 1], t] += clock
                    moves_total[guess[at - 1], g] -= clock
        print(f"epoch {epoch}: {wrong} words wrong", file=sys.stderr)
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


def measure(data: list[Sentence], weights: np.ndarray, moves: np.ndarray) -> dict[str, float]:
    hit = guessed = wanted = 0
    for sentence in data:
        feats = sentence_rows([w for w, _ in sentence])
        guess = spans([TAGS[i] for i in decode(np.array([weights[f].sum(0) for f in feats]), moves)])
        gold = spans([t for _, t in sentence])
        hit, guessed, wanted = hit + len(guess & gold), guessed + len(guess), wanted + len(gold)
    p, r = hit / guessed, hit / wanted
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r), 4), "persons": wanted}


def main() -> None:
    command, path = sys.argv[1], Path(sys.argv[2])
    data = sentences(path)
    cut = len(data) * 4 // 5
    if command == "measure":
        print(measure(data[cut:], *train(data[:cut])))
    else:
        save(*train(data))


def save(weights: np.ndarray, moves: np.ndarray) -> None:
    """A byte for every weight of a name's tag, less that of no name; the moves between tags as they are."""
    weights = weights[:, 1:] - weights[:, :1]
    scale = np.abs(weights).max() / 127
    head = np.concatenate([[scale], np.maximum(moves, -1e6).ravel()]).astype("f4")
    body = np.rint(weights / scale).astype("i1")
    MODEL.write_bytes(zlib.compress(head.tobytes() + body.tobytes(), 9))
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes, scale {scale:.3f}")


if __name__ == "__main__":
    main()
