"""The words of articles: counted across what is written on to their front, and drawn as a cloud."""

from __future__ import annotations

import io
import re
from collections.abc import Container, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.arabic import MARKS, bare
from core.knowledge import stopwords
from core.palette import COLOURS

FONT = Path(__file__).parent / "fonts" / "NotoNaskhArabic-Bold.ttf"

#: What may be written on to the front of a word: and/so, then with/like/for, then the article (core.search reads the
#: same); at least three letters stay.
_FRONT = re.compile("[وف]?(?:ال|بال|كال|لل|[بكل])?(?=.{3})")


class Word(NamedTuple):
    """A word as it is usually written, and how often it stands in the articles, whatever is written before it."""

    label: str
    times: int


def counted(forms: Iterable[tuple[str, int]], most: int | None = None) -> list[Word]:
    """Words from their written forms and how often each was met; function words are left out, the rest is ranked, and
    the first `most` are given.

    A front is taken off only where the rest was met as a word too: والعقوبات is العقوبات, but وزير is no زير.

    >>> counted([("العقوبات", 5), ("والعقوبات", 2), ("عقوبات", 1), ("وزير", 3), ("من", 9)])
    [Word(label='العقوبات', times=8), Word(label='وزير', times=3)]
    """
    written: dict[str, dict[str, int]] = {}
    for form, count in forms:
        spellings = written.setdefault(bare(form), {})
        spellings[form] = spellings.get(form, 0) + count
    stop = _function_words()
    groups: dict[str, dict[str, int]] = {}
    for key, spellings in written.items():
        if key not in stop:
            groups.setdefault(_stem(key, written), {})[key] = sum(spellings.values())
    ranked = sorted(((sum(group.values()), stem) for stem, group in groups.items()), key=lambda g: (-g[0], g[1]))
    return [Word(_label(stem, groups[stem], written), count) for count, stem in ranked[:most]]


@cache
def _function_words() -> frozenset[str]:
    """The function words, and what they become with a front."""
    fronts = ("", "و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "فب", "فل")
    return frozenset(front + word for front in fronts for word in stopwords.load())


def _stem(key: str, met: Container[str]) -> str:
    """The word without its front, where the rest was met alone or with the article."""
    front = _FRONT.match(key)
    rest = key[front.end() :] if front else key
    if rest == key:
        return key
    if rest in met or (key.startswith("ال") and rest):
        return rest
    return rest if f"ال{rest}" in met and not key.startswith("ال") else key


def _label(stem: str, group: Mapping[str, int], written: Mapping[str, Mapping[str, int]]) -> str:
    """The commoner of the bare word and the word with the article, in its commonest spelling."""
    own = {key: count for key, count in group.items() if key in (stem, f"ال{stem}")} or group
    key = max(own, key=lambda k: (own[k], k))
    return max(written[key], key=lambda form: (written[key][form], form))


def drawable(word: str) -> str:
    """The word as Pillow has to be given it: raqm shapes and orders by itself; without raqm we do it beforehand.

    Marks are dropped: they make nothing clearer in a cloud, and control characters upset python-bidi.
    """
    from PIL import features

    plain = MARKS.sub("", word)
    if features.check("raqm"):
        return plain
    from arabic_reshaper import reshape
    from bidi.algorithm import get_display

    return str(get_display(reshape(plain)))


def cloud(words: Iterable[Word], width: int = 760, height: int = 350) -> bytes:
    """A word cloud as PNG with a transparent ground, so that it stands on a light and on a dark page.

    The same words give the same picture. Raises ValueError where there are none.
    """
    from wordcloud import WordCloud

    sizes = {drawable(word.label): word.times for word in words}
    if not sizes:
        raise ValueError("a cloud needs a word")
    drawn = WordCloud(
        width=width,
        height=height,
        scale=2,
        mode="RGBA",
        background_color=None,
        font_path=str(FONT),
        prefer_horizontal=1.0,
        relative_scaling=0.5,
        min_font_size=9,
        max_font_size=76,
        margin=4,
        random_state=7,
        color_func=_shade,
    ).generate_from_frequencies(sizes)
    out = io.BytesIO()
    drawn.to_image().save(out, format="PNG")
    return out.getvalue()


def _shade(word: str, **_: object) -> str:
    """Two calm shades that can be read on light and dark; a word keeps its own."""
    return (COLOURS[0], "#0B8FA3")[len(word) % 2]
