"""Who is meant, once the day is known: titles to whoever held the office then, short references to what they repeat.

Strongest first: a holder whom the article itself names with that office; the only one who can have held it within the
article's period; the only one whom the article names at all and who is known for it; else nobody, and the mention stays
one of the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from msgspec.structs import replace

from core.actors.identity import new_id
from core.actors.names import follows_name
from core.actors.naming import BareBody, Named, Title, read
from core.arabic import bare
from core.knowledge.titles import TITLES
from core.knowledge.world import BodyKind, Term, World
from core.model import Actor, Article, Document, Field, Kind, Mention


def link(document: Document, world: World) -> Document:
    """The document with titles, counterparts, pairs, bare bodies and open surnames resolved where that is certain."""
    article = document.article
    linker = _Linker(article, world, document.mentions)
    mentions = [m for column in Field for m in linker.column(column)]
    return replace(document, mentions=tuple(mentions))


class _Linker:
    """One article's mentions, and who holds which office in it."""

    def __init__(self, article: Article, world: World, mentions: Iterable[Mention]) -> None:
        self.article, self.world, self.period = article, world, article.published.period
        self.mentions = list(mentions)
        self.named: dict[str, dict[str, Actor]] = {}
        for mention in self.mentions:
            if mention.office_id and mention.actor.kind is Kind.PERSON and not _former(mention):
                self.named.setdefault(mention.office_id, {})[mention.actor.actor_id] = mention.actor

    def column(self, column: Field) -> list[Mention]:
        """The mentions of one column, in order of their place."""
        text = self.article.column(column)
        if not text:
            return []
        reading = read(text, self.world)
        found = [self._held(m) for m in self.mentions if m.field == column]
        taken = {m.start for m in found}
        for named in reading.names:
            if named.start not in taken and (actor := self._by_day(named, text)):
                found.append(_mention(actor, text, column, named, "reference"))
        found.sort(key=lambda m: (m.start, -m.end))
        open_titles = [t for t in reading.titles if t.start not in taken and not _attached(t, text, found)]
        for title in open_titles:
            found.extend(self._open(title, text, column, found))
        for body in reading.bodies:
            if actor := self._owned(body, text, found):
                found.append(_mention(actor, text, column, body, "reference"))
        return sorted(found, key=lambda m: (m.start, -m.end))

    # -- titles

    def _held(self, mention: Mention) -> Mention:
        """A title's mention with its holder for its body, where there can be but one."""
        if mention.how != "title" or mention.office_id is None or mention.actor.kind is Kind.PERSON:
            return mention
        left = _former(mention)
        holder = self._only_named(mention.office_id, left=True) if left else self.holder(mention.office_id)
        return replace(mention, actor=holder) if holder else mention

    def holder(self, office_id: str) -> Actor | None:
        """Who holds the office in this article: the one it names so, else the only one who can have held it then, else
        the only one of those whom it names.
        """
        if named := self.named.get(office_id):
            return next(iter(named.values())) if len(named) == 1 else None
        if self.world.office(office_id).several:
            return self._one_of_several(office_id)
        return self.world.holder(office_id, self.period) or self._only_named(office_id)

    def _only_named(self, office_id: str, *, left: bool = False) -> Actor | None:
        """Whom the article names of those who are known for an office that they may have held then, or have `left`, if
        it is one person; whoever is said to be another's officer now is not.
        """
        wanted = {t.person_id for t in self.world.by_office.get(office_id, ()) if self._known_for(t, left=left)}
        people = {m.actor for m in self.mentions if m.actor.actor_id in wanted and m.how != "title"}
        others = {m.actor for m in self.mentions if m.office_id not in (None, office_id) and not _former(m)}
        gone = {m.actor for m in self.mentions if _former(m)}
        fitting = people if left else people - others - gone
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _known_for(self, term: Term, *, left: bool) -> bool:
        """True of an office that may have been `left` by the end of the article's period; else of the longest or the
        last that somebody held, within it.
        """
        if left:
            return (term.period.last or date.max) < (self.period.last or date.max)
        terms = self.world.terms_of(term.person_id)
        return term.period.overlaps(self.period) and term in (max(terms, key=_length), max(terms, key=_begun))

    def _one_of_several(self, office_id: str, post: str | None = None) -> Actor | None:
        """Of an office that many hold at once: the only holder whom the article names at all, and not at another
        post than that on which `post`, the title's last word, says.
        """
        people = {m.actor.actor_id: m.actor for m in self.mentions if m.actor.kind is Kind.PERSON}
        held = [actor for actor in people.values() if office_id in self._offices(actor)]
        if len(held) != 1:
            return None
        posts = {bare(m.role).split()[-1] for m in self.mentions if m.role and m.actor == held[0]}
        return held[0] if post is None or not posts or post in posts else None

    def _open(self, title: Title, text: str, column: Field, found: list[Mention]) -> Iterator[Mention]:
        """Mentions of a title that does not say whose it is: of whoever was last named with such an office."""
        before = [m for m in found if m.start < title.begin and m.actor.kind is Kind.PERSON]
        if title.office is None:
            office_id = self._counterpart_office(title, before)
            if office_id and (holder := self.holder(office_id)):
                yield _titled(holder, text, column, title, office_id)
            return
        if title.former or title.other or (title.inner and _attached(title.inner, text, found)):
            return  # "مستشار الرئيس نجاد" is nobody named before
        following = _WORD.match(text, title.end)
        if following and bare(following[1]) in _OPPOSED:
            return
        if title.office_id:
            post = bare(text[title.start : title.end]).split()[-1] if title.post else None
            several = self.world.office(title.office_id).several
            if several and (holder := self._one_of_several(title.office_id, post)):
                yield _titled(holder, text, column, title, title.office_id)
            return
        wanted = 2 if title.number == "dual" else 1
        if wanted == 2 and (pair := _last_pair(before, text)):
            before = pair  # "الزعيمان" after "ماكرون وميركل": these, or nobody
        people: dict[str, tuple[Actor, str]] = {}
        for mention in reversed(before):
            office_id = self._office_like(title, mention)
            if office_id:
                people.setdefault(mention.actor.actor_id, (mention.actor, office_id))
            if len(people) == wanted:
                break
        if len(people) == wanted:
            for actor, office_id in people.values():
                yield _titled(actor, text, column, title, office_id)

    def _office_like(self, title: Title, mention: Mention) -> str | None:
        """The office of the title's kind that a person named before holds, by the article or on the day."""
        held = self._held_by(mention)
        return next((office for office in held if self.world.office(office).kind == title.office), None)

    def _held_by(self, mention: Mention) -> list[str]:
        """The office said of a mentioned person; else what they held within the article's period."""
        return [mention.office_id] if mention.office_id else self._offices(mention.actor)

    def _offices(self, actor: Actor) -> list[str]:
        """What the person held within the article's period."""
        return [t.office_id for t in self.world.terms_of(actor.actor_id) if t.period.overlaps(self.period)]

    def _counterpart_office(self, title: Title, before: list[Mention]) -> str | None:
        """The office of the person named last, in the country said: "نظيره الأميركي"."""
        if title.owner is None:
            return None
        for mention in reversed(before):
            for office_id in self._held_by(mention):
                office = self.world.office(office_id)
                if office.country_id != title.owner and self.world.office_of(office.kind, title.owner):
                    return f"{title.owner}-{office.kind}"
        return None

    # -- names and bodies

    def _by_day(self, named: Named, text: str) -> Actor | None:
        """Of people called so, the only one in office on the day, where the word can be a surname by itself there."""
        if named.how != "short" or not self._tells(named, text):
            return None
        held = [actor for c in named.candidates if self._offices(actor := self.world.actors[c])]
        return held[0] if len(held) == 1 else None

    def _tells(self, named: Named, text: str) -> bool:
        """True of a surname with no other name before it; a word of the language ("رئيسي") and one that many bear only
        tell whoever's body is named: "الخطيب" where "الائتلاف السوري" is.
        """
        if named.clitic not in TITLES.before_surnames or (not named.clitic and follows_name(text, named.begin)):
            return False
        if named.form not in self.world.leaning:
            return True
        bodies = {m.actor.actor_id for m in self.mentions if m.how != "title"}
        offices = [o for c in named.candidates for o in self._offices(self.world.actors[c])]
        return TITLES.is_definite(named.form) and any(self.world.office(o).body_id in bodies for o in offices)

    def _owned(self, body: BareBody, text: str, found: list[Mention]) -> Actor | None:
        """Whose ministry or parliament is meant: the only one of its kind that the article names in full; else, of a
        wording that can mean so, that of the country last named in the sentence; else that of the only officer named,
        or of the country the article is about; else an unknown one, as it is called there.
        """
        wanted = f"-{body.kind}"
        named = [m.actor for m in self.mentions if m.how != "title"]
        same = {actor.actor_id: actor for actor in named if actor.actor_id.endswith(wanted)}
        if same:
            return next(iter(same.values())) if len(same) == 1 else None
        for mention in reversed(found) if body.alone else ():
            if mention.end <= body.begin and mention.actor.country_id:
                if _STOP.search(text, mention.end, body.begin):
                    break
                return self.world.actors.get(f"{mention.actor.country_id}-{body.kind}")
        if " " not in text[body.start : body.end]:
            return None  # "الحكومة" may be any; "وزارة الخارجية" goes with the minister
        offices = {m.office_id for m in self.mentions if m.office_id}
        owners = {o.body_id for o in map(self.world.office, offices) if o.body_id and o.body_id.endswith(wanted)}
        if len(owners) == 1:
            return self.world.actors[owners.pop()]
        home = self.world.actors.get(f"{self.home}-{body.kind}")
        return home or self._unknown(text[body.start : body.end], self.world.body_kinds[body.kind])

    @cached_property
    def home(self) -> str | None:
        """The country that the article is about: what it names is of that one, but for a little."""
        named = Counter(m.actor.country_id for m in self.mentions if m.actor.country_id)
        country, often = named.most_common(1)[0] if named else (None, 0)
        return country if often >= max(_OFTEN, _AT_HOME * named.total()) else None

    def _unknown(self, wording: str, kind: BodyKind) -> Actor:
        """A body that nothing tells the country of. In another article it may be another's."""
        if wording.startswith(TITLES.merged_article):
            wording = TITLES.article + wording.removeprefix(TITLES.merged_article)
        actor_id = new_id((self.article.article_id, *bare(wording).split()))
        return Actor(actor_id, wording, None, Kind.ORGANISATION, kind.gender, known=False)


