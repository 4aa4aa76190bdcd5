"""What the rules hand on: a statement as token ranges."""

from __future__ import annotations

from dataclasses import dataclass

from core.model import Act, Mode
from core.statements.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as read, before it is given its day, its actors and its text.

    The content runs from token `first` up to `end`; `until` is the first token that is not read yet.
    """

    rule: str
    cue: int
    act: Act
    mode: Mode
    first: int
    end: int
    speaker: Speaker
    until: int
