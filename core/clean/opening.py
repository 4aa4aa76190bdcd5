"""Repairs of what stands above a story: the captions of its pictures, and the names of its writers."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from core.arabic import bare, tokens
from core.clean.credits import PARTS
from core.clean.draft import LABEL_CHARACTERS, Draft, is_label
from core.knowledge import furniture
from core.knowledge.furniture import folded

#: The longest caption in words, and the longest credit at its end in characters.
_CAPTION_WORDS, _CREDIT_CHARACTERS = 40, 60


def captions(draft: Draft) -> Draft:
    """Lift lines above the story that belong to its picture: with a credit, or naming what the story opens with."""
    known = furniture.load()
    first = draft.first_paragraph()
    above = (draft.title or "", *draft.lines[first : first + 1]) if any(draft.lines[:first]) else ()
    opening = {token.form for line in above for token in tokens(line)}
    lines, lifted = list(draft.lines), list(draft.captions)
    labelled = _labelled(lines)
    standing = sum(map(bool, lines))  # the last line left is the story, whatever it ends with
    for number, line in enumerate(lines):
        if not line or len(line) > 2 * LABEL_CHARACTERS:
            continue
        credited = standing > 1 and _credited(line, known, number <= first)
        if credited or number == labelled or (number < first < len(lines) and _names_only(line, opening)):
            lifted.append(line)
            lines[number] = ""
            standing -= 1
    return replace(draft, lines=tuple(lines), captions=tuple(lifted))


def _credited(line: str, known: furniture.Furniture, above: bool) -> bool:
    """True of a line that closes with a picture's credit, or opens with what says that it is one's.

    A long one only above the story: below, a sentence may well end with where it was read ("(تويتر)").
    """
    if is_label(line) and known.caption_start.match(folded(line)):
        return True
    if is_label(line):
        short = above or not line.endswith(".")
    else:
        short = above and line.count(" ") < _CAPTION_WORDS and line.endswith((")", ").")) and ". " not in line
    found = known.caption_end.search(folded(line[-_CREDIT_CHARACTERS:])) if short else None
    return found is not None and not line[-_CREDIT_CHARACTERS:][: found.start()].rstrip().endswith(".")


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
    if len(parts) > 1:
        parts = [part for part in parts if bare(part) not in known.cities]  # "الغربية – فوزي دهب", or the other way
    if not 1 <= len(parts) <= 3 or any(character in line for character in '؟!"«»()0123456789'):
        return None
    for part in parts:
        words = bare(part).split()
        named = any(word.removeprefix("و") in known.given_names for word in words) and not _is_preposition(part)
        if not (2 <= len(words) <= 6 and named and not words[0].startswith("ال")):
            return None
    return "، ".join(parts)


def _is_preposition(part: str) -> bool:
    """True where the only given name is "على", which folds to the name "علي"."""
    known = furniture.load()
    named = [word for word in part.split() if bare(word).removeprefix("و") in known.given_names]
    return all(word in known.unfinished and bare(word) != word for word in named)


_TITLE_LETTER = re.compile(r"(?<!\w)[^\W\d_]\s?[./]")


def _names_only(line: str, opening: set[str]) -> bool:
    """True of a short line without a mark, all of whose words the title or the first paragraph has; a letter with a
    stop is a doctor's, or an initial.
    """
    found = [token for token in tokens(_TITLE_LETTER.sub(" ", line)) if token.form]
    return 1 < len(found) <= 8 and all(token.form[0].isalnum() and token.form in opening for token in found)
