"""The wordings of Arabic dates, as patterns over folded text built from the knowledge.

Each pattern has one reader that turns a match into an Expression. `find` tries them all, keeps the longest readings
that do not overlap, and joins what stands side by side ("اليوم" + "الاثنين" + "15 مارس 2013") into one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import ahocorasick
from msgspec.structs import replace

from core.arabic import MARKS, bare, folded
from core.calendar import hijri
from core.calendar.expression import Expression, Lean, day_period, in_year, month_period, year_period
from core.knowledge.calendar import Calendar, latin_months, load, numbered
from core.model import Granularity

_GAP = r"[^\S\n]*"  # within a line, perhaps nothing
_SPACE = r"[^\S\n]+"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_DAY = r"(?<!\d)(?<!\d[٫.,/:])(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_TO = rf"{_GAP}(?:[-–—/]|و|{_SPACE}?(?:الي|و?حتي|ل){_SPACE}){_GAP}"
_AND = r"(?:[بل]?ال)?"
_CLITIC = r"(?:(?<!\w)[وف]?[بلك]?|(?<=[^\W\d_])(?=\d))"  # "في30 آذار" is one run of letters


@lru_cache(maxsize=256)
def find(text: str) -> tuple[Expression, ...]:
    """Every calendar expression of `text`, in order; `text[e.start:e.end]` is its wording. Cached: two stages ask.

    >>> [("في 24 فبراير/ شباط 2022"[e.start:e.end], e.period.only) for e in find("في 24 فبراير/ شباط 2022")]
    [('24 فبراير/ شباط 2022', datetime.date(2022, 2, 24))]
    """
    plain, place = _plain(text)
    readings = sorted(_readings(plain), key=lambda e: (e.start - e.end, e.start))
    taken: list[Expression] = []
    for reading in readings:
        if all(reading.end <= other.start or other.end <= reading.start for other in taken):
            taken.append(reading)
    joined = _join(plain, sorted(taken, key=lambda e: e.start))
    return tuple(replace(e, start=place(e.start), end=place(e.end - 1) + 1) for e in joined)


def _plain(text: str) -> tuple[str, Callable[[int], int]]:
    """Folded text without marks, and the function that says where one of its characters stands in `text`."""
    form = folded(text)
    starts, shifts = [0], [0]
    for mark in MARKS.finditer(form):
        starts.append(mark.start() - shifts[-1])
        shifts.append(shifts[-1] + len(mark[0]))
    return MARKS.sub("", form), lambda offset: offset + shifts[bisect_right(starts, offset) - 1]


class _Pattern(NamedTuple):
    """A pattern, what reads its matches, and what no match is without: one of these words, or a number of four digits.

    The text is searched only around those: from so many characters before.
    """

    regex: re.Pattern[str]
    read: Callable[[re.Match[str]], Expression | None]
    words: frozenset[str] = frozenset()
    left: int = 70


_FOUR_DIGITS = re.compile(r"\d{4}")

#: How far behind its word a wording may reach, in characters; the letters joined to the word, at most.
_RIGHT, _JOINED = 90, 4

#: How far before its word a wording may reach that begins with it, or with one more word.
_NEAR = 20


def _readings(plain: str) -> Iterator[Expression]:
    windows = _windows(plain)
    for number, pattern in enumerate(_patterns()):
        for start, last in windows[number]:
            for match in pattern.regex.finditer(plain, start, last + _RIGHT):
                if match.start() >= last:
                    break  # it holds no word that the pattern needs, but one cut short by the end of the window
                if expression := pattern.read(match):
                    yield expression


def _windows(plain: str) -> list[list[tuple[int, int]]]:
    """For each pattern where the search begins before a word it needs, and where that word ends; those near as one."""
    windows: list[list[tuple[int, int]]] = [[] for _ in _patterns()]
    lefts = [pattern.left for pattern in _patterns()]
    for numbers, start, end in _hits(plain):
        for number in numbers:
            found, left = windows[number], start - lefts[number]
            if found and left <= found[-1][1] + _RIGHT:
                found[-1] = found[-1][0], end
            else:
                found.append((max(0, left), end))
    return windows


def _hits(plain: str) -> Iterator[tuple[list[int], int, int]]:
    """Every word that a pattern needs, and every long number: the numbers of the patterns, where it begins and ends."""
    needed = _needed()
    for last, (length, numbers) in needed.iter(plain):
        start, end = last + 1 - length, last + 1
        if not (plain[end : end + 1].isalpha() or (start > _JOINED and plain[start - _JOINED - 1 : start].isalpha())):
            yield numbers, start, end
    of_digits = [number for number, pattern in enumerate(_patterns()) if not pattern.words]
    for match in _FOUR_DIGITS.finditer(plain):
        yield of_digits, *match.span()


@cache
def _needed() -> ahocorasick.Automaton:
    """Finds each word that patterns need: its length, and the patterns' numbers."""
    automaton = ahocorasick.Automaton()
    for number, pattern in enumerate(_patterns()):
        for word in pattern.words:
            if word not in automaton:
                automaton.add_word(word, (len(word), []))
            automaton.get(word)[1].append(number)
    automaton.make_automaton()
    return automaton


