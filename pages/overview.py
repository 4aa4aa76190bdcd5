"""Overview: what the index holds, its span, its outlets, and what is new."""

from core import listing, palette, queries, ui
from core.filters import NOBODY
from core.listing import Bar
from core.queries import Unit, Which

view = ui.start("overview")
say = view.say
whole = ui.rows(queries.overview, view.filters)[0]
if not whole.articles:
    ui.nothing_matches(view)

loose = view.on("timeline", unit=Unit.DAY, only=Which.LOOSE)
repeats = view.on("timeline", only=Which.REPEATS)
ui.html(
    listing.facts(
        [
            (say("articles.short"), say.show(whole.articles), view.on("timeline").href),
            (say("statements.short"), say.show(whole.statements), view.on("statements").href),
            (say("speakers.short"), say.show(whole.speakers), view.on("speakers").href),
            (say("actors.short"), say.show(whole.actors), view.on("actors").href),
            (say("outlets.short"), say.show(whole.outlets), "#outlets"),
            (say("undated.short"), say.show(whole.articles - whole.on_day), loose.href),
            (say("duplicates.short"), say.show(whole.duplicates), repeats.href),
        ],
        view,
    )
)
left, right = ui.columns(5, 4)
with left:
    ui.heading(say("overview.newest"))
    newest = ui.rows(queries.newest, view.filters, limit=8)
    ui.articles(view, newest)
    ui.download(view, "articles", queries.table, "articles", view.filters)
with right:
    ui.heading(say("overview.speakers"))
    speakers = ui.rows(queries.speaker_counts, view.filters, limit=8)
    ui.html(
        listing.bars(
            [
                Bar(
                    say.name(row.speaker, row.speaker_en),
                    row.statements,
                    view.filtered(speakers=(row.speaker_id,)).on("statements").href,
                    palette.colour(row.speaker_id),
                )
                for row in speakers
            ],
            view,
        )
    )
    if whole.unnamed:
        unnamed = say("overview.unnamed", statements=say("statements", n=whole.unnamed))
        ui.note(unnamed, view.filtered(speakers=(NOBODY,)).on("statements"))
    ui.heading(say("overview.topics"))
    ui.html(listing.bars(ui.topic_bars(view), view, shown=8))
    ui.heading(say("overview.outlets"), "outlets")
    ui.html(listing.bars(ui.outlet_bars(view), view, shown=8))
