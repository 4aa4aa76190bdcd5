"""Noun phrases: where the subject beside a cue begins and ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from core.knowledge.cues import Cues, Kind
from core.knowledge.ordinary import WORDS
from core.knowledge.titles import TITLES
from core.model import Kind as ActorKind
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import COMMAS, JOINERS, QUOTES, STOPS
from core.statements.names import Named, Names

_LONGEST = 25  # tokens of a noun phrase
_SHORT_NAME, _LONG_NAME = 4, 6  # tokens of a name in marks: by itself, and behind what it is the name of
_SHORT = 5  # letters; a longer word in "بالـ" is no name


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase: its tokens (`end` excluded) and who is named in it."""

    first: int
    end: int
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Reads the noun phrases of one article."""

    layout: Layout
    names: Names
    cues: Cues

    def phrase(self, first: int, limit: int, stops: frozenset[str], *, object_after: bool = False) -> Phrase | None:
        """The noun phrase that starts at `first`, after adverbs and dates; null where none does.

        `stops` are folded forms that end it besides what always does (a verb's own prepositions, its objects' heads).
        With `object_after` a name ends it, since a noun after the name may be the verb's object.
        """
        at = self.skip(first, limit)
        if self.layout.form(at) in self.cues.these - stops and self._pointed_at(at + 1):
            at += 1
        if at >= limit or not self._may_start(at, stops) or (object_after and self.deed(at)):
            return None
        end, person = at, False
        while end < min(limit, at + _LONGEST):
            named = self.names.at.get(end)
            form = self.layout.form(end)
            if form in QUOTES and end in self.layout.closes and self._quoted_name(end, at):
                person = person or end == at  # "عوفير" في حواره
                end = self.layout.closes[end] + 1  # حركة "فتح"
                continue
            if form == "(" and (closing := self._paren(end, limit)):
                end = closing + 1
                continue
            if form in COMMAS:
                if person or not self._titled(at):
                    break
                if self._apposition(end + 1, limit):
                    end += 1
                    continue
                unnamed = self.layout.form(at) in self.cues.unnamed  # "وبحسب شهود عيان، واجه الجنود …"
                end = end if unnamed else self._unknown_name(end + 1, limit) or end
                break
            joined = named is not None and (named.clitic or form.startswith(clitics.TO_THE))
            if not (named and named.first == end and not joined) and self._stops(end, at, person, stops):
                break
            if end > at and any(self.layout.reads(end, words) for words in self.cues.preludes.get(form, ())):
                break
            if object_after and end > at and self._object_begins(at, end):
                break
            if named and not (named.clitic and end == named.first and person):
                by_name = named.person and named.mention.how != "title"
                person = person or by_name
                end = named.last + 1
                whole = object_after and named.first == at and named.mention.how != "title"
                if not self._goes_on(end, by_name, whole):
                    break
                continue
            end += 1
        while end > at and self._loose_end(end - 1, stops):
            end -= 1
        return Phrase(at, end, tuple(self.names.within(at, end))) if end > at else None

    def _loose_end(self, at: int, stops: frozenset[str]) -> bool:
        """True of a mark or a preposition; of a name's last word ("مراد على" for "مراد علي"), where it is spelt like a
        preposition and the verb (`stops`) or a noun behind wants one.
        """
        form, following = self.layout.form(at), self.layout.form(at + 1)
        if form not in COMMAS and form not in self.cues.aside:
            return False
        if at not in self.names.at:
            return True
        wanted = form in stops or (following.isalpha() and following not in self.cues.that)
        return wanted and self.layout.word(at) in TITLES.like_names

    def second(self, phrase: Phrase) -> int | None:
        """Where another noun phrase begins that was read as part of the first: "وزيرة الإعلام القرار"."""
        same = (i for i in range(phrase.first + 2, phrase.end) if self.layout.form(i - 1) in self.cues.same)
        if (after := next(same, None)) is not None:
            return after  # "المسؤول نفسه حركة"
        if (named := self._opening_names(phrase)) is not None:
            return named if named < phrase.end else None
        if not self.office(phrase.first):
            return None
        for at in range(phrase.end - 1, phrase.first, -1):
            if self.closed(at - 1) and self._begins(at):
                return at
        return None

    def _pointed_at(self, at: int) -> bool:
        """True where a word like "this" may point at a subject: "دعت هذه المنظمة إلى"."""
        return at not in self.names.at and clitics.definite(self.layout.form(at)) and self.office(at)

    def deed(self, at: int) -> bool:
        """True where a verbal noun stands by its pattern, "إغلاق", which is no name and heads no person or body."""
        form = self.layout.form(at)
        somebody = at in self.names.at or form in self.cues.bodies or form in self.cues.persons
        return clitics.deed(self.layout.word(at)) and not somebody

    def closed(self, at: int) -> bool:
        """True where no genitive may follow, since a word has the article or is a nationality, a name, a quotation."""
        named = at in self.names.countries or at in self.names.at or at in self.names.places
        return named or clitics.definite(self.layout.form(at)) or self.layout.is_close(at)

    def _begins(self, at: int) -> bool:
        """True where a name of no person begins, or a definite noun, which an adjective is not."""
        if (named := self.names.at.get(at)) is not None:
            return named.first == at and not named.person
        form = self.layout.form(at)
        adjective = form.endswith(clitics.RELATIVE) or form in self.cues.adjectives or at in self.names.countries
        return clitics.definite(form) and not adjective

    def _opening_names(self, phrase: Phrase) -> int | None:
        """The end of the names that a phrase begins with: "موسكو ودمشق", «مراسلون بلا حدود»."""
        if self.layout.form(phrase.first) in QUOTES:
            return self.layout.closes[phrase.first] + 1
        at = phrase.first
        while (named := self.names.at.get(at)) and named.first == at and named.clitic == (at > phrase.first):
            at = named.last + 1
        return at if at > phrase.first else None

    def simple(self, phrase: Phrase) -> bool:
        """True where a phrase is one name of no person, one quotation or at most two words without an office."""
        names = self._opening_names(phrase)
        if names is not None:
            return names >= phrase.end and not any(n.person for n in phrase.named)
        definite = clitics.definite(self.layout.form(phrase.first)) or phrase.end == phrase.first + 1
        return definite and not phrase.named and not self.office(phrase.first)

    def cut(self, phrase: Phrase, end: int) -> Phrase:
        """The part of a phrase before `end`."""
        return Phrase(phrase.first, end, tuple(n for n in phrase.named if n.last < end))

    def skip(self, first: int, limit: int) -> int:
        """Past adverbs, dates and commas."""
        at = first
        while at < limit:
            form = self.layout.form(at)
            if at in self.names.dated:
                at = self.names.dated[at] + 1
            elif form in self.cues.adverbs or form in COMMAS or form == "#":
                at += 1
            elif form in self.cues.manner:
                at += 2  # "بشكل مفاجئ"
            elif words := next((w for w in self.cues.preludes.get(form, ()) if self.layout.reads(at, w)), None):
                at += len(words)
            else:
                break
        return at

    def office(self, at: int) -> bool:
        """True where a word is the head of an office or a body: "وزير", "المتحدثة", "وكالة"."""
        head = clitics.head(self.layout.form(at))
        return head in self.cues.persons or head in self.cues.bodies

    def person(self, at: int) -> bool:
        """True where a word is the head of a person's office or description."""
        return clitics.head(self.layout.form(at)) in self.cues.persons

    def gender(self, at: int) -> str | None:
        """The gender of the verb that agrees with the noun at `at`; null where that can't be seen."""
        head = clitics.head(self.layout.form(at))
        if head in self.cues.feminine or self.layout.word(at).endswith(("ة", "ات")):
            return "f"  # as written: "محاميه" is masculine
        return "m" if self.office(at) else None

    def number(self, at: int) -> int:
        """How many the noun at `at` means: 1, 2, or 3 for the plural of persons; plurals of things count as one."""
        head = clitics.head(self.layout.form(at))
        stem = head[:-2]
        plural = stem + clitics.MASCULINE_PLURAL
        people = plural in self.cues.persons or (at in self.names.countries and head == plural)
        if head in self.cues.plural or (people and head in (plural, stem + clitics.OBLIQUE_PLURAL)):
            return 3
        if head in self.cues.dual or (head.endswith(clitics.DUAL) and stem in self.cues.persons):
            return 2
        construct = head.endswith(clitics.ACCUSATIVE) and head[:-1] in self.cues.persons
        after = (self.layout.form(i) for i in range(at + 1, at + 3))
        return 2 if construct and any(form.endswith(clitics.DUAL[0]) for form in after) else 1  # "عالما دين سعوديان"

    def near(self, at: int) -> bool:
        """True at the preposition of "قريب من", whose noun only says who somebody stands close to."""
        return self.layout.form(at) in self.cues.near_to and clitics.head(self.layout.form(at - 1)) in self.cues.near

    def joined(self, at: int) -> bool:
        """True where a word has "and" before it, and does not merely begin so: "ولندن", but not "واشنطن", "وزير"."""
        form, named = self.layout.form(at), self.names.at.get(at)
        if named is not None and named.first == at:
            return named.clitic and clitics.joined(form)
        return clitics.joined(form) and not (form in self.cues.persons or form in self.cues.matters)

    def with_(self, at: int) -> bool:
        """True where a word begins with the preposition ب."""
        word, named = self.layout.form(at), self.names.at.get(at)
        if named is not None:
            return named.clitic and named.first == at and word.startswith(clitics.WITH)
        if word in self.cues.that or word == clitics.WITH:
            return word.startswith(clitics.WITH)
        return word.startswith(clitics.WITH) and len(word) > 2 and word not in self.cues.not_with

    def surface(self, phrase: Phrase) -> str:
        """The phrase as worded, up to a parenthesis, which only spells it in other letters."""
        end = next((i for i in range(phrase.first + 1, phrase.end) if self.layout.form(i) == "("), phrase.end)
        end = min(end, self.issued(phrase) or end)  # "وثائق نشرت الخميس"
        while end > phrase.first + 1 and self.layout.form(end - 1) in JOINERS:
            end -= 1  # "بارك- وهي"
        if end > phrase.first + 1 and self.layout.form(end - 1) in self.cues.same:
            end -= 1
            asides = (i for i in range(end - 2, phrase.first, -1) if self.layout.form(i) in self.cues.aside)
            end = next(asides, end)  # "الأسد في السياق نفسه"
        name = self._name_before_title(phrase.first, end) or self._name_after_title(phrase.first, end)
        if name:
            return self.layout.text[self.layout.tokens[name[0]].start : self.layout.tokens[name[1] - 1].end]
        first = phrase.first
        commas = [i for i in range(phrase.first, end - 1) if self.layout.form(i) in COMMAS]
        if commas and self._addressed(phrase, commas[0]):
            end = commas[0]
        elif commas and self._titled(phrase.first):
            first = commas[-1] + 1  # the name after its title
        if self.layout.closes.get(first) == end - 1 and end - first > 2:
            first, end = first + 1, end - 1  # "وحدات حماية الشعب"
        return self.layout.text[self.layout.tokens[first].start : self.layout.tokens[end - 1].end]

    def issued(self, phrase: Phrase) -> int | None:
        """Where a document's noun phrase begins to tell who issued it: "تقرير جديد أصدرته المنظمة"."""
        if clitics.head(self.layout.form(phrase.first)) not in self.cues.document_nouns:
            return None
        inside = range(phrase.first + 1, phrase.end)
        return next((i for i in inside if self.layout.form(i) in self.cues.of_venues), None)

    def apposed(self, phrase: Phrase, limit: int) -> bool:
        """True where commas part what somebody is called by, within a phrase or behind it, from what follows."""
        commas = [i for i in range(phrase.first + 1, limit) if self.layout.form(i) in COMMAS]
        return bool(commas) and commas[0] <= phrase.end and commas[-1] >= max(phrase.end, limit - 2)

    def whole(self, phrase: Phrase) -> str:
        """The phrase as worded, all of it."""
        return self.layout.text[self.layout.tokens[phrase.first].start : self.layout.tokens[phrase.end - 1].end]

    def _addressed(self, phrase: Phrase, comma: int) -> bool:
        """True where the title follows its name, which an honorific leads: "السيد الشاذلي، نقيب الأطباء"."""
        honorific = clitics.head(self.layout.form(phrase.first)) in self.cues.honorifics
        named_after = any(n.person and n.first > comma for n in phrase.named)
        return honorific and comma > phrase.first + 1 and self.person(comma + 1) and not named_after

    def stems(self, first: int, end: int) -> Iterable[str]:
        """The words from `first` to `end`, without their articles."""
        for index in range(first, end):
            form = self.layout.form(index)
            yield clitics.stem(form)

    def _quoted_name(self, at: int, first: int) -> bool:
        """True where the marks at `at` hold a name: حركة "فتح", «كيري», صحيفة "ساوث فلوريدا صن سنتينل"."""
        longest = _LONG_NAME if self.layout.form(at - 1) in self.cues.naming_heads else _SHORT_NAME
        if self.layout.closes[at] - at > longest:
            return False
        if self.layout.closes[at] == at + 2:
            return True  # «محرز»
        if at == first:  # right after a cue: a name if the sentence goes on
            return at + 1 in self.names.at or self.layout.form(self.layout.closes[at] + 1).isalnum()
        return at + 1 in self.names.at or clitics.head(self.layout.form(at - 1)) in self.cues.bodies

    def _goes_on(self, at: int, person: bool, whole: bool) -> bool:
        """True where the phrase runs on past a name: a person's ends it, and so does one before an object."""
        form = self.layout.form(at)
        if form in COMMAS or form == "(" or form in self.cues.same:
            return True
        another = self.names.at.get(at)
        joined = self.joined(at)
        if person:
            return joined and (another is not None or clitics.head(clitics.without_and(form)) in self.cues.persons)
        if at in self.names.countries or (joined and another is not None):
            return True
        if another is not None and not whole:
            return True
        if not whole:
            return True
        head = clitics.head(clitics.without_and(form))
        body = clitics.definite(clitics.without_and(form)) and head in self.cues.bodies | self.cues.called_upon
        return joined and (body or head in self.cues.persons)  # "التحالف العربي والمجتمع الدولي"

    def _construct(self, at: int) -> bool:
        """True where a body's head has no article, so that the next word belongs to it."""
        form = self.layout.form(at)
        return form in self.cues.bodies or form in self.cues.naming_heads

    def _plural_construct(self, at: int) -> bool:
        """True of a masculine plural whose ending a genitive behind it has shortened: "مؤلفو", "مدربو"."""
        form = self.layout.form(at)
        return form.endswith(clitics.MASCULINE_PLURAL[0]) and at not in self.names.at and not clitics.definite(form)

    def _object_begins(self, first: int, at: int) -> bool:
        """True where what stands at `at` is no more of the subject at `first`, but the verb's object."""
        return (
            self._matter_of_its_own(at)
            or self._bare_subject(first, at)
            or self._whole_subject(first, at)
            or self._people(first, at)
            or self._body(first, at)
            or self._object(first, at)
            or self._named_object(first, at)
            or self._behind_indefinite(first, at)
            or self._behind_plural(first, at)
        )

    def _matter_of_its_own(self, at: int) -> bool:
        """True of what no genitive can be, behind a closed noun: "برلمان كتالونيا استقلاله", "المتحدث نفسه روسيا"."""
        if self.layout.form(at - 1) in self.cues.same:
            return self._begins(at)
        possessed = len(self.layout.form(at)) > _SHORT and self.layout.word(at).endswith(clitics.POSSESSED)
        noun = possessed and at not in self.names.at and not self.joined(at)
        return (noun or self.deed(at)) and self.closed(at - 1)

    def _body(self, first: int, at: int) -> bool:
        """True of a definite body or people behind a closed noun: "رئيس البرلمان العراقي القوى السياسية"."""
        form = self.layout.form(at)
        head = clitics.head(form)
        others = head in self.cues.bodies or head in self.cues.called_upon or head in self.cues.plural
        adjective = form.endswith(clitics.RELATIVE[1:]) or form in self.cues.adjectives or at in self.names.countries
        return clitics.definite(form) and others and not adjective and self.closed(at - 1) and at - 1 >= first

    def _bare_subject(self, first: int, at: int) -> bool:
        """True where one plain word is the subject and a definite noun after it the object: "طالبان الحكومة"."""
        head, form = self.layout.form(first), self.layout.form(at)
        if at != first + 1 or self.office(first) or first in self.names.at or head.endswith(clitics.FEMININE):
            return False
        if head in self.cues.plural or head in WORDS:
            return False  # "أعضاء البرلمان", "مدرب المنتخب"
        spoken_to = self.office(at) or form.endswith(clitics.OBLIQUE_PLURAL)
        return clitics.definite(form) and spoken_to and not clitics.definite(head)

    def _whole_subject(self, first: int, at: int) -> bool:
        """True where "المنظمة" is the subject and what follows is no more of it: "المنظمة روسيا", "المنظمة انتشار"."""
        head = self.layout.form(first)
        whole = self.office(first) or head.endswith(clitics.MASCULINE_PLURAL) or self.number(first) > 1
        if at != first + 1 or not clitics.definite(head) or not whole:
            return False
        form, named = self.layout.form(at), self.names.at.get(at)
        if first in self.names.countries and named and named.first == at and not named.clitic:
            return True  # "الفلسطينيون أوباما"
        more = form in self.cues.in_subjects or clitics.to(form) is not None
        more = more or (clitics.joined(form) and clitics.definite(clitics.without_and(form)))  # "الكاتب والروائي"
        more = more or (self.with_(at) and form[1:] in self.cues.bodies)  # "الوزير بوزارة الخارجية"
        person = named is not None and named.person
        return form.isalpha() and not (clitics.definite(form) or more or person or self._plain_name(at))

    def _people(self, first: int, at: int) -> bool:
        """True of people, as the oblique plural shows, behind a single subject: "دعا التحالف الحوثيين إلى"."""
        form, head = self.layout.form(at), self.layout.form(first)
        oblique = clitics.definite(form) and form.endswith(clitics.RELATIVE[-1])
        single = self.number(first) == 1 and not head.endswith(clitics.OBLIQUE_PLURAL)
        return oblique and single and all(clitics.definite(self.layout.form(i)) for i in range(first, at))

    def _object(self, first: int, at: int) -> bool:
        """True where a bare noun follows a definite subject, and so is an object: "الرئيس الأمريكي قصف المدن"."""
        form = self.layout.form(at)
        if at == first or at in self.names.at or at in self.names.countries or not form.isalpha():
            return False
        if self.person(first) and self.person(at) and not clitics.definite(form) and not self.joined(at):
            return at - 1 in self.names.countries  # "هاجم رئيس الحكومة الإسرائيلية وزير خارجية إيران"
        some = self.layout.form(first) in self.cues.partitive
        whole = clitics.definite(self.layout.form(at - 1)) and (self.person(first) or some)
        more = form in self.cues.in_subjects or clitics.to(form) is not None
        joined = self.joined(at) or clitics.definite(form) or self.with_(at) or self.office(at)
        several = self.number(first) > 1 or some  # whom no name follows
        return whole and not more and not joined and (several or not self._plain_name(at))

    def _behind_indefinite(self, first: int, at: int) -> bool:
        """True of a definite noun behind somebody undefined and an adjective: "امرأة ثالثة المفكر السويسري"."""
        if at != first + 2 or not clitics.definite(self.layout.form(at)) or not self.office(first):
            return False
        head, adjective = self.layout.form(first), self.layout.form(at - 1)
        if clitics.definite(head) or clitics.definite(adjective) or adjective in self.cues.bodies:
            return False
        return at - 1 in self.names.countries or adjective in self.cues.ordinals

    def _behind_plural(self, first: int, at: int) -> bool:
        """True of a definite noun behind an indefinite masculine plural, be it with its adjectives, which no genitive
        follows: "مسؤولون غربيون آخرون النتائج".
        """
        if self.number(first) == 1 or not clitics.definite(self.layout.form(at)):
            return False
        within = self.layout.forms[first:at]
        return all(form.endswith(clitics.MASCULINE_PLURAL) and not clitics.definite(form) for form in within)

    def _named_object(self, first: int, at: int) -> bool:
        """True where a name that no construct can hold follows an adjective: "وسائل الإعلام الصينية واشنطن",
        "مصادر دبلوماسية رويترز".
        """
        named = self.names.at.get(at)
        if named is None or named.person or named.clitic or named.first != at or named.mention.how != "name":
            return False
        adjective = self.layout.form(at - 1)
        relative = adjective.endswith((*clitics.RELATIVE, clitics.RELATIVE_PLURAL))
        if at < first + 2 or not relative or adjective in self.cues.aside:
            return False
        if clitics.definite(adjective):
            return named.actor.kind is ActorKind.COUNTRY and not clitics.definite(self.layout.form(at))
        noun = adjective in self.cues.bodies or self.layout.form(at - 2) in self.cues.of_several
        return not (noun or clitics.definite(self.layout.form(first)))  # not "وزير خارجية الأردن", "كبير مفاوضي قطر"

    def _plain_name(self, at: int) -> bool:
        """True where two plain words follow a title, as the words of a name do."""
        plain = self._plain(at) and self._plain(at + 1) and at not in self.names.at
        return plain and not clitics.definite(self.layout.form(at + 1)) and not self.with_(at + 1)

    def _unknown_name(self, first: int, limit: int) -> int:
        """The end of a name that nobody knows, set between commas after a title; 0 where there is none."""
        end = first
        if self.with_(first) or self.layout.form(first).startswith((clitics.ARTICLE, clitics.TO_THE)):
            return 0
        if (clitics.to(self.layout.form(first)) or "") in self.cues.bodies | self.cues.naming_heads:
            return 0  # "وأضاف المتحدث، لوكالة فرانس برس، أن"
        while end < min(limit, first + 5) and self._plain(end) and end not in self.names.countries:
            end += 1
        definite = sum(clitics.definite(self.layout.form(i)) for i in range(first, end))
        return end if end - first > 1 and definite < 2 and self.layout.form(end) in COMMAS else 0

    def _plain(self, at: int) -> bool:
        """True where a word may belong to a name."""
        form = self.layout.form(at)
        other = (
            form in self.cues.aside or form in self.cues.that or form in self.cues.adverbs or form in self.cues.matters
        )
        noun = form in self.cues.bodies or (len(form) > _SHORT and form.endswith(clitics.HER))
        named = form.isalpha() and not noun and not other
        return named and form not in self.cues.triggers and at not in self.names.dated

    def _titled(self, at: int) -> bool:
        """True where a phrase begins with a title or an office, so that its name may follow a comma."""
        named = self.names.at.get(at)
        return clitics.head(self.layout.form(at)) in self.cues.persons or (
            named is not None and named.mention.how == "title"
        )

    def _name_before_title(self, first: int, end: int) -> tuple[int, int] | None:
        """An unknown name with its title after it: "سايمون ويزمان الباحث في معهد …"."""
        for at in range(first, min(end, first + 5)):
            form = self.layout.form(at)
            if at >= first + 2 and form.startswith(clitics.ARTICLE) and form[2:] in self.cues.persons:
                return first, at
            if (
                not self._plain(at)
                or form.startswith(clitics.ARTICLE)
                or form in self.cues.persons
                or form in self.cues.bodies
            ):
                return None
        return None

    def _name_after_title(self, first: int, end: int) -> tuple[int, int] | None:
        """An unknown name after its title: "الناطق باسم الخارجية الإيرانية بهرام قاسمي"."""
        if not self._titled(first) or self.layout.form(first) in self.cues.unnamed:
            return None
        ends = (i + 1 for i in range(first, end) if self._known(i) or self._definite(i) or self.layout.is_close(i))
        start = max(ends, default=end)
        name = range(start, end)
        plain = all(self._plain(i) and not self.layout.form(i).startswith(clitics.ARTICLE) for i in name)
        return (start, end) if 2 <= len(name) <= 4 and plain else None

    def _definite(self, at: int) -> bool:
        form = self.layout.form(at)
        return clitics.definite(form) or clitics.definite(clitics.without_and(form))

    def _known(self, at: int) -> bool:
        return at in self.names.at or at in self.names.countries

    def _apposition(self, at: int, limit: int) -> bool:
        """True where a name, be it between marks, or a title follows the comma."""
        if at >= limit:
            return False
        if self.layout.form(at) in QUOTES and at in self.layout.closes and self._quoted_name(at, 0):
            at += 1
        named = self.names.at.get(at)
        if named and named.person and named.first == at and not named.clitic:
            return True
        return self.layout.form(at) in self.cues.persons or clitics.head(self.layout.form(at)) in self.cues.persons

    def _may_start(self, at: int, stops: frozenset[str]) -> bool:
        form = self.layout.form(at)
        named = self.names.at.get(at)
        if named and named.first == at:
            return not named.clitic or form.startswith(clitics.ARTICLE)
        if form in stops or form in self.cues.that or form in self.cues.aside or form in self.cues.negators:
            return False
        if form in self.cues.restated:
            return False  # "وكرر القول إن"
        if form in self.cues.resumptive or form in self.cues.idioms or (clitics.WITH in stops and self.with_(at)):
            return False
        if form in self.cues.bare or form in self.cues.relatives or form in self.cues.own_voice:
            return False
        if self.number(at) < 3 and any(f.kind is not Kind.PAST for f in self.cues.forms.get(form, ())):
            return False  # "وتابع قائلا", "ومضى يقول", but "معارضين في أستراليا"
        if form.startswith(clitics.WITH) and form.removeprefix(clitics.WITH) in self.cues.pointing:
            return False  # "وأشار بهذا الصدد إلى"
        if form.startswith(clitics.WITH + clitics.ARTICLE) and len(form) > _SHORT:
            return False
        if form in QUOTES:
            return at in self.layout.closes and self._quoted_name(at, at)
        if form.startswith(clitics.TO) and form not in self.cues.bodies and form not in self.cues.persons:
            return False
        return form.isalpha()

    def _stops(self, at: int, first: int, person: bool, stops: frozenset[str]) -> bool:
        form = self.layout.form(at)
        if form in stops and form in self.cues.matters and at == first + 1 and self._construct(first):
            return False  # "وكالة الأنباء"
        if form in self.cues.these and at == first + 1 and self._plural_construct(first):
            return False  # "مؤلفو هذه الدراسة"
        if form in self.cues.near_to and at == first + 1 and self.layout.form(first) in self.cues.partitive:
            return False  # "عدد من أعضاء اللجنة"
        if form in stops or form in self.cues.that or at in self.names.dated or form in self.cues.adverbs:
            return at > first
        if at > first and (
            (clitics.WITH in stops and self.with_(at) and not self._at_body(at)) or form in self.cues.so_that
        ):
            return True
        if form in self.cues.restated:
            return at > first  # "وأعاد المتحدث التأكيد على أن"
        if form in STOPS and self._initial(at - 1):
            return False  # "إتش. آر. ماكماستر", "د. محمد إبراهيم"
        if not form.isalnum():
            return form not in JOINERS or person or self._dash(at)
        if form in self.cues.refusals and self.layout.form(first) in self.cues.unnamed:
            return at > first  # "مسؤول أوروبي رفض كشف هويته"
        if form in self.cues.relatives or form in self.cues.negators or form in self.cues.auxiliaries:
            return at > first
        if self.with_(at) and form[1:] in self.cues.document_nouns:
            return at > first  # "قالت المنظمة ببيانها"
        if form in self.cues.forms and self.layout.form(at + 1) in self.cues.concealing:
            return at > first  # "مصدر طلب عدم ذكر اسمه"
        if form in self.cues.manner or (form in self.cues.idioms and clitics.definite(form)):
            return at > first  # "كشف مصدر مطلع النقاب عن"
        if (
            form == clitics.TO
            and self.layout.form(at - 1) in self.cues.title_ends
            and self.layout.form(at + 1) in QUOTES
        ):
            return False  # 'الرئيس التنفيذي لـ"غازبروم" أليكسي ميلر'
        if form in self.cues.aside:
            following = self.layout.form(at + 1)
            sent = form in self.cues.until and clitics.head(self.layout.form(first)) in self.cues.envoys
            joins = (form in self.cues.within_phrases and not person) or (sent and following not in self.cues.that)
            apart = following in self.cues.venues or following in self.cues.occasions or at + 1 in self.names.dated
            return not joins or apart or form in stops
        national = at in self.names.countries and not form.startswith(clitics.TO_THE)  # "مصادر ليبية"
        noun = None if national else clitics.to(form)
        if noun is not None and self.layout.form(at - 1) in self.cues.title_ends:
            return False  # "المجلس التابع للبيت الأبيض"
        some = self.layout.form(first) in self.cues.unnamed or self.layout.form(first) in self.cues.partitive
        if noun is not None and (some or self._listener(at, noun, person)):
            return at > first  # "مسؤول أميركي للجزيرة"
        if noun is not None and clitics.head(noun) in self.cues.persons and (person or not self.office(first)):
            return at > first  # "موسى لوزير الخارجية الأمريكي"
        return at > first and form in self.cues.forms and at not in self.names.at and self._verb(at)

    def _initial(self, at: int) -> bool:
        """True where a word is an initial, spelt out or a letter."""
        form = self.layout.form(at)
        return form in self.cues.initials or (len(form) == 1 and form.isalpha())

    def _at_body(self, at: int) -> bool:
        """True where "at" stands before a body, right behind somebody unnamed: "مصدر بوزارة الخارجية"."""
        noun = clitics.stem(self.layout.form(at)[1:])
        return noun in self.cues.bodies and clitics.head(self.layout.form(at - 1)) in self.cues.unnamed

    def _listener(self, at: int, noun: str, person: bool) -> bool:
        """True where "to" marks a listener, not what a title is for: "لوكالة تاس", but "الأمين العام للأمم المتحدة"."""
        if clitics.stem(noun) in self.cues.addressee_heads or noun in self.cues.addressees:
            return True
        named = self.names.at.get(at)
        return person and (clitics.definite(noun) or (named is not None and named.clitic and named.first == at))

    def _verb(self, at: int) -> bool:
        return any(not f.verb.weak or f.number > 1 for f in self.cues.forms[self.layout.form(at)])

    def _dash(self, at: int) -> bool:
        """True where a dash opens an aside rather than joining a name."""
        token = self.layout.tokens[at]
        return self.layout.text[token.start - 1 : token.start].isspace()

    def _paren(self, at: int, limit: int) -> int:
        for index in range(at + 1, min(limit, at + 8)):
            if self.layout.form(index) == ")":
                return index
        return 0
