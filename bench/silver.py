"""News as Tasrih itself tags it, for the tagger of names to learn from: which words are whose name's.

Three things keep it from learning Tasrih's own mistakes. Names are taken for sure only if the knowledge holds them or
several articles agree where they end; words that may be somebody's whom nobody found are left open. And most names are
put in the place of others, from the knowledge and from elsewhere in the news, so that the words around a name and the
letters in it are learnt rather than who is in the news.
"""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from core import actors, clean
from core.actors.everyday import everyday
from core.actors.tagging import LEXICON, tagger
from core.arabic import starts, tokens
from core.knowledge import world
from core.knowledge.world import World
from core.model import Article, Document, Field, Kind, Mention, Record

#: Articles that must agree on a name; how often one word may stand behind it before it is rather a part of it.
SEVERAL, OFTEN = 3, 0.5

#: How many sure names are put in another's place, and how many of those come from the knowledge.
SWAPPED, KNOWN = 0.8, 0.6

#: A word so often seen and so seldom in a name is in none; of others this likeness leaves open what they are.
COMMON, SELDOM, LIKE_A_NAME = 8, 0.1, 20.0

#: Shorter sentences are headings and captions; of those without a person so many are read.
SHORTEST, PLAIN = 5, 0.5


class Named(NamedTuple):
    """A person's mention: so many words, the letters of a proclitic before it, and whether the knowledge is sure."""

    words: int
    clitic: int
    known: bool
    again: bool  # by the surname, after the full name


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence: its words, their tags, and the persons' mentions by where they begin."""

    article: str
    words: Sequence[str]
    tags: Sequence[str]
    people: dict[int, Named]


class Sentence(NamedTuple):
    """Words to learn from, their tags, and which of the tags are left open."""

    words: list[str]
    tags: list[str]
    unsure: list[bool]


def tagged(paths: Sequence[Path], sample: int, seed: int = 5) -> Iterator[Tagged]:
    """The sentences of so many random articles of each corpus, as Tasrih tags them."""
    known, chance = world.load(), random.Random(seed)
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            chosen = chance.sample(lines.readlines(), sample)
        for line in chosen:
            told = json.loads(line)
            record = Record("corpus", told["text"], item=told["id"], title=told["title"])
            try:
                articles = clean.articles(record)
            except clean.NoStory:
                continue
            for article in articles:
                yield from _tagged(article, told["id"], known)


def _tagged(article: Article, name: str, known: World) -> Iterator[Tagged]:
    mentions = actors.find(Document(article), known).mentions
    for column in Field:
        text = article.column(column)
        found = [m for m in mentions if m.field is column and m.how not in ("title", "adjective")]
        words, begins = [t.form for t in tokens(text)], starts(text)
        tags, people = _tags(begins, found)
        first = 0
        for end in range(1, len(words) + 1):
            if end < len(words) and words[end - 1] != "." and "\n" not in text[begins[end - 1] : begins[end]]:
                continue
            if end - first >= SHORTEST:
                inside = {at - first: named for at, named in people.items() if first <= at < end}
                yield Tagged(name, words[first:end], tags[first:end], inside)
            first = end


def _tags(begins: Sequence[int], mentions: Sequence[Mention]) -> tuple[list[str], dict[int, Named]]:
    tags, people = ["O"] * len(begins), {}
    for mention in mentions:
        first, end = bisect_right(begins, mention.start) - 1, bisect_left(begins, mention.end)
        if mention.actor.kind is Kind.PERSON:
            tags[first:end] = ["B", *["I"] * (end - first - 1)]
            again = mention.how == "reference"
            people[first] = Named(end - first, mention.start - begins[first], mention.actor.known, again)
        else:
            tags[first:end] = [tag if tag != "O" else "X" for tag in tags[first:end]]
    return tags, people


def sentences(found: Sequence[Tagged], words: int, seed: int = 3) -> list[Sentence]:
    """Random sentences of about so many words, names swapped and doubts left open."""
    maker, chosen, size = _Maker(found, random.Random(seed)), [], 0
    for one in maker.chance.sample(found, len(found)):
        if one.people or maker.chance.random() < PLAIN:
            chosen.append(maker.sentence(one))
            size += len(chosen[-1].words)
        if size > words:
            break
    return chosen


class _Maker:
    """What the whole sample says of names and words, and sentences made with it."""

    def __init__(self, found: Sequence[Tagged], chance: random.Random) -> None:
        self.chance = chance
        self.seen: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        for one in found:
            self.seen.update(one.words)
            self.named.update(word for word, tag in zip(one.words, one.tags, strict=True) if tag in "BI")
        self.sure = sorted(_sure(found))
        self._sure = frozenset(self.sure)
        known = world.load()
        self.known = [
            tuple(name.split())
            for name, ids in known.names.items()
            if " " in name and all(known.actors[i].kind is Kind.PERSON for i in ids)
        ]

    def sentence(self, one: Tagged) -> Sentence:
        made, at = Sentence([], [], []), 0
        while at < len(one.words):
            named = one.people.get(at)
            if named is None:
                self._word(one.words[at], "O" if one.tags[at] in "BI" else one.tags[at], made)
                at += 1
                continue
            sure = named.known or named.again or _name(one, at, named) in self._sure
            words = self._other(one.words[at][: named.clitic], named) if sure else None
            words = words or list(one.words[at : at + named.words])
            at += named.words
            made.words.extend(words)
            made.tags.extend(["B", *["I"] * (len(words) - 1)])
            made.unsure.extend([not sure] * len(words))
            if sure:
                continue
            if len(made.words) > len(words):
                made.unsure[-len(words) - 1] = True
            if at < len(one.words) and at not in one.people:
                self._word(one.words[at], one.tags[at], made)
                made.unsure[-1] = True
                at += 1
        return made

    def _word(self, word: str, tag: str, made: Sentence) -> None:
        made.words.append(word)
        made.tags.append(tag)
        made.unsure.append(tag == "O" and self._open(word))

    def _open(self, word: str) -> bool:
        """True of a word that may be somebody's whom nobody found."""
        if not word[0].isalpha() or (self.seen[word] >= COMMON and self.named[word] < SELDOM * self.seen[word]):
            return False
        return tagger().likeness(word) > LIKE_A_NAME and not _plain(word)

    def _other(self, clitic: str, named: Named) -> list[str] | None:
        """Another name, behind the same proclitic; now and then none."""
        if self.chance.random() >= SWAPPED:
            return None
        first, *rest = self.chance.choice(self.known if self.chance.random() < KNOWN else self.sure)
        return [clitic + first, *rest] if named.words > 1 else [clitic + rest[-1]]


def _name(one: Tagged, at: int, named: Named) -> tuple[str, ...]:
    return (one.words[at][named.clitic :], *one.words[at + 1 : at + named.words])


def _sure(found: Sequence[Tagged]) -> Iterator[tuple[str, ...]]:
    """Unknown names of several articles that no word mostly follows which may be their last."""
    articles: dict[tuple[str, ...], set[str]] = defaultdict(set)
    behind: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in found:
        for at, named in one.people.items():
            if not named.known and not named.again and named.words > 1:
                name, end = _name(one, at, named), at + named.words
                articles[name].add(one.article)
                behind[name][one.words[end] if end < len(one.words) else "."] += 1
    for name, where in articles.items():
        word, times = behind[name].most_common(1)[0]
        cut = times > OFTEN * behind[name].total() and word[0].isalpha() and not _plain(word)
        if len(where) >= SEVERAL and not cut:
            yield name


def _plain(word: str) -> bool:
    return everyday(word) or word in LEXICON.never or word in LEXICON.verbs
