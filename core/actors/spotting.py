"""The names of unknown persons in one column: where they begin and end, and what supports them.

A proposal of the tagger counts where the text supports it: a title or a word for a person before it, a title behind
it, a given name in it, or the tagger's own certainty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from core.actors.everyday import EVERYDAY, everyday
from core.actors.naming import Named as NamedSpan
from core.actors.naming import Reading, Title, read
from core.actors.tagging import ARAB, COMPOUNDS, DOUBTFUL, LEXICON, Span, tagger
from core.arabic import starts, tokens
from core.knowledge.spellings import closing
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Article, Field, Kind

#: Least certainty (per word, of the tagger) to believe a name with support, without any, and of one word.
SUPPORTED, ALONE, SINGLE = 2.0, 80.0, 4.0

#: How like a name a word must look to be the surname that a lone given name wants; how little a word of one may, and
#: how much they must on the whole, where only their place says that they are one.
LIKELY, UNLIKELY, CLEARLY = 0.0, -40.0, 20.0

#: … or of two given names, which may be all of it; or an everyday word a foreigner's first name. How like one two
#: words must be that nothing but a verb of saying or a given name tells, and how little a word of any name may be.
MORE_LIKELY, SURELY, HOPELESS = 20.0, 50.0, -75.0

#: Words between a head noun and the name it introduces, at most ("رئيس المختبر العسكري البريطاني غاري آيتكنهيد").
_REACH = 8

_FLAGS = {Kind.PERSON: "#person", Kind.ORGANISATION: "#body", Kind.COUNTRY: "#country", Kind.PLACE: "#place"}
_QUALIFIERS = TITLES.folded("qualifiers")
_BEHIND = TITLES.folded("behind")
_NAMED_AFTER = frozenset(TITLES.with_clitics(TITLES.folded("named_after")))
_FOREIGN_NAMED = frozenset(TITLES.with_clitics(TITLES.folded("foreign_named")))

#: Words of a name that only its place tells, at most; right behind a nationality it may begin with an article.
_LONGEST = 4
_NATIONALITIES = frozenset(["#nationality", "#nationality-in-title"])

HYPHEN = "-"

#: Letters of a word that begins with و by itself ("وانغ"); in a longer one it is the conjunction.
_SHORT = 4


class Name(msgspec.Struct, frozen=True):
    """A person's full name as an article spells it, where it stands, and the office said of it there."""

    field: Field
    start: int
    end: int
    words: tuple[str, ...]
    spelt: str
    role: str | None
    office_id: str | None
    gender: str | None


def _flags(starts: Sequence[int], reading: Reading, world: World, others: Iterable[NamedSpan]) -> list[str]:
    """What the knowledge says of each word, by where it begins: a name's kind, a nationality, the end of a title; ""
    for nothing, and for `others`: names of persons who are not those that the knowledge knows by them.
    """
    unknown = {n.begin for n in others}
    found = [""] * len(starts)
    for title in reading.titles:
        for at in range(bisect_left(starts, title.begin), bisect_left(starts, title.end)):
            found[at] = "#title"
    for body in reading.bodies:
        for at in range(bisect_left(starts, body.begin), bisect_left(starts, body.end)):
            found[at] = found[at] or _FLAGS[Kind.ORGANISATION]
    for named in reading.names:
        if named.how == "short" or named.begin in unknown:
            continue
        kind = "#nationality" if named.how == "adjective" else _FLAGS[world.actors[named.candidates[0]].kind]
        for at in range(bisect_left(starts, named.begin), bisect_left(starts, named.end)):
            found[at] = f"{kind}-in-title" if found[at] else kind
    return found


class Covered:
    """Which characters of an article are taken: a byte for each, so that asking takes no longer where many are."""

    def __init__(self, article: Article) -> None:
        self._taken = {column: bytearray(len(article.column(column))) for column in Field}

    def add(self, column: Field, start: int, end: int) -> None:
        """Take the characters from `start` to `end`."""
        self._taken[column][start:end] = b"\1" * (end - start)

    def meets(self, column: Field, start: int, end: int) -> bool:
        """True where one of these characters is taken."""
        return 1 in self._taken[column][start:end]


