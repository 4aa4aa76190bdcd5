"""Which body is meant by a noun for its kind: "الصحيفة" after "نيويورك تايمز", whether or not it has spoken before.

What kind of body a name is of is said by the noun before it, "مجلة «دير شبيغل»", else by the longer names that the
knowledge has for it. "القناة الإسرائيلية" is none that is known to be of another country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.arabic import bare
from core.knowledge.cues import Cues
from core.knowledge.world import World
from core.model import Actor, Kind
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import QUOTES
from core.statements.names import Named, Names
from core.statements.phrases import Phrase

_FAR = 250  # tokens back in which a body is remembered
_JOINED = (clitics.TO, clitics.WITH, clitics.AND)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Finds the bodies of one article by their kind."""

    layout: Layout
    names: Names
    cues: Cues
    world: World

    def meant(self, phrase: Phrase, spoke: Iterable[Actor | None]) -> Actor | None:
        """The body that a definite noun for a kind means, with what adjectives may follow it: the only one of the kind
        that has been named, else of several the first in `spoke`.
        """
        head = self.layout.form(phrase.first)
        word = clitics.to(head) or head  # "طبقا للصحيفة"
        kind = clitics.head(word)
        kin = self.cues.kinds_of_bodies.get(kind)
        if kin is None or not clitics.definite(word) or self._of_something(phrase):
            return None
        countries = {self.names.countries[i].actor_id for i in self._inside(phrase) if i in self.names.countries}
        bodies = [n for n in self._bodies(phrase.first) if not countries or countries & self._of(n)]
        found = self._called(bodies, frozenset((kind,)), kin) or self._called(bodies, kin, kin)
        if len(found) > 1:
            one_of_many = phrase.end - phrase.first > 1 and not countries  # "الصحيفة القاهرية"
            return None if one_of_many else next((a for a in spoke if a in found), None)
        return next(iter(found), None)

    def _called(self, bodies: Iterable[Named], kinds: frozenset[str], known: frozenset[str]) -> set[Actor]:
        """Those that the article calls so, or the knowledge where it may decide that."""
        heads = self.world.heads
        return {
            n.actor
            for n in bodies
            if self._said(n, kinds) or not (kinds & known).isdisjoint(heads.get(n.actor.actor_id, ()))
        }

    def _inside(self, phrase: Phrase) -> range:
        return range(phrase.first + 1, phrase.end)

    def _of_something(self, phrase: Phrase) -> bool:
        """True where the phrase itself says whose it is or names it: "الموقع الرسمي للجيش"."""
        forms = ((i, self.layout.form(i)) for i in self._inside(phrase))
        return any(
            clitics.to(f) is not None or ((n := self.names.at.get(i)) and n.actor.kind is not Kind.COUNTRY)
            for i, f in forms
        )

    def _bodies(self, at: int) -> Iterator[Named]:
        """The bodies named before a token, the latest first."""
        for named in self.names.before(at):
            if at - named.last > _FAR:
                return
            if named.actor.kind is Kind.ORGANISATION:
                yield named

    def _of(self, named: Named) -> set[str]:
        """The countries that a body may be of: its own, else what is said beside it."""
        if named.actor.country_id:
            return {named.actor.country_id}
        beside = (*range(named.first - 2, named.first), *range(named.last + 1, named.last + 3))
        return {self.names.countries[i].actor_id for i in beside if i in self.names.countries}

    def _said(self, named: Named, kinds: frozenset[str]) -> bool:
        """True where the article calls a body so: "صحيفة «الأهرام»", in the name or before it."""
        before = named.first - 1
        while self.layout.form(before) in QUOTES or before in self.names.countries:
            before -= 1
        words = (bare(named.mention.surface).split()[0], self.layout.form(before))
        return any(w in kinds or clitics.stem(w) in kinds or (w[:1] in _JOINED and w[1:] in kinds) for w in words)
