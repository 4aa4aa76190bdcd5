"""Words that look like a cue and report nothing: adjectives, predicates, what a thing shows, what somebody plans."""

from __future__ import annotations

from dataclasses import dataclass

from core.knowledge.cues import Cues, Form, Kind
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import COMMAS
from core.statements.names import Names

_MEANT = 8  # words between "تعتزم" and what is meant
_SHORT = 3  # letters; no plural has so few
_ADJECTIVES = 2  # of what a relative clause is about


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """Tells the forms of verbs of speech that are none where they stand."""

    layout: Layout
    names: Names
    cues: Cues

    def holds(self, at: int, form: Form) -> bool:
        """True where the word at `at`, which may be `form`, reports nothing."""
        if any(self.layout.reads(at + 1, words) for words in self.cues.of_age):
            return True  # "يبلغ من العمر"
        return self._adjective(at, form) or self.takes(at, form)

    def takes(self, at: int, form: Form) -> bool:
        """True where it reports nothing and has a complement even so, which is no other cue's either."""
        if form.kind is Kind.PARTICIPLE:
            return self._predicate(at, form)
        return form.kind is not Kind.NOUN and (self._shown(at, form) or self._meant(at, form))

    def _predicate(self, at: int, form: Form) -> bool:
        """Such as "يبدو مؤكدا أن": what is certain, to nobody in particular."""
        seems = self.layout.form(at - 1) in self.cues.seeming and form.gender == "m" and form.number == 1
        return seems and self.layout.form(at + 1) in self.cues.that

    def _adjective(self, at: int, form: Form) -> bool:
        """Such as "ناشطين معارضين": it agrees with the indefinite noun before it."""
        noun, word = self.layout.form(at - 1), self.layout.form(at)
        plural = (
            form.kind is Kind.PARTICIPLE
            and form.number == 3
            and not form.prefix
            and word[-2:] == noun[-2:]
            and len(noun) > _SHORT
        )
        return plural and not clitics.definite(noun) and at - 1 not in self.names.at

    def _shown(self, at: int, form: Form) -> bool:
        """Such as "بما (قد) يشير إلى أن", "النتائج التي تؤكد أن": a thing shows it."""
        relative = at - 1 - (self.layout.form(at - 1) in self.cues.perhaps)
        word, behind = clitics.without_and(self.layout.form(relative)), self.layout.form(at + 1)
        if behind not in self.cues.that and behind not in form.verb.prepositions:
            return False  # "الخطوة التي تقول موسكو إنها"
        if word in self.cues.resulting:
            paused = word not in self.cues.whatever or self.layout.form(relative - 1) in COMMAS
            return paused and form.kind is Kind.PRESENT
        return word in self.cues.relatives and clitics.definite(word) and self._thing(relative - 1)

    def _thing(self, last: int) -> bool:
        """True where the definite noun phrase that ends at `last` is a thing: "النتائج الأولية"."""
        for at in range(last, last - _ADJECTIVES - 1, -1):
            if not clitics.definite(self.layout.form(at)):
                return False
            if clitics.head(self.layout.form(at)) in self.cues.things:
                return True
        return False

    def _meant(self, at: int, form: Form) -> bool:
        """Such as "تعتزم فرنسا حث الاتحاد على": a verbal noun, what somebody means to do."""
        noun = form.kind is Kind.PAST and not form.prefix and form.gender == "m" and form.number == 1
        if not noun or not (form.verb.whom or form.verb.ends):
            return False
        for index in range(at - 1, max(-1, at - _MEANT), -1):
            word = self.layout.form(index)
            if not word.isalnum() or word in self.cues.relatives or word in self.cues.that:
                return False
            if clitics.without_and(word) in self.cues.intending:
                return index < at - 1
        return False
