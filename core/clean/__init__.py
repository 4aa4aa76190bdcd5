"""From a record to its stories: furniture off, stories apart, each repair named.

The repairs stand in the order they run. Each is a function from a draft to a draft, can be tested alone, and says in
its name what it takes off. What is removed but informative goes to its own column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import blake2b

from core.arabic import has_arabic
from core.clean import characters, credits, filing, headlines, labels, lifted, opening, split, teasers
from core.clean.draft import Draft
from core.knowledge import outlets
from core.model import Article, Published, Record

__all__ = ["NoStory", "articles"]

_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS = re.compile(r"[^\W\d_]+")

Repair = Callable[[Draft], Draft]

#: Before stories are told apart.
PAGE: tuple[Repair, ...] = (
    characters.markup,
    characters.invisible,
    characters.cut_lines,
    characters.spaces,
    characters.wrapped_lines,
    characters.fused_sentences,
    lifted.one_line,
    labels.list_marks,
    labels.adverts,
    lifted.summaries,
    labels.buttons,
    labels.appeals,
    teasers.inside,
)

#: Of each story.
STORY: tuple[Repair, ...] = (
    labels.wire_marks,
    lifted.stamps,
    lifted.tags,
    credits.sources,
    headlines.headline,
    headlines.site_name,
    headlines.kicker,
    headlines.repeated_title,
    lifted.hashtags,
    headlines.sections,
    credits.credits,
    filing.filed_from,
    opening.captions,
    opening.writers,
    teasers.between,
    teasers.teasers,
)


class NoStory(ValueError):
    """A record holds no Arabic story; its text says what it holds instead."""


def articles(record: Record) -> tuple[Article, ...]:
    """The stories of a record, in the order they stand. Raises NoStory where there is none."""
    if not record.text.strip():
        raise NoStory("the text is empty")
    if not _is_arabic(record.text):
        raise NoStory("the text is not Arabic")
    drafts = [draft for draft in _drafts(record) if any(draft.lines)]
    if not drafts or not any(has_arabic(line) for line in drafts[0].lines):
        raise NoStory("nothing is left once the furniture of the page is off")
    return tuple(_article(record, part, draft) for part, draft in enumerate(drafts))


def trace(record: Record) -> Iterator[tuple[str, Draft, Draft]]:
    """What each repair made of a record: its name, and the draft before and after, story by story.

    The replay of the plan, for tests and for `bench/cleaning.py`.
    """
    steps: list[tuple[str, Draft, Draft]] = []
    for _ in _drafts(record, lambda *step: steps.append(step)):
        pass
    yield from steps


def _drafts(record: Record, watch: Callable[[str, Draft, Draft], None] = lambda *_: None) -> Iterator[Draft]:
    """The clean stories of a record; `watch` is told of every repair."""
    title, outlet = characters.plain(record.title), characters.plain(record.outlet)
    page = Draft(
        characters.split_lines(record.text),
        title=title,
        titled=title is not None,
        outlet=outlets.label(outlet) if outlet else None,
    )
    for repair in PAGE:
        page, before = repair(page), page
        watch(repair.__name__, before, page)
    stories = tuple(split.stories(page))
    watch("stories", page, page.with_lines(line for story in stories for line in story.lines))
    for draft in stories:
        for repair in STORY:
            draft, before = repair(draft), draft
            watch(repair.__name__, before, draft)
        yield draft


def _is_arabic(text: str) -> bool:
    """True where at least a tenth of the letters of the first pages are Arabic."""
    return any(10 * _count(_ARABIC, part) > _count(_LETTERS, part) for part in (text[:300], text[:20_000]))


def _count(characters: re.Pattern[str], text: str) -> int:
    """How many characters of a kind a text has; the pattern matches runs of them."""
    return sum(map(len, characters.findall(text)))


def _article(record: Record, part: int, draft: Draft) -> Article:
    """The article of a draft; what the source says of itself holds for the first story alone."""
    own = part == 0
    summary = characters.plain(record.summary) if own else None
    site = outlets.at(record.url) if own and record.url else None
    return Article(
        article_id=_identity(record, part),
        source_file=record.source_file,
        item=record.item,
        part=part,
        title=draft.title,
        outlet=draft.outlet or (site.label if site else None),
        author=(characters.plain(record.author) if own else None) or draft.author,
        url=record.url if own else None,
        section=(characters.plain(record.section) if own else None) or draft.section,
        published=record.published if own else Published(),
        dateline="\n".join(draft.datelines) or None,
        summary="\n".join(draft.summary) or summary,
        captions="\n".join(draft.captions) or None,
        tags=tuple(dict.fromkeys((*(record.tags if own else ()), *draft.tags))),
        text="\n".join(filter(None, draft.lines)),
    )


def _identity(record: Record, part: int) -> str:
    """A name that the same story of the same source has on any machine: a hash of where it stood and what it said."""
    said = "\0".join((record.source_file, record.item or "", str(part), record.title or "", record.text))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
