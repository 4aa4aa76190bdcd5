"""camel-tools' named-entity recogniser as a further engine (`--ner camel`), for who has installed it and its data.

It is no part of the light installation: it brings torch and a model of 542 MB. What it finds is added where Tasrih's
own knowledge and rules name nobody; its persons and organisations are unknown actors like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from core.actors.identity import new_id, signature
from core.arabic import tokens
from core.model import Actor, Article, Document, Field, Kind, Mention

#: The recogniser's labels to our kinds. Its places stay out: the knowledge has the countries, and a town is no actor.
_KINDS = {"PERS": Kind.PERSON, "ORG": Kind.ORGANISATION}

#: Words behind which a sentence ends; the recogniser reads one sentence at a time.
_STOPS = frozenset(".؟!")

_HOW = """camel-tools' recogniser of names can't be used: {reason}.
It needs the complete installation and its data:
    make complete
    .venv-complete/bin/camel_data -i defaults
Data in another place is found by the environment variable CAMELTOOLS_DATA. Or leave --ner camel out."""


class NotInstalled(RuntimeError):
    """camel-tools' recogniser or its data is missing; the message says what, and how to get it."""


class Recogniser(Protocol):
    """What is asked of the engine: one label (O, B-PERS, I-PERS, B-ORG, …) for each word of a sentence."""

    def predict_sentence(self, sentence: list[str]) -> list[str]:
        """The labels of the words of one sentence."""


def load() -> Recogniser:
    """camel-tools' own recogniser with its default model. Raises NotInstalled where that can't be had."""
    try:
        from camel_tools.ner import NERecognizer

        recogniser: Recogniser = NERecognizer.pretrained(use_gpu=False)
    except ImportError as error:
        raise NotInstalled(_HOW.format(reason=f"the module {error.name} is not installed")) from error
    except (OSError, KeyError, ValueError, AttributeError) as error:
        raise NotInstalled(_HOW.format(reason=f"its data is not installed ({error})")) from error
    return recogniser


def find(document: Document, recogniser: Recogniser) -> Document:
    """The document with the recogniser's persons and organisations beside the mentions it has."""
    article = document.article
    found = [m for column in Field for m in _mentions(article, column, recogniser)]
    taken = [m for m in document.mentions if m.how != "adjective"]
    new = [m for m in found if not any(_meets(m, other) for other in taken)]
    order = list(Field)
    mentions = sorted([*document.mentions, *new], key=lambda m: (order.index(m.field), m.start, -m.end))
    return replace(document, mentions=tuple(mentions))


def _meets(a: Mention, b: Mention) -> bool:
    return a.field == b.field and a.start < b.end and b.start < a.end


def _mentions(article: Article, column: Field, recogniser: Recogniser) -> Iterator[Mention]:
    text = article.column(column)
    for spans in _sentences(text):
        labels = recogniser.predict_sentence([text[start:end] for start, end in spans])
        for first, last, name in _names(labels):
            start, end = spans[first][0], spans[last][1]
            label = " ".join(text[start:end].split())
            forms = [word.form for word in tokens(label)]
            key = signature(forms) if _KINDS[name] is Kind.PERSON else forms
            yield Mention(
                Actor(new_id(key), label, None, _KINDS[name], known=False), text[start:end], column, start, end
            )


def _sentences(text: str) -> Iterator[list[tuple[int, int]]]:
    """The words of each sentence, by where they stand."""
    words: list[tuple[int, int]] = []
    for token in tokens(text):
        if words and "\n" in text[words[-1][1] : token.start]:
            yield words
            words = []
        words.append((token.start, token.end))
        if token.form in _STOPS:
            yield words
            words = []
    if words:
        yield words


def _names(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The runs of a person's or an organisation's labels: (first word, last word, which).

    >>> list(_names(["O", "B-PERS", "I-PERS", "B-LOC", "B-ORG"]))
    [(1, 2, 'PERS'), (4, 4, 'ORG')]
    """
    first, name = 0, ""
    for at, label in enumerate([*labels, "O"]):
        mark, _, kind = label.partition("-")
        if name and (mark != "I" or kind != name):
            yield first, at - 1, name
            name = ""
        if mark == "B" and kind in _KINDS:
            first, name = at, kind
