"""Articles in which statements are told in several ways, and others that only look like it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core import frames
from core.model import Act, Actor, Article, Basis, Document, Field, Kind, Mode, Period, Published, ResolvedBy, Statement
from core.writing import writing
from tests.cast import LAVROV, PESKOV

KREMLIN = Actor("ru-presidency", "الكرملين", "Kremlin", Kind.ORGANISATION, "m", "ru")
TURNBULL = Actor("new-1", "مالكولم ترنبول", None, Kind.PERSON, "m", known=False)
TURNBULL_TOO = Actor("new-2", "مالكولم تورنبول", None, Kind.PERSON, "m", known=False)
_BODIES = {LAVROV: "ru-mfa", PESKOV: "ru-presidency", KREMLIN: "ru-presidency"}

FIRST = "موسكو مستعدة للحوار مع واشنطن حول الأمن"
CLOSE = "روسيا مستعدة للحوار مع واشنطن حول <أمن> أوروبا"  # 5 words of 7 and of 8
STRIKES = "الضربات الأمريكية انتهاك للقانون الدولي وستزيد التوتر في المنطقة"
LOOSE = "ضربات واشنطن انتهاك للقانون الدولي وستزيد التوتر في أوروبا"  # 6 words of 9: enough for one speaker
EXPELLED = "سنطرد دبلوماسيين اثنين خلال سبعة أيام"
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
    (8, "تاس", 20, KREMLIN, Act.SAY, (STRIKES,)),
    (9, "رويترز", 20, PESKOV, Act.SAY, (STRIKES,)),  # who speaks for that body
    (10, "الجزيرة", 20, LAVROV, Act.SAY, (STRIKES,)),  # who speaks for another
    (11, "العربية", 20, PESKOV, Act.SAY, (LOOSE,)),
    (12, "تاس", 20, TURNBULL, Act.SAY, (EXPELLED,)),
    (13, "رويترز", 20, TURNBULL_TOO, Act.SAY, (EXPELLED,)),
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
    usual |= {"body_id": _BODIES.get(speaker), "country_id": speaker.country_id}
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
        actors = [LAVROV, PESKOV, KREMLIN, TURNBULL, TURNBULL_TOO]
        writer.add(frames.tables([_document(*row) for row in _TOLD], ()), actors)
        writer.publish(["tests"])
    return path
