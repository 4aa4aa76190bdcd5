"""Who speaks: whom a noun phrase names, or points back to among those who have spoken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from core.arabic import bare
from core.knowledge.cues import Cues
from core.knowledge.titles import TITLES
from core.model import Actor, ResolvedBy
from core.model import Kind as ActorKind
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import COMMAS, QUOTES
from core.statements.names import Named, Names, gender
from core.statements.phrases import Phrase, Phrases

_FORMER = TITLES.folded("former")
_PARENTHESIS = "("
_OFFICERS = 300  # names of an article among which an officer's is looked for
_QUOTING = 3  # turns back in which a document has been quoting somebody
_BEHIND = 7  # words between the end of a phrase and the comma before a name
_DESCRIBED = 5  # words before a name that may introduce it
_TURNS = 60  # speakers that a reader remembers


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks, as far as it is known; `surface` is how the article words that, beside the cue or where the silent
    subject's antecedent stands.
    """

    actor: Actor | None = None
    surface: str | None = None
    role: str | None = None
    resolved_by: ResolvedBy = ResolvedBy.NONE
    gender: str | None = None
    number: int = 1
    one: bool = False  # a noun of a single person or body, though nobody knows whom it means
    words: frozenset[str] = frozenset()  # by which the article may point back
    countries: frozenset[str] = frozenset()  # whose nationality was said of the speaker
    body: Actor | None = None  # the body or country of an officer whom the knowledge does not know

    @property
    def label(self) -> str | None:
        """The name to show."""
        return self.actor.label if self.actor else self.surface


NOBODY = Speaker()


@dataclass(slots=True)
class Chain:
    """Those who have spoken so far, latest last."""

    turns: list[Speaker] = field(default_factory=list)
    at: int = -1  # the cue of the latest

    def add(self, speaker: Speaker, at: int) -> None:
        """Note that somebody spoke, by the cue at token `at`."""
        if speaker.label:
            self.turns.append(speaker)
            self.at = at
            del self.turns[:-_TURNS]

    def agreeing(self, wanted: str, number: int) -> Speaker | None:
        """The latest speaker with whom a verb of that gender and number agrees."""
        for turn in reversed(self.turns):
            if agrees(turn, wanted, number):
                return turn
        return None


def agrees(speaker: Speaker, wanted: str, number: int) -> bool:
    """True where a verb of that gender and number may have this subject."""
    if number == 0 or not wanted:
        return True
    if number == 1:
        return speaker.number == 1 and (speaker.gender is None or speaker.gender == wanted)
    if number == 3 and speaker.actor is None and speaker.surface and not speaker.one:
        return True  # "المتظاهرين … مشيرين": how many they are can't be seen
    return speaker.number == number or (number == 3 and speaker.number == 2)


def inherited(speaker: Speaker) -> Speaker:
    """The same speaker, unsaid this time."""
    how = ResolvedBy.INHERITED if speaker.actor else ResolvedBy.NONE
    return replace(speaker, resolved_by=how)


