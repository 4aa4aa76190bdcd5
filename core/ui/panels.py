"""The larger parts of a page: an actor's profile, lists of articles and statements, the cloud of words."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from core import charts, listing, queries, words
from core.filters import Filters
from core.links import View, params
from core.model import Kind
from core.palette import colour
from core.queries import Unit
from core.store import Store
from core.ui import door
from core.ui.show import answer, chart, download, grid, heading, html, note
from core.ui.steps import step_name

if TYPE_CHECKING:
    import pandas as pd


def statement_grid(view: View, frame: pd.DataFrame) -> None:
    """Statements as a table to sort; choosing a row opens its article at that place."""
    say = view.say
    shown = frame.copy()
    shown["speaker"] = [say.name(row.speaker, row.speaker_en) or say("unnamed") for row in queries.rows(frame)]
    shown["said"] = [say.period(row.said_from, row.said_to) for row in queries.rows(frame)]
    for name in ("act", "mode"):
        shown[name] = [say(f"{name}.{value}") for value in frame[name]]
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


def topic_bars(view: View, limit: int) -> list[listing.Bar]:
    """The largest topics, each with a link to its articles."""
    names = door.topic_names(view)
    return [
        listing.Bar(
            names.get(row.topic, row.topic), row.articles, view.filtered(topics=(row.topic,)).on("timeline").href
        )
        for row in queries.rows(door.ask(queries.topics, view.filters))[:limit]
        if row.articles
    ]


def articles(view: View, listed: Sequence[Any]) -> None:
    """A list of articles to open; of what was carried more than once, by how many."""
    ids = tuple(row.article_id for row in listed)
    carried = {row.article_id: (row.copies, row.outlets) for row in door.rows(queries.carriers, ids)}
    html(listing.articles(listed, view, carried))


def told(statements: Sequence[Any]) -> dict[str, list[Any]]:
    """Of these statements, those that other articles tell too: by id, their tellings, the earliest first."""
    by_id: dict[str, list[Any]] = {}
    for row in door.rows(queries.tellings, tuple(row.statement_id for row in statements)):
        by_id.setdefault(row.asked, []).append(row)
    return by_id


def carried_by(view: View, article_id: str, duplicate_of: str | None) -> None:
    """Who else carries the story of an article, and the earliest telling where this is a later one."""
    say = view.say
    for row in door.rows(queries.carriers, (article_id,)):
        told = f"{escape(say('reader.also_carried'))}: {listing.bdi('، '.join(row.outlets) or say('no_outlet'))}"
        if duplicate_of:
            told += f" · {listing.anchor(view.on('reader', article=duplicate_of).href, say('reader.duplicate'))}"
        html(f'<div class="source">{told}</div>')


def counted_words(view: View) -> list[words.Word]:
    """The words of the articles that pass, the most frequent first."""
    return _counted(door.ask(queries.words, view.filters))


def _counted(frame: pd.DataFrame) -> list[words.Word]:
    return words.counted(zip(frame["form"].tolist(), frame["count"].tolist(), strict=True))


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
    between = say.period(seen.first, seen.last) if seen.first else say("actors.unseen")
    note(
        say("actors.profile", mentions=say("mentions", n=seen.mentions), articles=say("articles.of", n=seen.articles))
        + f" · {between}"
    )
    held = door.offices(view, who.actor_id) if who.kind == Kind.PERSON and who.known else []
    if held:
        heading(say("actors.offices"))
        html(listing.offices(held))
    heading(say("actors.aliases"))
    html(listing.chips((row.surface, None, say.show(row.mentions)) for row in queries.rows(found.aliases)[:12]))
    heading(say("actors.with"))
    html(
        listing.chips(
            (
                say.name(row.actor, row.actor_en),
                view.filtered(actors=(row.actor_id,)).on("actors", actor=who.actor_id, versus=row.actor_id).href,
                say.show(row.articles),
            )
            for row in queries.rows(found.named_with)[:14]
        )
    )
    for key, total, rows in (("said", seen.said, found.said), ("said_of", seen.said_about, found.said_about)):
        if total:
            heading(say(f"actors.{key}", statements=say("statements", n=total)))
            html(listing.statements(queries.rows(rows)[:3], view))
            name = {"said": "said", "said_of": "said-of"}[key]
            download(view, f"{name}-{who.actor_id}", _said_by, who.actor_id, view.filters, key)


def _said_by(opened: Store, actor_id: str, filters: Filters, key: str) -> pd.DataFrame:
    whole = queries.profile(opened, actor_id, filters, limit=1_000_000)
    if whole is None:
        raise ValueError(f"no actor {actor_id!r}")  # the button stands under the actor's own profile
    return whole.said if key == "said" else whole.said_about


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
    figure = charts.bubbles([names[actor_id] for actor_id in ids], ids, points, title=answered, rtl=view.rtl)
    chart(figure, key, select=select)
