"""Who speaks: the noun phrase beside a cue, and the chain of speakers for silent and pointing subjects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from core.arabic import bare
from core.knowledge.cues import Cues, Kind
from core.model import Actor, ResolvedBy
from core.model import Kind as ActorKind
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import COMMAS, QUOTES
from core.statements.names import Named, Names, gender

_OFFICERS = 300  # names of an article among which an officer's is looked for
_TURNS = 60  # speakers that a reader remembers
_LONGEST = 25  # tokens of a noun phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens (`end` excluded) and who is named in it."""

    first: int
    end: int
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as far as it is known; `surface` is the wording beside the cue, null where the subject is silent."""

    actor: Actor | None = None
    surface: str | None = None
    role: str | None = None
    resolved_by: ResolvedBy = ResolvedBy.NONE
    gender: str | None = None
    number: int = 1
    also: Actor | None = None  # the second of two who speak together
    words: frozenset[str] = frozenset()  # by which the article may point back
    countries: frozenset[str] = frozenset()  # whose nationality was said of the speaker
    body: Actor | None = None  # the body of an officer whose name nobody knows

    @property
    def label(self) -> str | None:
        """The name to show."""
        return self.actor.label if self.actor else self.surface


NOBODY = Speaker()


@dataclass(slots=True)
class Chain:
    """Those who have spoken so far, latest last."""

    turns: list[Speaker] = field(default_factory=list)

    def add(self, speaker: Speaker) -> None:
        """Note that somebody spoke."""
        if speaker.label:
            self.turns.append(speaker)
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
    if number == 3 and speaker.actor is None and speaker.surface:
        return True  # "سكان … مشيرين": how many they are can't be seen
    return speaker.number == number or (number == 3 and speaker.number == 2)


def inherited(speaker: Speaker) -> Speaker:
    """The same speaker, unsaid this time."""
    how = ResolvedBy.INHERITED if speaker.actor else ResolvedBy.NONE
    return replace(speaker, resolved_by=how)


@dataclass(frozen=True, slots=True)
class Subjects:
    """Reads noun phrases and says who they name."""

    layout: Layout
    names: Names
    cues: Cues

    def phrase(self, first: int, limit: int, stops: frozenset[str], *, object_after: bool = False) -> Phrase | None:
        """The noun phrase that starts at `first`, after adverbs and dates; null where none does.

        `stops` are folded forms that end it besides what always does (a verb's own prepositions, its objects' heads).
        With `object_after` a name ends it, since a noun after the name may be the verb's object.
        """
        at = self.skip(first, limit)
        if at >= limit or not self._may_start(at, stops):
            return None
        end, person = at, False
        while end < min(limit, at + _LONGEST):
            named = self.names.at.get(end)
            form = self.layout.form(end)
            if form in QUOTES and end in self.layout.closes and self._quoted_name(end, at):
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
                end = self._unknown_name(end + 1, limit) or end
                break
            if not (named and named.first == end and not named.clitic) and self._stops(end, at, person, stops):
                break
            if object_after and end > at and self._bare_subject(at, end):
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
        while end > at and self.layout.form(end - 1) in COMMAS:
            end -= 1
        return Phrase(at, end, tuple(self.names.within(at, end))) if end > at else None

    def skip(self, first: int, limit: int) -> int:
        """Past adverbs, dates and commas."""
        at = first
        while at < limit:
            form = self.layout.form(at)
            if at in self.names.dated:
                at = self.names.dated[at] + 1
            elif form in self.cues.adverbs or form in COMMAS or form == "#":
                at += 1
            elif words := next((w for w in self.cues.preludes.get(form, ()) if self.layout.reads(at, w)), None):
                at += len(words)
            else:
                break
        return at

    def speaker(self, phrase: Phrase, wanted: str, number: int) -> Speaker:
        """Who the noun phrase names; with the wording alone where nobody is known by it."""
        said = self._worded(phrase, wanted, number)
        head = self.layout.form(phrase.first)
        unnamed = head in self.cues.unnamed
        persons = [n for n in phrase.named if n.person and not (unnamed and n.mention.how == "title")]
        own = [n for n in persons if not self._genitive(n, phrase) and self._joins(n) and self._leads(n, phrase)]
        if own:
            return self._named(phrase, own, said)
        body = next((n for n in phrase.named if not n.person), None)
        if body is None:
            return said
        if body.mention.how == "title":  # an office whose holder the knowledge can't tell
            return said if unnamed else self._officer(body, replace(said, body=body.actor))
        inside = clitics.head(head) in self.cues.naming_heads and body.first == phrase.first + 1
        if body.first <= phrase.first or (inside and body.actor.kind is not ActorKind.COUNTRY):
            return replace(said, actor=body.actor, resolved_by=ResolvedBy.OFFICE, surface=body.mention.surface)
        return said

    def _worded(self, phrase: Phrase, wanted: str, number: int) -> Speaker:
        """The speaker by wording alone."""
        words = frozenset(self._stems(phrase.first, self._appended(phrase)))
        return Speaker(
            surface=self.surface(phrase),
            gender=wanted or None,
            number=number or 1,
            words=words,
            countries=frozenset(self._countries(phrase.first, self._appended(phrase))),
        )

    def _countries(self, first: int, end: int) -> Iterable[str]:
        """The countries that adjectives and names between these tokens name."""
        for index in range(first, end):
            if self.layout.form(index) in self.cues.aside and index > first:
                break
            if index in self.names.countries:
                yield self.names.countries[index]
            elif (named := self.names.at.get(index)) and named.actor.kind is ActorKind.COUNTRY:
                yield named.actor.actor_id

    def _named(self, phrase: Phrase, own: list[Named], said: Speaker) -> Speaker:
        """The person that a phrase names."""
        chosen = self._chosen(own)
        also = next((n.actor for n in own if n.actor is not chosen.actor), None)
        by_name = chosen.mention.how == "name" or (chosen.mention.how == "reference" and chosen.first == phrase.first)
        joint = also is not None and said.number == 1 and self._joined(phrase)
        return replace(
            said,
            actor=chosen.actor,
            role=chosen.mention.role or self._role(phrase, chosen),
            resolved_by=ResolvedBy.NAME if by_name else ResolvedBy.TITLE,
            number=2 if joint else said.number,
            also=also,
        )

    def _officer(self, office: Named, said: Speaker) -> Speaker:
        """The person of whom the article says the same office elsewhere."""
        wanted = office.mention.office_id
        for named in self.names.all[:_OFFICERS]:
            if wanted and named.person and named.mention.office_id == wanted:
                return replace(said, actor=named.actor, role=office.mention.role, resolved_by=ResolvedBy.TITLE)
        return said

    def surface(self, phrase: Phrase) -> str:
        """The phrase as worded, up to a parenthesis, which only spells it in other letters."""
        end = next((i for i in range(phrase.first + 1, phrase.end) if self.layout.form(i) == "("), phrase.end)
        name = self._name_before_title(phrase.first, end) or self._name_after_title(phrase.first, end)
        if name:
            return self.layout.text[self.layout.tokens[name[0]].start : self.layout.tokens[name[1] - 1].end]
        commas = [i for i in range(phrase.first, end - 1) if self.layout.form(i) in COMMAS]
        first = commas[-1] + 1 if commas and self._titled(phrase.first) else phrase.first  # the name after its title
        return self.layout.text[self.layout.tokens[first].start : self.layout.tokens[end - 1].end]

    def _appended(self, phrase: Phrase) -> int:
        """The end of the phrase with the title that follows its name after a comma."""
        at = phrase.end + 1
        if self.layout.form(phrase.end) not in COMMAS or clitics.head(self.layout.form(at)) not in self.cues.persons:
            return phrase.end
        while at - phrase.end < 10 and self.layout.form(at).isalnum() and self.layout.form(at) not in self.cues.that:
            at += 1
        return at

    def _stems(self, first: int, end: int) -> Iterable[str]:
        """The words from `first` to `end`, without their articles."""
        for index in range(first, end):
            form = self.layout.form(index)
            yield clitics.stem(form)

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
        start = max((i + 1 for i in range(first, end) if i in self.names.at or i in self.names.countries), default=end)
        name = range(start, end)
        plain = all(self._plain(i) and not self.layout.form(i).startswith(clitics.ARTICLE) for i in name)
        return (start, end) if 2 <= len(name) <= 4 and plain else None

    def points_back(self, phrase: Phrase) -> bool:
        """True where the phrase names an office or a body by an article alone: "المتحدثة", "الوزارة"."""
        form = self.layout.form(phrase.first)
        same = any(self.layout.form(i) in self.cues.same for i in range(phrase.first, phrase.end))
        if form in self.cues.latter:
            return True
        return same or (clitics.definite(form) and self.office(phrase.first))

    def office(self, at: int) -> bool:
        """True where a word is the head of an office or a body: "وزير", "المتحدثة", "وكالة"."""
        head = clitics.head(self.layout.form(at))
        return head in self.cues.persons or head in self.cues.bodies

    def resolve(self, said: Speaker, phrase: Phrase, chain: Chain) -> Speaker:
        """The earlier speaker, or else the actor named before, whom a pointing phrase means; itself where none is."""
        if self.layout.form(phrase.first) in self.cues.latter:
            return self._latter(said, phrase)
        stem = clitics.head(self.layout.form(phrase.first))
        if stem in self.cues.speaking_documents and chain.turns:
            return replace(inherited(chain.turns[-1]), surface=said.surface)
        body = stem in self.cues.bodies
        wanted = said.gender or ""
        turns = [t for t in reversed(chain.turns) if agrees(t, wanted, 1) and _may_be(t, body)]
        for turn in turns:
            if self._said_of(phrase, turn):
                return _meant(turn, said)
        if known := self._named_before(phrase, stem, body):
            how = ResolvedBy.OFFICE if body else ResolvedBy.TITLE
            return replace(said, actor=known.actor, resolved_by=how)
        plain = stem in self.cues.generic and len(set(self._own_stems(phrase))) == 1
        if not body and plain:
            for turn in turns:
                if (
                    turn.actor is None
                    or not said.countries
                    or said.countries & {turn.actor.country_id, *turn.countries}
                ):
                    return _meant(turn, said)
        return said

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
            if not country and self.layout.form(index).isalnum() and self.layout.form(index) not in self.cues.same:
                yield from self._stems(index, index + 1)

    def _said_of(self, phrase: Phrase, turn: Speaker) -> bool:
        """True where all that a phrase says was said of an earlier speaker."""
        known = turn.words | (frozenset(bare(turn.actor.label).split()) if turn.actor else frozenset())
        countries = set(self._countries(phrase.first, phrase.end))
        own = {turn.actor.country_id, turn.actor.actor_id} if turn.actor else set()
        return set(self._own_stems(phrase)) <= known and countries <= turn.countries | own

    def _named_before(self, phrase: Phrase, stem: str, body: bool) -> Named | None:
        """The latest actor named before whose title or name holds all the phrase's words."""
        wanted = set(self._own_stems(phrase))
        countries = set(self._countries(phrase.first, phrase.end))
        for named in self.names.before(phrase.first):
            mention = named.mention
            if named.person == body or (named.person and not mention.role and mention.how != "title"):
                continue
            words = {clitics.head(w) for w in bare(f"{mention.role or ''} {mention.surface}").split()}
            if wanted <= words and countries <= {named.actor.country_id, named.actor.actor_id}:
                return named
        return None

    def repeated(self, phrase: Phrase, chain: Chain) -> Speaker | None:
        """The earlier speaker whose title the phrase repeats, all its words among those: "ممثل الرئيس الروسي"."""
        if len(set(self._stems(phrase.first, phrase.end))) < 2:
            return None
        for turn in reversed(chain.turns):
            if self._said_of(phrase, turn):
                return _meant(turn, self._worded(phrase, "", 1))
        return None

    def _chosen(self, own: list[Named]) -> Named:
        """Of the persons a phrase names, the one it is about: the first by name, else the first by title."""
        by_name = [n for n in own if n.mention.how == "name"]
        return (by_name or own)[0]

    def _joined(self, phrase: Phrase) -> bool:
        return any(clitics.joined(self.layout.form(i)) and i > phrase.first for i in range(phrase.first, phrase.end))

    def _role(self, phrase: Phrase, chosen: Named) -> str | None:
        """What stands before the name in its phrase."""
        if chosen.first <= phrase.first:
            return None
        text = self.layout.text[self.layout.tokens[phrase.first].start : self.layout.tokens[chosen.first].start]
        return text.strip(" ،,\u00a0") or None

    def _genitive(self, named: Named, phrase: Phrase) -> bool:
        """True where the name only says whose spokesman or lawyer speaks."""
        first = named.first
        role = named.mention.role
        if role and named.mention.how != "title":
            at = self.layout.text.rfind(role, self.layout.tokens[phrase.first].start, named.mention.start)
            while first > phrase.first and 0 <= at < self.layout.tokens[first].start:
                first -= 1
        return first > phrase.first and self.layout.form(first - 1) in self.cues.of_person

    def _quoted_name(self, at: int, first: int) -> bool:
        """True where the marks at `at` hold a name: حركة "فتح", «كيري»."""
        if self.layout.closes[at] - at > 4:
            return False
        if self.layout.closes[at] == at + 2:
            return True  # «محرز»
        if at == first:  # right after a cue: a name if the sentence goes on
            return self.layout.form(self.layout.closes[at] + 1).isalnum()
        return at + 1 in self.names.at or clitics.head(self.layout.form(at - 1)) in self.cues.bodies

    def _goes_on(self, at: int, person: bool, whole: bool) -> bool:
        """True where the phrase runs on past a name: a person's ends it, and so does one before an object."""
        form = self.layout.form(at)
        if form in COMMAS or form == "(" or form in self.cues.same:
            return True
        another = self.names.at.get(at)
        joined = clitics.joined(form)
        if person:
            return joined and (another is not None or clitics.head(clitics.without_and(form)) in self.cues.persons)
        if at in self.names.countries or (joined and another is not None):
            return True
        if another is not None and not whole:
            return True
        return not whole or (joined and clitics.head(clitics.without_and(form)) in self.cues.persons)

    def with_(self, at: int) -> bool:
        """True where a word begins with the preposition ب."""
        word = self.layout.form(at)
        if word in self.cues.that or word == clitics.WITH:
            return word.startswith(clitics.WITH)
        if not word.startswith(clitics.WITH) or len(word) < 4 or word in self.cues.not_with:
            return False
        named = self.names.at.get(at)
        return named is None or (named.clitic and named.first == at)

    def _construct(self, at: int) -> bool:
        """True where a body's head has no article, so that the next word belongs to it."""
        form = self.layout.form(at)
        return form in self.cues.bodies or form in self.cues.naming_heads

    def _bare_subject(self, first: int, at: int) -> bool:
        """True where one plain word is the subject and a definite noun after it the object: "طالبان الحكومة"."""
        head, form = self.layout.form(first), self.layout.form(at)
        if at != first + 1 or self.office(first) or first in self.names.at or head.endswith(clitics.FEMININE):
            return False
        spoken_to = self.office(at) or form.endswith(clitics.OBLIQUE_PLURAL)
        return clitics.definite(form) and spoken_to and not clitics.definite(head)

    def _unknown_name(self, first: int, limit: int) -> int:
        """The end of a name that nobody knows, set between commas after a title; 0 where there is none."""
        end = first
        if self.with_(first) or self.layout.form(first).startswith((clitics.ARTICLE, clitics.TO_THE)):
            return 0
        while end < min(limit, first + 5) and self._plain(end):
            end += 1
        return end if end - first > 1 and self.layout.form(end) in COMMAS else 0

    def _plain(self, at: int) -> bool:
        """True where a word may belong to a name."""
        form = self.layout.form(at)
        other = (
            form in self.cues.aside or form in self.cues.that or form in self.cues.adverbs or form in self.cues.matters
        )
        return form.isalpha() and not other and form not in self.cues.triggers and at not in self.names.dated

    def _titled(self, at: int) -> bool:
        """True where a phrase begins with a title or an office, so that its name may follow a comma."""
        named = self.names.at.get(at)
        return clitics.head(self.layout.form(at)) in self.cues.persons or (
            named is not None and named.mention.how == "title"
        )

    def _leads(self, named: Named, phrase: Phrase) -> bool:
        """False for a title that follows an unknown name: "إيزابيل كوشر الرئيس التنفيذي"."""
        if named.mention.how != "title" or named.first <= phrase.first:
            return True
        return clitics.head(self.layout.form(phrase.first)) in self.cues.persons

    def _joins(self, named: Named) -> bool:
        """True where nothing but و stands before a name in its word."""
        token = self.layout.tokens[named.first]
        return not named.clitic or self.layout.text[token.start : named.mention.start] in self.cues.joining

    def _apposition(self, at: int, limit: int) -> bool:
        """True where a name or a title follows the comma."""
        if at >= limit:
            return False
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
        if form in self.cues.resumptive or form in self.cues.idioms or (clitics.WITH in stops and self.with_(at)):
            return False
        if form in self.cues.bare or form in self.cues.relatives or form in self.cues.own_voice:
            return False
        if any(f.kind is not Kind.PAST for f in self.cues.forms.get(form, ())):
            return False  # "وتابع قائلا", "ومضى يقول"
        if form in QUOTES:
            return at in self.layout.closes and self._quoted_name(at, at)
        if form.startswith(clitics.TO) and form not in self.cues.bodies and form not in self.cues.persons:
            return False
        return form.isalpha()

    def _stops(self, at: int, first: int, person: bool, stops: frozenset[str]) -> bool:
        form = self.layout.form(at)
        if form in stops and form in self.cues.matters and at == first + 1 and self._construct(first):
            return False  # "وكالة الأنباء"
        if form in stops or form in self.cues.that or at in self.names.dated or form in self.cues.adverbs:
            return at > first
        if at > first and ((clitics.WITH in stops and self.with_(at)) or form in self.cues.so_that):
            return True
        if not form.isalnum():
            return form not in {"-", "/", "'", "’", "#"} or person or self._dash(at)
        if form in self.cues.relatives or form in self.cues.negators or form in self.cues.auxiliaries:
            return at > first
        if form in self.cues.aside:
            following = self.layout.form(at + 1)
            joins = form in self.cues.within_phrases and not person
            return not joins or following in self.cues.venues or at + 1 in self.names.dated or form in stops
        noun = clitics.to(form)
        if noun is not None and self._listener(at, noun, person):
            return True
        return at > first and form in self.cues.forms and at not in self.names.at and self._verb(at)

    def _listener(self, at: int, noun: str, person: bool) -> bool:
        """True where "to" marks a listener, not what a title is for: "لوكالة تاس", but "الأمين العام للأمم المتحدة"."""
        if clitics.stem(noun) in self.cues.addressee_heads or noun in self.cues.addressees:
            return True
        named = self.names.at.get(at)
        return person and (clitics.definite(noun) or (named is not None and named.clitic and named.first == at))

    def _verb(self, at: int) -> bool:
        return any(not f.verb.weak for f in self.cues.forms[self.layout.form(at)])

    def _dash(self, at: int) -> bool:
        """True where a dash opens an aside rather than joining a name."""
        token = self.layout.tokens[at]
        return self.layout.text[token.start - 1 : token.start].isspace()

    def _paren(self, at: int, limit: int) -> int:
        for index in range(at + 1, min(limit, at + 8)):
            if self.layout.form(index) == ")":
                return index
        return 0


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


def of_named(named: Named, wanted: str, number: int) -> Speaker:
    """The speaker that a mention on its own makes."""
    how = ResolvedBy.INHERITED
    words = (clitics.head(w) for w in bare(f"{named.mention.role or ''} {named.mention.surface}").split())
    return Speaker(
        named.actor, None, named.mention.role, how, wanted or gender(named.actor), number or 1, None, frozenset(words)
    )
