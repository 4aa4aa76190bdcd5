"""How far a content runs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from core.knowledge.cues import Attribution, Cues, Form, Kind, Object
from core.statements import clitics
from core.statements.clause import DASHES, Clauses, Opening
from core.statements.layout import Layout
from core.statements.marks import COMMAS, QUOTES, SEMICOLONS, TRAILING
from core.statements.names import Names

_APOSTROPHE = "'"
_RELAYED = 12  # tokens from a verb that relays to the link before whom it relays
_CONTRASTED = 6  # tokens from "but" to the cue of whoever it brings in
_LED = 6  # tokens from what leads in another's clause to its cue
_DETAILS = 6  # tokens from "without" to the details it lacks
_ASIDE = 10  # tokens of a source between dashes


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
        while end > start + 1 and self._trails(end - 1):
            end -= 1
        return end

    def _trails(self, at: int) -> bool:
        """True of punctuation, of an "and" or "and that" of which nothing came, and of a mark that closes nothing."""
        form = self.layout.form(at)
        closing = form in QUOTES and form != _APOSTROPHE and self.layout.inside[at] < 0
        return form in TRAILING or form in self.cues.dangling or closing

    def _ends(self, at: int, start: int, limit: int) -> bool:
        """True where the content stops before `at`."""
        word = self.layout.form(at)
        if word not in self.cues.enders and self.layout.form(at + 1) not in self.cues.thereby:
            return False
        before = self.layout.form(at - 1)
        comma = self._paused(at)
        if self._glosses(at, comma) or word in self.cues.ends:
            return True
        if word in self.cues.attributions and self.attribution(at) and not self._aside(at, limit):
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
        return comma and any(
            self._cue_within(at + 1, limit, _LED) or self._refused_after(at, words)
            for words in self.cues.stops_before_cue.get(word, ())
            if self.layout.reads(at, words)
        )

    def _refused_after(self, at: int, words: tuple[str, ...]) -> bool:
        """True where somebody else refuses: "فيما رفض نواب …", but "لكنه رفض استكمال علاجه" goes on."""
        return self.layout.form(at + 1) in self.cues.refusals and not words[-1].endswith(clitics.NOUN_ENDS)

    def _paused(self, at: int) -> bool:
        """True behind a comma, a semicolon, two dots or a quotation."""
        before = self.layout.form(at - 1)
        dots = before == self.layout.form(at - 2) == "."
        return before in COMMAS or before in SEMICOLONS or dots or self.layout.is_close(at - 1)

    def _glosses(self, at: int, comma: bool) -> bool:
        """True where the outlet speaks again at `at`, of what was said or left unsaid."""
        word = self.layout.form(at)
        if comma and any(self.layout.reads(at, words) for words in self.cues.stops.get(word, ())):
            return True
        if any(self.layout.reads(at, words) for words in self.cues.stops_anywhere.get(word, ())):
            return True
        if comma and self.layout.form(at + 1) in self.cues.thereby and word.endswith(clitics.ACCUSATIVE):
            return True  # "، مخالفا بذلك تصريحات سابقة"
        lacking = (at + len(words) for words in self.cues.without.get(word, ()) if self.layout.reads(at, words))
        return (comma and self._taken_up(at)) or any(self._withheld(after) for after in lacking)

    def _taken_up(self, at: int) -> bool:
        """True where somebody's answer to what was said follows it: "، وهو ما نفته موسكو", "، ما أشار إليه الوزير"."""
        for words in self.cues.taken_up.get(self.layout.form(at), ()):
            verb, following = self.layout.form(at + len(words)), self.layout.form(at + len(words) + 1)
            if self.layout.reads(at, words):
                forms = (verb,) if following in self.cues.resumptive else clitics.without_object(verb)
                return any(self._verb(form) for form in forms)
        return False

    def _verb(self, form: str) -> bool:
        found = self.cues.forms.get(form, ())
        return form in self.cues.refusals or any(f.kind in (Kind.PAST, Kind.PRESENT) for f in found)

    def _withheld(self, at: int) -> bool:
        """True where "without" tells what was left unsaid: "دون أن يحدد موعدا", "من دون مزيد من التفاصيل"."""
        at += self.layout.form(at) in self.cues.that
        near = self.layout.forms[at : at + _DETAILS]
        return near[0] in self.cues.withheld or any(form in self.cues.details for form in near)

    def _aside(self, at: int, limit: int) -> bool:
        """True where dashes set off what begins at `at`, so that the content goes on behind them."""
        dash = self.layout.form(at - 1)
        closing = next((i for i in range(at, min(limit, at + _ASIDE)) if self.layout.form(i) == dash), None)
        return dash in DASHES and closing is not None and self.layout.form(closing + 1).isalnum()

    def _somebody(self, at: int) -> bool:
        """True of a source without a name, as it stands after "but": "لكن مسؤولين أوروبيين قالوا"."""
        form = self.layout.form(at)
        return {form, form.removesuffix(clitics.ACCUSATIVE)} & self.cues.unnamed != set()

    def _joins(self, at: int, start: int, limit: int) -> bool:
        """True where a verb of speech goes on after a content that is no clause, "ندد بالاحتلال وطالب بـ", be it of
        what was named, "كشف عن أسلحة، قال إنها إيرانية"; or where the words follow in which the content was said.
        """
        paused, within = self._paused(at), self.layout.forms[start:at]
        if any(form in self.cues.that for form in within):
            return False
        if self._leaves(at, paused):
            return True
        if any(form in self.cues.relatives for form in within):
            return False
        if self._adds(at) or (self._issued_in(at, limit) and not any(self._speaks(i) for i in range(start, at))):
            return True
        found = self.clauses.forms(at)
        if not found:
            refuses = paused and self.layout.form(at) in self.cues.refusals
            return clitics.joined(self.layout.form(at)) and (refuses or self._judges(at))
        if found[0].kind is Kind.NOUN and found[0].prefix == clitics.WITH:  # "سخر من العرض بالقول: …"
            clause = self.clauses.read(at, limit)
            return clause is not None and clause.opening in (Opening.COLON, Opening.QUOTE)
        if found[0].kind is not Kind.PAST or found[0].prefix != clitics.AND or (found[0].whom and not paused):
            return False
        if paused and not found[0].verb.weak and clitics.without_and(self.layout.form(at)) not in self.cues.aside:
            return True
        clause = self.clauses.read(at, limit)
        return clause is not None and clause.subject is None

    def _leaves(self, at: int, paused: bool) -> bool:
        """True where another sentence begins behind what was named: after two dots, "، فيما بلغت", "، وفي هذا الصدد"; a
        verb of the present, "بينما تسعى", "فيما يتعلق بـ", goes on.
        """
        word = self.layout.form(at)
        apart = paused or (word in self.cues.contrasts and word not in self.cues.openers)  # "لكنه"
        beyond = self.cues.beyond_nouns.get(word, ()) if apart else ()
        begun = (at + len(words) for words in beyond if self.layout.reads(at, words))
        dots = paused and self.layout.form(at - 1) == "."
        return dots or any(not self.layout.form(after).startswith(clitics.PRESENT) for after in begun)

    def _judges(self, at: int) -> bool:
        """True of a verb of speech with "and" and a pronoun for what was named: "واعتبرتها", "ويعتبرها"."""
        if self.layout.word(at).endswith(clitics.TEH_MARBUTA):
            return False  # "وحملة", a noun
        found = (f for stem in clitics.without_object(self.layout.form(at)) for f in self.cues.forms.get(stem, ()))
        judging = (f for f in found if f.prefix == clitics.AND and f.verb.object is not Object.NONE)
        return any(f.kind in (Kind.PAST, Kind.PRESENT) and not f.verb.weak for f in judging)

    def _adds(self, at: int) -> bool:
        """True of "، قال إنها", whose subject is silent and whose "and" is missing."""
        found = self.clauses.forms(at)
        past = bool(found) and found[0].kind is Kind.PAST and found[0].prefix == "" and not found[0].whom
        return past and self.layout.form(at - 1) in COMMAS and self.layout.form(at + 1) in self.cues.that

    def _issued_in(self, at: int, limit: int) -> bool:
        """True where the words at `at` tell in what a content was published that ends there: "القانون في بيان"."""
        if self.layout.form(at) not in self.cues.light_asides or self.layout.form(at + 1) not in self.cues.issued_in:
            return False
        comma = next((i for i in range(at, limit) if self.layout.form(i) in COMMAS), limit)
        told = self.layout.form(comma + 1) in self.cues.that  # "نفت، في تصريحات لها، أنها"
        return not (told or any(self.clauses.phrases.with_(i) for i in range(at + 2, comma)))

    def _speaks(self, at: int) -> bool:
        """True where a verb of speech stands, which may have been published itself."""
        return bool(self.clauses.forms(at))

    def _next_cue(self, at: int, limit: int, comma: bool) -> bool:
        """True where a cue at `at` opens a statement of its own."""
        word = self.layout.form(at)
        if comma and word in self.cues.relays and self._relays(at, limit):
            return True
        if comma and word in self.cues.refusals:
            return self.cues.refusals[word].kind is Kind.PARTICIPLE or self.refuses(at, limit)
        found = self.clauses.forms(at)
        if not found:
            return False
        if any(f.kind is Kind.PARTICIPLE for f in found):
            saying = any(f.kind is Kind.NOUN and f.prefix == clitics.WITH for f in self.clauses.forms(at + 1))
            return self.clauses.read(at + saying, limit) is not None  # "موضحا بالقول: …"
        if not any(f.kind in (Kind.PAST, Kind.PRESENT) for f in found):
            return False
        if found[0].whom and not self._tells_of(found[0]):
            return False  # "أن أردوغان اتصل ببوتن، وأبلغه أن": told as well
        if found[0].prefix == clitics.AND:
            return self._coordinates(at, limit, comma)
        if self._adds(at) and self.layout.is_close(at - 2):
            return True
        clause = self.clauses.read(at, limit) if comma else None
        return clause is not None and (clause.subject is not None or clause.opening in (Opening.COLON, Opening.QUOTE))

    def _relays(self, at: int, limit: int) -> bool:
        """True where whom a verb relays is named behind it: "ونقلت الوكالة عن مسؤول", not "نقل آلاف الركاب"."""
        return any(self.layout.form(i) in self.cues.relay_links for i in range(at + 1, min(limit, at + _RELAYED)))

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
        form = self.layout.form(at)
        if phrase.verb:
            told = not phrase.like and (form in self.cues.relays or form in self.cues.document_verbs)
            return told or any(f.kind is not Kind.PARTICIPLE for f in self.clauses.forms(at))
        if form in self.cues.own_words or at in self.names.at or self.source(form):
            return True
        marked = self.layout.closes.get(at, at) - at if form in QUOTES else 0
        if marked and at + 1 in self.names.at and self.names.at[at + 1].last == at + marked - 1:
            return True  # «وبحسب "ديلي ميل"»
        if marked == 2:  # «، بحسب "مايكروسوفت".»
            apart = not self.layout.form(at + 3).isalnum() and self.layout.form(at - 1 - len(phrase.words)) in COMMAS
            return apart or at + 1 in self.names.at
        noun = clitics.to(form)
        if noun and self.layout.form(at + 1) in COMMAS and self.layout.form(at + 2) in self.cues.so_that:
            return True  # "ووفقا لتورنبول، فإن"
        return noun is not None and (self.source(noun) or noun in self.cues.what_was)

    def source(self, noun: str) -> bool:
        """True of a noun of sources, somebody's office or a body: "بحسب الخبير", "وفق المحكمة", but no "حسب عدد"."""
        head = clitics.head(noun)
        some = noun in self.cues.partitive or noun in self.cues.of_several
        return noun in self.cues.source_nouns or head in self.cues.bodies or (head in self.cues.persons and not some)

    def _coordinates(self, at: int, limit: int, comma: bool) -> bool:
        """True where "وأكد …" begins the next statement rather than going on with what is being told."""
        clause = self.clauses.read(at, limit)
        if clause is None:
            return False
        return comma or clause.opening in (Opening.THAT, Opening.COLON, Opening.QUOTE)

    def _cue_within(self, at: int, limit: int, near: int) -> bool:
        """True where a cue stands near, be it behind a name between commas: "لكن الوزير، علي صفرة، قال إن"."""
        index, stop = at, min(limit, at + near)
        while index < stop:
            if self.layout.form(index) in COMMAS:
                named = self.names.at.get(index + 1)
                if named is None or not named.person or index == at or self.layout.form(named.last + 1) not in COMMAS:
                    return False
                index = named.last + 2
                stop = min(limit, index + 1)
                continue
            if self.refuses(index, limit) or (self.clauses.forms(index) and self.clauses.read(index, limit)):
                return True
            index += 1
        return False
