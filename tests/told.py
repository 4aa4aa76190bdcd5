"""Seven articles in which one statement is told in several ways, and others that only look like it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core import frames
from core.model import Act, Actor, Article, Basis, Document, Field, Mode, Period, Published, ResolvedBy, Statement
from core.store import writing
from tests.cast import LAVROV, PESKOV

FIRST = "موسكو مستعدة للحوار مع واشنطن حول الأمن"
CLOSE = "روسيا مستعدة للحوار مع واشنطن حول <أمن> أوروبا"  # 5 words of 7 and of 8
REPEAT = "التعليق على الأمر"

#: Number, outlet, day of March 2024 (none: not certain), speaker, act, what was said.
_TOLD = (
    (1, "تاس", 4, LAVROV, Act.SAY, (FIRST, REPEAT)),
    (2, "رويترز", 5, LAVROV, Act.AFFIRM, (CLOSE, REPEAT)),
    (3, "تاس", 5, LAVROV, Act.SAY, (FIRST,)),
    (4, "الجزيرة", 12, LAVROV, Act.SAY, (FIRST,)),  # another week
    (5, "الجزيرة", 4, PESKOV, Act.SAY, (FIRST,)),  # another speaker
    (6, "الجزيرة", 4, LAVROV, Act.DENY, (FIRST,)),  # the contrary
    (7, "الجزيرة", None, LAVROV, Act.SAY, (FIRST,)),  # who knows when
)


def _document(number: int, outlet: str, day: int | None, speaker: Actor, act: Act, said: tuple[str, ...]) -> Document:
    period = Period.day(date(2024, 3, day)) if day else Period(date(2024, 3, 1), date(2024, 3, 31))
    text = ". ".join(said)
    article = Article(
        f"a{number}",
        f"file-{number}.txt",
        text,
        title=f"خبر {number}",
        outlet=outlet,
        published=Published(period, Basis.METADATA, "day"),
    )
    usual = {"rule": "by-hand", "resolved_by": ResolvedBy.NAME, "said": period, "speaker": speaker}
    found = []
    for words in said:
        start = text.index(words)
        found.append(
            Statement(words, Field.TEXT, start, start + len(words), "قال", start, act, Mode.INDIRECT, **usual)  # type: ignore[arg-type]
        )
    return Document(article, statements=tuple(found))


def index(path: Path) -> Path:
    """An index of the articles at `path`."""
    with writing(path) as writer:
        writer.add(frames.tables([_document(*row) for row in _TOLD], ()), [LAVROV, PESKOV])
        writer.publish(["tests"])
    return path
