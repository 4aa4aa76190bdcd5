"""Whose words they are: the subject beside a cue, before it, of the cue that leads it in, or none at all."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from msgspec.structs import replace

from core.knowledge.cues import Cues, Form, Kind, Object
from core.model import Act
from core.model import Kind as ActorKind
from core.statements import clitics
from core.statements import names as naming
from core.statements.clause import Clause, Clauses
from core.statements.groups import Groups
from core.statements.layout import Layout
from core.statements.marks import COLON, COMMAS, QUOTES
from core.statements.names import Named, Names
from core.statements.order import CLAUSE, Order
from core.statements.phrases import Phrase, Phrases
from core.statements.referents import Referents
from core.statements.speaker import NOBODY, Speaker, Subjects, agrees, inherited, of_another, of_named, said_by

_LEAD = 14  # tokens between a cue that leads and the one it leads in
_SEVERAL = 4  # words of those who are several
_PRONOUNS = ("ه", "ها", "هم")
_PEOPLE = (clitics.MASCULINE_PLURAL, clitics.OBLIQUE_PLURAL)
_IT = ("ها", "ه")  # the object of a verb that takes up what was told


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Finds the speakers of one article."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    subjects: Subjects
    clauses: Clauses
    order: Order
    referents: Referents
    groups: Groups
    told: list[range] = field(default_factory=list)  # the tokens of the last content

    def speaker(self, clause: Clause, first: int, turn: Speaker | None, lead: int | None) -> Speaker:
        """Who speaks in a clause of the sentence that begins at `first`.

        `turn` is who spoke last in the sentence, `lead` a cue there without a complement of its own.
        """
        form = clause.form
        verb = form.kind in (Kind.PAST, Kind.PRESENT)
        within = clause.subject is None and self.layout.form(clause.cue + 1) in self.cues.document_within
        within = within or (verb and clause.subject is None and self._of_document(clause.cue, first, form))
        if within and (doer := self.doer(clause.cue, first)):
            return doer  # "أصدرت الوزارة بيانا أعربت فيه عن"
        if verb and (preceded := self._preceded(clause.cue, first, form)):
            return preceded
        person = clause.subject is not None and any(n.person for n in clause.subject.named)
        if verb and form.prefix != clitics.AND and not person and (parted := self._parted(clause.cue, first, form)):
            return parted
        after_auxiliary = not form.prefix and self.layout.form(clause.cue - 1) in self.cues.auxiliaries
        if after_auxiliary and (before := self._before(clause.cue, first, form)):
            return before
        if clause.subject is not None and not self._object_of(clause.subject, clause.cue):
            if led := self._led_by_subject(clause.cue, first, form) if verb else None:
                return led
            apposed = self._apposed(clause.subject, clause.start, form) if verb and not person else None
            adds = form.verb.act is Act.ADD
            return apposed or self.referents.who(clause.subject, form.gender, form.number, adds=adds)
        if lead is not None and form.kind is not Kind.PAST and (led := self._led(lead, clause.cue, first, turn)):
            return led
        if verb and form.prefix != clitics.AND and (before := self._before(clause.cue, first, form)):
            return before
        return self._silent(clause.cue, first, turn, form)

    def _apposed(self, phrase: Phrase, start: int, form: Form) -> Speaker | None:
        """The person whose name, between commas, ends what is said of who speaks before the content at `start`: "أعلن
        رئيس اللجنة التي تتمتع بنفوذ واسع، بوب كوركر، أن".
        """
        body = clitics.head(self.layout.form(phrase.first)) in self.cues.bodies
        if body or phrase.first in self.names.at or self.phrases.number(phrase.first) != 1:
            return None
        at = start - 1
        while at > phrase.end and (self.order.light(at) or self.layout.form(at) in self.cues.that | QUOTES | {COLON}):
            at -= 1
        named = self.names.at.get(at)
        if named is None or not named.person or named.clitic or named.first <= phrase.first:
            return None
        between = self.layout.form(named.first - 1) in COMMAS and self.layout.form(at + 1) in COMMAS
        another = of_another(named, self.layout.form(phrase.first))
        fits = between and not another and agrees(of_named(named, "", 1), form.gender, form.number)
        return said_by(named, form.gender, form.number) if fits else None

    def _object_of(self, phrase: Phrase, cue: int) -> bool:
        """True of what no speaker is named by, after a pronoun that is the subject: "ولكنها أكدت تشجيع واشنطن"."""
        pronoun = self.layout.form(cue - 1) in self.cues.contrasts and self.layout.form(cue - 1).endswith(_PRONOUNS)
        return pronoun and phrase.first not in self.names.at and not self.phrases.office(phrase.first)

    def doer(self, cue: int, first: int) -> Speaker | None:
        """Whose deed the clause of a cue tells, in the sentence that begins at `first`: the subject behind the particle
        that opens the clause, else that of the sentence's verb.
        """
        start = next((i + 1 for i in range(cue - 1, first, -1) if self.layout.form(i) in self.cues.that), None)
        if start is None:
            return self._main_subject(cue, first, "", 0)
        phrase = self.phrases.phrase(start, cue, frozenset())
        known = phrase and phrase.first == start and (start in self.names.at or self.phrases.office(start))
        return self.referents.who(phrase, "", 0) if phrase and known else None

    def _of_document(self, cue: int, first: int, form: Form) -> bool:
        """True where the sentence's verb issues the document right before a cue: "أصدرت الوزارة بيانا قال إن"."""
        verb = clitics.without_and(self.layout.form(self.order.main_verb(first, cue)))
        if form.prefix or verb not in self.cues.issuing:
            return False
        at = cue - 1
        while at > first and self.order.light(at):
            at -= 1
        return any(self.layout.form(i).removesuffix(clitics.ACCUSATIVE) in self.cues.issued for i in (at, at - 1))

    def has_subject_before(self, clause: Clause, first: int) -> bool:
        """True where the subject of a clause stands before its verb."""
        return self._before(clause.cue, first, clause.form) is not None

    def _led(self, lead: int, cue: int, first: int, turn: Speaker | None) -> Speaker | None:
        """Such as "وتابع لافروف قائلا": the subject of the cue that leads."""
        if cue - lead > _LEAD:
            return None
        for form in self.clauses.forms(lead):
            if form.kind not in (Kind.PAST, Kind.PRESENT):
                continue
            phrase = self.phrases.phrase(lead + 1, cue, self.cues.venues)
            if phrase is None:
                before = self._before(lead, first, form) if form.prefix != clitics.AND else None
                return before or self._silent(lead, first, turn, form)
            said = self.referents.who(phrase, form.gender, form.number)
            takes_object = form.verb.whom or form.verb.object is not Object.NONE
            if said.actor or (self._names_somebody(phrase) and not takes_object):
                return said
            if not form.verb.whom and self.phrases.gender(phrase.first) == form.gender:
                return said  # "كشف المصدر قائلا"
        return None

    def _names_somebody(self, phrase: Phrase) -> bool:
        """True where a phrase without a known actor still names somebody, rather than being an object."""
        form = self.layout.form(phrase.first)
        if form in self.cues.venues or form in self.cues.matters:
            return False
        return self.phrases.office(phrase.first) or phrase.end - phrase.first > 1

    def _before(self, cue: int, first: int, form: Form) -> Speaker | None:
        """The subject before its verb: "الكرملين أكد", "وكان بوتين قد أكد", "إلا أن كيري اعتبر"."""
        at = cue - 1
        while at >= first and self.order.light(at):
            at -= 1
        if at < first or self.layout.form(at) in self.cues.relatives:
            return None
        start = self.order.clause_start(at, first)
        if start > first and self._accusative(start):
            goes_on = start + 1 + (self.layout.form(start + 1) in self.cues.within_phrases)
            rest = self.phrases.phrase(goes_on, cue, frozenset())
            end = rest.end if rest and rest.first == goes_on else start + 1
            unnamed = Phrase(start, end, tuple(self.names.within(start, end)))
            return self.subjects.speaker(unnamed, form.gender, form.number)  # "لكن متحدثا باسم أوباما نفى"
        phrase = self.phrases.phrase(start, cue, frozenset())
        if phrase and all(self.order.light(i) for i in range(phrase.end, at + 1)):
            said = self.referents.stated(phrase, form)
            introduced = self._somebody(phrase.first) or phrase.first in self.names.at
            pointed = said.actor and (said.actor.kind is not ActorKind.PERSON or self.subjects.points_back(phrase))
            if introduced or pointed:
                return said  # not "وجاءت تصريحات ترامب، معتبرا"
        if form.number == 3 and (several := self._several(start, at + 1)):
            return several
        named = self.names.at.get(at)
        if named is None or named.last != at or named.clitic:
            return None
        governed = self.layout.form(named.first - 1) in self.cues.before_nouns  # "وحول الأحداث في مصر، قالت"
        fits = agrees(of_named(named, "", 1), form.gender, form.number)
        return said_by(named, form.gender, form.number) if fits and not governed else None

    def _led_by_subject(self, cue: int, first: int, form: Form) -> Speaker | None:
        """The subject right before a verb that agrees with it and takes an object, which is what stands behind it:
        "لكن روسيا اتهمت أوكرانيا", "أخذت روسيا تطالب واشنطن".
        """
        takes_object = form.verb.whom or form.verb.object is not Object.NONE
        if form.prefix or not takes_object:
            return None
        at = cue - 1
        at -= self.layout.form(at) in self.cues.inceptive  # "روسيا باتت تهدد أوكرانيا"
        while at >= first and self.order.light(at) and self.layout.form(at) not in COMMAS:
            at -= 1
        start = self.order.clause_start(at, first, self.cues.inceptive)
        phrase = self.phrases.phrase(start, cue, frozenset()) if start <= at else None
        if phrase is None or phrase.first != start or phrase.end != at + 1:
            return None
        if start not in self.names.at and not self.phrases.office(start):
            return None
        said = self.referents.stated(phrase, form)
        own = naming.gender(said.actor) if said.actor else self.phrases.gender(start)
        number = said.number if said.actor else self.phrases.number(start)
        return said if own in (None, form.gender) and number == form.number else None

    def _parted(self, cue: int, first: int, form: Form) -> Speaker | None:
        """The subject of an auxiliary, whom what he is called by parts from his verb: "وكان فلان، السفير …، قال"."""
        at = self.phrases.skip(first, cue)
        before = self.layout.form(cue - 1)
        if self.layout.form(at) not in self.cues.auxiliaries or before.isalnum() > (before in self.cues.already):
            return None
        if self.layout.form(at + 1) in self.cues.already:
            at += 1
        phrase = self.phrases.phrase(at + 1, cue, frozenset())
        if phrase is None or phrase.first != at + 1 or not self.phrases.apposed(phrase, cue):
            return None
        thing = clitics.definite(self.layout.form(at + 1)) and not phrase.named and not self.phrases.office(at + 1)
        said = self.referents.who(phrase, "", 1)
        own = naming.gender(said.actor) if said.actor else self.phrases.gender(phrase.first)
        return said if not thing and own in (None, form.gender) and form.number == 1 else None

    def _several(self, first: int, end: int) -> Speaker | None:
        """Definite words alone before a verb in the plural, or what begins with a noun for several: "لكن التجار قالوا",
        "لكن مراقبين يقولون".
        """
        words = range(first, end)
        plural = 0 < len(words) < CLAUSE and self.phrases.number(first) == 3
        definite = 0 < len(words) < _SEVERAL and all(clitics.definite(self.layout.form(i)) for i in words)
        if not plural and (not definite or any(i in self.names.at for i in words)):
            return None
        if any(self.layout.form(i) in COMMAS or self.layout.form(i) in self.cues.relatives for i in words):
            return None
        tokens = self.layout.tokens
        surface = self.layout.text[tokens[first].start : tokens[end - 1].end]
        return Speaker(None, surface, gender="m", number=3)

    def _accusative(self, at: int) -> bool:
        """True of a person's noun as it stands after إن, which makes it the subject of the verb to come."""
        form = self.layout.form(at)
        return form.endswith(clitics.ACCUSATIVE) and form.removesuffix(clitics.ACCUSATIVE) in self.cues.unnamed

    def _preceded(self, cue: int, first: int, form: Form) -> Speaker | None:
        """Such as "سبق لترامب أن أعلن": who did so before."""
        if self.layout.form(cue - 1) not in self.cues.that:
            return None
        back = range(cue - 2, max(first, cue - _LEAD) - 1, -1)
        at = next((i for i in back if clitics.without_and(self.layout.form(i)) in self.cues.preceded), None)
        named = None if at is None else self.names.at.get(at + 1)
        to = clitics.to(self.layout.form(at + 1)) if at is not None else None
        return said_by(named, form.gender, form.number) if named and named.clitic and to is not None else None

    def _silent(self, cue: int, first: int, turn: Speaker | None, form: Form) -> Speaker:
        """The antecedent of a silent subject."""
        wanted, number = form.gender, form.number
        starts = all(self.order.opens(i) for i in range(first, cue))
        relative = self.layout.form(cue - 1) in self.cues.relatives and not form.whom
        if relative and (named := self._related(cue - 2, first, wanted, number)):
            return named
        if relative and (unknown := self._described(cue - 2, first, wanted)):
            return unknown
        if relative and number == 3 and (several := self._described_several(cue - 2, first)):
            return several
        if form.prefix == clitics.AND and (subject := self._contrasted(cue, first, form)):
            return subject
        about = not starts and self._describes(cue, form, turn)
        if (relative or about) and (near := self._nearest(cue, first, wanted, number)):
            return near
        if form.kind is Kind.PARTICIPLE and (confirmed := self._confirming(cue, first, form)):
            return confirmed
        if turn is not None and agrees(turn, wanted, number):
            return inherited(turn)
        if turn is not None and form.kind is Kind.PARTICIPLE and (told := self._told_of(cue, first, wanted, number)):
            return told
        if not starts and number != 2 and (subject := self._main_subject(cue, first, wanted, number)):
            return subject
        if number == 3 and not relative and (group := self._group(cue, first, starts=starts)):
            return group
        if turn is not None and form.kind is Kind.PARTICIPLE and wanted == "m" and number == 1:
            return inherited(turn)  # "وأعلنت الوزارة …، مؤكدا": so it is often written
        if not starts and (named := self._first_named(cue, first, wanted, number)):
            return named
        if number == 2 and (pair := self._pair(cue, first)):
            return pair
        known = self.referents.chain.agreeing(wanted, number)
        goes_on = form.verb.act is Act.ADD and known  # they add to it, whoever did something since
        if turn is None and number == 1 and not goes_on and (doer := self.referents.doer_since(first, wanted)):
            return doer
        return inherited(known) if known else NOBODY

    def _group(self, cue: int, first: int, *, starts: bool) -> Speaker | None:
        """The unnamed people who are the subject of the sentence, or where the cue begins it of the one before, if
        nobody has spoken in that: "تظاهر الآلاف في العاصمة، مطالبين برحيله".
        """
        if not starts:
            return self._doers(first, cue)
        sentences = self.layout.sentences
        last = bisect_left(sentences, (first, 0)) - 1
        begin, end = sentences[last] if last >= 0 else (0, 0)
        return self._doers(begin, end) if begin > self.referents.chain.at else None

    def _doers(self, first: int, end: int) -> Speaker | None:
        """The unnamed people whose deed a sentence tells."""
        verb = self.order.main_verb(first, end)
        surface = self.groups.at(verb + 1, end) if self.order.may_be_verb(verb) else None
        return Speaker(None, surface, gender="m", number=3) if surface else None

    def _confirming(self, cue: int, first: int, form: Form) -> Speaker | None:
        """Who says again what was told, and goes on: "وهو ما أكدته الوزارة في بيان، مشيرة إلى"."""
        for at in range(cue - 2, max(first, cue - _LEAD), -1):
            stem = next((self.layout.form(at).removesuffix(p) for p in _IT if self.layout.form(at).endswith(p)), None)
            verb = next((f for f in self.cues.forms.get(stem or "", ()) if f.kind is Kind.PAST), None)
            if verb is None or self.layout.form(at - 1) not in self.cues.relatives:
                continue
            phrase = self.phrases.phrase(at + 1, cue, self.cues.objects)
            known = phrase and phrase.first == at + 1 and (at + 1 in self.names.at or self.phrases.office(at + 1))
            fits = (verb.gender, verb.number) == (form.gender, form.number)
            if not (phrase and known and fits):
                return None
            return inherited(self.referents.who(phrase, form.gender, form.number))
        return None

    def _told_of(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
        """The person whom the last content tells of, where a participle agrees with them and not with who told it."""
        told = self.told[-1] if self.told else range(0)
        if told.start < first or told.stop > cue or number != 1:
            return None
        phrase = self.phrases.phrase(told.start, told.stop, frozenset())
        if phrase is None:
            return None
        head = clitics.head(self.layout.form(phrase.first))
        person = {head, head.removesuffix(clitics.ACCUSATIVE)} & self.cues.persons
        said = self.referents.who(phrase, "", 1)
        fits = (
            naming.gender(said.actor) == wanted
            if said.actor
            else bool(person) and head.endswith(clitics.FEMININE) == (wanted == "f")
        )
        return replace(said, gender=wanted) if fits else None

    def _describes(self, cue: int, form: Form, turn: Speaker | None) -> bool:
        """True where a verb goes on about the word before it, as "صواريخ قال إنها" does."""
        before = self.layout.form(cue - 1)
        if form.prefix or form.kind not in (Kind.PAST, Kind.PRESENT):
            return False
        if not before.isalnum() or before in self.cues.openers | self.cues.contrasts | self.cues.that:
            return False
        return turn is None or not (clitics.definite(before) or cue - 1 in self.names.at)

    def _related(self, at: int, first: int, wanted: str, number: int) -> Speaker | None:
        """Who stands right before a relative pronoun: "الكرملين نفسه الذي كشف"."""
        while at > first and (self.layout.form(at) in self.cues.same or self.layout.form(at) in COMMAS):
            at -= 1
        named = self._bearer(at, first) or self.names.at.get(at)
        if named is None or not agrees(of_named(named, "", 1), wanted, number):
            return None
        return of_named(named, wanted, number)

    def _bearer(self, at: int, first: int) -> Named | None:
        """The person whom a title that ends at `at` is told of: "فلان، خبير الشؤون الدولية بمركز الأهرام"."""
        comma = next((i for i in range(at, first, -1) if self.layout.form(i) in COMMAS), first)
        named = self.names.at.get(comma - 1)
        titled = named is not None and named.person and comma > first and self.phrases.person(comma + 1)
        return named if titled else None

    def _described(self, at: int, first: int, wanted: str) -> Speaker | None:
        """Somebody told of by an office right before a relative pronoun: "المسؤول الكبير الذي قال"."""
        start = at + 1
        while start > first and clitics.definite(self.layout.form(start - 1)):
            start -= 1
        phrase = self.phrases.phrase(start, at + 1, frozenset()) if start <= at else None
        fits = phrase is not None and self.phrases.office(start) and self.phrases.gender(start) == wanted
        return self.referents.who(phrase, wanted, 1) if phrase and fits else None

    def _described_several(self, at: int, first: int) -> Speaker | None:
        """Those told of before a relative pronoun: "بوزراء خارجية دول الخليج الذين أعربوا"."""
        for start in range(at, max(first, at - _LEAD), -1):
            form = self.layout.form(start)
            if not form.isalnum() or form in self.cues.that:
                return None
            people = start == at and clitics.definite(form) and form.endswith(_PEOPLE)  # "السنغافوريين الذين"
            for clitic in ("", clitics.WITH, clitics.TO, clitics.AND):
                if form.startswith(clitic) and (people or clitics.head(form[len(clitic) :]) in self.cues.plural):
                    tokens = self.layout.tokens
                    surface = self.layout.text[tokens[start].start + len(clitic) : tokens[at].end]
                    return Speaker(None, surface, gender="m", number=3)
        return None

    def _contrasted(self, cue: int, first: int, form: Form) -> Speaker | None:
        """The subject right behind what begins a contrast: "إلا أن الرئيس ترامب رفض ذلك وقال"."""
        back = range(cue - 1, max(first, cue - CLAUSE) - 1, -1)
        opener = next((i for i in back if self.layout.form(i) in self.cues.but), None)
        if opener is None:
            return None
        start = opener + 1 + (self.layout.form(opener + 1) in self.cues.that)
        phrase = self.phrases.phrase(start, cue, self.cues.objects, object_after=True)
        named = self.names.at.get(start)
        direct = self.phrases.office(start) or (named is not None and named.first == start and not named.clitic)
        if phrase is None or phrase.first != start or not direct:
            return None
        said = self.subjects.speaker(phrase, "", 1)
        fits = said.actor and naming.gender(said.actor) in (None, form.gender) and form.number == 1
        return inherited(said) if fits else None

    def _main_subject(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
        """The subject of the verb that the sentence begins with."""
        verb = self.order.main_verb(first, cue)
        start = self.layout.form(verb)
        if start in self.cues.aside or clitics.without_and(start) in self.cues.aside:
            return None  # the sentence begins with an adverbial: its names do nothing
        behind = verb + 1 + (self.layout.form(verb + 1).removeprefix(clitics.WITH) in self.cues.facts)  # "صرح بذلك"
        phrase = self.phrases.phrase(behind, cue, self.cues.objects, object_after=True)
        if phrase and (phrase.first in self.names.at or self._somebody(phrase.first)):
            said = self.subjects.speaker(phrase, "", 1)
            said = self.referents.pointed(replace(said, gender=wanted or None), phrase) if said.actor is None else said
            document = clitics.head(self.layout.form(phrase.first)) in self.cues.speaking_documents
            own = said.actor and not document and naming.gender(said.actor)
            if said.actor and (not own or not wanted or own == wanted) and (said.number == number or number < 2):
                return inherited(replace(said, gender=said.gender or wanted or None))
            if said.actor and number == 3 and self._with_others(phrase.end):
                return inherited(replace(said, number=3))  # "وانتقد ترامب واثنان من مستشاريه القرار، واتهموا"
            if said.actor is None and self._somebody(phrase.first):
                own = self.phrases.gender(phrase.first)
                if said.number == max(number, 1) and (number != 1 or own == wanted):
                    return replace(said, gender=wanted or own)
        return None

    def _somebody(self, at: int) -> bool:
        """True of an office, a body or people in the plural: "أعضاء آخرون"."""
        return self.phrases.office(at) or self.phrases.number(at) > 1

    def _with_others(self, at: int) -> bool:
        """True where "and" joins others to whoever stands before."""
        form = clitics.without_and(self.layout.form(at))
        return form != self.layout.form(at) and (form in self.cues.partitive or self._somebody(at))

    def thing_before(self, clause: Clause, first: int) -> bool:
        """True where the subject of a clause stands before its verb and is no one: "لكن الأرقام تشير إلى أن"."""
        at = clause.cue - 1
        while at >= first and self.order.light(at) and self.layout.form(at) not in COMMAS:
            at -= 1
        start = self.order.clause_start(at, first)
        thing = start <= at and clitics.head(self.layout.form(start)) in self.cues.things
        phrase = self.phrases.phrase(start, clause.cue, frozenset()) if thing else None
        return phrase is not None and phrase.first == start and phrase.end == at + 1

    def _first_named(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
        """Whom a sentence that begins with a verb or its subject names first, in agreement with the cue."""
        start = self.layout.form(first)
        if number > 1 or start in self.cues.aside or clitics.without_and(start) in self.cues.aside:
            return None
        for named in self.names.within(first, cue):
            to = clitics.to(self.layout.form(named.first)) is not None and named.clitic  # "للأمم المتحدة"
            his = to and named.person and self.layout.form(named.first - 1) in self.cues.venues  # "في كلمة للحوثي"
            joined = not named.clitic or (named.first == first and self.subjects.joins(named))
            fits = his or (joined and not self._told_or_through(named))
            if fits and agrees(of_named(named, "", 1), wanted, number):
                return of_named(named, wanted, number)
        return None

    def _told_or_through(self, named: Named) -> bool:
        """True of a body that something is said to or through: "حديثها لقناة «فوكس نيوز»", "صفحته بموقع تويتر"."""
        at = named.first - 1
        while self.layout.form(at) in QUOTES:
            at -= 1
        heads = (self.layout.form(i) for i in (named.first, at))
        joined = (f[1:] for f in heads if f[:1] in (clitics.TO, clitics.WITH))
        through = self.layout.form(at) in self.cues.through or self.layout.form(named.first - 1) in self.cues.through
        return not named.person and (through or not self.cues.addressee_heads.isdisjoint(joined))

    def _nearest(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
        """The person named last before the cue with whom it agrees, else the body or country."""
        near: Named | None = None
        for named in reversed(self.names.within(first, cue)):
            if agrees(of_named(named, "", 1), wanted, number):
                if named.person:
                    return of_named(named, wanted, number)
                near = near or named
        return of_named(near, wanted, number) if near else None

    def _pair(self, cue: int, first: int) -> Speaker | None:
        """The first of two who are named before: in the sentence, else side by side with و."""
        here = [n for n in self.names.within(first, cue) if n.person]
        if len(here) > 1:
            return of_named(here[0], "m", 2)
        other: Named | None = None
        for one in (n for n in self.names.before(cue) if n.person):
            if other and other.clitic and other.first == one.last + 1:
                return of_named(one, "m", 2)
            other = one
        return None
