"""Words: which ones come most, as a cloud and as a list, and the passages they stand in."""

from core import listing, queries, ui
from core.listing import Bar

view = ui.start("words")
say = view.say
coverage = ui.ask(queries.coverage, view.filters)
words = ui.counted_words(view)
if not words:
    ui.nothing_matches(view)

if view.filters.text:
    text = view.filters.text
    ui.heading(say("words.passages", text=text, articles=say("articles", n=coverage.articles)))
    if times := next((word.times for word in words if word.label == text), None):
        ui.note(say("words.times", text=text, n=say("times", n=times)))
    offset, size = ui.paged(view, coverage.articles, "words-page", size=10)
    ui.html(listing.passages(ui.rows(queries.found, view.filters, limit=size, offset=offset), view))

ui.answer(say("words.title", word=words[0].label, n=say("times", n=words[0].times)))
ui.cloud(view, words[:60])
ui.note(say("words.stands", articles=say("articles.of", n=min(coverage.articles, queries.WORDS_FROM))))
if coverage.articles > queries.WORDS_FROM:
    ui.note(say("words.newest", n=queries.WORDS_FROM))
left, right = ui.columns(1, 1)
with left:
    ui.heading(say("words.top"))
    bars = [Bar(word.label, word.times, view.filtered(text=word.label).on("words").href) for word in words[:30]]
    ui.html(listing.bars(bars, view))
    ui.download(view, "words", ui.words_frame, view.filters)
with right:
    ui.heading(say("words.topics"))
    ui.html(listing.bars(ui.topic_bars(view), view, shown=20))
