"""A corpus so small that every figure of a page can be counted by hand, and an index of it.

Five articles: two of the day of Peskov and Lavrov, one that only its year is known of, one undated, and a hostile one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core import frames
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
from tests.cast import AMERICA, HOSTILE, KREMLIN, LAVROV, PESKOV, RUSSIA

HOSTILE_TEXT = (
    "قال هيكتور <b>: «<script>window.hacked = 1</script>».\n"
    '=cmd("x") <img src="http://evil.example/x.png" onerror="window.hacked = 2"> **نص** $x$\n'
    "- [رابط](javascript:alert(1))"
)


def _article(number: int, text: str, **columns: object) -> Article:
    return Article(f"a{number}", f"file-{number}.txt", text, **columns)  # type: ignore[arg-type]


def _mention(article: Article, actor: Actor, surface: str, field: Field = Field.TEXT) -> Mention:
    start = article.column(field).index(surface)
    return Mention(actor, surface, field, start, start + len(surface))


def _statement(article: Article, cue: str, text: str, **more: object) -> Statement:
    start = article.text.index(text)
    where = {"field": Field.TEXT, "start": start, "end": start + len(text), "cue_start": article.text.index(cue)}
    usual = {"act": Act.SAY, "mode": Mode.DIRECT, "rule": "verb-subject", "resolved_by": ResolvedBy.NAME}
    return Statement(text, cue=cue, **(where | usual | more))  # type: ignore[arg-type]


def documents() -> list[Document]:
    """The five articles, with what the stages would have found."""
    day = Published(Period.day(date(2024, 2, 29)), Basis.DATELINE, "29 فبراير 2024")
    one = _article(
        1,
        "موسكو. قال دميتري بيسكوف: «نحن مستعدون للحوار مع واشنطن».\n"
        "وأضاف أن العقوبات لا تفيد أحدا. ورفض بيسكوف التعليق على القمة.",
        title="الكرملين: مستعدون للحوار",
        outlet="الجزيرة",
        published=day,
        topics=("bilateral_relations", "sanctions"),
    )
    two = _article(
        2,
        "أكد سيرغي لافروف أن روسيا لن تنسحب. وقال الكرملين إن المحادثات انتهت في الأول من آذار.",
        title="لافروف: لن ننسحب",
        outlet="العربية",
        published=Published(Period.day(date(2024, 3, 1)), Basis.METADATA, "2024-03-01"),
        topics=("strategic_stability",),
    )
    three = _article(
        3,
        "حذرت واشنطن من التصعيد.",
        title="تحذير أميركي",
        outlet="الجزيرة",
        published=Published(Period(date(2022, 1, 1), date(2022, 12, 31)), Basis.INFERRED, "عام 2022"),
        topics=("ukraine_war",),
    )
    four = _article(4, "عقد اجتماع في القاهرة.", published=Published())
    five = _article(5, HOSTILE_TEXT, title='<img src=x onerror="window.hacked=3">', outlet="=HYPERLINK(1)")
    peskov = {"speaker": PESKOV, "body_id": "ru-presidency", "country_id": "ru", "said": day.period}
    return [
        Document(
            one,
            mentions=(
                _mention(one, KREMLIN, "الكرملين", Field.TITLE),
                _mention(one, PESKOV, "دميتري بيسكوف"),
                _mention(one, AMERICA, "واشنطن"),
            ),
            statements=(
                _statement(
                    one, "قال", "نحن مستعدون للحوار مع واشنطن", speaker_surface="دميتري بيسكوف", about=("us",), **peskov
                ),
                _statement(
                    one,
                    "أضاف",
                    "العقوبات لا تفيد أحدا",
                    act=Act.ADD,
                    mode=Mode.INDIRECT,
                    resolved_by=ResolvedBy.INHERITED,
                    topics=("sanctions",),
                    **peskov,
                ),
                _statement(
                    one,
                    "رفض",
                    "التعليق على القمة",
                    act=Act.DECLINE,
                    mode=Mode.REFUSAL,
                    speaker_surface="بيسكوف",
                    **peskov,
                ),
            ),
        ),
        Document(
            two,
            dates=(
                DateSpan(
                    "الأول من آذار",
                    Field.TEXT,
                    two.text.index("الأول"),
                    two.text.index("الأول") + 13,
                    Period.day(date(2024, 3, 1)),
                    Granularity.DAY,
                ),
            ),
            mentions=(
                _mention(two, LAVROV, "سيرغي لافروف"),
                _mention(two, RUSSIA, "روسيا"),
                _mention(two, KREMLIN, "الكرملين"),
            ),
            statements=(
                _statement(
                    two,
                    "أكد",
                    "روسيا لن تنسحب",
                    act=Act.AFFIRM,
                    mode=Mode.INDIRECT,
                    speaker=LAVROV,
                    country_id="ru",
                    speaker_surface="سيرغي لافروف",
                    said=two.published.period,
                    about=("ru",),
                ),
                _statement(
                    two,
                    "قال",
                    "المحادثات انتهت في الأول من آذار",
                    mode=Mode.INDIRECT,
                    speaker=KREMLIN,
                    body_id="ru-presidency",
                    country_id="ru",
                    resolved_by=ResolvedBy.OFFICE,
                    speaker_surface="الكرملين",
                    said=two.published.period,
                ),
            ),
        ),
        Document(
            three,
            mentions=(_mention(three, AMERICA, "واشنطن"),),
            statements=(
                _statement(
                    three,
                    "حذرت",
                    "من التصعيد",
                    act=Act.WARN,
                    mode=Mode.INDIRECT,
                    speaker=AMERICA,
                    country_id="us",
                    resolved_by=ResolvedBy.OFFICE,
                    said=three.published.period,
                ),
            ),
        ),
        Document(four),
        Document(
            five,
            mentions=(_mention(five, HOSTILE, "هيكتور <b>"),),
            statements=(
                _statement(five, "قال", "<script>window.hacked = 1</script>", speaker=HOSTILE, rule="=rule()"),
                _statement(five, "قال", '=cmd("x")', speaker_surface="مصدر <i>", resolved_by=ResolvedBy.NONE),
            ),
        ),
    ]


def index(path: Path) -> Path:
    """An index of the corpus at `path`."""
    with writing(path) as writer:
        tables = frames.tables(documents(), [Reject("bad.bin", None, "لا نص عربي فيه")])
        writer.add(tables, [RUSSIA, AMERICA, KREMLIN, PESKOV, LAVROV, HOSTILE])
        writer.publish(["tests"])
    return path
