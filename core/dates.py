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


def lean(text: str, expression: Expression) -> Lean | None:
    """The direction that the words around give: `next` after a future verb or "المقرر", `past` after "منذ"."""
    start = max(text.rfind(mark, 0, expression.start) for mark in (".", "\n", "؟", "!", "؛")) + 1
    before = fold(text[max(start, expression.start - 80) : expression.start])
    cues = [(m.start(), Lean(m.lastgroup)) for m in _cues().finditer(before) if m.lastgroup]
    return cues[-1][1] if cues else None


@cache
def _cues() -> re.Pattern[str]:
    """Words that say which way the clause looks; the last before the date decides."""
    words = load()
    ahead = "|".join(re.escape(bare(w)) for w in words.ahead_cues)
    back = "|".join(re.escape(bare(w)) for w in words.back_cues)
    prefixes = "|".join(re.escape(bare(w)) for w in words.future_prefixes)
    others = "|".join(re.escape(bare(w)) for w in words.not_future)
    future = rf"(?!(?:{others})(?!\w))(?:{prefixes})\w\w+"
    return re.compile(rf"(?<!\w)[وف]?(?:(?P<next>(?:{ahead})(?!\w)|{future})|(?P<past>(?:{back})(?!\w)))")


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
