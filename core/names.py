"""Persons whom the knowledge doesn't hold: found by titles, given names and the tagger, and known again in the article.

A proposal of the tagger counts where the text supports it: a title or a word for a person before it, a title behind
it, a given name in it, or the tagger's own certainty. A full name once, then the surname: the same person.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.arabic import Token, tokens
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Actor, Article, Field, Kind, Mention
from core.naming import Reading, Title, read
from core.tagging import LEXICON, Span, tagger

#: Least certainty (per word, of the tagger) to believe a name with support, without any, and of one word.
SUPPORTED, ALONE, SINGLE = 2.0, 12.0, 4.0

#: Words between a head noun and the name it introduces, at most ("رئيس المختبر العسكري البريطاني غاري آيتكنهيد").
_REACH = 8

_FLAGS = {Kind.PERSON: "#person", Kind.ORGANISATION: "#body", Kind.COUNTRY: "#country", Kind.PLACE: "#place"}
_QUALIFIERS = TITLES.folded("qualifiers")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's full name as an article spells it, where it stands, and the office said of it there."""

    field: Field
    start: int
    end: int
    words: tuple[str, ...]
    spelt: str
    role: str | None
    office_id: str | None
    gender: str | None


def flags(text: str, world: World) -> list[str]:
    """What the knowledge says of each word: a name's kind, a nationality, the end of a title; "" for nothing."""
    return _flags(tokens(text), read(text, world), world)


def _flags(words: Sequence[Token], reading: Reading, world: World) -> list[str]:
    starts = [w.start for w in words]
    found = [""] * len(words)
    for title in reading.titles:
        for at in range(bisect_left(starts, title.begin), bisect_left(starts, title.end)):
            found[at] = "#title"
    for named in reading.names:
        if named.how == "short":
            continue
        kind = "#nationality" if named.how == "adjective" else _FLAGS[world.actors[named.candidates[0]].kind]
        for at in range(bisect_left(starts, named.begin), bisect_left(starts, named.end)):
            found[at] = f"{kind}-in-title" if found[at] else kind
    return found


def find(article: Article, world: World, taken: Iterable[Mention]) -> list[Mention]:
    """Mentions of persons whom nothing in `taken` covers, in every column; one actor for all spellings of a name."""
    covered: dict[Field, list[tuple[int, int]]] = {}
    for mention in taken:
        if mention.how not in ("title", "adjective"):
            covered.setdefault(mention.field, []).append((mention.start, mention.end))
    names = [n for column in Field for n in _names(article.column(column), column, world, covered.get(column, []))]
    people = _joined(names)
    found: list[Mention] = []
    for actor, spellings in people:
        for name in spellings:
            surface = article.column(name.field)[name.start : name.end]
            found.append(Mention(actor, surface, name.field, name.start, name.end, "name", name.role, name.office_id))
            covered.setdefault(name.field, []).append((name.start, name.end))
    for column in Field:
        found.extend(_again(article.column(column), column, people, covered.get(column, [])))
    return found


def new_id(words: Iterable[str]) -> str:
    """The stable id of a person by that name: the same in every article and on every machine."""
    return f"new-{hashlib.blake2s(' '.join(words).encode(), digest_size=6).hexdigest()}"


# -- full names


def _names(text: str, column: Field, world: World, covered: list[tuple[int, int]]) -> Iterator[Name]:
    if not text:
        return
    words, reading = tokens(text), read(text, world)
    said = _flags(words, reading, world)
    titles = {t.end: t for t in reading.titles}
    behind = {t.begin for t in reading.titles}
    for span in tagger().spans([w.form for w in words], said):
        span = _trimmed(span, words, said)
        if span.start == span.end or _overlaps(words[span.start].start, words[span.end - 1].end, covered):
            continue
        name = _supported(text, column, span, words, said, titles, behind)
        if name:
            yield name


def _trimmed(span: Span, words: Sequence[Token], said: Sequence[str]) -> Span:
    """The span up to the first mark, known name or title word in it."""
    start, end = span.start, span.start
    while start < span.end and _leads(words[start].form):
        start += 1
    end = start
    while end < span.end and words[end].form[0].isalpha() and not said[end] and not _ordinary(words[end].form):
        end += 1
    return span._replace(start=start, end=end)


def _leads(form: str) -> bool:
    """True of what may stand at the head of a span and is no part of the name."""
    return form in LEXICON.honorifics or not form[0].isalpha() or _ordinary(form)


def _ordinary(form: str) -> bool:
    """True of a word that no name holds: a particle, a day, a verb of saying, unless it is a given name as well."""
    if form in LEXICON.given or form in LEXICON.particles:
        return False
    return any(form.startswith(c) and form[len(c) :] in _ORDINARY for c in ("", *TITLES.conjunctions))


_ORDINARY = LEXICON.never | LEXICON.verbs


def _overlaps(start: int, end: int, covered: Iterable[tuple[int, int]]) -> bool:
    return any(start < e and s < end for s, e in covered)