class Words:
    """One column's words, with what the knowledge says of each, and the search for names among them."""

    def __init__(self, text: str, column: Field, world: World, covered: Covered) -> None:
        self.text, self.column = text, column
        self.reading = reading = read(text, world)
        self.words = tokens(text)
        self.forms = [word.form for word in self.words]
        self.starts = starts(text)
        self.others = [n for n in reading.names if self._other(n, world, covered)]
        self.said = _flags(self.starts, reading, world, self.others)
        self.joined = {n.begin for n in reading.names if n.how == "short" and n.clitic in TITLES.conjunctions}
        self.title_ending = {t.end: t for t in reading.titles}
        self.title_beginning = {t.begin: t for t in reading.titles}
        without, dotted = (text.count(f" {word} ") for word in TITLES.dotless)
        self.dotless = without > dotted

    def _other(self, named: NamedSpan, world: World, covered: Covered) -> bool:
        """True of a known person's name that is of given names alone, and that nothing tells to be theirs here; not
        behind a building or a street.
        """
        if named.how != "name" or world.actors[named.candidates[0]].kind is not Kind.PERSON:
            return False
        given = named.form.split()
        if self._form(bisect_left(self.starts, named.begin) - 1) in _NAMED_AFTER:
            return False
        if len(given) < 2 or not LEXICON.given.issuperset(given):
            return False
        return not covered.meets(self.column, named.start, named.end)

    def names(self, covered: Covered) -> Iterator[Name]:
        """The names that the text supports, outside what is covered."""
        last = 0
        tagged = self._merged(tagger().spans(self.forms))
        proposed = [
            *tagged,
            *self._overlooked(tagged),
            *self._kin(),
            *self._namesakes(),
            *self._described(),
            *self._titled(),
        ]
        proposed.sort(reverse=True)
        while proposed:
            whole = proposed.pop()
            if whole.start < last:
                continue
            span = self._stretched(self._trimmed(whole), last)
            if span.start >= span.end:
                continue
            if whole.start < span.end < whole.end:
                proposed.append(whole._replace(start=span.end))  # "عائشة وأبي بكر"
            before = self._form(self._before(span.start, quotes_only=True))
            if before in _NAMED_AFTER or (before in _FOREIGN_NAMED and self._form(span.start) not in ARAB):
                continue
            if covered.meets(self.column, self.words[span.start].start, self.words[span.end - 1].end):
                continue
            if self._form(span.start) in JOINS and self._adjoins(span.start) and self._taken(covered, span.start - 1):
                continue  # "الأمير خالد بن سلطان بن عبد العزيز"
            if name := self._supported(span):
                last = span.end
                yield name

    def _taken(self, covered: Covered, at: int) -> bool:
        """True of a word of a name that is somebody's already."""
        return covered.meets(self.column, self.words[at].start, self.words[at].end)

    def _merged(self, tagged: list[Span]) -> list[Span]:
        """The tagger's names, of which one of a single word is part of that right behind it: two take an and."""
        found: list[Span] = []
        for span in tagged:
            last = found[-1] if found else None
            close = last and last.end == span.start == last.start + 1 and self._adjoins(span.start)
            if last and close and not _joined_on(self._form(span.start)):
                span = Span(last.start, span.end, (last.score + span.score) / 2)
                found.pop()
            found.append(span)
        return found

    def _namesakes(self) -> Iterator[Span]:
        """Full names that somebody known has as well."""
        for named in self.others:
            first = bisect_left(self.starts, named.begin)
            yield Span(first, first + len(named.form.split()), SUPPORTED + 1)

    def _overlooked(self, tagged: list[Span]) -> Iterator[Span]:
        """Where the tagger sees none: a given name right behind a verb of saying or what somebody is ("القيادي علي
        جفرة"), and words that surely look like names, the first of them a given name or behind a verb of saying.
        """
        behind = {at for at, form in enumerate(self.forms, 1) if form in _SAYING}
        starts = behind.union(at for at, form in enumerate(self.forms) if form in LEXICON.given)
        starts.difference_update(*(range(span.start, span.end) for span in tagged))
        for start in starts:
            given, said, end = self._form(start) in LEXICON.given, start in behind, start
            while end - start < _LONGEST and self._surely(end) and (end == start or self._adjoins(end)):
                end += 1
            if end - start > 1:
                yield Span(start, end, ALONE + 1)
            elif said and self._compound(start):
                yield Span(start, start + 2, ALONE + 1)
            elif given and (said or self._head(start)) and self._sure(start):
                yield Span(start, start + 1, SINGLE + 1)

    def _sure(self, at: int) -> bool:
        """True of a given name that is no preposition."""
        return self._fits(at) and (self._form(at) not in _UNSURE or self._strange(at + 1))

    def _surely(self, at: int) -> bool:
        """True of a word that can hardly be anything but a name's, and of one person with the one before."""
        form = self._form(at)
        return tagger().likeness(form) > SURELY and self._fits(at) and not (everyday(form) or _joined_on(form))

    def _described(self) -> Iterator[Span]:
        """What fills the place of a name: between a description and the end of its clause, words that look like names'
        ("الوزير الإثيوبي اليمايهو تيجنو إن").
        """
        for start in tagger().likely(self.forms, LIKELY):
            end = start
            if not start or (self.said[start - 1] not in _NATIONALITIES and not self._ends_description(start - 1)):
                continue
            while end - start < _LONGEST and self._adjoins(end) and self._fits(end):
                end += 1
            closed = not self._adjoins(end) or ordinary(self._form(end))
            if end - start > 1 and closed and self._likely(start, end):
                yield Span(start, end, SUPPORTED + 1)

    def _ends_description(self, at: int) -> bool:
        """True of the last word of what somebody is called by his work: "رئيس المنظمة", "المستشار"."""
        form = self.forms[at]
        if TITLES.is_definite(self._form(at + 1)) or not (form in _HEADED or TITLES.is_definite(form)):
            return False
        return self._head(at + 1) is not None

    def _likely(self, start: int, end: int) -> bool:
        """True of words that look like a name's together, the first by itself; no adjective is among them."""
        forms = [self._form(at) for at in range(start, end)]
        if any(TITLES.is_definite(form) and form.endswith(TITLES.relational) for form in forms):
            return False
        likeness = [tagger().likeness(form) for form in forms]
        return likeness[0] > LIKELY and min(likeness) > UNLIKELY and sum(likeness) > CLEARLY * len(forms)

    def _titled(self) -> Iterator[Span]:
        """Some words behind a title that are no everyday ones: whoever holds it, however foreign ("وزيرة الصحة الروسية
        فيرونيكا سكفورتسوفا"). What else they take in, `_trimmed` and `_stretched` say.
        """
        ends = {title.end for title in self.reading.titles if title.owner or title.alone}
        for number, word in enumerate(self.words[:-2]) if ends else ():
            if word.end not in ends:
                continue
            start = end = self._over(number + 1)
            while end - start < _LONGEST and self._strange(end) and (end == start or self._adjoins(end)):
                end += 1
            if end - start > 1:
                yield Span(start, end, SUPPORTED + 1)

    def _strange(self, at: int) -> bool:
        """True of an indefinite word that may be a foreigner's and nothing else."""
        form = self._form(at)
        if len(form) <= 2 or not self._fits(at) or TITLES.is_definite(form):
            return False
        return not (everyday(form) or _hopeless(form))

    def _unmarked(self, at: int) -> bool:
        """True of a word without harakat, which adverbs have ("صديقًا"), and without what may be a proclitic."""
        word, form = self.words[at], self.words[at].form
        least = _SHORT if form[0] in TITLES.conjunctions else _CLITIC_AND_NAME + 1
        joined = form[0] in TITLES.clitics and len(form) >= least
        return word.end - word.start == len(form) and not joined

    def _kin(self) -> Iterator[Span]:
        """Given names behind a word for kin ("وابنته يوليا"): they need no other support."""
        for at in [number for number, word in enumerate(self.words, 1) if word.form in _KIN]:
            if self._adjoins(at) and self._form(at) in LEXICON.given and self._fits(at):
                yield Span(at, at + 1, SINGLE + 1)

    def relatives(self, surnames: set[str], known: set[str], covered: Covered) -> Iterator[Name]:
        """Others of these surnames, outside what is covered: the word before surely looks like a name, and is neither a
        surname as well nor in the name of anybody whom the knowledge holds (`known`).
        """
        for at in [at for at, word in enumerate(self.words) if word.form in surnames]:
            if self._form(at - 1) in known or not self._adjoins(at) or not self._surely(at - 1):
                continue
            name = self._supported(Span(at - 1, at + 1, ALONE + 1))
            if name and not covered.meets(self.column, name.start, name.end):
                yield name

    # -- where a name begins and ends

    def _form(self, at: int) -> str:
        """The form of a word; "" past either end."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def _adjoins(self, at: int) -> bool:
        """True where only spaces part a word from the one before."""
        return 0 < at < len(self.words) and not self.text[self.words[at - 1].end : self.words[at].start].strip(" ")

    def _fits(self, at: int) -> bool:
        """True of a word that can be in an unknown name at all."""
        form = self._form(at)
        if not form or not form[0].isalpha() or self.said[at] or ordinary(form):
            return False
        return not self._preposition(at)

    def _introduced(self, at: int) -> bool:
        """True right behind an honorific or a given name."""
        return self._form(at - 1) in _INTRODUCING

    def _preposition(self, at: int) -> bool:
        """True of على, which folding makes one with the name علي, unless a text without dots has it behind a name."""
        if self.text[self.words[at].start : self.words[at].end] not in TITLES.like_names:
            return False
        following = self._form(at + 1) if self._adjoins(at + 1) else ""
        object_follows = TITLES.is_definite(following) or (everyday(following) and following not in LEXICON.verbs)
        return not self.dotless or object_follows or not self._introduced(at)

    def _trimmed(self, span: Span) -> Span:
        """The span without what can't begin a name, and up to the first word that can't be in one."""
        start = span.start
        while start < span.end and self._leads(start, span.end):
            start += 1
        end = start
        while end < span.end and self._fits(end) and (end == start or self._adjoins(end)):
            if end > start and self._ends(start, end):
                break
            end += 1
        return span._replace(start=start, end=end)

    def _ends(self, start: int, at: int) -> bool:
        """True of a further word that is no name's: another name with و, or an everyday word, unless it stands where
        the surname of someone introduced does ("الوزير باسم عودة").
        """
        form, last = self._form(at), self._form(at - 1)
        if form in LEXICON.given or last in JOINS or self._compound(at) or self._compound(at - 1):
            return False
        if at - start > 1 and form in _BEHIND:
            return True  # "إليزابيث تيومان المحللة"
        if _joined_on(form) or self.words[at].start in self.joined:
            return True  # "بوتين ولافروف"
        if form.startswith(TITLES.merged_article) or _hopeless(form):
            return True
        return everyday(form) and not (at == start + 1 and form in EVERYDAY and self._presented(start))

    def _presented(self, start: int) -> bool:
        """True of a given name with a word behind it, where either end is clear: a title or another word for a person
        before, a mark or a further name behind.
        """
        if self._form(start) not in LEXICON.given:
            return False
        return not self._adjoins(start + 2) or _joined_on(self._form(start + 2)) or self._announced(start)

    def _announced(self, start: int) -> bool:
        """True right behind a title or another word for a person."""
        return self._form(start - 1) in _HEADED or self._title_before(start) is not None

    def _leads(self, at: int, end: int) -> bool:
        """True of what may stand at the head of a span and is no part of the name: "الدكتور", "البارز ديفيد"."""
        form = self._form(at)
        if form in LEXICON.honorifics or not self._fits(at):
            return True
        if self._compound(at):
            return False
        if form not in GIVEN and form not in DOUBTFUL and everyday(form):
            merged = _clitic((form,)) != ""  # "بيان" is no "بـ" and "يان"
            if form in EVERYDAY if merged else tagger().likeness(form) < MORE_LIKELY:
                return not self._announced(at)
        if at + 1 == end or form in GIVEN or form in DOUBTFUL or form.removeprefix(TITLES.article) in LEXICON.given:
            return False
        followed, likeness = self._form(at + 1) in LEXICON.given, tagger().likeness(form)
        if TITLES.is_definite(form):
            return followed or likeness < MORE_LIKELY
        if form[0] in TITLES.conjunctions and len(form) >= _SHORT and form[1:] not in LEXICON.given:
            return likeness < MORE_LIKELY  # "وفاز لونتي"
        return followed and likeness < LIKELY and not self._announced(at)  # "ينحي بيتر لوسن"

    def _stretched(self, span: Span, first: int) -> Span:
        """The span with given names before it, and with what its last word wants behind it ("حمد بن جاسم آل")."""
        start, end = span.start, span.end
        if start >= end:
            return span
        while start > first and self._adjoins(start) and (self._precedes(start - 1) or self._compound(start - 1)):
            start -= 1
        while more := self._further(start, end):
            end += more
        while end - start > 1 and self._form(end - 1) in JOINS and end < len(self.words) and self._adjoins(end):
            end -= 1  # "أحمد بن", before a name that is somebody's
        return span._replace(start=start, end=end)

    def _further(self, start: int, end: int) -> int:
        """How many of the words behind a name are still of it."""
        if self._adjoins(end) and self._compound(end):
            return 2
        if self._adjoins(end) and self._fits(end) and self._wants(start, end):
            return 1
        return 2 if self._hyphened(end) else 0

    def _compound(self, at: int) -> bool:
        """True of the first word of a name of two ("علم الدين")."""
        firsts = COMPOUNDS.get(self._form(at + 1), ())
        return self._form(at) in firsts and self._adjoins(at + 1) and self._fits(at) and self._fits(at + 1)

    def _hyphened(self, at: int) -> bool:
        """True where a hyphen joins a last syllable to a name, whatever word that would be alone ("مون تشونغ-إن"), or a
        second given name ("جان- بول دوريان").
        """
        if self._form(at) != HYPHEN or at + 1 >= len(self.words) or self.words[at - 1].end != self.words[at].start:
            return False
        last = self._form(at + 1)
        if self._form(at - 1) in LEXICON.given and last in LEXICON.given and self._adjoins(at + 1):
            return True
        close = self.words[at].end == self.words[at + 1].start
        return close and last.isalpha() and (len(last) < _SHORT or not (everyday(last) or TITLES.is_definite(last)))

    def _precedes(self, at: int) -> bool:
        """True of a given name right before a name; of one that may be another word, where nothing is before it."""
        form = self._form(at)
        if _clitic((self._form(at + 1),)):
            return False
        if form in DOUBTFUL and self._form(at + 1) in LEXICON.given:
            return self._fits(at) and (not self._adjoins(at) or self._form(at - 1) in _PERSON_FORMS)
        return form in LEXICON.given and self._fits(at) and not self._preposition(at)

    def _wants(self, start: int, end: int) -> bool:
        """True where a name that ends in given names or a particle goes on with the word behind."""
        last, following = self._form(end - 1), self._form(end)
        if last in JOINS or following in closing():
            return True
        if last in LEXICON.given and (following in GIVEN or following in DOUBTFUL):
            return True
        if self._servant(end) and following in GIVEN:
            return True
        if self._ends(start, end):
            return False
        if following in LEXICON.given and following not in _PERSON_WORDS and tagger().likeness(following) > SURELY:
            return True
        if following.startswith(TITLES.article) and everyday(following.removeprefix(TITLES.article)):
            return end == start + 1 and self._presented(start) and following not in _QUALIFIERS | _PERSON_WORDS
        if end == start + 1 and last in LEXICON.given and self._strange(end) and self._unmarked(end):
            return True  # hardly anybody is called by a given name alone
        if last in LEXICON.given and tagger().likeness(following) > (LIKELY if end == start + 1 else MORE_LIKELY):
            return True
        surname = following.startswith(TITLES.article) and TITLES.is_definite(following)
        surname = surname and following not in _PERSON_WORDS
        if not surname or not (last in LEXICON.given or self._servant(end)):
            return False
        single = end - start == (1 if last in LEXICON.given else 2)
        fathers = any(self._form(at) in JOINS for at in range(start, end))  # "عبد الله بن سليمان المنيف"
        return single or fathers or following.endswith(TITLES.relational)

    def _servant(self, end: int) -> bool:
        """True where a name of two words ends, the first of which is none alone: "عبد الله"."""
        return self._form(end - 1) in LEXICON.servants and self._form(end - 2) in JOINS

    # -- what supports it

    def _supported(self, span: Span) -> Name | None:
        forms = tuple(w.form for w in self.words[span.start : span.end])
        forms = forms[:-2] if HYPHEN in forms[-2:-1] else forms  # a last syllable tells nobody
        forms = tuple(form for form in forms if form != HYPHEN)
        clitic = _clitic(forms)
        start, end = self.words[span.start].start + len(clitic), self.words[span.end - 1].end
        forms = (forms[0][len(clitic) :], *forms[1:])
        before, behind = self._title_before(span.start), self._title_behind(span.end)
        title = before or behind
        if title and title.other:
            title = title.other
        role, gender = self._wording(title), title.gender if title else None
        if before is None:
            role, gender = self._head(span.start) or (role, gender)
        given = forms[0] in GIVEN and not self._preposition(span.start)
        supported = bool(role or given or _HEADED.get(self._form(self._over(span.end))))
        if len(forms) == 1 and forms[0] in LEXICON.servants and not given:
            return None  # "السفير العزيز"
        if len(forms) == 1:
            introduced = (before or self._head(span.start)) and (
                given or self._form(self._before(span.start)) not in _KIN
            )
            believed = bool(introduced) and span.score > (SUPPORTED if given else SINGLE)
        else:
            believed = span.score > (SUPPORTED if supported else ALONE)
        if not believed:
            return None
        spelt, office = " ".join(self.text[start:end].split()), title.office_id if title else None
        return Name(self.column, start, end, forms, spelt, role, office, gender)

    def _wording(self, title: Title | None) -> str | None:
        return self.text[title.start : title.end] if title else None

    def _before(self, at: int, quotes_only: bool = False) -> int:
        """The word before, over quotation marks, honorifics and (unless `quotes_only`) commas; -1 for none."""
        over = _QUOTES if quotes_only else TITLES.between
        at -= 1
        while at >= 0 and (self._form(at) in over or self._form(at) in LEXICON.honorifics):
            at -= 1
        return at

    def _over(self, at: int) -> int:
        """The word at or behind, over commas and quotation marks."""
        while self._form(at) in TITLES.between:
            at += 1
        return at

    def _title_before(self, at: int) -> Title | None:
        at = self._before(at)
        return self.title_ending.get(self.words[at].end) if at >= 0 else None

    def _title_behind(self, at: int) -> Title | None:
        at = self._over(at)
        return self.title_beginning.get(self.words[at].start) if at < len(self.words) else None

    def _head(self, at: int) -> tuple[str, str] | None:
        """The description before a name, from its head noun on, and its gender: "المحقق", "رئيس المختبر البريطاني"."""
        last = self._before(at)
        for number in range(last, max(last - _REACH, -1), -1):
            word = self.words[number]
            if not word.form[0].isalnum() or "\n" in self.text[word.end : self.words[at].start]:
                return None
            if self.said[number].startswith(_FLAGS[Kind.PERSON]):
                return None  # the head's own name stands there
            if head := _HEADED.get(word.form):
                start = word.end - len(head) if len(head) < len(word.form) else word.start
                feminine = self.text[word.end - 1] == TITLES.feminine
                return self.text[start : self.words[last].end], "f" if feminine else "m"
            if not TITLES.is_definite(word.form) and not self.said[number] and word.form not in _QUALIFIERS:
                return None
        return None


GIVEN = LEXICON.given | LEXICON.particles
_INTRODUCING = GIVEN | LEXICON.honorifics
JOINS = LEXICON.particles
_QUOTES = frozenset(TITLES.quotes)
_UNSURE = TITLES.folded("like_names")
_SAYING = {c + w for c in ("", *TITLES.conjunctions) for w in LEXICON.verbs}
_ORDINARY = {c + w for c in ("", *TITLES.conjunctions) for w in LEXICON.never | LEXICON.verbs} - GIVEN


def ordinary(form: str) -> bool:
    """True of a word that no name holds: a particle, a day, a verb of saying, unless it is a given name as well."""
    return form in _ORDINARY


def _hopeless(form: str) -> bool:
    """True of a word that hardly looks like a name's, with what may be a proclitic not at all ("أحمد بهذه")."""
    if form in GIVEN or form in LEXICON.servants or form in DOUBTFUL:
        return False
    if form.startswith(TITLES.article):
        return False
    return tagger().likeness(form) < (_PREFIXED if form[:1] in TITLES.clitics else HOPELESS)


