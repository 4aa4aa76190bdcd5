"""Several stories on one page told apart, and the headlines of others taken off."""

from __future__ import annotations

from collections.abc import Iterator

from core.clean.draft import Draft, is_label, is_paragraph
from core.clean.filing import filing
from core.clean.teasers import content, shared
from core.knowledge import furniture, outlets
from core.knowledge.furniture import folded

#: An embedded story has at least so many words; less is a teaser.
_STORY_WORDS = 40

#: So many lines around a heading tell whether a story ended above it and one begins below.
_LOOK = 40


def stories(draft: Draft) -> Iterator[Draft]:
    """The story and those printed whole under "اقرأ أيضا", each with lines of its own.

    A heading with bare headlines under it is furniture and goes. A headline whose own story follows it opens the next.
    """
    pattern = furniture.load().read_also
    lines, kept, number = draft.lines, [], 0
    while number < len(lines):
        line = lines[number]
        match = pattern.match(folded(line)) if is_label(line) else None
        number += 1
        if not match:
            kept.append(line)
            continue
        start = match.start(match.lastgroup) if match.lastgroup else len(line)
        said = [line[start:]] if line[start:].strip() else []
        number, below = (number, []) if said else _headlines(lines, number)
        headlines = said + below
        kept.append("")
        if headlines and _is_own_story(headlines, lines[number : number + _LOOK], kept[-_LOOK:]):
            yield draft.with_lines(kept)
            draft, kept = Draft(lines=()), [headlines[-1]]
    yield draft.with_lines(kept)


def _headlines(lines: tuple[str, ...], start: int) -> tuple[int, list[str]]:
    """The headlines under a heading, up to a gap behind them or the first paragraph."""
    number = start
    found: list[str] = []
    while number < len(lines) and not is_paragraph(lines[number]):
        if not lines[number] and found:
            break
        if lines[number]:
            found.append(lines[number])
        number += 1
    return number, found


def _is_own_story(headlines: list[str], after: tuple[str, ...], before: list[str]) -> bool:
    """True where what follows the headlines tells the last one's story, and not on with the one before.

    Most such headings interrupt a story that goes on below them, about the same people; so there must be a sign that
    the first story was over (its source, its key words), or that the next one opens (a place it was filed from), or one
    headline that the next paragraph says again in almost its own words.
    """
    if sum(line.count(" ") + 1 for line in after if line) < _STORY_WORDS:
        return False
    paragraph = next((line for line in after if line), "")
    if any(map(_ends_story, [line for line in before if line][-3:])) or filing(paragraph).end:
        return shared(headlines[-1], content(paragraph)) > 0.25
    return len(headlines) == 1 and headlines[0].count(" ") >= 4 and shared(headlines[0], content(paragraph)) >= 0.6


def _ends_story(line: str) -> bool:
    """True of a line that stands only under a story: its source, its key words, an agency's name."""
    known = furniture.load()
    form = folded(line)
    signed = is_label(line) and (known.source_head.match(form) or outlets.named(line.strip("()[]*.- ")))
    return bool(signed or known.tags_head.match(form))