def _any(words: Iterable[str]) -> str:
    """A group of the words, longest first, folded; their spaces match any run of spaces."""
    forms = sorted({bare(w) for w in words}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(f).replace(r"\ ", _SPACE) for f in forms) + ")"


def _longest(wordings: Iterable[str]) -> frozenset[str]:
    """The longest word of each wording, folded: no wording is without it, and few others hold it."""
    return frozenset(max(bare(wording).split(), key=len) for wording in wordings)


def _key(words: str) -> str:
    return " ".join(words.split())


class _Words:
    """The knowledge's words as pattern pieces and as lookups from a matched form."""

    def __init__(self, words: Calendar) -> None:
        self.words = words
        self.month_numbers = numbered(words.months)
        self.hijri_numbers = numbered(words.hijri)
        self.weekday_numbers = numbered(words.weekdays)
        self.ordinal_numbers = numbered(words.ordinals)
        self.day_numbers = numbered(words.days)
        self.amounts = numbered(words.numbers)
        self.decades = numbered(words.decades)
        self.units = {bare(form): Granularity(unit) for unit, forms in words.units.items() for form in forms}
        self.counted = numbered(words.counted_years)
        self.leans = {bare(form): Lean(lean) for lean, forms in words.leans.items() for form in forms}
        self.doubtful = {bare(w) for w in words.doubtful_months}
        self.stubborn = {bare(w) for w in words.stubborn_months}
        self.stubborn_hijri = {bare(w) for w in words.stubborn_hijri}
        self.month = _any(self.month_numbers)
        self.lean = _any(self.leans)
        self.unit = _any(self.units)
        self.part = rf"(?:{_any(words.parts)}{_SPACE})?"
        first = _any(words.ordinals[1])
        ordinal = _any(self.ordinal_numbers)
        of_month = rf"(?={_SPACE}من{_SPACE}|{_TO}{ordinal}{_SPACE}من{_SPACE})"
        self.day = rf"(?:(?:ال)?{_DAY}|{ordinal}{of_month}|{first}(?={_SPACE}))"
        year = _any(words.units["year"])
        month = _any(words.units["month"])
        of = rf"(?:(?:من|في){_SPACE})?"
        christian = rf"(?:{_GAP}{_any(words.gregorian_marks)}(?!\w))?"
        count = rf"(?!{_SPACE}{_any(words.not_year_before)}(?!\w))"
        self.year = rf"(?P<year>(?:1\d|20)\d\d)(?!\d){count}{christian}"
        self.tail = (
            rf"(?:(?:{_GAP}[,،]?{_GAP}|[/-])(?:{of}(?:لل|ال|ل)?{year}{_SPACE}|{of}(?=1[5-9]|20)){self.year}(?:{_SPACE}(?P<after>{self.lean}))?"
            rf"|{_SPACE}{of}(?P<this>هذ[اه]){_SPACE}ال{year}"
            rf"|{_SPACE}{of}(?P<that>{_any(words.that_year)}){_SPACE}ال{year}"
            rf"|{_SPACE}{of}ال{year}{_SPACE}(?P<year_lean>{self.lean})"
            rf"|{_SPACE}(?P<lean>{self.lean}))?(?!\w)"
        )
        self.days = (
            rf"(?:(?P<day>{self.day})(?:{_TO}(?P<last>{self.day}))?"
            rf"(?:{_GAP}(?:من{_SPACE})?(?P<its>شهر{_SPACE})?|[/-]))?"  # "26/أبريل/2021"
        )
        self.year_word, self.month_word = year, month
        self.before_month = re.compile(rf"(?<!\w)[وف]?{_any(words.before_month)}{_SPACE}(?:شهر{_SPACE})?$")
        self.listed = re.compile(rf"{self.month}{_TO}$")  # "بين يناير ومارس"
        self.not_day_after = re.compile(rf"(?<!\w)\w?{_any(words.not_day_after)}{_SPACE}$")
        self.name_before = re.compile(rf"(?<!\w)[وفبلك]?(?:ال)?{_any(words.name_before)}{_SPACE}[\"'«“‘]*{_GAP}$")

    def number_of_day(self, form: str | None) -> int | None:
        """The day of the month that digits or an ordinal say."""
        if not form:
            return None
        digits = form.removeprefix("ال")
        return int(digits) if digits.isdigit() else self.ordinal_numbers[_key(form)]

    def lean_of(self, form: str | None) -> Lean | None:
        return self.leans[_key(form)] if form else None


