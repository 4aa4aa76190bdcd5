"""Organisations that the knowledge doesn't hold, by how their names are built (`organisations.yml`).

A head noun and what completes it: a construct ("هيئة تحرير الشام"), adjectives of institutions ("الجبهة الوطنية
للتحرير"), or, of a newspaper and its like, a name in quotation marks or a single word ("صحيفة «الوطن»").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from core.arabic import Token, bare, tokens
from core.identity import new_id
from core.knowledge.loading import FOLDER, read
from core.knowledge.titles import TITLES
from core.model import Actor, Article, Field, Kind, Mention
from core.names import Covered
from core.tagging import LEXICON


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`organisations.yml` as it is written; each list is explained there."""

    media: list[str]
    quoted: list[str]
    heads: list[str]
    adjectives: list[str]
    never: list[str]
    relational: list[str]
    purposes: list[str]
    news: list[str]
    wanting: list[str]
    not_media: list[str]


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(bare, words))


_FILE = read(FOLDER / "organisations.yml", _File)
_MEDIA, _QUOTED, _HEADS = _set(_FILE.media), _set(_FILE.quoted), _set(_FILE.heads)
_ADJECTIVES = _set(_FILE.adjectives)
_NEVER, _NOT_MEDIA = _set(_FILE.never), _set(_FILE.not_media)
_NEWS, _WANTING = _set(_FILE.news), _set(_FILE.wanting)
_PURPOSES, _RELATIONAL = _set(_FILE.purposes), tuple(_set(_FILE.relational))

#: ل, which opens a purpose and no construct.
_TO = TITLES.merged_article[0]

#: Indefinite words at most between a head and the definite one that ends its construct; words in quotation marks.
_CONSTRUCT, _LONGEST = 2, 4


def find(article: Article, taken: Iterable[tuple[Field, int, int]]) -> list[Mention]:
    """Mentions of organisations, one actor for a name and what it is shortened to; what meets `taken` is left out."""
    covered = Covered(article)
    for place in taken:
        covered.add(*place)
    named = (m for column in Field for m in _in_text(article.column(column), column))
    found = [m for m in named if not covered.meets(m.field, m.start, m.end)]
    return list(_joined(found))


def _joined(found: list[Mention]) -> Iterator[Mention]:
    """The mentions, each of the fullest name with its head that holds all of its words."""
    full = sorted({m.actor.label: m.actor for m in found}.values(), key=lambda a: -len(a.label))
    words = [(_words(actor), actor) for actor in full]
    for mention in found:
        own = _words(mention.actor)
        yield replace(mention, actor=next(a for w, a in words if w[0] == own[0] and set(own) <= set(w)))


def _words(actor: Actor) -> list[str]:
    return [word.removeprefix(TITLES.article) for word in bare(actor.label).split()]


def _in_text(text: str, column: Field) -> Iterator[Mention]:
    words = tokens(text)
    last = 0
    for at in [number for number, word in enumerate(words) if word.form in _HEAD_OF]:
        head = _HEAD_OF[words[at].form]
        end = _Name(text, words, at, head).end() if at >= last else 0
        if end:
            start = words[at].end - len(head) if len(head) < len(words[at].form) else words[at].start
            yield _mention(text, column, start, words[end - 1].end)
            last = end


def _mention(text: str, column: Field, start: int, end: int) -> Mention:
    label = " ".join(text[start:end].split())
    gender = "f" if bare(label.split()[0]).endswith(bare(TITLES.feminine)) else "m"
    actor = Actor(new_id(bare(label).split()), label, None, Kind.ORGANISATION, gender, known=False)
    return Mention(actor, text[start:end], column, start, end)


def _heads() -> dict[str, str]:
    """Every form of a head noun, with proclitics, to the noun itself; only institutions' heads take the article."""
    bare_heads = {*_MEDIA, *_QUOTED, *_HEADS, *(TITLES.article + head for head in _HEADS)}
    return {clitic + head: head for clitic in ("", *TITLES.clitics) for head in bare_heads}


_HEAD_OF = _heads()


class _Name:
    """A head noun in its text, and the search for where its name ends."""

    def __init__(self, text: str, words: Sequence[Token], at: int, head: str) -> None:
        self.text, self.words, self.at, self.head = text, words, at, head

    def end(self) -> int:
        """The number of the word behind the name; 0 where nothing completes the head."""
        if self.head in _MEDIA | _QUOTED:
            return self._medium()
        if self.head in _HEADS:
            return self._construct()
        end = self._adjectives(self.at + 1) if self._adjective(self.at + 1) else 0
        return end if end > self.at + 1 + (self.head.removeprefix(TITLES.article) in _WANTING) else 0

    def _form(self, at: int) -> str:
        """The form of a word that only spaces part from the one before; "" where more does."""
        if at >= len(self.words) or self.text[self.words[at - 1].end : self.words[at].start].strip(" "):
            return ""
        return self.words[at].form

    def _construct(self) -> int:
        at = self.at + 1
        while at <= self.at + _CONSTRUCT and self._joins(self._form(at)):
            at += 1
        last = self._form(at)
        if not last.startswith(TITLES.article) or not TITLES.is_definite(last) or last in _NEVER:
            return 0
        return self._adjectives(at + 1)

    def _joins(self, form: str) -> bool:
        """True of an indefinite noun that may stand within a construct."""
        if not form or not form[0].isalpha() or TITLES.is_definite(form) or form.startswith(_TO):
            return False
        return form not in LEXICON.never and form not in LEXICON.verbs

    def _adjectives(self, at: int) -> int:
        while True:
            if self._adjective(at) or self._form(at).startswith(TITLES.merged_article):
                at += 1
            elif self._form(at) in _PURPOSES and self._form(at + 1).startswith(TITLES.article):
                at += 2
            else:
                return at

    def _adjective(self, at: int) -> bool:
        form = self._form(at)
        if form in _ADJECTIVES:
            return True
        return (
            form.startswith(TITLES.article)
            and form.endswith(_RELATIONAL)
            and form not in _NEVER
            and TITLES.is_definite(form)
        )

    def _medium(self) -> int:
        at = self.at + 1
        while self._form(at) in _NEWS:
            at += 1
        if self._form(at) in TITLES.quotes:
            return self._quoted(at)
        form = self._form(at)
        if self.head in _QUOTED or not form or not form[0].isalpha():
            return 0
        if form in _NOT_MEDIA or form in LEXICON.never or form in LEXICON.verbs:
            return 0
        definite = self.text.startswith(TITLES.article, self.words[at].start)
        return 0 if form.endswith(_RELATIONAL) and not definite else at + 1

    def _quoted(self, at: int) -> int:
        """The end of a few words in quotation marks; marks may be doubled ("''الأهرام''"). 0 where none close."""
        while self._form(at) in TITLES.quotes:
            at += 1
        close = next((n for n in range(at + 1, at + 1 + _LONGEST) if self._mark(n)), 0)
        while close and self._mark(close):
            close += 1
        return close

    def _mark(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].form in TITLES.quotes
