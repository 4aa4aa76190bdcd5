"""Letters, words and sentences of Arabic text. Nothing here moves an offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar

#: Harakat, Quranic marks, superscript alef, tatweel, and the invisible marks of bidirectional and joined text.
MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)

#: What camel-tools' normalisers leave: Persian and Urdu letters, digits of both kinds, no-break spaces.
_VARIANTS = (
    {"ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه", "ۀ": "ه"}
    | {chr(0x660 + n): str(n) for n in range(10)}
    | {chr(0x6F0 + n): str(n) for n in range(10)}
    | dict.fromkeys("\u00a0\u202f\u2007\u2009", " ")
)

#: Texts hold few of them, and looking is five times as fast as translating.
_ANY_VARIANT = re.compile("[" + "".join(_VARIANTS) + "]")

#: A word is a run of letters, digits and marks; any other visible character stands alone.
_TOKEN = re.compile(
    r"[^\W_]+(?:[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u2060\ufeff]+[^\W_]*)*"
    r"|[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)

_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]")


#: So many texts are kept folded and cut: body and title of all articles that go through a stage together.
TEXTS = 64


class Token(NamedTuple):
    """One word, number or punctuation mark: where it stands, and its form (folded, without marks)."""

    start: int
    end: int
    form: str


def fold(text: str) -> str:
    """Merge spelling variants, one character for one character, so that offsets hold.

    >>> fold("أعلنت الوزارة")
    'اعلنت الوزاره'
    """
    text = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(text)))
    text = text.replace("ؤ", "و").replace("ئ", "ي")
    return _ANY_VARIANT.sub(lambda match: _VARIANTS[match[0]], text)


@lru_cache(maxsize=TEXTS)
def folded(text: str) -> str:
    """A whole text folded. Cached, since it is cut into words, scanned for names and for dates one after the other."""
    return fold(text)


def bare(text: str) -> str:
    """Fold, and drop harakat, tatweel and invisible marks: for comparing, never for offsets.

    >>> bare("مُحَمَّــد")
    'محمد'
    """
    return MARKS.sub("", fold(text))


def has_arabic(text: str) -> bool:
    """True where at least one letter is Arabic."""
    return bool(_ARABIC.search(text))


@lru_cache(maxsize=TEXTS)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and punctuation marks of `text`, in order. Cached, since every stage asks for the same text.

    >>> [t.form for t in tokens("قال: «نعم»")]
    ['قال', ':', '«', 'نعم', '»']
    """
    form = folded(text)
    found = [_token(Token, (m.start(), m.end(), m[0])) for m in _TOKEN.finditer(form)]
    return tuple(_unmarked(found, form) if MARKS.search(form) else found)


@lru_cache(maxsize=TEXTS)
def starts(text: str) -> tuple[int, ...]:
    """Where each of the `tokens` of `text` begins, for finding one by its offset. Cached as they are."""
    return tuple([token.start for token in tokens(text)])


#: Makes a Token without the Python function between, in two thirds of the time: there are millions.
_token = tuple.__new__


def _unmarked(found: list[Token], form: str) -> list[Token]:
    """The tokens with marks taken off their forms. Few words have any, so the marks are looked for, not the words."""
    begins = [token.start for token in found]
    places = (place for mark in MARKS.finditer(form) for place in range(*mark.span()))
    for at in {bisect_right(begins, place) - 1 for place in places} - {-1}:
        found[at] = found[at]._replace(form=MARKS.sub("", found[at].form))
    return [token for token in found if token.form]  # a lone tatweel is no word
