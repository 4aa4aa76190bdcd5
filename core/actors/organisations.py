"""Organisations that the knowledge doesn't hold, by how their names are built (`organisations.yml`).

A head noun and what completes it: a construct ("هيئة تحرير الشام"), adjectives of institutions ("الجبهة الوطنية
للتحرير"), or, of a newspaper and its like, a name in quotation marks or a single word ("صحيفة «الوطن»").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from core.actors.everyday import EVERYDAY, everyday
from core.actors.identity import new_id
from core.actors.names import MORE_LIKELY, Covered
from core.actors.tagging import LEXICON, tagger
from core.arabic import Token, bare, tokens
from core.knowledge.loading import FOLDER, read
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Actor, Article, Field, Kind, Mention


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`organisations.yml` as it is written; each list is explained there."""

    loose: list[str]
    towns: list[str]
    actions: list[str]
    parts: list[str]
    incomplete: list[str]
    within: list[str]
    paired: list[str]
    possessive: tuple[str, ...]
    plural: str
    tails: list[str]
    initials: list[str]
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

_LOOSE, _TOWNS, _ACTIONS, _PAIRED = _set(_FILE.loose), _set(_FILE.towns), _set(_FILE.actions), _set(_FILE.paired)
_PARTS, _INCOMPLETE, _WITHIN, _TAILS = _set(_FILE.parts), _set(_FILE.incomplete), _set(_FILE.within), _set(_FILE.tails)

#: How a further purpose begins, with و ("والمواصلات").
_AND_THE = TITLES.conjunctions[0] + TITLES.article

#: ل, which opens a purpose and no construct.
_TO = TITLES.merged_article[0]

#: Indefinite words at most between a head and the definite one that ends its construct; words in quotation marks.
_CONSTRUCT, _LONGEST = 2, 4


def find(article: Article, taken: Iterable[tuple[Field, int, int]], world: World) -> list[Mention]:
    """Mentions of organisations, one actor for a name and what it is shortened to; what meets `taken` is left out,
    unless it is the body that a committee's name goes on to.
    """
    covered = Covered(article)
    ends: dict[Field, dict[int, int]] = {column: {} for column in Field}
    for column, start, end in taken:
        covered.add(column, start, end)
        ends[column][start] = end
    named = (pair for column in Field for pair in _in_text(article.column(column), column, world, ends[column]))
    found = [m for m, own_end in named if not covered.meets(m.field, m.start, own_end)]
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


def _in_text(text: str, column: Field, world: World, taken: dict[int, int]) -> Iterator[tuple[Mention, int]]:
    """The organisations of a text, each with where its own name ends before that of the body it is part of.

    `taken` says where names end that are known already, by where they begin.
    """
    words = tokens(text)
    last = 0
    for at in [number for number, word in enumerate(words) if word.form in _HEAD_OF]:
        head = _HEAD_OF[words[at].form]
        name = _Name(text, words, at, head)
        end = name.end() if at >= last else 0
        whole = name.whole(end, taken) if end else 0
        if whole:
            start = words[at].end - len(head) if len(head) < len(words[at].form) else words[at].start
            article = TITLES.article if name.merged() else ""
            yield _mention(text, column, start, whole, world, article), words[end - 1].end
            last = end


def _mention(text: str, column: Field, start: int, end: int, world: World, article: str) -> Mention:
    """The mention of what stands there; `article` has merged with the word before."""
    label = article + " ".join(text[start:end].translate(_UNQUOTED).split())
    known = world.names.get(bare(label), ())
    if len(known) == 1 and world.actors[known[0]].kind is Kind.ORGANISATION:
        return Mention(world.actors[known[0]], text[start:end], column, start, end)
    gender = "f" if bare(label.split()[0]).endswith(bare(TITLES.feminine)) else "m"
    actor = Actor(new_id(bare(label).split()), label, None, Kind.ORGANISATION, gender, known=False)
    return Mention(actor, text[start:end], column, start, end)


_UNQUOTED = str.maketrans(dict.fromkeys(TITLES.quotes, ""))


