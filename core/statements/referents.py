"""Whom a noun phrase means: by itself, by who has spoken before, or by what the article has said of those it names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from msgspec.structs import replace

from core.arabic import bare
from core.knowledge.cues import Cues, Form
from core.knowledge.world import World
from core.model import Actor, Period, ResolvedBy
from core.model import Kind as ActorKind
from core.statements import clitics
from core.statements import names as naming
from core.statements.described import Descriptions, Turn
from core.statements.kinds import Kinds
from core.statements.layout import Layout
from core.statements.names import Named, Names
from core.statements.order import Order
from core.statements.phrases import Phrase, Phrases
from core.statements.speaker import Chain, Speaker, Subjects, agrees, inherited

_SENTENCES = 3  # back in which somebody may have acted since anybody spoke


@dataclass(frozen=True, slots=True)
class Referents:
    """Tells whom the noun phrases of one article mean; `chain` keeps its speakers so far."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    subjects: Subjects
    descriptions: Descriptions
    kinds: Kinds
    order: Order
    world: World
    period: Period
    chain: Chain = field(default_factory=Chain)

    def who(self, phrase: Phrase, wanted: str, number: int, *, adds: bool = False) -> Speaker:
        """Whom a noun phrase means, by itself or by who has spoken before; `adds` where they add to what they said."""
        said = self.subjects.speaker(phrase, wanted, number)
        if said.actor is not None:
            said = self._in_turn(phrase, said)
            return said if said.actor is None or said.actor.known else self._fuller(said, said.actor)
        if self.subjects.points_back(phrase):
            meant = self._done_since(phrase, said) or self.pointed(said, phrase, adds=adds)
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

    def called(self, name: str) -> Speaker:
        """Whom a name that nobody knows means: an earlier speaker whose name ends so, or whoever bears it."""
        said = Speaker(None, name)
        return self._by_last_name(said) or said

    def pointed(self, said: Speaker, phrase: Phrase, *, adds: bool = False) -> Speaker:
        """Whom a phrase means that points back, where it names nobody itself."""
        if said.actor is not None or not self.subjects.points_back(phrase):
            return said
        meant = self.subjects.resolve(said, phrase, self.chain)
        some = meant is not said and not clitics.definite(bare(meant.surface or ""))  # "صحيفة محلية"
        if meant.actor is None and not some and (body := self.of_kind(phrase)):
            return replace(said, actor=body, resolved_by=ResolvedBy.OFFICE)
        return meant if meant.actor else self._described_as(phrase, meant, adds=adds)

    def stated(self, phrase: Phrase, form: Form) -> Speaker:
        """Who a phrase before its verb names or points back to."""
        return self.pointed(self.subjects.speaker(phrase, form.gender, form.number), phrase)

    def doer_since(self, first: int, wanted: str) -> Speaker | None:
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
        verb = self.order.main_verb(first, end)
        if not self.order.may_be_verb(verb):
            return None
        phrase = self.phrases.phrase(verb + 1, end, self.cues.objects, object_after=True)
        if phrase is None or phrase.first != verb + 1:
            return None
        if phrase.first not in self.names.at and not self.phrases.office(phrase.first):
            return None  # "ويظهر الملصق الرئيس": a thing does it
        said = self.pointed(self.subjects.speaker(phrase, wanted, 1), phrase)
        own = naming.gender(said.actor) if said.actor else self.phrases.gender(phrase.first)
        return inherited(said) if said.number == 1 and (not wanted or own in (None, wanted)) else None

    def _issuer_in(self, first: int, end: int, document: str) -> Speaker | None:
        """Who issues a document in a sentence in which nobody has spoken."""
        verb = clitics.without_and(self.layout.form(self.order.main_verb(first, end)))
        issued = any(self.layout.form(i).removesuffix(clitics.ACCUSATIVE) == document for i in range(first, end))
        if first <= self.chain.at or verb not in self.cues.issuing or not issued:
            return None
        doer = self._doer(first, end, "")
        return doer if doer and doer.actor else None

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
        doer = self.doer_since(first, said.gender or "")
        body = self.kinds.meant(phrase, (doer.actor,)) if doer and doer.actor else None
        return replace(said, actor=body, resolved_by=ResolvedBy.OFFICE) if doer and body == doer.actor else None

    def _described_as(self, phrase: Phrase, said: Speaker, *, adds: bool = False) -> Speaker:
        """The person whom a description means by all that the article has said of them; itself where none is meant."""
        here = bisect_left(self.layout.sentences, (phrase.first + 1, 0)) - 1
        near = here >= 0 and self.chain.at >= self.layout.sentences[max(0, here - 1)][0]
        agreeing = (t.actor if agrees(t, said.gender or "", 1) else None for t in self.chain.turns)
        turn = Turn(tuple(agreeing), near, adds)
        meant = self.descriptions.meant(phrase, said.gender, turn)
        return replace(said, actor=meant, resolved_by=ResolvedBy.TITLE) if meant else said

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
