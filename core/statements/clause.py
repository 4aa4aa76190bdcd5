"""A cue and its complement: where the content of a verb of speech begins, and how it is marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import msgspec

from core.knowledge.cues import Cues, Form, Kind, Object, Verb
from core.model import Act
from core.statements import clitics
from core.statements.forms import Forms
from core.statements.layout import Layout
from core.statements.lookalikes import Lookalikes
from core.statements.marks import COLON, COMMAS, QUOTES, STOPS
from core.statements.names import Names, gender
from core.statements.phrases import Phrase, Phrases

DASHES = frozenset({"-", "–", "ـ", "—"})
_TITLES = 3  # titles that may follow a name, each up to its comma
_TITLE = 14  # tokens of one
_ASIDE = 12  # tokens of an aside before a matter
_ASIDES = 40  # tokens of asides between commas before one
_SUBORDINATE = 40  # tokens of a clause between commas
_NEAR = 6  # tokens of a light aside
_APART = 10  # tokens between a weak verb's subject and its content
_FAR = 60  # tokens between a cue and its content
_LONG = 8  # words that a name between marks never has
_SHORT = 3  # words; a shorter quotation without a colon is a name or a scare quote


class Opening(StrEnum):
    """What opens a content."""

    THAT = "that"
    COLON = "colon"
    QUOTE = "quotation"
    PHRASE = "phrase"
    OBJECT = "object"
    BARE = "bare speech"


class Clause(msgspec.Struct, frozen=True):
    """A cue that was read: its subject (null where silent), and the token where its content starts."""

    cue: int
    form: Form
    opening: Opening
    start: int
    subject: Phrase | None


@lru_cache(maxsize=256)
def _subject_stops(prepositions: frozenset[str], takes: Object, act: Act, cues: Cues) -> frozenset[str]:
    """What ends the subject of a verb with these prepositions, this kind of object and this act: hundreds of words, put
    together once for each kind of verb.
    """
    stops = prepositions
    if takes in (Object.ANY, Object.MATTER, Object.DESCRIBED):
        stops |= cues.objects if act is Act.DENY else cues.objects - cues.feminine  # "كشفت تقارير", "نفت تقارير"
    stops |= {cues.fused[p] for p in stops & cues.fused.keys()}
    return stops | {clitics.WITH} if takes in (Object.ACCUSED, Object.DESCRIBED) else stops


@dataclass(frozen=True, slots=True)
class Clauses:
    """Reads what stands after a cue."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    lookalikes: Lookalikes
    forms: Forms

    def read(self, at: int, limit: int) -> Clause | None:
        """The clause of the cue at `at` in a sentence that ends before `limit`; null where it reports nothing."""
        for form in self.forms(at):
            if clause := self._read(at, form, limit):
                return clause
        return None

    def _read(self, at: int, form: Form, limit: int) -> Clause | None:
        verb = form.verb
        limit = min(limit, at + _FAR)
        first = at + 1
        subject = None
        if form.kind in (Kind.PAST, Kind.PRESENT):
            objects = verb.object is not Object.NONE or verb.whom
            stops = _subject_stops(verb.prepositions | verb.ending, verb.object, verb.act, self.cues)
            subject = self.phrases.phrase(first, limit, stops, object_after=objects)
            if subject and objects and form.number > 1 and not form.whom:
                first, subject = subject.first, None  # "وطالبوا الرئيس بالتنحي": a verb before its subject is singular
            if subject and objects:
                subject, first = self._own_part(subject, form, limit)
        if (
            subject is not None
            and not subject.named
            and clitics.head(self.layout.form(subject.first)) in self.cues.things
        ):
            return None  # "وتشير النتائج إلى أن"
        if (
            form.whom
            and self.forms.accused_of(at)
            and not (subject and (subject.named or self.phrases.office(subject.first)))
        ):
            return None  # "الذين يتهمونهم": whoever does
        if verb.ends and form.kind is Kind.PAST and self._told_noun(at, form, subject):
            return None  # a noun: "انتقد طلب الوزارة زيادة مخصصاتها"
        spelt = form.kind is Kind.PARTICIPLE or not verb.spelt or verb.spelt in self.layout.word(at)
        if not spelt and verb.that and form.kind is Kind.PAST:
            spelt = self._tells_that(at, form, subject, limit)
        if not spelt and not self._names_one(subject):
            return None
        if (
            form.kind is Kind.PRESENT
            and subject is None
            and form.gender == "m"
            and (verb.weak or verb.act is Act.EXPECT)
        ):
            return None  # "يعتقد على نطاق واسع أن": nobody in particular
        after = self.phrases.skip(subject.end if subject else first, limit)
        if self._tells_of(form) and self.phrases.with_(self.phrases.skip(at + 1, limit)):
            return None  # a passive: "11 حارسا اتهموا بمهاجمة …"
        titled = subject and subject.named and verb.object in (Object.ANY, Object.MATTER, Object.DESCRIBED)
        described = verb.object is Object.DESCRIBED
        after_title = self._past_title(after, limit, stops, described=described) if titled else after
        told = self._past_titles(after_title, limit, described=described) if titled else self._past_dashes(after)
        if form.kind is not Kind.NOUN and (found := self._object(form, subject, told, limit)):
            if subject is None and self._unveils(found[1], limit):
                return None
            return Clause(at, form, *found, subject)
        if found := self._complement(at, form, subject, after, limit):
            opening, start = found
            if opening is Opening.COLON and self.layout.form(at) in self.cues.of_several and not self._sure(subject):
                return None  # "أبرز المتأهلين:"
            if form.kind is Kind.NOUN and opening in (Opening.PHRASE, Opening.OBJECT):
                return None  # "بعد اتهامه بالارتباط": its pronoun is whom it befell
            return Clause(at, form, opening, start, subject)
        if subject and (judged := self._behind_comma(form, subject, limit)):
            return Clause(at, form, Opening.OBJECT, judged, subject)
        return None

    def _sure(self, subject: Phrase | None) -> bool:
        """True of a subject that speaks, a name or an office."""
        return subject is not None and (bool(subject.named) or self.phrases.office(subject.first))

    def _unveils(self, at: int, limit: int) -> bool:
        """True where an idiom follows what would be the object: "كشف التدخل الفرنسي النقاب عن"."""
        return any(self.layout.form(index) in self.cues.idioms for index in range(at, min(limit, at + _ASIDE)))

    def _told_noun(self, at: int, form: Form, subject: Phrase | None) -> bool:
        """True where what seems a verb is a noun: what follows does not agree, or a verb before it has it as object."""
        if subject is not None and self.phrases.gender(subject.first) not in (None, form.gender):
            return True
        for index in range(at - 1, max(-1, at - _ASIDE), -1):
            word = self.layout.form(index)
            if not word.isalnum() or word in self.cues.openers or word in self.cues.auxiliaries:
                return False
            if word in self.cues.refusals or word in self.cues.forms:
                return form.prefix == "" and index < at - 1  # "رفض الوزير طلب المستشار"
        return False

    def _tells_of(self, form: Form) -> bool:
        """True where a verb takes somebody or something, and then "بـ" with what is said of it."""
        taken = form.kind in (Kind.PAST, Kind.PRESENT) and not form.whom
        told = form.verb.object is Object.ACCUSED or (form.verb.object is Object.DESCRIBED and not form.verb.that)
        return taken and told

    def _names_one(self, subject: Phrase | None) -> bool:
        """True where one is named after a word that is seldom a verb; after two it is "between"."""
        if subject is None or not subject.named:
            return False
        if subject.named[0].first > subject.first and not self.phrases.office(subject.first):
            return False  # "وهنا تكون المحكمة ملزمة": no congratulation
        following = self.names.at.get(subject.named[0].last + 1)
        return following is None or not following.clitic

    def _past_dashes(self, at: int) -> int:
        """Past an aside between dashes."""
        if self.layout.form(at) not in DASHES or not self._opens_dash(at):
            return at
        return self._past(at, at + _FAR, self.layout.form(at)) + 1

    def _past_title(self, at: int, limit: int, stops: frozenset[str], *, described: bool) -> int:
        """Past a title that follows a name unpaused, where what the clause is about follows that: "وصف فيبر زعيم الحزب
        كلام زوكربيرغ بأنه".
        """
        if self.layout.form(at - 1) in COMMAS or clitics.head(self.layout.form(at)) not in self.cues.persons:
            return at
        title = self.phrases.phrase(at, limit, stops, object_after=True)
        if title is None or title.first != at:
            return at
        end = self.phrases.skip(title.end, limit)
        matter = self.layout.form(end) in self.cues.bare_matters
        pointed = self.layout.form(end) in self.cues.pointing or self.layout.form(end) in self.cues.denied
        about = matter or pointed or self.phrases.deed(end)
        noun = described and self.layout.form(end).isalnum() and self._noun(end) and not self.phrases.with_(end)
        return end if about or noun else at

    def _past_titles(self, at: int, limit: int, *, described: bool) -> int:
        """Past the titles that follow a name, to what the clause is about: "الدكتور حامد وزير الصحة، أمس، انخفاض …"."""
        for _ in range(_TITLES):
            word = self.layout.form(at)
            apposed = self.layout.form(at - 1) in COMMAS and at - 2 not in self.names.dated
            titled = clitics.head(word) in self.cues.persons or (apposed and clitics.definite(word))
            if not titled or word in self.cues.matters:
                return self._past_dashes(at)
            for index in range(at + 1, min(limit, at + _TITLE)):
                form = self.layout.form(index)
                if form in self.cues.that or form == COLON or form in QUOTES or self._halts(index):
                    return at
                if described and self.phrases.with_(index):
                    return at
                if form in COMMAS:
                    at = self.phrases.skip(index, limit)
                    break
            else:
                return at
        return at

    def _own_part(self, phrase: Phrase, form: Form, limit: int) -> tuple[Phrase | None, int]:
        """What of the noun phrase after a verb is its subject, and where an object in the same phrase begins."""
        if form.verb.whom and not form.whom and form.number == 1 and self._addressed(phrase, form):
            return None, phrase.first
        if not self._tells_of(form) or not self.phrases.with_(self.phrases.skip(phrase.end, limit)):
            return phrase, phrase.end
        start = self.phrases.second(phrase)
        if start is not None:
            return self.phrases.cut(phrase, start), start
        before = self.layout.form(phrase.first - 2)
        led = form.prefix != "" or before in self.cues.auxiliaries or before in self.cues.already
        alone = led and self.phrases.simple(phrase)  # "ووصفت المشهد بالعنيف", "قد وصف القرار بالخطير"
        return (None, phrase.first) if alone else (phrase, phrase.end)

    def _addressed(self, phrase: Phrase, form: Form) -> bool:
        """True where the phrase does not agree with the verb that speaks to it, or nobody called so speaks."""
        if clitics.head(self.layout.form(phrase.first)) in self.cues.called_upon:
            return True
        quoted = self.layout.form(phrase.first) in QUOTES and self.layout.form(phrase.first - 2).isalnum()
        if quoted and form.prefix == clitics.AND and self.phrases.with_(phrase.end):
            return True  # "نددت الخارجية بكذا وطالبت «القوات الغازية» بالانسحاب"
        if phrase.named:
            office = phrase.named[0].mention.how == "title"  # of a body, be it hers, whose officer speaks
            own = self.phrases.gender(phrase.first) if office else gender(phrase.named[0].actor)
            return phrase.named[0].first == phrase.first and own is not None and own != form.gender
        head = self.layout.form(phrase.first)
        if clitics.head(head) in self.cues.bodies:
            return self.phrases.gender(phrase.first) != form.gender  # "ودعا الدول الغربية إلى"
        if head.endswith(clitics.OBLIQUE_PLURAL) and self.phrases.number(phrase.first) == 3:
            return True  # "وطالب المسؤولين بالعمل"
        if not clitics.definite(head) or self.phrases.office(phrase.first):
            return False
        feminine = head.endswith(clitics.FEMININE)
        return head.endswith(clitics.OBLIQUE_PLURAL) or feminine != (form.gender == "f")

    def _object(self, form: Form, subject: Phrase | None, at: int, limit: int) -> tuple[Opening, int] | None:
        """A noun phrase as content, right after the subject."""
        kind = form.verb.object
        if kind is Object.NONE or at >= limit:
            return None
        word = self.layout.form(at)
        if word in self.cues.that and kind is Object.DESCRIBED and form.whom:
            return Opening.THAT, at + 1  # "ووصفته موسكو بأنه"
        if word in self.cues.that or not (word.isalnum() or word in QUOTES) or self._of_venue(at):
            return None
        if kind is Object.PHRASE:
            near = {self.layout.form(index) for index in range(at, min(limit, at + 8))}
            return (Opening.OBJECT, at) if near & form.verb.heads else None
        if kind is Object.ACCUSED:
            return self._accused(form, subject is not None, at, limit)
        if kind is Object.DESCRIBED:
            aside = word in self.cues.attributions or word in self.cues.aside
            if aside and self.layout.form(at - 1) in COMMAS:
                at = next((i + 1 for i in range(at, limit) if self.layout.form(i) in COMMAS), at)
            return self._described(form, subject is not None and bool(subject.named), at, limit)
        if word in self.cues.matters or self.phrases.deed(at) or self._quoted_matter(at, form.verb):
            return Opening.OBJECT, at
        if form.verb.act is Act.DENY and word in self.cues.relatives and word not in self.cues.pointing:
            denied = self._denied_after(at, limit)
            return (Opening.OBJECT, denied) if denied else None
        apposed = self.layout.form(at - 1) in COMMAS and clitics.definite(word)
        aside = word in self.cues.aside and word not in form.verb.prepositions
        if (aside or apposed) and (matter := self._matter_after_aside(at, limit, apposed, form.verb)):
            return Opening.OBJECT, matter
        if (
            kind is Object.ANY
            and word not in self.cues.aside
            and word not in QUOTES
            and not word.startswith(clitics.TO_THE)
        ):
            pointing = word in self.cues.denied or word in self.cues.pointing
            if pointing or (self._noun(at) and self._has_subject(form, subject, at, limit)):
                return Opening.OBJECT, at
        return None

    def _governs(self, at: int) -> bool:
        """True of a preposition, or of a noun with one that is no occasion: "بمجموعة دعم مالي", but "في بيان مقتل"."""
        word = self.layout.form(at)
        venue = word[1:] in self.cues.venues or word[1:] in self.cues.document_nouns
        bare = self.phrases.with_(at) and not clitics.definite(word[1:]) and at not in self.names.at
        return word in self.cues.before_nouns or (bare and not venue and word not in self.cues.adverbs)

    def _of_venue(self, at: int) -> bool:
        """True where a word tells of the occasion before it: "بيان نشر على موقعها", "مؤتمر صحفي عقده"."""
        near = (self.layout.form(at - 1), self.layout.form(at - 2))
        return self.layout.form(at) in self.cues.of_venues and any(form in self.cues.venues for form in near)

    def _denied_after(self, at: int, limit: int) -> int:
        """Where what is denied stands after a relative clause about who denies it; 0 where nothing does."""
        for index in range(at + 1, min(limit, at + 2 * _ASIDE)):
            word = self.layout.form(index)
            if word in self.cues.that or self._halts(index):
                return 0
            denied = word in self.cues.denied or (word in self.cues.matters and clitics.definite(word))
            if denied and self.layout.form(index - 1) not in self.cues.before_nouns:
                return index
        return 0

    def _has_subject(self, form: Form, subject: Phrase | None, at: int, limit: int) -> bool:
        """True where the noun at `at` must be the object: the subject is a participle's silent one, or named before.

        After a comma that may be more about the subject, unless a date stands between.
        """
        if form.kind is Kind.PARTICIPLE:  # but "كان منتقدا قويا للاتفاق"
            adjective = self.layout.form(at).endswith(clitics.ACCUSATIVE) and clitics.to(self.layout.form(at + 1))
            return self.layout.form(at - 1) not in COMMAS and not adjective
        if subject is None or at != self.phrases.skip(subject.end, limit):
            return False
        if self.layout.form(at - 1) not in COMMAS:
            return bool(subject.named) or self._after_office(subject, at)
        dated = any(i in self.names.dated for i in range(subject.end, at))
        sure = bool(subject.named) or self.phrases.office(subject.first)
        plain = clitics.to(self.layout.form(at)) is None and not self.phrases.with_(at)
        return dated and sure and plain and not clitics.definite(self.layout.form(at))

    def _behind_comma(self, form: Form, subject: Phrase, limit: int) -> int | None:
        """Where a definite noun that a comma parts from its subject is what somebody judges: "أدانت الوزارة، الهجوم";
        null where it only tells more about the subject, as it does before a comma and another such noun.
        """
        verb = form.verb
        if verb.object is not Object.ANY or verb.weak or verb.act not in (Act.CONDEMN, Act.DENY, Act.WELCOME):
            return None
        at = self.phrases.skip(subject.end, limit)
        if not (subject.named or self.phrases.office(subject.first)) or not self._apart(at):
            return None
        comma = next((i for i in range(at, limit) if self.layout.form(i) in COMMAS), limit)
        behind = self.phrases.skip(comma, limit)
        return behind if self._apart(behind) else at

    def _apart(self, at: int) -> bool:
        """True of a definite noun behind a comma that is nobody's title, nor stands before a name as one may."""
        titled = (named := self.names.at.get(at + 1)) is not None and named.person and not named.clitic
        if titled or clitics.head(self.layout.form(at)) in self.cues.honorifics:
            return False
        definite = clitics.definite(self.layout.form(at)) and self.layout.form(at) not in self.cues.like_definite
        apart = self.layout.form(at - 1) in COMMAS and definite and self._noun(at)
        return apart and not self.phrases.office(at) and at not in self.names.countries

    def _after_office(self, subject: Phrase, at: int) -> bool:
        """True of a bare noun behind a subject that its article has closed, "اقترح المسؤولون مقاطعة البطولة", and of a
        definite one behind one that has none, "نفى مستشفى مصري التسبب في".
        """
        if not self.phrases.office(subject.first) or self.phrases.with_(at) or clitics.to(self.layout.form(at)):
            return False
        return clitics.definite(self.layout.form(at - 1)) != clitics.definite(self.layout.form(at))

    def _matter_after_aside(self, at: int, limit: int, apposed: bool, verb: Verb) -> int:
        """Where a matter stands after an aside: "أعلن الجيش في بيان مقتل …"; 0 where none does, or another content."""
        relative = False
        near = at + _ASIDE * (1 + apposed)
        for index in range(at + 1, min(limit, at + _ASIDES)):
            word = self.layout.form(index)
            source = word in self.cues.feminine or word in self.cues.of_venues  # "بحسب تقارير", "في بيان نشره"
            asked = verb.ends and self._asked_for(index)
            matter = asked or (word in self.cues.bare_matters and not source)
            matter = matter or (verb.act is Act.DENY and word in self.cues.denied)
            if word in self.cues.that or word == COLON or word in QUOTES or (self._halts(index) and not matter):
                return 0
            if word in self.cues.refusals or (word,) in self.cues.subordinating:
                return 0
            relative = word not in COMMAS and (relative or word in self.cues.relatives)
            if relative:
                continue  # to the comma after it
            comma = self.layout.form(index - 1) in COMMAS
            paused = comma or not apposed if index < near else comma and len(word) > _SHORT  # "رفع" may be a verb
            free = not (self._governs(index - 1) or self._of_venue(index))
            if matter and paused and free:
                return index
        return 0

    def _tells_that(self, cue: int, form: Form, subject: Phrase | None, limit: int) -> bool:
        """True where "that" shows a verb: "وبين أن الأهداف واضحة", but "بين أن يبقى وبين أن يرحل"; "وبين الوزير أن"."""
        if subject is not None:
            that = self.layout.form(self.phrases.skip(subject.end, limit)) in self.cues.that
            return that and self.phrases.office(subject.first)
        verb = self.layout.form(cue + 2).startswith(clitics.PRESENT) and cue + 2 not in self.names.at
        return form.prefix == clitics.AND and self.layout.form(cue + 1) in self.cues.that and not verb

    def _asked_for(self, at: int) -> bool:
        """True of what whoever stands right before is asked for: "من مجلس الأمن عقد جلسة", "من الحكومة الامتناع عن"."""
        word, form = self.layout.word(at), self.layout.form(at)
        whom = self.phrases.closed(at - 1) or self.layout.word(at - 1).endswith(clitics.POSSESSED)
        definite = word.startswith(clitics.ARTICLE) and clitics.deed(word.removeprefix(clitics.ARTICLE))
        return whom and (definite or form in self.cues.bare_matters) and at not in self.names.at

    def _noun(self, at: int) -> bool:
        """True where a word may head an object: no verb, no preposition, no name of somebody."""
        word = self.layout.form(at)
        return not (
            word in self.cues.forms
            or word in self.cues.aside
            or clitics.head(word) in self.cues.persons  # "أعلنت زاخاروفا المتحدثة باسم …"
            or word in self.cues.negators
            or word in self.cues.auxiliaries
            or word.startswith((clitics.TO_THE, clitics.WITH + clitics.ARTICLE))
            or at in self.names.at
        )

    def _accused(self, form: Form, led: bool, at: int, limit: int) -> tuple[Opening, int] | None:
        """Such as "اتهم X بـ…": the accused and the charge; the charge alone where a pause or an aside parts the two or
        where whoever accuses may stand between.
        """
        while self.layout.form(at) in self.cues.adverbs:
            at, led = at + 1, True  # "اتهم صراحة حزب …", whose subject stands before it
        charge = self._charge(at, min(limit, at + 25))
        if charge is None:
            return None
        parted = any(self._parts(index) for index in range(at, charge))
        apart = parted or form.whom or (not led and charge - at > _SHORT)
        return Opening.OBJECT, charge if apart or not self._whom(at) else at

    def _parts(self, at: int) -> bool:
        """True where a word parts the accused from the charge: a comma, a particle, an aside that is of no noun."""
        word = self.layout.form(at)
        of_noun = word in self.cues.within_phrases and self.layout.form(at + 1) not in self.cues.venues
        return word in COMMAS or word in self.cues.that or (word in self.cues.aside and not of_noun)

    def _whom(self, at: int) -> bool:
        """True where a name or a noun stands that may be whom somebody accuses."""
        word = self.layout.form(at)
        noun = self._noun(at) or clitics.head(word) in self.cues.persons
        return at in self.names.at or (noun and not word.startswith(clitics.AND)) or at in self.layout.closes

    def _charge(self, at: int, limit: int) -> int | None:
        """Where "of what" stands, if it can be outside any relative clause: "الإعلام الذي يبث بالفارسية، بـ"."""
        inside: int | None = None
        relative = False
        for index in range(at, limit):
            word = self.layout.form(index)
            relative = word not in COMMAS and (relative or word in self.cues.relatives)
            if self.phrases.with_(index):
                if not relative or word == clitics.WITH:
                    return index  # 'الدول التي قررت إبعادهم بـ"العداء"'
                inside = inside or index
        return inside

    def _described(self, form: Form, known: bool, at: int, limit: int) -> tuple[Opening, int] | None:
        """Such as "وصف X بأنه Y", "وصفه بـY": the thing and what it is called."""
        if form.verb.that:
            return (Opening.OBJECT, at) if known and form.kind is Kind.PAST and self._noun(at) else None
        for index in range(at, min(limit, at + 30)):
            word = self.layout.form(index)
            if form.whom:
                if self.phrases.with_(index):
                    return (Opening.THAT, index + 1) if word in self.cues.that else (Opening.OBJECT, index)
                if word in self.cues.relatives or self._halts(index) or (word in COMMAS and not self._resumes(index)):
                    return None
            elif self.phrases.with_(index) and (index > at or word in self.cues.that):
                return Opening.OBJECT, at
        return None

    def _resumes(self, comma: int) -> bool:
        """True where a comma stands before a date or the description that is looked for."""
        return comma + 1 in self.names.dated or self.phrases.with_(comma + 1)

    def complement(self, cue: int, form: Form, limit: int) -> tuple[Opening, int] | None:
        """What opens the content after `cue`, and where it starts, for a cue that is no verb ("قوله", "في بيان")."""
        return self._complement(cue, form, None, cue + 1, limit)

    def _complement(
        self, cue: int, form: Form, subject: Phrase | None, first: int, limit: int
    ) -> tuple[Opening, int] | None:
        verb = form.verb
        at = cue + 1 if subject is None else first
        aside = ""  # the preposition of the aside we are in, where the verb's own does not open a content
        relative = False  # inside a relative clause, whose cues are not ours
        taken = False  # … and whose cue takes the next content
        while at < limit:
            if self.layout.form(at - 1) in COMMAS:
                at = self._past_subordinate(at, limit) if verb.that else at
                at = self._past_relative(at, limit, verb)
            word = self.layout.form(at)
            if at in self.layout.closes and word in QUOTES:
                close = self.layout.closes[at]
                if (
                    verb.that
                    and self.layout.form(at - 1) == clitics.WITH
                    and self.layout.form(at + 1) in self.cues.that
                ):
                    return Opening.THAT, at + 2  # «أقر بـ"أن خلافات" لا تزال قائمة»
                if clitics.WITH in verb.through and self.phrases.with_(at + 1):
                    return Opening.PHRASE, at
                if verb.speech and not taken and self._speech(at, close, cue, limit, form):
                    return Opening.QUOTE, at
                if self.layout.form(at - 1) in (clitics.TO, clitics.WITH):
                    aside = ""  # «كشفت لـ"الوطن" عن»: the marks end it
                at = close + 1
                continue
            if word == "(":
                at = self._past(at, limit, ")") + 1
                continue
            if word == "-" and self._opens_dash(at):
                at = self._past(at, limit, "-") + 1
                aside, relative, taken = "", False, False
                if verb.bare and self.clear(at):
                    return Opening.BARE, at
                continue
            if word == COLON and verb.speech and not self._clock(at):
                return self._after_colon(at, limit)
            if word in self.cues.that and at not in self.names.at and self.layout.form(at + 1) != ".":
                if self.layout.form(at - 1) in self.cues.not_that and not self._later(at):
                    if self.layout.form(at - 1) in self.cues.contrasting:
                        return None
                elif self._until(verb, at, first):
                    taken = True
                elif verb.that and not taken:
                    sure = subject is None or subject.named or self.phrases.office(subject.first)
                    begun = first if sure else cue
                    if verb.weak and verb.act is not Act.ADD and at - begun > _APART:
                        return None  # "شهدت المدينة احتجاجات …، وما يميزها أنها": another's clause
                    obliged = not verb.weak and self._obliged(first, at)
                    return Opening.THAT, first if obliged else at + 1
            elif word in COMMAS:
                aside, relative, taken = "", False, False
            elif self._through(form, at, aside, first):
                return Opening.PHRASE, at
            elif word in self.cues.relatives:
                relative = True
            elif verb.bare and at == first and self._bare(at, form):
                return Opening.BARE, at
            elif at > cue and self._goes_with(at):
                taken = True  # "كتب ساخرا من …: «…»": it only says how, and takes what no colon opens
            elif at > cue + 1 and self.layout.form(at - 1) in COMMAS and self._main_clause(cue, at):
                return None  # "وبعد أن هدد ترامب إيران، ردت طهران بأنها"
            elif at > cue and self._shows(at):
                taken = True  # "النتائج التي تشير إلى أن"
            elif at > cue and self._halts(at):
                if not relative:
                    return None
                inner = self.read(at, limit)
                taken = taken or (inner is not None and inner.opening not in (Opening.OBJECT, Opening.PHRASE))
            elif word in self.cues.aside:
                aside = aside or word
            at += 1
        return None

    def _obliged(self, first: int, at: int) -> bool:
        """True where "on" someone stands before "that" he do something: "وأضافت أن على روسيا أن تتعاون", "اشترط على
        الدول أن تثبت".
        """
        verb = self.layout.form(at + 1)
        if self.layout.form(first) not in self.cues.obliging or at - first not in range(2, _LONG):
            return False
        whom = first + 1 in self.names.at or clitics.definite(self.layout.form(first + 1))
        pause = any(form in COMMAS or form in self.cues.venues for form in self.layout.forms[first:at])
        acts = len(verb) > _SHORT and verb.startswith(clitics.PRESENT) and at + 1 not in self.names.at
        return whom and acts and not pause

    def _main_clause(self, cue: int, at: int) -> bool:
        """True where the main clause begins with a verb, behind the one that a cue is subordinated in."""
        led = any(self.layout.reads(cue - len(words), words) for words in self.cues.subordinating)
        led = led or any(self.layout.form(cue - len(w)) == clitics.AND + w[0] for w in self.cues.subordinating)
        return led and any(f.kind in (Kind.PAST, Kind.PRESENT) and not f.prefix for f in self.forms(at))

    def _later(self, at: int) -> bool:
        """True of a particle that carries its own preposition behind another: "اعترفوا فيما بعد بأن"."""
        return self.layout.form(at).startswith(clitics.WITH) and self.layout.form(at - 1) in self.cues.before_nouns

    def _past_subordinate(self, at: int, limit: int) -> int:
        """Past a clause between commas that tells of somebody else, "وقال، بعد أن أعلنت موسكو …، إن", to the particle
        behind it; `at` itself where there is no such clause.
        """
        if not any(self.layout.reads(at, words) for words in self.cues.subordinating):
            return at
        for index in range(at + 1, min(limit, at + _SUBORDINATE)):
            apart = self.layout.form(index - 1) in COMMAS and self.layout.inside[index] == self.layout.inside[at]
            if apart and self.layout.form(index) in self.cues.that:
                return index
        return at

    def _past_relative(self, at: int, limit: int, verb: Verb) -> int:
        """Past a relative clause between commas to what the verb takes behind it: "ووعدت الحملة، التي أطلقتها الشركة
        بالتعاون مع الوزارة، بتقديم"; `at` itself where the verb takes nothing there.
        """
        if self.layout.form(at) not in self.cues.relatives or not clitics.definite(self.layout.form(at)):
            return at
        commas = (i for i in range(at + 1, min(limit, at + _SUBORDINATE)) if self.layout.form(i) in COMMAS)
        after = next(commas, limit - 1) + 1
        taken = self.layout.form(after) in verb.prepositions | self.cues.that
        return after if taken or (clitics.WITH in verb.prepositions and self.phrases.with_(after)) else at

    def _through(self, form: Form, at: int, aside: str, first: int) -> bool:
        """True where the verb's own preposition opens the content at `at`."""
        verb, word = form.verb, self.layout.form(at)
        if self.layout.form(at - 1) in self.cues.compound or self._apposed(at):
            return False
        joined = clitics.joined(self.layout.form(at - 1)) and at - 1 not in self.names.at and not verb.whom
        if self.layout.form(at - 2) in COMMAS and joined and at > first:
            return False  # "عبر مفاوضات في حلب، وأسفر عن هدنة": another verb's
        for preposition in verb.prepositions:
            noun = self._governed(verb, preposition, at, first)
            if noun is None:
                continue
            if noun in self.cues.that or (noun in QUOTES and self.layout.form(at + 2) in self.cues.that):
                return False  # "على أن": the particle opens it
            if noun in self.cues.matters:
                return True
            venue = preposition == clitics.WITH and verb.act is Act.SAY and noun in self.cues.venues
            apart = venue or noun in self.cues.not_content
            if preposition in verb.only_matters or apart or self._after(at, word) in self.names.dated:
                continue
            if not aside or (aside in self.cues.light_asides and word != aside and at - first < _NEAR):
                return True
            if verb.whom and aside in self.cues.within_phrases and word != aside and preposition != clitics.TO:
                return self._one_phrase(first, at)  # "توعد المسؤولين عن الهجوم بدفع الثمن"
        return False

    def _apposed(self, at: int) -> bool:
        """True between commas before a particle: a name that looks like a preposition, "، علي صفرة، أنهم"."""
        if self.layout.form(at - 1) not in COMMAS:
            return False
        comma = next((i for i in range(at + 1, at + _NEAR) if self.layout.form(i) in COMMAS), None)
        return comma is not None and self.layout.form(comma + 1) in self.cues.that

    def _one_phrase(self, first: int, end: int) -> bool:
        """True where a definite noun or a name begins a few words without a pause or a clause of their own."""
        near = end - first < _ASIDE and self.forms.noun_or_name(first)
        within = self.layout.forms[first:end]
        return near and not any(form in COMMAS or form in self.cues.relatives for form in within)

    def _governed(self, verb: Verb, preposition: str, at: int, first: int) -> str | None:
        """The noun that the preposition governs at `at`; null where the preposition does not stand there."""
        word = self.layout.form(at)
        if word == self.cues.fused.get(preposition):
            judged = verb.act in (Act.CONDEMN, Act.WELCOME) and self._told_before(at + 1)
            return word if preposition != clitics.WITH or judged else None
        if preposition == clitics.WITH:
            return word[1:] if self.phrases.with_(at) and word not in self.cues.that else None
        if preposition == clitics.TO:
            noun = clitics.to(word)
            if noun is None or len(word) < 4 or word in self.cues.bare or not (verb.whom or at == first):
                return None
            return None if noun in self.cues.addressees else noun
        if word == preposition:
            whom = verb.whom and at == first and at + 1 in self.names.at
            return None if whom else self.layout.form(at + 2 if self._quoted_matter(at + 1, verb) else at + 1)
        return None

    def _quoted_matter(self, at: int, verb: Verb) -> bool:
        """True where a matter stands in marks, "عبر عن «أسفه الشديد»", that are not all a verb of speech reports."""
        word = self.layout.form(at + 1)
        if at not in self.layout.closes or word not in self.cues.matters or word in self.cues.that:
            return False
        return not verb.speech or self.layout.form(self.layout.closes[at] + 1).isalnum()

    def _told_before(self, at: int) -> bool:
        """True after "بما" where a past verb follows, "ندد بما وصفه"; before a present one it is "in a way that"."""
        word = self.layout.form(at)
        return not (word in self.cues.aside or word in self.cues.that or word.startswith(clitics.PRESENT))

    def _after(self, at: int, word: str) -> int:
        return at + 1 if len(word) < 4 else at

    def _speech(self, opening: int, close: int, cue: int, limit: int, form: Form) -> bool:
        """True where a quotation is what was said, not a name or a scare quote."""
        words = sum(self.layout.form(i).isalnum() for i in range(opening + 1, close))
        after = self.layout.form(close + 1)
        ends = close + 1 >= limit or not after.isalnum() or (not form.verb.weak and self._participle(close + 1))
        if self.layout.form(opening - 1) in self.cues.entitled:
            return False  # «كتبت تحت عنوان "…"»: a headline
        apposed = after in COMMAS and self.layout.form(close + 2) in self.cues.relatives
        if words < _LONG and words > 1 and apposed and clitics.definite(self.layout.form(close + 2)):
            return False  # «دعت "تحالف دعم الشرعية"، الذي …، إلى»: a name
        named = self.layout.form(opening - 1) in self.cues.naming_heads  # 'في موقع "إن إكس جي إن"'
        if words < _LONG and (named or self._that_follows(close + 1, limit)):
            return False  # «أوضحت "لجان التنسيق"، وهي …، أن»: a name
        if form.verb.bare and words > 1 and self._first_person(opening + 1) and not self._names(opening):
            return True  # "قال الوزير "ندرس كل الفرضيات" بما فيها"
        if words <= _SHORT:
            return ends and words > 1 and (opening == cue + 1 or self._last_words(opening, close, cue, limit, form))
        return words > 5 or ends

    def _last_words(self, opening: int, close: int, cue: int, limit: int, form: Form) -> bool:
        """True where "قال" has a short quotation that ends its sentence, as what was said does and a name seldom."""
        last = close + 1 >= limit or self.layout.form(close + 1) in STOPS
        near = opening - cue < 2 * _ASIDE
        return last and form.verb.bare and form.prefix != clitics.WITH and near and not self._names(opening)

    def _names(self, opening: int) -> bool:
        """True where what stands before a mark says that a name is in it: صحيفة "…", لـ"…"."""
        before = self.layout.form(opening - 1)
        governed = before in self.cues.before_nouns or before in (clitics.WITH, clitics.TO)
        return governed or before in self.cues.naming_heads

    def _participle(self, at: int) -> bool:
        """True where a participle goes on: "…" مضيفا."""
        found = self.forms(at)
        return bool(found) and found[0].kind is Kind.PARTICIPLE

    def _that_follows(self, first: int, limit: int) -> bool:
        """True where a particle may open the content after all, before another cue does."""
        for at in range(first, limit):
            if self._halts(at):
                return False
            if self.layout.form(at) in self.cues.that and self.layout.form(at - 1) not in self.cues.not_that:
                return True
        return False

    def _after_colon(self, at: int, limit: int) -> tuple[Opening, int] | None:
        following = at + 1
        if following >= len(self.layout.tokens) or self.layout.form(at - 1) in self.cues.entitled:
            return None
        if self.layout.form(following) in self.cues.that and not self.phrases.with_(following):
            return Opening.THAT, following + 1
        if following in self.layout.closes and self.layout.form(following) in QUOTES:
            return Opening.QUOTE, following
        return (Opening.COLON, following) if following < limit else None

    def clear(self, at: int) -> bool:
        """True where a plain word stands, no particle, aside or mark."""
        word = self.layout.form(at)
        return word.isalnum() and word not in self.cues.that and word not in self.cues.aside

    def _bare(self, at: int, form: Form) -> bool:
        """True where speech begins without a mark: with a word of `bare`, or a first person after a participle."""
        word = self.layout.form(at)
        if word in self.cues.bare:
            return self.layout.form(at + 1) not in self.cues.light_asides  # "وأضاف لو في إفادة": a name
        if form.kind is not Kind.PARTICIPLE or form.prefix or at in self.names.at or len(word) < 4:
            return False
        return self._first_person(at) and word not in self.cues.aside and word not in self.cues.adverbs

    def _first_person(self, at: int) -> bool:
        """True where a word may be a verb of the first person."""
        word = self.layout.form(at)
        verb = word[:1] in self.cues.first_person and len(word) > _SHORT and word not in self.cues.that
        return verb and not clitics.definite(word) and at not in self.names.at

    def _until(self, verb: Verb, at: int, first: int) -> bool:
        """True where "إلى أن" means "until" and "على أن" is another word's ("معروفة على أنها"), since the verb takes no
        such preposition and the words stand far off.
        """
        before = self.layout.form(at - 1)
        return before in self.cues.until and before not in verb.prepositions and at - first > 3

    def _halts(self, at: int) -> bool:
        """True where another cue begins, so that what follows is its complement."""
        found = () if at in self.names.at or self.layout.form(at) in self.cues.aside else self.forms(at)
        if found and self.layout.form(at + 1) in self.cues.that:
            return True
        return any(f.kind in (Kind.PARTICIPLE, Kind.NOUN) or (not f.verb.weak and f.verb.that) for f in found)

    def _shows(self, at: int) -> bool:
        """True where a word that only looks like a cue takes the next "that"."""
        found = self.cues.forms.get(self.layout.form(at), ())
        return bool(found) and self.lookalikes.takes(at, found[0])

    def _goes_with(self, at: int) -> bool:
        """True where a participle that takes a noun goes on without a pause."""
        found = self.forms(at)
        paused = at - 1 in self.names.dated or not self.layout.form(at - 1).isalnum()
        if not found or found[0].kind is not Kind.PARTICIPLE or found[0].prefix or paused:
            return False
        return self.forms.takes_noun(at, found[0]) and not self.forms.marked(at, found[0])

    def _opens_dash(self, at: int) -> bool:
        token = self.layout.tokens[at]
        spaced = self.layout.text[token.start - 1 : token.start].isspace()
        return spaced and self._past(at, at + 30, "-") > at

    def _past(self, at: int, limit: int, mark: str) -> int:
        for index in range(at + 1, min(limit, at + 30)):
            if self.layout.form(index) == mark:
                return index
        return at

    def _clock(self, at: int) -> bool:
        return self.layout.form(at - 1).isdigit() and self.layout.form(at + 1).isdigit()
