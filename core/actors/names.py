"""Persons whom the knowledge doesn't hold: found by titles, given names and the tagger, and known again in the article.

`core.actors.spotting` finds the names; here they become persons. A full name once, then the surname: the same person.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from core.actors.everyday import everyday
from core.actors.identity import known, new_id, signature
from core.actors.spotting import GIVEN, HYPHEN, JOINS, LIKELY, MORE_LIKELY, Covered, Name, Words, ordinary
from core.actors.tagging import COMPOUNDS, LEXICON, tagger
from core.arabic import Token, bare, starts, tokens
from core.knowledge.titles import TITLES
from core.knowledge.world import World
from core.model import Actor, Article, Field, Kind, Mention


def find(article: Article, world: World, taken: Iterable[Mention]) -> list[Mention]:
    """Mentions of persons whom nothing in `taken` covers, in every column; one actor for all spellings of a name."""
    covered = Covered(article)
    bearers: dict[str, set[Actor]] = {}
    held: set[str] = set()
    for mention in taken:
        if mention.actor.kind is Kind.PERSON:
            held.update(bare(mention.surface).split())
        if surname := _surname(mention):
            bearers.setdefault(surname, set()).add(mention.actor)
        if mention.how not in ("title", "adjective"):
            covered.add(mention.field, mention.start, mention.end)
    columns = [Words(article.column(column), column, world, covered) for column in Field if article.column(column)]
    names = [name for words in columns for name in words.names(covered)]
    for name in names:
        covered.add(name.field, name.start, name.end)
    surnames = {name.words[-1] for name in names if len(name.words) > 1} - held - COMPOUNDS.keys()
    names += [name for words in columns for name in words.relatives(surnames, surnames | held, covered)]
    people = _joined(names, article.article_id, world)
    found: list[Mention] = []
    for actor, spellings in people:
        for name in spellings:
            surface = article.column(name.field)[name.start : name.end]
            found.append(Mention(actor, surface, name.field, name.start, name.end, "name", name.role, name.office_id))
            covered.add(name.field, name.start, name.end)
    for column in Field:
        found.extend(_again(article.column(column), column, people, bearers, covered))
    return found


def _surname(mention: Mention) -> str | None:
    """The last word of a known person's full name, where it may stand for him and is no noun besides: "عباس"."""
    if mention.how != "name" or mention.actor.kind is not Kind.PERSON or " " not in mention.surface:
        return None
    words = bare(mention.surface).split()
    last, before = words[-1], words[-2]
    noun = TITLES.is_definite(last) and not last.endswith(TITLES.relational)
    return None if noun or before in JOINS or last in LEXICON.servants or ordinary(last) else last


def _joined(names: list[Name], article_id: str, world: World) -> list[tuple[Actor, list[Name]]]:
    """The names by person: spellings a letter or two apart, and names within fuller names, are one."""
    people: list[list[Name]] = []
    for name in sorted(names, key=lambda n: -len(n.words)):
        same = [p for p in people if _same(p[0].words, name.words)]
        if len(same) == 1:
            same[0].append(name)
        elif not same:
            people.append([name])
    return [(_actor(spelt, article_id, world), spelt) for spelt in people]


def _same(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if full[-len(name) :] == name:
        return True  # "عبد الفتاح" after "قصي عبد الفتاح"
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
    if len(set(a) - set(b)) > allowed or len(set(b) - set(a)) > allowed:
        return False  # every letter that the other lacks is a change, and most pairs end here
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(row[-1] + 1, last[j] + 1, last[j - 1] + (x != y)))
        last = row
    return last[-1] <= allowed


def _actor(spelt: list[Name], article_id: str, world: World) -> Actor:
    """Whose spellings these are. A lone given name tells nobody from anybody in another article."""
    first = min(spelt, key=lambda n: (-len(n.words), list(Field).index(n.field), n.start))
    gender = next((n.gender for n in spelt if n.gender), None)
    if actor_id := known(first.words, world):
        return world.actors[actor_id]
    lone = len(first.words) == 1 and first.words[0] in LEXICON.given
    key = (article_id, *first.words) if lone else signature(first.words)
    return Actor(new_id(key), first.spelt, None, Kind.PERSON, gender, known=False)


def _id(actor: Actor) -> str:
    return actor.actor_id


def _by_itself(text: str, words: Sequence[Token], at: int) -> bool:
    """True where no word of a name stands beside a word."""
    for other in (at - 1, at + 1):
        if not 0 <= other < len(words):
            continue
        first, last = sorted((at, other))
        beside = not text[words[first].end : words[last].start].strip(" ")
        form = words[other].form
        if beside and (form in GIVEN or (other > at and tagger().likeness(form) > LIKELY)):
            return False
    return True


def follows_name(text: str, offset: int) -> bool:
    """True of a word right behind another that looks like a name's: "زاغاري راتكليف", and no known Ratcliffe."""
    words = tokens(text)
    at = bisect_left(starts(text), offset) - 1
    if at < 0 or text[words[at].end : offset].strip(" "):
        return False
    form = words[at].form
    return form in LEXICON.given or not (everyday(form) or ordinary(form) or tagger().likeness(form) < MORE_LIKELY)


def _again(
    text: str,
    column: Field,
    people: list[tuple[Actor, list[Name]]],
    bearers: dict[str, set[Actor]],
    covered: Covered,
) -> Iterator[Mention]:
    """Surnames of persons whose full name stands in the article, of known persons (`bearers`) where no name adjoins."""
    surnames: dict[str, Actor | None] = {s: min(a, key=_id) if len(a) == 1 else None for s, a in bearers.items()}
    for actor, spelt in people:
        for surname in {n.words[0 if HYPHEN in n.spelt.split()[-1] else -1] for n in spelt}:  # "مون" of "مون تشونغ-إن"
            surnames[surname] = None if surname in surnames or surname in COMPOUNDS else actor
    if not surnames or not text:
        return
    shortest_last = sorted(surnames, key=lambda s: (-len(s), s))  # and so the stronger: a proclitic is no letter of it
    forms = {c + surname: (surnames[surname], len(c)) for surname in shortest_last for c in ("", *TITLES.clitics)}
    for surname in shortest_last:  # "للجبابلي": the letter stays, as it is one of the article's
        if surname.startswith(TITLES.article):
            forms[TITLES.merged_article + surname[len(TITLES.article) :]] = (surnames[surname], 0)
    words = tokens(text)
    for number, word in enumerate(words):
        person, clitic = forms.get(word.form, (None, 0))
        if person is None or text[word.start : word.end] in TITLES.like_names:
            continue
        if person.known and not _by_itself(text, words, number):
            continue
        if not covered.meets(column, word.start, word.end):
            start = word.start + clitic
            yield Mention(person, text[start : word.end], column, start, word.end, "reference")
