"""Unnamed people who do something: "عشرات الآلاف من أنصار المعارضة", "مغردون", "مستخدمو مواقع التواصل".

Nobody knows them, yet what they go on to say is theirs, in the article's wording, rather than of whoever spoke before.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.knowledge.cues import Cues
from core.statements import clitics
from core.statements.layout import Layout
from core.statements.names import Names

_LONGEST = 9  # words
_WILL = "س"
_WITH_THE = (clitics.WITH + clitics.ARTICLE, clitics.TO_THE)
_SHORT = 4  # letters of a word whose ending is none


@dataclass(frozen=True, slots=True)
class Groups:
    """Reads the groups of people of one article."""

    layout: Layout
    names: Names
    cues: Cues

    def at(self, first: int, limit: int) -> str | None:
        """The wording of the people who stand at `first`; null where no noun for several people does."""
        end = self._end(first, min(limit, first + _LONGEST))
        tokens = self.layout.tokens
        return self.layout.text[tokens[first].start : tokens[end - 1].end] if end > first else None

    def _end(self, first: int, limit: int) -> int:
        form = self.layout.form(first)
        if first >= limit or first in self.names.at or form in self.cues.forms:
            return first
        if clitics.head(form) in self.cues.partitive:
            end = self._genitive(first, limit)
            while self.layout.form(end) in self.cues.near_to and end + 1 < limit:
                end = self._genitive(end + 1, limit)  # "عشرات الآلاف من أنصار المعارضة"
            return end
        if clitics.head(form) in self.cues.people | self.cues.plural:
            return self._genitive(first, limit)
        if len(form) <= _SHORT or form.removeprefix(_WILL).startswith(clitics.PRESENT):
            return first  # "يقولون", "سيكون"
        if form.endswith(clitics.MASCULINE_PLURAL):
            end = first + 1
            while end < limit and self._agrees(end, definite=clitics.definite(form)):
                end += 1
            body = self.names.at.get(end + 1) if self.layout.form(end) in self.cues.within_phrases else None
            return body.last + 1 if body and not body.person else end  # "مسؤولون في الأمم المتحدة"
        construct = form.endswith(clitics.AND) and form.startswith(clitics.PARTICIPLE)
        end = self._genitive(first, limit) if construct else first
        return end if end > first + 1 else first  # "مستخدمو مواقع التواصل"

    def _genitive(self, first: int, limit: int) -> int:
        """The end of a noun with what belongs to it, up to its definite end and the adjectives of that."""
        end, closed = first, False
        while end < limit and self.layout.form(end).isalnum():
            form = self.layout.form(end)
            named = self.names.at.get(end)
            place = end in self.names.places and not form.startswith(_WITH_THE)
            definite = clitics.definite(form) or place or (named is not None and not named.clitic)
            other = form in self.cues.aside or form in self.cues.forms or end in self.names.dated
            if other or (closed and not definite):
                break
            closed = closed or definite
            end += 1
        return end if closed else first + 1

    def _agrees(self, at: int, *, definite: bool) -> bool:
        """True of an adjective of nouns that end so."""
        form = self.layout.form(at)
        return form.endswith(clitics.MASCULINE_PLURAL) and clitics.definite(form) == definite
