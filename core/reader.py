"""An article as right-to-left HTML, with what was found in it marked in place. Every piece of its text is escaped.

Marks are laid into one another like brackets: where two cross, the later one is cut in two, and no mark crosses a
paragraph. A mark always covers whole words, since a highlight that cuts a word would break the joining of its letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from core.arabic import tokens
from core.listing import bdi, nowrap, place_of
from core.palette import colour
from core.wording import Wording

#: Of marks that cover the same words, which one lies outside.
_OUTER = {"statement": 0, "cue": 1, "date": 2, "actor": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """What to mark from `start` to `end` of a text: its kind (a CSS class), what hovering says, and its colour.

    `anchor` is the id that links point to; `label` stands before the marked words, such as a statement's number.
    """

    start: int
    end: int
    kind: str
    tip: str = ""
    colour: str = ""
    anchor: str = ""
    label: str = ""
    here: bool = False


def marked(text: str, marks: Iterable[Mark]) -> str:
    """`text` as HTML paragraphs with its marks.

    >>> marked("قال: <b>", [Mark(0, 3, "cue", tip='"x"')])
    '<p><span class="mark cue" tabindex="0" data-tip="&quot;x&quot;">قال</span>: &lt;b&gt;</p>'
    """
    whole = sorted((snapped(text, mark) for mark in marks), key=_outer_first)
    return "".join(
        f"<p>{_inline(text, start, end, [m for m in whole if m.start < end and m.end > start])}</p>"
        for start, end in _paragraphs(text)
    )


def snapped(text: str, mark: Mark) -> Mark:
    """The mark grown to whole words, prefixes such as و and ال included.

    >>> word = snapped("قال والكرملين", Mark(5, 13, "actor"))
    >>> (word.start, word.end)
    (4, 13)
    """
    words = tokens(text)

    def around(offset: int) -> tuple[int, int]:
        word = words[bisect_right(words, offset, key=lambda w: w.start) - 1] if words else None
        return (word.start, word.end) if word and word.start < offset < word.end else (offset, offset)

    return replace(mark, start=around(mark.start)[0], end=around(mark.end)[1])


def _outer_first(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, _OUTER.get(mark.kind, len(_OUTER))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that says something begins and ends."""
    return ((line.start(), line.end()) for line in re.finditer(r"[^\r\n]+", text) if line[0].strip())


def _inline(text: str, start: int, end: int, marks: list[Mark]) -> str:
    """`text[start:end]` escaped, with `marks` (sorted, outer before inner) laid into one another."""
    out: list[str] = []
    at = start
    queue = list(marks)
    while queue:
        mark = queue.pop(0)
        first, last = max(mark.start, at), min(mark.end, end)
        if first >= last:
            continue
        inner = [m for m in queue if m.start < last]
        queue = [m for m in queue if m.end > last]  # whatever reaches past this one goes on after it
        out.append(escape(text[at:first]))
        out.append(_open(mark, continued=first > mark.start) + _inline(text, first, last, inner) + "</span>")
        at = last
    out.append(escape(text[at:end]))
    return "".join(out)


def _open(mark: Mark, *, continued: bool) -> str:
    """The opening tag; what goes on after a cut keeps its look, and is no second stop for the keyboard."""
    attributes = [f'class="mark {escape(mark.kind)}{" here" if mark.here else ""}"']
    if mark.anchor and not continued:
        attributes.append(f'id="{escape(mark.anchor)}"')
    if mark.tip:
        attributes += [] if continued else ['tabindex="0"']
        attributes.append(f'data-tip="{escape(mark.tip)}"')
    if mark.colour:
        attributes.append(f'style="--mark:{escape(mark.colour)}"')
    label = f'<span class="number">{escape(mark.label)}</span>' if mark.label and not continued else ""
    return f"<span {' '.join(attributes)}>{label}"


def actor_marks(mentions: Iterable[Any], say: Wording, met: set[str] | None = None) -> Iterator[Mark]:
    """A mark for each row of the mentions table: who it is, and of what kind. The first of each actor is a place to
    go to; `met`: who has one already.
    """
    met = set() if met is None else met
    for row in mentions:
        tip = f"{say.name(row.actor, row.actor_en)} · {say(f'kind.{row.kind}')}"
        anchor = "" if row.actor_id in met else place_of(row.actor_id)
        met.add(row.actor_id)
        yield Mark(row.start, row.end, "actor", tip, colour(row.actor_id), anchor=anchor)