def _begun(term: Term) -> date:
    return term.period.first or date.min


def _length(term: Term) -> timedelta:
    """How long somebody held an office, up to today's end of time where it goes on."""
    return (term.period.last or date.max) - _begun(term)


def _former(mention: Mention) -> bool:
    """True where the title beside a name says that the office was left ("الرئيس الأميركي السابق باراك أوباما")."""
    return not _FORMER.isdisjoint(bare(mention.role or "").split())


_FORMER = TITLES.folded("former")

_OPPOSED = TITLES.folded("opposed")
_WORD = re.compile(r" (\w+)")

#: How much of what an article names is of the country it is about, at least, and how often it names that.
_AT_HOME, _OFTEN = 0.7, 3

#: Characters at most between a title and its name: spaces, a comma, quotation marks.
_NEAR = 4

#: What joins two names.
_AND = TITLES.conjunctions[0]
#: Where a sentence ends.
_STOP = re.compile(r"[.\n؟!]")


def _last_pair(people: list[Mention], text: str) -> list[Mention]:
    """The last two persons whom و joins, with no more than a title between them."""
    for one, other in reversed(list(pairwise(people))):
        between = text[one.end : other.start].lstrip(" ،,")
        joined = between.startswith(_AND) and between.removeprefix(_AND).strip(" ،,") == (other.role or "")
        if joined and one.actor != other.actor:
            return [one, other]
    return []


def _attached(title: Title, text: str, found: list[Mention]) -> bool:
    """True of a title whose holder's name stands right behind it."""
    wording = text[title.start : title.end]
    return any(m.role == wording and 0 <= m.start - title.end < _NEAR for m in found)


def _titled(actor: Actor, text: str, column: Field, title: Title, office_id: str) -> Mention:
    wording = text[title.start : title.end]
    return Mention(actor, wording, column, title.start, title.end, "title", wording, office_id)


def _mention(actor: Actor, text: str, column: Field, span: Named | Title | BareBody, how: str) -> Mention:
    return Mention(actor, text[span.start : span.end], column, span.start, span.end, how)
