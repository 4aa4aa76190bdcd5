"""Who said what: the statements of an article's body, by rules that can be read.

A sentence is read from its start. Each cue (a verb of speech, its participle, "بحسب", "جاء في بيان") is tried: its
subject, its complement and how far the content runs. What lies inside a content is not read again: a statement that
somebody reports in turn belongs to that report.
"""

from __future__ import annotations

from core.knowledge import cues as knowledge
from core.knowledge.world import World
from core.model import Document
from core.statements.reading import Reading

__all__ = ["find"]


def find(document: Document, world: World) -> Document:
    """The document with the statements of its body, in order of the text."""
    from dataclasses import replace

    if not document.article.text:
        return document
    return replace(document, statements=tuple(Reading.of(document, world, knowledge.load()).statements()))
