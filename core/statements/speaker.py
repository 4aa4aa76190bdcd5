"""Who speaks: the noun phrase beside a cue, and the chain of speakers for silent and pointing subjects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from core.arabic import bare
from core.knowledge.cues import Cues, Kind
from core.model import Actor, ResolvedBy
from core.model import Kind as ActorKind
from core.statements.layout import Layout
from core.statements.names import Named, Names, gender

_MARKS = {'"', "“", "”", "«", "»", "'"}
_COMMAS = {"،", ","}
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
            if form in _MARKS and end in self.layout.closes and self._quoted_name(end, at):
                end = self.layout.closes[end] + 1  # حركة "فتح"
                continue
            if form == "(" and (closing := self._paren(end, limit)):
                end = closing + 1
                continue
            if form in _COMMAS:
                if person or not self._apposition(end + 1, limit):
                    break
                end += 1
                continue
            if self._stops(end, at, person, stops):
                break
            if named and not (named.clitic and end == named.first and person):
                person = person or (named.person and named.mention.how != "title")
                end = named.last + 1
                if object_after and not self._goes_on(end, person or named.first == at):
                    break
                continue
            end += 1
        while end > at and self.layout.form(end - 1) in _COMMAS:
            end -= 1
        return Phrase(at, end, tuple(self.names.within(at, end))) if end > at else None

    def skip(self, first: int, limit: int) -> int:
        """Past adverbs, dates and commas."""
        at = first
        while at < limit:
            form = self.layout.form(at)
            if at in self.names.dated:
                at = self.names.dated[at] + 1
            elif form in self.cues.adverbs or form in _COMMAS or form == "#":
                at += 1
            elif (form == "من" and self.layout.form(at + 1).startswith("جانب")) or (
                form == "من" and self.layout.form(at + 1).startswith("جهت")
            ):
                at += 2
            else:
                break
        return at

    def speaker(self, phrase: Phrase, wanted: str, number: int) -> Speaker:
        """Who the noun phrase names; with the wording alone where nobody is known by it."""
        surface = self.surface(phrase)
        words = frozenset(self._stems(phrase.first, self._appended(phrase)))
        said = Speaker(None, surface, None, ResolvedBy.NONE, wanted or None, number or 1, None, words)
        persons = [n for n in phrase.named if n.person]
        own = [n for n in persons if not self._genitive(n, phrase)]
        if own:
            chosen = self._chosen(own)
            also = next((n.actor for n in own if n.actor is not chosen.actor and n.last > chosen.last), None)
            if also is None and len(own) > 1 and own[0].actor is not chosen.actor:
                also = own[0].actor
            how = ResolvedBy.NAME if chosen.mention.how == "name" else ResolvedBy.TITLE
            if chosen.mention.how == "reference" and chosen.first == phrase.first:
                how = ResolvedBy.NAME
            role = chosen.mention.role or self._role(phrase, chosen)
            number = 2 if also and number == 1 and self._joined(phrase) else (number or 1)
            return replace(said, actor=chosen.actor, role=role, resolved_by=how, number=number, also=also)
        head = _bare_head(self.layout.form(phrase.first))
        body = next((n for n in phrase.named if not n.person), None)
        if body and (
            body.first <= phrase.first
            or (
                head in self.cues.bodies
                and body.first == phrase.first + 1
                and body.mention.actor.kind is not ActorKind.COUNTRY
            )
        ):
            return replace(said, actor=body.actor, resolved_by=ResolvedBy.OFFICE, surface=body.mention.surface)
        return said

    def _appended(self, phrase: Phrase) -> int:
        """The end of the phrase with the title that follows its name after a comma."""
        at = phrase.end + 1
        if self.layout.form(phrase.end) not in _COMMAS or _bare_head(self.layout.form(at)) not in self.cues.persons:
            return phrase.end
        while at - phrase.end < 10 and self.layout.form(at).isalnum() and self.layout.form(at) not in self.cues.that:
            at += 1
        return at

    def _stems(self, first: int, end: int) -> Iterable[str]:
        """The words from `first` to `end`, without their articles."""
        for index in range(first, end):
            form = self.layout.form(index)
            yield form[1:] if form.startswith("لل") else _bare_head(form)

    def surface(self, phrase: Phrase) -> str:
        """The phrase as worded, without the و or ف that joins it."""
        start, end = self.layout.tokens[phrase.first].start, self.layout.tokens[phrase.end - 1].end
        return self.layout.text[start:end]

    def points_back(self, phrase: Phrase) -> bool:
        """True where the phrase names an office or a body by an article alone: "المتحدثة", "الوزارة"."""
        form = self.layout.form(phrase.first)
        same = any(self.layout.form(i) in self.cues.same for i in range(phrase.first, phrase.end))
        return same or (form.startswith("ال") and (form[2:] in self.cues.persons or form[2:] in self.cues.bodies))

    def resolve(self, said: Speaker, phrase: Phrase, chain: Chain) -> Speaker:
        """The earlier speaker, or else the actor named before, whom a pointing phrase means; itself where none is."""
        form = self.layout.form(phrase.first)
        stem = _bare_head(form)
        if stem in self.cues.speaking_documents and chain.turns:
            return replace(inherited(chain.turns[-1]), surface=said.surface)
        body = stem in self.cues.bodies
        wanted = said.gender or ""
        country = {n.actor.actor_id for n in phrase.named} | {n.actor.country_id for n in phrase.named}
        for turn in reversed(chain.turns):
            known = turn.actor
            if not agrees(turn, wanted, 1) or (known and (known.kind is ActorKind.PERSON) == body):
                continue
            if stem in turn.words or (known and stem in known.label.split(" ")):
                return _meant(turn, said)
        for named in reversed([n for n in self.names.all if n.last < phrase.first]):
            role = named.mention.role or (named.mention.surface if named.mention.how == "title" else "")
            if named.person != body and stem in {
                _bare_head(bare(w)) for w in (role or named.mention.surface).split()[:2]
            }:
                how = ResolvedBy.OFFICE if body else ResolvedBy.TITLE
                return replace(said, actor=named.actor, resolved_by=how)
        if not body:
            for turn in reversed(chain.turns):
                known = turn.actor
                person = known is None or known.kind is ActorKind.PERSON
                fits = not phrase.named or known is None or {known.country_id, known.actor_id} & country
                if person and fits and agrees(turn, wanted, 1):
                    return _meant(turn, said)
        return said

    def repeated(self, phrase: Phrase, chain: Chain) -> Speaker | None:
        """The earlier speaker whose title the phrase repeats, all its words among those: "ممثل الرئيس الروسي"."""
        stems = set(self._stems(phrase.first, phrase.end))
        if len(stems) < 2:
            return None
        for turn in reversed(chain.turns):
            if turn.actor and stems <= turn.words:
                return replace(turn, surface=self.surface(phrase), resolved_by=_how(turn))
        return None

    def _chosen(self, own: list[Named]) -> Named:
        """Of the persons a phrase names, the one it is about: the first by name, else the first by title."""
        by_name = [n for n in own if n.mention.how == "name"]
        return (by_name or own)[0]

    def _joined(self, phrase: Phrase) -> bool:
        return any(self.layout.form(i).startswith("و") and i > phrase.first for i in range(phrase.first, phrase.end))

    def _role(self, phrase: Phrase, chosen: Named) -> str | None:
        """What stands before the name in its phrase."""
        if chosen.first <= phrase.first:
            return None
        text = self.layout.text[self.layout.tokens[phrase.first].start : self.layout.tokens[chosen.first].start]
        return text.strip(" ،,\u00a0") or None

    def _genitive(self, named: Named, phrase: Phrase) -> bool:
        """True where the name only says whose spokesman or lawyer speaks."""
        before = named.first - 1
        role = named.mention.role
        if role and named.mention.how == "name":
            before -= len(role.split())
        return before >= phrase.first and self.layout.form(before) in self.cues.of_person

    def _quoted_name(self, at: int, first: int) -> bool:
        """True where the marks at `at` hold a name: حركة "فتح", «كيري»."""
        if self.layout.closes[at] - at > 4:
            return False
        return at + 1 in self.names.at or _bare_head(self.layout.form(at - 1)) in self.cues.bodies

    def _goes_on(self, at: int, named: bool) -> bool:
        """True where the phrase runs on past a name, though an object may follow."""
        form = self.layout.form(at)
        another = self.names.at.get(at)
        if another or form in _COMMAS or form == "(" or form in self.cues.same:
            return True
        return not named or (form.startswith("و") and _bare_head(form[1:]) in self.cues.persons)

    def _apposition(self, at: int, limit: int) -> bool:
        """True where a name or a title follows the comma."""
        if at >= limit:
            return False
        named = self.names.at.get(at)
        if named and named.person and named.first == at and not named.clitic:
            return True
        return self.layout.form(at) in self.cues.persons or _bare_head(self.layout.form(at)) in self.cues.persons

    def _may_start(self, at: int, stops: frozenset[str]) -> bool:
        form = self.layout.form(at)
        named = self.names.at.get(at)
        if named and named.first == at:
            return not named.clitic or form.startswith("ال")
        if form in stops or form in self.cues.that or form in self.cues.aside or form in self.cues.negators:
            return False
        if form in self.cues.bare or form in self.cues.relatives or form in self.cues.own_voice:
            return False
        if any(f.kind is not Kind.PAST and not f.verb.weak for f in self.cues.forms.get(form, ())):
            return False  # "وتابع قائلا", "ومضى يقول"
        if form in _MARKS:
            inner = self.names.at.get(at + 1)
            return at in self.layout.closes and self.layout.closes[at] - at <= 4 and inner is not None
        return form.isalpha() and not form.startswith("لل") and form not in self.cues.addressees

    def _stops(self, at: int, first: int, person: bool, stops: frozenset[str]) -> bool:
        form = self.layout.form(at)
        if form in stops or form in self.cues.that or at in self.names.dated or form in self.cues.adverbs:
            return at > first
        if not form.isalnum():
            return form not in {"-", "/", "'", "’", "#"} or person or self._dash(at)
        if form in self.cues.relatives or form in self.cues.negators or form in self.cues.auxiliaries:
            return at > first
        if form in self.cues.aside:
            following = self.layout.form(at + 1)
            joins = form in {"في", "لدي", "من", "عن", "علي"} and not person
            return not joins or following in self.cues.venues or at + 1 in self.names.dated or form in stops
        if form.startswith("لل") or (
            form.startswith("ل") and (n := self.names.at.get(at)) and n.clitic and n.first == at
        ):
            rest = form[2:] if form.startswith("لل") else form[1:]
            return person or rest in self.cues.addressee_heads or "ال" + rest in self.cues.addressees
        if form.startswith("ل") and form[1:] in self.cues.addressee_heads:
            return True
        return at > first and form in self.cues.forms and at not in self.names.at and self._verb(at)

    def _verb(self, at: int) -> bool:
        return any(f.kind is not Kind.NOUN and not f.verb.weak for f in self.cues.forms[self.layout.form(at)])

    def _dash(self, at: int) -> bool:
        """True where a dash opens an aside rather than joining a name."""
        token = self.layout.tokens[at]
        return self.layout.text[token.start - 1 : token.start].isspace()

    def _paren(self, at: int, limit: int) -> int:
        for index in range(at + 1, min(limit, at + 8)):
            if self.layout.form(index) == ")":
                return index
        return 0


def _meant(turn: Speaker, said: Speaker) -> Speaker:
    """An earlier speaker, meant by what is said here."""
    if turn.actor is None:
        return replace(turn, resolved_by=ResolvedBy.NONE)
    return replace(turn, surface=said.surface, resolved_by=_how(turn), words=turn.words | said.words)


def _how(turn: Speaker) -> ResolvedBy:
    person = turn.actor is not None and turn.actor.kind is ActorKind.PERSON
    return ResolvedBy.TITLE if person else ResolvedBy.OFFICE


def _bare_head(form: str) -> str:
    for head in ("وال", "ال"):
        if form.startswith(head) and len(form) > len(head) + 1:
            return form[len(head) :]
    return form


def of_named(named: Named, wanted: str, number: int) -> Speaker:
    """The speaker that a mention on its own makes."""
    how = ResolvedBy.INHERITED
    words = (_bare_head(w) for w in bare(f"{named.mention.role or ''} {named.mention.surface}").split())
    return Speaker(
        named.actor, None, named.mention.role, how, wanted or gender(named.actor), number or 1, None, frozenset(words)
    )
