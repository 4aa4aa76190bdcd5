"""Which way the clause around a date looks: told as past, or still to come."""

from __future__ import annotations

import re
from functools import cache

from core.arabic import bare
from core.calendar.expression import Expression, Lean
from core.knowledge.calendar import load

#: How far before a date its clause is read, in characters: far enough for "من المقرر أن يعقد … في", not so far for a
#: weekday; a past verb says little about a date that does not follow at once.
_CLAUSE, _CLAUSE_OF_WEEKDAY, _CLOSE = 90, 40, 25


def lean(text: str, expression: Expression) -> Lean | None:
    """The direction that the words before give: `next` after a future verb or "المقرر", `past` after "منذ"."""
    before = _clause(text, expression, _CLAUSE if expression.weekday is None else _CLAUSE_OF_WEEKDAY)
    found = _last_cue(before)
    if beside := _cues_beside().search(before):
        lasted = expression.weekday is not None and found is Lean.PAST  # "استمرت حتى ظهر الأربعاء"
        return None if lasted and beside.lastgroup == Lean.NEXT else Lean(str(beside.lastgroup))
    if found is Lean.PAST and _last_cue(before[-_CLOSE:]) is not Lean.PAST:
        return None
    return found


def told(text: str, expression: Expression) -> bool:
    """Whether the clause tells of the date as past, so that the article cannot be older than it; stricter than `lean`:
    nothing in the clause may look ahead ("في حال انتخب رئيسا في 2030").
    """
    before = _clause(text, expression, _CLAUSE)
    if beside := _cues_beside().search(before):
        return beside.lastgroup == Lean.PAST
    cues = [cue.lastgroup for cue in _cues_before().finditer(before)]
    for_a_year = before.endswith((" ل", "\nل"))  # "مقترحاته لعام 2021"
    return bool(cues) and cues[-1] == Lean.PAST and not {"next", "plans", "moot"} & set(cues) and not for_a_year


def apart(text: str, expression: Expression) -> bool:
    """Whether the date only bounds a span ("منذ 2008", "حتى عام 2010"): what follows need not be of its time."""
    return _cues_beside().search(_clause(text, expression, _CLAUSE)) is not None


def _clause(text: str, expression: Expression, far: int) -> str:
    """What stands before a date in its sentence, folded."""
    before = bare(text[max(0, expression.start - far) : expression.start])
    return re.split(r"[.\n؟!؛:]", before)[-1]


def _last_cue(clause: str) -> Lean | None:
    """The direction of the last cue; a past one counts only within its own clause."""
    found: Lean | None = None
    for cue in _cues_before().finditer(clause):
        if cue.lastgroup in ("next", "past"):
            found = Lean(cue.lastgroup)
        elif cue.lastgroup == "moot" or (cue.lastgroup == "anew" and found is Lean.PAST):
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
    anew = rf"(?:{_words(words.clause_breaks)})(?!\w)|(?:{_words(words.purpose_prefixes)})\w\w\w+|[\"«“]|\d+"
    return re.compile(
        rf"(?<!\w)[وف]?(?:(?P<moot>(?:{_words(words.cues_before['moot'])})(?!\w))"
        rf"|(?P<next>(?:{_words(words.cues_before['next'])})(?!\w)|{future})"
        rf"|(?P<plans>(?:{_words(words.cues_before['plans'])})(?!\w))"
        rf"|(?P<past>(?:{_words(words.cues_before['past'])})(?!\w))|(?P<anew>{anew}))"
    )
