"""Whose words they are: the subject beside a cue, before it, of the cue that leads it in, or none at all."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from msgspec.structs import replace

from core.arabic import bare
from core.knowledge.cues import Cues, Form, Kind, Object
from core.knowledge.world import World
from core.model import Act, Actor, Period, ResolvedBy
from core.model import Kind as ActorKind
from core.statements import clitics
from core.statements import names as naming
from core.statements.clause import Clause, Clauses
from core.statements.described import Descriptions, Turn
from core.statements.groups import Groups
from core.statements.kinds import Kinds
from core.statements.layout import Layout
from core.statements.marks import COLON, COMMAS, QUOTES
from core.statements.names import Named, Names
from core.statements.phrases import Phrase, Phrases
from core.statements.speaker import NOBODY, Chain, Speaker, Subjects, agrees, inherited, of_another, of_named, said_by

_LEAD = 14  # tokens between a cue that leads and the one it leads in
_SEVERAL = 4  # words of those who are several
_PRONOUNS = ("ه", "ها", "هم")
_PEOPLE = (clitics.MASCULINE_PLURAL, clitics.OBLIQUE_PLURAL)
_IT = ("ها", "ه")  # the object of a verb that takes up what was told
_SENTENCES = 3  # back in which somebody may have acted since anybody spoke
_ADVERBIAL = 15  # tokens of an adverbial at a sentence's beginning
_CLAUSE = 25  # tokens back in which a clause's opener is looked for


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Finds the speakers of one article, of which `chain` keeps those so far."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    subjects: Subjects
    clauses: Clauses
    descriptions: Descriptions
    kinds: Kinds
    groups: Groups
    world: World
    period: Period
    chain: Chain = field(default_factory=Chain)
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
            return apposed or self.who(clause.subject, form.gender, form.number, adds=adds)
        if lead is not None and form.kind is not Kind.PAST and (led := self._led(lead, clause.cue, first, turn)):
            return led
        if verb and form.prefix != clitics.AND and (before := self._before(clause.cue, first, form)):
            return before
        return self._silent(clause.cue, first, turn, form)

    def who(self, phrase: Phrase, wanted: str, number: int, *, adds: bool = False) -> Speaker:
        """Whom a noun phrase means, by itself or by who has spoken before; `adds` where they add to what they said."""
        said = self.subjects.speaker(phrase, wanted, number)
        if said.actor is not None:
            said = self._in_turn(phrase, said)
            return said if said.actor is None or said.actor.known else self._fuller(said, said.actor)
        if self.subjects.points_back(phrase):
            meant = self._done_since(phrase, said) or self._pointed(said, phrase, adds=adds)
            return meant if meant.actor else self._of_officers(phrase, meant)
        unnamed = self.layout.form(phrase.first) in self.cues.unnamed
        office = not unnamed and any(n.mention.how == "title" for n in phrase.named)
        of_body = self._of_body(said, said.body) if said.body and office else None
        if issuer := self._issuer(phrase):
            return replace(said, actor=issuer.actor, resolved_by=ResolvedBy.OFFICE)
        repeated = of_body or self.subjects.repeated(phrase, self.chain) or self._by_last_name(said)
        known = repeated or self.subjects.titled_before(phrase, said) or self.subjects.bearing(said)
        return known or self._described_as(phrase, said, adds=adds)

    def of_kind(self, phrase: Phrase) -> Actor | None:
        """The body that a noun for its kind means: "الصحيفة"."""
        return self.kinds.meant(phrase, (t.actor for t in reversed(self.chain.turns)))

    def _in_turn(self, phrase: Phrase, said: Speaker) -> Speaker:
        """For a title of one word, the latest speaker who holds such an office: "الرئيس" is who was speaking rather
        than another president whom the article named since.
        """
        named = self.names.at.get(phrase.first)
        alone = phrase.end == phrase.first + 1 and self.phrases.number(phrase.first) == said.number == 1
        if named is None or named.mention.how != "title" or named.last > named.first or not alone:
            return said
        kind = named.mention.office_id and self.world.office(named.mention.office_id).kind
        for turn in reversed(self.chain.turns):
            if turn.actor and kind in self._kinds(turn.actor):
                return replace(said, actor=turn.actor, role=named.mention.role)
        return said

    def _kinds(self, actor: Actor) -> set[str]:
        """The kinds of the offices that the article gives somebody, else of what they may have held then."""
        said = {n.mention.office_id for n in self.names.all if n.actor == actor and n.mention.office_id}
        held = {t.office_id for t in self.world.terms_of(actor.actor_id) if t.period.overlaps(self.period)}
        return {self.world.office(office_id).kind for office_id in said or held if office_id}

    def _pointed(self, said: Speaker, phrase: Phrase, *, adds: bool = False) -> Speaker:
        """Whom a phrase means that points back, where it names nobody itself."""
        if said.actor is not None or not self.subjects.points_back(phrase):
            return said
        meant = self.subjects.resolve(said, phrase, self.chain)
        some = meant is not said and not clitics.definite(bare(meant.surface or ""))  # "صحيفة محلية"
        if meant.actor is None and not some and (body := self.of_kind(phrase)):
            return replace(said, actor=body, resolved_by=ResolvedBy.OFFICE)
        return meant if meant.actor else self._described_as(phrase, meant, adds=adds)

    def _done_since(self, phrase: Phrase, said: Speaker) -> Speaker | None:
        """Who did something since anybody spoke, where a phrase names the kind of that body or the document that it
        issued: "ونشرت صحيفة «الوطن» تقريرا. وقالت الصحيفة", "وأصدرت الوزارة بيانا. وأضاف البيان".
        """
        head = clitics.head(self.layout.form(phrase.first))
        here = bisect_left(self.layout.sentences, (phrase.first + 1, 0)) - 1
        first = self.layout.sentences[here][0]
        if head in self.cues.issued and phrase.end == phrase.first + 1 and here > 0:
            issuer = self._issuer_in(*self.layout.sentences[here - 1], head)
            return replace(said, actor=issuer.actor, resolved_by=ResolvedBy.OFFICE) if issuer else None
        if head not in self.cues.kinds_of_bodies:
            return None
        doer = self._doer_since(first, said.gender or "")
        body = self.kinds.meant(phrase, (doer.actor,)) if doer and doer.actor else None
        return replace(said, actor=body, resolved_by=ResolvedBy.OFFICE) if doer and body == doer.actor else None

    def _issuer_in(self, first: int, end: int, document: str) -> Speaker | None:
        """Who issues a document in a sentence in which nobody has spoken."""
        verb = clitics.without_and(self.layout.form(self._main_verb(first, end)))
        issued = any(self.layout.form(i).removesuffix(clitics.ACCUSATIVE) == document for i in range(first, end))
        if first <= self.chain.at or verb not in self.cues.issuing or not issued:
            return None
        doer = self._doer(first, end, "")
        return doer if doer and doer.actor else None

    def _described_as(self, phrase: Phrase, said: Speaker, *, adds: bool = False) -> Speaker:
        """The person whom a description means by all that the article has said of them; itself where none is meant."""
        here = bisect_left(self.layout.sentences, (phrase.first + 1, 0)) - 1
        near = here >= 0 and self.chain.at >= self.layout.sentences[max(0, here - 1)][0]
        agreeing = (t.actor if agrees(t, said.gender or "", 1) else None for t in self.chain.turns)
        turn = Turn(tuple(agreeing), near, adds)
        meant = self.descriptions.meant(phrase, said.gender, turn)
        return replace(said, actor=meant, resolved_by=ResolvedBy.TITLE) if meant else said

    def _apposed(self, phrase: Phrase, start: int, form: Form) -> Speaker | None:
        """The person whose name, between commas, ends what is said of who speaks before the content at `start`: "أعلن
        رئيس اللجنة التي تتمتع بنفوذ واسع، بوب كوركر، أن".
        """
        body = clitics.head(self.layout.form(phrase.first)) in self.cues.bodies
        if body or phrase.first in self.names.at or self.phrases.number(phrase.first) != 1:
            return None
        at = start - 1
        while at > phrase.end and (self.light(at) or self.layout.form(at) in self.cues.that | QUOTES | {COLON}):
            at -= 1
        named = self.names.at.get(at)
        if named is None or not named.person or named.clitic or named.first <= phrase.first:
            return None
        between = self.layout.form(named.first - 1) in COMMAS and self.layout.form(at + 1) in COMMAS
        another = of_another(named, self.layout.form(phrase.first))
        fits = between and not another and agrees(of_named(named, "", 1), form.gender, form.number)
        return said_by(named, form.gender, form.number) if fits else None

    def _issuer(self, phrase: Phrase) -> Named | None:
        """Whose document speaks: "بيان صادر عن الخارجية الأميركية", "بيان للكرملين", "تقرير نشرته الأمم المتحدة"."""
        issued = self.phrases.issued(phrase)
        if issued is None and clitics.head(self.layout.form(phrase.first)) not in self.cues.speaking_documents:
            return None
        end = phrase.end
        while self.layout.form(end) in self.cues.adverbs or end in self.names.dated:
            end += 1
        end += self.layout.form(end) in self.cues.relay_links  # "صدر الأحد عن"
        last = self.names.at.get(end)
        near = (*phrase.named, *((last,) if last and last.first == end else ()))
        bodies = (n for n in near if not n.person and n.first > (issued or 0))
        return next((n for n in bodies if n.actor.kind is not ActorKind.COUNTRY), None)

    def called(self, name: str) -> Speaker:
        """Whom a name that nobody knows means: an earlier speaker whose name ends so, or whoever bears it."""
        said = Speaker(None, name)
        return self._by_last_name(said) or said

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
        return self.who(phrase, "", 0) if phrase and known else None

    def _of_document(self, cue: int, first: int, form: Form) -> bool:
        """True where the sentence's verb issues the document right before a cue: "أصدرت الوزارة بيانا قال إن"."""
        verb = clitics.without_and(self.layout.form(self._main_verb(first, cue)))
        if form.prefix or verb not in self.cues.issuing:
            return False
        at = cue - 1
        while at > first and self.light(at):
            at -= 1
        return any(self.layout.form(i).removesuffix(clitics.ACCUSATIVE) in self.cues.issued for i in (at, at - 1))

    def has_subject_before(self, clause: Clause, first: int) -> bool:
        """True where the subject of a clause stands before its verb."""
        return self._before(clause.cue, first, clause.form) is not None

    def light(self, at: int) -> bool:
        """True where a token may stand between a subject and its verb."""
        form = self.layout.form(at)
        return form in COMMAS or form in self.cues.auxiliaries or form in self.cues.adverbs or at in self.names.dated

    def _of_body(self, said: Speaker, body: Actor) -> Speaker | None:
        """The latest speaker who speaks for the body that a title without a known holder belongs to."""
        for turn in reversed(self.chain.turns):
            fits = turn.actor is not None and agrees(turn, said.gender or "", 1)
            if fits and turn.actor and self.world.body_of(turn.actor.actor_id, self.period) == body.actor_id:
                return replace(said, actor=turn.actor, resolved_by=ResolvedBy.TITLE)
        return None

    def _of_officers(self, phrase: Phrase, said: Speaker) -> Speaker:
        """The only body of that kind whose officer the article has named: "الوزارة" after "وزير الخارجية الروسي"."""
        if said.surface is None or clitics.head(self.layout.form(phrase.first)) not in self.cues.of_officers:
            return said
        offices = (
            self.world.office(n.mention.office_id) for n in self.names.before(phrase.first) if n.mention.office_id
        )
        bodies = {o.body_id: self.world.actors[o.body_id] for o in offices if o.body_id}
        stems = frozenset(self.phrases.stems(phrase.first, phrase.end))
        fitting = [b for b in bodies.values() if stems <= {clitics.stem(w) for w in bare(b.label).split()}]
        if len(fitting) != 1:
            return said
        return replace(said, actor=fitting[0], resolved_by=ResolvedBy.OFFICE)

    def _by_last_name(self, said: Speaker) -> Speaker | None:
        """An earlier speaker whose name ends in the words said now."""
        if not said.surface or len(said.surface.split()) > 2:
            return None
        ending = " " + said.surface
        for turn in reversed(self.chain.turns):
            if (turn.label or "").endswith(ending) or (turn.surface or "").endswith(ending):
                known = replace(turn, surface=said.surface, resolved_by=ResolvedBy.NAME)
                return known if turn.actor else inherited(turn)
        return self._by_first_name(said.surface)

    def _fuller(self, said: Speaker, actor: Actor) -> Speaker:
        """The earlier speaker whose name ends in that of somebody whom the knowledge doesn't hold."""
        ending = f" {actor.label}"
        fuller = (t for t in reversed(self.chain.turns) if t.actor and t.actor.label.endswith(ending))
        turn = next(fuller, None)
        return replace(turn, surface=said.surface, resolved_by=said.resolved_by) if turn else said

    def _by_first_name(self, said: str) -> Speaker | None:
        """The only person who has spoken and whose name begins with the word said now: "هان" after "هان تشنغ"."""
        if " " in said:
            return None
        persons = [t for t in self.chain.turns if t.actor and t.actor.kind is ActorKind.PERSON]
        called = {t.actor: t for t in persons if t.label and t.label.startswith(f"{said} ")}
        return inherited(next(iter(called.values()))) if len(called) == 1 else None

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
            said = self.who(phrase, form.gender, form.number)
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
        while at >= first and self.light(at):
            at -= 1
        if at < first or self.layout.form(at) in self.cues.relatives:
            return None
        start = self._clause_start(at, first)
        if start > first and self._accusative(start):
            goes_on = start + 1 + (self.layout.form(start + 1) in self.cues.within_phrases)
            rest = self.phrases.phrase(goes_on, cue, frozenset())
            end = rest.end if rest and rest.first == goes_on else start + 1
            unnamed = Phrase(start, end, tuple(self.names.within(start, end)))
            return self.subjects.speaker(unnamed, form.gender, form.number)  # "لكن متحدثا باسم أوباما نفى"
        phrase = self.phrases.phrase(start, cue, frozenset())
        if phrase and all(self.light(i) for i in range(phrase.end, at + 1)):
            said = self._stated(phrase, form)
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

    def _clause_start(self, at: int, first: int, led: frozenset[str] = frozenset()) -> int:
        """Where the clause around `at` begins: behind the latest word that opens one, or one of `led`, else with its
        sentence.
        """
        back = range(at, max(first, at - _CLAUSE) - 1, -1)
        opens = (i + 1 for i in back if self.layout.form(i) in self.cues.openers or self.layout.form(i) in led)
        return next(opens, first)

    def _stated(self, phrase: Phrase, form: Form) -> Speaker:
        """Who a phrase before its verb names or points back to."""
        return self._pointed(self.subjects.speaker(phrase, form.gender, form.number), phrase)

    def _led_by_subject(self, cue: int, first: int, form: Form) -> Speaker | None:
        """The subject right before a verb that agrees with it and takes an object, which is what stands behind it:
        "لكن روسيا اتهمت أوكرانيا", "أخذت روسيا تطالب واشنطن".
        """
        takes_object = form.verb.whom or form.verb.object is not Object.NONE
        if form.prefix or not takes_object:
            return None
        at = cue - 1
        at -= self.layout.form(at) in self.cues.inceptive  # "روسيا باتت تهدد أوكرانيا"
        while at >= first and self.light(at) and self.layout.form(at) not in COMMAS:
            at -= 1
        start = self._clause_start(at, first, self.cues.inceptive)
        phrase = self.phrases.phrase(start, cue, frozenset()) if start <= at else None
        if phrase is None or phrase.first != start or phrase.end != at + 1:
            return None
        if start not in self.names.at and not self.phrases.office(start):
            return None
        said = self._stated(phrase, form)
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
        said = self.who(phrase, "", 1)
        own = naming.gender(said.actor) if said.actor else self.phrases.gender(phrase.first)
        return said if not thing and own in (None, form.gender) and form.number == 1 else None

    def _several(self, first: int, end: int) -> Speaker | None:
        """Definite words alone before a verb in the plural, or what begins with a noun for several: "لكن التجار قالوا",
        "لكن مراقبين يقولون".
        """
        words = range(first, end)
        plural = 0 < len(words) < _CLAUSE and self.phrases.number(first) == 3
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
        starts = all(self._opens(i) for i in range(first, cue))
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
        known = self.chain.agreeing(wanted, number)
        goes_on = form.verb.act is Act.ADD and known  # they add to it, whoever did something since
        if turn is None and number == 1 and not goes_on and (doer := self._doer_since(first, wanted)):
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
        return self._doers(begin, end) if begin > self.chain.at else None

    def _doers(self, first: int, end: int) -> Speaker | None:
        """The unnamed people whose deed a sentence tells."""
        verb = self._main_verb(first, end)
        surface = self.groups.at(verb + 1, end) if self._may_be_verb(verb) else None
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
            return inherited(self.who(phrase, form.gender, form.number)) if phrase and known and fits else None
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
        said = self.who(phrase, "", 1)
        fits = (
            naming.gender(said.actor) == wanted
            if said.actor
            else bool(person) and head.endswith(clitics.FEMININE) == (wanted == "f")
        )
        return replace(said, gender=wanted) if fits else None

    def _opens(self, at: int) -> bool:
        """True where a token only opens a sentence."""
        form = self.layout.form(at)
        return not form.isalnum() or form in self.cues.conjunctions

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
        return self.who(phrase, wanted, 1) if phrase and fits else None

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
        back = range(cue - 1, max(first, cue - _CLAUSE) - 1, -1)
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
        verb = self._main_verb(first, cue)
        start = self.layout.form(verb)
        if start in self.cues.aside or clitics.without_and(start) in self.cues.aside:
            return None  # the sentence begins with an adverbial: its names do nothing
        behind = verb + 1 + (self.layout.form(verb + 1).removeprefix(clitics.WITH) in self.cues.facts)  # "صرح بذلك"
        phrase = self.phrases.phrase(behind, cue, self.cues.objects, object_after=True)
        if phrase and (phrase.first in self.names.at or self._somebody(phrase.first)):
            said = self.subjects.speaker(phrase, "", 1)
            said = self._pointed(replace(said, gender=wanted or None), phrase) if said.actor is None else said
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
        while at >= first and self.light(at) and self.layout.form(at) not in COMMAS:
            at -= 1
        start = self._clause_start(at, first)
        thing = start <= at and clitics.head(self.layout.form(start)) in self.cues.things
        phrase = self.phrases.phrase(start, clause.cue, frozenset()) if thing else None
        return phrase is not None and phrase.first == start and phrase.end == at + 1

    def _main_verb(self, first: int, end: int) -> int:
        """Where the verb of a sentence may stand: past "من جهته" and "هذا وقد"."""
        at = next((i for i in range(first, end) if self._stands_before(i) or not self._opens(i)), first)
        while at < end and (words := self._prelude(at)):
            at += words
        at = self._past_adverbial(at, end)
        at += (
            self.layout.form(at) in self.cues.facts
            and clitics.without_and(self.layout.form(at + 1)) in self.cues.already
        )
        word = clitics.without_and(self.layout.form(at))
        return at + 1 if word in self.cues.already or word in self.cues.negators else at

    def _past_adverbial(self, at: int, end: int) -> int:
        """The verb behind an adverbial that a sentence begins with: "خلال زيارته للهند، كثف الرئيس"; else `at`."""
        if not {self.layout.form(at), clitics.without_and(self.layout.form(at))} & self.cues.aside:
            return at
        commas = (i for i in range(at, min(end, at + _ADVERBIAL)) if self.layout.form(i) in COMMAS)
        verb = next(commas, end) + 1
        return verb if verb < end and self._may_be_verb(verb) and not self.phrases.with_(verb) else at

    def _stands_before(self, at: int) -> bool:
        """True of what has the subject, not the verb, behind it: "لكن", "أما"."""
        return self.layout.form(at) in self.cues.but

    def _prelude(self, at: int) -> int:
        """How many tokens at `at` only lead into a sentence: "من جهته،", "والخميس،"."""
        if at in self.names.dated:
            return self.names.dated[at] + 1 - at
        if self.layout.form(at) in COMMAS:
            return 1
        found = (w for w in self.cues.preludes.get(self.layout.form(at), ()) if self.layout.reads(at, w))
        return len(next(found, ()))

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

    def _doer_since(self, first: int, wanted: str) -> Speaker | None:
        """Whoever is the subject of the latest sentence before `first` in which nobody has spoken."""
        sentences = self.layout.sentences
        last = bisect_left(sentences, (first, 0)) - 1
        for begin, end in reversed(sentences[max(0, last - _SENTENCES + 1) : last + 1]):
            if begin <= self.chain.at:
                return None
            if doer := self._doer(begin, end, wanted):
                return doer
        return None

    def _doer(self, first: int, end: int, wanted: str) -> Speaker | None:
        """The person, body or country whose deed a sentence tells: "ودافع وزير التجارة، ويلبور روس، عن …"."""
        verb = self._main_verb(first, end)
        if not self._may_be_verb(verb):
            return None
        phrase = self.phrases.phrase(verb + 1, end, self.cues.objects, object_after=True)
        if phrase is None or phrase.first != verb + 1:
            return None
        if phrase.first not in self.names.at and not self.phrases.office(phrase.first):
            return None  # "ويظهر الملصق الرئيس": a thing does it
        said = self._pointed(self.subjects.speaker(phrase, wanted, 1), phrase)
        own = naming.gender(said.actor) if said.actor else self.phrases.gender(phrase.first)
        return inherited(said) if said.number == 1 and (not wanted or own in (None, wanted)) else None

    def _may_be_verb(self, at: int) -> bool:
        """False of a word whose form, or whose place in the knowledge, makes it a noun, or that has an object."""
        form = self.layout.form(at)
        if form in self.cues.auxiliaries or form in self.cues.like_definite:
            return True
        noun = clitics.definite(form) or form.endswith(clitics.NOUN_ENDS) or at in self.names.at
        return form.isalpha() and not noun and self.cues.no_verbs.isdisjoint((form, clitics.without_and(form)))

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
