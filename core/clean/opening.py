"""Repairs of the first paragraph: the place and agency a story is filed from, and the captions above it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from core.arabic import bare, tokens
from core.clean.draft import LABEL_CHARACTERS, Draft, folded, is_label
from core.clean.labels import PARTS
from core.knowledge import furniture, outlets

#: The longest caption in words, and the longest credit at its end in characters.
_CAPTION_WORDS, _CREDIT_CHARACTERS = 40, 60

#: "موسكو، روسيا (CNN)--", "القاهرة - أ ف ب -", "موسكو –": up to the mark that closes it.
_FILED = re.compile(
    r"^(?P<place>[^\d\n:\"«“]{2,40}?)?\s*(?:\((?P<sender>[^()\n]{2,40})\))?\s*(?P<mark>-{2,}|[-–—ـ]+\s|:)\s*"
)


def filed_from(draft: Draft) -> Draft:
    """Lift where the story was filed from, and by whom, off its first sentence into the dateline."""
    number = next((n for n, line in enumerate(draft.lines) if line), None)
    if number is None:
        return draft
    line = draft.lines[number]
    end, outlet = _filed(line)
    if not end:
        return draft
    lines = list(draft.lines)
    lines[number] = line[end:].lstrip()
    said = line[:end].strip(" -–—ـ:،")
    return replace(draft, lines=tuple(lines), datelines=(*draft.datelines, said), outlet=draft.outlet or outlet)


def is_filed(line: str) -> bool:
    """True where a paragraph opens with the place or the agency it was filed from."""
    return _filed(line)[0] > 0


def _filed(line: str) -> tuple[int, str | None]:
    """How far the filing goes into a line (0 where it has none), and the outlet it names."""
    end, outlet = 0, None
    for _ in range(3):  # place, agency, a second agency
        match = _FILED.match(line, end) if end == 0 else _FILED.match(line[end:])
        if not match or not _is_filing(match, first=end == 0):
            break
        sender = match["sender"] or (match["place"] or "").strip(" ،-–")
        found = outlets.named(sender)
        outlet = outlet or (found.label if found else None)
        end += match.end() - (match.start() if end == 0 else 0)
        if match["sender"] or found:
            break
    return (end, outlet) if len(line) - end > 40 else (0, None)


def _is_filing(match: re.Match[str], first: bool) -> bool:
    """True where the words before the mark are places, agencies, or both."""
    known = furniture.load()
    parts = [part.strip() for part in re.split(r"[،,/]|\s[-–—]\s|\sو", match["place"] or "") if part.strip()]
    sender = match["sender"]
    if sender:
        return bool(outlets.named(sender)) or bare(sender).lower() in known.generic
    if not parts:
        return False
    named = [
        bare(part).lower() in known.cities or bool(outlets.named(part)) or bare(part).lower() in known.generic
        for part in parts
    ]
    return named[0] if first else all(named)


def captions(draft: Draft) -> Draft:
    """Lift lines above the story that belong to its picture: with a credit, or naming what the story opens with."""
    known = furniture.load()
    first = draft.first_paragraph()
    above = (draft.title or "", *draft.lines[first : first + 1]) if any(draft.lines[:first]) else ()
    opening = {token.form for line in above for token in tokens(line)}
    lines, lifted = list(draft.lines), list(draft.captions)
    labelled = _labelled(lines)
    for number, line in enumerate(lines):
        if not line or len(line) > 2 * LABEL_CHARACTERS:
            continue
        credited = _credited(line, known, number <= first)
        if credited or number == labelled or (number < first < len(lines) and _names_only(line, opening)):
            lifted.append(line)
            lines[number] = ""
    return replace(draft, lines=tuple(lines), captions=tuple(lifted))


def _credited(line: str, known: furniture.Furniture, above: bool) -> bool:
    """True of a line that closes with a picture's credit, or opens with what says that it is one's.

    A long one only above the story: below, a sentence may well end with where it was read ("(تويتر)").
    """
    if is_label(line) and known.caption_start.match(folded(line)):
        return True
    short = line.count(" ") < _CAPTION_WORDS if above else is_label(line) and not line.endswith(".")
    return short and bool(known.caption_end.search(folded(line[-_CREDIT_CHARACTERS:])))


def _labelled(lines: list[str]) -> int | None:
    """The line of a picture's title that a bullet with its label stands above: "• الخارجية:", "الخارجية: مستعدون"."""
    standing = [number for number, line in enumerate(lines) if line][:6]
    for above, below in pairwise(standing):
        label = lines[above].lstrip("•*●▪ ").rstrip(": ")
        if lines[above][0] in "•*●▪" and label and lines[below].startswith(label):
            lines[above] = ""
            return below
    return None


def writers(draft: Draft) -> Draft:
    """Lift a line above the story that is only its writers' names, which the story does not name again.

    "هدى النجار", "إبراهيم مدكور – محمد طه", "الغربية – فوزي دهب".
    """
    lines, lifted, author = list(draft.lines), list(draft.datelines), draft.author
    first = draft.first_paragraph()
    if first == len(lines):
        return draft
    for number in range(first):
        found = _writers(lines[number]) if is_label(lines[number]) else None
        if found and not _told(found, lines[first:]):
            author = author or found
            if found != lines[number]:
                lifted.append(lines[number])
            lines[number] = ""
    return replace(draft, lines=tuple(lines), author=author, datelines=tuple(lifted))


def _told(names: str, lines: list[str]) -> bool:
    """True where a story names one of these people by their last name: then it is about them, not by them."""
    told = {token.form for line in lines for token in tokens(line)}
    return any(bare(name).split()[-1] in told for name in names.split("، "))


def _writers(line: str) -> str | None:
    """The names that a line is made of, after a place; null where it says anything else."""
    known = furniture.load()
    parts = [part.strip() for part in PARTS.split(line.rstrip(" :.")) if part.strip()]
    if len(parts) > 1 and bare(parts[0]) in known.cities:
        parts = parts[1:]
    if not 1 <= len(parts) <= 3 or any(character in line for character in '؟!"«»()0123456789'):
        return None
    for part in parts:
        words = bare(part).split()
        named = any(word.removeprefix("و") in known.given_names for word in words)
        if not (2 <= len(words) <= 6 and named and not words[0].startswith("ال")):
            return None
    return "، ".join(parts)


def _names_only(line: str, opening: set[str]) -> bool:
    """True of a short line without a mark, all of whose words the title or the first paragraph has."""
    found = tokens(line)
    return 1 < len(found) <= 8 and all(token.form[0].isalnum() and token.form in opening for token in found)