def _supported(
    text: str,
    column: Field,
    span: Span,
    words: Sequence[Token],
    said: Sequence[str],
    titles: dict[int, Title],
    behind: set[int],
) -> Name | None:
    forms = tuple(w.form for w in words[span.start : span.end])
    clitic = _clitic(forms[0])
    start, end = words[span.start].start + len(clitic), words[span.end - 1].end
    forms = (forms[0][len(clitic) :], *forms[1:])
    title = next((titles[words[at].end] for at in _before(span.start, words) if words[at].end in titles), None)
    role, gender = (text[title.start : title.end], title.gender) if title else _head(text, span.start, words, said)
    apposed = _next_word(span.end, words) in behind
    given = forms[0] in LEXICON.given or forms[0] in LEXICON.particles
    if len(forms) == 1:
        believed = bool(role) and span.score > (SUPPORTED if given else SINGLE)
    else:
        believed = span.score > (SUPPORTED if role or apposed or given else ALONE)
    if not believed:
        return None
    return Name(
        column, start, end, forms, " ".join(text[start:end].split()), role, title.office_id if title else None, gender
    )


def _clitic(form: str) -> str:
    """The proclitic before a given name ("ويوليا"); "" where the word may be all name."""
    for clitic in TITLES.clitics:
        if form.startswith(clitic) and form[len(clitic) :] in LEXICON.given and form not in LEXICON.given:
            return clitic
    return ""


def _before(at: int, words: Sequence[Token]) -> Iterator[int]:
    """The word before, over a comma, quotation marks or honorifics."""
    at -= 1
    while at >= 0 and (words[at].form in TITLES.between or words[at].form in LEXICON.honorifics):
        at -= 1
    if at >= 0:
        yield at


def _next_word(at: int, words: Sequence[Token]) -> int:
    """Where the next word begins, over commas; -1 at the end."""
    while at < len(words) and words[at].form in TITLES.between:
        at += 1
    return words[at].start if at < len(words) else -1


def _head(text: str, at: int, words: Sequence[Token], said: Sequence[str]) -> tuple[str | None, str | None]:
    """The description before a name, from its head noun on, and its gender: "المحقق", "رئيس المختبر البريطاني"."""
    last = next(_before(at, words), -1)
    for number in range(last, max(last - _REACH, -1), -1):
        form = words[number].form
        if not form[0].isalnum() or "\n" in text[words[number].end : words[at].start]:
            return None, None
        bare_form = _headed(form)
        if bare_form:
            start = words[number].end - len(bare_form) if len(bare_form) < len(form) else words[number].start
            return text[start : words[last].end], "f" if text[words[number].end - 1] == TITLES.feminine else "m"
        if not TITLES.is_definite(form) and not said[number] and form not in _QUALIFIERS:
            return None, None
    return None, None


def _headed(form: str) -> str | None:
    """The word for a person in `form`, less a proclitic; None where it is none."""
    for clitic in ("", *TITLES.clitics):
        if form.startswith(clitic) and (rest := form[len(clitic) :]) in _PERSON_WORDS:
            return rest
    return None


_PERSON_WORDS = LEXICON.heads | LEXICON.people | LEXICON.honorifics | LEXICON.kin


# -- the same person again


def _joined(names: list[Name]) -> list[tuple[Actor, list[Name]]]:
    """The names by person: spellings a letter or two apart, and names within fuller names, are one."""
    people: list[list[Name]] = []
    for name in sorted(names, key=lambda n: -len(n.words)):
        same = [p for p in people if _same(p[0].words, name.words)]
        if len(same) == 1:
            same[0].append(name)
        elif not same:
            people.append([name])
    return [(_actor(spelt), spelt) for spelt in people]


def _same(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if len(name) == 1:
        return name[0] in (full[0], full[-1]) or _near(full[-1], name[0])
    return _near(full[0], name[0]) and _near(full[-1], name[-1])


def _near(a: str, b: str) -> bool:
    """True of words at most two letters apart, of which no more than a third differs.

    >>> _near("سكريبل", "سكربيل"), _near("جون", "جين")
    (True, False)
    """
    if a == b:
        return True
    allowed = min(2, max(len(a), len(b)) // 3)
    if abs(len(a) - len(b)) > allowed or len(a) < 4:
        return False
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(row[-1] + 1, last[j] + 1, last[j - 1] + (x != y)))
        last = row
    return last[-1] <= allowed


def _actor(spelt: list[Name]) -> Actor:
    first = min(spelt, key=lambda n: (-len(n.words), list(Field).index(n.field), n.start))
    gender = next((n.gender for n in spelt if n.gender), None)
    return Actor(new_id(first.words), first.spelt, None, Kind.PERSON, gender, known=False)


def _again(
    text: str, column: Field, people: list[tuple[Actor, list[Name]]], covered: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Surnames of persons whose full name stands in the article."""
    surnames: dict[str, Actor | None] = {}
    for actor, spelt in people:
        for surname in {n.words[-1] for n in spelt}:
            surnames[surname] = None if surname in surnames else actor
    if not surnames or not text:
        return
    forms = {c + surname: (person, len(c)) for surname, person in surnames.items() for c in ("", *TITLES.clitics)}
    for word in tokens(text):
        person, clitic = forms.get(word.form, (None, 0))
        if person and not _overlaps(word.start, word.end, covered):
            start = word.start + clitic
            yield Mention(person, text[start : word.end], column, start, word.end, "reference")
