"""Timeline: when it was published and when it was said; what is not certain is drawn as an interval."""

from core import charts, queries, ui
from core.queries import Unit

view = ui.start("timeline", own={"count": "articles", "unit": None})
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
        rtl=view.rtl,
        unit=unit,
    )
    ui.chart(figure, "timeline-columns", select=lambda points: ui.narrow_to(points[0][0], unit))
else:
    ui.note(say("timeline.none"))
ui.note(say("timeline.stands", shown=shown, all=say(f"{measure}.of", n=total), left=total - shown))
if coverage.left_out_undated:
    ui.note(say("timeline.left_out", articles=say("articles", n=coverage.left_out_undated)))

uncertain = ui.rows(queries.intervals, view.filters, unit=Unit.DAY, limit=60)
if uncertain:
    figure = charts.intervals(
        [row.title or say("no_title") for row in uncertain],
        [(row.published_from, row.published_to) for row in uncertain],
        [row.article_id for row in uncertain],
        [
            f"{row.title or say('no_title')}\n{say.period(row.published_from, row.published_to)} · "
            f"{say(f'basis.{row.published_basis}')}"
            for row in uncertain
        ],
        title=say("timeline.intervals", articles=say("articles", n=len(uncertain))),
        rtl=view.rtl,
    )
    if picked := ui.chart(figure, "timeline-intervals"):
        ui.open_article(view, picked[0][0])
    ui.note(say("timeline.open_end"))

ui.heading(say("timeline.list"))
ui.download(view, "articles", queries.table, "articles", view.filters)
offset, size = ui.paged(view, coverage.articles, "timeline-page")
ui.articles(view, ui.rows(queries.articles, view.filters, limit=size, offset=offset))
