"""The words around names (`titles.yml`): proclitics, titles' forms, what stands before and behind a name."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

import msgspec

from core.arabic import bare
from core.knowledge.loading import FOLDER, read


class Titles(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """`titles.yml` as it is written; each list is explained there. Words are folded where they are compared."""

    article: str
    merged_article: str
    feminine: str
    relational: tuple[str, ...]
    definite: tuple[str, ...]
    not_definite: list[str]
    like_names: list[str]
    dotless: tuple[str, str]
    commas: list[str]
    quotes: list[str]
    conjunctions: list[str]
    clitics: list[str]
    before_surnames: list[str]
    duals: dict[str, list[str]]
    plurals: dict[str, list[str]]
    others: list[str]
    posts: list[str]
    charges: list[str]
    qualifiers: list[str]
    former: list[str]
    opposed: list[str]
    counterparts: list[str]
    places_after: list[str]
    place_clitics: list[str]
    telling: list[str]
    common: list[str]
    of_persons: tuple[str, ...]
    named_after: list[str]
    foreign_named: list[str]
    behind: list[str]

    @cached_property
    def _not_definite(self) -> frozenset[str]:
        return self.folded("not_definite")

    def is_definite(self, form: str) -> bool:
        """True of a folded word with the article, whatever proclitic stands before it.

        >>> TITLES.is_definite("والخارجيه"), TITLES.is_definite("الي")
        (True, False)
        """
        return form.startswith(self.definite) and form not in self._not_definite

    @cached_property
    def between(self) -> frozenset[str]:
        """What may stand between a title and its name, beside spaces."""
        return frozenset([*self.commas, *self.quotes])

    @cached_property
    def longest_clitic(self) -> int:
        """Letters of the longest proclitic."""
        return max(map(len, self.clitics))

    def with_clitics(self, words: Collection[str]) -> dict[str, str]:
        """Every form of these folded words, alone and behind each proclitic, to the word itself."""
        return {clitic + word: word for clitic in ("", *self.clitics) for word in words}

    def folded(self, name: str) -> frozenset[str]:
        """The list called `name`, folded for comparing with tokens' forms."""
        return frozenset(map(bare, getattr(self, name)))


TITLES = read(FOLDER / "titles.yml", Titles)
