"""The words of calendar expressions: months of both calendars, weekdays, ordinals, "yesterday", "last", "ago"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from core.arabic import bare
from core.knowledge.loading import FOLDER, KnowledgeError, read

FILE = "calendar.yml"


class Length(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The forms of a unit of time after a number: one, two, three and more."""

    one: list[str]
    two: list[str]
    many: list[str]


class KnownDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day that needs no year after what it is known for."""

    day: int
    month: int
    year: int
    after: list[str]


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of calendar.yml, as they stand there; `load` adds the names that CLDR knows."""

    locales: list[str]
    latin: list[str]
    months: dict[int, list[str]]
    doubtful_months: list[str]
    before_month: list[str]
    stubborn_months: list[str]
    hijri: dict[int, list[str]]
    stubborn_hijri: list[str]
    hijri_honours: list[str]
    hijri_marks: list[str]
    weekdays: dict[int, list[str]]
    not_weekday_after: list[str]
    parts_of_day: list[str]
    days: dict[int, list[str]]
    not_today: list[str]
    not_today_before: list[str]
    not_today_after: list[str]
    leans: dict[str, list[str]]
    that_year: list[str]
    of_it: list[str]
    counted_years: dict[int, list[str]]
    units: dict[str, list[str]]
    not_year_unit_after: list[str]
    lengths: dict[str, Length]
    ago: list[str]
    ahead: list[str]
    counted_from: list[str]
    numbers: dict[int, list[str]]
    ordinals: dict[int, list[str]]
    not_day_after: list[str]
    name_before: list[str]
    known_days: list[KnownDay]
    parts: list[str]
    seasons: list[str]
    decades: dict[int, list[str]]
    years: list[str]
    shares: dict[str, list[str]]
    centuries: list[str]
    ages: list[str]
    before_year: list[str]
    not_year_before: list[str]
    gregorian_marks: list[str]
    links: list[str]
    cues_beside: dict[str, list[str]]
    cues_before: dict[str, list[str]]
    clause_breaks: list[str]
    purpose_prefixes: list[str]
    future_prefixes: list[str]
    not_future: list[str]
    former: list[str]


@cache
def load() -> Calendar:
    """The calendar's words, CLDR's names of months and weekdays among them.

    Raises KnowledgeError where one name would be two months, weekdays or days.
    """
    from babel import Locale

    words = read(FOLDER / FILE, Calendar)
    locales = [Locale.parse(name) for name in words.locales]
    months = {
        number: [*(loc.months["format"]["wide"][number] for loc in locales), *words.months.get(number, [])]
        for number in range(1, 13)
    }
    weekdays = {
        number: [*(loc.days["format"]["wide"][number] for loc in locales), *words.weekdays.get(number, [])]
        for number in range(7)
    }
    for names in (months, weekdays, words.hijri, words.ordinals, words.days):
        numbered(names)
    return msgspec.structs.replace(words, months=months, weekdays=weekdays)


@cache
def latin_months() -> dict[str, int]:
    """English and French month names, whole and abbreviated, in lower case, to their numbers."""
    from babel import Locale

    forms = [Locale.parse(name).months["format"][width] for name in load().latin for width in ("wide", "abbreviated")]
    return {form[number].lower().rstrip("."): number for form in reversed(forms) for number in range(1, 13)}


def numbered(names: Mapping[int, Iterable[str]]) -> dict[str, int]:
    """Each folded name to its number. Raises KnowledgeError where a name has two.

    >>> numbered({1: ["كانون الثاني"], 4: ["أبريل", "ابريل"]})
    {'كانون الثاني': 1, 'ابريل': 4}
    """
    found: dict[str, int] = {}
    for number, spellings in names.items():
        for spelling in spellings:
            if found.setdefault(bare(spelling), number) != number:
                raise KnowledgeError(f"{FILE}: {spelling!r} is both {found[bare(spelling)]} and {number}")
    return found
