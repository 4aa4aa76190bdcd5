"""Six articles, small enough that every right answer can be counted by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core import frames, store
from core.model import (
    Act,
    Actor,
    Article,
    Basis,
    DateSpan,
    Document,
    Field,
    Granularity,
    Mention,
    Mode,
    Period,
    Published,
    Reject,
    ResolvedBy,
    Statement,
)
from core.writing import writing
from tests.cast import AMERICA, GENEVA, KREMLIN, PESKOV, RUSSIA, TIMERMAN


def days(first: str | None, last: str | None = None) -> Period:
    """The period of these ISO days."""
    return Period(first and date.fromisoformat(first), last and date.fromisoformat(last))


def on(day: str) -> Period:
    """One ISO day."""
    return days(day, day)


def mention(actor: Actor, text: str, surface: str) -> Mention:
    """The first naming of `actor` by `surface`."""
    start = text.index(surface)
    return Mention(actor, surface, Field.TEXT, start, start + len(surface))


def statement(text: str, said: str, act: Act, mode: Mode, speaker: Actor | None, **more: object) -> Statement:
    """The statement `said` within `text`; its cue is the first word of the text."""
    start = text.index(said)
    known = {"speaker_surface": speaker.label if speaker else "مصدر مطلع", "rule": "by-hand", **more}
    if speaker is PESKOV:
        known |= {"body_id": KREMLIN.actor_id, "country_id": RUSSIA.actor_id, "resolved_by": ResolvedBy.NAME}
    return Statement(
        said, Field.TEXT, start, start + len(said), text.split()[0], 0, act, mode, speaker=speaker, **known
    )  # type: ignore[arg-type]


def _document(
    number: int,
    text: str,
    period: Period,
    found: tuple[tuple[Actor, str], ...],
    said: tuple[Statement, ...] = (),
    **more: object,
) -> Document:
    basis = Basis.METADATA if period.only else Basis.INFERRED
    known = {"title": f"خبر {number}", "outlet": "الجزيرة", **more}
    article = Article(f"a{number}", f"{number}.txt", text, published=Published(period, basis, "evidence"), **known)  # type: ignore[arg-type]
    return Document(article, (), tuple(mention(actor, text, surface) for actor, surface in found), said)


ONE = "قال بيسكوف إن الحوار مع الولايات المتحدة مستمر."
TWO = "أعلن الكرملين أن العقوبات غير قانونية."
THREE = "رفض بيسكوف التعليق على زيارة تيمرمان إلى جنيف."
FOUR = "قال مصدر مطلع إن المفاوضات تأجلت."
FIVE = "أكَّدت الإدارة الأميركية دعم أوكرانيا، وللكرملين رأي آخر."

DOCUMENTS = (
    _document(
        1,
        ONE,
        on("2024-03-01"),
        ((PESKOV, "بيسكوف"), (AMERICA, "الولايات المتحدة")),
        (
            statement(
                ONE,
                "الحوار مع الولايات المتحدة مستمر",
                Act.SAY,
                Mode.INDIRECT,
                PESKOV,
                topics=("bilateral_relations",),
                about=("us",),
            ),
        ),
        topics=("bilateral_relations",),
    ),
    _document(
        2,
        TWO,
        on("2024-03-20"),
        ((KREMLIN, "الكرملين"),),
        (
            statement(
                TWO,
                "العقوبات غير قانونية",
                Act.ANNOUNCE,
                Mode.INDIRECT,
                KREMLIN,
                country_id="ru",
                topics=("sanctions",),
            ),
        ),
        topics=("sanctions",),
        outlet="BBC",
    ),
    _document(
        3,
        THREE,
        days("2024-04-02", "2024-04-20"),
        ((PESKOV, "بيسكوف"), (TIMERMAN, "تيمرمان"), (GENEVA, "جنيف")),
        (statement(THREE, "زيارة تيمرمان إلى جنيف", Act.DECLINE, Mode.REFUSAL, PESKOV, about=("x-1",)),),
    ),
    _document(
        4,
        FOUR,
        days(None, "2025-01-01"),
        (),
        (statement(FOUR, "المفاوضات تأجلت", Act.SAY, Mode.INDIRECT, None),),
        outlet=None,
    ),
    _document(5, FIVE, days("2024-03-28", "2024-04-03"), ((AMERICA, "الأميركية"), (KREMLIN, "للكرملين"))),
    _document(
        6, ONE, on("2024-03-02"), ((PESKOV, "بيسكوف"), (AMERICA, "الولايات المتحدة")), outlet="سكاي نيوز", title=None
    ),
)

_AT = TWO.index("العقوبات")
DATED = Document(
    DOCUMENTS[1].article,
    (DateSpan("العقوبات", Field.TEXT, _AT, _AT + len("العقوبات"), on("2024-03-20"), Granularity.DAY),),
    DOCUMENTS[1].mentions,
    DOCUMENTS[1].statements,
)
REJECTS = (Reject("broken.bin", None, "no text"),)


def index(path: Path) -> store.Store:
    """The six articles as an index at `path`; the sixth repeats the first."""
    with writing(path) as writer:
        writer.add(
            frames.tables((DOCUMENTS[0], DATED, *DOCUMENTS[2:]), REJECTS),
            (RUSSIA, KREMLIN, PESKOV, AMERICA, TIMERMAN, GENEVA),
        )
        writer.publish(["by hand"], duplicates={"a6": "a1"})
    return store.Store(path)
