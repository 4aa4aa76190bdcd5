"""What an article, and each statement in it, is about.

Every term of the taxonomy found in the text speaks for its topic, the more so in the title and the lead; an article
keeps the topics that speak clearly, a statement those whose terms stand in its own content.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from core.arabic import bare, tokens
from core.knowledge import topics as knowledge
from core.model import Article, Document, Field, Kind, Mention, Statement

#: How much one finding says. A term that settles the topic weighs three of those that only hint at it.
STRONG, USUAL, COUNTRY, STATES = 3.0, 1.0, 1.0, 9.0

#: A finding in the title says as much as four in the body; one in the lead as much as two.
IN_TITLE, IN_LEAD, IN_BODY = 4.0, 2.0, 1.0
LEAD_WORDS = 60

#: One term repeated all over is one subject, not ten: no term counts for more than this, in body findings.
TERM_CAP = 4.0

#: An article keeps a topic that reaches FLOOR and SHARE of its best topic, at most MOST of them. A topic that is sure
#: at SURE does not drown the others by being said still more often.
FLOOR, SHARE, MOST, SURE = 8.0, 0.3, 4, 30.0

_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال", "و", "ف", "ب", "ل", "ك")
_SUFFIXES = ("هما", "هم", "ها", "نا", "ه", "ي")
_SHORTEST = 3


class Finding(NamedTuple):
    """One term of one topic, where it begins in the text."""

    topic: str
    term: str
    start: int
    weight: float


class _Lexicon(NamedTuple):
    """The terms of the taxonomy, laid out for looking up: by their first word."""

    words: frozenset[str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, float], ...]]  # first word -> (all words, topic, weight)


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    phrases: dict[str, list[tuple[tuple[str, ...], str, float]]] = defaultdict(list)
    words: set[str] = set()
    for topic in knowledge.load():
        for terms, weight in ((topic.strong, STRONG), (topic.usual, USUAL)):
            for term in terms:
                parts = tuple(_without_article(part) for part in bare(term).split())
                words.update(parts)
                phrases[parts[0]].append((parts, topic.id, weight))
    longest_first = {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()}
    return _Lexicon(frozenset(words), longest_first)


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) >= _SHORTEST + 2 else word


@lru_cache(maxsize=1 << 16)
def _base(form: str) -> str | None:
    """The word of the lexicon that `form` is, once conjunction, preposition, article and pronoun are off; else null."""
    words = _lexicon().words
    for stem in _stems(form):
        if stem in words:
            return stem
    return None


def _stems(form: str) -> Iterator[str]:
    """`form`, then `form` with less and less around it."""
    heads = [form, *_without_prefix(form)]
    for head in tuple(heads):
        if head.startswith(("ب", "ل", "ك", "و", "ف")):  # a second proclitic: وب، ول، فل …
            heads.extend(_without_prefix(head))
    yield from heads
    suffixes = [suffix for suffix in _SUFFIXES if form.endswith(suffix)]
    for head in heads if suffixes else ():
        for suffix in suffixes:
            if len(head) - len(suffix) >= _SHORTEST:
                yield head[: -len(suffix)]
                if suffix != "ي":
                    yield head[: -len(suffix) - 1] + "ه" if head[-len(suffix) - 1] == "ت" else head[: -len(suffix)]


def _without_prefix(form: str) -> Iterator[str]:
    """What is left behind each prefix that `form` has."""
    if form.startswith(_PREFIXES):
        yield from (form[len(p) :] for p in _PREFIXES if form.startswith(p) and len(form) - len(p) >= _SHORTEST)


def findings(text: str) -> Iterator[Finding]:
    """Every term of every topic in `text`, in order. At one place the longest term of a topic counts."""
    phrases = _lexicon().phrases
    words = tokens(text)
    bases = [_base(word.form) for word in words]
    for position, base in [(at, base) for at, base in enumerate(bases) if base is not None and base in phrases]:
        told: set[str] = set()
        for parts, topic, weight in phrases[base]:
            if topic not in told and tuple(bases[position : position + len(parts)]) == parts:
                told.add(topic)
                yield Finding(topic, " ".join(parts), words[position].start, weight)


def assign(document: Document) -> Document:
    """Fill the article's topics and those of each of its statements."""
    found = tuple(findings(document.article.text))
    article = replace(document.article, topics=_of_article(document, found))
    statements = tuple(replace(s, topics=_of_statement(s, document, found)) for s in document.statements)
    return replace(document, article=article, statements=statements)