@dataclass(frozen=True, slots=True)
class Subjects:
    """Says whom the noun phrases of one article name."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    bodies: dict[str, Actor] = field(default_factory=dict)  # of persons the knowledge doesn't hold, as said of them

    def speaker(self, phrase: Phrase, wanted: str, number: int) -> Speaker:
        """Who the noun phrase names; with the wording alone where nobody is known by it."""
        said = self._worded(phrase, wanted, number)
        head = self.layout.form(phrase.first)
        unnamed = head in self.cues.unnamed or head.removesuffix(clitics.ACCUSATIVE) in self.cues.unnamed
        several = said.number == 3 and number != 3  # "الزعماء …": nobody by name
        persons = [n for n in phrase.named if n.person and not several and not (unnamed and of_another(n, head))]
        own = [n for n in persons if not self._genitive(n, phrase) and self.joins(n) and self._leads(n, phrase)]
        own = [n for n in own if not any(_within(n, b) for b in phrase.named)]  # "إدارة الرئيس دونالد ترامب"
        if own:
            return self._named(phrase, own, said)
        if not several and (behind := self._behind(phrase)):
            return said_by(behind, wanted, said.number)
        if any(n.person for n in phrase.named):
            said = replace(said, surface=self.phrases.whole(phrase))  # "المتحدث باسم رئيس الوزراء، بنيامين نتنياهو"
        body = next((n for n in phrase.named if not n.person), None)
        if body is None:
            side = self.names.countries.get(phrase.first + 1) if clitics.head(head) in self.cues.sides else None
            return replace(said, actor=side, resolved_by=ResolvedBy.OFFICE) if side else said
        if body.mention.how == "title":  # an office whose holder the knowledge can't tell
            return said if unnamed else self._officer(body, replace(said, body=body.actor))
        if body.first <= phrase.first or (self._introduces(phrase, body) and body.actor.kind is not ActorKind.COUNTRY):
            return replace(said, actor=body.actor, resolved_by=ResolvedBy.OFFICE, surface=body.mention.surface)
        return said

    def _behind(self, phrase: Phrase) -> Named | None:
        """The person between commas behind what a phrase begins to say: "المبعوث الدولي لليمن، مارتن غريفيث،"."""
        head = self.layout.form(phrase.first)
        somebody = clitics.definite(head) or self.phrases.person(phrase.first)
        if not somebody or phrase.first in self.names.at:
            return None
        if clitics.head(head) in self.cues.bodies or self.phrases.number(phrase.first) != 1:
            return None
        comma = phrase.end
        while comma < phrase.end + _BEHIND and self._describes(comma):
            comma += 1
        named = self.names.at.get(comma + 1) if self.layout.form(comma) in COMMAS else None
        if named is None or named.first != comma + 1 or not named.person or named.clitic or of_another(named, head):
            return None
        if any(n.actor == named.actor for n in phrase.named):
            return None  # "المتحدث باسم الرئيس التركي، رجب طيب أردوغان"
        after = self.layout.form(named.last + 1)
        return named if after in COMMAS or after in self.cues.that else None

    def _describes(self, at: int) -> bool:
        """True of a word that may go on with what is said of somebody."""
        form, named = self.layout.form(at), self.names.at.get(at)
        verb = form in self.cues.forms or form in self.cues.that or form in self.cues.relatives
        return form.isalnum() and not verb and not (named and named.person) and at not in self.names.dated

    def _introduces(self, phrase: Phrase, body: Named) -> bool:
        """True where the phrase only says what kind of body it names: "صحيفة «واشنطن بوست»"."""
        if clitics.head(self.layout.form(phrase.first)) not in self.cues.naming_heads:
            return False
        between = range(phrase.first + 1, body.first)
        return all(
            self.layout.form(i) in QUOTES
            or (i == body.first - 1 == phrase.first + 1 and self.layout.form(i) == _PARENTHESIS)
            or self.layout.form(i) in self.cues.naming_between
            or i in self.names.countries
            for i in between
        )

    def _worded(self, phrase: Phrase, wanted: str, number: int) -> Speaker:
        """The speaker by wording alone."""
        words = frozenset(self.phrases.stems(phrase.first, self._appended(phrase)))
        head = clitics.head(self.layout.form(phrase.first))
        words |= {head.removesuffix(clitics.MASCULINE_PLURAL)}  # "المسؤول" after "مسؤولون"
        return Speaker(
            surface=self.phrases.surface(phrase),
            gender=wanted or self.phrases.gender(phrase.first),
            number=number if number > 1 else self.phrases.number(phrase.first),
            one=number <= 1 and self.phrases.person(phrase.first) and self.phrases.number(phrase.first) == 1,
            words=words,
            countries=frozenset(self._countries(phrase.first, self._appended(phrase), of_bodies=True)),
            body=self._spoken_for(phrase),
        )

    def _spoken_for(self, phrase: Phrase) -> Actor | None:
        """The body or the country that somebody is said to be of: "مصدر في الكرملين", "وزير الدفاع الكيني"."""
        if not self.phrases.person(phrase.first):
            return None
        for index in range(phrase.first, self._appended(phrase)):
            form = self.layout.form(index)
            if form in self.cues.towards or clitics.stem(form) in self.cues.subject_matters or self.phrases.near(index):
                return None
            named = self.names.at.get(index)
            if named and not named.person:
                return named.actor
            if index in self.names.countries:
                return self.names.countries[index]
        return None

    def _countries(self, first: int, end: int, *, of_bodies: bool = False) -> Iterable[str]:
        """The countries that adjectives and names between these tokens name; with `of_bodies`, also whose these are."""
        for index in range(first, end):
            if self.layout.form(index) in self.cues.aside and index > first:
                break
            if index in self.names.countries:
                yield self.names.countries[index].actor_id
            elif (named := self.names.at.get(index)) and (country := _country(named, of_bodies)):
                yield country

    def _named(self, phrase: Phrase, own: list[Named], said: Speaker) -> Speaker:
        """The person that a phrase names."""
        chosen = self._chosen(own)
        if self._another_holder(phrase, chosen, said):
            return said  # "الرئيس ثين شين" is no president named before
        two = any(n.actor is not chosen.actor for n in own)
        by_name = chosen.mention.how == "name" or (chosen.mention.how == "reference" and chosen.first == phrase.first)
        joint = two and said.number == 1 and self._joined(phrase)
        if not chosen.actor.known and said.body:
            self.bodies.setdefault(chosen.actor.actor_id, said.body)
        return replace(
            said,
            actor=chosen.actor,
            role=chosen.mention.role or self._role(phrase, chosen),
            resolved_by=ResolvedBy.NAME if by_name else ResolvedBy.TITLE,
            number=2 if joint else said.number,
        )

    def _another_holder(self, phrase: Phrase, chosen: Named, said: Speaker) -> bool:
        """True where a bare title has a name behind it that nobody knows, and so is not the holder's named before."""
        bare_title = chosen.mention.how == "title" and chosen.first == chosen.last == phrase.first
        surname = chosen.actor.label.split()[-1]
        return (
            bare_title
            and self.phrases.surface(phrase) != self.phrases.whole(phrase)
            and surname not in (said.surface or "")
        )

    def _officer(self, office: Named, said: Speaker) -> Speaker:
        """The person of whom the article says the same office elsewhere."""
        wanted = office.mention.office_id
        for named in self.names.all[:_OFFICERS]:
            if wanted and named.person and named.mention.office_id == wanted:
                return replace(said, actor=named.actor, role=office.mention.role, resolved_by=ResolvedBy.TITLE)
        return said

    def _appended(self, phrase: Phrase) -> int:
        """The end of the phrase with the title that follows its name after a comma."""
        at = phrase.end + 1
        if self.layout.form(phrase.end) not in COMMAS or clitics.head(self.layout.form(at)) not in self.cues.persons:
            return phrase.end
        while at - phrase.end < 10 and self.layout.form(at).isalnum() and self.layout.form(at) not in self.cues.that:
            at += 1
        return at

    def points_back(self, phrase: Phrase) -> bool:
        """True where the phrase names an office or a body by an article alone: "المتحدثة", "الوزارة"."""
        form = self.layout.form(phrase.first)
        same = any(self.layout.form(i) in self.cues.same for i in range(phrase.first, phrase.end))
        if form in self.cues.latter:
            return True
        return same or (clitics.definite(form) and self.phrases.office(phrase.first))

    def resolve(self, said: Speaker, phrase: Phrase, chain: Chain) -> Speaker:
        """The earlier speaker, or else the actor named before, whom a pointing phrase means; itself where none is."""
        if self.layout.form(phrase.first) in self.cues.latter:
            return self._latter(said, phrase)
        stem = clitics.head(self.layout.form(phrase.first))
        if stem in self.cues.speaking_documents and chain.turns:
            last = chain.turns[-1].actor
            earlier = chain.turns[-_QUOTING:] if last and last.kind is ActorKind.PERSON else []
            quoting = (t for t in reversed(earlier) if t.actor and self._of_document(t))
            issuers = (t for t in reversed(chain.turns) if t.actor or self._issues(t))
            issuer = next(quoting, next(issuers, chain.turns[-1]))  # not whom it quotes
            surface = issuer.surface if self._issues(issuer) else said.surface
            return replace(inherited(issuer), surface=surface, gender=said.gender)
        body = stem in self.cues.bodies
        wanted = "" if stem in self.cues.sources else said.gender or ""
        turns = [t for t in reversed(chain.turns) if _recalled(t, wanted, said.number) and _may_be(t, body)]
        if stem in self.cues.sources:
            turns = [t for t in reversed(chain.turns) if t.actor is None or t.actor.kind is not ActorKind.PERSON]
        for turn in turns:
            if self._said_of(phrase, turn):
                return _meant(turn, said)
        if known := self._named_before(phrase, stem, body):
            how = ResolvedBy.OFFICE if body else ResolvedBy.TITLE
            return replace(said, actor=known.actor, resolved_by=how)
        if not body and (described := self._described_before(phrase, stem, wanted)):
            return replace(said, actor=described.actor, resolved_by=ResolvedBy.TITLE)
        plain = stem in self.cues.generic and len(set(self._own_stems(phrase))) == 1
        if not body and plain:
            for turn in turns:
                unknown_body = turn.actor is None and turn.surface and _head(turn.surface) in self.cues.bodies
                if unknown_body and stem not in self.cues.sources:
                    continue  # "الوزير" is no army
                if (
                    turn.actor is None
                    or not said.countries
                    or said.countries & {turn.actor.country_id, *turn.countries}
                ):
                    return _meant(turn, said)
        return said

    def _issues(self, turn: Speaker) -> bool:
        """True of a body that nobody knows, which may issue documents."""
        head = _head(turn.surface or "")
        return turn.actor is None and head in self.cues.bodies and head not in self.cues.document_nouns

    def _of_document(self, turn: Speaker) -> bool:
        """True of a speaker by a document: "ونقل البيان عن فلان"."""
        return bool(turn.surface) and _head(turn.surface or "") in self.cues.speaking_documents

    def _latter(self, said: Speaker, phrase: Phrase) -> Speaker:
        """The person named last, whom "الأخير" means."""
        for named in self.names.before(phrase.first):
            if named.person and gender(named.actor) in (None, said.gender):
                return replace(said, actor=named.actor, resolved_by=ResolvedBy.TITLE)
        return said

    def _own_stems(self, phrase: Phrase) -> Iterable[str]:
        """The words of a phrase but its nationalities, its countries and "ذاته"."""
        for index in range(phrase.first, phrase.end):
            if self.layout.form(index) in self.cues.aside:
                break  # "المسؤول في الكرملين عن العقوبات"
            named = self.names.at.get(index)
            country = index in self.names.countries or (named and named.actor.kind is ActorKind.COUNTRY)
            form = self.layout.form(index)
            if not country and form.isalnum() and form not in self.cues.same and not self._of_late(form):
                yield from self.phrases.stems(index, index + 1)

    def _of_late(self, form: str) -> bool:
        """True of a word that says somebody is, or is going, out of office: "الوزير المستقيل"."""
        return form in _FORMER or form in self.cues.leaving

    def _said_of(self, phrase: Phrase, turn: Speaker) -> bool:
        """True where all that a phrase says was said of an earlier speaker."""
        head = clitics.head(self.layout.form(phrase.first))
        if turn.actor is None and turn.surface and head in self.cues.bodies and head != _head(turn.surface):
            return False  # "الشرطة" after "مصادر الشرطة"
        known = turn.words | (frozenset(bare(turn.actor.label).split()) if turn.actor else frozenset())
        countries = set(self._countries(phrase.first, phrase.end))
        own = {turn.actor.country_id, turn.actor.actor_id} if turn.actor else set()
        return set(self._own_stems(phrase)) <= known and countries <= turn.countries | own

    def titled_before(self, phrase: Phrase, said: Speaker) -> Speaker | None:
        """The person of whom the article said the title before: "رئيس مجلس الوزراء" after his name."""
        head = self.layout.form(phrase.first)
        if head in self.cues.unnamed or not self.phrases.person(phrase.first) or len(set(self._own_stems(phrase))) < 2:
            return None
        known = self._named_before(phrase, clitics.head(head), body=False)
        return replace(said, actor=known.actor, resolved_by=ResolvedBy.TITLE) if known else None

    def bearing(self, said: Speaker) -> Speaker | None:
        """Whoever the article calls, elsewhere, by exactly the name said here."""
        if not said.surface or " " not in said.surface:
            return None
        for named in self.names.all[:_OFFICERS]:
            if named.person and named.actor.label == said.surface:
                return replace(said, actor=named.actor, resolved_by=ResolvedBy.NAME)
        return None

    def _named_before(self, phrase: Phrase, stem: str, body: bool) -> Named | None:
        """The latest actor named before whose title or name holds all the phrase's words."""
        wanted = set(self._own_stems(phrase))
        countries = set(self._countries(phrase.first, phrase.end))
        for named in self.names.before(phrase.first) if wanted else ():
            mention = named.mention
            if named.person == body or (named.person and not mention.role and mention.how != "title"):
                continue
            words = {clitics.head(w) for w in bare(f"{mention.role or ''} {mention.surface}").split()}
            if wanted <= words and countries <= {named.actor.country_id, named.actor.actor_id}:
                return named
        return None

    def _described_before(self, phrase: Phrase, stem: str, wanted: str) -> Named | None:
        """The latest person named right behind the phrase's one word: "السيناتور" after "السيناتور الأمريكي كونز"."""
        if set(self._own_stems(phrase)) != {stem}:
            return None
        countries = set(self._countries(phrase.first, phrase.end))
        for named in self.names.before(phrase.first):
            if not named.person or named.mention.how == "title" or gender(named.actor) not in (None, wanted or None):
                continue
            at = self._described_by(named, stem)
            if at is not None and countries <= {named.actor.country_id, *self._countries(at, named.first)}:
                return named
        return None

    def _described_by(self, named: Named, stem: str) -> int | None:
        """Where the word stands that introduces a name, over definite words only: "السيناتور الأمريكي البارز كونز"."""
        begin = named.first if named.last > named.first else named.first - 1  # "الأمير محمد" is a name by itself
        for at in range(begin, max(named.first - _DESCRIBED, -1), -1):
            form = clitics.stem(self.layout.form(at))
            if form == stem:
                return at
            if at < named.first and not clitics.definite(self.layout.form(at)):
                return None
        return None

    def repeated(self, phrase: Phrase, chain: Chain) -> Speaker | None:
        """The earlier speaker whose title the phrase repeats, all its words among those: "ممثل الرئيس الروسي"."""
        if len(set(self.phrases.stems(phrase.first, phrase.end))) < 2:
            return None
        for turn in reversed(chain.turns):
            if self._said_of(phrase, turn) and turn.number == self.phrases.number(phrase.first):
                return _meant(turn, self._worded(phrase, "", 1))
        return None

    def _chosen(self, own: list[Named]) -> Named:
        """Of the persons a phrase names, the one it is about: the first by name, else the first by title."""
        by_name = [n for n in own if n.mention.how == "name"]
        return (by_name or own)[0]

    def _joined(self, phrase: Phrase) -> bool:
        return any(self.phrases.joined(i) for i in range(phrase.first + 1, phrase.end))

    def _role(self, phrase: Phrase, chosen: Named) -> str | None:
        """What stands before the name in its phrase."""
        if chosen.first <= phrase.first:
            return None
        text = self.layout.text[self.layout.tokens[phrase.first].start : self.layout.tokens[chosen.first].start]
        return text.strip(" ،,\u00a0" + "".join(QUOTES)) or None

    def _genitive(self, named: Named, phrase: Phrase) -> bool:
        """True where the name only says whose spokesman or lawyer speaks."""
        first = named.first
        role = named.mention.role
        if role and named.mention.how != "title":
            at = self.layout.text.rfind(role, self.layout.tokens[phrase.first].start, named.mention.start)
            while first > phrase.first and 0 <= at < self.layout.tokens[first].start:
                first -= 1
        before = self.layout.form(first - 1)
        of_person = before in self.cues.of_person or clitics.to(before) in self.cues.of_person  # "لحملة ترامب"
        earlier = self.layout.form(first - 2)
        participle = clitics.definite(earlier) and clitics.head(earlier).startswith(clitics.PARTICIPLE)
        held = before in self.cues.resumptive and participle
        of_person = of_person or held  # "ضابط في السجن المحتجز به المحمودي"
        return first > phrase.first and (of_person or self.phrases.near(first - 1))

    def _leads(self, named: Named, phrase: Phrase) -> bool:
        """False for a title that follows an unknown name: "إيزابيل كوشر الرئيس التنفيذي"."""
        if named.mention.how != "title" or named.first <= phrase.first:
            return True
        return clitics.head(self.layout.form(phrase.first)) in self.cues.persons

    def joins(self, named: Named) -> bool:
        """True where nothing but و stands before a name in its word."""
        token = self.layout.tokens[named.first]
        return not named.clitic or self.layout.text[token.start : named.mention.start] in self.cues.joining


