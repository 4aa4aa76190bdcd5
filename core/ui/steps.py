"""The steps of a timeline: which one fits, where one ends, what it is called."""

from __future__ import annotations

from datetime import date, timedelta

from core import queries
from core.links import View
from core.queries import Unit
from core.ui import door

#: Up to how many days a timeline is drawn in each step.
_MOST_DAYS = {Unit.DAY: 45, Unit.WEEK: 200, Unit.MONTH: 4000, Unit.YEAR: 10**9}


def fitting_unit(view: View) -> Unit:
    """The step that divides what passes into a readable number of columns."""
    whole = door.rows(queries.overview, view.filters)[0]
    days = (whole.last - whole.first).days if whole.first else 0
    return next(unit for unit, most in _MOST_DAYS.items() if days <= most)


def step_end(start: date, unit: Unit) -> date:
    """The last day of the step that begins at `start`."""
    if unit is Unit.MONTH:
        return (start + timedelta(31)).replace(day=1) - timedelta(1)
    if unit is Unit.YEAR:
        return start.replace(month=12, day=31)
    return start + timedelta(6 if unit is Unit.WEEK else 0)


def step_name(view: View, start: date, unit: Unit) -> str:
    """A step as the interface writes it: 2024, 2024-03, a day, or a week's first and last."""
    if unit is Unit.WEEK:
        return view.say.period(start, step_end(start, unit))
    return view.say.day(start.isoformat()[: {Unit.YEAR: 4, Unit.MONTH: 7}.get(unit, 10)])
