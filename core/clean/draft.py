"""A story on the way to being clean: its lines, and what was lifted off them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

#: A line that has so many words reads as a paragraph of a story, not as a heading or a label.
PARAGRAPH_WORDS = 18

#: No label of a page is longer.
LABEL_CHARACTERS = 120


class Draft(msgspec.Struct, frozen=True):
    """One story. An empty line is a gap between blocks; gaps go when all repairs are done.

    `titled` says that the source itself gave the title, so that the first line is no headline.
    """

    lines: tuple[str, ...]
    title: str | None = None
    titled: bool = False
    outlet: str | None = None
    author: str | None = None
    section: str | None = None
    datelines: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def with_lines(self, lines: Iterable[str]) -> Draft:
        """The draft with other lines."""
        lines = tuple(lines)
        return self if lines == self.lines else replace(self, lines=lines)

    def first_paragraph(self) -> int:
        """The number of the first line long enough to be a paragraph; the number of lines where none is."""
        return next((n for n, line in enumerate(self.lines) if is_paragraph(line)), len(self.lines))


def is_paragraph(line: str) -> bool:
    """True where a line reads as running text: many words, or fewer and a full stop."""
    words = line.count(" ") + 1
    return words >= PARAGRAPH_WORDS or (words >= 8 and line.rstrip(" \"”»'").endswith((".", "؟", "!")))


def is_label(line: str) -> bool:
    """True where a line is short enough to be a button, a stamp or a credit."""
    return 0 < len(line) <= LABEL_CHARACTERS
