"""The larger parts of a page: an actor's profile, lists of articles and statements, the cloud of words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from core import charts, listing, queries, words
from core.filters import NOBODY, Filters
from core.links import View, params
from core.listing import Chip
from core.model import Kind
from core.palette import colour
from core.queries import Unit, Which, Whose
from core.store import Store
from core.ui import door
from core.ui.address import open_article
from core.ui.show import answer, chart, download, grid, heading, html, note, paged
from core.ui.steps import step_name

if TYPE_CHECKING:
    import pandas as pd


#: So many articles of no certain day are drawn.
_DRAWN = 40

#: So many sayings of an actor stand on one page.
_QUOTED = 4


def statement_grid(view: View, frame: pd.DataFrame, total: int) -> None:
    """Statements of `total` as a table to sort; choosing a row opens its article at that place."""
    say = view.say
    shown = frame.copy()
    shown["speaker"] = [say.name(row.speaker, row.speaker_en) or say("unnamed") for row in queries.rows(frame)]
    shown["said"] = [say.period(row.said_from, row.said_to) for row in queries.rows(frame)]
    for name in ("act", "mode"):
        shown[name] = [say(f"{name}.{value}") for value in frame[name]]
    shown["outlet"] = [say.outlet(row.outlet) for row in queries.rows(frame)]
    shown["resolved_by"] = [say(f"resolved.{value}") for value in frame["resolved_by"]]
    names = {
        "speaker": say("col.speaker"),
        "act": say("col.act"),
        "mode": say("col.mode"),
        "text": say("col.text"),
        "said": say("col.said"),
        "outlet": say("col.outlet"),
        "resolved_by": say("col.resolved"),
    }
    note(say("grid.help"))
    if len(frame) < total:
        note(say("grid.first", n=len(frame), all=say("statements.of", n=total)))
    row = grid(view, shown, names, "statements-grid")
    if row is not None:
        chosen = frame.iloc[row]
        there = view.on("reader", article=chosen["article_id"], statement=chosen["statement_id"])
        st.switch_page("pages/reader.py", query_params=params(there))


def work_to_do(view: View) -> None:
    """What the rules read past: the sentences, each with a link to its article."""
    say = view.say
    frame = door.todo()
    answer(say("sentences", n=len(frame)))
    note(say("todo.note", n=door.TODO_ARTICLES))
    download(view, "todo", lambda _: frame)
    html(listing.sentences(queries.rows(frame), view))


def topic_bars(view: View) -> list[listing.Bar]:
    """The topics, the largest first, each with a link to its articles."""
    names = door.topic_names(view)
    return [
        listing.Bar(names.get(row.topic, row.topic), row.articles, view.treating(row.topic).on("timeline").href)
        for row in door.rows(queries.topics, view.filters)
        if row.articles
    ]


def outlet_bars(view: View) -> list[listing.Bar]:
    """The outlets, the largest first, each with a link to its articles."""
    return [
        listing.Bar(
            view.say.outlet(row.outlet),
            row.articles,
            view.filtered(outlets=(row.outlet or NOBODY,)).on("timeline").href,
        )
        for row in door.rows(queries.outlets, view.filters)
    ]


def between(view: View, unit: Unit, total: int) -> None:
    """A line for each article that lies within no one step, between the days it can lie on; a click opens it."""
    say = view.say
    listed = door.rows(queries.intervals, view.filters, unit=unit, limit=_DRAWN)
    figure = charts.intervals(
        [row.title or say("no_title") for row in listed],
        [(row.published_from, row.published_to) for row in listed],
        [row.article_id for row in listed],
        [
            f"{row.title or say('no_title')}\n{say.period(row.published_from, row.published_to)} · "
            f"{say(f'basis.{row.published_basis}')}"
            for row in listed
        ],
        title=say("timeline.intervals", articles=say("articles", n=total)),
        say=say,
    )
    if picked := chart(figure, "timeline-intervals"):
        open_article(view, picked[0][0])
    drawn = say("timeline.drawn", n=len(listed)) if len(listed) < total else ""
    note(f"{say('timeline.open_end')} {drawn}", view.on("timeline", unit=unit, only=Which.LOOSE))


def articles(view: View, listed: Sequence[Any]) -> None:
    """A list of articles to open; of what was carried more than once, by how many."""
    ids = tuple(row.article_id for row in listed)
    carried = {row.article_id: (row.copies, row.outlets) for row in door.rows(queries.carriers, ids)}
    html(listing.articles(listed, view, carried))


def told(statements: Sequence[Any]) -> dict[str, list[Any]]:
    """Of these statements, those that other articles tell too: by id, their tellings, the earliest first."""
    by_id: dict[str, list[Any]] = {}
    days = [row.said_to for row in statements if row.said_to and row.said_from == row.said_to]
    if not days:
        return by_id
    for row in door.rows(queries.tellings, tuple(row.statement_id for row in statements), min(days), max(days)):
        by_id.setdefault(row.asked, []).append(row)
    return by_id


def carried_by(view: View, article_id: str) -> None:
    """All tellings of an article's story, the earliest first, to unfold; nothing where it was told once."""
    if len(tellings := door.rows(queries.story, article_id)) > 1:
        html(listing.story(tellings, article_id, view))


