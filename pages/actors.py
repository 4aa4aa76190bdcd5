"""Actors: who they are, when they are named, with whom, what they said; two of them side by side."""

from core import charts, listing, queries, ui
from core.listing import Chip
from core.queries import Unit

view = ui.start("actors", own={"find": None, "actor": None, "versus": None})
say = view.say
actors = ui.rows(queries.actors, view.filters, limit=None)
if not actors:
    ui.nothing_matches(view)

chosen = ui.choose_actors(view, actors)
profiles = [ui.ask(queries.profile, actor_id, view.filters) for actor_id in chosen]
for column, profile in zip(ui.columns(*[1] * len(profiles)), profiles, strict=True):
    with column:
        ui.profile(view, profile)

names = {row.actor_id: say.name(row.actor, row.actor_en) for row in actors}
months = ui.rows(queries.mentions_timeline, view.filters, tuple(chosen), unit=Unit.MONTH)
if months:
    ui.over_months(
        view,
        {actor_id: names[actor_id] for actor_id in chosen},
        [(row.actor_id, row.start, row.articles) for row in months],
        counted="articles",
        title="actors.over_time",
        key="actors-months",
        select=lambda points: ui.narrow_to(points[0][1], Unit.MONTH),
    )
    ui.note(say("actors.over_time.note"))

pairs = ui.rows(queries.pairs, view.filters, actors=16, limit=120)
if pairs:
    top = pairs[0]
    weights = {row.actor_id: row.articles for row in actors}
    labels = {row.source: say.name(row.source_label, row.source_label_en) for row in pairs}
    labels |= {row.target: say.name(row.target_label, row.target_label_en) for row in pairs}
    figure = charts.network(
        sorted(((i, labels[i], weights[i]) for i in labels), key=lambda node: (-node[2], node[0])),
        [(row.source, row.target, row.articles) for row in pairs],
        title=say(
            "actors.network.title",
            a=labels[top.source],
            b=labels[top.target],
            articles=say("articles", n=top.articles),
        ),
        say=say,
    )
    ui.heading(say("actors.network"))
    ui.chart(figure, "actors-network", select=lambda points: ui.filter_by("actors", [point[0] for point in points]))
    ui.note(say("actors.network.note"))
    ui.html(
        listing.chips(
            Chip(
                f"{labels[row.source]} – {labels[row.target]}",
                say.show(row.articles),
                counted=view.naming(row.source, row.target).on("timeline").href,
            )
            for row in pairs[:12]
        )
    )

ui.heading(say("actors.all", actors=say("actors", n=len(actors))))
ui.download(view, "actors", queries.actors, view.filters, None)
offset, size = ui.paged(view, len(actors), "actors-page")
ui.html(listing.actors(actors[offset : offset + size], view))

ui.heading(say("actors.unknown"))
if unknown := ui.ask(queries.count_unknown, view.filters):
    ui.download(view, "unknown-names", queries.unknown_actors, view.filters, None)
    offset, size = ui.paged(view, unknown, "unknown-page")
    ui.html(listing.unknown(ui.rows(queries.unknown_actors, view.filters, limit=size, offset=offset), view))
else:
    ui.note(say("actors.none_unknown"))
