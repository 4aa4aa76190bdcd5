"""How the desk looks: fonts that come with it, and one style sheet for both directions, light and dark.

Colours other than an actor's are made from the text's own by `color-mix`, so that one sheet serves both themes.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent.parent / "fonts"
_FACES = (
    ("Tasrih Naskh", 400, "NotoNaskhArabic-Regular.woff2"),
    ("Tasrih Naskh", 700, "NotoNaskhArabic-Bold.woff2"),
    ("Tasrih Sans", 400, "IBMPlexSansArabic-Regular.woff2"),
    ("Tasrih Sans", 600, "IBMPlexSansArabic-SemiBold.woff2"),
)


@cache
def fonts() -> str:
    """The fonts as a style sheet that asks no host for anything."""
    return "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-display:swap;"
        f"src:url(data:font/woff2;base64,{b64encode((FONTS / file).read_bytes()).decode()}) format('woff2')}}"
        for family, weight, file in _FACES
    )


@cache
def sheet(rtl: bool) -> str:
    """The style sheet of a language's direction."""
    return (FONTS.parent / "ui" / "desk.css").read_text(encoding="utf-8") + (
        (FONTS.parent / "ui" / "rtl.css").read_text(encoding="utf-8") if rtl else ""
    )