#: How little a word that may begin with a proclitic may look like a name's.
_PREFIXED = -15.0

#: Letters of a word that begins as a proclitic may, at most, for it to be a surname that nothing else shows.
_CLITIC_AND_NAME = 5

#: Letters at least of a foreign name behind و, and how much more like a name it must look without it.
_LONG_NAME, _CLEARLY = 5, 8.0


@lru_cache(maxsize=1 << 14)
def _joined_on(form: str) -> bool:
    """True of another name, with the و that joins it to the one before ("وأبي بكر", "ورونالدو")."""
    if form[:1] not in TITLES.conjunctions or form in GIVEN:
        return False
    rest = form[1:]
    if len(form) < _SHORT and rest[:1] == form[:1]:
        return False  # "ريتشارد وود"
    if rest in _INTRODUCING or len(rest) < _LONG_NAME:
        return rest in _INTRODUCING
    return tagger().likeness(rest) - max(0.0, tagger().likeness(form)) > _CLEARLY


def _clitic(forms: tuple[str, ...]) -> str:
    """The proclitic before a given name ("ويوليا"), or و before any name of several words; "" where there is none."""
    first = forms[0]
    if first in LEXICON.given or first in DOUBTFUL:
        return ""  # "كريم" is no "كـ" and "ريم"
    for clitic in TITLES.clitics:
        if first.startswith(clitic) and first[len(clitic) :] in LEXICON.given:
            return clitic
    if len(forms) > 1 and first[:1] in TITLES.conjunctions and first[1:] in DOUBTFUL:
        return first[0]
    conjunction = TITLES.conjunctions[0]
    return conjunction if len(forms) > 1 and first.startswith(conjunction) and len(first) > _SHORT else ""


#: What is no part of a name and may stand right before one.
_PERSON_FORMS = LEXICON.honorifics | LEXICON.people | LEXICON.verbs

_PERSON_WORDS = LEXICON.heads | LEXICON.people | LEXICON.honorifics | LEXICON.kin | TITLES.folded("counterparts")
_KIN = frozenset(TITLES.with_clitics(LEXICON.kin))
_HEADED = TITLES.with_clitics(_PERSON_WORDS)