#: Every form of a head noun, with proclitics, to the noun itself; only institutions' heads take the article.
_HEAD_OF = TITLES.with_clitics({*_MEDIA, *_QUOTED, *_HEADS, *(TITLES.article + head for head in _HEADS)})


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

    def merged(self) -> bool:
        """True of a head whose article ل has swallowed: "للجنة التنفيذية" is the committee's, not a committee's."""
        merged = self.words[self.at].form.startswith(TITLES.merged_article)
        return merged and not self.head.startswith(TITLES.article) and self._adjective(self.at + 1)

    def whole(self, end: int, taken: dict[int, int]) -> int:
        """The offset where the name ends with that of its body ("لجنة الأمن في مجلس المحافظة"); 0 of a part alone."""
        head = TITLES.article + self.head if self.merged() else self.head
        name = " ".join((head, *(word.form for word in self.words[self.at + 1 : end])))
        if self.head in _PARTS:
            at = end + (self._form(end) in _WITHIN)
            form = self._form(at)
            body = _HEAD_OF.get(form, "")
            joined = at > end or form[:1] in (_TO, TITLES.place_clitics[0])
            if joined and body.removeprefix(TITLES.article) in _HEADS:
                if known := taken.get(self.words[at].end - len(body)):
                    return known
                if further := _Name(self.text, self.words, at, body).end():
                    return self.words[further - 1].end
        return 0 if name in _INCOMPLETE else self.words[end - 1].end

    def _form(self, at: int) -> str:
        """The form of a word that only spaces part from the one before; "" where more does."""
        if at >= len(self.words) or self.text[self.words[at - 1].end : self.words[at].start].strip(" "):
            return ""
        return self.words[at].form

    def _construct(self) -> int:
        at = self.at + 1
        if self._form(at) in TITLES.quotes:
            closed = self._quoted(at)
            return self._adjectives(closed) if closed else 0
        while at <= self.at + _CONSTRUCT and self._joins(self._form(at)):
            at += 1
        last = self._form(at)
        if self.head in _LOOSE and self._vague(at):
            return 0
        if not last.startswith(TITLES.article) or not TITLES.is_definite(last) or last in _NEVER:
            return 0
        at = self._adjectives(at + 1)
        pair = self._form(at)
        paired = self.head in _PAIRED and pair.startswith(_AND_THE) and pair not in _HEAD_OF
        paired = paired and pair[1:] not in _NEVER | LEXICON.never | LEXICON.people
        return self._adjectives(at + 1) if paired and self._form(at + 1) else at

    def _vague(self, last: int) -> bool:
        """True where what completes a loose head may be anything: a single everyday word, or a town."""
        first = self._form(self.at + 1).removeprefix(TITLES.article)
        single = last == self.at + 1 and self._adjectives(last + 1) == last + 1
        if self.head in _ACTIONS:
            return everyday(first)
        return single and (self.head in _TOWNS or everyday(first))

    def _joins(self, form: str) -> bool:
        """True of an indefinite noun that may stand within a construct."""
        if not form or not form[0].isalpha() or TITLES.is_definite(form) or form.startswith(_TO):
            return False
        if form.endswith(_FILE.possessive) or (form not in EVERYDAY and everyday(form)):
            return False  # "نشرتها", "بمحافظة"
        return form not in LEXICON.never and form not in LEXICON.verbs

    def _adjectives(self, at: int) -> int:
        while True:
            if self._adjective(at) or self._form(at).startswith(TITLES.merged_article) or self._further(at):
                at += 1
            elif self._form(at) in _PURPOSES and self._form(at + 1).startswith(TITLES.article):
                at += 2
            else:
                return at

    def _further(self, at: int) -> bool:
        """True of a second adjective or purpose with و ("الاقتصادية والاجتماعية", "للدراسات والبحوث"), and of what
        persons are besides ("اللاعبين المحترفين").
        """
        if not (form := self._form(at)):
            return False
        last = self.words[at - 1].form
        if form.startswith(_AND_THE) and form not in _HEAD_OF and form[1:] not in LEXICON.people | LEXICON.honorifics:
            adjectives = last.endswith(_RELATIONAL) and form.endswith(_RELATIONAL) and form[1:] not in _NEVER
            purpose = last.startswith(TITLES.merged_article)
            return purpose or (adjectives and at > self.at + 2 and self._adjective(at - 1))
        persons = form.startswith(TITLES.article) and form.endswith(_FILE.plural) and last.endswith(_FILE.plural)
        return persons and last.startswith(TITLES.article) and form not in _NEVER

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
        if not definite and (form.endswith(_RELATIONAL) or self._told_of(form)):
            return 0
        at += 1
        while self._form(at) in _TAILS or self._latin(at) or self._initial(at):
            at += 1
        return at

    def _latin(self, at: int) -> bool:
        return self._form(at)[:1].isascii() and self._form(at)[:1].isalpha()

    def _initial(self, at: int) -> bool:
        """True of a foreign letter written out."""
        return bool(self._form(at)) and self.text[self.words[at].start : self.words[at].end] in _FILE.initials

    def _told_of(self, form: str) -> bool:
        """True of an indefinite word that says something of a medium and doesn't name it ("قناة مقرصنة")."""
        common = everyday(form) or form.endswith((*_FILE.possessive, bare(TITLES.feminine)))
        return common and tagger().likeness(form) < MORE_LIKELY

    def _quoted(self, at: int) -> int:
        """The end of a few words in quotation marks; marks may be doubled ("''الأهرام''"). 0 where none close."""
        while self._form(at) in TITLES.quotes:
            at += 1
        close = next((n for n in range(at + 1, at + 1 + _LONGEST) if self._mark(n)), 0)
        if close == at + 1 and self._form(at).endswith(_RELATIONAL) and not TITLES.is_definite(self._form(at)):
            return 0  # منظمة "إرهابية"
        while close and self._mark(close):
            close += 1
        return close

    def _mark(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].form in TITLES.quotes
