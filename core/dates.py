"""The date expressions of an article, each with the days it means seen from the article's own day."""

from __future__ import annotations

from dataclasses import replace

from core import calendar
from core.calendar import Expression, Lean
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
        DateSpan(
            text[e.start : e.end], field, e.start, e.end, _value(e, published, calendar.lean(text, e)), e.granularity
        )
        for field in Field
        if (text := document.article.column(field))
        for e in calendar.settle(text, calendar.find(text), published.first and published.last)
    ]
    return replace(document, dates=tuple(spans))


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
