"""Topics of articles and statements."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core import topics
from core.knowledge import topics as knowledge
from core.model import Act, Actor, Article, Document, Field, Kind, Mention, Mode, Statement

FILLER = " ".join(["وكانت الصالة ممتلئة عن آخرها حين دخل الضيوف تباعا"] * 12)


def document(title: str | None, text: str) -> Document:
    return Document(Article("a", "a.txt", text, title=title))


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("العقوبات", "عقوبات"),
        ("وبالعقوبات", "عقوبات"),
        ("عقوباتها", "عقوبات"),
        ("للعلاقات", "علاقات"),
        ("وعلاقاتهما", "علاقات"),
        ("سفارته", "سفاره"),
        ("عقب", None),
        ("وال", None),
    ],
)
def test_what_stands_around_a_word_is_taken_off(form: str, base: str | None) -> None:
    assert topics._base(form) == base


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("الاتحاد يشدد العقوبات", "أقر المجلس حزمة عقوبات جديدة تشمل تجميد أصول عشرين شركة", ("sanctions",)),
        ("هدنة لثلاثة أيام", "دخل وقف إطلاق النار حيز التنفيذ بعد وساطة استمرت أسبوعا", ("peace_settlement",)),
        ("المنتخب يبلغ النهائي", "فاز المنتخب في مباراة مثيرة بكأس العالم بعد شوط إضافي", ("sport",)),
        ("افتتاح الحديقة", "زار الأطفال الحديقة", ()),
        (None, "", ()),
    ],
)
def test_topics_of_an_article(title: str | None, lead: str, expected: tuple[str, ...]) -> None:
    assert topics.assign(document(title, f"{lead}\n{FILLER}")).article.topics == expected


def test_a_term_in_passing_is_no_topic() -> None:
    passing = document("افتتاح المعرض الدولي", f"{FILLER} {FILLER} ولم تتأثر الرحلة بالعقوبات")
    assert "sanctions" not in topics.assign(passing).article.topics


def test_two_states_meeting_in_the_title_speak_for_their_relations() -> None:
    text = "ناقش الجانبان ملفات عدة وعلاقات التعاون بين بلدين جارين"
    alone = document("باريس وبرلين تبحثان التعاون", text)
    states = tuple(
        Mention(Actor(country, name, None, Kind.COUNTRY), name, Field.TITLE, start, start + len(name))
        for country, name, start in (("fr", "باريس", 0), ("de", "برلين", 7))
    )
    assert "bilateral_relations" in topics.assign(replace(alone, mentions=states)).article.topics


def test_a_statement_has_the_topics_of_its_own_words() -> None:
    text = "قال الوزير إن العقوبات لن تمنع بلاده من بيع النفط. وأضاف أن الطقس جميل"
    said = [("العقوبات لن تمنع بلاده من بيع النفط", ("sanctions", "energy")), ("الطقس جميل", ("climate_environment",))]
    statements = tuple(
        Statement(s, Field.TEXT, text.index(s), text.index(s) + len(s), "قال", 0, Act.SAY, Mode.INDIRECT, "test")
        for s, _ in said
    )
    assigned = topics.assign(replace(document(None, text), statements=statements)).statements
    assert [set(s.topics) for s in assigned] == [set(expected) for _, expected in said]


def test_a_longer_term_counts_once() -> None:
    found = list(topics.findings("فرض عقوبات"))
    assert [(f.topic, f.term, f.start) for f in found if f.topic == "sanctions"] == [
        ("sanctions", "فرض عقوبات", 0),
        ("sanctions", "عقوبات", 4),
    ]


def test_the_taxonomy_has_its_ids_and_both_names() -> None:
    assert len(knowledge.load()) == 37
    assert all(topic.ar and topic.en and topic.covers for topic in knowledge.load())
