"""The frame of every page, and the only part of core that knows streamlit.

Every page draws the frame itself, by `start`: a server that is opened first at a page's own link runs that page without
`app.py`. A page then asks (`ask`, `rows`), says so when nothing matches (`nothing_matches`), shows, and offers the file
(`download`).
"""

from core.ui.address import filter_by, narrow_to, open_article
from core.ui.choosing import choose_actors, choose_article, own_select
from core.ui.door import ask, rows, store, topic_names
from core.ui.frame import start
from core.ui.panels import (
    articles,
    between,
    carried_by,
    cloud,
    counted_words,
    outlet_bars,
    over_months,
    profile,
    statement_grid,
    told,
    topic_bars,
    words_frame,
    work_to_do,
)
from core.ui.show import answer, chart, columns, download, grid, heading, html, note, nothing_matches, paged, skip, stop
from core.ui.steps import fitting_unit, step_name

__all__ = [
    "answer",
    "articles",
    "ask",
    "between",
    "carried_by",
    "chart",
    "choose_actors",
    "choose_article",
    "cloud",
    "columns",
    "counted_words",
    "download",
    "filter_by",
    "fitting_unit",
    "grid",
    "heading",
    "html",
    "narrow_to",
    "note",
    "nothing_matches",
    "open_article",
    "outlet_bars",
    "over_months",
    "own_select",
    "paged",
    "profile",
    "rows",
    "skip",
    "start",
    "statement_grid",
    "step_name",
    "stop",
    "store",
    "told",
    "topic_bars",
    "topic_names",
    "words_frame",
    "work_to_do",
]
