"""The words of news that persons' names hardly ever hold (`ordinary.yml`), by themselves or behind a proclitic."""

from __future__ import annotations

from functools import lru_cache

from core.actors.tagging import DOUBTFUL, LEXICON
from core.knowledge.ordinary import NAMES, PREFIXES, WORDS
from core.knowledge.titles import TITLES

_NAMES = LEXICON.given | LEXICON.particles | DOUBTFUL | NAMES
_PREFIXES = (*TITLES.clitics, TITLES.merged_article, *PREFIXES)

#: The words themselves, folded.
EVERYDAY = WORDS - _NAMES

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
