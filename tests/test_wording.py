"""Every text in both languages, none missing, none left over."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from core.filters import Rollup
from core.knowledge.loading import KnowledgeError
from core.links import DIGITS
from core.model import Act, Basis, Granularity, Kind, Mode, ResolvedBy
from core.queries import Unit, Which
from core.statements.found import Rule
from core.ui.sidebar import PAGES
from core.wording import Wording, texts

ROOT = Path(__file__).parent.parent
CODE = [*sorted((ROOT / "core").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]

#: Keys put together from a value: what they begin with, and every value there is.
FAMILIES: dict[str, list[str]] = {
    "act": list(Act),
    "mode": list(Mode),
    "resolved": list(ResolvedBy),
    "rule": list(Rule),
    "basis": list(Basis),
    "granularity": list(Granularity),
    "kind": list(Kind),
    "rollup": list(Rollup),
    "unit": list(Unit),
    "page": list(PAGES),
    "ask": list(PAGES),
    "count": ["articles", "statements"],
    "table": ["articles", "statements", "mentions", "dates", "rejects", "todo"],
    "sort": ["newest", "oldest", "speaker"],
    "show": ["list", "grid"],
    "only": list(Which),
    "digits": list(DIGITS),
    "filter": ["from", "to", "actors", "speakers", "topics", "outlets", "acts", "modes", "also"],
    "col": ["actor", "kind", "articles", "mentions", "published"],
    "reader": ["venue", "addressee", "author", "section"],
    "actors": ["said", "said_of"],
}


#: Said by a name that is handed over: counts of things, the labels of a page's own choices, a title chosen by a test.
HANDED_OVER = {
    "articles",
    "articles.of",
    "statements",
    "statements.of",
    "count",
    "unit",
    "table",
    "sort",
    "show",
    "only",
}
HANDED_OVER |= {
    "index.broken",
    "index.missing",
    "since_day",
    "until_day",
    "actors.over_time",
    "speakers.over_time.title",
}


def test_what_the_desk_says_is_in_the_file_and_nothing_else() -> None:
    wanted = {f"{family}.{value}" for family, values in FAMILIES.items() for value in values}
    said = {key for path in CODE for key in re.findall(r"""\bsay\(\s*["']([\w.]+)["']""", path.read_text("utf-8"))}
    assert said, "the pattern finds no key any more"
    assert wanted | said | HANDED_OVER == set(texts())


def test_the_english_is_latin_and_the_arabic_is_arabic() -> None:
    latin = {key for key, text in texts().items() if not re.search("[ء-ي٠-٩0-9]", str(text["ar"]))}
    assert latin == set()
    assert {key for key, text in texts().items() if re.search("[ء-ي]", str(text["en"]))} == set()


@pytest.mark.parametrize(
    ("lang", "digits", "value", "shown"),
    [
        ("ar", "western", 1234, "1,234"),
        ("ar", "arabic", 1234, "١,٢٣٤"),
        ("ar", "arabic", np.int64(1234), "١,٢٣٤"),
        ("en", "western", date(2024, 2, 29), "2024-02-29"),
        ("ar", "western", date(2024, 2, 29), "\u20662024-02-29\u2069"),
        ("en", "arabic", date(2024, 2, 29), "٢٠٢٤-٠٢-٢٩"),
        ("ar", "arabic", "2024", "2024"),  # text of an article keeps its digits
        ("en", "western", True, "True"),
    ],
)
def test_figures(lang: str, digits: str, value: object, shown: str) -> None:
    assert Wording(lang, digits).show(value) == shown


@pytest.mark.parametrize(
    ("ar", "en", "lang", "shown"),
    [
        ("روسيا", "Russia", "ar", "روسيا"),
        ("روسيا", "Russia", "en", "Russia"),
        ("هيكتور", None, "en", "هيكتور"),
        (None, None, "ar", ""),
    ],
)
def test_names(ar: str | None, en: str | None, lang: str, shown: str) -> None:
    assert Wording(lang).name(ar, en) == shown


@pytest.mark.parametrize(
    ("outlet", "lang", "shown"),
    [
        ("العربية", "ar", "العربية"),
        ("العربية", "en", "Al Arabiya"),
        ("المنبر", "en", "المنبر"),  # that nobody knows
        (None, "ar", "وسيلة غير معروفة"),
    ],
)
def test_outlets(outlet: str | None, lang: str, shown: str) -> None:
    assert Wording(lang).outlet(outlet) == shown


@pytest.mark.parametrize(
    ("rule", "lang", "shown"),
    [
        ("verb + that", "ar", "فعل قول ثم «أنّ»"),
        (Rule.CONTENT_AMID, "en", "source amid its content"),
        ("=rule()", "ar", "=rule()"),  # of an index that another version made
    ],
)
def test_rules(rule: str, lang: str, shown: str) -> None:
    assert Wording(lang).rule(rule) == shown


@pytest.mark.parametrize(
    ("yaml", "complaint"),
    [
        ("a: {ar: س}", "en"),
        ("a: {ar: س, en: x, fr: y}", "fr"),
        ("a: {ar: س, en: 'x {n}'}", "fills"),
        ("a: {ar: {one: س, other: ع}, en: {one: x, other: y}}", "needs"),
        ("a: {ar: س, en: x}\na: {ar: س, en: x}", "twice"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, yaml: str, complaint: str) -> None:
    path = tmp_path / "wording.yml"
    path.write_text(yaml, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        texts(path)
