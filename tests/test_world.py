"""The knowledge of actors: read, checked, inflected, asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.knowledge import world
from core.knowledge.loading import KnowledgeError
from core.model import Kind, Period

WORLD = world.load()


def on(year: int, month: int = 6, day: int = 1) -> Period:
    return Period.day(date(year, month, day))


def test_every_file_loads_and_every_id_is_an_actor() -> None:
    assert WORLD.actors["ru"].kind is Kind.COUNTRY
    assert WORLD.actors["ru-mfa"].label == "وزارة الخارجية الروسية"
    assert WORLD.actors["ru-presidency"].label == "الكرملين"
    assert all(set(ids) <= set(WORLD.actors) for ids in WORLD.names.values())


@pytest.mark.parametrize(
    ("office", "period", "holders"),
    [
        ("us-president", on(2018), {"donald-trump"}),
        ("us-president", on(2022), {"joe-biden"}),
        ("us-president", Period(date(2020, 1, 1), date(2022, 1, 1)), {"donald-trump", "joe-biden"}),
        ("ru-foreign-minister", on(2020), {"sergei-lavrov"}),
        ("ru-presidency-spokesperson", on(2020), {"dmitry-peskov"}),
        ("xx-president", on(2020), set()),
    ],
)
def test_holders(office: str, period: Period, holders: set[str]) -> None:
    assert {actor.actor_id for actor in WORLD.holders(office, period)} == holders


@pytest.mark.parametrize(
    ("office", "period", "holder"),
    [
        ("us-president", on(2018), "donald-trump"),
        ("us-president", Period(date(2020, 1, 1), date(2022, 1, 1)), None),
        ("us-president", Period(), None),
        ("us-mfa-spokesperson", on(2014), "jen-psaki"),
        ("us-mfa-spokesperson", Period.day(date(2013, 3, 1)), None),  # one had been named, the other still spoke
        ("ru-foreign-minister", Period(date(2011, 8, 1), None), "sergei-lavrov"),
    ],
)
def test_a_holder_is_certain_or_nobody(office: str, period: Period, holder: str | None) -> None:
    found = WORLD.holder(office, period)
    assert (found.actor_id if found else None) == holder


def test_a_territory_acts_and_speaks_for_its_country() -> None:
    assert WORLD.actors["gaza"].kind is Kind.COUNTRY
    assert (WORLD.country_of("gaza"), WORLD.country_of("england"), WORLD.country_of("ru")) == ("ps", "gb", "ru")
    assert "gaza-mfa" not in WORLD.actors


def test_roll_up_depends_on_the_day() -> None:
    assert WORLD.body_of("joe-biden", on(2022)) == "us-presidency"
    assert WORLD.body_of("jen-psaki", on(2014)) == "us-mfa"
    assert WORLD.body_of("jen-psaki", on(2021)) == "us-presidency"
    assert WORLD.country_of("dmitry-peskov", on(2021)) == "ru"
    assert WORLD.body_of("nobody", on(2021)) is None


def test_offices_are_made_by_pattern() -> None:
    assert WORLD.office("ru-un-ambassador").label == "مندوب روسيا لدى الأمم المتحدة"
    office = WORLD.office("ua-foreign-minister")
    assert (office.body_id, office.country_id) == ("ua-mfa", "ua")
    with pytest.raises(KeyError):
        WORLD.office("ua-nothing")


def test_nationalities_are_inflected() -> None:
    said = WORLD.adjectives["الروسيه"]
    assert [(n.country_id, n.gender, n.definite) for n in said] == [("ru", "f", True)]
    assert "روسيا" not in WORLD.adjectives


def test_spellings_by_rule_name_the_same_person() -> None:
    assert WORLD.names["سيرجي لافروف"] == ("sergei-lavrov",)


PERSON = "people: [{id: a, ar: زيد بن عمرو, en: Zayd, terms: [%s]}]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("people: [{id: a, ar: سيرغي لافروف, en: A}]", "also 'sergei-lavrov'"),
        (PERSON % "{office: ru-nothing}", "no office 'ru-nothing'"),
        (PERSON % "{office: ru-president, from: 2011, to: 2010}", "before it begins"),
        (PERSON % "{office: ru-president, from: spring}", "is no date"),
        (PERSON % "{office: ru-president, body: zz}", "no body 'zz'"),
        ("people: [{id: a, ar: زيد بن عمرو, en: Zayd, country: zz}]", "no country 'zz'"),
        ("bodies: [{id: a, ar: لجنة كذا, en: A, parent: zz}]", "no body 'zz'"),
        ("ambiguous: [{name: كذا, why: none, default: zz}]", "no actor 'zz'"),
        ("places: [{id: un, ar: ميدان كذا, en: A}]", "own.yml: id 'un' is of the organisation"),
        ("places: [{id: ru-capital, ar: ميدان كذا, en: A}]", "own.yml: id 'ru-capital' is of the place 'موسكو'"),
        (
            "people: [{id: a, ar: زيد, en: A}]\nplaces: [{id: a, ar: ميدان كذا, en: A}]",
            "'a' is of the person",
        ),
        ("persons: []", "unknown field"),
    ],
)
def test_what_cannot_stand_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "own.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        world.load(file)


def test_an_owners_file_adds_and_overrides(tmp_path: Path) -> None:
    file = tmp_path / "own.yml"
    file.write_text(
        "people: [{id: sergei-lavrov, ar: سيرغي فيكتوروفيتش لافروف, en: S. V. Lavrov, country: ru}]\n"
        "bodies: [{id: acme, ar: شركة أكمي, en: Acme}]",
        encoding="utf-8",
    )
    own = world.load(file)
    assert own.actors["sergei-lavrov"].label_en == "S. V. Lavrov"
    assert own.terms_of("sergei-lavrov") == ()
    assert own.actors["acme"].gender == "f"
    assert "acme" not in WORLD.actors
