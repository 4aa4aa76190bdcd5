"""Publication lines: the dateline that cleaning found, lines of the text that are a date and little else, and the
openings of agencies ("بكين 26 أبريل 2021 (شينخوا) --").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from core import calendar
from core.arabic import bare, fold
from core.dating.evidence import Evidence, Kind, checked
from core.knowledge.calendar import load
from core.model import Document, Granularity, Period

#: A publication line that cleaning left stands among so many lines at the head, or last.
_HEAD = 3
#: An agency's opening stands within so many characters.
_OPENING = 140


#: "/2018/03/02/" in a page's address.
_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")


def address(url: str | None) -> Iterator[Evidence]:
    """The day in the page's address, which an outlet gives it on the day; a day less where midnight lies between."""
    if match := _ADDRESS.search(url or ""):
        year, month, day = (int(part) for part in match.groups())
        if period := calendar.day_period(year, month, day):
            yield Evidence(match[0], Kind.ADDRESS, (period,))


def datelines(document: Document, weekdays: Collection[int]) -> Iterator[Evidence]:
    """The dateline; lines at the head and the foot of the text that are a date and little else; an agency's opening."""
    article = document.article
    for line in (*(article.dateline or "").splitlines(), article.author or ""):
        yield from _first_day(line, weekdays)
    lines = article.text.split("\n")
    head = [] if _chronicles(article.text, _HEAD) else lines[:_HEAD]  # dated lines further down: a chronology
    foot = [line for line in lines[_HEAD:][-1:] if _label().search(fold(line))]  # a date alone may sign a letter
    for line in (*head, *foot):
        if len(line) <= 90 and _is_publication_line(line):
            yield from _first_day(line, weekdays)
    if lines:
        yield from _opening(lines[0][:_OPENING], article.dateline is not None, _chronicles(article.text, 1))


def _first_day(line: str, weekdays: Collection[int]) -> Iterator[Evidence]:
    """The first whole day in a line, the Gregorian before the Hijri. The day of an update is the day of publication
    where the text's own weekday says so; else the article is no younger.
    """
    days = [e for e in calendar.find(line) if e.granularity is Granularity.DAY and e.period is not None]
    for e in sorted(days, key=lambda e: e.hijri)[:1]:
        if e.period is None or not e.period.last:
            continue
        wording, days_said = line[e.start : e.end], checked(e, e.period)
        if _updated().search(fold(line[: e.start])) and e.period.last.weekday() not in weekdays:
            yield Evidence(wording, Kind.UPDATED, (Period(None, days_said.last),))
        else:
            yield Evidence(wording, Kind.DATELINE, (days_said,))


def _is_publication_line(line: str) -> bool:
    """Whether nothing stands in the line but dates, a clock time and the usual words; a byline may hold a name."""
    rest = fold(line)
    dates = [e for e in calendar.find(line) if e.period]
    for e in reversed(dates):
        rest = f"{rest[: e.start]} {rest[e.end :]}"
    if not dates:
        return False
    if _byline().match(rest):
        return len(rest.split()) <= 7
    return not re.sub(r"[\W\d_]+", "", _furniture().sub(" ", bare(rest)))


#: An agency's opening is a place, a day, then the agency's name in brackets or strokes or as it is, or a dash or colon.
_PLACE = re.compile(r"(?:[^\W\d]+[ ،,/-]*){0,4}\(?")
_BRACKETS = re.compile(r"\)?\s*[(/\[][^)/\]\n]{1,30}[)/\]]")


def _opening(line: str, filed: bool, listed: bool) -> Iterator[Evidence]:
    """The day in an agency's opening, "بكين 26 أبريل 2021 (شينخوا) --". A day that opens the text with no agency behind
    it counts where cleaning took the place off before it (`filed`) or a dash follows, but not in a list of days.
    """
    for e in calendar.find(line):
        if e.start > 45 or e.hijri or e.said_day is not None or not e.period or e.granularity is not Granularity.DAY:
            continue
        before, after = _without_hijri(line[: e.start]), line[e.end :]
        place = _PLACE.fullmatch(before) and re.search(r"\w{3}", before)
        first = not before.strip(" (")
        if (
            (place and _agency().match(bare(after)))
            or (first and (_BRACKETS.match(after) or ("(" in before and after.startswith(")"))))
            or (first and not listed and (filed or re.match(r"\s*[-–—:]", after)))
        ):
            yield Evidence(line[e.start : e.end], Kind.DATELINE, (checked(e, e.period),))
            return


def _without_hijri(before: str) -> str:
    """The place alone, of "الرياض 14 رمضان 1442 هـ الموافق"."""
    for e in calendar.find(before):
        if e.hijri:
            before = before[: e.start] + before[e.end :]
    return before


def _chronicles(text: str, after: int) -> bool:
    """Whether a line after the first so many begins with a date: a list of what happened when, not a story."""
    return any(
        text.count("\n", 0, e.start) >= after and e.start - text.rfind("\n", 0, e.start) <= 4
        for e in calendar.find(text)
        if e.granularity is Granularity.DAY and (e.period or e.day)
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(bare(w)).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


@cache
def _agency() -> re.Pattern[str]:
    """What follows the day in an agency's opening."""
    named = rf"[(/\[]?\s*(?:{_any(load().agencies)})(?!\w)"
    return re.compile(rf"\)?\s*(?:[مه]\s+)?(?:{named}|(?:[(\[][^)\]\n]{{1,30}}[)\]])?\s*(?:--|[-–—:]))")


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(_any(load().updated), re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(load().labels)})(?!\w)", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_any(load().byline)})\s*[:ـ/-]", re.IGNORECASE)


@cache
def _furniture() -> re.Pattern[str]:
    """The usual words, time zones, and the clock of an ISO stamp."""
    return re.compile(rf"(?<!\w)(?:{_any(load().dateline_words)}|[A-Z]{{2,4}}|T?\d\d:\d\d\S*)(?!\w)", re.IGNORECASE)
