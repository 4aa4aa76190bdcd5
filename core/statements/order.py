"""How a sentence is laid out: where its verb stands, what only leads into it, where a clause of it begins."""

from __future__ import annotations

from dataclasses import dataclass

from core.knowledge.cues import Cues
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import COMMAS
from core.statements.names import Names
from core.statements.phrases import Phrases

_ADVERBIAL = 15  # tokens of an adverbial at a sentence's beginning
#: Tokens back in which the word that opens a clause is looked for.
CLAUSE = 25


@dataclass(frozen=True, slots=True)
class Order:
    """Finds verbs and beginnings in the sentences of one article."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases

    def light(self, at: int) -> bool:
        """True where a token may stand between a subject and its verb."""
        form = self.layout.form(at)
        return form in COMMAS or form in self.cues.auxiliaries or form in self.cues.adverbs or at in self.names.dated

    def opens(self, at: int) -> bool:
        """True where a token only opens a sentence."""
        form = self.layout.form(at)
        return not form.isalnum() or form in self.cues.conjunctions

    def clause_start(self, at: int, first: int, led: frozenset[str] = frozenset()) -> int:
        """Where the clause around `at` begins: behind the latest word that opens one, or one of `led`, else with its
        sentence.
        """
        back = range(at, max(first, at - CLAUSE) - 1, -1)
        opens = (i + 1 for i in back if self.layout.form(i) in self.cues.openers or self.layout.form(i) in led)
        return next(opens, first)

    def main_verb(self, first: int, end: int) -> int:
        """Where the verb of a sentence may stand: past "من جهته" and "هذا وقد"."""
        at = next((i for i in range(first, end) if self._stands_before(i) or not self.opens(i)), first)
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
        return verb if verb < end and self.may_be_verb(verb) and not self.phrases.with_(verb) else at

    def _prelude(self, at: int) -> int:
        """How many tokens at `at` only lead into a sentence: "من جهته،", "والخميس،"."""
        if at in self.names.dated:
            return self.names.dated[at] + 1 - at
        if self.layout.form(at) in COMMAS:
            return 1
        found = (w for w in self.cues.preludes.get(self.layout.form(at), ()) if self.layout.reads(at, w))
        return len(next(found, ()))

    def _stands_before(self, at: int) -> bool:
        """True of what has the subject, not the verb, behind it: "لكن", "أما"."""
        return self.layout.form(at) in self.cues.but

    def may_be_verb(self, at: int) -> bool:
        """False of a word whose form, or whose place in the knowledge, makes it a noun, or that has an object."""
        form = self.layout.form(at)
        if form in self.cues.auxiliaries or form in self.cues.like_definite:
            return True
        noun = clitics.definite(form) or form.endswith(clitics.NOUN_ENDS) or at in self.names.at
        return form.isalpha() and not noun and self.cues.no_verbs.isdisjoint((form, clitics.without_and(form)))
