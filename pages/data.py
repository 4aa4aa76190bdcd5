"""Data: the tables of the contract as they are, filtered, to take away; and the sentences that the rules read past."""

from core import queries, ui
from core.frames import TABLES

view = ui.start("data", own={"table": "articles"})
say = view.say
name = ui.own_select(view, "table", ("articles", "statements", "mentions", "dates", "rejects", "todo"))
if name == "todo":
    ui.work_to_do(view)
    ui.stop()

total = ui.ask(queries.count, name, view.filters)
if name == "rejects":
    ui.note(say("data.rejects.note"))
ui.answer(say("rows", n=total))
if not total:
    ui.nothing_matches(view)
ui.download(view, name, queries.table, name, view.filters)
shown = ui.ask(queries.table, name, view.filters, limit=500)
if total > len(shown):
    ui.note(say("data.first", n=len(shown)))
ui.note(say("data.columns"))
ui.grid(view, shown, {column: column for column in TABLES[name].names}, f"data-{name}", pick=False)
