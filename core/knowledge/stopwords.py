"""Words that are left out when words are counted."""

from __future__ import annotations

from functools import cache

from core.arabic import bare
from core.knowledge.loading import FOLDER, read


@cache
def load() -> frozenset[str]:
    """All of them, folded and bare. Which list a word stands in is for the reader of the file alone."""
    lists = read(FOLDER / "stopwords.yml", dict[str, list[str]])
    return frozenset(bare(word) for words in lists.values() for word in words)
