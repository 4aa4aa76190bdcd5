"""Repairs of the lines that name who published, sent or wrote a story."""

from __future__ import annotations

import re

from msgspec.structs import replace

from core.arabic import bare
from core.clean.draft import Draft, is_label
from core.knowledge import furniture, outlets
from core.knowledge.furniture import folded

#: What parts of a credit stand between: "كريترنيوز. / القاهرة الإخبارية / متابعات", "غزة - أ ش أ".
PARTS = re.compile(r"\s*[/|+،,:()«»\"“”]+\s*|\s*[-–—ـ_]+\s*")

#: "*نقلا عن الأهرام المصرية" is a credit, "نقلا عن" before a whole sentence is none.
_SOURCE_WORDS = 8


def sources(draft: Draft) -> Draft:
    """Lift "المصدر: …" and a last line that is an outlet's name into the outlet."""
    lines, outlet, lifted = list(draft.lines), draft.outlet, list(draft.datelines)
    standing = [number for number, line in enumerate(lines) if line]
    for number in standing:
        said = _source(lines[number]) if is_label(lines[number]) else None
        if said is not None:
            named = _first_outlet(said)
            outlet = outlet or named
            lifted += [] if named == outlet else [lines[number]]  # another than the outlet, or none: kept as it stood
            lines[number] = ""
    last = next((number for number in reversed(standing) if lines[number]), None)
    if last is not None and is_label(lines[last]) and (found := credit(lines[last])) is not None:
        outlet = outlet or found or None
        if outlets.label(lines[last].strip("()[]*.- ")) != outlet:  # it says more than the outlet does
            lifted.append(lines[last])
        lines[last] = ""
    return replace(draft, lines=tuple(lines), outlet=outlet, datelines=tuple(lifted))


def _source(line: str) -> str | None:
    """What stands after "المصدر:" or "*نقلا عن"; null of any other line."""
    known = furniture.load()
    if match := known.source_head.match(folded(line)):
        return line[match.start(1) :] if match[1] else ""
    match = known.source_line.match(folded(line))
    return line[match.start(1) :] if match and line.count(" ") < _SOURCE_WORDS else None


def _first_outlet(said: str) -> str | None:
    """The first part of a credit that is no generic word ("وكالات"), by its label where we know it."""
    generic = furniture.load().generic
    parts = (part.strip(" .()*\"'") for part in PARTS.split(said))
    return next((outlets.label(part) for part in parts if part and bare(part).lower() not in generic), None)


def credits(draft: Draft) -> Draft:
    """Lift lines before the story that name places, outlets and writers only.

    "كريترنيوز. / القاهرة الإخبارية / متابعات", "غزة - أ ش أ", "كتب ـ محمد صبري:".
    """
    lines = list(draft.lines)
    outlet, author, lifted = draft.outlet, draft.author, list(draft.datelines)
    for number in range(min(draft.first_paragraph(), len(lines))):
        line = lines[number]
        if not is_label(line):
            continue
        if name := _byline(line):
            author, lines[number] = author or name, ""
        elif (found := credit(line)) is not None:
            outlet, lines[number] = outlet or found or None, ""
            lifted.append(line)
    return replace(draft, lines=tuple(lines), outlet=outlet, author=author, datelines=tuple(lifted))


def _byline(line: str) -> str | None:
    """Who wrote the story, where the line says only that."""
    match = furniture.load().byline_head.match(folded(line))
    if not match or not match[1] or line.count(" ") > 9:
        return None
    name = line[match.start(1) :].strip(" :.-–—ـ/")
    marked = line.rstrip().endswith(":") or re.search(r"[:ـ_–—-]", line[: match.start(1)])
    named = any(word in furniture.load().given_names for word in bare(name).split()) and line.count(" ") < 5
    return name if name and (marked or named) else None


def credit(line: str) -> str | None:
    """The outlet of a line that is made of places, outlets and generic words; "" where it names none; else null."""
    parts = [part for part in (part.strip(" .()*\"'") for part in PARTS.split(line)) if part]
    kinds = [_kind(part) for part in parts]
    if not parts or not any(kind in ("outlet", "generic") for kind in kinds):
        return None
    joined = "/" in line and len(line.split()) <= 10 and ("generic" in kinds or kinds[-1] == "outlet")
    if "unknown" in kinds and not joined:
        return None
    named = [part for part, kind in zip(parts, kinds, strict=True) if kind == "outlet"]
    named = named or [part for part, kind in zip(parts, kinds, strict=True) if kind == "unknown"]
    return outlets.label(named[0]) if named else ""


#: An editor's initials: "ع.ج.م".
_INITIALS = re.compile(r"[\u0621-\u064a](?:\.\s?[\u0621-\u064a]){1,3}\.?")


def _kind(part: str) -> str:
    """What one part of a credit is: place (or an editor's initials), outlet, generic or unknown."""
    known = furniture.load()
    if bare(part).lower() in known.generic:
        return "generic"
    if bare(part).lower() in known.cities or _INITIALS.fullmatch(part):
        return "place"
    return "outlet" if outlets.named(part) else "unknown"
