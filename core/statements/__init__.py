"""Who said what: the statements of an article's body, by rules that can be read.

A sentence is read from its start. Each cue (a verb of speech, its participle, "بحسب", "جاء في بيان") is tried: its
subject, its complement and how far the content runs. What lies inside a content is not read again: a statement that
somebody reports in turn belongs to that report.

    layout       tokens, quotation marks, sentences
    names        who is named at which token
    phrases      noun phrases: where a subject begins and ends
    forms        which words are cues
    clause       a cue's subject and complement
    content      how far a content runs
    speaker      whom a noun phrase names or points back to
    kinds        which body «the paper» is
    groups       unnamed people who do something
    described    who is meant by a description
    order        where a sentence's verb stands
    referents    whom a noun phrase means, by what was said before
    antecedents  whose words they are, said or unsaid
    sources      "بحسب", "جاء في بيان", "نقلت X عن Y"
    silence      who made no comment
    setting      when, where, to whom
    reading      the rules in order, sentence by sentence
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from core.knowledge import cues as knowledge
from core.knowledge.world import World
from core.model import Document, Statement
from core.statements.reading import Reading

__all__ = ["SentenceRead", "explain", "find", "unread"]


class SentenceRead(msgspec.Struct, frozen=True):
    """One sentence as it was read: its statements, and the cue words that none of them accounts for."""

    text: str
    start: int
    statements: tuple[Statement, ...]
    unread: tuple[str, ...]


def find(document: Document, world: World) -> Document:
    """The document with the statements of its body, in order of the text."""
    if not document.article.text:
        return document
    return replace(document, statements=tuple(Reading.of(document, world, knowledge.load()).statements()))


def explain(document: Document, world: World) -> Iterator[SentenceRead]:
    """Every sentence of the body with what was read in it; each statement names its rule, cue and speaker's wording.

    Takes a document with its mentions and dates; the statements it holds are found anew.
    """
    if not document.article.text:
        return
    reading = Reading.of(document, world, knowledge.load())
    statements = list(reading.statements())
    for start, end, words in reading.cue_words():
        inside = tuple(s for s in statements if start <= s.cue_start < end)
        spans = [(s.start, s.end) for s in inside] + [(s.cue_start, s.start) for s in inside]
        left = tuple(w for at, w in words if not any(a <= at < b for a, b in spans))
        yield SentenceRead(document.article.text[start:end], start, inside, left)


def unread(document: Document, world: World) -> Iterator[SentenceRead]:
    """The sentences that hold a cue and no statement: work to do, or knowledge of what is no cue."""
    return (read for read in explain(document, world) if read.unread and not read.statements)
