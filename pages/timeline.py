"""Timeline: when it was published and when it was said; what is not certain is drawn as an interval."""

from core import charts, queries, ui
from core.queries import Unit, Which

view = ui.start("timeline", own={"count": "articles", "unit": None, "only": Which.ALL})
say = view.say
coverage = ui.ask(queries.coverage, view.filters)
if not coverage.articles and not coverage.statements:
    ui.nothing_matches(view)

left, right = ui.columns(1, 1)
with left:
    measure = ui.own_select(view, "count", ("articles", "statements"))
with right:
    usual = ui.fitting_unit(view)
    unit = Unit(ui.own_select(view, "unit", tuple(Unit), usual=usual))

steps = ui.rows(queries.timeline, view.filters, unit=unit)
loose = coverage.articles - sum(row.articles for row in steps)
there = view.on("timeline", unit=unit, only=Which.LOOSE)
counted = [(row.start, getattr(row, measure)) for row in steps if getattr(row, measure)]
total = getattr(coverage, measure)
shown = sum(number for _, number in counted)
if counted:
    peak, most = max(counted, key=lambda pair: pair[1])
    figure = charts.columns(
        [start for start, _ in counted],
        [number for _, number in counted],
        [f"{ui.step_name(view, start, unit)}\n{say(measure, n=number)}" for start, number in counted],
        title=say("timeline.title", period=ui.step_name(view, peak, unit), count=say(measure, n=most)),
        say=say,
        unit=unit,
    )
    ui.chart(figure, "timeline-columns", select=lambda points: ui.narrow_to(points[0][0], unit))
else:
    ui.note(say("timeline.none"))
ui.note(
    say("timeline.stands", shown=shown, all=say(f"{measure}.of", n=total), left=total - shown),
    there if measure == "articles" and loose else None,
)
if coverage.left_out_undated:
    ui.note(say("timeline.left_out", articles=say("articles", n=coverage.left_out_undated)))
if loose:
    ui.between(view, unit, loose)

ui.heading(say("timeline.list"))
left, right = ui.columns(3, 1)
with left:
    only = Which(ui.own_select(view, "only", tuple(Which)))
with right:
    ui.download(view, "articles", queries.table, "articles", view.filters)
number = {Which.ALL: coverage.articles, Which.LOOSE: loose, Which.REPEATS: coverage.duplicates}[only]
offset, size = ui.paged(view, number, "timeline-page")
ui.articles(view, ui.rows(queries.articles, view.filters, limit=size, offset=offset, which=only, unit=unit))
