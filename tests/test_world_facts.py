"""What the knowledge says: names to actors, offices to holders on a day, and rules that every entry keeps."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from babel import Locale

from core.arabic import bare
from core.knowledge import world
from core.model import Kind, Period

WORLD = world.load()

NAMES = [
    ("سيرجي لافروف", "sergei-lavrov"),
    ("ديمتري بيسكوف", "dmitry-peskov"),
    ("دونالد ترمب", "donald-trump"),
    ("جين بساكي", "jen-psaki"),
    ("طوني بلينكن", None),  # nobody spells him so
    ("توني بلينكن", "antony-blinken"),
    ("بنيامين نتانياهو", "benjamin-netanyahu"),
    ("رجب طيب إردوغان", "recep-tayyip-erdogan"),
    ("محمد مرسى", "mohamed-morsi"),
    ("عبدالفتاح السيسى", "abdel-fattah-el-sisi"),
    ("أبو محمد الجولاني", "ahmed-al-sharaa"),
    ("وليام هيج", "william-hague"),
    ("فلاديمير زيلينسكي", "volodymyr-zelensky"),
    ("بيونج يانج", None),  # a capital stands apart from names
    ("الكونجرس", "us-congress"),
    ("البنتاجون", "us-mod"),
    ("داوننغ ستريت", "gb-pm-office"),
    ("قصر بعبدا", "lb-presidency"),
    ("الدوما", "ru-lower-house"),
    ("الجامعة العربية", "arab-league"),
    ("داعش", "isis"),
    ("الحوثيون", "ye-houthis"),
    ("أنصار الله", "ye-houthis"),
    ("أ ش أ", "mena"),
    ("جازبروم", "ru-gazprom"),
    ("النيتو", "nato"),
    ("المركزي الأوروبي", "ecb"),
    ("بنك إنجلترا", "gb-central-bank"),
    ("ستيفان دوجاريك", "stephane-dujarric"),
    ("كوفي أنان", "kofi-annan"),
    ("سورية", "sy"),
    ("الصحراء المغربية", "eh"),
    ("العربية", None),  # the channel needs its headword
    ("القاعدة", None),  # a rule, a base
]


@pytest.mark.parametrize(("name", "actor"), NAMES)
def test_names(name: str, actor: str | None) -> None:
    assert WORLD.names.get(bare(name), ()) == ((actor,) if actor else ())


HOLDERS = [
    ("ru-president", date(2010, 6, 1), "dmitry-medvedev"),
    ("ru-president", date(2022, 2, 24), "vladimir-putin"),
    ("ru-prime-minister", date(2009, 1, 1), "vladimir-putin"),
    ("ru-defence-minister", date(2024, 6, 1), "andrei-belousov"),
    ("ru-mfa-spokesperson", date(2014, 3, 1), "alexander-lukashevich"),
    ("ru-un-ambassador", date(2016, 5, 5), "vitaly-churkin"),
    ("us-president", date(2012, 12, 1), "barack-obama"),
    ("us-foreign-minister", date(2013, 6, 1), "john-kerry"),
    ("us-foreign-minister", date(2018, 5, 1), "mike-pompeo"),
    ("us-foreign-minister", date(2025, 2, 1), "marco-rubio"),
    ("us-presidency-spokesperson", date(2018, 4, 1), "sarah-sanders"),
    ("us-mfa-spokesperson", date(2018, 4, 1), "heather-nauert"),
    ("us-national-security-adviser", date(2018, 6, 1), "john-bolton"),
    ("us-un-ambassador", date(2018, 4, 4), "nikki-haley"),
    ("us-defence-minister", date(2018, 4, 4), "james-mattis"),
    ("gb-prime-minister", date(2018, 3, 12), "theresa-may"),
    ("gb-foreign-minister", date(2013, 2, 1), "william-hague"),
    ("fr-president", date(2013, 2, 1), "francois-hollande"),
    ("fr-foreign-minister", date(2018, 4, 1), "jean-yves-le-drian"),
    ("de-prime-minister", date(2022, 1, 1), "olaf-scholz"),
    ("de-foreign-minister", date(2018, 4, 1), "heiko-maas"),
    ("tr-foreign-minister", date(2013, 1, 1), "ahmet-davutoglu"),
    ("ua-president", date(2013, 11, 1), "viktor-yanukovych"),
    ("ir-president", date(2018, 1, 1), "hassan-rouhani"),
    ("il-prime-minister", date(2022, 3, 1), "naftali-bennett"),
    ("eg-president", date(2013, 1, 1), "mohamed-morsi"),
    ("eg-prime-minister", date(2013, 1, 1), "hesham-qandil"),
    ("eg-defence-minister", date(2013, 1, 1), "abdel-fattah-el-sisi"),
    ("eg-foreign-minister", date(2013, 1, 1), "mohamed-kamel-amr"),
    ("sy-foreign-minister", date(2018, 4, 1), "walid-muallem"),
    ("sy-foreign-minister", date(2021, 4, 1), "faisal-mekdad"),
    ("sa-foreign-minister", date(2018, 4, 1), "adel-al-jubeir"),
    ("dz-foreign-minister", date(2022, 5, 10), "ramtane-lamamra"),
    ("in-foreign-minister", date(2013, 2, 1), "salman-khurshid"),
    ("ly-prime-minister", date(2013, 2, 1), "ali-zeidan"),
    ("iq-prime-minister", date(2013, 2, 1), "nouri-al-maliki"),
    ("un-secretary-general", date(2018, 4, 1), "antonio-guterres"),
    ("un-envoy-sy", date(2013, 2, 1), "lakhdar-brahimi"),
    ("nato-secretary-general", date(2013, 2, 1), "anders-fogh-rasmussen"),
    ("eu-foreign-policy-chief", date(2023, 2, 1), "josep-borrell"),
    ("arab-league-secretary-general", date(2013, 2, 1), "nabil-elaraby"),
    ("iaea-director-general", date(2022, 2, 1), "rafael-grossi"),
    ("va-pope", date(2013, 2, 1), "pope-benedict-xvi"),
]


@pytest.mark.parametrize(("office", "day", "person"), HOLDERS)
def test_who_held_an_office_on_a_day(office: str, day: date, person: str) -> None:
    assert [actor.actor_id for actor in WORLD.holders(office, Period.day(day))] == [person]


#: Two at once, as it was: a contested election, a divided country, rebels' premiers, two vice-presidents, two heads.
TOGETHER = {
    "ci-president",
    "ly-prime-minister",
    "sy-vice-president",
    "iq-vice-president",
    "de-afd-head",
    "ly-foreign-minister",
}


def test_one_seat_has_one_holder_at_a_time() -> None:
    """Heads of state and government, ministers, heads of bodies: terms meet, they don't overlap.

    Ends known to the month or year may share that year. Spokespersons are left out, several speak for one body.
    """
    overlapping = []
    for office_id, terms in WORLD.by_office.items():
        kind = WORLD.office(office_id).kind
        if WORLD.office(office_id).several or "spokesperson" in kind or office_id in TOGETHER:
            continue
        for one, other in combinations(terms, 2):
            days = (one.period & other.period).days
            if one.period.overlaps(other.period) and (days is None or days > 366):
                overlapping.append((office_id, one.person_id, other.person_id))
    assert overlapping == []


def test_a_persons_terms_in_one_office_stand_in_order_and_apart() -> None:
    wrong = []
    for person, terms in WORLD.terms.items():
        for one, other in combinations(terms, 2):
            later = one.period.last is None or other.period.first is None or other.period.first < one.period.last
            if one.office_id == other.office_id and later:
                wrong.append((person, one.office_id))
    assert wrong == []


def test_every_country_and_territory_of_cldr_is_there() -> None:
    apart = {"ac", "cp", "dg", "ea", "ic", "ta"}  # islands that ISO 3166 counts with others
    groups = {"eu", "ez", "qo", "un", "xa", "xb", "zz"}
    cldr = {key.lower() for key in Locale("ar").territories if len(key) == 2}
    assert cldr - apart - groups == set(WORLD.countries)


def test_people_of_many_countries_are_known() -> None:
    kinds = {"president", "prime-minister", "king", "emir", "sultan", "foreign-minister"}
    held = {(WORLD.office(office).country_id, WORLD.office(office).kind) for office in WORLD.by_office}
    assert len({country for country, kind in held if kind in kinds}) >= 120
    assert len({country for country, kind in held if kind == "foreign-minister"}) >= 55


def test_a_full_name_has_at_least_two_words_or_is_known_by_one() -> None:
    """One word is no full name: it would be found in every text. The exceptions have no other."""
    single = {actor.actor_id for actor in WORLD.actors.values() if actor.kind is Kind.PERSON and " " not in actor.label}
    assert single <= {"suharto"}


@pytest.mark.parametrize("surname", ["تراس", "ماي", "الخطيب", "المالكي", "روحاني"])
def test_surnames_that_lean_on_the_full_name(surname: str) -> None:
    assert bare(surname) in WORLD.leaning


@pytest.mark.parametrize("surname", ["الأسد", "بوتين", "السيسي", "لافروف"])
def test_surnames_that_stand_alone(surname: str) -> None:
    assert bare(surname) not in WORLD.leaning


@pytest.mark.parametrize(
    ("kind", "body", "office"),
    [
        ("head", "tn-government", ("tn", "prime-minister")),
        ("head", "us-lower-house", ("us", "lower-house-speaker")),
        ("head", "us-cia", ("us-cia", "director-general")),
        ("head", "lb-hezbollah", ("lb-hezbollah", "secretary-general")),
        ("director-general", "imf", ("imf", "director-general")),
        ("spokesperson", "us-cia", ("us-cia", "spokesperson")),  # no head
    ],
)
def test_the_head_of_a_body_by_whichever_title(kind: str, body: str, office: tuple[str, str]) -> None:
    assert WORLD.heading(kind, body) == office


def test_every_actor_has_an_english_name() -> None:
    assert [actor.actor_id for actor in WORLD.actors.values() if not actor.label_en] == []
    assert WORLD.actors["us-capital"].label_en == "Washington"