@cache
def _words() -> _Words:
    return _Words(load())


def _before(match: re.Match[str], group: str | int) -> str:
    """The line up to a group: what the wording stands after."""
    start = match.start(group)
    return match.string[max(0, start - 30) : start].rpartition("\n")[2]


_SHIFTS = {Lean.PAST: -1, Lean.THIS: 0, Lean.NEXT: 1}


# -- Gregorian months ------------------------------------------------------------------------------


def _month_pattern(words: _Words) -> re.Pattern[str]:
    sep = rf"(?P<sep>{_GAP}(?:[/\\|–-]|(?P<open>\()){_GAP}|{_SPACE})"
    second = rf"(?:{sep}(?P<double>{words.month})(?![^\W\d])(?(open)(?:{_GAP}\))?))?"
    third = rf"(?:{_GAP}/{_GAP}{words.month}(?!\w))?"
    return re.compile(
        rf"{_CLITIC}(?P<all>{words.part}(?P<shahr>شهر{_SPACE})?{words.days}"
        rf"(?P<month>{words.month})(?!ي|[^\W\d]){second}{third}{words.tail})"
    )


def _read_month(match: re.Match[str]) -> Expression | None:
    words = _words()
    month = words.month_numbers[_key(match["month"])]
    last_month = words.month_numbers[_key(match["double"])] if match["double"] else month
    day, last_day = words.number_of_day(match["day"]), words.number_of_day(match["last"])
    start, end = match.span("all")
    if match["day"] and words.not_day_after.search(_before(match, "day")):
        start, day, last_day = match.start("month"), None, None
    lean = words.lean_of(match["lean"]) or words.lean_of(match["year_lean"])
    year = int(match["year"]) if match["year"] else None if lean else _known_year(words, match, day, month)
    if not (day or match["double"] or year or lean or match["shahr"] or match["this"] or _is_month(words, match)):
        return None
    if year is None and words.name_before.search(_before(match, "all")):
        return None
    expression = Expression(
        start,
        end,
        Granularity.RANGE if last_day or last_month != month else Granularity.DAY if day else Granularity.MONTH,
        month=month,
        day=day,
        last_day=last_day,
        last_month=last_month if last_month != month else None,
        year_shift=0 if match["this"] else _SHIFTS.get(words.lean_of(match["year_lean"]) or Lean.OTHER),
        lean=Lean.OTHER if match["that"] else lean,
        counted=0 if match["that"] else words.counted.get(_key(match["year_lean"] or "")),
    )
    if year is None:
        return expression
    period = in_year(expression, year)
    return replace(expression, period=period, lean=words.lean_of(match["after"])) if period else None


def _known_year(words: _Words, match: re.Match[str], day: int | None, month: int) -> int | None:
    """The year of a day that is known by its day and month, after what it is known for: "هجمات 11 سبتمبر"."""
    for known in words.words.known_days:
        if (known.day, known.month) == (day, month):
            after = re.compile(rf"(?<!\w)[وفبلك]*(?:ال)?{_any(known.after)}(?:{_SPACE}يوم)?{_SPACE}$")
            return known.year if after.search(_before(match, "all")) else None
    return None


def _is_month(words: _Words, match: re.Match[str]) -> bool:
    """Whether a month's name alone is a month here, and not the other word that it is."""
    name = _key(match["month"])
    if name not in words.doubtful:
        return True
    before = _before(match, "month")
    led = match.start("month") > match.start("all") or words.before_month.search(before) or words.listed.search(before)
    return bool(led) and name not in words.stubborn


# -- days of the current month: "15 من الشهر الجاري", "يوم 15 الجاري" ------------------------------


