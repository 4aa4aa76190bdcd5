"""Reading an article, sentence by sentence: each cue with its content and speaker becomes a statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.knowledge.cues import Cues, Form, Kind, Object
from core.knowledge.world import World
from core.model import Act, Actor, Document, Field, Mention, Mode, Statement
from core.statements import clitics
from core.statements import names as naming
from core.statements.antecedents import Antecedents
from core.statements.clause import Clause, Clauses, Opening
from core.statements.content import Contents
from core.statements.described import Descriptions
from core.statements.forms import Forms
from core.statements.found import Found, Rule
from core.statements.groups import Groups
from core.statements.kinds import Kinds
from core.statements.layout import Layout, lay_out
from core.statements.lookalikes import Lookalikes
from core.statements.marks import COLON, COMMAS, QUOTES
from core.statements.names import Named, Names
from core.statements.order import Order
from core.statements.phrases import Phrases
from core.statements.referents import Referents
from core.statements.setting import Setting
from core.statements.silence import Silences
from core.statements.sources import Sources
from core.statements.speaker import Speaker, Subjects

_REFUSED = 25  # tokens from a refusal's verb to what is refused
_BESIDE = 3  # tokens from its subject to what it denies
_QUOTED = 5  # tokens that a quotation before its verb needs


@dataclass(slots=True)
class Reading:
    """One article being read."""

    document: Document
    world: World
    cues: Cues
    layout: Layout
    names: Names
    phrases: Phrases
    clauses: Clauses
    contents: Contents
    setting: Setting
    antecedents: Antecedents
    referents: Referents
    sources: Sources
    silences: Silences
    mentioned: list[Mention]  # the body's, in order
    ends: list[int] = field(default_factory=list)  # where the contents found so far end

    @classmethod
    def of(cls, document: Document, world: World, cues: Cues) -> Reading:
        """Make ready to read a document's body."""
        layout = lay_out(document.article.text, cues.initials, cues.going_on, cues.forms, cues.reporting)
        names = naming.of(document, layout, cues.forms)
        phrases = Phrases(layout, names, cues)
        subjects = Subjects(layout, names, cues, phrases)
        lookalikes = Lookalikes(layout, names, cues)
        forms = Forms(layout, names, cues, phrases, lookalikes)
        clauses = Clauses(layout, names, cues, phrases, lookalikes, forms)
        contents = Contents(layout, names, cues, clauses)
        period = document.article.published.period
        descriptions = Descriptions(layout, names, cues, phrases, world, period)
        groups = Groups(layout, names, cues)
        kinds = Kinds(layout, names, cues, world)
        order = Order(layout, names, cues, phrases)
        referents = Referents(layout, names, cues, phrases, subjects, descriptions, kinds, order, world, period)
        antecedents = Antecedents(layout, names, cues, phrases, subjects, clauses, order, referents, groups)
        return cls(
            document,
            world,
            cues,
            layout,
            names,
            phrases,
            clauses,
            contents,
            Setting(document, layout, names, cues),
            antecedents,
            referents,
            Sources(layout, names, cues, phrases, clauses, contents, antecedents, referents),
            Silences(layout, cues, phrases, contents, antecedents, referents),
            sorted((m for m in document.mentions if m.field is Field.TEXT), key=_start),
        )

    def statements(self) -> Iterator[Statement]:
        """All statements, in order."""
        for first, end in self.layout.sentences:
            begin = max([first, *self.ends[-1:]])  # a speech may run on over the next sentences
            for found in self._sentence(begin, end):
                yield self._statement(found, begin)
                self.ends.append(found.end)

    def cue_words(self) -> Iterator[tuple[int, int, list[tuple[int, str]]]]:
        """Each sentence's offsets, with its words that may be verbs of speech and where they stand."""
        for first, end in self.layout.sentences:
            words = [
                (self.layout.tokens[i].start, self.layout.word(i))
                for i in range(first, end)
                if any(f.verb.that and not f.verb.weak for f in self.clauses.forms(i))
                or self.layout.form(i) in self.cues.refusals
            ]
            yield self.layout.tokens[first].start, self.layout.tokens[end - 1].end, words

    def _sentence(self, first: int, end: int) -> Iterator[Found]:
        """The statements of one sentence, from its start; what lies inside a content or a quotation is not read."""
        at = read_to = first
        turn: Speaker | None = None  # who spoke last in this sentence
        lead: int | None = None  # a cue without complement of its own, whose subject the next one takes
        while at < end:
            word = self.layout.form(at)
            if at in self.layout.closes and word in QUOTES:
                at = self.layout.closes[at] + 1
                continue
            found = self._at(at, first, end, turn, read_to, lead) if word in self.cues.triggers else None
            if found is None or not self._says_something(found):
                leads = word in self.cues.forms and self._leads(at)  # most words are no verb's form
                lead = at if leads else None if word in self.cues.that else lead
                at += 1
                continue
            yield found
            self.referents.chain.add(found.speaker, found.cue)
            self.antecedents.told[:] = [range(found.first, found.end)]
            turn = found.speaker if found.speaker.label else turn
            aside = self.layout.form(found.cue - 1) in self.cues.relatives  # "التي تتهمها واشنطن": the sentence goes on
            at = max(found.until, at + 1)
            read_to = read_to if aside else at
            lead = None

    def _at(self, at: int, first: int, end: int, turn: Speaker | None, read_to: int, lead: int | None) -> Found | None:
        """The statement whose cue is at `at`, by the first rule that finds one."""
        word = self.layout.form(at)
        if word in self.cues.refusals and (found := self._refusal(at, first, end, turn)):
            return found
        if word in self.cues.silences and (found := self.silences.kept(at, first, end, turn)):
            return found
        if word in self.cues.document_verbs and (found := self.sources.issued(at, first, end)):
            return found
        if word in self.cues.relays and (found := self.sources.relayed(at, end)):
            return found
        if word in self.cues.attributions and (found := self.sources.attributed(at, first, end, read_to)):
            return found
        if word in self.cues.tellings and (found := self.sources.told(at, end)):
            return found
        forms = self.clauses.forms(at)
        if not forms or self._own_voice(at) or (forms[0].prefix != clitics.AND and self._fact(at)):
            return None
        clause = self.clauses.read(at, end)
        if clause and not self._describes(clause, first) and not self._shows(clause, first):
            return self._clause(clause, first, end, turn, lead, read_to)
        return self._after_quotation(at, forms, first, read_to)

    def _says_something(self, found: Found) -> bool:
        """False where a text breaks off before the content, or marks are all there is of it."""
        return any(self.layout.form(i).isalnum() for i in range(found.first, min(found.end, len(self.layout.tokens))))

    def _leads(self, at: int) -> bool:
        """True where a cue may lend its subject to the next: "وتابع لافروف قائلا"."""
        leads = any(f.kind in (Kind.PAST, Kind.PRESENT) for f in self.clauses.forms(at))
        return leads and not self._own_voice(at)

    def _own_voice(self, at: int) -> bool:
        """True for "يذكر أن", "تجدر الإشارة إلى": the outlet's own voice."""
        word, after = clitics.without_and(self.layout.form(at)), self.layout.form(at + 1)
        if after in COMMAS:
            after = self.layout.form(at + 2)
        if self.layout.form(at - 1) in self.cues.own_voice and word.startswith(clitics.WITH):
            return True  # "جدير بالإشارة إلى أن"
        return word in self.cues.own_voice and (after in self.cues.that or after in self.cues.own_voice_goes_on)

    def _fact(self, at: int) -> bool:
        """True where a fact is the subject: "وهذا يؤكد", but not "مع ذلك قال"."""
        before, earlier = self.layout.form(at - 1), self.layout.form(at - 2)
        if before in self.cues.facts:
            return clitics.without_and(earlier) not in self.cues.before_nouns
        if before in self.cues.whatever:  # "وهو ما يؤكد", but "وفق ما ذكر"
            sourced = earlier in self.cues.attributions or self.layout.form(at - 3) in self.cues.attributions
            often = clitics.without_and(earlier) in self.cues.adverbs  # "ودائما ما تقول"
            return not (sourced or often) and any(f.kind is Kind.PRESENT and not f.whom for f in self.clauses.forms(at))
        return before in self.cues.relatives and earlier in self.cues.facts

    def _describes(self, clause: Clause, first: int) -> bool:
        """True where a verb without subject only describes the noun before it: "تظاهرات طالبت برحيله"."""
        form, at = clause.form, clause.cue - 1
        verb = form.kind in (Kind.PAST, Kind.PRESENT) and not form.prefix and clause.subject is None
        before = self.layout.form(at)
        defined = clitics.definite(before) or before.startswith(clitics.TO_THE)
        if not verb or form.verb.bare or at < first or not before.isalnum() or defined:
            return False
        if before in self.cues.before_verbs or before in self.cues.that or at in self.names.dated:
            return False
        if self.layout.form(clause.cue + 1) in self.cues.document_within and self.antecedents.doer(clause.cue, first):
            return False  # "رد ترامب بتغريدة كتب فيها": not the tweet
        if (named := self.names.at.get(at)) and not (form.kind is Kind.PRESENT and self._governed(named)):
            return False
        return not self.antecedents.has_subject_before(clause, first)

    def _shows(self, clause: Clause, first: int) -> bool:
        """True where a thing before the verb is its subject, which says nothing: "لكن الأرقام تشير إلى أن"."""
        verb = clause.form.kind in (Kind.PAST, Kind.PRESENT) and not clause.form.prefix
        return verb and clause.subject is None and self.antecedents.thing_before(clause, first)

    def _governed(self, named: Named) -> bool:
        """True of a name behind a preposition: "سلم عريضة لسفارة إيران في لندن تطالب بـ"."""
        return self.layout.form(named.first - 1) in self.cues.before_nouns

    def _clause(
        self, clause: Clause, first: int, end: int, turn: Speaker | None, lead: int | None, read_to: int
    ) -> Found:
        """The statement that a cue with its complement makes."""
        start, stop = self.contents.end(clause.start, self._clause_end(clause, first, end), clause.opening)
        if clause.opening is Opening.COLON:
            stop = self.contents.speech(stop, end)
        speaker = self.sources.cited(clause.cue, clause.start) or self.antecedents.speaker(clause, first, turn, lead)
        direct = clause.opening in (Opening.QUOTE, Opening.COLON)
        if clause.opening is Opening.QUOTE and self.layout.form(clause.start - 1) != COLON:
            direct = not self._no_sentence(clause, start)
        if clause.opening is Opening.QUOTE and (whole := self._begun_before(clause, read_to)) is not None:
            start = whole  # "…"، قال بيسكوف، "…"
        shape = "participle" if clause.form.kind is Kind.PARTICIPLE else "verb"
        mode = Mode.DIRECT if direct else Mode.INDIRECT
        rule = Rule(f"{shape} + {clause.opening.value}")
        return Found(rule, clause.cue, clause.form.verb.act, mode, start, stop, speaker, max(stop, clause.start))

    def _no_sentence(self, clause: Clause, start: int) -> bool:
        """True where marks without a colon hold what is no sentence: a clause, «قالت "أن …"», or what the verb takes,
        «طالبا "كل الأطراف بالهدوء"», «تحدث عن "إجراء تأديبي"».
        """
        verb, word = clause.form.verb, self.layout.form(start)
        led = self.layout.form(start - 2) in self.cues.before_nouns and start - 2 > clause.cue
        if led or self.layout.word(start) in self.cues.clausal:
            return True
        takes = verb.whom or verb.act in (Act.CONDEMN, Act.WELCOME) or verb.object is not Object.NONE
        noun = clitics.definite(word) or word in self.cues.matters or word in self.cues.pointing
        return takes and noun and clause.start == clause.cue + 1

    def _begun_before(self, clause: Clause, read_to: int) -> int | None:
        """Where a quotation begins that "قال" parts in two: its first words stand before the verb."""
        close = clause.cue - 1
        while close >= 0 and self.layout.form(close) in COMMAS:
            close -= 1
        verb = clause.form.kind in (Kind.PAST, Kind.PRESENT) and clause.form.prefix == ""
        parted = self.layout.form(clause.start - 1) in COMMAS and self.layout.is_close(close)
        if not verb or close < read_to or not parted or close - self.layout.inside[close] < _QUOTED:
            return None
        return self.layout.inside[close] + 1

    def _clause_end(self, clause: Clause, first: int, end: int) -> int:
        """Where the clause ends: at its comma where it is subordinate and begins the sentence, else with that."""
        for words in self.cues.subordinating:
            at = clause.cue - len(words)
            led = [
                clitics.without_and(self.layout.form(at)).removeprefix(clitics.SO),
                *self.layout.forms[at + 1 : clause.cue],
            ]
            if at in range(first, first + 2) and tuple(led) == words:
                commas = (i for i in range(clause.start + 1, end) if self.layout.form(i) in COMMAS)
                return next((i for i in commas if self.layout.inside[i] < 0), end)
        relative = clitics.AND + self.layout.form(clause.cue - 1).removeprefix(clitics.AND)
        if relative in self.cues.relatives:  # "الميناء الذي يقول التحالف إن …، والذي يشكل أهم منفذ"
            again = (i for i in range(clause.start + 1, end) if self.layout.form(i) == relative)
            return next((i for i in again if self.layout.form(i - 1) in COMMAS), end)
        return end

    def _refusal(self, at: int, first: int, end: int, turn: Speaker | None) -> Found | None:
        """Such as "رفض التعليق على …": declines to comment, to disclose or to confirm."""
        form = self.cues.refusals[self.layout.form(at)]
        if self.layout.form(at - 1) in self.cues.negators or at in self.names.at:
            return None
        verb = form.kind in (Kind.PAST, Kind.PRESENT)
        phrase = self.phrases.phrase(at + 1, end, self.cues.refused | self.cues.denied) if verb else None
        start = self.phrases.skip(phrase.end if phrase else at + 1, end)
        for index in range(start, min(end, start + _REFUSED)):
            word = self.layout.form(index)
            refused = word in self.cues.refused or word.removeprefix(clitics.WITH) in self.cues.refused
            if refused and any(self.layout.form(i) in self.cues.identity for i in range(index, index + 4)):
                return None  # "رافضا الكشف عن اسمه"
            if refused or (word in self.cues.denied and index - start < _BESIDE):
                clause = Clause(at, form, Opening.OBJECT, index, phrase)
                begin, stop = self.contents.end(index, end, Opening.OBJECT)
                speaker = self.antecedents.speaker(clause, first, turn, None)
                act, mode = (Act.DECLINE, Mode.REFUSAL) if refused else (Act.DENY, Mode.INDIRECT)
                return Found(Rule.REFUSAL, at, act, mode, begin, stop, speaker, stop)
            if word in self.cues.that or word == COLON or self.clauses.forms(index):
                return None
        return None

    def _after_quotation(self, at: int, forms: tuple[Form, ...], first: int, read_to: int) -> Found | None:
        """Such as "…"، قال بيسكوف: the quotation comes first."""
        close = at - 1
        between = COMMAS | {"-", "."} | self.cues.quotation_fillers
        while close >= 0 and self.layout.form(close) in between:
            close -= 1
        verbs = (f for f in forms if f.kind in (Kind.PAST, Kind.PRESENT) and f.verb.speech and not f.verb.weak)
        form = next(verbs, None)
        if form is None or form.prefix == clitics.AND or close < read_to or not self.layout.is_close(close):
            return None
        opening = self.layout.inside[close]
        subject = self.phrases.phrase(at + 1, len(self.layout.tokens), frozenset())
        if close - opening < _QUOTED or subject is None:
            return None
        clause = Clause(at, form, Opening.QUOTE, opening, subject)
        speaker = self.antecedents.speaker(clause, first, None, None)
        return Found(Rule.QUOTATION_VERB, at, form.verb.act, Mode.DIRECT, opening + 1, close, speaker, subject.end)

    def _statement(self, found: Found, first: int) -> Statement:
        """The statement with its text, its day and its actors; its sentence begins at token `first`."""
        tokens, text = self.layout.tokens, self.layout.text
        start, end = tokens[found.first].start, tokens[found.end - 1].end
        cue = tokens[found.cue]
        speaker = found.speaker
        owner = self._owner(speaker)
        period = self.document.article.published.period
        clause = max([first, *(e for e in self.ends[-1:] if e <= found.cue)])
        opening = clause if self._leads_into(clause, found.cue) else found.cue  # where they may begin
        aside = found.first if found.first > found.cue else found.until  # where the cue's surroundings end
        return Statement(
            text=text[start:end],
            field=Field.TEXT,
            start=start,
            end=end,
            cue=text[cue.start : cue.end],
            cue_start=cue.start,
            act=found.act,
            mode=found.mode,
            rule=found.rule,
            speaker=speaker.actor,
            speaker_surface=speaker.surface,
            role=speaker.role,
            body_id=self._body(owner),
            country_id=self.world.country_of(owner.actor_id, period) if owner else None,
            resolved_by=speaker.resolved_by,
            said=self.setting.said(clause, found.cue, aside),
            venue=self.setting.venue(opening, found.cue, aside),
            addressee=self.setting.addressee(opening, found.cue, aside),
            about=self._about(start, end),
        )

    def _body(self, owner: Actor | None) -> str | None:
        """The body spoken for: that of the office which the article gives to whoever may have held several."""
        if owner is None:
            return None
        period = self.document.article.published.period
        said = {m.office_id for m in self.mentioned if m.actor.actor_id == owner.actor_id and m.office_id}
        held = (t for t in self.world.terms_of(owner.actor_id) if t.period.overlaps(period) and t.office_id in said)
        bodies = {t.body_id for t in held if t.body_id}
        return bodies.pop() if len(bodies) == 1 else self.world.body_of(owner.actor_id, period)

    def _owner(self, speaker: Speaker) -> Actor | None:
        """Who is rolled up to a body and a country: the speaker, or for one nobody knows the body said of him."""
        actor = speaker.actor
        if actor is None or actor.known:
            return actor or speaker.body
        return speaker.body or self.referents.subjects.bodies.get(actor.actor_id) or self._office(actor) or actor

    def _office(self, actor: Actor) -> Actor | None:
        """The body or country of the office that the article names somebody with."""
        offices = (m.office_id for m in self.document.mentions if m.actor.actor_id == actor.actor_id and m.office_id)
        office_id = next(offices, None)
        office = self.world.office(office_id) if office_id else None
        return self.world.actors.get(office.body_id or office.country_id or "") if office else None

    def _leads_into(self, first: int, cue: int) -> bool:
        """True where an adverbial alone leads into the cue: "وفي تصريح لوكالة تاس، قال"."""
        if cue - first < 3 or clitics.without_and(self.layout.form(first)) not in self.cues.aside:
            return False
        return sum(self.layout.form(i) in COMMAS for i in range(first, cue)) == 1

    def _about(self, start: int, end: int) -> tuple[str, ...]:
        """The actors named in the content, in order."""
        first, last = bisect_left(self.mentioned, start, key=_start), bisect_left(self.mentioned, end, key=_start)
        return tuple(dict.fromkeys(m.actor.actor_id for m in self.mentioned[first:last] if m.end <= end))


def _start(mention: Mention) -> int:
    return mention.start