def counted_words(view: View) -> list[words.Word]:
    """The words of the articles that pass, the most frequent first."""
    opened = door.store()
    return _words(opened, opened.edition, view.filters)


#: So many words are kept to be shown.
_KNOWN = 5_000


@st.cache_data(max_entries=64, show_spinner=False)
def _words(_store: Store, edition: str, filters: Filters) -> list[words.Word]:
    return _counted(queries.words(_store, filters), _KNOWN)


def _counted(frame: pd.DataFrame, most: int | None = None) -> list[words.Word]:
    return words.counted(zip(frame["form"].tolist(), frame["count"].tolist(), strict=True), most)


def words_frame(opened: Store, filters: Filters) -> pd.DataFrame:
    """The same as a frame, for a file: `word`, `count`."""
    import pandas as pd

    return pd.DataFrame(_counted(queries.words(opened, filters)), columns=["word", "count"])


def cloud(view: View, most: Sequence[words.Word]) -> None:
    """The words as a cloud, and as a text for who cannot see it."""
    body = b64encode(_cloud(tuple(most))).decode()
    told = view.say("words.cloud", words="، ".join(word.label for word in most[:12]))
    html(f'<img class="cloud" src="data:image/png;base64,{body}" alt="{escape(told)}">')


@st.cache_data(max_entries=32, show_spinner=False)
def _cloud(most: tuple[words.Word, ...]) -> bytes:
    return words.cloud(most)


def profile(view: View, found: queries.Profile) -> None:
    """One actor: what it is, which offices it held, how it is written, with whom it is named, what was said."""
    say = view.say
    (who,), (seen,) = (queries.rows(series.to_frame().T) for series in (found.actor, found.seen))
    html(
        f'<h2 class="who"><span class="dot" style="--mark:{colour(who.actor_id)}"></span>'
        f"{listing.bdi(say.name(who.actor, who.actor_en))}</h2>"
        f'<div class="source">{escape(_described(view, who))}</div>'
    )
    days = say.period(seen.first, seen.last) if seen.first else say("actors.unseen")
    note(
        say("actors.profile", mentions=say("mentions", n=seen.mentions), articles=say("articles.of", n=seen.articles))
        + f" · {days}",
        view.naming(who.actor_id).on("timeline"),
    )
    held = door.offices(view, who.actor_id) if who.kind == Kind.PERSON and who.known else []
    if held:
        heading(say("actors.offices"))
        html(listing.offices(held))
    heading(say("actors.aliases"))
    html(listing.chips(Chip(row.surface, say.show(row.mentions)) for row in queries.rows(found.aliases)[:12]))
    heading(say("actors.with"))
    html(
        listing.chips(
            Chip(
                say.name(row.actor, row.actor_en),
                say.show(row.articles),
                view.on("actors", actor=who.actor_id, versus=row.actor_id).href,
                view.naming(who.actor_id).naming(row.actor_id).on("timeline").href,
            )
            for row in queries.rows(found.named_with)[:14]
        )
    )
    for key, total, question, whose in (
        ("said", seen.said, queries.said, Whose.BY),
        ("said_of", seen.said_about, queries.said_of, Whose.OF),
    ):
        if total:
            heading(say(f"actors.{key}", statements=say("statements", n=total)))
            offset, size = paged(view, total, f"{key}-{who.actor_id}", size=_QUOTED)
            rows = door.rows(question, who.actor_id, view.filters, limit=size, offset=offset)
            html(listing.statements(rows, view, told=told(rows)))
            name = f"{key.replace('_', '-')}-{who.actor_id}"
            download(view, name, queries.quotations, view.filters, whose, who.actor_id)


def _described(view: View, who: Any) -> str:
    """What an actor is, its name in the other language, and its country."""
    other = who.actor_en if view.rtl else who.actor
    abroad = who.country_id and who.country_id != who.actor_id
    country = door.actor_name(view, who.country_id) if abroad else None
    return " · ".join(part for part in (view.say(f"kind.{who.kind}"), country, other) if part)


def over_months(
    view: View,
    names: Mapping[str, str],
    counts: Sequence[tuple[str, date, int]],
    counted: str,
    title: str,
    key: str,
    select: Callable[[list[Any]], None],
) -> None:
    """A line for each of `names` (by id, in this order), a dot on it for each month of `counts`: id, month's first day,
    number. `counted` is the wording of what is counted; `title` that of the answer, given the largest dot.
    """
    say = view.say
    peak_id, peak_month, most = max(counts, key=lambda count: count[2])
    drawn = {actor_id for actor_id, _, _ in counts}
    ids = [actor_id for actor_id in names if actor_id in drawn]
    points = [
        (actor_id, month, number, f"{names[actor_id]} · {step_name(view, month, Unit.MONTH)}\n{say(counted, n=number)}")
        for actor_id, month, number in counts
    ]
    answered = say(title, name=names[peak_id], month=step_name(view, peak_month, Unit.MONTH), n=say(counted, n=most))
    figure = charts.bubbles([names[actor_id] for actor_id in ids], ids, points, title=answered, say=say)
    chart(figure, key, select=select)
