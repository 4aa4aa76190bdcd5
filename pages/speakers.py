"""Speakers: who speaks, in which mode, doing what, and when."""

from core import charts, listing, queries, ui
from core.filters import NOBODY
from core.queries import Unit

view = ui.start("speakers")
say = view.say
whole = ui.rows(queries.overview, view.filters)[0]
counts = ui.rows(queries.speaker_counts, view.filters, limit=20)
if not counts:
    ui.nothing_matches(view)

names = {row.speaker_id: say.name(row.speaker, row.speaker_en) for row in counts}
first = counts[0]
figure = charts.stacked(
    [names[row.speaker_id] for row in counts],
    [row.speaker_id for row in counts],
    {mode: [getattr(row, mode) for row in counts] for mode in ("direct", "indirect", "refusal")},
    {mode: say(f"mode.{mode}") for mode in ("direct", "indirect", "refusal")},
    title=say(
        "speakers.title",
        name=names[first.speaker_id],
        n=first.statements,
        all=say("statements.of", n=whole.statements),
    ),
    totals=[say.show(row.statements) for row in counts],
    say=say,
)
ui.chart(figure, "speakers-bars", select=lambda points: ui.filter_by("speakers", [point[0] for point in points]))
ui.note(
    say(
        "speakers.stands",
        all=say("statements.of", n=whole.statements),
        named=whole.statements - whole.unnamed,
        speakers=say("speakers", n=whole.speakers),
        unnamed=whole.unnamed,
    ),
    view.filtered(speakers=(NOBODY,)).on("statements") if whole.unnamed else None,
)
if whole.speakers > len(counts):
    ui.note(say("speakers.drawn", n=len(counts)))
ui.download(view, "speakers", queries.speaker_counts, view.filters, None)

ui.heading(say("speakers.acts"))
ui.note(say("speakers.acts.note"))
ui.html(listing.acts(ui.rows(queries.speaker_acts, view.filters, limit=12), view))

months = ui.rows(queries.speaker_timeline, view.filters, unit=Unit.MONTH, limit=12)
if months:
    ui.heading(say("speakers.over_time"))
    ui.over_months(
        view,
        names,
        [(row.speaker_id, row.start, row.statements) for row in months],
        counted="statements",
        title="speakers.over_time.title",
        key="speakers-months",
        select=lambda points: ui.filter_by("speakers", [points[0][0]]),
    )
    ui.note(
        say(
            "speakers.over_time.note",
            shown=sum(row.statements for row in months),
            all=say("statements.of", n=whole.statements),
        )
    )

ui.heading(say("speakers.sentences"))
offset, size = ui.paged(view, whole.statements, "speakers-page", size=10)
ui.html(listing.statements(ui.rows(queries.statements, view.filters, limit=size, offset=offset), view))
