"""Statements: what exactly was said, to read, sort, open and take away."""

from core import listing, queries, ui

view = ui.start("statements", own={"sort": "newest", "show": "list"})
say = view.say
whole = ui.rows(queries.overview, view.filters)[0]
if not whole.statements:
    ui.nothing_matches(view)

ui.answer(
    say(
        "statements.title",
        n=say("statements", n=whole.statements),
        speakers=say("speakers", n=whole.speakers),
        articles=say("articles.of", n=whole.articles),
    )
)
left, middle, right = ui.columns(2, 2, 1)
with left:
    order = ui.own_select(view, "sort", ("newest", "oldest", "speaker"))
with middle:
    shape = ui.own_select(view, "show", ("list", "grid"))
with right:
    ui.download(view, "statements", queries.quotations, view.filters)

if shape == "grid":
    ui.statement_grid(view, ui.ask(queries.statements, view.filters, order=order), whole.statements)
else:
    offset, size = ui.paged(view, whole.statements, "statements-page")
    rows = ui.rows(queries.statements, view.filters, limit=size, offset=offset, order=order)
    ui.html(listing.statements(rows, view, told=ui.told(rows)))
