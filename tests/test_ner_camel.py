"""camel-tools' recogniser, by a small stand-in: the real one needs torch and half a gigabyte of data."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from core import actors
from core.__main__ import main
from core.actors import ner_camel
from core.knowledge import world
from core.model import Article, Document, Kind


class StandIn:
    """Labels words by a list, as the real recogniser does by its model."""

    LABELS = {
        "زبيبة": "B-PERS",
        "المرجاني": "I-PERS",
        "لافروف": "B-PERS",
        "نقابة": "B-ORG",
        "النجارين": "I-ORG",
        "دبي": "B-LOC",
    }

    def __init__(self) -> None:
        self.seen: list[list[str]] = []

    def predict_sentence(self, sentence: list[str]) -> list[str]:
        self.seen.append(sentence)
        return [self.LABELS.get(word, "O") for word in sentence]


def test_it_adds_what_nothing_else_names() -> None:
    text = "رأت زبيبة المرجاني روسيا.\nفي دبي نقابة النجارين وسيرغي لافروف"
    document = actors.find(Document(Article("a", "a.txt", text)), world.load())
    before = [m for m in document.mentions if m.actor.known]
    engine = StandIn()
    found = ner_camel.find(document, engine).mentions
    names = {m.surface: m.actor.kind for m in found if not m.actor.known}
    assert names == {"زبيبة المرجاني": Kind.PERSON, "نقابة النجارين": Kind.ORGANISATION}
    assert [m for m in found if m.actor.known] == before
    assert all(text[m.start : m.end] == m.surface for m in found)
    assert engine.seen[0] == ["رأت", "زبيبة", "المرجاني", "روسيا", "."]


def test_it_reads_a_line_by_itself() -> None:
    engine = StandIn()
    ner_camel.find(Document(Article("a", "a.txt", "نقابة\nالنجارين في دبي")), engine)
    assert engine.seen == [["نقابة"], ["النجارين", "في", "دبي"]]


@pytest.mark.skipif(importlib.util.find_spec("torch") is not None, reason="the complete installation is here")
def test_without_it_the_message_says_how_to_get_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ner_camel.NotInstalled, match="make complete"):
        ner_camel.load()
    assert main(["index", str(tmp_path), "--out", str(tmp_path / "index"), "--ner", "camel"]) == 2
    assert "torch" in capsys.readouterr().err
