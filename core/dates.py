"""The date expressions of an article, each with the days it means seen from the article's own day."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from core import calendar
from core.arabic import bare, fold
from core.calendar import Expression, Lean
from core.knowledge.calendar import load
from core.model import DateSpan, Document, Field, Period

#: An article's day known to within this many days still values "أمس" (as that many days); a wider doubt leaves null.
_NARROW = 31


def find(document: Document) -> Document:
    """Add every date expression of the article's columns, valued against `article.published`.

    A wording that holds for any day the article may be of gets its value; one that shifts with an uncertain day gets
    the days it may mean where that day is known within a month, else null.
    """
    published = document.article.published.period
    spans = [
        DateSpan(text[e.start : e.end], field, e.start, e.end, _value(e, published, lean(text, e)), e.granularity)
        for field in Field
        if (text := document.article.column(field))
        for e in calendar.find(text)
    ]
    return replace(document, dates=tuple(spans))


#: How far before a date its clause is read, in characters: far enough for "من المقرر أن يعقد … في", not so far for a
#: weekday; a past verb says little about a date that does not follow at once.
_CLAUSE, _CLAUSE_OF_WEEKDAY, _CLOSE = 90, 40, 25


def lean(text: str, expression: Expression) -> Lean | None:
    """The direction that the words before give: `next` after a future verb or "المقرر", `past` after "منذ"."""
    before = _clause(text, expression, _CLAUSE if expression.weekday is None else _CLAUSE_OF_WEEKDAY)
    if beside := _cues_beside().search(before):
        return Lean(str(beside.lastgroup))
    found = _last_cue(before)
    if found is Lean.PAST and _last_cue(before[-_CLOSE:]) is not Lean.PAST:
        return None
    return found


def told(text: str, expression: Expression) -> bool:
    """Whether the clause tells of the date as past, so that the article cannot be older than it."""
    before = _clause(text, expression, _CLAUSE)
    if re.search(r"(?<!\w)ل$", before):
        return False  # "مقترحاته لعام 2021"
    beside = _cues_beside().search(before)
    return (Lean(str(beside.lastgroup)) if beside else _last_cue(before)) is Lean.PAST


def _clause(text: str, expression: Expression, far: int) -> str:
    """What stands before a date in its sentence, folded."""
    before = fold(text[max(0, expression.start - far) : expression.start])
    return re.split(r"[.\n؟!؛:]", before)[-1]


def _last_cue(clause: str) -> Lean | None:
    """The direction of the last cue; a past one counts only within its own clause."""
    found: Lean | None = None
    for cue in _cues_before().finditer(clause):
        if cue.lastgroup != "break":
            found = Lean(str(cue.lastgroup))
        elif found is Lean.PAST:
            found = None
    return found


def _words(words: list[str]) -> str:
    return "|".join(re.escape(bare(w)).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _cues_beside() -> re.Pattern[str]:
    """Words right before a date, or one word away from it ("منذ مساء الأحد")."""
    cues = load().cues_beside
    return re.compile(
        rf"(?<!\w)[وف]?(?:(?P<past>{_words(cues['past'])})|(?P<next>{_words(cues['next'])}))\s+(?:\w+\s+)?$"
    )


@cache
def _cues_before() -> re.Pattern[str]:
    """Words that say which way the clause looks, and those after which it starts anew."""
    words = load()
    future = rf"(?!{_words(words.not_future)})(?:{_words(words.future_prefixes)})\w\w+"
    return re.compile(
        rf"(?<!\w)[وف]?(?:(?P<next>(?:{_words(words.cues_before['next'])})(?!\w)|{future})"
        rf"|(?P<past>(?:{_words(words.cues_before['past'])})(?!\w))|(?P<break>(?:{_words(words.clause_breaks)})(?!\w)|[\"«“]))"
    )


def _value(expression: Expression, published: Period, around: Lean | None) -> Period | None:
    """The days meant, seen from any day that `published` allows."""
    if expression.period is not None:
        return expression.period
    if published.first is None or published.last is None:
        return None
    first = calendar.value(expression, published.first, around)
    last = calendar.value(expression, published.last, around)
    if first is None or last is None:
        return None
    whole_year = (published.last - published.first).days < 365
    if first == last and whole_year:
        return first
    if (published.last - published.first).days >= _NARROW:
        return None
    return Period(min(first, last).first, max(first, last).last)
