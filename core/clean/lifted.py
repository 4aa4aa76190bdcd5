"""Repairs that lift what is not of the body into its column: summaries, stamps, key words, hashtags."""

from __future__ import annotations

import re

from msgspec.structs import replace

from core import calendar
from core import stamps as stamp
from core.arabic import bare, tokens
from core.clean.draft import Draft, is_label, is_paragraph
from core.knowledge import furniture
from core.knowledge.furniture import folded
from core.model import Granularity


def summaries(draft: Draft) -> Draft:
    """Lift the bullets under a heading such as "الملخص" into the summary."""
    known = furniture.load()
    lines, lifted = list(draft.lines), list(draft.summary)
    number = 0
    while number < len(lines):
        if is_label(lines[number]) and known.summary_head.match(folded(lines[number])):
            end, bullets = _bullets(lines, number + 1)
            if not bullets and known.summary_alone.match(folded(lines[number])):
                end, bullets = _paragraph(lines, number + 1)
            if bullets:
                lifted += bullets
                lines[number:end] = [""]
        number += 1
    return replace(draft, lines=tuple(lines), summary=tuple(lifted))


def _paragraph(lines: list[str], start: int) -> tuple[int, list[str]]:
    """Where the first paragraph from `start` ends, and it, if more of the story follows."""
    number = next((number for number in range(start, len(lines)) if lines[number]), len(lines))
    if number < len(lines) and any(map(is_paragraph, lines[number + 1 :])):
        return number + 1, [lines[number]]
    return start, []


_BULLET = re.compile(r"^[-–—•*●▪◦]\s*")


def _bullets(lines: list[str], start: int) -> tuple[int, list[str]]:
    """Where the bullets that follow `start` end, and what they say."""
    bullets: list[str] = []
    end = number = start
    while number < len(lines):
        line = lines[number]
        if _BULLET.match(line):
            bullets.append(_BULLET.sub("", line))
            end = number + 1
        elif line and (number > start + 2 or not furniture.load().summary_head.match(folded(line))):
            break
        number += 1
    return end, bullets


#: A stamp stands at the head of a story, or at its very end.
_HEAD_LINES, _FOOT_LINES = 8, 3


def stamps(draft: Draft) -> Draft:
    """Lift lines that say only when the story was published or updated into the dateline; a writer's name in one too.

    Where several lines are a day and nothing more, they head the entries of a chronology, and stay.
    """
    lines, lifted, outlet, author = list(draft.lines), list(draft.datelines), draft.outlet, draft.author
    standing = [number for number, line in enumerate(lines) if line]
    found = {number: stamp.read(lines[number]) for number in {*standing[:_HEAD_LINES], *standing[-_FOOT_LINES:]}}
    listed = sum(line is not None and line.lone for line in map(_day_line, lines)) > 1
    for number, said in sorted(found.items()):
        if said is None or (said.lone and listed):
            continue
        outlet, author = outlet or said.outlet, author or said.writer
        lifted.append(lines[number])
        lines[number] = ""
    return replace(draft, lines=tuple(lines), datelines=tuple(lifted), outlet=outlet, author=author)


#: A headline before the stamp of a text that is one line has so many characters at most.
_HEADLINE = 220


def one_line(draft: Draft) -> Draft:
    """Part a text that is one line behind its stamp, a day with a clock beside it: headline, stamp, story."""
    standing = [line for line in draft.lines if line]
    if len(standing) != 1 or draft.titled:
        return draft
    line = standing[0]
    for e in calendar.find(line[:_HEADLINE]):
        clock = _CLOCK_BESIDE.match(line, e.end)
        if clock and e.granularity is Granularity.DAY and e.period and e.start and len(line) > 2 * _HEADLINE:
            return draft.with_lines(
                (line[: e.start].rstrip(), line[e.start : clock.end()], line[clock.end() :].lstrip())
            )
    return draft


_CLOCK_BESIDE = re.compile(r"\s*[-–|،,]?\s*(?:الساعة\s+)?\d{1,2}:\d{2}(?!\d)(?:\s*(?:صباحا|مساء|GMT|[صم])(?!\w))?")

#: No line that is a day and nothing more is longer: "الاثنين 26 نيسان/أبريل 2021".
_LONGEST_DAY = 40


def _day_line(line: str) -> stamp.Stamp | None:
    return stamp.read(line) if 0 < len(line) <= _LONGEST_DAY else None


def tags(draft: Draft) -> Draft:
    """Lift lines of key words ("كلمات دلالية: …") into the tags."""
    pattern = furniture.load().tags_head
    lines, lifted = list(draft.lines), list(draft.tags)
    for number, line in enumerate(lines):
        if line and len(line) < 1000 and (match := pattern.match(folded(line))):
            said, lines[number] = line[match.start(1) :] if match[1] else "", ""
            if not said and number + 1 < len(lines) and not is_paragraph(lines[number + 1]):
                said, lines[number + 1] = lines[number + 1], ""
            lifted += _split_tags(said, draft.with_lines(lines))
    return replace(draft, lines=tuple(lines), tags=tuple(dict.fromkeys(lifted)))


def _split_tags(said: str, draft: Draft) -> list[str]:
    """Key words parted by a mark; or by spaces only, and then the longest run of words that the story has is one."""
    parts = [part.strip(" #\"'.").replace("_", " ") for part in re.split(r"[،,;|#؛/•]+", said)]
    if len(parts) > 1:
        return [part for part in parts if part]
    story = " " + " ".join(token.form for line in (draft.title or "", *draft.lines) for token in tokens(line)) + " "
    words, found = said.split(), []
    while words:
        size = next((n for n in (4, 3, 2) if n <= len(words) and f" {bare(' '.join(words[:n]))} " in story), 1)
        found.append(" ".join(words[:size]).strip("#").replace("_", " "))
        words = words[size:]
    return found


_HASHTAG = re.compile(r"#([^\W\d_][\w]*)")


def hashtags(draft: Draft) -> Draft:
    """Keep the words of a hashtag in the sentence, and the tag in the tags: "#الولايات_المتحدة"."""
    lifted = list(draft.tags)
    lines = list(draft.lines)
    for number, line in enumerate(lines):
        if "#" in line:
            lifted += [match[1].replace("_", " ").strip() for match in _HASHTAG.finditer(line)]
            lines[number] = _HASHTAG.sub(lambda match: match[1].replace("_", " ").strip(), line)
    title = _HASHTAG.sub(lambda match: match[1].replace("_", " ").strip(), draft.title) if draft.title else None
    return replace(draft, title=title, lines=tuple(lines), tags=tuple(dict.fromkeys(lifted)))