def _within(person: Named, body: Named) -> bool:
    """True where a person's name is part of a body's."""
    return not body.person and body.first <= person.first and person.last <= body.last


def _country(named: Named, of_bodies: bool) -> str | None:
    """The country that a country's, or a body's, name says."""
    if named.actor.kind is ActorKind.COUNTRY:
        return named.actor.country_id
    return named.actor.country_id if of_bodies and not named.person else None


def _head(surface: str) -> str:
    words = bare(surface).split()
    return clitics.head(words[0]) if words else ""


def of_another(named: Named, head: str) -> bool:
    """True where a person's title is not the one that the phrase begins with: "مصدر … الرئيس مرسي"."""
    role = named.mention.role
    return named.mention.how == "title" or bool(role and clitics.head(bare(role).split()[0]) != clitics.head(head))


def _recalled(turn: Speaker, wanted: str, number: int) -> bool:
    """True where a noun of that gender and number may point back to a speaker; one of several may speak for all."""
    several = number == 1 and turn.number == 3 and turn.actor is None
    return agrees(replace(turn, number=1) if several else turn, wanted, number)


def _may_be(turn: Speaker, body: bool) -> bool:
    """True where a phrase for a body, or for a person, may mean this speaker."""
    return turn.actor is None or (turn.actor.kind is not ActorKind.PERSON) == body


