"""How far a content runs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from core.knowledge.cues import Attribution, Cues, Form, Kind, Object
from core.statements import clitics
from core.statements.clause import Clauses, Opening
from core.statements.layout import Layout
from core.statements.marks import COMMAS, QUOTES, TRAILING
from core.statements.names import Names

_APOSTROPHE = "'"
_CONTRASTED = 6  # tokens from "but" to the cue of whoever it brings in


@dataclass(frozen=True, slots=True)
class Contents:
    """Finds where contents end."""

    layout: Layout
    names: Names
    cues: Cues
    clauses: Clauses

    def end(self, start: int, limit: int, opening: Opening) -> tuple[int, int]:
        """The tokens of the content that starts at `start` in a sentence ending before `limit`: [first, end)."""
        if opening is Opening.QUOTE:
            return self._quoted(start, limit)
        at = start
        nominal = opening in (Opening.PHRASE, Opening.OBJECT)
        while at < limit:
            if at in self.layout.closes and at > start - 1 and self.layout.form(at) in QUOTES:
                at = max(self.layout.closes[at] + 1, at + 1)
                continue
            if at > start and (self._ends(at, start, limit) or (nominal and self._joins(at, start, limit))):
                break
            at += 1
        return start, self._trim(start, at)

    def _quoted(self, start: int, limit: int) -> tuple[int, int]:
        """Inside the marks, and on through "…"، لكن "…"."""
        close = self.layout.closes[start]
        start += self.layout.form(start + 1) == self.layout.form(start) == _APOSTROPHE  # two stand for one mark
        end = close if self.layout.is_close(close) else close + 1
        at = close + 1
        while self.layout.form(at) in COMMAS:
            at += 1
        if self.layout.form(at) in self.cues.quotation_links and (at + 1) in self.layout.closes and at < limit:
            end = self.layout.closes[at + 1]
        return start + 1, max(self._trim(start + 1, end), start + 2)

    def speech(self, stop: int, end: int) -> int:
        """Where speech without marks ends that ends its sentence at `stop`: with the last of the paragraph's next
        sentences that speak of "us" or "me" and hold no cue.
        """
        if end - stop > 1:
            return stop
        for first, limit in self.layout.sentences[bisect_left(self.layout.sentences, (end, 0)) :]:
            between = self.layout.text[self.layout.tokens[first - 1].end : self.layout.tokens[first].start]
            spoken = any(self._ours(i) for i in range(first, limit))
            if "\n" in between or not spoken or any(self.clauses.read(i, limit) for i in range(first, limit)):
                break
            stop = self._trim(first, limit)
        return stop

    def _ours(self, at: int) -> bool:
        """True where a word speaks of us or me: "نحن", "بلادنا"."""
        form = self.layout.form(at)
        ours = form.endswith(self.cues.our) and len(form) > 4 and not clitics.definite(form)
        return form in self.cues.first_persons or (ours and at not in self.names.at)

    def _trim(self, start: int, end: int) -> int:
        while end > start + 1 and self.layout.form(end - 1) in TRAILING:
            end -= 1
        return end

    def _ends(self, at: int, start: int, limit: int) -> bool:
        """True where the content stops before `at`."""
        word = self.layout.form(at)
        before = self.layout.form(at - 1)
        comma = before in COMMAS or self.layout.is_close(at - 1)
        if word in COMMAS:
            return False
        if before in COMMAS and any(self.layout.reads(at, w) for w in self.cues.stops.get(word, ())):
            return True
        if word in self.cues.attributions and self.attribution(at):
            return True
        if word in self.cues.ends:
            return True
        if comma and word in self.cues.silencers and self.layout.form(at + 1) in self.cues.silences:
            return True
        if word in self.cues.contrasts and self._cue_within(at + 1, limit, 1):
            return True
        if word in self.cues.but and self._somebody(at + 1) and self._cue_within(at + 1, limit, _CONTRASTED):
            return True
        if self._next_cue(at, limit, comma):
            return True
        if word in self.cues.stops_before_cue and self.layout.closes.get(start) == at - 2 and before in COMMAS:
            return True  # "أن «…»، حيث تم استدعاء الإسعاف": a clause quoted whole
        led = comma and any(self.layout.reads(at, w) for w in self.cues.stops_before_cue.get(word, ()))
        return led and (self.layout.form(at + 1) in self.cues.refusals or self._cue_within(at + 1, limit, 6))

    def _somebody(self, at: int) -> bool:
        """True of a source without a name, as it stands after "but": "لكن مسؤولين أوروبيين قالوا"."""
        form = self.layout.form(at)
        return {form, form.removesuffix(clitics.ACCUSATIVE)} & self.cues.unnamed != set()

    def _joins(self, at: int, start: int, limit: int) -> bool:
        """True where a verb of speech with و goes on after a content that is no clause: "ندد بالاحتلال وطالب بـ"."""
        found = self.clauses.forms(at)
        if not found or found[0].kind is not Kind.PAST or found[0].prefix != clitics.AND or found[0].whom:
            return False
        inside = any(form in self.cues.relatives or form in self.cues.that for form in self.layout.forms[start:at])
        clause = None if inside else self.clauses.read(at, limit)
        return clause is not None and clause.subject is None

    def _next_cue(self, at: int, limit: int, comma: bool) -> bool:
        """True where a cue at `at` opens a statement of its own."""
        word = self.layout.form(at)
        if comma and word in self.cues.relays:
            return True
        if comma and word in self.cues.refusals:
            return self.refuses(at, limit)
        found = self.clauses.forms(at)
        if not found:
            return False
        if any(f.kind is Kind.PARTICIPLE for f in found):
            return self.clauses.read(at, limit) is not None
        if not any(f.kind in (Kind.PAST, Kind.PRESENT) for f in found):
            return False
        if found[0].whom and not self._tells_of(found[0]):
            return False  # "أن أردوغان اتصل ببوتن، وأبلغه أن": told as well
        if found[0].prefix == clitics.AND:
            return self._coordinates(at, limit, comma)
        clause = self.clauses.read(at, limit) if comma else None
        return clause is not None and (clause.subject is not None or clause.opening in (Opening.COLON, Opening.QUOTE))

    def _tells_of(self, form: Form) -> bool:
        """True where a verb with a pronoun may be what is said next of somebody: "ووصفها بأنها", "واتهمها بـ"."""
        return form.kind is Kind.PAST and form.verb.object is not Object.NONE

    def refuses(self, at: int, limit: int) -> bool:
        """True where a refusal begins: its verb, and near it what is refused."""
        if self.layout.form(at) not in self.cues.refusals:
            return False
        near = {self.layout.form(i) for i in range(at + 1, min(limit, at + 12))}
        beside = {self.layout.form(at + 1), self.layout.form(at + 2)}
        return bool(near & self.cues.refused or beside & self.cues.denied)

    def attribution(self, at: int) -> bool:
        """True where the words at `at` begin "بحسب تعبيره" or name a source."""
        if self.layout.reads(at, self.cues.distance) and self.layout.form(at + 2) in self.cues.own_words:
            return True
        return any(
            self._names_source(at + len(phrase.words), phrase)
            for phrase in self.cues.attributions.get(self.layout.form(at), ())
            if self.layout.reads(at, phrase.words)
        )

    def _names_source(self, at: int, phrase: Attribution) -> bool:
        """True where a source, a noun of sources or a verb of speech stands at `at`, as the phrase before it needs."""
        if phrase.verb:
            return any(f.kind is not Kind.PARTICIPLE for f in self.clauses.forms(at))
        form = self.layout.form(at)
        if form in self.cues.own_words or form in self.cues.source_nouns or at in self.names.at:
            return True
        if clitics.definite(form) and clitics.head(form) in self.cues.persons:
            return True  # "وبحسب الخبير الإيراني"
        noun = clitics.to(form)
        if noun and self.layout.form(at + 1) in COMMAS and self.layout.form(at + 2) in self.cues.so_that:
            return True  # "ووفقا لتورنبول، فإن"
        return noun is not None and (noun in self.cues.source_nouns or noun in self.cues.what_was)

    def _coordinates(self, at: int, limit: int, comma: bool) -> bool:
        """True where "وأكد …" begins the next statement rather than going on with what is being told."""
        clause = self.clauses.read(at, limit)
        if clause is None:
            return False
        return comma or clause.opening in (Opening.THAT, Opening.COLON, Opening.QUOTE)

    def _cue_within(self, at: int, limit: int, near: int) -> bool:
        for index in range(at, min(limit, at + near)):
            if self.layout.form(index) in COMMAS:
                return False
            if self.refuses(index, limit) or (self.clauses.forms(index) and self.clauses.read(index, limit)):
                return True
        return False