def _month_day_patterns(words: _Words) -> Iterator[_Pattern]:
    """The month said ("من الشهر المقبل", "من هذا الشهر"), or left to "الجاري" after "في", or after "يوم"."""
    this = words.words.leans["this"]
    of_month = rf"(?:من{_SPACE})?(?:هذا{_SPACE}ال{words.month_word}|ال{words.month_word}{_SPACE}(?P<lean>{words.lean}))"
    said = rf"{_CLITIC}(?P<all>(?:يوم{_SPACE})?(?P<day>{words.day}){_SPACE}{of_month})(?!\w)"
    led = rf"(?<!\w)[وف]?(?:في|منذ|حتي){_SPACE}(?P<all>(?P<day>(?:ال)?{_DAY}){_SPACE}{_any(this)})(?!\w)"
    named = rf"(?<!\w)[وفبلك]?(?P<all>يوم{_SPACE}(?P<day>(?:ال)?{_DAY}){_SPACE}(?P<lean>{words.lean}))(?!\w)"
    yield _Pattern(re.compile(said), _read_month_day, _longest(f"ل{month}" for month in words.words.units["month"]))
    yield _Pattern(re.compile(led), _read_month_day, _longest(this))
    yield _Pattern(re.compile(named), _read_month_day, _longest(words.leans))


def _read_month_day(match: re.Match[str]) -> Expression | None:
    words = _words()
    shift = _SHIFTS.get(words.lean_of(match.groupdict().get("lean")) or Lean.THIS)
    if shift is None:
        return None
    day = words.number_of_day(match["day"])
    return Expression(*match.span("all"), Granularity.DAY, day=day, shift=shift, unit=Granularity.MONTH)


def _loose_day_patterns(words: _Words) -> Iterator[_Pattern]:
    """Days whose month the text said before ("6 من نفس الشهر", "في التاسع منه"), or nowhere ("يوم 19")."""
    that = rf"{_any(words.words.that_year)}{_SPACE}ال{words.month_word}"
    itself = rf"ال{words.month_word}{_SPACE}{_any(words.words.counted_years[0])}"
    of_that = rf"{_CLITIC}(?P<all>(?:يوم{_SPACE})?(?P<day>{words.day}){_SPACE}من{_SPACE}(?:{that}|{itself}))(?!\w)"
    yield _Pattern(
        re.compile(of_that), _read_day_of_that, _longest(f"ل{month}" for month in words.words.units["month"])
    )
    ordinal = rf"(?:(?:ال)?{_DAY}|{_any(words.ordinal_numbers)})"
    of_it = rf"(?<!\w)و?(?:في|يوم){_SPACE}(?P<all>(?P<day>{ordinal}){_SPACE}{_any(words.words.of_it)})(?!\w)"
    yield _Pattern(re.compile(of_it), _read_day_of_that, _longest(words.words.of_it))
    month = _any((*words.month_numbers, *words.hijri_numbers, *words.words.units["month"]))
    goes_on = rf"(?:{_TO}|{_GAP}/{_GAP})(?:يوم{_SPACE})?\d"
    its_month = rf"{_GAP}[/-]?{_GAP}(?:من{_SPACE})?(?:ال)?{month}(?!\w)"
    alone = rf"(?<!\w)[وفبل]?(?P<all>يوم{_SPACE}(?P<day>(?:ال)?{_DAY}))(?!\w)"
    more = rf"(?!{goes_on}|{its_month}|{_SPACE}{words.lean})"
    yield _Pattern(re.compile(alone + more), _read_day_alone, frozenset(("يوم",)), _NEAR)


def _read_day_alone(match: re.Match[str]) -> Expression:
    """A day of a month that the wording leaves unsaid, "يوم 19": nobody knows which without reading on."""
    return Expression(*match.span("all"), Granularity.DAY, day=_words().number_of_day(match["day"]), lean=Lean.OTHER)


def _read_day_of_that(match: re.Match[str]) -> Expression | None:
    """A day of the month that the text said last: "في التاسع منه", "يوم 6 من نفس الشهر"."""
    day = _words().number_of_day(match["day"])
    return Expression(*match.span("all"), Granularity.DAY, day=day, unit=Granularity.MONTH, counted=0)


# -- Hijri months ----------------------------------------------------------------------------------


