"""The grammar of Arabic date expressions: what a wording says, and the days it means seen from a given day."""

from core.calendar.clause import lean, told
from core.calendar.expression import Expression, Lean, day_period, in_year, month_period, value
from core.calendar.grammar import find
from core.calendar.passage import settle

__all__ = ["Expression", "Lean", "day_period", "find", "in_year", "lean", "month_period", "settle", "told", "value"]
