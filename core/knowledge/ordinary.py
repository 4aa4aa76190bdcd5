"""Words of news that persons' names hardly ever hold (`ordinary.yml`)."""

from __future__ import annotations

import msgspec

from core.arabic import bare
from core.knowledge.loading import FOLDER, read


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ordinary.yml` as it is written; each list is explained there."""

    prefixes: list[str]
    names: list[str]
    words: str


_FILE = read(FOLDER / "ordinary.yml", _File)

#: What may stand before a listed word, besides the proclitics of titles.yml.
PREFIXES = tuple(_FILE.prefixes)

#: Words that names do hold, folded, whatever the list says.
NAMES = frozenset(map(bare, _FILE.names))

#: The words themselves, folded.
WORDS = frozenset(_FILE.words.split()) - NAMES
