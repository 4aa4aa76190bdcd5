"""When, where and to whom something was said: the words between a cue and its content."""

from __future__ import annotations

from dataclasses import dataclass

from core.knowledge.cues import Cues
from core.model import ALWAYS, DateSpan, Document, Field, Period
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.marks import COMMAS, QUOTES
from core.statements.names import Named, Names

_LONGEST = 12  # tokens of a venue
_BRIEF = 5  # tokens of a name in parentheses
_UNDER = "إ"
_NEAR = 10  # tokens before a cue in which a date may say when


@dataclass(frozen=True, slots=True)
class Setting:
    """Reads the surroundings of cues in one article."""

    document: Document
    layout: Layout
    names: Names
    cues: Cues

    def said(self, first: int, cue: int, last: int) -> Period:
        """When it was said: a date beside the cue at `cue` (its clause begins at `first`, its content at `last`), or
        the article's day. What is told in the pluperfect without a date was said some day until then. A date after the
        article is when something else will be: "بعد اجتماع مقرر الشهر المقبل، قال".
        """
        published = self.document.article.published.period
        until = Period(None, published.last)
        span = self._date(cue + 1, last, 1) or self._date(cue - 1, max(first, cue - _NEAR) - 1, -1)
        if span is not None and span.period is not None and not (said := span.period & until).empty:
            return said
        earlier = self.layout.form(cue - 1) in self.cues.auxiliaries
        return until if earlier else published or ALWAYS

    def _date(self, start: int, stop: int, step: int) -> DateSpan | None:
        """The first date from `start` towards `stop`, in no relative clause and no quotation."""
        for index in range(start, stop, step):
            if self.layout.form(index) in self.cues.relatives:
                return None
            if index in self.names.dated:
                offset = self.layout.tokens[index].start
                spans = (d for d in self.document.dates if d.field is Field.TEXT and d.start <= offset < d.end)
                return next(spans, None)
        return None

    def venue(self, first: int, cue: int, last: int) -> str | None:
        """Where it was said, as worded: "مؤتمر صحفي"; after the cue, else before it ("وفي مؤتمر صحفي، قال")."""
        return self._venue(cue + 1, last) or self._venue(first + 1, cue)

    def addressee(self, first: int, cue: int, last: int) -> str | None:
        """To whom it was said, as worded: "الصحفيين", "وكالة تاس"; nobody is told by "وفقا لوكالة تاس"."""
        word = self.layout.form(cue)
        if word in self.cues.attributions or word in self.cues.document_verbs:
            return None
        return self._addressee(cue + 1, cue, last) or self._addressee(first + 1, cue, cue)

    def _venue(self, start: int, last: int) -> str | None:
        for index in range(start, last):
            before = clitics.without_and(self.layout.form(index - 1))
            if self.layout.form(index) not in self.cues.venues or before not in self.cues.aside:
                continue
            if before in self.cues.before_venues:
                continue
            if self.layout.form(index) not in self.cues.no_venues:
                return self._worded(index, last)
            following = self.layout.form(index + 1)
            if following in self.cues.venues and following not in self.cues.no_venues and index + 1 < last:
                return self._worded(index + 1, last)  # "في ختام المؤتمر"
        return None

    def _addressee(self, start: int, cue: int, last: int) -> str | None:
        for index in range(start, last):
            form = self.layout.form(index)
            imam = self.layout.word(index).startswith(_UNDER)  # إمام, folded like أمام
            if form in self.cues.before_addressee and not imam and index + 1 < last:
                return self._worded(index + 1, last)
            noun = clitics.to(form)
            if noun is None or form in self.cues.adverbs or self._in_title(index, cue):
                continue
            named = self.names.at.get(index)
            if named is not None and named.clitic and named.first == index:
                if self._addresses(index, cue):
                    return named.mention.surface
            elif self._listens(index, noun):
                return self._after_to(index, noun, last)
            elif not noun and self.layout.form(index - 1) not in self.cues.title_ends:
                return self._worded(index + 1, last)
        return None

    def _listens(self, index: int, noun: str) -> bool:
        """True for "للصحفيين", "لوكالة …", and whatever stands after "تصريح"."""
        if noun in self.cues.addressees or clitics.head(noun) in self.cues.addressee_heads:
            return True
        return bool(noun) and self.layout.form(index - 1) in self.cues.told_in

    def _in_title(self, index: int, cue: int) -> bool:
        """True within a title that follows a name after a comma: "…، عضو الهيئة العليا لحزب الحرية"."""
        comma = next((i for i in range(index - 1, cue, -1) if self.layout.form(i) in COMMAS), None)
        return comma is not None and clitics.head(self.layout.form(comma + 1)) in self.cues.persons

    def _addresses(self, index: int, cue: int) -> bool:
        """True where "لـ" before a name marks a listener, not a title's body or the goal of a visit."""
        before = self.layout.form(index - 1)
        if before in self.cues.title_ends:
            return False
        beside = index - 1 in self.names.at or not before.isalnum() or before in self.cues.adverbs
        return index - 1 == cue or beside or before in self.cues.told_in

    def _after_to(self, index: int, noun: str, last: int) -> str | None:
        """The wording after "to", with the article's alif where that swallowed it."""
        words = self._worded(index, last)
        return words and (clitics.ARTICLE[0] + words[1:] if clitics.definite(noun) else words[1:])

    def _closing(self, at: int, last: int) -> int:
        """Where the parenthesis at `at` closes; 0 where it holds more than a name."""
        return next((i for i in range(at + 1, min(last, at + _BRIEF)) if self.layout.form(i) == ")"), 0)

    def _begins(self, named: Named, first: int) -> int:
        """The token with which a person's name, or the title before it, begins."""
        tokens, at = self.layout.tokens, named.first
        start = self.layout.text.rfind(named.mention.role or "", tokens[first].start, tokens[at].start)
        while named.mention.role and at > first + 1 and 0 <= start < tokens[at].start:
            at -= 1
        return at

    def _worded(self, first: int, last: int) -> str | None:
        """The words from `first` to the next comma, colon, person, relative clause or preposition."""
        end = first
        last = min([last, *(self._begins(n, first) for n in self.names.within(first + 1, last) if n.person)])
        while end < min(last, first + _LONGEST):
            form = self.layout.form(end)
            if form in QUOTES and end in self.layout.closes:
                end = self.layout.closes[end] + 1
                continue
            if form == "(" and (close := self._closing(end, last)):
                end = close + 1  # قناة (العربية)
                continue
            clause = form in self.cues.that or form in self.cues.relatives
            ends = not form.isalnum() or clause or form in self.cues.of_venues
            whose = end in self.names.at and clitics.to(form) is not None  # "بيان للكرملين"
            ends = ends or form in self.cues.adverbs or whose
            listener = (noun := clitics.to(form)) is not None and self._listens(end, noun)
            if end > first and (ends or listener or form in self.cues.aside or end in self.names.dated):
                break
            end += 1
        if end > last or end == first:
            return None
        wording = self.layout.text[self.layout.tokens[first].start : self.layout.tokens[end - 1].end]
        bare = wording.strip("".join(QUOTES))
        within = any(mark in bare for mark in QUOTES)  # قناة "العربية"
        return (wording if within else bare) or None
