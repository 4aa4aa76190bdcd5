"""Names that came with an event: an article that holds one is no older than the event."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import ahocorasick
import msgspec

from core.arabic import bare
from core.knowledge.loading import FOLDER, read, refuse_duplicates

FILE = "landmarks.yml"


class Landmark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names, and the first day on which anybody can have written them."""

    since: date
    names: list[str]


@cache
def load() -> tuple[tuple[str, date], ...]:
    """Each name, folded, with its day. Raises KnowledgeError where a name stands twice."""
    landmarks = read(FOLDER / FILE, list[Landmark])
    refuse_duplicates(FILE, ((str(entry.since), name) for entry in landmarks for name in entry.names))
    return tuple((bare(name), entry.since) for entry in landmarks for name in entry.names)


def latest(text: str) -> tuple[re.Match[str], date] | None:
    """The youngest landmark that a folded text names: where it stands (group 1), and its day.

    >>> found = latest("منذ بدء العمليه العسكريه الروسيه في اوكرانيا")
    >>> found and found[1]
    datetime.date(2022, 2, 24)
    """
    found = {landmark for _, landmark in _finder().iter(text)}
    for name, since in sorted(filter(found.__contains__, load()), key=lambda n: n[1], reverse=True):  # in their order
        if match := re.search(rf"(?<!\w)[وفبلك]{{0,2}}({re.escape(name)})(?!\w)", text):
            return match, since
    return None


@cache
def _finder() -> ahocorasick.Automaton:
    """Finds all names at once."""
    finder = ahocorasick.Automaton()
    for name, since in load():
        finder.add_word(name, (name, since))
    finder.make_automaton()
    return finder
