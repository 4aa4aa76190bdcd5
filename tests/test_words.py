"""Words counted across their fronts, and a cloud that is joined and runs the right way whatever Pillow can do."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, features

from core import words
from core.knowledge import stopwords
from core.words import Word, cloud, counted, drawable


@pytest.mark.parametrize(
    ("forms", "ranked"),
    [
        ([], []),
        ([("من", 9), ("وفي", 3), ("بأن", 2), ("قال", 5)], []),
        ([("روسيا", 2), ("وروسيا", 1), ("لروسيا", 1)], [Word("روسيا", 4)]),
        ([("الحرب", 3), ("للحرب", 2), ("حرب", 1), ("بالحرب", 1)], [Word("الحرب", 7)]),
        # what looks like a front is the word's own where the rest is no word of the corpus
        (
            [("وزير", 2), ("بايدن", 1), ("كييف", 1), ("لافروف", 1)],
            [Word("وزير", 2), Word("بايدن", 1), Word("كييف", 1), Word("لافروف", 1)],
        ),
        # one word in several spellings, shown in the commonest
        ([("أمريكا", 3), ("امريكا", 1)], [Word("أمريكا", 4)]),
    ],
)
def test_words_are_counted_across_their_fronts(forms: list[tuple[str, int]], ranked: list[Word]) -> None:
    assert sorted(counted(forms)) == sorted(ranked)


def test_function_words_are_folded() -> None:
    assert {"الي", "علي", "في"} <= stopwords.load()


def _drawn(word: str, engine: ImageFont.Layout) -> Image.Image:
    font = ImageFont.truetype(str(words.FONT), 80, layout_engine=engine)
    image = Image.new("L", (600, 200))
    ImageDraw.Draw(image).text((20, 20), word, font=font, fill=255)
    return image.crop(image.getbbox())


@pytest.mark.skipif(not features.check("raqm"), reason="this Pillow has no raqm to compare with")
@pytest.mark.parametrize("word", ["بيسكوف", "العلاقات", "مُحَمَّد"])
def test_both_ways_of_drawing_give_the_same_picture(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_raqm = _drawn(drawable(word), ImageFont.Layout.RAQM)
    monkeypatch.setattr(features, "check", lambda feature: False)
    without = _drawn(drawable(word), ImageFont.Layout.BASIC)
    assert drawable(word) != word
    size = (max(with_raqm.width, without.width), max(with_raqm.height, without.height))
    assert abs(with_raqm.width - without.width) <= 0.06 * size[0]
    difference = ImageChops.difference(with_raqm.resize(size), without.resize(size))
    mirrored = ImageChops.difference(
        with_raqm.resize(size), without.resize(size).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    )
    ink = sum(difference.histogram()[128:])
    assert ink < 0.5 * sum(mirrored.histogram()[128:])


def test_control_characters_are_dropped() -> None:
    assert drawable("\u202eروسيا\u200f") == drawable("روسيا")


def test_a_cloud_is_a_picture_and_the_same_one_again() -> None:
    most = [Word("روسيا", 9), Word("العقوبات", 4), Word("<b>", 1)]
    assert cloud(most).startswith(b"\x89PNG")
    assert cloud(most) == cloud(most)
    with pytest.raises(ValueError, match="a word"):
        cloud([])
