"""English names behind what is of them."""

from __future__ import annotations

import pytest

from core.knowledge import world
from core.knowledge.english import of


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("United States", "of the United States"),
        ("Philippines", "of the Philippines"),
        ("DR Congo", "of the DR Congo"),
        ("Russia", "of Russia"),
        ("Dominica", "of Dominica"),
        ("The White House", "of the White House"),
        ("European Union", "of the European Union"),
        ("Donetsk People's Republic", "of the Donetsk People's Republic"),
        ("NATO", "of NATO"),
        ("CIA", "of the CIA"),
        ("Human Rights Watch", "of Human Rights Watch"),
    ],
)
def test_a_name_behind_what_is_of_it(name: str, phrase: str) -> None:
    assert of(name) == phrase


@pytest.mark.parametrize(
    ("office", "label"),
    [
        ("us-president", "President of the United States"),
        ("ru-president", "President of Russia"),
        ("us-un-ambassador", "Ambassador of the United States to the United Nations"),
        ("us-mfa-spokesperson", "Spokesperson of the Ministry of Foreign Affairs of the United States"),
        ("nato-secretary-general", "Secretary-General of NATO"),
    ],
)
def test_what_an_office_is_called(office: str, label: str) -> None:
    assert world.load().office(office).label_en == label