def scores(document: Document, found: Iterable[Finding] | None = None) -> dict[str, float]:
    """How strongly each topic speaks in the article: topic id -> score, in findings of the body."""
    article = document.article
    lead = _lead_end(article)
    terms: defaultdict[tuple[str, str], float] = defaultdict(float)
    for finding in findings(article.text) if found is None else found:
        terms[finding.topic, finding.term] += finding.weight * (IN_LEAD if finding.start < lead else IN_BODY)
    total: defaultdict[str, float] = defaultdict(float)
    for (topic, _), weight in terms.items():
        total[topic] += min(weight, TERM_CAP * STRONG)
    for finding in findings(article.title or ""):
        total[finding.topic] += finding.weight * IN_TITLE
    for topic, weight in _from_actors(document.mentions, lead):
        total[topic] += weight
    return dict(total)


def _of_article(document: Document, found: Iterable[Finding]) -> tuple[str, ...]:
    """The topics that speak clearly, strongest first."""
    ranked = sorted(scores(document, found).items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked:
        return ()
    least = max(FLOOR, SHARE * min(ranked[0][1], SURE))
    return tuple(topic for topic, score in ranked[:MOST] if score >= least)


def _of_statement(statement: Statement, document: Document, found: Iterable[Finding]) -> tuple[str, ...]:
    """The topics whose terms stand in the content: a strong one, or two that hint at it."""
    if statement.field is not Field.TEXT:
        found = findings(document.article.column(statement.field))
    total: defaultdict[str, float] = defaultdict(float)
    for finding in found:
        if statement.start <= finding.start < statement.end:
            total[finding.topic] += finding.weight
    return tuple(topic for topic, score in sorted(total.items(), key=lambda pair: (-pair[1], pair[0])) if score > USUAL)


def _lead_end(article: Article) -> int:
    """Where the lead ends: the first LEAD_WORDS words of the body."""
    words = tokens(article.text)
    return words[LEAD_WORDS].start if len(words) > LEAD_WORDS else len(article.text)


def _from_actors(mentions: Iterable[Mention], lead: int) -> Iterator[tuple[str, float]]:
    """What the naming of countries and of states together says: (topic, weight)."""
    by_country, of_states = _countries()
    counted: defaultdict[str, float] = defaultdict(float)
    in_title: set[str] = set()
    for mention in mentions:
        country = mention.actor.country_id
        if country is None:
            continue
        territory = mention.actor.kind is Kind.COUNTRY and mention.actor.actor_id != country
        if mention.field is Field.TITLE and not territory:  # a territory is no other state
            in_title.add(country)
        if mention.actor.kind is Kind.PERSON:  # may serve the world: a Secretary-General's country is not the subject
            continue
        if mention.field is Field.TITLE:
            counted[country] += IN_TITLE
        elif mention.field is Field.TEXT:
            counted[country] += IN_LEAD if mention.start < lead else IN_BODY
    for country, weight in counted.items():
        for topic in by_country.get(country, ()):
            yield topic, COUNTRY * min(weight, TERM_CAP * STRONG)
    if len(in_title) > 1:
        for topic in of_states:
            yield topic, STATES


@lru_cache(maxsize=1)
def _countries() -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Which topics the naming of a country speaks for, and which the meeting of two."""
    by_country: dict[str, list[str]] = defaultdict(list)
    for topic in knowledge.load():
        for country in topic.countries:
            by_country[country].append(topic.id)
    return {c: tuple(ts) for c, ts in by_country.items()}, tuple(t.id for t in knowledge.load() if t.states)