def date_marks(dates: Iterable[Any], say: Wording) -> Iterator[Mark]:
    """A mark for each row of the dates table: which days it means, or that the text does not say."""
    for row in dates:
        known = row.date_from is not None or row.date_to is not None
        value = say("reader.date_value", period=say.period(row.date_from, row.date_to))
        meaning = value if known else say("reader.date_unknown")
        yield Mark(row.start, row.end, "date", f"{meaning} · {say(f'granularity.{row.granularity}')}")


def statement_marks(statements: Iterable[Any], say: Wording, here: str | None = None) -> Iterator[Mark]:
    """A numbered mark for each row of the statements table, in order; the one whose id is `here` stands out."""
    for number, row in enumerate(statements, start=1):
        yield Mark(
            row.start,
            row.end,
            "statement",
            statement_tip(row, say),
            colour(row.speaker_id),
            anchor=f"s{number}",
            label=say.show(number),
            here=row.statement_id == here,
        )


def statement_tip(row: Any, say: Wording) -> str:
    """How a statement was worked out: speaker, act and mode, how the speaker is known, when it was said, the rule."""
    speaker = say.name(row.speaker, row.speaker_en) or say("unnamed")
    lines = [
        f"{speaker} · {say(f'act.{row.act}')} «{row.cue}» · {say(f'mode.{row.mode}')}",
        f"{say('col.resolved')}: {say(f'resolved.{row.resolved_by}')}"
        + (f" («{row.speaker_surface}»)" if row.speaker_surface else ""),
        f"{say('col.said')}: {say.period(row.said_from, row.said_to)}",
        *(f"{say(f'reader.{name}')}: {value}" for name in ("venue", "addressee") if (value := getattr(row, name))),
        f"{say('col.rule')}: {say.rule(row.rule)}",
    ]
    return "\n".join(lines)


def article(
    row: Any,
    mentions: Sequence[Any],
    dates: Sequence[Any],
    statements: Sequence[Any],
    say: Wording,
    here: str | None = None,
) -> str:
    """One article as HTML: headline, where and when it was published, its body and what was taken off the body."""
    met: set[str] = set()

    def column(name: str) -> str:
        text = getattr(row, name) or ""
        marks = [
            *(
                mark
                for at, mark in zip(statements, statement_marks(statements, say, here), strict=True)
                if at.field == name
            ),
            *actor_marks((m for m in mentions if m.field == name), say, met),
            *date_marks((d for d in dates if d.field == name), say),
        ]
        return marked(text, marks)

    asides = (
        (say("reader.summary"), column("summary")),
        (say("reader.captions"), column("captions")),
        (say("reader.tags"), escape("، ".join(row.tags or ()))),
    )
    return (
        '<article class="article" lang="ar" dir="rtl">'
        f'<div class="headline">{column("title") or escape(say("no_title"))}</div>'
        f'<div class="meta" dir="{"rtl" if say.rtl else "ltr"}">{_meta(row, say)}</div>'
        f"{column('dateline')}{column('text')}"
        + "".join(f'<div class="aside"><b>{escape(name)}</b> {body}</div>' for name, body in asides if body)
        + "</article>"
    )


def _meta(row: Any, say: Wording) -> str:
    """Outlet, day, how the day is known, author, source; the source's own address only where it is one."""
    dated = say.period(row.published_from, row.published_to)
    how = escape(say(f"basis.{row.published_basis}"))
    if row.published_evidence:
        how += f": «{bdi(row.published_evidence)}»"
    parts = [bdi(say.outlet(row.outlet)), f"{nowrap(dated)} ({how})"]
    for name in ("author", "section"):
        if value := getattr(row, name):
            parts.append(f"{escape(say(f'reader.{name}'))}: {bdi(value)}")
    source = bdi(row.source_file + (f" · {row.item}" if row.item else ""))
    if row.url and row.url.startswith(("https://", "http://")):
        source = f'<a href="{escape(row.url)}" rel="noopener noreferrer nofollow" target="_blank">{source}</a>'
    parts.append(f"{escape(say('reader.source'))}: {source}")
    return " · ".join(parts)


def legend(say: Wording) -> str:
    """What the marks mean."""
    shown = (
        f'<span class="mark actor" style="--mark:{colour("ru")}">{escape(say("reader.legend.actor"))}</span>',
        f'<span class="mark date">{escape(say("reader.legend.date"))}</span>',
        f'<span class="mark statement" style="--mark:{colour("us")}">{escape(say("reader.legend.statement"))}</span>',
        f'<span class="note">{escape(say("reader.hover"))}</span>',
    )
    return f'<div class="legend">{"".join(shown)}</div>'
