"""Reading an article, sentence by sentence: each cue with its content and speaker becomes a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from core.knowledge.cues import Cues, Form, Kind, Verb
from core.knowledge.world import World
from core.model import Act, Actor, Document, Field, Mode, ResolvedBy, Statement
from core.statements import names as naming
from core.statements.clause import Clause, Clauses, Opening
from core.statements.content import Contents
from core.statements.layout import Layout, lay_out
from core.statements.names import Named, Names
from core.statements.setting import Setting
from core.statements.speaker import NOBODY, Chain, Phrase, Speaker, Subjects, agrees, inherited, of_named

_COMMAS = {"،", ","}
_FEW = 4  # tokens; less is no content of its own
_QUOTES = {'"', "“", "«", "”", "»", "„", "'"}


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as read: token ranges, before it is given its day, its actors and its text."""

    rule: str
    cue: int
    act: Act
    mode: Mode
    first: int
    end: int
    speaker: Speaker
    until: int  # the first token not read yet


@dataclass(slots=True)
class Reading:
    """One article being read."""

    document: Document
    world: World
    cues: Cues
    layout: Layout
    names: Names
    subjects: Subjects
    clauses: Clauses
    contents: Contents
    setting: Setting
    chain: Chain = field(default_factory=Chain)
    ends: list[int] = field(default_factory=list)  # where the contents found so far end

    @classmethod
    def of(cls, document: Document, world: World, cues: Cues) -> Reading:
        """Make ready to read a document's body."""
        layout = lay_out(document.article.text)
        names = naming.of(document, layout, cues.forms)
        subjects = Subjects(layout, names, cues)
        clauses = Clauses(layout, names, cues, subjects)
        contents = Contents(layout, names, cues, clauses)
        setting = Setting(document, layout, names, cues)
        return cls(document, world, cues, layout, names, subjects, clauses, contents, setting)

    def statements(self) -> Iterator[Statement]:
        """All statements, in order."""
        for found in self.found():
            yield self._statement(found)
            self.ends.append(found.end)

    def found(self) -> Iterator[Found]:
        """All statements as token ranges."""
        for first, end in self.layout.sentences:
            yield from self._sentence(first, end)

    def cue_words(self) -> Iterator[tuple[int, int, list[tuple[int, str]]]]:
        """Each sentence's offsets, with its words that may be verbs of speech and where they stand."""
        for first, end in self.layout.sentences:
            words = [
                (self.layout.tokens[i].start, self.layout.word(i))
                for i in range(first, end)
                if any(not f.verb.weak for f in self.clauses.forms(i)) or self.layout.form(i) in self.cues.refusals
            ]
            yield self.layout.tokens[first].start, self.layout.tokens[end - 1].end, words

    # -- one sentence

    def _sentence(self, first: int, end: int) -> Iterator[Found]:
        at = first
        turn: Speaker | None = None  # who spoke last in this sentence
        read_to = first  # what has become content or cue so far
        lead: int | None = None  # a cue without complement of its own, whose subject the next one takes
        while at < end:
            if at in self.layout.closes and self.layout.form(at) in _QUOTES:
                at = self.layout.closes[at] + 1
                continue
            word = self.layout.form(at)
            if word not in self.cues.triggers:
                lead = None if word in self.cues.that else lead
                at += 1
                continue
            found = self._at(at, first, end, turn, read_to, lead)
            if found is None:
                if self._leads(at):
                    lead = at
                at += 1
                continue
            yield found
            self.chain.add(found.speaker)
            turn = found.speaker if found.speaker.label else turn
            at = read_to = max(found.until, at + 1)
            lead = None

    def _leads(self, at: int) -> bool:
        leads = any(f.kind in (Kind.PAST, Kind.PRESENT) for f in self.clauses.forms(at))
        return leads and not self._own_voice(at)

    def _at(self, at: int, first: int, end: int, turn: Speaker | None, read_to: int, lead: int | None) -> Found | None:
        """The statement whose cue is at `at`, by the first rule that finds one."""
        word = self.layout.form(at)
        if found := self._refusal(at, first, end, turn):
            return found
        if word in self.cues.document_verbs and (found := self._issued(at, first, end, turn)):
            return found
        if word in self.cues.relays and (found := self._relayed(at, end)):
            return found
        if word in self.cues.attributions and (found := self._attributed(at, first, end, turn, read_to)):
            return found
        if self._own_voice(at) or self.layout.form(at - 1) in self.cues.facts:
            return None
        forms = self.clauses.forms(at)
        if not forms:
            return None
        if (clause := self.clauses.read(at, end)) and not self._describes(clause, first):
            return self._clause(clause, first, end, turn, lead)
        return self._after_quotation(at, forms, first, end, read_to)

    def _describes(self, clause: Clause, first: int) -> bool:
        """True where a verb without subject only describes the noun before it: "تظاهرات طالبت برحيله"."""
        form, before = clause.form, self.layout.form(clause.cue - 1)
        verb = form.kind in (Kind.PAST, Kind.PRESENT) and not form.prefix and clause.subject is None
        if not verb or form.verb.bare or clause.cue == first or not before.isalnum():
            return False
        if before in self.cues.openers | self.cues.auxiliaries | self.cues.adverbs | self.cues.relatives:
            return False
        if before in self.cues.contrasts:
            return False
        if clause.cue - 1 in self.names.dated or before in self.cues.conjunctions or before.startswith("ال"):
            return False
        return clause.cue - 1 not in self.names.at and self._before(clause.cue, first, form.gender, form.number) is None

    def _own_voice(self, at: int) -> bool:
        word = self.layout.form(at)
        stem = word[1:] if word.startswith("و") else word
        return stem in self.cues.own_voice and self.layout.form(at + 1) in (
            self.cues.that | {"الي", "بالذكر", "الاشاره"}
        )

    def _clause(self, clause: Clause, first: int, end: int, turn: Speaker | None, lead: int | None) -> Found:
        start, stop = self.contents.end(clause.start, end, clause.opening)
        speaker = self._speaker(clause, first, turn, lead)
        direct = clause.opening in (Opening.QUOTE, Opening.COLON)
        shape = "participle" if clause.form.kind is Kind.PARTICIPLE else "verb"
        if clause.opening is Opening.QUOTE and self.layout.form(clause.start - 1) != ":":
            direct = self.layout.word(start) not in self.cues.clausal  # a quoted clause: «قالت "أن …"»
        mode = Mode.DIRECT if direct else Mode.INDIRECT
        rule = f"{shape} + {clause.opening.value}"
        return Found(rule, clause.cue, clause.form.verb.act, mode, start, stop, speaker, max(stop, clause.start))

    # -- who

    def _speaker(self, clause: Clause, first: int, turn: Speaker | None, lead: int | None) -> Speaker:
        form = clause.form
        wanted, number = form.gender, form.number
        led_by_auxiliary = form.prefix == "" and self.layout.form(clause.cue - 1) in self.cues.auxiliaries
        if led_by_auxiliary and (before := self._before(clause.cue, first, wanted, number)):
            return before
        if clause.subject is not None:
            said = self.subjects.speaker(clause.subject, wanted, number)
            return self._settled(said, clause)
        if lead is not None and form.kind is not Kind.PAST:
            led = self._led(lead, clause, first, turn)
            if led:
                return led
        if (
            form.kind in (Kind.PAST, Kind.PRESENT)
            and form.prefix != "و"
            and (before := self._before(clause.cue, first, wanted, number))
        ):
            return before
        return self._silent(clause.cue, first, turn, wanted, number, form)

    def _settled(self, said: Speaker, clause: Clause) -> Speaker:
        assert clause.subject is not None  # noqa: S101 - by the caller
        if said.actor is None and self.subjects.points_back(clause.subject):
            return self.subjects.resolve(said, clause.subject, self.chain)
        if said.body is not None and said.actor is None and (known := self._of_body(said, said.body)):
            return known
        if said.actor is None and (known := self.subjects.repeated(clause.subject, self.chain)):
            return known
        if said.actor is None and (known := self._by_last_name(said)):
            return known
        return said

    def _of_body(self, said: Speaker, body: Actor) -> Speaker | None:
        """The latest speaker who speaks for the body that a title without a known holder belongs to."""
        period = self.document.article.published.period
        for turn in reversed(self.chain.turns):
            actor = turn.actor
            if (
                actor
                and agrees(turn, said.gender or "", 1)
                and self.world.body_of(actor.actor_id, period) == body.actor_id
            ):
                return replace(said, actor=actor, resolved_by=ResolvedBy.TITLE)
        return None

    def _who(self, phrase: Phrase, wanted: str, number: int) -> Speaker:
        """Whom a noun phrase means."""
        said = self.subjects.speaker(phrase, wanted, number)
        if said.actor is None and self.subjects.points_back(phrase):
            return self.subjects.resolve(said, phrase, self.chain)
        return said

    def _by_last_name(self, said: Speaker) -> Speaker | None:
        """An earlier speaker whose name ends in the words said now."""
        if not said.surface or len(said.surface.split()) > 2:
            return None
        for turn in reversed(self.chain.turns):
            if turn.label and (
                turn.label.endswith(" " + said.surface) or (turn.surface or "").endswith(" " + said.surface)
            ):
                return inherited(turn)
        return None

    def _led(self, lead: int, clause: Clause, first: int, turn: Speaker | None) -> Speaker | None:
        """Such as "وتابع لافروف قائلا": the subject of the cue that leads."""
        if clause.cue - lead > 14:
            return None
        for form in self.clauses.forms(lead):
            if form.kind not in (Kind.PAST, Kind.PRESENT):
                continue
            phrase = self.subjects.phrase(lead + 1, clause.cue, self.cues.venues)
            if phrase:
                said = self.subjects.speaker(phrase, form.gender, form.number)
                if said.actor is None and self.subjects.points_back(phrase):
                    said = self.subjects.resolve(said, phrase, self.chain)
                if said.actor or self._named_by(phrase):
                    return said
                continue
            if form.prefix != "و" and (before := self._before(lead, first, form.gender, form.number)):
                return before
            return self._silent(lead, first, turn, form.gender, form.number, form)
        return None

    def _named_by(self, phrase: Phrase) -> bool:
        """True where a phrase without a known actor still names somebody, rather than being an object."""
        head = self.layout.form(phrase.first)
        if head in self.cues.venues or head in self.cues.matters:
            return False
        office = _bare(head) in self.cues.persons or _bare(head) in self.cues.bodies
        return office or phrase.end - phrase.first > 1

    def _before(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
        """The subject before its verb: "الكرملين أكد", "وكان بوتين قد أكد", "إلا أن كيري اعتبر"."""
        at = cue - 1
        while at >= first and (
            self.layout.form(at) in self.cues.auxiliaries
            or self.layout.form(at) in _COMMAS
            or self.layout.form(at) in self.cues.adverbs
            or at in self.names.dated
        ):
            at -= 1
        if at < first or self.layout.form(at) in self.cues.relatives:
            return None
        opener = next(
            (i for i in range(at, max(first, at - 25) - 1, -1) if self.layout.form(i) in self.cues.openers), first - 1
        )
        start = opener + 1
        phrase = self.subjects.phrase(start, cue, frozenset())
        if phrase and (phrase.end >= at or all(self._light(i) for i in range(phrase.end, at + 1))):
            said = self.subjects.speaker(phrase, wanted, number)
            if said.actor is None and self.subjects.points_back(phrase):
                said = self.subjects.resolve(said, phrase, self.chain)
            if said.actor or _bare(self.layout.form(phrase.first)) in self.cues.persons | self.cues.bodies:
                return said
        named = self.names.at.get(at)
        if named and self.layout.form(named.first - 1) in self.cues.before_nouns:
            return None  # "وحول الأحداث في مصر، قالت": no subject
        if named and named.last == at and not named.clitic and agrees(of_named(named, "", 1), wanted, number):
            speaker = of_named(named, wanted, number)
            return speaker
        return None

    def _light(self, at: int) -> bool:
        form = self.layout.form(at)
        return form in _COMMAS or form in self.cues.auxiliaries or form in self.cues.adverbs or at in self.names.dated

    def _silent(self, cue: int, first: int, turn: Speaker | None, wanted: str, number: int, form: Form) -> Speaker:
        """The antecedent of a silent subject."""
        starts = cue == first or all(
            not self.layout.form(i).isalnum() or self.layout.form(i) in ("كما", "كذلك", "ثم") for i in range(first, cue)
        )
        relative = self.layout.form(cue - 1) in self.cues.relatives
        if relative and (named := self._antecedent(cue - 2, first, wanted, number)):
            return named
        before = self.layout.form(cue - 1)
        opened = not before.isalnum() or before in self.cues.openers or before in self.cues.contrasts
        verb = form.prefix == "" and form.kind in (Kind.PAST, Kind.PRESENT)
        noun = not before.startswith("ال") and cue - 1 not in self.names.at  # "صواريخ قال إنها": about a noun
        clause = verb and not starts and not opened and (turn is None or noun)
        if (relative or clause) and (near := self._nearest(cue, first, wanted, number)):
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

    def _antecedent(self, at: int, first: int, wanted: str, number: int) -> Speaker | None:
        """Who stands right before a relative pronoun: "الكرملين نفسه الذي كشف"."""
        while at > first and self.layout.form(at) in self.cues.same | _COMMAS:
            at -= 1
        named = self.names.at.get(at)
        if named is None or not agrees(of_named(named, "", 1), wanted, number):
            return None
        return of_named(named, wanted, number)

    def _main_subject(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
        """The subject of the verb that the sentence begins with, else the first name that agrees."""
        start = self.layout.form(first)
        if start in self.cues.aside or start.removeprefix("و") in self.cues.aside:
            return None  # the sentence begins with an adverbial: its names do nothing
        phrase = self.subjects.phrase(first + 1, cue, frozenset(), object_after=True)
        if phrase and (phrase.named or _bare(self.layout.form(phrase.first)) in self.cues.persons | self.cues.bodies):
            said = self.subjects.speaker(phrase, "", 1)
            own = said.actor and naming.gender(said.actor)
            if said.actor and (own is None or own == wanted):
                return inherited(_gendered(said, wanted))
            head = _bare(self.layout.form(phrase.first))
            if said.actor is None and head in self.cues.bodies and head.endswith("ه") == (wanted == "f"):
                return _gendered(said, wanted)
        for named in self.names.within(first, cue):
            if not named.clitic and agrees(of_named(named, "", 1), wanted, number):
                return of_named(named, wanted, number)
        return None

    def _nearest(self, cue: int, first: int, wanted: str, number: int) -> Speaker | None:
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
        persons = [n for n in self.names.all if n.person and n.last < cue]
        for one, other in zip(persons[-2::-1], persons[:0:-1], strict=False):
            if other.clitic and other.first == one.last + 1:
                return of_named(one, "m", 2)
        return None

    # -- other rules

    def _refusal(self, at: int, first: int, end: int, turn: Speaker | None) -> Found | None:
        """Such as "رفض التعليق على …": declines to comment, to disclose or to confirm."""
        form = self.cues.refusals.get(self.layout.form(at))
        if form is None or self.layout.form(at - 1) in self.cues.negators or at in self.names.at:
            return None
        phrase = None
        if form.kind in (Kind.PAST, Kind.PRESENT):
            phrase = self.subjects.phrase(at + 1, end, self.cues.refused | self.cues.denied)
        start = self.subjects.skip(phrase.end if phrase else at + 1, end)
        for index in range(start, min(end, start + 25)):
            word = self.layout.form(index)
            plain = word.lstrip("ب")
            if word in self.cues.that or word == ":":
                return None
            if word in self.cues.refused or plain in self.cues.refused:
                mode, act = Mode.REFUSAL, Act.DECLINE
            elif word in self.cues.denied:
                mode, act = Mode.INDIRECT, Act.DENY
            else:
                if self.clauses.forms(index):
                    return None
                continue
            clause = Clause(at, form, Opening.OBJECT, index, phrase)
            first_token, stop = self.contents.end(index, end, Opening.OBJECT)
            speaker = self._speaker(clause, first, turn, None)
            return Found("refusal", at, act, mode, first_token, stop, speaker, stop)
        return None

    def _issued(self, at: int, first: int, end: int, turn: Speaker | None) -> Found | None:
        """Such as "جاء في بيان للوزارة أن …": a document speaks for whoever issued it."""
        if self.layout.form(at + 1) != "في" or self.layout.form(at + 2) not in self.cues.document_nouns:
            return None
        form = Form(_SAY, Kind.PAST, "", 0, "")
        found = self.clauses._complement(at + 2, form, None, at + 3, min(end, at + 50))
        if found is None:
            return None
        opening, start = found
        owner = next((n for n in self.names.within(at + 3, start)), None)
        persons = [n for n in self.names.within(at + 3, start) if n.person]
        if persons:
            owner = persons[-1]
        if owner:
            speaker = of_named(owner, "", 1)
        else:
            last = self.chain.turns[-1] if self.chain.turns else None
            speaker = inherited(last) if last else NOBODY
        begin, stop = self.contents.end(start, end, opening)
        mode = Mode.DIRECT if opening in (Opening.QUOTE, Opening.COLON) else Mode.INDIRECT
        return Found("document", at, Act.SAY, mode, begin, stop, speaker, stop)

    def _relayed(self, at: int, end: int) -> Found | None:
        """Such as "نقلت X عن Y قوله إن …": Y's statement, whatever X is."""
        form = self.cues.relays[self.layout.form(at)]
        relayer = self.subjects.phrase(at + 1, end, frozenset({"عن"}))
        source = next(
            (i for i in range(relayer.end if relayer else at + 1, min(end, at + 20)) if self.layout.form(i) == "عن"),
            None,
        )
        if source is None:
            return None
        phrase = self.subjects.phrase(source + 1, end, frozenset())
        if phrase is None:
            return None
        cue = at
        for index in range(phrase.end, min(end, phrase.end + 25)):
            forms = self.clauses.forms(index)
            if any(f.kind is Kind.NOUN for f in forms):
                cue = index
                break
        say = Form(_SAY, Kind.PAST, "", 0, "")
        after = cue + 1 if cue != at else phrase.end
        found = self.clauses._complement(after - 1, say, None, after, min(end, after + 50))
        if found is None:
            return None
        opening, start = found
        speaker = self.subjects.speaker(phrase, "", 1)
        if speaker.actor is None:
            inner = list(phrase.named)
            head = _bare(self.layout.form(phrase.first))
            if inner and head in self.cues.document_nouns:
                speaker = of_named(inner[0], "", 1)
            elif self.subjects.points_back(phrase):
                speaker = self.subjects.resolve(speaker, phrase, self.chain)
        if cue != at:
            noun = next(f for f in self.clauses.forms(cue) if f.kind is Kind.NOUN)
            speaker = _gendered(speaker, noun.gender)
        if relayer:
            self.chain.add(self._who(relayer, form.gender, form.number))
        begin, stop = self.contents.end(start, end, opening)
        mode = Mode.DIRECT if opening in (Opening.QUOTE, Opening.COLON) else Mode.INDIRECT
        return Found("relayed", cue, Act.SAY, mode, begin, stop, speaker, stop)

    def _attributed(self, at: int, first: int, end: int, turn: Speaker | None, read_to: int) -> Found | None:
        """Such as "… بحسب الوزارة" and "وبحسب الوزارة، …"."""
        if not self.contents.attribution(at):
            return None
        for phrase in self.cues.attributions[self.layout.form(at)]:
            after = at + len(phrase.words)
            if not all(self.layout.form(at + i) == w for i, w in enumerate(phrase.words)):
                continue
            if self.layout.form(after) in self.cues.own_words:
                return None
            if phrase.verb:
                forms = [
                    f for f in self.clauses.forms(after) if f.kind in (Kind.PAST, Kind.PRESENT) and not f.verb.weak
                ]
                if not forms:
                    continue
                after += 1
            elif self.layout.form(after) == "ما":
                forms = [f for f in self.clauses.forms(after + 1) if f.kind in (Kind.PAST, Kind.PRESENT)]
                after += 2 if forms else 1
            elif self.layout.form(after) in {"قول", "تصريح", "تصريحات"}:
                after += 1
            source = self._source(after, end)
            if source is None:
                continue
            speaker, stop = source
            if phrase.words[0].endswith("كما") and (read_to > first or at - first < 4):
                continue
            if all(self._conjunction(i) for i in range(first, at)):
                return self._leading(phrase.act, at, stop, end, speaker)
            if read_to > first:
                continue
            begin, close = self._clause_before(first, at)
            apart = not self.layout.form(at - 1).isalnum()
            if close - begin < _FEW or (not apart and end - stop > _FEW):
                continue  # amid its content, which can't be had in one piece
            return Found("content + attribution", at, phrase.act, Mode.INDIRECT, begin, close, speaker, stop)
        return None

    def _conjunction(self, at: int) -> bool:
        form = self.layout.form(at)
        return not form.isalnum() or form in self.cues.conjunctions

    def _source(self, at: int, end: int) -> tuple[Speaker, int] | None:
        """The source that an attribution names, with the token after it."""
        word = self.layout.form(at)
        if word in self.cues.relatives and word.endswith("ما"):  # "وفقا لما نقلته وكالة …"
            at += 2
            while self.layout.form(at) in self.cues.resumptive or self.layout.form(at) == "في":
                at += 1
            word = self.layout.form(at)
        named = self.names.at.get(at)
        if word.startswith("ل") and (named is None or named.clitic):
            stem = word[2:] if word.startswith("لل") else word[1:]
            if named and named.clitic:
                return of_named(named, "", 1), named.last + 1
            if stem in {"بيان", "تصريحات", "تقرير"} | self.cues.source_nouns or "ال" + stem in self.cues.source_nouns:
                inner = self.names.within(at, min(end, at + 12))
                if inner and stem in self.cues.document_nouns:
                    return of_named(inner[0], "", 1), inner[0].last + 1
                stop = at + 1
                while (
                    stop < end
                    and self.layout.form(stop).isalnum()
                    and self.layout.form(stop) not in self.cues.aside
                    and stop - at < 6
                ):
                    stop += 1
                persons = [n for n in inner if n.person]
                if persons and stem in self.cues.persons:
                    return of_named(persons[0], "", 1), persons[0].last + 1
                start = self.layout.tokens[at].start + 1
                surface = self.layout.text[start : self.layout.tokens[stop - 1].end]
                return Speaker(None, surface), stop
            return None
        phrase = self.subjects.phrase(at, end, frozenset())
        if phrase is None:
            return None
        said = self.subjects.speaker(phrase, "", 1)
        if said.actor is None:
            head = _bare(self.layout.form(phrase.first))
            if head in self.cues.document_nouns and phrase.named:
                said = of_named(phrase.named[0], "", 1)
            elif self.subjects.points_back(phrase):
                said = self.subjects.resolve(said, phrase, self.chain)
        return said, phrase.end

    def _leading(self, act: Act, at: int, stop: int, end: int, speaker: Speaker) -> Found | None:
        start = stop
        while start < end and (
            self.layout.form(start) in _COMMAS
            or self.layout.form(start) in self.cues.that
            or self.layout.form(start) in {"ف", "فان", "فانه", "فانها"}
        ):
            start += 1
        if end - start < 4 or any(self.clauses.forms(i) and self.clauses.read(i, end) for i in (start, start + 1)):
            return None  # "وفقا للكرملين، هنأ بوتين …": relayed
        if start in self.layout.closes and self.layout.form(start) in _QUOTES:
            begin, close = self.contents.end(start, end, Opening.QUOTE)
            return Found("attribution + content", at, act, Mode.DIRECT, begin, close, speaker, close)
        begin, close = self.contents.end(start, end, Opening.THAT)
        return Found("attribution + content", at, act, Mode.INDIRECT, begin, close, speaker, close)

    def _clause_before(self, first: int, at: int) -> tuple[int, int]:
        begin, close = first, at
        while close > begin + 1 and not self.layout.form(close - 1).isalnum() and not self.layout.is_close(close - 1):
            close -= 1
        return begin, close

    def _after_quotation(self, at: int, forms: tuple[Form, ...], first: int, end: int, read_to: int) -> Found | None:
        """Such as "…"، قال بيسكوف: the quotation comes first."""
        before = at - 1
        while before >= 0 and self.layout.form(before) in _COMMAS | {"-", "."}:
            before -= 1
        if before < read_to or not self.layout.is_close(before):
            return None
        form = next(
            (f for f in forms if f.kind in (Kind.PAST, Kind.PRESENT) and f.verb.speech and not f.verb.weak), None
        )
        if form is None or form.prefix == "و":
            return None
        opening = self.layout.inside[before]
        if before - opening < 5:
            return None
        subject = self.subjects.phrase(at + 1, end, frozenset())
        if subject is None:
            return None
        clause = Clause(at, form, Opening.QUOTE, opening, subject)
        speaker = self._speaker(clause, first, None, None)
        return Found("quotation + verb", at, form.verb.act, Mode.DIRECT, opening + 1, before, speaker, subject.end)

    # -- the whole

    def _statement(self, found: Found) -> Statement:
        tokens, text = self.layout.tokens, self.layout.text
        start, end = tokens[found.first].start, tokens[found.end - 1].end
        cue = tokens[found.cue]
        speaker = found.speaker
        period = self.document.article.published.period
        actor = speaker.actor
        owner = actor or speaker.body
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
            speaker=actor,
            speaker_surface=speaker.surface,
            role=speaker.role,
            body_id=self.world.body_of(owner.actor_id, period) if owner else None,
            country_id=self.world.country_of(owner.actor_id, period) if owner else None,
            resolved_by=speaker.resolved_by,
            said=self.setting.said(self._clause_start(found), found.cue, aside),
            venue=self.setting.venue(found.cue, aside),
            addressee=self.setting.addressee(found.cue, aside),
            about=self._about(start, end),
        )

    def _clause_start(self, found: Found) -> int:
        """Where the sentence of a cue begins, or what was read before it ends."""
        first = next((a for a, b in self.layout.sentences if a <= found.cue < b), 0)
        return max([first, *(end for end in self.ends if end <= found.cue)])

    def _about(self, start: int, end: int) -> tuple[str, ...]:
        """The actors named in the content, in order."""
        inside = (m for m in self.document.mentions if m.field is Field.TEXT and start <= m.start and m.end <= end)
        return tuple(dict.fromkeys(m.actor.actor_id for m in inside))


def _bare(form: str) -> str:
    for head in ("وال", "ال"):
        if form.startswith(head) and len(form) > len(head) + 1:
            return form[len(head) :]
    return form


def _gendered(speaker: Speaker, wanted: str) -> Speaker:
    return replace(speaker, gender=speaker.gender or wanted or None)


_SAY = Verb(past="قال", act=Act.SAY)