def _hijri_pattern(words: _Words) -> re.Pattern[str]:
    month = _any(words.hijri_numbers)
    honour = rf"(?:{_SPACE}{_any(words.words.hijri_honours)})?"
    marks = _any(words.words.hijri_marks)
    tail = (
        rf"(?:{_GAP}[,،]?{_GAP}(?:(?:من{_SPACE}|ل)?(?:ال)?{words.year_word}{_SPACE})?(?:(?P<year>1[345]\d\d)(?!\d)(?:{_GAP}{marks})?|(?P<early>\d{{2,4}}){_GAP}{marks})"
        rf"|{_SPACE}(?P<lean>{words.lean}))?(?!\w)"
    )
    return re.compile(
        rf"{_CLITIC}(?P<all>{words.part}(?P<shahr>شهر{_SPACE})?{words.days}(?P<month>{month})(?!\w){honour}{tail})"
    )


def _read_hijri(match: re.Match[str]) -> Expression | None:
    words = _words()
    month = words.hijri_numbers[_key(match["month"])]
    day = words.number_of_day(match["day"])
    spelt = match["day"] and not match["day"].isdigit()
    said = match["year"] or match["lean"] or match["shahr"] or match["its"] or spelt
    if not (said or _key(match["month"]) not in words.stubborn_hijri):
        return None
    if words.name_before.search(_before(match, "all")):
        return None
    expression = Expression(
        *match.span("all"),
        Granularity.DAY if day else Granularity.MONTH,
        month=month,
        day=day,
        lean=Lean.OTHER if match["early"] else words.lean_of(match["lean"]),
        hijri=True,
    )
    if not match["year"]:
        return expression
    period = in_year(expression, int(match["year"]))
    return replace(expression, period=period) if period else None


# -- numbers: 12/4/2013, 2013-04-12, 29th February 2024 --------------------------------------------


_NUMERIC = re.compile(
    rf"(?<![\w/.-])(?P<a>\d{{1,2}}){_GAP}(?P<sep>[/.\\-]){_GAP}(?P<b>\d{{1,2}}){_GAP}(?P=sep){_GAP}(?P<year>\d{{4}})(?!\d|[/.-]\d)"
)
_ISO = re.compile(
    rf"(?<![\w/.-])(?P<year>(?:19|20)\d\d){_GAP}(?P<sep>[-/.]){_GAP}(?P<b>\d{{1,2}}){_GAP}(?P=sep){_GAP}(?P<a>\d{{1,2}})(?!\d|[/.-]\d)"
)


def _read_numeric(match: re.Match[str]) -> Expression | None:
    """Day before month, the order of Arabic print; the other way round only where that alone is a date."""
    year, a, b = int(match["year"]), int(match["a"]), int(match["b"])
    for day, month in ((a, b), (b, a)):
        if not 1 <= month <= 12:
            continue
        period = day_period(year, month, day) if 1900 <= year < 2100 else hijri.period(year, month, day)
        if period:
            return Expression(*match.span(), Granularity.DAY, period=period)
    return None


def _latin_pattern() -> re.Pattern[str]:
    month = "(?P<month>" + "|".join(sorted(latin_months(), key=len, reverse=True)) + r")\.?"
    day, gap = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"[^\S\n-]*[,-]?[^\S\n-]*"
    swapped = month.replace("P<month>", "P<month2>") + _SPACE + day.replace("P<day>", "P<day2>")
    return re.compile(
        rf"(?<!\w)(?:(?:{day}{gap}(?:of{_SPACE})?)?{month}|{swapped}){gap}(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
    )


def _turned_pattern(words: _Words) -> re.Pattern[str]:
    """The orders of web pages: "أبريل 26, 2021", and "2021 الإثنين ,26 نيسان / أبريل"."""
    weekday = _any(words.weekday_numbers)
    double = rf"(?:{_GAP}/{_GAP}{words.month})?"
    return re.compile(
        rf"(?<!\w)(?:(?P<month>{words.month}){double}{_SPACE}(?P<day>{_DAY}){_GAP}[,،]{_GAP}(?P<year>20\d\d)"
        rf"|(?P<year2>20\d\d){_SPACE}{weekday}{_GAP}[,،]{_GAP}(?P<day2>{_DAY}){_SPACE}(?P<month2>{words.month}){double})(?!\w)"
    )


