"""Whose words they are: the subject beside a cue, before it, of the cue that leads it in, or none at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core.arabic import bare
from core.knowledge.cues import Cues, Form, Kind, Object
from core.knowledge.world import World
from core.model import Actor, Period, ResolvedBy
from core.model import Kind as ActorKind
from core.statements import clitics
from core.statements import names as naming
from core.statements.clause import Clause, Clauses
from core.statements.layout import Layout
from core.statements.marks import COMMAS
from core.statements.names import Named, Names
from core.statements.phrases import Phrase, Phrases
from core.statements.speaker import NOBODY, Chain, Speaker, Subjects, agrees, inherited, of_named, said_by

_LEAD = 14  # tokens between a cue that leads and the one it leads in
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
    world: World
    period: Period
    chain: Chain = field(default_factory=Chain)

    def speaker(self, clause: Clause, first: int, turn: Speaker | None, lead: int | None) -> Speaker:
        """Who speaks in a clause of the sentence that begins at `first`.

        `turn` is who spoke last in the sentence, `lead` a cue there without a complement of its own.
        """
        form = clause.form
        verb = form.kind in (Kind.PAST, Kind.PRESENT)
        after_auxiliary = not form.prefix and self.layout.form(clause.cue - 1) in self.cues.auxiliaries
        if after_auxiliary and (before := self._before(clause.cue, first, form)):
            return before
        if clause.subject is not None:
            return self.who(clause.subject, form.gender, form.number)
        if lead is not None and form.kind is not Kind.PAST and (led := self._led(lead, clause.cue, first, turn)):
            return led
        if verb and form.prefix != clitics.AND and (before := self._before(clause.cue, first, form)):
            return before
        return self._silent(clause.cue, first, turn, form)

    def who(self, phrase: Phrase, wanted: str, number: int) -> Speaker:
        """Whom a noun phrase means, by itself or by who has spoken before."""
        said = self.subjects.speaker(phrase, wanted, number)
        if said.actor is not None:
            return said
        if self.subjects.points_back(phrase):
            meant = self.subjects.resolve(said, phrase, self.chain)
            return meant if meant.actor else self._of_officers(phrase, meant)
        of_body = self._of_body(said, said.body) if said.body else None
        return of_body or self.subjects.repeated(phrase, self.chain) or self._by_last_name(said) or said

    def called(self, name: str) -> Speaker:
        """Whom a name that nobody knows means: an earlier speaker whose name ends so, or whoever bears it."""
        said = Speaker(None, name)
        return self._by_last_name(said) or said

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
                return inherited(turn)
        return self._by_first_name(said.surface)

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
        back = range(at, max(first, at - _CLAUSE) - 1, -1)
        start = next((i + 1 for i in back if self.layout.form(i) in self.cues.openers), first)
        phrase = self.phrases.phrase(start, cue, frozenset())
        if phrase and all(self.light(i) for i in range(phrase.end, at + 1)):
            said = self.subjects.speaker(phrase, form.gender, form.number)
            if said.actor is None and self.subjects.points_back(phrase):
                said = self.subjects.resolve(said, phrase, self.chain)
            if said.actor or self.phrases.office(phrase.first):
                return said
        named = self.names.at.get(at)
        if named is None or named.last != at or named.clitic:
            return None
        governed = self.layout.form(named.first - 1) in self.cues.before_nouns  # "وحول الأحداث في مصر، قالت"
        fits = agrees(of_named(named, "", 1), form.gender, form.number)
        return said_by(named, form.gender, form.number) if fits and not governed else None

    def _silent(self, cue: int, first: int, turn: Speaker | None, form: Form) -> Speaker:
        """The antecedent of a silent subject."""
        wanted, number = form.gender, form.number
        starts = all(self._opens(i) for i in range(first, cue))
        relative = self.layout.form(cue - 1) in self.cues.relatives and not form.whom
        if relative and (named := self._related(cue - 2, first, wanted, number)):
            return named
        about = not starts and self._describes(cue, form, turn)
        if (relative or about) and (near := self._nearest(cue, first, wanted, number)):
            return near
        if turn is not None and agrees(turn, wanted, number):
            return inherited(turn)
        if not starts and number < 2 and (subject := self._main_subject(cue, first, wanted, number)):
            return subject
        if number == 2 and (pair := self._pair(cue, first)):
            return pair
        if known := self.chain.agreeing(wanted, number):
            return inherited(known)
        return self._nearest(cue, 0, wanted, number) or NOBODY

    def _opens(self, at: int) -> bool:
        """True where a token only opens a sentence."""
        form = self.layout.form(at)
        return not form.isalnum() or form in self.cues.conjunctions

    def _describes(self, cue: int, form: Form, turn: Speaker | None) -> bool:
        """True where a verb goes on about the word before it, as "صواريخ قال إنها" does."""
        before = self.layout.form(cue - 1)
        if form.prefix or form.kind not in (Kind.PAST, Kind.PRESENT):
            return False
        if not before.isalnum() or before in self.cues.openers or before in self.cues.contrasts:
            return False
        return turn is None or not (clitics.definite(before) or cue - 1 in self.names.at)

    def _related(self, at: int, first: int, wanted: str, number: int) -> Speaker | None:
        """Who stands right before a relative pronoun: "الكرملين نفسه الذي كشف"."""
        while at > first and self.layout.form(at) in self.cues.same | COMMAS:
            at -= 1
        named = self.names.at.get(at)
        if named is None or not agrees(of_named(named, "", 1), wanted, number):
            return None
        return of_named(named, wanted, number)

    def _main_subject(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
        """The subject of the verb that the sentence begins with, else the first name that agrees."""
        start = self.layout.form(first)
        if start in self.cues.aside or clitics.without_and(start) in self.cues.aside:
            return None  # the sentence begins with an adverbial: its names do nothing
        phrase = self.phrases.phrase(first + 1, cue, frozenset(), object_after=True)
        if phrase and (phrase.named or self.phrases.office(phrase.first)):
            said = self.subjects.speaker(phrase, "", 1)
            if said.actor is None and self.subjects.points_back(phrase):
                said = self.subjects.resolve(replace(said, gender=wanted or None), phrase, self.chain)
            own = said.actor and naming.gender(said.actor)
            if said.actor and (own is None or own == wanted):
                return inherited(replace(said, gender=said.gender or wanted or None))
            body = clitics.head(self.layout.form(phrase.first))
            if said.actor is None and body in self.cues.bodies and _feminine(body) == (wanted == "f"):
                return replace(said, gender=wanted)
        for named in self.names.within(first, cue):
            if not named.clitic and agrees(of_named(named, "", 1), wanted, number):
                return of_named(named, wanted, number)
        return None

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


def _feminine(word: str) -> bool:
    return word.endswith(clitics.FEMININE)
