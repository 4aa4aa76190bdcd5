"""The things Tasrih knows about: frozen, typed, and without behaviour beyond their own arithmetic.

They are msgspec's structs: an article makes some two hundred, and a frozen dataclass takes five times as long to make.

Offsets are half-open and count the characters of one column of the article, named by `field`:
`article.column(field)[start:end] == surface` holds for everything that was found.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

import msgspec


class Field(StrEnum):
    """The columns of an article in which something can be found."""

    TEXT = "text"
    TITLE = "title"
    SUMMARY = "summary"
    DATELINE = "dateline"
    CAPTIONS = "captions"


class Kind(StrEnum):
    """What an actor is. A place is where something happens; a country is who acts."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"


class Granularity(StrEnum):
    """How finely a date expression speaks."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


class Basis(StrEnum):
    """What decided when an article was published."""

    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    NONE = "none"


class Mode(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REFUSAL = "refusal"


class Act(StrEnum):
    """What the cue of a statement does; every cue's entry in the knowledge names one."""

    SAY = "say"
    AFFIRM = "affirm"
    ADD = "add"
    EXPLAIN = "explain"
    ANNOUNCE = "announce"
    DENY = "deny"
    DECLINE = "decline"
    WARN = "warn"
    THREATEN = "threaten"
    DEMAND = "demand"
    CALL = "call"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    WELCOME = "welcome"
    PROMISE = "promise"
    PROPOSE = "propose"
    EXPECT = "expect"
    CLAIM = "claim"


class ResolvedBy(StrEnum):
    """How a speaker was worked out.

    name: named in the sentence. title: a title or description that the article or the knowledge resolves to a person.
    inherited: a silent or pronominal subject, taken from an earlier statement. office: a body or country speaks.
    none: nobody could be named; the wording is kept.
    """

    NAME = "name"
    TITLE = "title"
    INHERITED = "inherited"
    OFFICE = "office"
    NONE = "none"


class Period(NamedTuple):
    """Days from `first` to `last`, inclusive; a null end is unbounded.

    >>> Period.day(date(2024, 2, 29)).only
    datetime.date(2024, 2, 29)
    >>> Period(date(2021, 1, 20), None) & Period(None, date(2025, 1, 20))
    Period(first=datetime.date(2021, 1, 20), last=datetime.date(2025, 1, 20))
    """

    first: date | None = None
    last: date | None = None

    @classmethod
    def day(cls, day: date) -> Period:
        """The one day."""
        return cls(day, day)

    @property
    def only(self) -> date | None:
        """The day, where the period is a single one; else null."""
        return self.first if self.first == self.last else None

    @property
    def days(self) -> int | None:
        """How many days it holds; null where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def empty(self) -> bool:
        """True where the ends contradict each other, so that no day is left."""
        return bool(self.first and self.last and self.first > self.last)

    def holds(self, day: date) -> bool:
        """True where `day` lies inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: Period) -> bool:
        """True where the two share a day."""
        return not (self & other).empty

    def shifted(self, days: int) -> Period:
        """The period moved by `days`; open ends stay open."""
        move = timedelta(days)
        return Period(self.first and self.first + move, self.last and self.last + move)

    def __and__(self, other: Period) -> Period:
        """The days in both; `empty` where there are none."""
        firsts = [d for d in (self.first, other.first) if d]
        lasts = [d for d in (self.last, other.last) if d]
        return Period(max(firsts, default=None), min(lasts, default=None))


ALWAYS = Period()


class Published(msgspec.Struct, frozen=True):
    """When an article was published, as far as that can be known.

    `period` always holds the answer and its doubt; `on` is filled only where a single day is left.
    `evidence` is the wording (or the metadata value) that decided.
    """

    period: Period = ALWAYS
    basis: Basis = Basis.NONE
    evidence: str | None = None

    @property
    def on(self) -> date | None:
        """The day of publication, where it is certain."""
        return self.period.only


class Article(msgspec.Struct, frozen=True):
    """One published story. `text` is the body alone; what was taken off it stands in its own column.

    `article_id` is a hash of where the story stood (source file name, item, part) and what it says, so that the same
    source gives the same id in any order on any machine. `captions` holds one caption a line.
    """

    article_id: str
    source_file: str
    text: str
    item: str | None = None
    part: int = 0
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    section: str | None = None
    published: Published = Published()
    dateline: str | None = None
    summary: str | None = None
    captions: str | None = None
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    duplicate_of: str | None = None

    def column(self, name: Field) -> str:
        """The text that offsets of `name` count in; "" where the article has none."""
        return getattr(self, name) or ""


class Actor(msgspec.Struct, frozen=True):
    """A person, organisation, country or place; from the knowledge, or met in an article (`known` is false)."""

    actor_id: str
    label: str
    label_en: str | None
    kind: Kind
    gender: str | None = None  # m or f, of a person or of a body's name, for agreement with verbs
    country_id: str | None = None  # the country it belongs to
    known: bool = True


class Mention(msgspec.Struct, frozen=True):
    """One naming of an actor in one place.

    `how` says what named it: name, title (an office that the knowledge or the article resolves to its holder),
    adjective (a nationality), or reference (a surname, "نظيره الأميركي"). `role` is the office said of it right there,
    as worded; `office_id` the office of the knowledge that this wording names.
    """

    actor: Actor
    surface: str
    field: Field
    start: int
    end: int
    how: str = "name"
    role: str | None = None
    office_id: str | None = None


class DateSpan(msgspec.Struct, frozen=True):
    """One expression of calendar time. `period` is null where the text does not let a reader work it out."""

    surface: str
    field: Field
    start: int
    end: int
    period: Period | None
    granularity: Granularity


class Statement(msgspec.Struct, frozen=True):
    """One attributed act of communication: a cue with its content and, where it can be known, its speaker.

    `speaker` is the actor, or null with `resolved_by` none; `speaker_surface` is how the text words the speaker, beside
    the cue or, where the subject is silent, where it was last named. `rule` names the rule that found it.
    """

    text: str
    field: Field
    start: int
    end: int
    cue: str
    cue_start: int
    act: Act
    mode: Mode
    rule: str
    speaker: Actor | None = None
    speaker_surface: str | None = None
    role: str | None = None
    body_id: str | None = None
    country_id: str | None = None
    resolved_by: ResolvedBy = ResolvedBy.NONE
    said: Period = ALWAYS
    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    venue: str | None = None
    addressee: str | None = None


class Document(msgspec.Struct, frozen=True):
    """An article with what is known about it so far. Each stage takes one and returns one with more."""

    article: Article
    dates: tuple[DateSpan, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()


class Record(msgspec.Struct, frozen=True):
    """One record as a source holds it, decoded but otherwise untouched. Metadata is null where the source has none.

    `published` is the day (or span) that the source's own metadata gives; `assumed` notes what reading it assumed,
    such as a guessed encoding.
    """

    source_file: str
    text: str
    item: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    section: str | None = None
    published: Published = Published()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    assumed: tuple[str, ...] = ()


class Reject(msgspec.Struct, frozen=True):
    """A file or record that was set aside, and why."""

    source_file: str
    item: str | None
    reason: str
