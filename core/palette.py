"""One colour for one actor, on every page: Okabe and Ito's palette, told apart by colour-blind eyes.

Its black and yellow are left out: they vanish on a dark and on a light page.
"""

from __future__ import annotations

import zlib

#: Okabe & Ito, "Color Universal Design" (2008); grey is ours, for whoever is not named.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C6BB1", "#A6761D")
GREY = "#8A8F98"
ACCENT = "#0B6E7F"

MODES = {"direct": COLOURS[0], "indirect": COLOURS[5], "refusal": COLOURS[1]}


def colour(actor_id: str | None) -> str:
    """The actor's colour: the same on every page, in every session and on every machine; grey for nobody.

    >>> colour("ru") == colour("ru"), colour(None) == GREY
    (True, True)
    """
    return COLOURS[zlib.crc32(actor_id.encode()) % len(COLOURS)] if actor_id else GREY