def _read_turned(match: re.Match[str]) -> Expression | None:
    month = _words().month_numbers[_key(match["month"] or match["month2"])]
    period = day_period(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    return Expression(*match.span(), Granularity.DAY, period=period) if period else None


def _read_latin(match: re.Match[str]) -> Expression | None:
    month = latin_months()[(match["month"] or match["month2"]).lower()]
    day, year = match["day"] or match["day2"], int(match["year"])
    period = day_period(year, month, int(day)) if day else month_period(year, month)
    return Expression(*match.span(), Granularity.DAY if day else Granularity.MONTH, period=period) if period else None


# -- weekdays and days counted from today ----------------------------------------------------------


def _weekday_pattern(words: _Words) -> re.Pattern[str]:
    name = _any(words.weekday_numbers)
    return re.compile(
        rf"{_CLITIC}(?P<all>(?:يوم{_SPACE})?(?P<weekday>{name})(?:{_SPACE}(?P<lean>{words.lean}))?)(?!\w)"
    )


@cache
def _not_weekday() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبلك]?(?:ال)?{_any(load().not_weekday_after)}{_SPACE}$")


def _read_weekday(match: re.Match[str]) -> Expression | None:
    words = _words()
    if _not_weekday().search(_before(match, "all")):
        return None
    return Expression(
        *match.span("all"),
        Granularity.DAY,
        weekday=words.weekday_numbers[match["weekday"]],
        lean=words.lean_of(match["lean"]),
    )


def _today_pattern(words: _Words) -> re.Pattern[str]:
    parts = _any(words.words.parts_of_day)
    days = _any(words.day_numbers)
    not_before = _any(words.words.not_today_before)
    verb = rf"(?![وف]?{_any(words.words.not_today)}(?!\w))"
    return re.compile(
        rf"{verb}{_CLITIC}(?P<all>(?:{parts}{_SPACE})?(?P<day>{days})(?![\w])(?!{_SPACE}{not_before}(?!\w)))"
    )


@cache
def _not_today() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبلك]?(?:ال)?{_any(load().not_today_after)}{_SPACE}[\"'«“]?$")


def _read_today(match: re.Match[str]) -> Expression | None:
    shift = _words().day_numbers[_key(match["day"])]
    if _not_today().search(_before(match, "day")):
        return None
    return Expression(*match.span("all"), Granularity.DAY, shift=shift, unit=Granularity.DAY)


# -- weeks, months and years counted from today ----------------------------------------------------


def _unit_pattern(words: _Words) -> re.Pattern[str]:
    return re.compile(
        rf"{_CLITIC}(?P<all>{words.part}(?:هذ[اه]{_SPACE}ال(?P<this>{words.unit})"
        rf"|(?:ال|(?<=ل)ل?)(?P<unit>{words.unit}){_SPACE}(?P<lean>{words.lean})))(?!\w)"
    )


def _read_unit(match: re.Match[str]) -> Expression | None:
    words = _words()
    shift = _SHIFTS.get(words.lean_of(match["lean"]) or Lean.THIS)
    if shift is None:
        return None
    if match["unit"] and _not_year().search(_before(match, "all")):
        return None
    unit = words.units[match["this"] or match["unit"]]
    return Expression(*match.span("all"), unit, shift=shift, unit=unit)


@cache
def _not_year() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبلك]*{_any(load().not_year_unit_after)}{_SPACE}$")


def _ago_pattern(words: _Words) -> re.Pattern[str]:
    amounts = _any(words.amounts)
    lengths = words.words.lengths["day"]
    return re.compile(
        rf"(?<!\w)[وف]?(?P<all>(?:(?P<ago>{_any(words.words.ago)})|{_any(words.words.ahead)}){_SPACE}"
        rf"(?:(?P<two>{_any(lengths.two)})|(?P<number>\d{{1,2}}|{amounts}){_SPACE}{_any(lengths.many)}))(?!\w)"
        rf"(?!{_SPACE}{_any(words.words.counted_from)}(?!\w))"
    )


def _read_ago(match: re.Match[str]) -> Expression | None:
    words = _words()
    form = match["number"]
    count = 2 if match["two"] else int(form) if form.isdigit() else words.amounts[form]
    if not match["ago"]:
        return None  # "بعد يومين" counts from the event just told as often as from today
    return Expression(*match.span("all"), Granularity.DAY, shift=-count, unit=Granularity.DAY)


# -- years -----------------------------------------------------------------------------------------


