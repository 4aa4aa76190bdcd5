"""Train and measure the tagger of persons' names.

    python -m bench.names measure ../shared/ner/anercorp_train.conll CORPUS...  # four fifths train, one fifth measures
    python -m bench.names train ../shared/ner/anercorp_train.conll CORPUS...    # into core/knowledge/names.bin

The hand-made corpus is ANERcorp (Benajiba and Rosso 2007), the training part of the CAMeL Lab split. Training goes in
two rounds: on ANERcorp alone, then on it and on news (JSON lines, gzipped) in which the first model, with the knowledge
and the rules of `core.names`, has found names. No text of either is kept, only weights of hashed features.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

from core import actors
from core.arabic import tokens
from core.knowledge import world
from core.model import Article, Document, Kind
from core.names import flags
from core.tagging import MODEL, ROWS, TAGS, rows, tagger

#: Articles a corpus in the second round, passes over the data, and how often a known person's flag is hidden and a
#: sentence without a name is kept.
ARTICLES, EPOCHS, HIDDEN, NAMELESS = 1500, 5, 0.9, 0.2

#: No weight is kept larger than this: a byte must hold the small ones apart.
LARGEST = 50.0

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


def sentence_rows(words: list[str], said: list[str] | None = None) -> list[np.ndarray]:
    said = flags(" ".join(words), WORLD) if said is None else said
    padded, marks = ["", "", *words, "", ""], ["", "", *said, "", ""]
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


Prepared = tuple[list[np.ndarray], list[int]]


def prepared(data: list[Sentence]) -> list[Prepared]:
    return [(sentence_rows([w for w, _ in s]), [TAGS.index(t) for _, t in s]) for s in data]


def train(prepared: list[Prepared], epochs: int = 6, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """An averaged perceptron."""
    weights, total = np.zeros((ROWS, len(TAGS))), np.zeros((ROWS, len(TAGS)))
    moves, moves_total = barred(), np.zeros((len(TAGS), len(TAGS)))
    clock, order = 1, np.random.default_rng(seed)
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


def news(paths: list[Path], count: int, seed: int = 7) -> Iterator[Prepared]:
    """Sentences of `count` articles a file, tagged by what Tasrih finds in them already."""
    order = np.random.default_rng(seed)
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = lines.readlines()
        for number in order.permutation(len(rows))[:count]:
            yield from labelled(json.loads(rows[number])["text"], order)


def labelled(text: str, order: np.random.Generator) -> Iterator[Prepared]:
    """The sentences of one article. A known person's flag is mostly hidden, or the model would learn to lean on it."""
    words, said, tags = tokens(text), flags(text, WORLD), labels(text)
    hidden = ["" if s.startswith("#person") and order.random() < HIDDEN else s for s in said]
    first = 0
    for at, word in enumerate(words):
        if word.form in ".؟!" or at == len(words) - 1 or "\n" in text[word.end : words[at + 1].start]:
            part = slice(first, at + 1)
            if "B" in tags[part] or order.random() < NAMELESS:
                yield sentence_rows([w.form for w in words[part]], hidden[part]), [TAGS.index(t) for t in tags[part]]
            first = at + 1


def labels(text: str) -> list[str]:
    """A tag for each word of an article, by its mentions."""
    starts = [w.start for w in tokens(text)]
    tags = ["O"] * len(starts)
    for mention in actors.find(Document(Article("a", "a", text)), WORLD).mentions:
        if mention.how in ("adjective", "title"):
            continue
        person = mention.actor.kind is Kind.PERSON
        first = max(bisect_right(starts, mention.start) - 1, 0)
        for at in range(first, bisect_left(starts, mention.end)):
            tags[at] = ("B" if at == first else "I") if person else "X"
    return tags


def main() -> None:
    command, path, corpora = sys.argv[1], Path(sys.argv[2]), [Path(p) for p in sys.argv[3:]]
    data = sentences(path)
    if command == "measure":
        cut = len(data) * 4 // 5
        own = prepared(data[:cut])
        more = list(news(corpora, ARTICLES))
        print(measure(data[cut:], *train(own * 2 + more, EPOCHS)))
        return
    own = prepared(data)
    save(*train(own, EPOCHS))
    if corpora:
        tagger.cache_clear()
        save(*train(own * 2 + list(news(corpora, ARTICLES)), EPOCHS))


def save(weights: np.ndarray, moves: np.ndarray) -> None:
    """A byte for every weight of a name's tag, less that of no name; the moves between tags as they are."""
    weights = weights[:, 1:] - weights[:, :1]
    scale = LARGEST / 127
    head = np.concatenate([[scale], np.maximum(moves, -1e6).ravel()]).astype("f4")
    body = np.rint(np.clip(weights, -LARGEST, LARGEST) / scale).astype("i1")
    MODEL.write_bytes(zlib.compress(head.tobytes() + body.tobytes(), 9))
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes, scale {scale:.3f}")


if __name__ == "__main__":
    main()
