"""What stands on a page beside the story: compiled patterns out of furniture.yml."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from core.arabic import bare, fold
from core.knowledge.loading import FOLDER, KnowledgeError, read

#: Marks a letter may carry, and the one that stands for all of them in `folded` text: behind each of some thousands of
#: letters of the patterns, one character compiles ten times as fast as a class of them.
_MARKS, _MARK = re.compile("[\u064b-\u0652\u0670]"), "\u0640"

#: A letter of a pattern, outside character classes.
_LETTER = re.compile(r"[\u0621-\u064a](?![^\[]*\])")

#: What may stand around a line that is otherwise one button or heading.
_AROUND = r"[\s\W_]*"


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    line: list[str] = []
    within: list[str] = []
    dotted: list[str] = []
    bare: list[str] = []
    inside: list[str] = []
    resumes: list[str] = []
    start: list[str] = []
    head: list[str] = []
    end: list[str] = []


class _Stamps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: list[str]
    ago: list[str]
    hour: list[str]
    place: list[str]
    published: list[str]
    updated: list[str]
    opening: list[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    adverts: _Patterns
    buttons: _Patterns
    appeals: _Patterns
    read_also: _Patterns
    summary: _Patterns
    tags: _Patterns
    source: _Patterns
    title: _Patterns
    captions: _Patterns
    bylines: _Patterns
    wire: _Patterns
    stamps: _Stamps
    unfinished: list[str]
    unfinished_or_name: list[str]
    unbegun: list[str]
    apposition: list[str]
    no_headline: list[str]
    no_verb: list[str]
    headline: list[str]
    sections: list[str]
    generic: list[str]
    cities: list[str]


class _Names(msgspec.Struct, frozen=True):
    arab: str  # the other lists of names.yml are for finding names in a story


class Furniture(msgspec.Struct, frozen=True):
    """Compiled over `folded` text. `…_line` matches whole lines, `…_head` a heading with what follows it in group 1."""

    advert_line: re.Pattern[str]
    advert_within: re.Pattern[str]
    button_line: re.Pattern[str]
    appeal_start: re.Pattern[str]
    read_also: re.Pattern[str]
    read_also_inside: re.Pattern[str]
    resumes: re.Pattern[str]
    summary_head: re.Pattern[str]
    summary_alone: re.Pattern[str]
    tags_head: re.Pattern[str]
    title_head: re.Pattern[str]
    source_head: re.Pattern[str]
    source_line: re.Pattern[str]
    caption_end: re.Pattern[str]
    caption_start: re.Pattern[str]
    byline_head: re.Pattern[str]
    wire_line: re.Pattern[str]
    wire_within: re.Pattern[str]
    stamp_words: frozenset[str]
    stamp_label: re.Pattern[str]
    stamp_opening: re.Pattern[str]
    ago: frozenset[str]
    hour: frozenset[str]
    unfinished: frozenset[str]
    unfinished_or_name: frozenset[str]
    unbegun: frozenset[str]
    apposition: frozenset[str]
    no_headline: frozenset[str]
    no_verb: frozenset[str]
    headline: frozenset[str]
    sections: frozenset[str]
    generic: frozenset[str]
    cities: frozenset[str]
    given_names: frozenset[str]


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text as the patterns are held against it: folded, and its marks all the same. Offsets hold.

    Cached, since every repair asks for the same line.
    """
    return _MARKS.sub(_MARK, fold(text))