def _year_patterns(words: _Words) -> Iterator[re.Pattern[str]]:
    """Years after the word "year"; said to be the running one; between two; after a word that no count follows; in a
    list; and a span of two with a dash.
    """
    counted = rf"(?!{_SPACE}{_any(words.words.not_year_before)}(?!\w))(?![.,]\d)"
    end = rf"(?:{_GAP}{_any(words.words.gregorian_marks)})?(?!\w)"
    to = rf"(?:{_GAP}[-–—/]{_GAP}|{_SPACE}(?:الي|و?حتي){_SPACE})"
    year_of, last = (
        rf"(?:ال|ل)?{_any(words.words.years)}{_SPACE}(?:ال)?",
        rf"(?:{words.year_word}{_SPACE})?(?P<last>{_YEAR})",
    )
    named = rf"{words.part}(?:{_any(words.words.seasons)}{_SPACE})?{year_of}(?P<year>(?:1\d|20)\d\d(?!\d))"
    said = rf"{words.part}ال{words.year_word}{_SPACE}(?P<lean>{words.lean}){_SPACE}\(?(?P<year>(?:19|20)\d\d)"
    led = rf"(?<!\w)[وفبلك]*{_any(words.words.before_year)}(?:{_SPACE}|(?=\d))"  # "في1948" too
    yield re.compile(rf"{_CLITIC}(?P<all>{named}(?:{to}{last})?{end}(?:{_SPACE}(?P<lean>{words.lean})(?!\w))?)")
    yield re.compile(rf"{_CLITIC}(?P<all>{said}{end})(?!{_GAP}[-–/])")  # "العام الحالي 2012-2013" is a budget's
    yield re.compile(
        rf"(?<!\w)و?(?:ما)?بين{_SPACE}(?P<all>(?:{year_of})?(?P<year>{_YEAR}){_GAP}و{_GAP}{last}{counted}{end})"
    )
    yield re.compile(rf"(?<!\w)و?من{_SPACE}(?P<all>(?P<year>{_YEAR}){to}{last}{counted}{end})")
    yield re.compile(rf"{led}(?P<all>(?P<year>{_YEAR})(?:{to}{last})?{counted}{end})")
    yield re.compile(rf"(?<=\d{{4}}){_GAP}و{_GAP}(?P<all>(?P<year>(?:19|20)\d\d){counted}{end})")
    yield re.compile(rf"(?<![\w/.-])(?P<all>(?P<year>(?:19|20)\d\d){_GAP}[-–/]{_GAP}(?P<last>(?:19|20)\d\d))(?![\w/-])")


def _read_year(match: re.Match[str]) -> Expression | None:
    said = match.groupdict()
    year, last = int(match["year"]), said.get("last")
    if last and (int(last) < year or ("/" in match["all"] and int(last) != year + 1)):
        return None  # "1961/2013" is a case's number
    period = year_period(year, int(last) if last else None)
    granularity = Granularity.RANGE if last else Granularity.YEAR
    return Expression(*match.span("all"), granularity, period=period, lean=_words().lean_of(said.get("lean")))


def _share_pattern(words: _Words) -> re.Pattern[str]:
    """A quarter or half of a year: "الربع الأول من 2022", "النصف الثاني من العام الماضي"."""
    share = "|".join(rf"(?P<{name}>{_any(forms)})" for name, forms in words.words.shares.items())
    nth = _any(form for number in range(1, 5) for form in words.words.ordinals[number])
    year = words.year_word
    return re.compile(
        rf"{_CLITIC}(?P<all>ال(?:{share}){_SPACE}(?P<nth>{nth}){_SPACE}(?:من{_SPACE})?"
        rf"(?:(?:(?:ال|ل)?{year}{_SPACE})?(?P<year>(?:19|20)\d\d)|هذ[اه]{_SPACE}ال{year}"
        rf"|ال{year}{_SPACE}(?P<lean>{words.lean})))(?!\w)"
    )


def _read_share(match: re.Match[str]) -> Expression | None:
    words = _words()
    length = 3 if match["quarter"] else 6
    first = (words.ordinal_numbers[_key(match["nth"])] - 1) * length + 1
    shift = _SHIFTS.get(words.lean_of(match["lean"]) or Lean.THIS)
    if first + length > 13 or shift is None:
        return None
    months = Expression(
        *match.span("all"), Granularity.RANGE, month=first, last_month=first + length - 1, year_shift=shift
    )
    return replace(months, period=in_year(months, int(match["year"]))) if match["year"] else months


def _decade_pattern(words: _Words) -> re.Pattern[str]:
    """A decade, "تسعينيات القرن الماضي", or "الثمانينات" by itself, when it is nobody's age; of two, each."""
    decade, century, age = _any(words.decades), _any(words.words.centuries), _any(words.words.ages)
    of_century = rf"{_SPACE}(?:من{_SPACE})?{century}(?!\w)"
    return re.compile(
        rf"{_CLITIC}(?P<all>{words.part}(?:ال)?(?P<decade>{decade})(?:{of_century}|(?={_SPACE}و(?:ال)?{decade}{of_century})))"
        rf"|{_CLITIC}(?P<all2>{words.part}ال(?P<decade2>{decade}))(?!\w)(?!{_SPACE}من{_SPACE}{age})"
    )


