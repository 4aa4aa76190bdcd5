"""The taxonomy of topics and the words that tell them."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from core.knowledge.loading import FOLDER, KnowledgeError, read


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One topic: its id, its names, what it covers, and what speaks for it (topics.yml says how)."""

    id: str
    ar: str
    en: str
    covers: str
    strong: tuple[str, ...]
    usual: tuple[str, ...]
    countries: tuple[str, ...] = ()
    states: bool = False


@lru_cache(maxsize=1)
def load() -> tuple[Topic, ...]:
    """All topics, in the order of the taxonomy. Raises KnowledgeError on an id or a term that stands twice."""
    topics = tuple(read(FOLDER / "topics.yml", list[Topic]))
    seen: set[str] = set()
    for topic in topics:
        if topic.id in seen:
            raise KnowledgeError(f"topics.yml: {topic.id!r} stands twice")
        seen.add(topic.id)
        terms = [*topic.strong, *topic.usual]
        if twice := {term for term in terms if terms.count(term) > 1}:
            raise KnowledgeError(f"topics.yml: {topic.id!r}: {sorted(twice)} stand twice")
    return topics
