"""Who publishes news in Arabic: the label for every wording of an outlet's name."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

import msgspec

from core.arabic import bare
from core.knowledge.loading import FOLDER, read, refuse_duplicates


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet, `en` its name in Latin letters. An `agency` sends stories to others, and may stand beside the outlet
    that printed one. `teasers`: it prints the leads of other stories under a story, without a heading; `headlines`:
    their headlines between paragraphs.
    """

    label: str
    en: str
    names: list[str] = []
    domains: list[str] = []
    agency: bool = False
    teasers: bool = False
    headlines: bool = False


@cache
def _by_name() -> dict[str, Outlet]:
    outlets = read(FOLDER / "outlets.yml", list[Outlet])
    spelt = [(outlet, name) for outlet in outlets for name in dict.fromkeys(map(key, (outlet.label, *outlet.names)))]
    refuse_duplicates("outlets.yml", [(outlet.label, name) for outlet, name in spelt])
    return {name: outlet for outlet, name in spelt}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain.lower(): outlet for outlet in _by_name().values() for domain in outlet.domains}


def named(name: str) -> Outlet | None:
    """The outlet that `name` means, or null.

    >>> named("وكالة الأناضول").label
    'الأناضول'
    """
    return _by_name().get(key(name))


def label(name: str) -> str:
    """The label of an outlet we know; the name as it is for any other."""
    found = named(name)
    return found.label if found else name


def english(name: str) -> str | None:
    """What an outlet we know is called in English; null of any other."""
    found = named(name)
    return found.en if found else None


def at(url: str) -> Outlet | None:
    """The outlet that an address belongs to, or null.

    >>> at("https://www.alarabiya.net/ar/x.html").label
    'العربية'
    """
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:  # no address
        return None
    parts = host.split(".")
    hosts = (".".join(parts[n:]) for n in range(len(parts) - 1))
    return next((_by_domain()[host] for host in hosts if host in _by_domain()), None)


def key(name: str) -> str:
    """An outlet's name for comparing: folded, letters and numbers only.

    >>> key("العربية.نت") == key("العربية نت")
    True
    """
    return re.sub(r"[\W_]+", "", bare(name)).lower()
