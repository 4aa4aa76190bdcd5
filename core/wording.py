"""What the interface says, in Arabic and in English: a checked file of texts; how numbers and days are written."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from numbers import Real
from pathlib import Path

import msgspec

from core.knowledge import outlets
from core.knowledge.loading import KnowledgeError, read

FILE = Path(__file__).with_suffix(".yml")
LANGUAGES = ("ar", "en")

#: CLDR's plural categories that each language tells apart.
FORMS = {"ar": ("one", "two", "few", "many", "other"), "en": ("one", "other")}

#: Left-to-right isolate, and its end.
_LTR, _END = "\u2066", "\u2069"

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

Forms = str | dict[str, str]


class _Text(msgspec.Struct, forbid_unknown_fields=True):
    """One text in both languages; a dict where its wording follows a number."""

    ar: Forms
    en: Forms


@dataclass(frozen=True)
class Wording:
    """The texts of one language. `digits` is "western" or "arabic": how figures of the interface are written.

    >>> Wording("en")("articles", n=1), Wording("en")("articles", n=1200)
    ('1 article', '1,200 articles')
    >>> Wording("ar")("articles", n=3), Wording("ar", "arabic")("articles", n=11)
    ('3 مقالات', '١١ مقالا')
    """

    lang: str = "ar"
    digits: str = "western"

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with `values` filled in; `n` chooses among plural forms. KeyError where there is none."""
        form = _texts()[key][self.lang]
        if isinstance(form, dict):
            form = form[plural(self.lang, int(str(values["n"])))]
        return form.format(**{name: self.show(value) for name, value in values.items()})

    @property
    def rtl(self) -> bool:
        """True where the language runs from right to left."""
        return self.lang == "ar"

    def show(self, value: object) -> str:
        """A value as the interface writes it: numbers grouped, days as ISO, digits of the chosen kind for both."""
        if isinstance(value, date):
            return self.day(value.isoformat())
        if isinstance(value, Real) and not isinstance(value, bool):  # numpy's numbers too
            return self.figures(f"{value:,}")
        return str(value)

    def day(self, text: str) -> str:
        """An ISO day, month or year in the chosen digits; kept apart, or right-to-left text would turn it round."""
        return f"{_LTR}{self.figures(text)}{_END}" if self.rtl else self.figures(text)

    def figures(self, text: str) -> str:
        """A text of our own making in the chosen digits; never what an article says."""
        return text.translate(_ARABIC_INDIC) if self.digits == "arabic" else text

    def period(self, first: date | None, last: date | None) -> str:
        """Days as the interface writes them; an open end is said, never filled.

        >>> Wording("en").period(date(2021, 1, 20), None)
        'since 2021-01-20'
        >>> Wording("en").period(None, None)
        'undated'
        """
        if first is None and last is None:
            return self("undated")
        if first is None:
            return self("until_day", day=last)
        if last is None:
            return self("since_day", day=first)
        return self.show(first) if first == last else f"{self.show(first)} – {self.show(last)}"

    def listed(self, names: Iterable[str]) -> str:
        """Several names in a row."""
        return ("، " if self.rtl else ", ").join(names)

    def outlet(self, name: str | None) -> str:
        """An outlet's name in this language, or the only one there is; where it is not known, that.

        >>> Wording("en").outlet("العربية"), Wording("en").outlet("المنبر"), Wording("en").outlet(None)
        ('Al Arabiya', 'المنبر', 'unknown outlet')
        """
        return self.name(name, outlets.english(name)) if name else self("no_outlet")

    def rule(self, name: str) -> str:
        """By which rule a statement was found, in words; one that only the index's own version had, by its name.

        >>> Wording("en").rule("verb + that")
        'verb, then “that”'
        """
        return self(key) if (key := f"rule.{name}") in _texts() else name

    def name(self, arabic: str | None, english: str | None) -> str:
        """An actor's name in this language, or the only one there is; "" where there is neither."""
        both = (arabic, english) if self.rtl else (english, arabic)
        return both[0] or both[1] or ""


def plural(lang: str, number: int) -> str:
    """The plural category of a whole number, by CLDR's rules.

    >>> [plural("ar", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 103)]
    ['other', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'few']
    """
    if number == 1:
        return "one"
    if lang == "en":
        return "other"
    if number == 2:
        return "two"
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


def texts(path: Path = FILE) -> Mapping[str, Mapping[str, Forms]]:
    """Every text of the file at `path`, by key and language.

    Raises KnowledgeError where a language misses a plural form, or its placeholders differ from the other's.
    """
    loaded = read(path, dict[str, _Text])
    checked: dict[str, dict[str, Forms]] = {}
    for key, text in loaded.items():
        forms: dict[str, Forms] = {"ar": text.ar, "en": text.en}
        for lang, form in forms.items():
            if isinstance(form, dict) and tuple(form) != FORMS[lang]:
                raise KnowledgeError(f"{path.name}: {key}.{lang}: has {list(form)}, needs {list(FORMS[lang])}")
        if _places(text.ar) != _places(text.en):
            raise KnowledgeError(
                f"{path.name}: {key}: ar fills {sorted(_places(text.ar))}, en {sorted(_places(text.en))}"
            )
        checked[key] = forms
    return checked


_texts = cache(texts)


def _places(form: Forms) -> set[str]:
    """The placeholders of a text; of a counted one, `n` and whatever any form fills."""
    counted = isinstance(form, dict)
    forms = form.values() if isinstance(form, dict) else (form,)
    names = {name for text in forms for _, name, _, _ in string.Formatter().parse(text) if name}
    return names | {"n"} if counted else names
