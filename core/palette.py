"""One colour for one actor, on every page: Okabe and Ito's palette, told apart by colour-blind eyes.

Its black and yellow are left out: they vanish on a dark and on a light page.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

#: Okabe & Ito, "Color Universal Design" (2008); grey is ours, for whoever is not named.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C6BB1", "#A6761D")
GREY = "#8A8F98"
ACCENT = "#0B6E7F"

MODES = {"direct": COLOURS[0], "indirect": COLOURS[5], "refusal": COLOURS[1]}


#: Of the salts tried, the one under which those whom this news names side by side most often (Russia, the United
#: States, Ukraine, the Kremlin, Putin, Peskov, Trump, Biden) all differ. Changing it repaints every picture.
_SALT = b"22494"


@lru_cache(maxsize=4096)
def colour(actor_id: str | None) -> str:
    """The actor's colour: the same on every page, in every session and on every machine; grey for nobody.

    >>> colour("ru") == colour("ru"), colour(None) == GREY
    (True, True)
    """
    if not actor_id:
        return GREY
    return COLOURS[blake2b(actor_id.encode(), digest_size=1, salt=_SALT).digest()[0] % len(COLOURS)]
