"""Lists of what was found, as HTML: statements to read, small tables, bars with a link behind each number.

Whatever comes from an article, and every label, is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from core.arabic import has_arabic
from core.joined import new_words
from core.links import View
from core.palette import ACCENT, colour

#: No story is told more than once.
ONCE: Mapping[str, tuple[int, Sequence[str]]] = {}

#: No statement is told more than once.
ALONE: Mapping[str, Sequence[Any]] = {}


class Bar(NamedTuple):
    """One line of a list of bars: its label, its number, where its number leads, and its colour."""

    label: str
    value: int
    href: str
    shade: str = ACCENT


class Chip(NamedTuple):
    """A short thing with its number, and where either leads."""

    label: str
    number: str
    href: str | None = None
    counted: str | None = None


def bdi(text: str) -> str:
    """The text escaped, and kept apart, so that the direction of what stands beside it does not reorder it. One that
    holds Arabic runs from right to left, also where it begins with a Latin word.

    >>> bdi("CNN بالعربية"), bdi("CNN Arabic")
    ('<bdi dir="rtl">CNN بالعربية</bdi>', '<bdi>CNN Arabic</bdi>')
    """
    way = ' dir="rtl"' if has_arabic(text) else ""
    return f"<bdi{way}>{escape(text)}</bdi>"


def nowrap(text: str) -> str:
    """The text escaped, kept on one line."""
    return f'<span class="nowrap">{escape(text)}</span>'


def anchor(href: str, text: str, kind: str = "") -> str:
    """A link within the desk, its text escaped.

    >>> anchor("statements?text=%22", "<b>")
    '<a href="statements?text=%22" target="_self"><bdi>&lt;b&gt;</bdi></a>'
    """
    css = f' class="{kind}"' if kind else ""
    return f'<a{css} href="{escape(href)}" target="_self">{bdi(text)}</a>'


def bars(rows: Sequence[Bar], view: View, shown: int | None = None) -> str:
    """Bars from zero, one a line, in the order given; the number is a link to what it counts. `shown`: so many are
    seen at once, the rest is folded away.
    """
    most = max((row.value for row in rows), default=1) or 1
    lines = [
        f'<li style="--share:{row.value / most:.4f};--mark:{row.shade}">'
        f'<span class="label" title="{escape(row.label)}">{bdi(row.label)}</span>'
        f'{anchor(row.href, view.say.show(row.value), "n")}<span class="bar"></span></li>'
        for row in rows
    ]
    first, rest = lines[:shown], lines[shown or len(lines) :]
    more = ""
    if rest:
        summary = escape(view.say("more", n=len(rest)))
        more = f'<details class="more"><summary>{summary}</summary><ol class="bars">{"".join(rest)}</ol></details>'
    return f'<ol class="bars">{"".join(first)}</ol>{more}'


def facts(pairs: Iterable[tuple[str, str, str | None]], view: View) -> str:
    """The large figures of a page: what is counted, how many, and (where there is one) the link to them."""
    cells = (
        f"<div><dt>{escape(name)}</dt><dd>{anchor(href, figure) if href else escape(figure)}</dd></div>"
        for name, figure, href in pairs
    )
    return f'<dl class="facts">{"".join(cells)}</dl>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], kinds: Sequence[str] = ()) -> str:
    """A small table. Cells are HTML, escaped by whoever made them; `kinds` are the classes of the columns."""
    kinds = kinds or [""] * len(heads)
    head = "".join(f'<th class="{kind}">{escape(name)}</th>' for name, kind in zip(heads, kinds, strict=True))
    body = "".join(
        "<tr>" + "".join(f'<td class="{kind}">{cell}</td>' for cell, kind in zip(cells, kinds, strict=True)) + "</tr>"
        for cells in rows
    )
    return f'<div class="scroll"><table class="plain"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def statements(rows: Iterable[Any], view: View, told: Mapping[str, Sequence[Any]] = ALONE) -> str:
    """Statements to read: who, doing what, when; the words; and the article they stand in.

    `told`: of statements that several articles tell, by their id, the tellings, the earliest first.
    """
    items = (_statement(row, view) + wordings(row, told, view) + "</li>" for row in rows)
    return f'<ol class="said">{"".join(items)}</ol>'


def wordings(row: Any, told: Mapping[str, Sequence[Any]], view: View) -> str:
    """Who else tells a statement, to unfold: outlet, day, the way to its place, and the words that differ marked."""
    tellings = told.get(row.statement_id)
    if not tellings:
        return ""
    say = view.say
    outlets = {telling.outlet for telling in tellings if telling.outlet}
    many = say("told", n=len(outlets))
    head = many if len(outlets) > 1 else say("told.articles", articles=say("articles.of", n=len(tellings)))
    first, *_ = tellings
    items = "".join(_wording(telling, first, row.statement_id, view) for telling in tellings)
    return (
        f'<details class="told"><summary>{escape(head)}</summary>'
        f'<div class="note">{escape(say("told.note"))}</div><ol>{items}</ol></details>'
    )


def _wording(telling: Any, first: Any, here: str, view: View) -> str:
    say = view.say
    href = view.on("reader", article=telling.article_id, statement=telling.statement_id).href
    day = nowrap(say.period(telling.published_from, telling.published_to))
    this = f' · <span class="how">{escape(say("told.here"))}</span>' if telling.statement_id == here else ""
    if telling is not first and telling.text == first.text:
        words = f'<div class="note">{escape(say("told.same"))}</div>'
    else:
        marks = [] if telling is first else new_words(telling.text, first.text)
        words = f'<blockquote class="passage" lang="ar" dir="rtl">{_marked(telling.text, marks)}</blockquote>'
    return (
        f'<li><div class="source"><b>{bdi(say.outlet(telling.outlet))}</b> · {day} · '
        f"{anchor(href, telling.title or say('no_title'))}{this}</div>{words}</li>"
    )


def _statement(row: Any, view: View) -> str:
    say = view.say
    name = say.name(row.speaker, row.speaker_en) or say("unnamed")
    who = f"<b>{bdi(name)}</b>"
    if row.speaker_id:
        who = anchor(view.said_by(row.speaker_id).on("statements").href, name, "who")
    role = f' <span class="role" lang="ar" dir="rtl">{escape(row.role)}</span>' if row.role else ""
    place = view.on("reader", article=row.article_id, statement=row.statement_id).href
    published = nowrap(say.period(row.published_from, row.published_to))
    return (
        f'<li style="--mark:{colour(row.speaker_id)}"><div class="head">{who}{role}'
        f'<span class="act">{escape(say(f"act.{row.act}"))}</span>'
        f'<span class="mode {escape(row.mode)}">{escape(say(f"mode.{row.mode}"))}</span>'
        f'<span class="when">{escape(say.period(row.said_from, row.said_to))}</span></div>'
        f'<blockquote lang="ar" dir="rtl">{escape(row.text)}</blockquote>'
        f'<div class="source">{anchor(place, row.title or say("no_title"), "title")} · '
        f"{bdi(say.outlet(row.outlet))} · {published} · "
        f'<span class="how">{escape(say(f"resolved.{row.resolved_by}"))}</span></div>'
    )


def articles(rows: Iterable[Any], view: View, carried: Mapping[str, tuple[int, Sequence[str]]] = ONCE) -> str:
    """Articles to open: title, outlet, when published and how that is known, how many statements.

    `carried`: of stories told more than once, by article, how many other tellings there are and by whom.
    """
    return f'<ol class="articles">{"".join(_article(row, view, carried.get(row.article_id)) for row in rows)}</ol>'


def _article(row: Any, view: View, carried: tuple[int, Sequence[str]] | None) -> str:
    say = view.say
    href = view.on("reader", article=row.article_id).href
    again = ""
    if carried:
        copies, outlets = carried
        who = say("carried", n=len(outlets)) if len(outlets) > 1 else say("copies", n=copies)
        names = say.listed(map(say.outlet, outlets))
        again = f' · <span class="carried" title="{escape(names)}">{anchor(href, who)}</span>'
    if row.duplicate_of:
        first = view.on("reader", article=row.duplicate_of).href
        again += f" · {anchor(first, say('reader.duplicate'))}"
    return (
        f"<li>{anchor(href, row.title or say('no_title'), 'title')}"
        f'<div class="source">{bdi(say.outlet(row.outlet))} · '
        f"{nowrap(say.period(row.published_from, row.published_to))} "
        f'<span class="how">({escape(say(f"basis.{row.published_basis}"))})</span> · '
        f"{anchor(href, say('statements', n=row.statements))}{again}</div></li>"
    )


def story(rows: Sequence[Any], here: str, view: View) -> str:
    """All tellings of one story, to unfold; the one on the screen is `here`, by its id."""
    say = view.say
    outlets = len({row.outlet for row in rows if row.outlet})
    head = say("carried", n=outlets) if outlets > 1 else say("told.articles", articles=say("articles.of", n=len(rows)))
    items = "".join(
        f"<li>{nowrap(say.period(row.published_from, row.published_to))} · <b>{bdi(say.outlet(row.outlet))}</b>"
        f" · {anchor(view.on('reader', article=row.article_id).href, row.title or say('no_title'))}"
        + (f' · <span class="how">{escape(say("story.here"))}</span>' if row.article_id == here else "")
        + "</li>"
        for row in rows
    )
    return f'<details class="told"><summary>{escape(head)}</summary><ol>{items}</ol></details>'


def numbered(
    rows: Iterable[Any], view: View, only: str | None = None, told: Mapping[str, Sequence[Any]] = ALONE
) -> str:
    """The statements of the article on the screen, briefly; each number leads to its place. `only` one, by its id.

    `told`: as of `statements`.
    """
    say = view.say
    items = (
        f'<li style="--mark:{colour(row.speaker_id)}">'
        f'<a class="number" href="#s{number}">{escape(say.show(number))}</a> '
        f"<b>{bdi(say.name(row.speaker, row.speaker_en) or say('unnamed'))}</b> "
        f'<span class="act">{escape(say(f"act.{row.act}"))}</span> '
        f'<span class="mode {escape(row.mode)}">{escape(say(f"mode.{row.mode}"))}</span>'
        f'<div class="source">{escape(say(f"resolved.{row.resolved_by}"))} · {escape(say.rule(row.rule))}</div>'
        f"{wordings(row, told, view)}</li>"
        for number, row in enumerate(rows, start=1)
        if only in (None, row.statement_id)
    )
    return f'<ol class="numbered">{"".join(items)}</ol>'


def place_of(actor_id: str) -> str:
    """The id of the place in an article where an actor is first named."""
    return f"m-{actor_id}"


def cast(mentions: Iterable[Any], view: View) -> str:
    """Who is named in an article, most often first, each with a link to their page, and with how often, which leads
    to the first place.
    """
    counted: dict[str, tuple[Any, int]] = {}
    for row in mentions:
        counted[row.actor_id] = (row, counted.get(row.actor_id, (row, 0))[1] + 1)
    ranked = sorted(counted.values(), key=lambda pair: (-pair[1], pair[0].actor_id))
    items = (
        f'<li style="--mark:{colour(row.actor_id)}"><span class="dot"></span>'
        f"{anchor(view.on('actors', actor=row.actor_id).href, view.say.name(row.actor, row.actor_en))}"
        f' <a class="n" href="#{escape(place_of(row.actor_id))}">{escape(view.say.show(count))}</a></li>'
        for row, count in ranked
    )
    return f'<ul class="cast">{"".join(items)}</ul>'


def acts(rows: Sequence[Any], view: View) -> str:
    """How often each speaker does what: a table of numbers, each a link to the statements it counts."""
    say = view.say
    totals: dict[str, int] = {}
    cells: dict[tuple[str, str], int] = {}
    names: dict[str, str] = {}
    for row in rows:
        totals[row.act] = totals.get(row.act, 0) + row.statements
        cells[row.speaker_id, row.act] = cells.get((row.speaker_id, row.act), 0) + row.statements
        names[row.speaker_id] = say.name(row.speaker, row.speaker_en)
    columns = sorted(totals, key=lambda act: (-totals[act], act))
    most = max(cells.values(), default=1)

    def cell(speaker_id: str, act: str) -> str:
        if (number := cells.get((speaker_id, act))) is None:
            return ""
        there = view.filtered(speakers=(speaker_id,), acts=(act,)).on("statements")
        shade = f"--share:{number / most:.3f};--mark:{colour(speaker_id)}"
        return f'<span class="heat" style="{shade}">{anchor(there.href, say.show(number))}</span>'

    return table(
        ["", *(say(f"act.{act}") for act in columns)],
        [
            [f'<span class="dot" style="--mark:{colour(speaker_id)}"></span>{bdi(name)}']
            + [cell(speaker_id, act) for act in columns]
            for speaker_id, name in names.items()
        ],
        ["", *["c"] * len(columns)],
    )


def passages(rows: Iterable[Any], view: View) -> str:
    """Where a search found its words: each passage with the words marked, and its article."""
    return f'<ol class="articles">{"".join(_passage(row, view) for row in rows)}</ol>'


def _passage(row: Any, view: View) -> str:
    say = view.say
    href = view.on("reader", article=row.article_id).href
    day = say.show(row.published_on) if row.published_on else say("undated")
    source = f"{anchor(href, row.title or say('no_title'))} · {bdi(say.outlet(row.outlet))} · {nowrap(day)}"
    return (
        f'<li><blockquote class="passage" lang="ar" dir="rtl">{_marked(row.snippet, row.marks)}</blockquote>'
        f'<div class="source">{source}</div></li>'
    )


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """The text escaped, with what stands from each start to its end marked."""
    out: list[str] = []
    at = 0
    for start, end in marks:
        out += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
        at = end
    return "".join([*out, escape(text[at:])])


def actors(rows: Iterable[Any], view: View) -> str:
    """Actors with what they are, how often they are named and when; each number leads to what it counts."""
    say = view.say

    def cells(row: Any) -> list[str]:
        there = view.naming(row.actor_id)
        seen = say.period(row.first, row.last) if row.first else ""
        name = anchor(view.on("actors", actor=row.actor_id).href, say.name(row.actor, row.actor_en))
        return [
            f'<span class="dot" style="--mark:{colour(row.actor_id)}"></span>{name}',
            escape(say(f"kind.{row.kind}")) if row.kind else "",
            anchor(there.on("timeline").href, say.show(row.articles)),
            escape(say.show(row.mentions)),
            escape(seen),
        ]

    heads = [say(f"col.{name}") for name in ("actor", "kind", "articles", "mentions", "published")]
    return table(heads, map(cells, rows), ["", "", "n", "n", "n"])


def unknown(rows: Iterable[Any], view: View) -> str:
    """Names to review: as written, how often, and an article to judge them by."""
    say = view.say
    return table(
        [say("col.name"), say("col.kind"), say("col.alias"), say("col.articles"), ""],
        (
            [
                anchor(view.on("actors", actor=row.actor_id).href, row.actor),
                escape(say(f"kind.{row.kind}")),
                bdi("، ".join(row.surfaces[:4])),
                anchor(view.naming(row.actor_id).on("timeline").href, say.show(row.articles)),
                anchor(view.on("reader", article=row.example).href, say("open")),
            ]
            for row in rows
        ),
        ["", "", "", "n", ""],
    )


def offices(rows: Iterable[tuple[str, str]]) -> str:
    """Offices held: each with from when until when, as its caller words it."""
    items = (f'<li>{bdi(name)} <span class="note">{escape(days)}</span></li>' for name, days in rows)
    return f'<ul class="offices">{"".join(items)}</ul>'


def chips(rows: Iterable[Chip]) -> str:
    """Short things side by side, each with its number."""

    def cell(href: str | None, text: str) -> str:
        return anchor(href, text) if href else bdi(text)

    items = (
        f"<li>{cell(chip.href, chip.label)} <span class='n'>{cell(chip.counted, chip.number)}</span></li>"
        for chip in rows
    )
    return f'<ul class="cast">{"".join(items)}</ul>'


def sentences(rows: Iterable[Any], view: View) -> str:
    """Sentences that gave no statement: the words of speech in them, the sentence, and its article."""
    say = view.say
    return table(
        [say("col.cues"), say("col.sentence"), ""],
        (
            [
                f"<b>{bdi(row.cues)}</b>",
                escape(row.sentence),
                anchor(view.on("reader", article=row.article_id).href, say("open")),
            ]
            for row in rows
        ),
        ["ar", "ar", "nowrap"],
    )