@cache
def load() -> Furniture:
    """The knowledge of furniture.yml, compiled once. Raises KnowledgeError where a pattern is none."""
    file = read(FOLDER / "furniture.yml", _File)
    stamps = file.stamps
    credit = _alternatives(file.captions.end)
    return Furniture(
        advert_line=_line(file.adverts.line),
        advert_within=_any(file.adverts.within),
        button_line=_line(file.buttons.line),
        appeal_start=_start(file.appeals.start),
        read_also=_announced(file.read_also),
        read_also_inside=_compiled(
            rf"(?<=[.؟!\"»”)…])\s*(?:{_alternatives(file.read_also.inside)})\s*(?:[:：/|]|\.{{2,}}|…)\s*"
        ),
        resumes=_compiled(rf"(?<!\w)و(?:{_alternatives(file.read_also.resumes)})(?!\w)"),
        summary_head=_line(file.summary.head),
        summary_alone=_line(file.summary.line),
        tags_head=_head(file.tags.head, colon=True),
        title_head=_head(file.title.head, colon=True),
        source_head=_head(file.source.head, colon=True),
        source_line=_compiled(rf"^[\s*(]*(?:{_alternatives(file.source.start)})\s+(.*)$"),
        caption_end=_compiled(rf"(?:\((?:[^()]*[\s/،,–-])?(?:{credit})\)|[-–/|©] ?(?:{credit}))[\s.]*$"),
        caption_start=_start(file.captions.start),
        byline_head=_compiled(rf"^[\s\W_]*(?:{_alternatives(file.bylines.head)})(?!\w)[\s:ـ_–—/-]*(.*)$"),
        wire_line=_line(file.wire.line),
        wire_within=_any(file.wire.within),
        stamp_words=_words(stamps.word + stamps.place),
        stamp_label=_labels(stamps.published, stamps.updated),
        stamp_opening=_start(stamps.opening),
        ago=_words(stamps.ago),
        hour=_words(stamps.hour),
        unfinished=frozenset(file.unfinished),
        unfinished_or_name=frozenset(file.unfinished_or_name),
        unbegun=frozenset(file.unbegun),
        apposition=_words(file.apposition),
        no_headline=_words(file.no_headline),
        no_verb=_words(file.no_verb),
        headline=_words(file.headline),
        sections=_words(file.sections),
        generic=_words(file.generic),
        cities=_words(file.cities),
        given_names=frozenset(bare(read(FOLDER / "names.yml", _Names).arab).split()),
    )


def _words(given: list[str]) -> frozenset[str]:
    return frozenset(bare(word).lower() for word in given)


def _labels(published: list[str], updated: list[str]) -> re.Pattern[str]:
    """What says which of the two days a stamp says comes next, in the group of its name."""
    either = rf"(?P<updated>{_alternatives(updated)})|(?P<published>{_alternatives(published)})"
    return _compiled(rf"(?<![^\W\d])(?:{either})(?!\w)")


def _alternatives(given: list[str]) -> str:
    """One pattern for any of these, as it stands in folded text: letters may carry marks, a space is any run."""
    folded = (fold(pattern).replace(" ", r"(?:\s+)") for pattern in given)
    return "|".join(_LETTER.sub(_with_marks, pattern) for pattern in folded)


def _with_marks(match: re.Match[str]) -> str:
    """A letter with the marks it may carry, as one thing to a quantifier behind it."""
    return f"(?:{match[0]}{_MARK}*)"


def _line(given: list[str]) -> re.Pattern[str]:
    return _compiled(rf"^{_AROUND}(?:{_alternatives(given)}){_AROUND}$")


def _start(given: list[str]) -> re.Pattern[str]:
    return _compiled(rf"^{_AROUND}(?:{_alternatives(given)})")


def _any(given: list[str]) -> re.Pattern[str]:
    return _compiled(_alternatives(given))


def _head(given: list[str], colon: bool = False) -> re.Pattern[str]:
    """A heading: alone on its line, or with a colon (or, unless `colon`, a dash) and something after it."""
    mark = r"[:：]" if colon else r"(?:[:：]|\.{2,}|…|[-–—|])"
    return _compiled(rf"^{_AROUND}(?:{_alternatives(given)})(?!\w)\s*(?:{mark}+\s*(.*)|{_AROUND})$")


def _announced(known: _Patterns) -> re.Pattern[str]:
    """A heading over other stories, alone or with the first of them behind a mark."""
    marks = r"(?:[:：/|]|\.{2,}|…|[-–—])"
    return _compiled(
        rf"^{_AROUND}(?:(?:{_alternatives(known.head)})(?!\w)\s*(?:{marks}+\s*(?P<a>.*)|{_AROUND})"
        rf"|(?:{_alternatives(known.dotted)})(?!\w)\s*(?:/|\||\.{{2,}}|…|\s[-–—]\s)\s*(?P<b>(?:\S+\s+){{3,}}.+)"
        rf"|(?:{_alternatives(known.bare)})\s*[:：]\s*(?P<c>.+))$"
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"furniture.yml: {error} in {error.pattern!r:.200}") from error
