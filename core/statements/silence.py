"""Silence as an answer: "لم يعلق الكرملين على …", "لم يرد على طلب التعليق", "لم يصدر أي تعليق من …"."""

from __future__ import annotations

from dataclasses import dataclass

from core.knowledge.cues import Cues, Silence
from core.model import Act, Mode
from core.statements import clitics
from core.statements.antecedents import Antecedents
from core.statements.clause import Clause, Opening
from core.statements.content import Contents
from core.statements.found import Found, Rule
from core.statements.layout import Layout
from core.statements.marks import COMMAS
from core.statements.phrases import Phrases
from core.statements.referents import Referents
from core.statements.speaker import Speaker

_FAR = 20  # tokens from the verb to what was asked
_ISSUE = 5  # tokens from "لم يصدر" to "تعليق"


@dataclass(frozen=True, slots=True)
class Silences:
    """Reads who kept silent in one article."""

    layout: Layout
    cues: Cues
    phrases: Phrases
    contents: Contents
    antecedents: Antecedents
    referents: Referents

    def kept(self, at: int, first: int, end: int, turn: Speaker | None) -> Found | None:
        """The refusal whose verb stands at `at`, where a negation before it makes it one."""
        if self.layout.form(at - 1) not in self.cues.silencers:
            return None
        silence = self.cues.silences[self.layout.form(at)]
        return self._unissued(at, silence, end) if silence.issued else self._unanswered(at, silence, first, end, turn)

    def _unanswered(self, at: int, silence: Silence, first: int, end: int, turn: Speaker | None) -> Found | None:
        """Such as "لم يرد البيت الأبيض على طلب التعليق": who was asked is the verb's subject."""
        for index in range(at + 1, min(end, at + _FAR)):
            if self.layout.form(index) in COMMAS or self.layout.form(index) in self.cues.that:
                return None
            if self._about(index, silence):
                subject = self.phrases.phrase(at + 1, index, silence.prepositions | {clitics.WITH})
                clause = Clause(at - 1, silence.form, Opening.PHRASE, index, subject)
                return self._found(at, index, end, self.antecedents.speaker(clause, first, turn, None))
        return None

    def _about(self, at: int, silence: Silence) -> bool:
        """True where the words at `at` tell what was asked."""
        word, noun = self.layout.form(at), self.layout.form(at + 1)
        if word not in silence.prepositions:
            if not silence.nouns or word[:1] not in silence.prepositions:
                return False
            noun = noun if word[1:] in self.cues.pointing else word[1:]  # "بأي تعليق", "لطلبات"
        if noun in self.cues.adverbs or noun in self.cues.not_content or noun in self.cues.identity:
            return False  # "على الفور", "عن هويته"
        return not silence.nouns or clitics.stem(noun) in silence.nouns

    def _unissued(self, at: int, silence: Silence, end: int) -> Found | None:
        """Such as "لم يصدر أي تعليق من الكرملين على ذلك": who was asked stands after the comment that is missing."""
        near = range(at + 1, min(end, at + _ISSUE))
        noun = next((i for i in near if self.layout.form(i) in silence.nouns), None)
        if noun is None:
            return None
        near = range(noun + 1, min(end, noun + _ISSUE))
        link = next((i for i in near if self.layout.form(i) in silence.prepositions), None)
        phrase = self.phrases.phrase(link + 1, end, frozenset()) if link is not None else None
        if link is None or phrase is None:
            return None
        speaker = self.referents.who(phrase, "", 1)
        about = self.phrases.skip(phrase.end, end)
        if about < end and self.layout.form(about) in self.cues.aside:
            return self._found(at, about, end, speaker)
        begin = noun - 1 if self.layout.form(noun - 1) in self.cues.pointing else noun
        return Found(Rule.SILENCE, at, Act.DECLINE, Mode.REFUSAL, begin, link, speaker, phrase.end)

    def _found(self, at: int, start: int, end: int, speaker: Speaker) -> Found:
        comma = next((i for i in range(start, end) if self.layout.form(i) in COMMAS), end)
        begin, stop = self.contents.end(start, comma, Opening.PHRASE)
        return Found(Rule.SILENCE, at, Act.DECLINE, Mode.REFUSAL, begin, stop, speaker, stop)
