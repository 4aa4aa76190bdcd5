"""What a page shows, as its link says it: `View` to query parameters and back.

Ids stand in links, never labels, so that a link means the same in both languages and after a label is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from core.filters import Filters, Rollup
from core.wording import LANGUAGES, Wording

ALL = Filters()
DIGITS = ("western", "arabic")

#: Days that can be asked for: no Arabic newspaper is older, and a calendar has to end somewhere.
EARLIEST, LATEST = date(1800, 1, 1), date(2100, 12, 31)

#: Parameters that hold several values, and their name in `Filters`.
MANY = ("actors", "speakers", "topics", "outlets", "acts", "modes", "also")
_DAYS = {"from": "date_from", "to": "date_to"}
_SWITCHES = {"undated": "undated", "hide": "hide_duplicates"}

#: Every parameter that all pages share.
SHARED = (*_DAYS, *_SWITCHES, *MANY, "text", "rollup", "lang", "digits")


@dataclass(frozen=True)
class View:
    """What is shown and how: the filters, the language, the digits, and the page's own parameters."""

    page: str = "overview"
    filters: Filters = ALL
    lang: str = "ar"
    digits: str = "western"
    own: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def say(self) -> Wording:
        """The interface's texts in this view's language and digits."""
        return Wording(self.lang, self.digits)

    @property
    def rtl(self) -> bool:
        """True where the interface runs from right to left."""
        return self.say.rtl

    def get(self, name: str) -> str | None:
        """A parameter of the page's own; null where the link has none."""
        return dict(self.own).get(name)

    def filtered(self, **changes: Any) -> View:
        """The view with some of its filters replaced."""
        return replace(self, filters=replace(self.filters, **changes))

    def naming(self, *actor_ids: str) -> View:
        """What passes, and names each of these actors too."""
        return self._together("actors", actor_ids)

    def treating(self, topic: str) -> View:
        """What passes, and is of this topic too."""
        return self._together("topics", (topic,))

    def said_by(self, speaker_id: str) -> View:
        """What passes, and this actor said in their own name."""
        return self.filtered(speakers=(speaker_id,), rollup=Rollup.SELF)

    def _together(self, name: str, ids: tuple[str, ...]) -> View:
        """A filter that is free takes one id; else the ids are asked for besides."""
        if not getattr(self.filters, name) and len(ids) == 1:
            return self.filtered(**{name: ids})
        return self.filtered(also=tuple(dict.fromkeys((*self.filters.also, *ids))))

    def on(self, page: str, **own: str | None) -> View:
        """The same filters on another page."""
        return replace(self, page=page, own=tuple((k, v) for k, v in own.items() if v is not None))

    @property
    def href(self) -> str:
        """A relative link to this view."""
        query = urlencode(params(self), doseq=True)
        return ("./" if self.page == "overview" else self.page) + (f"?{query}" if query else "")


def slug(view: View) -> str:
    """What the filters of a view ask for, as part of a file's name; "" where they ask for nothing.

    >>> slug(View(filters=Filters(actors=("ru", "us"), text='"الأمن القومي"'), lang="en"))
    'ru-us-الأمن-القومي'
    """
    asked = params(View(filters=view.filters)).values()
    words = [word for value in asked for word in (value if isinstance(value, list) else [value])]
    return re.sub(r"[^\w]+", "-", " ".join(words)).strip("-")[:80]


def params(view: View) -> dict[str, str | list[str]]:
    """The query parameters of a view; what is as usual has none.

    >>> params(View(filters=Filters(actors=("ru",), rollup=Rollup.COUNTRY), lang="en"))
    {'actors': ['ru'], 'rollup': 'country', 'lang': 'en'}
    """
    filters = view.filters
    found: dict[str, str | list[str]] = dict(view.own)
    for name, attribute in _DAYS.items():
        if day := getattr(filters, attribute):
            found[name] = day.isoformat()
    found.update({name: "1" for name, attribute in _SWITCHES.items() if getattr(filters, attribute)})
    found.update({name: list(getattr(filters, name)) for name in MANY if getattr(filters, name)})
    if filters.text:
        found["text"] = filters.text
    if filters.rollup != Rollup.SELF:
        found["rollup"] = filters.rollup.value
    if view.lang != LANGUAGES[0]:
        found["lang"] = view.lang
    if view.digits != DIGITS[0]:
        found["digits"] = view.digits
    return found


def view(page: str, query: Mapping[str, Iterable[str]], own: Iterable[str] = ()) -> View:
    """The view that a link asks for. What cannot be read is left out and named in `unread`, never guessed.

    >>> view("speakers", {"from": ["2024-01-05"], "to": ["soon"]}).unread
    ('to=soon',)
    """
    values = {name: [v for v in given if v.strip()] for name, given in query.items()}
    unread: list[str] = []

    def one(name: str, allowed: Iterable[str], usual: str) -> str:
        said = values.get(name, [usual])[-1:] or [usual]
        if said[0] in allowed:
            return said[0]
        unread.append(f"{name}={said[0]}")
        return usual

    def day(name: str) -> date | None:
        if not (said := values.get(name)):
            return None
        try:
            asked = date.fromisoformat(said[-1])
        except ValueError:
            asked = None
        if asked is None or not EARLIEST <= asked <= LATEST:
            unread.append(f"{name}={said[-1]}")
            return None
        return asked

    filters = Filters(
        date_from=day("from"),
        date_to=day("to"),
        undated=one("undated", ("0", "1"), "0") == "1",
        hide_duplicates=one("hide", ("0", "1"), "0") == "1",
        text=" ".join(values.get("text", [])) or None,
        rollup=Rollup(one("rollup", tuple(Rollup), Rollup.SELF)),
        **{name: tuple(dict.fromkeys(values.get(name, ()))) for name in MANY},
    )
    return View(
        page,
        filters,
        one("lang", LANGUAGES, LANGUAGES[0]),
        one("digits", DIGITS, DIGITS[0]),
        tuple((name, values[name][-1]) for name in own if values.get(name)),
        tuple(unread),
    )
