"""Reader: one article from right to left, with actors, dates and statements marked in place."""

from core import listing, queries, reader, ui

view = ui.start("reader", own={"article": None, "statement": None})
say = view.say
chosen = ui.choose_article(view)
whole = ui.ask(queries.article, chosen)
(article,) = queries.rows(whole.article.to_frame().T)
mentions, dates, statements = (queries.rows(frame) for frame in (whole.mentions, whole.dates, whole.statements))
told = ui.told(statements)
came_from = [row for row in statements if row.statement_id == view.get("statement")]

left, right = ui.columns(7, 4)
with left:
    ui.carried_by(view, chosen)
    ui.skip(say("reader.skip"), "said")
    ui.html(reader.legend(say))
    ui.html(reader.article(article, mentions, dates, statements, say, view.get("statement")))
with right:
    if came_from:
        ui.heading(say("reader.came_from"))
        ui.html(listing.numbered(statements, view, only=came_from[0].statement_id, told=told))
    ui.heading(say("reader.statements"), "said")
    ui.html(listing.numbered(statements, view, told=told))
    ui.heading(say("reader.people"))
    ui.html(listing.cast(mentions, view))
    ui.download(view, "article-statements", lambda store: queries.article(store, chosen).statements)
