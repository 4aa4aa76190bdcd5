"""Weighing evidence: each piece narrows the days that stronger ones left; one that leaves none is dropped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from core.dating.evidence import Evidence, Kind, common
from core.model import ALWAYS, Period

Days = tuple[Period, ...]

#: A weekday narrows an interval of up to so many days; a wider one it only trims, at the price of its own doubt.
_WEEKS = 62


def weigh(evidence: Iterable[Evidence]) -> tuple[Period, tuple[Evidence, ...]]:
    """The days of publication that the evidence leaves, strongest first, and the pieces that narrowed them."""
    days: Days = (ALWAYS,)
    used: list[Evidence] = []
    for piece in evidence:
        if piece.recurs and Period(days[0].first, days[-1].last).days is None:
            continue  # of all the years there are, it cannot say which
        left = _on_weekday(days, piece.weekday) if piece.weekday is not None else common(days, piece.days)
        if not left and piece.kind is Kind.TOLD and used:
            left = (Period(days[0].first, None),)  # a dateline older than its text is some other line's: doubt it
        if left and left != days:
            days = left
            used.append(piece)
        elif left and piece.kind in (Kind.ADDRESS, Kind.DATELINE):
            used.append(piece)
    return Period(days[0].first, days[-1].last), tuple(used)


def _on_weekday(days: Days, weekday: int) -> Days:
    """Those days that fall on the weekday; all, where they are too many for it to matter."""
    whole = Period(days[0].first, days[-1].last)
    if whole.days is None or whole.days > _WEEKS:
        return days
    single = (p.first + timedelta(n) for p in days if p.first and p.days for n in range(p.days))
    return tuple(Period.day(day) for day in single if day.weekday() == weekday)