def _read_decade(match: re.Match[str]) -> Expression | None:
    first = _words().decades[match["decade"] or match["decade2"]]
    return Expression(
        *match.span("all" if match["all"] else "all2"), Granularity.RANGE, period=year_period(first, first + 9)
    )


@cache
def _patterns() -> tuple[_Pattern, ...]:
    words = _words()
    shares = (form for forms in words.words.shares.values() for form in forms)
    latin = (form for month in latin_months() for form in (month, month.title(), month.upper()))
    return (
        _Pattern(_month_pattern(words), _read_month, _longest(words.month_numbers)),
        *_month_day_patterns(words),
        *_loose_day_patterns(words),
        _Pattern(_hijri_pattern(words), _read_hijri, _longest(words.hijri_numbers)),
        _Pattern(_NUMERIC, _read_numeric),
        _Pattern(_ISO, _read_numeric),
        _Pattern(_latin_pattern(), _read_latin, frozenset(latin)),
        _Pattern(_turned_pattern(words), _read_turned),
        _Pattern(_weekday_pattern(words), _read_weekday, _longest(words.weekday_numbers), _NEAR),
        _Pattern(_today_pattern(words), _read_today, _longest(words.day_numbers), _NEAR),
        _Pattern(_unit_pattern(words), _read_unit, _longest(letter + unit for unit in words.units for letter in "ال")),
        _Pattern(_ago_pattern(words), _read_ago, _longest((*words.words.ago, *words.words.ahead)), _NEAR),
        *(_Pattern(pattern, _read_year) for pattern in _year_patterns(words)),
        _Pattern(_share_pattern(words), _read_share, _longest(shares)),
        _Pattern(_decade_pattern(words), _read_decade, _longest(words.decades)),
    )


# -- joining ---------------------------------------------------------------------------------------


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"{_GAP}[،,/(–-]?{_GAP}(?:{_any(load().links)}{_GAP})?")


def _join(plain: str, found: list[Expression]) -> list[Expression]:
    """Neighbours that say one day between them, as one expression; lists that share a year, each with it."""
    joined: list[Expression] = []
    for expression in found:
        if joined:
            between = plain[joined[-1].end : expression.start]
            if _link().fullmatch(between) and (one := _one_day(joined[-1], expression)):
                closed = "(" in between and plain.startswith(")", one.end)
                joined[-1] = replace(one, end=one.end + 1) if closed else one
                continue
            if earlier := _shared(joined[-1], expression, between):
                joined[-1] = earlier
        joined.append(expression)
    return joined


def _shared(a: Expression, b: Expression, between: str) -> Expression | None:
    """`a` with the year or direction that `b` gives both: "بين أكتوبر وديسمبر 2017", "أبريل ومايو المقبلين"."""
    if a.month is None or b.month is None or a.period or a.lean or not re.fullmatch(_TO + _AND, between):
        return None
    if b.period and b.period.first and not b.hijri:
        period = in_year(a, b.period.first.year - (a.month > b.month))
        return replace(a, period=period) if period else None
    return replace(a, lean=b.lean) if b.lean else None


def _one_day(a: Expression, b: Expression) -> Expression | None:
    """The two as one, where each adds what the other lacks: "today", a weekday, a day of a month, in print's order.

    A weekday after a date opens the next clause ("انتخابات 22 يناير، الثلاثاء جلسته الأولى"), so the date stands last.
    """
    said = [(e.said_day is not None, e.weekday is not None, _dated(e)) for e in (a, b)]
    days = a.granularity is Granularity.DAY and b.granularity is Granularity.DAY
    if not days or _dated(a) or any(one and other for one, other in zip(*said, strict=True)):
        return None
    main, other = (b, a) if _dated(b) else (a, b)
    return replace(
        main,
        start=a.start,
        end=b.end,
        weekday=other.weekday if main.weekday is None else main.weekday,
        shift=other.shift if main.shift is None else main.shift,
        unit=other.unit if main.unit is None else main.unit,
        lean=main.lean or other.lean,
    )


def _dated(expression: Expression) -> bool:
    """Whether it names a day of a month."""
    return expression.period is not None or expression.day is not None
