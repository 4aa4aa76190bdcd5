"""Organisations that the knowledge doesn't hold, by how their names are built (`organisations.yml`).

A head noun and what completes it: a construct ("هيئة تحرير الشام"), adjectives of institutions ("الجبهة الوطنية
للتحرير"), or, of a newspaper and its like, a name in quotation marks or a single word ("صحيفة «الوطن»").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from core.actors.everyday import EVERYDAY, everyday
from core.actors.identity import new_id
from core.actors.spotting import MORE_LIKELY, Covered
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
    proper: list[str]
    within_compounds: dict[str, list[str]]
    only: dict[str, list[str]]
    never_of: dict[str, list[str]]
    complements: dict[str, str]
    negation: str
    loyal: list[str]
    dotted: list[str]
    called: list[str]
    persons: list[str]
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
_WITH_NEXT = _PURPOSES | {bare(_FILE.negation)}

_LOOSE, _TOWNS, _ACTIONS, _PAIRED = _set(_FILE.loose), _set(_FILE.towns), _set(_FILE.actions), _set(_FILE.paired)
_PROPER, _LOYAL = _set(_FILE.proper), _set(_FILE.loyal)
_DOTTED, _CALLED, _PERSONS = _set(_FILE.dotted), _set(_FILE.called), _set(_FILE.persons)
_COMPLEMENTS = {bare(noun): bare(preposition) for noun, preposition in _FILE.complements.items()}
_ONLY = {bare(head): _set(behind) for head, behind in _FILE.only.items()}
_NEVER_OF = {bare(head): _set(behind) for head, behind in _FILE.never_of.items()}
_COMPOUNDS = {bare(head): _set(before) for head, before in _FILE.within_compounds.items()}
_PARTS, _INCOMPLETE, _WITHIN, _TAILS = _set(_FILE.parts), _set(_FILE.incomplete), _set(_FILE.within), _set(_FILE.tails)

#: Words of the persons whom bodies are called after; a particle that is folded like one.
_NAMELY = LEXICON.given | LEXICON.particles | LEXICON.servants
_LIKE_NAMES = TITLES.folded("like_names")

#: How a further purpose begins, with و ("والمواصلات").
_AND_THE = TITLES.conjunctions[0] + TITLES.article

#: ل, which opens a purpose and no construct.
_TO = TITLES.merged_article[0]

#: Indefinite words at most between a head and the definite one that ends its construct; words in quotation marks; words
#: of a foreign name, and of a person's that a body is called after.
_CONSTRUCT, _LONGEST, _FOREIGN, _NAMED = 2, 4, 3, 5

#: How like a name a word must look to be a foreign one that completes a head; a further one that may have a proclitic.
_NAMELIKE, _CLEARLY = -10.0, 50.0

#: Letters of a word that begins with و by itself; in a longer one it is the conjunction.
_SHORT = 4

Place = tuple[Field, int, int]


def find(article: Article, taken: Iterable[Place], world: World, places: Iterable[Place] = ()) -> list[Mention]:
    """Mentions of organisations, one actor for a name and what it is shortened to; what meets `taken` is left out,
    unless it is the body that a committee's name goes on to. `places`, known countries and towns, may stand within.
    """
    covered = Covered(article)
    known: dict[Field, _Known] = {column: _Known({}, {}) for column in Field}
    for column, start, end in taken:
        covered.add(column, start, end)
        known[column].names[start] = end
    for column, start, end in places:
        known[column].places[start] = end
    named = (pair for column in Field for pair in _in_text(article.column(column), column, world, known[column]))
    found = [m for m, own_end in named if not covered.meets(m.field, m.start, own_end)]
    return list(_joined(found))


class _Known(NamedTuple):
    """Where names end that are known already, by where they begin: those of actors, and of countries and towns."""

    names: dict[int, int]
    places: dict[int, int]

    def end(self, start: int) -> int:
        """Where the name ends that begins there, behind no more than a proclitic of one letter; 0 for none."""
        ends = (where.get(at, 0) for where in self for at in (start, start + 1))
        return max(ends)


def _joined(found: list[Mention]) -> Iterator[Mention]:
    """The mentions, each of the fullest name with its head that holds all of its words."""
    full = sorted({m.actor.label: m.actor for m in found}.values(), key=lambda a: -len(a.label))
    words = [(_words(actor), actor) for actor in full]
    for mention in found:
        own = _words(mention.actor)
        yield replace(mention, actor=next(a for w, a in words if w[0] == own[0] and set(own) <= set(w)))


def _words(actor: Actor) -> list[str]:
    return [word.removeprefix(TITLES.article) for word in bare(actor.label).split()]


def _in_text(text: str, column: Field, world: World, known: _Known) -> Iterator[tuple[Mention, int]]:
    """The organisations of a text, each with where what is its own ends, before the name of another it holds."""
    words = tokens(text)
    last = 0
    for at in [number for number, word in enumerate(words) if word.form in _HEAD_OF]:
        head = _HEAD_OF[words[at].form]
        if at and words[at - 1].form in _COMPOUNDS.get(head, ()):
            continue  # the station, not the police
        if head in _DOTTED and text[words[at].end - 1] != TITLES.feminine:
            continue  # "شرطه السابع"
        name = _Name(text, words, at, head, known)
        end = name.end() if at >= last else 0
        whole = name.whole(end) if end else 0
        if whole:
            start = words[at].end - len(head) if len(head) < len(words[at].form) else words[at].start
            article = TITLES.article if name.merged() else ""
            yield _mention(text, column, start, whole, world, article), words[(name.own or end) - 1].end
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

    def __init__(self, text: str, words: Sequence[Token], at: int, head: str, known: _Known) -> None:
        self.text, self.words, self.at, self.head, self.known = text, words, at, head, known
        self.own = 0  # the number of the word behind what no other name may cover; 0 where that is all of it

    def end(self) -> int:
        """The number of the word behind the name; 0 where nothing completes the head."""
        if self.head in _MEDIA | _QUOTED:
            return self._medium()
        if self.head in _HEADS:
            return self._complemented(self._construct())
        if self._form(self.at + 1) in _LOYAL:
            return self._loyal(self.at + 2)
        end = self._adjectives(self.at + 1) if self._adjective(self.at + 1) else 0
        complete = end > self.at + 1 + (self.head.removeprefix(TITLES.article) in _WANTING)
        return self._complemented(end) if complete else 0

    def merged(self) -> bool:
        """True of a head whose article ل has swallowed: "للجنة التنفيذية" is the committee's, not a committee's."""
        merged = self.words[self.at].form.startswith(TITLES.merged_article)
        return merged and not self.head.startswith(TITLES.article) and self._adjective(self.at + 1)

    def whole(self, end: int) -> int:
        """The offset where the name ends with that of its body ("لجنة الأمن في مجلس المحافظة"); 0 of a part alone."""
        head = TITLES.article + self.head if self.merged() else self.head
        name = " ".join((head, *(word.form for word in self.words[self.at + 1 : end])))
        if self.head in _PARTS:
            at = end + (self._form(end) in _WITHIN)
            form = self._form(at)
            body = _HEAD_OF.get(form, "")
            joined = at > end or form[:1] in (_TO, TITLES.place_clitics[0])
            if joined and body.removeprefix(TITLES.article) in _HEADS:
                if known := self.known.names.get(self.words[at].end - len(body)):
                    return known
                if further := _Name(self.text, self.words, at, body, self.known).end():
                    return self.words[further - 1].end
        return 0 if name in _INCOMPLETE else self.words[end - 1].end

    def _form(self, at: int) -> str:
        """The form of a word that only spaces part from the one before; "" where more does."""
        if at >= len(self.words) or self.text[self.words[at - 1].end : self.words[at].start].strip(" "):
            return ""
        return self.words[at].form

    def _construct(self) -> int:
        at = self.at + 1
        if self.head in _ONLY and self._form(at) not in _ONLY[self.head]:
            return 0
        if self._form(at) in _NEVER_OF.get(self.head, ()):
            return 0
        if self._form(at) in TITLES.quotes:
            closed = self._quoted(at)
            return self._adjectives(closed) if closed else 0
        if self.head in _PROPER and (foreign := self._foreign(at)) and not self._completes(foreign):
            return self._adjectives(foreign)
        while at <= self.at + _CONSTRUCT and self._joins(self._form(at)) and not self._place(at):
            at += 1
        if place := self._place(at):
            return self._of_place(at, place)
        last = self._form(at)
        if last in LEXICON.honorifics:
            named = self._called_after(at + 1) if self.head in _CALLED else 0
            return self._adjectives(named) if named > at + 1 else 0
        if self.head in _LOOSE and self._vague(at):
            return 0
        if not last.startswith(TITLES.article) or not TITLES.is_definite(last) or last in _NEVER:
            return 0
        at = self._adjectives(at + 1)
        pair = self._form(at)
        paired = self.head in _PAIRED and pair.startswith(_AND_THE) and pair not in _HEAD_OF
        paired = paired and pair[1:] not in _NEVER | LEXICON.never | LEXICON.people
        return self._adjectives(at + 1) if paired and self._form(at + 1) else at

    def _foreign(self, at: int) -> int:
        """The number of the word behind a foreign name that begins there ("جامعة أوكسفورد"); 0 for none."""
        start = at
        if self.head in _CALLED and self._form(at) in LEXICON.given - _LIKE_NAMES:
            at = self._called_after(at)
            return at + (at == start + 1 and self._unmistakable(at))
        while at < start + _FOREIGN and (self._initial(at) or self._latin(at) or self._strange(at, at == start)):
            at += 1
        while at > start and self._form(at) in _TAILS:
            at += 1
        return at if at > start else 0

    def _completes(self, at: int) -> bool:
        """True of a definite noun, which makes what hardly looks like a name a construct ("برج العرب")."""
        form, likeness = self._form(at), tagger().likeness(self._form(at - 1))
        noun = form.startswith(TITLES.article) and not form.endswith(_RELATIONAL) and form not in _ADJECTIVES
        return noun and TITLES.is_definite(form) and likeness < _CLEARLY

    def _strange(self, at: int, first: bool) -> bool:
        """True of an indefinite word that looks like a name and is no everyday one, nor another's name."""
        form = self._form(at)
        if len(form) < _SHORT - 1 or not form.isalpha() or everyday(form) or TITLES.is_definite(form):
            return False
        if form in LEXICON.never or form in LEXICON.verbs or self.known.end(self.words[at].start):
            return False
        if first:
            return tagger().likeness(form) > _NAMELIKE
        if form in LEXICON.given:
            return False  # whoever works there
        joined = form[0] in TITLES.clitics
        least = max(_CLEARLY, tagger().likeness(form[1:])) if joined else _NAMELIKE  # "بفيلادلفيا"
        return tagger().likeness(form) > least

    def _place(self, at: int) -> int:
        """The number of the word behind a known country's or town's name that begins there; 0 for none."""
        end = self.known.places.get(self.words[at].start) if self._form(at) else None
        return self._behind(at, end) if end else 0

    def _behind(self, at: int, offset: int) -> int:
        """The number of the first word from `at` on that doesn't begin before `offset`."""
        while at < len(self.words) and self.words[at].start < offset:
            at += 1
        return at

    def _of_place(self, at: int, behind: int) -> int:
        """The end of a name that holds a country or town: a university's may end there ("جامعة القاهرة"), that of most
        bodies goes on with a purpose ("جهاز قطر للاستثمار").
        """
        form = self._form(at)
        if behind == at + 1 and form.endswith(TITLES.relational[1]) and not TITLES.is_definite(form):
            return 0  # "محكمة سورية"
        told = self.head in _PROPER or self._purpose(behind) or self._form(behind) in _PURPOSES
        return self._adjectives(behind) if told else 0

    def _called_after(self, at: int) -> int:
        """The number of the word behind a person's name, of which an honorific was the first ("جامعة الملك سعود")."""
        start = at
        while at < start + _NAMED and (self._form(at) in _NAMELY or (at == start and self._strange(at, True))):
            at += 1
        self.own = self.at + 1
        return at

    def _unmistakable(self, at: int) -> bool:
        """True of a word behind a given name that is nothing but its surname."""
        form = self._form(at)
        return form.isalpha() and not everyday(form) and form not in LEXICON.never and form not in LEXICON.verbs

    def _complemented(self, end: int) -> int:
        """The end of the name with what a verbal noun wants that ends it so far ("لجنة التعامل مع الألغام")."""
        noun = self.words[end - 1].form.removeprefix(TITLES.merged_article).removeprefix(TITLES.article) if end else ""
        if _COMPLEMENTS.get(noun) is None or _COMPLEMENTS[noun] != self._form(end):
            return end
        at = end + 1
        while at <= end + _CONSTRUCT and self._joins(self._form(at)) and not self.known.end(self.words[at].start):
            at += 1
        if not self._form(at):
            return end
        if known := self.known.end(self.words[at].start):
            self.own = self.own or end
            return self._behind(at, known)
        return self._adjectives(at + 1) if self._form(at).startswith(TITLES.article) else end

    def _loyal(self, at: int) -> int:
        """The end of "القوات الموالية للحكومة اليمنية", by those to whom it is loyal; 0 where a pronoun says it."""
        form, self.own = self._form(at), at
        if not form.startswith(_TO):
            return 0
        if known := self.known.end(self.words[at].start):
            return self._behind(at, known)
        return self._adjectives(at + 1) if form.startswith(TITLES.merged_article) else 0

    def _vague(self, last: int) -> bool:
        """True where what completes a loose head may be anything: a single everyday word, or a town."""
        first = self._form(self.at + 1).removeprefix(TITLES.article)
        single = last == self.at + 1 and self._adjectives(last + 1) == last + 1
        if self.head in _ACTIONS:
            return everyday(first)
        if self._form(last) in LEXICON.people:
            return True  # "قوات الرئيس السوري"
        return single and (self.head in _TOWNS or everyday(first))

    def _joins(self, form: str) -> bool:
        """True of an indefinite noun that may stand within a construct."""
        if not form or not form[0].isalpha() or TITLES.is_definite(form) or form.startswith(_TO):
            return False
        if form.endswith(_FILE.possessive) or (form not in EVERYDAY and everyday(form)):
            return False  # "نشرتها", "بمحافظة"
        return form not in LEXICON.never and form not in LEXICON.verbs and form not in _LIKE_NAMES

    def _adjectives(self, at: int) -> int:
        while True:
            if self._adjective(at) or self._purpose(at) or self._further(at) or self._national(at):
                at += 1
            elif self._form(at) in _WITH_NEXT and (end := self._definite(at + 1)):
                at = end
            else:
                return at

    def _definite(self, at: int) -> int:
        """The number of the word behind a definite noun, or what ends in one ("حقوق الإنسان"); 0 for none."""
        start = at
        while at < start + _CONSTRUCT and self._joins(self._form(at)) and not self._place(at):
            at += 1
        return self._place(at) or (at + 1 if self._form(at).startswith(TITLES.article) else 0)

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

    def _purpose(self, at: int) -> bool:
        """True of what a body is for ("للاستثمار"); another body or a country is not."""
        form = self._form(at)
        return form.startswith(TITLES.merged_article) and form not in _NEVER | _HEAD_OF.keys() and not self._place(at)

    def _national(self, at: int) -> bool:
        """True of a country that is called like its nationality ("السعودية")."""
        return self._place(at) == at + 1 and self._form(at).endswith(_RELATIONAL) and at > self.at + 1

    def _adjective(self, at: int) -> bool:
        form = self._form(at)
        if form in _ADJECTIVES:
            return True
        return (
            form.startswith(TITLES.article)
            and form.endswith(_RELATIONAL)
            and form not in _NEVER | _PERSONS
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
        if form.startswith(_TO) and self.words[at].start + 1 in self.known.places:
            return 0  # "وصف صحيفة لروسيا"
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
