"""The grammar of Arabic date expressions: what a wording says, and the days it means seen from a given day."""

from core.calendar.expression import Expression, Lean, value
from core.calendar.grammar import find

__all__ = ["Expression", "Lean", "find", "value"]
