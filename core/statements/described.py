"""Who is meant by a description: the person of whom the article has said the most that it repeats.

"القيادي الحوثي", "المبعوث الأممي", "المحافظ" say what somebody is, in words that need not be those of the title beside
the name. Everybody named before is weighed by what the article has said of them right beside their names, by their
country, by whether they were speaking, and by how near they are; the one who outweighs all others by far is meant, or
nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from core.arabic import bare
from core.knowledge.cues import Cues
from core.knowledge.world import World
from core.model import Actor, Kind, Period
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import COMMAS
from core.statements.names import Named, Names, gender
from core.statements.phrases import Phrase, Phrases

_BEFORE = 9  # words before a name that may say who it is
_AFTER = 14  # … and behind it
_FAR = 400  # tokens back in which a description means somebody

#: What tells for somebody, and against.
_SAME_HEAD, _KIN, _WORD, _COUNTRY, _BODY, _SPEAKS, _SPOKE, _NEAR = 3.0, 1.5, 1.0, 1.5, 2.0, 1.5, 0.5, 0.5
_GOES_ON, _ADDS = 1.5, 3.0
_UNSAID, _UNSAID_EPITHET, _ABROAD = -1.5, -0.5, -5.0
_UNSAID_OF_SAME = -0.25  # of whom the very noun was said
#: How much of it is enough, and by how much the first must outweigh the second.
_ENOUGH, _APART = 3.0, 1.0


class Description(msgspec.Struct, frozen=True):
    """What a noun phrase says of somebody."""

    head: str
    epithets: frozenset[str]  # adjectives
    nouns: frozenset[str]
    countries: frozenset[str]
    bodies: frozenset[str]
    gender: str | None
    definite: bool  # by its article
    office: bool  # a title that the knowledge has


class Turn(msgspec.Struct, frozen=True):
    """Who has spoken before a description, the latest last; whether that was in this sentence or the one before, and
    whether what is told now is added to it.
    """

    spoke: tuple[Actor | None, ...]
    near: bool = False
    adds: bool = False


class Profile(msgspec.Struct):
    """What the article has said of somebody so far."""

    actor: Actor
    near: int  # the token where they were named last
    words: set[str] = msgspec.field(default_factory=set)
    countries: set[str] = msgspec.field(default_factory=set)
    bodies: set[str] = msgspec.field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Weighs the persons of one article."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    world: World
    period: Period
    said: dict[int, tuple[frozenset[str], range]] = field(default_factory=dict)  # a name's first token -> beside it

    def meant(self, phrase: Phrase, wanted: str | None, turn: Turn) -> Actor | None:
        """The person meant by a phrase of that gender."""
        description = self._description(phrase, wanted)
        if description is None:
            return None
        weighed = sorted(
            ((self.weight(description, p, phrase.first, turn), p.near, p.actor) for p in self._profiles(phrase.first)),
            key=lambda found: found[:2],
            reverse=True,
        )
        if not weighed or weighed[0][0] < _ENOUGH:
            return None
        if len(weighed) > 1 and weighed[0][0] - weighed[1][0] < _APART:
            return None
        return weighed[0][2]

    def weight(self, said: Description, profile: Profile, at: int, turn: Turn) -> float:
        """How well a description at token `at` fits somebody; 0 where it can't mean them."""
        own = gender(profile.actor)
        if own and said.gender and own != said.gender:
            return 0.0
        speaks = bool(turn.spoke) and turn.spoke[-1] == profile.actor
        weight = _NEAR * (1 - (at - profile.near) / _FAR)
        weight += _SPEAKS if speaks else _SPOKE if profile.actor in turn.spoke else 0.0
        if said.countries and profile.countries:
            weight += _COUNTRY if said.countries & profile.countries else _ABROAD
        if speaks and turn.adds:
            return weight + _ADDS  # "وأضاف رئيس البلدية السابق": whatever else was said of him
        if said.head in profile.words:
            weight += _SAME_HEAD
        elif not profile.words.isdisjoint(self.cues.kin.get(said.head, ())):
            weight += _KIN
        elif speaks and turn.near and self._goes_on_about(said, profile):
            return weight + _GOES_ON  # "وأكد الباحث"
        else:
            return 0.0
        unsaid = _UNSAID_OF_SAME if said.head in profile.words else _UNSAID_EPITHET
        weight += sum(_WORD if w in profile.words else unsaid for w in said.epithets)
        weight += sum(_WORD if w in profile.words else _UNSAID for w in said.nouns)
        if said.bodies:
            weight += _BODY if said.bodies & profile.bodies else _UNSAID
        return weight

    def _goes_on_about(self, said: Description, profile: Profile) -> bool:
        """True of a description, and no office, that may go on about whoever speaks."""
        elsewhere = said.countries and not said.countries & profile.countries
        office = said.office or not said.epithets.isdisjoint(self.cues.of_offices)
        return said.definite and said.head in self.cues.kin and not office and not elsewhere

    def _description(self, phrase: Phrase, wanted: str | None) -> Description | None:
        """What a phrase says, if it points at one person."""
        head = self.layout.form(phrase.first)
        stem = clitics.head(head)
        person = self.phrases.person(phrase.first) or stem in self.cues.kin
        if not person or stem in self.cues.sources | self.cues.bodies or self.phrases.number(phrase.first) != 1:
            return None
        if wanted and self.phrases.gender(phrase.first) not in (None, wanted):
            return None  # "وطالبت رئيس الاتحاد": no subject
        definite = clitics.definite(head)
        if not definite and (head in self.cues.unnamed or phrase.end - phrase.first < 2):
            return None
        epithets, nouns, countries, bodies = set[str](), set[str](), set[str](), set[str]()
        for at in range(phrase.first + 1, phrase.end):
            form = self.layout.form(at)
            within = self.names.at.get(at) if self.phrases.with_(at) else None
            if within and not within.person:
                bodies.add(within.actor.actor_id)  # "القيادي بجبهة الإنقاذ"
            if within or self._leaves(at):
                break
            if at in self.names.countries:
                countries.add(self.names.countries[at].actor_id)
            elif named := self.names.at.get(at):
                if named.person:
                    return None
                (countries if named.actor.kind is Kind.COUNTRY else bodies).add(named.actor.actor_id)
            elif clitics.head(form) in self.cues.belonging:
                bodies.add(self.cues.belonging[clitics.head(form)])
            elif definite and not clitics.definite(form) and form.isalnum() and form not in self.cues.in_subjects:
                return None  # "السفير بامخرمة": a name
            elif form.isalnum() and form not in self.cues.same:
                (epithets if definite and clitics.definite(form) else nouns).add(clitics.stem(form))
        pointing = definite or countries or bodies or any(clitics.definite(self.layout.form(i)) for i in _inner(phrase))
        if not pointing:
            return None
        named = self.names.at.get(phrase.first)
        return Description(
            self.cues.spellings_of_titles.get(stem, stem),
            frozenset(epithets),
            frozenset(nouns),
            frozenset(countries),
            frozenset(bodies),
            wanted or None,
            definite,
            named is not None and named.mention.how == "title",
        )

    def _leaves(self, at: int) -> bool:
        """True where what stands at a token is no more than where or for what somebody is that."""
        form = self.layout.form(at)
        if form in self.cues.aside or form in COMMAS or form in self.cues.relatives:
            return True
        if at in self.names.at:
            return False
        noun = form.removeprefix(clitics.WITH) if self.phrases.with_(at) else clitics.to(form)
        after = self.layout.form(at + 1)  # a genitive, which a name has not: "لإقليم كردستان"
        construct = clitics.to(form) is not None and after.isalnum() and after not in self.cues.that
        return noun is not None and (construct or clitics.definite(noun) or noun in self.cues.bodies)

    def _profiles(self, at: int) -> Iterable[Profile]:
        """The persons named before a token."""
        found: dict[str, Profile] = {}
        for named in self.names.before(at):
            if at - named.last > _FAR:
                break
            if not named.person:
                continue
            profile = found.get(named.actor.actor_id)
            if profile is None:
                profile = found[named.actor.actor_id] = self._known(named.actor, named.last)
            words, beside = self._beside(named)
            profile.words |= words
            for index in beside:
                if index in self.names.countries:
                    profile.countries.add(self.names.countries[index].actor_id)
                elif (other := self.names.at.get(index)) and not other.person:
                    profile.bodies.add(other.actor.actor_id)
                    profile.countries.update(filter(None, (_country(other.actor),)))
        return found.values()

    def _known(self, actor: Actor, near: int) -> Profile:
        """What the knowledge says of somebody: their country, and the offices they may have held then."""
        profile = Profile(actor, near, countries=set(filter(None, (actor.country_id,))))
        for term in self.world.terms_of(actor.actor_id):
            if term.period.overlaps(self.period):
                office = self.world.office(term.office_id)
                profile.words.update(clitics.stem(form) for form in bare(office.label).split())
                profile.bodies.update(filter(None, (office.body_id,)))
        return profile

    def _beside(self, named: Named) -> tuple[frozenset[str], range]:
        """The words that say beside a name who that is, and where they stand."""
        if named.first not in self.said:
            first, end = self._from(named), self._to(named)
            own = (self.layout.form(i) for i in (*range(first, named.first), *range(named.last + 1, end)))
            role = bare(named.mention.role or "").split()
            words = frozenset(self._word(form) for form in (*role, *own) if form.isalnum())
            self.said[named.first] = words, range(first, end)
        return self.said[named.first]

    def _word(self, form: str) -> str:
        """A word without its article, and without the "and" that joins another title."""
        after = clitics.without_and(form)
        word = after if after in self.cues.persons else clitics.stem(form)
        return self.cues.spellings_of_titles.get(word, word)

    def _from(self, named: Named) -> int:
        """Where the words before a name begin that say who it is."""
        at = named.first - (self.layout.form(named.first - 1) in COMMAS)
        first = at
        for index in range(at - 1, max(-1, at - _BEFORE - 1), -1):
            form = self.layout.form(index)
            other = self.names.at.get(index)
            if (
                not form.isalnum()
                or form in self.cues.that
                or form in self.cues.before_nouns
                or (other and other.person)
            ):
                break
            if form in self.cues.of_person:
                break  # "المتحدث باسم رئيس كوريا الجنوبية، مون": he is another
            if form in self.cues.forms and not clitics.definite(form) and form not in self.cues.persons:
                break
            if self.phrases.person(index) or clitics.stem(form) in self.cues.kin:
                first = index
        return first if first < at else named.first

    def _to(self, named: Named) -> int:
        """The end of the words behind a name that say who it is."""
        at = named.last + 1
        at += self.layout.form(at) in COMMAS
        form = self.layout.form(at)
        if not (clitics.head(form) in self.cues.persons or clitics.head(form) in self.cues.kin) or at in self.names.at:
            return named.last + 1
        end = at + 1
        while end < at + _AFTER and self._goes_on(end):
            end += 1
        return end

    def _goes_on(self, at: int) -> bool:
        form = self.layout.form(at)
        named = self.names.at.get(at)
        plain = form.isalnum() and form not in self.cues.that and form not in self.cues.forms
        return plain and not (named and named.person) and at not in self.names.dated


def _country(actor: Actor) -> str | None:
    """A country, or a body's."""
    return actor.actor_id if actor.kind is Kind.COUNTRY else actor.country_id


def _inner(phrase: Phrase) -> Iterator[int]:
    return iter(range(phrase.first + 1, phrase.end))