def _meant(turn: Speaker, said: Speaker) -> Speaker:
    """An earlier speaker, meant by what is said here."""
    if turn.actor is None:
        return replace(turn, resolved_by=ResolvedBy.NONE)
    return replace(turn, surface=said.surface, resolved_by=_how(turn), words=turn.words | said.words)


def _how(turn: Speaker) -> ResolvedBy:
    person = turn.actor is not None and turn.actor.kind is ActorKind.PERSON
    return ResolvedBy.TITLE if person else ResolvedBy.OFFICE


def said_by(named: Named, wanted: str, number: int) -> Speaker:
    """The speaker that a mention makes which stands where a source or a subject does."""
    how = ResolvedBy.NAME if named.person else ResolvedBy.OFFICE
    return replace(of_named(named, wanted, number), resolved_by=how, surface=named.mention.surface)


def of_named(named: Named, wanted: str, number: int) -> Speaker:
    """The speaker that a mention elsewhere makes, for a subject that is silent here."""
    how = ResolvedBy.INHERITED
    words = (clitics.head(w) for w in bare(f"{named.mention.role or ''} {named.mention.surface}").split())
    own = wanted or gender(named.actor)
    mention = named.mention
    return Speaker(named.actor, mention.surface, mention.role, how, own, number or 1, words=frozenset(words))
