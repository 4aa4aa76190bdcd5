"""The desk's questions, over six articles whose every answer can be counted by hand (tests/small_corpus.py)."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from core import queries
from core.filters import NOBODY, Filters, Rollup
from core.queries import Order, Unit, Which, Whose
from core.store import Store, StoreError
from tests.small_corpus import index

MARCH = Filters(date_from=date(2024, 3, 1), date_to=date(2024, 3, 31))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return index(tmp_path_factory.mktemp("desk") / "ix")


def ids(frame: pd.DataFrame, column: str = "article_id") -> set[str]:
    return set(frame[column])


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {"a1", "a2", "a3", "a4", "a5", "a6"}),
        (MARCH, {"a1", "a2", "a5", "a6"}),  # a5 may be of March, or of April
        (Filters(date_from=date(2024, 4, 1)), {"a3", "a5"}),
        (Filters(date_to=date(2024, 3, 1)), {"a1"}),
        (Filters(date_to=date(2024, 3, 1), undated=True), {"a1", "a4"}),
        (Filters(date_from=date(2025, 1, 2), undated=True), set()),  # a4 is not later than 2025-01-01
        (Filters(actors=("us",)), {"a1", "a5", "a6"}),
        (Filters(actors=("us", "geneva")), {"a1", "a3", "a5", "a6"}),
        (Filters(speakers=("dmitry-peskov",)), {"a1", "a3"}),
        (Filters(speakers=("ru-presidency",)), {"a2"}),
        (Filters(speakers=("ru-presidency",), rollup=Rollup.BODY), {"a1", "a2", "a3"}),
        (Filters(speakers=("ru",), rollup=Rollup.COUNTRY), {"a1", "a2", "a3"}),
        (Filters(speakers=("ru",)), set()),
        (Filters(topics=("sanctions",)), {"a2"}),
        (Filters(topics=("sanctions", "bilateral_relations")), {"a1", "a2"}),
        (Filters(outlets=("BBC",)), {"a2"}),
        (Filters(outlets=(NOBODY,)), {"a4"}),
        (Filters(outlets=("BBC", NOBODY)), {"a2", "a4"}),
        (Filters(speakers=(NOBODY,)), {"a4"}),
        (Filters(speakers=("ru-presidency", NOBODY)), {"a2", "a4"}),
        (Filters(also=("us",)), {"a1", "a5", "a6"}),
        (Filters(also=("us", "dmitry-peskov")), {"a1", "a6"}),
        (Filters(actors=("us", "geneva"), also=("ru-presidency",)), {"a5"}),
        (Filters(also=("us", "bilateral_relations")), {"a1"}),
        (Filters(also=("nobody",)), set()),
        (Filters(acts=("decline",)), {"a3"}),
        (Filters(modes=("refusal",), speakers=("ru-presidency",)), set()),  # one statement must pass both
        (Filters(text="الكرملين"), {"a2", "a5"}),
        (Filters(text="أكدت الادارة"), {"a5"}),
        (Filters(text="لا يوجد"), set()),
        (Filters(hide_duplicates=True), {"a1", "a2", "a3", "a4", "a5"}),
        (Filters(text="x'); DROP TABLE articles; --", outlets=("'; --",)), set()),
    ],
)
def test_which_articles_pass(desk: Store, filters: Filters, found: set[str]) -> None:
    assert ids(queries.articles(desk, filters)) == found
    assert ids(queries.table(desk, "articles", filters)) == found
    assert queries.overview(desk, filters)["articles"][0] == len(found)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {"a1", "a2", "a3", "a4"}),
        (MARCH, {"a1", "a2"}),
        (Filters(actors=("us",)), {"a1"}),  # said about it; a5 says nothing
        (Filters(actors=("ru-presidency",)), {"a1", "a2", "a3"}),  # Peskov speaks for it
        (Filters(speakers=("dmitry-peskov",)), {"a1", "a3"}),
        (Filters(topics=("sanctions",)), {"a2"}),
        (Filters(speakers=(NOBODY,)), {"a4"}),
        (Filters(also=("dmitry-peskov", "us")), {"a1"}),
        (Filters(also=("ru-presidency", "sanctions")), {"a2"}),
        (Filters(text="الكرملين"), set()),  # who speaks is no part of what is said
        (Filters(text="قانونية"), {"a2"}),
        (Filters(outlets=("BBC",), acts=("say",)), set()),
        (Filters(hide_duplicates=True), {"a1", "a2", "a3", "a4"}),
    ],
)
def test_which_statements_pass(desk: Store, filters: Filters, found: set[str]) -> None:
    assert ids(queries.statements(desk, filters)) == found
    assert ids(queries.table(desk, "statements", filters)) == found


def test_overview_and_coverage_add_up(desk: Store) -> None:
    row = queries.overview(desk).iloc[0]
    expected = {"articles": 6, "statements": 4, "speakers": 2, "actors": 5, "outlets": 3, "on_day": 3, "interval": 2}
    expected |= {"undated": 1, "duplicates": 1, "unnamed": 1}
    assert {name: int(row[name]) for name in expected} == expected
    assert (row["first"], row["last"]) == (pd.Timestamp("2024-03-01"), pd.Timestamp("2024-03-20"))
    assert queries.coverage(desk, MARCH) == queries.Coverage(4, 3, 1, 0, 1, 2, 0, left_out_undated=1)


def test_newest_first_and_open_ended_last(desk: Store) -> None:
    assert queries.newest(desk)["article_id"].tolist() == ["a3", "a5", "a2", "a6", "a1", "a4"]
    assert queries.articles(desk, limit=2, offset=1)["article_id"].tolist() == ["a5", "a2"]
    loose = queries.articles(desk, which=Which.LOOSE, unit=Unit.MONTH)
    assert loose["article_id"].tolist() == ["a5", "a4"]
    assert queries.articles(desk, which=Which.REPEATS)["article_id"].tolist() == ["a6"]
    assert queries.statements(desk)["article_id"].tolist() == ["a3", "a2", "a1", "a4"]


def test_timeline_counts_what_lies_within_one_step(desk: Store) -> None:
    months = queries.timeline(desk, unit=Unit.MONTH)
    assert months.to_dict("list") == {
        "start": [pd.Timestamp("2024-03-01"), pd.Timestamp("2024-04-01")],
        "articles": [3, 1],  # a5 spans both months and counts in neither
        "statements": [2, 1],
    }
    assert queries.intervals(desk, unit=Unit.MONTH)["article_id"].tolist() == ["a5", "a4"]
    assert queries.intervals(desk)["article_id"].tolist() == ["a5", "a3", "a4"]
    assert queries.timeline(desk, unit=Unit.YEAR)["articles"].tolist() == [5]
    weeks = queries.timeline(desk, unit=Unit.WEEK)
    assert weeks["start"].tolist() == [pd.Timestamp("2024-02-26"), pd.Timestamp("2024-03-18")]
    named = queries.mentions_timeline(desk, Filters(), ("us", "geneva"), Unit.MONTH)
    assert named[["actor_id", "articles"]].to_numpy().tolist() == [["us", 2], ["geneva", 1]]


@pytest.mark.parametrize(
    ("rollup", "counted"),
    [
        (Rollup.SELF, [("dmitry-peskov", "دميتري بيسكوف", 2), ("ru-presidency", "الكرملين", 1)]),
        (Rollup.BODY, [("ru-presidency", "الكرملين", 3)]),
        (Rollup.COUNTRY, [("ru", "روسيا", 3)]),
    ],
)
def test_speakers_roll_up(desk: Store, rollup: Rollup, counted: list[tuple[str, str, int]]) -> None:
    filters = Filters(rollup=rollup)
    frame = queries.speaker_counts(desk, filters)
    assert list(frame[["speaker_id", "speaker", "statements"]].itertuples(index=False, name=None)) == counted
    assert (frame["direct"] + frame["indirect"] + frame["refusal"]).tolist() == frame["statements"].tolist()
    assert queries.speaker_acts(desk, filters)["statements"].sum() == 3
    assert queries.speaker_timeline(desk, filters)["statements"].sum() == 3


def test_facets_offer_what_is_there(desk: Store) -> None:
    frame = queries.facets(desk).set_index(["facet", "id"])
    assert frame.loc[("actors", "dmitry-peskov"), "count"] == 3
    assert frame.loc[("actors", "us"), "label_en"] == "United States"
    assert frame.loc[("outlets", "الجزيرة"), "count"] == 3
    assert frame.loc[("topics", "sanctions"), "count"] == 1
    assert frame.loc[("modes", "refusal"), "count"] == 1
    assert len(queries.facets(desk, limit=1)) == 6


def test_actors_profile_and_company(desk: Store) -> None:
    assert queries.actors(desk)["actor_id"].tolist() == ["dmitry-peskov", "us", "ru-presidency", "geneva", "x-1"]
    profile = queries.profile(desk, "dmitry-peskov")
    assert profile is not None
    assert profile.seen[["articles", "mentions", "said", "said_about"]].tolist() == [3, 3, 2, 0]
    assert profile.aliases["surface"].tolist() == ["بيسكوف"]
    assert profile.named_with[["actor_id", "articles"]].to_numpy().tolist() == [["us", 2], ["geneva", 1], ["x-1", 1]]
    assert queries.said(desk, "dmitry-peskov")["article_id"].tolist() == ["a3", "a1"]
    assert queries.said(desk, "dmitry-peskov", limit=1, offset=1)["article_id"].tolist() == ["a1"]
    assert ids(queries.said_of(desk, "us")) == {"a1"}
    assert queries.profile(desk, "nobody") is None
    pairs = queries.pairs(desk)
    assert pairs[["source", "target", "articles"]].to_numpy().tolist()[0] == ["dmitry-peskov", "us", 2]
    assert "geneva" not in ids(pairs, "source") | ids(pairs, "target")  # a place is no actor


def test_a_filter_never_meets_a_question_s_own_values(desk: Store) -> None:
    everything = Filters(
        date(2024, 1, 1), date(2024, 12, 31), True, ("us",), ("ru",), ("sanctions",), ("BBC",), ("say",)
    )
    for ask in (
        queries.pairs,
        queries.actors,
        queries.speaker_counts,
        queries.timeline,
        queries.facets,
        queries.topics,
    ):
        assert ask(desk, everything).empty


def test_unknown_names_are_listed_for_review(desk: Store) -> None:
    frame = queries.unknown_actors(desk)
    assert frame[["actor_id", "surfaces", "example"]].to_numpy().tolist() == [["x-1", ["تيمرمان"], "a3"]]
    assert queries.count_unknown(desk) == len(frame)
    assert queries.unknown_actors(desk, offset=1).empty


def test_duplicates_say_who_carried_the_story(desk: Store) -> None:
    frame = queries.duplicates(desk)
    row = frame.iloc[0]
    assert (row["article_id"], row["copies"], row["carriers"], row["outlets"]) == ("a1", 1, 2, ["الجزيرة", "سكاي نيوز"])
    assert queries.duplicates(desk, Filters(outlets=("BBC",))).empty


def test_words_are_counted_in_the_newest(desk: Store) -> None:
    frame = queries.words(desk).set_index("form")
    assert frame.loc["الحوار", ["count", "articles"]].tolist() == [2, 2]
    assert queries.words(desk, Filters(outlets=("BBC",)))["form"].tolist() == [
        "أعلن",
        "أن",
        "العقوبات",
        "الكرملين",
        "غير",
        "قانونية",
    ]
    assert "الحوار" not in set(queries.words(desk, articles=1)["form"])


def test_outlets_and_topics(desk: Store) -> None:
    frame = queries.outlets(desk)
    assert frame.iloc[0][["outlet", "articles", "statements", "undated"]].tolist() == ["الجزيرة", 3, 2, 0]
    assert frame[frame["outlet"].isna()]["undated"].tolist() == [1]
    assert queries.topics(desk)[["topic", "articles", "statements"]].to_numpy().tolist() == [
        ["bilateral_relations", 1, 1],
        ["sanctions", 1, 1],
    ]


def test_one_article_whole(desk: Store) -> None:
    whole = queries.article(desk, "a2")
    assert whole is not None
    text = whole.article["text"]
    for frame, column in ((whole.mentions, "surface"), (whole.dates, "surface"), (whole.statements, "text")):
        assert len(frame) == 1
        assert text[frame["start"][0] : frame["end"][0]] == frame[column][0]
    assert queries.article(desk, "a9") is None


def test_search_shows_where(desk: Store) -> None:
    frame = queries.found(desk, Filters(text="كرملين"))
    assert ids(frame) == {"a2", "a5"}
    for snippet, marks in zip(frame["snippet"], frame["marks"], strict=True):
        assert ["كرملين" in snippet[start:end] for start, end in marks] == [True]


def test_every_table_can_be_had(desk: Store) -> None:
    assert queries.table(desk, "statements", limit=2).shape[0] == 2
    with pytest.raises(StoreError, match="no table 'people'; there are: articles"):
        queries.table(desk, "people")


def test_carriers_name_everyone_who_told_a_story(desk: Store) -> None:
    frame = queries.carriers(desk, ("a1", "a2", "a6"))
    assert ids(frame) == {"a1", "a6"}  # the earliest telling and the later one; a2 was told once
    assert frame["copies"].tolist() == [1, 1]
    assert [sorted(names) for names in frame["outlets"]] == [sorted(frame["outlets"][0])] * 2
    assert queries.carriers(desk, ()).empty


def test_a_file_of_statements_tells_where_they_stand(desk: Store) -> None:
    frame = queries.quotations(desk)
    assert frame["article_id"].tolist() == queries.statements(desk)["article_id"].tolist()
    assert list(frame.columns[:8]) == ["said_from", "said_to", "speaker", "speaker_en", "role", "act", "mode", "text"]
    assert set(queries.statements(desk).columns) <= set(frame.columns)
    row = frame[frame["article_id"] == "a2"].iloc[0]
    assert (row["text"], row["title"], row["outlet"]) == ("العقوبات غير قانونية", "خبر 2", "BBC")
    assert row["topics"] == ["sanctions"]
    by = queries.quotations(desk, whose=Whose.BY, actor_id="dmitry-peskov")
    assert by["statement_id"].tolist() == queries.said(desk, "dmitry-peskov")["statement_id"].tolist()
    assert ids(queries.quotations(desk, whose=Whose.OF, actor_id="us")) == {"a1"}
    assert len(queries.quotations(desk, MARCH)) == 2


def test_a_story_is_told_by_all_who_told_it(desk: Store) -> None:
    for article_id in ("a1", "a6"):
        assert queries.story(desk, article_id)["article_id"].tolist() == ["a1", "a6"]
    assert queries.story(desk, "a2")["article_id"].tolist() == ["a2"]


def test_names_of_ids(desk: Store) -> None:
    frame = queries.named(desk, ("ru", "nobody"))
    assert frame.to_dict("records") == [{"actor_id": "ru", "actor": "روسيا", "actor_en": "Russia"}]


def test_words_are_counted_in_the_newest_articles(desk: Store) -> None:
    everywhere = queries.words(desk)
    newest = queries.words(desk, articles=1)
    assert everywhere["count"].sum() > newest["count"].sum() > 0
    assert everywhere["count"].is_monotonic_decreasing
    assert everywhere["form"].str.fullmatch("[\u0621-\u0670]+").all()
    assert len(queries.words(desk, limit=2)) == 2


@pytest.mark.parametrize("name", ["articles", "statements", "mentions", "dates", "rejects", "actors"])
def test_a_count_is_the_length_of_the_table(desk: Store, name: str) -> None:
    for filters in (Filters(), MARCH):
        assert queries.count(desk, name, filters) == len(queries.table(desk, name, filters))
    with pytest.raises(StoreError, match="no table"):
        queries.count(desk, "articles; DROP TABLE articles")


def test_statements_come_in_the_order_asked_for(desk: Store) -> None:
    newest = queries.statements(desk)
    assert newest["said_from"].dropna().is_monotonic_decreasing
    assert queries.statements(desk, order=Order.OLDEST)["said_from"].dropna().is_monotonic_increasing
    assert queries.statements(desk, order=Order.SPEAKER)["speaker"].dropna().is_monotonic_increasing
    assert set(newest["statement_id"]) == set(queries.statements(desk, order=Order.OLDEST)["statement_id"])


def test_rows_are_plain(desk: Store) -> None:
    for row in queries.rows(queries.articles(desk)):
        assert row.published_on is None or type(row.published_on) is date
        assert row.duplicate_of is None or isinstance(row.duplicate_of, str)
