"""The words of news that persons' names hardly ever hold (`ordinary.yml`), by themselves or behind a proclitic."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from core.actors.tagging import DOUBTFUL, LEXICON
from core.arabic import bare
from core.knowledge.loading import FOLDER, read
from core.knowledge.titles import TITLES


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ordinary.yml` as it is written; each list is explained there."""

    prefixes: list[str]
    names: list[str]
    words: str


_FILE = read(FOLDER / "ordinary.yml", _File)
_NAMES = LEXICON.given | LEXICON.particles | DOUBTFUL | set(map(bare, _FILE.names))
_PREFIXES = (*TITLES.clitics, TITLES.merged_article, *_FILE.prefixes)

#: The words themselves, folded.
EVERYDAY = frozenset(_FILE.words.split()) - _NAMES

#: Letters of a word, at least, of which the first may be a proclitic: in a shorter one it is its own ("بوتين").
_CLITIC_AND_WORD = 5


@lru_cache(maxsize=1 << 14)
def everyday(form: str) -> bool:
    """True of a folded word that names hardly ever hold.

    >>> everyday("اجتماع"), everyday("للاجتماع"), everyday("محمد")
    (True, True, False)
    """
    if form in EVERYDAY:
        return True
    if len(form) < _CLITIC_AND_WORD or form in _NAMES:
        return False
    return any(form.startswith(prefix) and form[len(prefix) :] in EVERYDAY for prefix in _PREFIXES)
