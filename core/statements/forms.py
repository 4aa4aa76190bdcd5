"""Which words are cues: the forms of verbs of speech that a word may be, where nothing about it speaks against that."""

from __future__ import annotations

from dataclasses import dataclass

from core.knowledge.cues import Cues, Form, Kind, Object
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.lookalikes import Lookalikes
from core.statements.marks import COLON, COMMAS, QUOTES
from core.statements.names import Names
from core.statements.phrases import Phrases

_BULLET = "-"
_DAMMA = "\u064f"
_EIGHTH = ("ا", "ت")  # how verbs of the fifth to the tenth form begin, which has no damma in its active present
_SHORT = 3  # words; a shorter quotation without a colon is a name or a scare quote


@dataclass(frozen=True, slots=True)
class Forms:
    """Called with a token, says which verbs it may be a form of."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    lookalikes: Lookalikes

    def __call__(self, at: int) -> tuple[Form, ...]:
        """The verbs that the word at `at` may be a form of, where nothing before it denies them."""
        form = self.layout.form(at)
        found = self.cues.forms.get(form)
        if not found:
            return ()
        before = self.layout.form(at - 1)
        if before in self.cues.negators and form not in self.cues.affirmed_by_negation:
            return ()
        if self.layout.word(at) in self.cues.mine:
            return ()
        if found[0].prefix == "" and found[0].kind is not Kind.NOUN and before in self.cues.before_nouns:
            return ()
        if self._of_head(at, found[0]):
            return ()  # "رئيس أبرز جمعية"
        if before in self.cues.refusals and form in self.cues.refused:
            return ()  # "رفض ذكر اسمه"
        if self._conceals(at):
            return ()  # "طالبا عدم ذكر اسمه"
        if found[0].whom and not self._pronoun(at):
            return ()
        earlier = (self.layout.form(at - 2), self.layout.form(at - 3)) if before in self.cues.auxiliaries else ()
        unreal = before in self.cues.unreal or any(form in self.cues.unreal for form in earlier)
        if unreal and found[0].kind is not Kind.PARTICIPLE:
            return ()  # "قبل أن", "إذا ما كان يشير إلى"
        if before in self.cues.that and self.layout.form(at - 2) in self.cues.undone:
            return ()
        if before in self.cues.perhaps and found[0].kind is Kind.PRESENT:
            return ()
        named = self.names.at.get(at)
        if (named and not named.clitic) or self.layout.form(at + 1) in self.cues.resumptive:
            return ()
        if found[0].kind is Kind.PARTICIPLE and not self._free(at, found[0]):
            return ()
        if self._passive(at, found[0]) or self._idle(at + 1) or self.lookalikes.holds(at, found[0]):
            return ()
        return found

    def _of_head(self, at: int, form: Form) -> bool:
        """True where a bare head of an office stands before a word, which is its genitive then."""
        before = self.layout.form(at - 1)
        office = before in self.cues.persons and before not in self.cues.unnamed and at - 1 not in self.names.at
        head = office or before in self.cues.of_several  # "أحد أبرز النجوم"
        return head and form.prefix == "" and form.kind is Kind.PAST and not clitics.definite(before)

    def _conceals(self, at: int) -> bool:
        """True where what follows a verb is the speaker's name, to be kept back."""
        if self.layout.form(at + 1) not in self.cues.concealing:
            return False
        return any(self.layout.form(i) in self.cues.identity for i in range(at + 2, at + _SHORT + 2))

    def _pronoun(self, at: int) -> bool:
        """True where a verb that seems to end in a pronoun does: "طالبه", not "طالبة", nor "ما تصفه"."""
        before = self.layout.form(at - 1)
        if self.accused_of(at):
            return True
        told = before in self.cues.relatives or (
            before in self.cues.meanwhile and self.layout.form(at - 2) not in COMMAS
        )
        return not told and not self.layout.word(at).endswith(clitics.TEH_MARBUTA)

    def accused_of(self, at: int) -> bool:
        """True of a verb of accusing in a relative clause, whose pronoun is the accused: "الذي تتهمه أنقرة بـ"."""
        accuses = any(f.verb.object is Object.ACCUSED for f in self.cues.forms[self.layout.form(at)])
        before = self.layout.form(at - 1)
        return accuses and before in self.cues.relatives and clitics.definite(before)

    def _idle(self, at: int) -> bool:
        """True where what follows a verb makes an idiom of it: "كشف النقاب", "كشف هويته"."""
        return self.layout.form(at) in self.cues.idioms or self.layout.form(at) in self.cues.identity

    def _passive(self, at: int, form: Form) -> bool:
        """True where a damma says so: "ذُكر", "يُتهم"; the active present of شدّد and أعلن has one as well."""
        if form.kind is Kind.PAST:
            return _DAMMA in self.layout.word(at)
        derived = len(form.verb.past) > 3 and not form.verb.past.startswith(_EIGHTH)
        return form.kind is Kind.PRESENT and not derived and _DAMMA in self.layout.word(at)

    def _free(self, at: int, form: Form) -> bool:
        """True where a participle is no mere adjective: it follows a pause, or a subject and never a feminine noun."""
        if not self.layout.form(at - 1) or self.layout.form(at - 1) == _BULLET:
            return self.marked(at, form)
        if self._genitive(at):
            return False
        return self._paused(at, form) or self._adverbial(at, form)

    def _paused(self, at: int, form: Form) -> bool:
        """True where a participle follows a pause or the verb it goes with, or what follows shows that it reports."""
        if form.prefix or not self.layout.form(at - 1).isalnum():
            return True
        return at - 1 in self.names.dated or self._led(at) or self.marked(at, form)

    def _adverbial(self, at: int, form: Form) -> bool:
        """True for a masculine participle after a definite noun or a name, since an adjective there has the article:
        "في الحديدة داعيا الأمم المتحدة إلى".
        """
        if (form.gender, form.number) != ("m", 1) or form.verb.object is Object.ACCUSED:
            return False
        definite = clitics.definite(self.layout.form(at - 1)) or at - 1 in self.names.at
        return definite and self.takes_noun(at, form)

    def _genitive(self, at: int) -> bool:
        """True of a verbal noun that looks like a participle, behind a bare noun: "على ضرورة مواصلة …"."""
        before = self.layout.form(at - 1)
        return before in self.cues.matters and not clitics.definite(before)

    def takes_noun(self, at: int, form: Form) -> bool:
        """True where a noun may be what a participle reports, or whom it speaks to."""
        following = self.layout.form(at + 1)
        takes = following in form.verb.prepositions or following in self.cues.matters or self.phrases.with_(at + 1)
        return takes or (form.verb.whom and self.noun_or_name(at + 1))

    def noun_or_name(self, at: int) -> bool:
        """True of a definite noun, or where a name begins or goes on."""
        return at in self.names.at or clitics.definite(self.layout.form(at))

    def marked(self, at: int, form: Form) -> bool:
        """True where what follows a participle shows that it reports: "محذرة من أن", "قائلا:"."""
        if form.verb.object is Object.ACCUSED:
            return False  # "أتراك متهمين بأنهم": the accused, not who accuses
        following, next_one = self.layout.form(at + 1), self.layout.form(at + 2)
        if following in self.cues.that or (following in form.verb.prepositions and next_one in self.cues.that):
            return True
        quoted = form.gender == "m" and following in QUOTES and at + 1 in self.layout.closes
        return form.verb.speech and (following == COLON or quoted)

    def _led(self, at: int) -> bool:
        """True where a verb of speech leads in the participle: "وتابعت الوزيرة قائلة"."""
        for index in range(at - 1, max(-1, at - 6), -1):
            form = self.layout.form(index)
            if form in self.cues.that:
                return False
            if any(f.kind in (Kind.PAST, Kind.PRESENT) for f in self.cues.forms.get(form, ())):
                return True
        return False
