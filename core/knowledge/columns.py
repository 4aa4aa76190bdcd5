"""What the columns of a table of news are called."""

from __future__ import annotations

import re
from functools import cache

from core.arabic import bare
from core.knowledge.loading import FOLDER, read


@cache
def names() -> dict[str, tuple[str, ...]]:
    """The names of every role a column can have, as `key` writes them, the best first."""
    return {role: tuple(map(key, given)) for role, given in read(FOLDER / "columns.yml", dict[str, list[str]]).items()}


def key(name: str) -> str:
    """A column name for comparing: without case, marks and separators.

    >>> key("Published_At") == key("publishedAt")
    True
    """
    return re.sub(r"[\W_]+", "", bare(name)).lower()
