"""Other stories announced without a heading: their leads under a story, their headlines between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.arabic import bare, tokens
from core.clean.draft import Draft
from core.knowledge import furniture, outlets
from core.knowledge.furniture import folded

#: So many leads in a row, at the very end, are a list of other stories and not this story's last words.
_ROW = 3

#: A lead has at most so many words, and one sentence.
_LONGEST = 70

#: A lead of another story shares less than this of its content words with the story above.
_STRANGE = 0.2

#: A verb of the present, as headlines have them.
_VERB = re.compile(r"[يت][\u0621-\u064a]{2,}$")

#: The entry of a list, which a row of headings heads.
_LISTED = re.compile(r"^(?:[-–—•*(]|\d)")

#: What a story goes on with, and a lead does not begin with: "و…", "ف…", "كما", a quotation, a list.
_GOES_ON = re.compile(r"^(?:[وفك\"«“(•*–-]|\d)")


def teasers(draft: Draft) -> Draft:
    """Take the leads of other stories off the end, where the outlet is known to print them there.

    Only outlets marked so in outlets.yml: elsewhere a row of such sentences is a list that belongs to the story.
    """
    known = outlets.named(draft.outlet) if draft.outlet else None
    if known is None or not known.teasers:
        return draft
    standing = [number for number, line in enumerate(draft.lines) if line]
    start = len(standing)
    while start and _is_lead(draft.lines[standing[start - 1]]):
        start -= 1
    row = standing[start:]
    if len(row) < _ROW or start < 2:
        return draft
    story = content("\n".join((draft.title or "", *(draft.lines[number] for number in standing[:start]))))
    strange = {number for number in row if shared(draft.lines[number], story) < _STRANGE}
    if 2 * len(strange) < len(row):
        return draft
    return draft.with_lines("" if number in strange else line for number, line in enumerate(draft.lines))


def _is_lead(line: str) -> bool:
    words = line.count(" ") + 1
    ended = line.rstrip().endswith((".", '."', '".'))
    return 8 <= words <= _LONGEST and ended and not _GOES_ON.match(line) and ". " not in line


#: A headline between paragraphs has so many words; alone it must have more.
_HEADLINE, _ALONE = range(4, 21), 6

#: So many headlines stand together at most; more are a list.
_TOGETHER = 5

#: A headline of another story has less than this of its words in the paragraphs that follow; one alone, less than that.
_ELSEWHERE, _ELSEWHERE_ALONE = 0.5, 0.35

#: Where more headlines than this stand alone in one story, they are its own headings.
_SECTIONS = 3


def between(draft: Draft) -> Draft:
    """Take the headlines of other stories out from between the paragraphs of this one.

    They are told by their form: two to five in a row, with no stop at their end, between paragraphs that end with one,
    each a headline that says a deed ("ترامب يصف …", "مقتل …"), and none taken up by the paragraphs that follow, as a
    heading of the story would be. Where the outlet is known to print them, a row need not have that form, and one
    alone may go that has it, or is somebody's words ("إيران: …").
    """
    known = outlets.named(draft.outlet) if draft.outlet else None
    printed = bool(known and known.headlines)
    standing = [number for number, line in enumerate(draft.lines) if line]
    rows = list(_rows([draft.lines[number] for number in standing]))
    alone = [row for row in rows if len(row) == 1]
    taken: set[int] = set()
    for row in rows:
        after = content("\n".join(draft.lines[number] for number in standing[row.stop : row.stop + 2]))
        told = [shared(draft.lines[standing[place]], after) for place in row]
        if len(row) > 1:
            headlines = all(_says_deed(draft.lines[standing[place]]) for place in row)
            if printed or (headlines and max(told) < _ELSEWHERE):
                taken.update(row)
        elif printed and len(alone) <= _SECTIONS and told[0] < _ELSEWHERE_ALONE:
            taken.update(place for place in row if _is_headline(draft.lines[standing[place]]))
    gone = {standing[place] for place in taken}
    return draft.with_lines("" if number in gone else line for number, line in enumerate(draft.lines))


def _rows(lines: list[str]) -> Iterator[range]:
    """The rows of lines without a stop between two paragraphs that have one, by their places."""
    place = 1
    while place < len(lines):
        start = place
        while place < len(lines) and _may_be_headline(lines[place]):
            place += 1
        whole = _is_stopped(lines[start - 1]) and place < len(lines) and _is_stopped(lines[place])
        if 0 < place - start <= _TOGETHER and whole:
            yield range(start, place)
        place = max(place, start + 1)


def _may_be_headline(line: str) -> bool:
    return (
        line.count(" ") + 1 in _HEADLINE and not line.endswith(_STOPS) and not _GOES_ON.match(line) and ". " not in line
    )


#: What a sentence of a story ends with, and what a headline does not.
_STOPS = (".", "؟", "!", ":", "…", "،", "؛", ")", "-", '."', ".»")


def _is_stopped(line: str) -> bool:
    """True of a paragraph of a story, whole to its stop."""
    return line.count(" ") >= 7 and line.rstrip(" \"»”'").endswith((".", "؟", "!")) and not _LISTED.match(line)


def _is_headline(line: str) -> bool:
    """True of a line that says who does what, or what somebody says, as a headline does."""
    words = [token.form for token in tokens(line)]
    return _says_deed(line) or (
        len(words) > _ALONE and ":" in words[1:5] and words[0] not in furniture.load().no_headline
    )


def _says_deed(line: str) -> bool:
    """True of a line with a verb of the present as its second to fourth word, or that begins with a deed's noun."""
    words = [token.form for token in tokens(line) if token.form[0].isalnum()]
    if len(words) < _ALONE or words[0] in furniture.load().no_headline:
        return False
    known = furniture.load()
    verbs = (word for word in words[1:4] if _VERB.match(word) and word not in known.no_verb)
    return any(verbs) or words[0] in known.headline


def content(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without the letters most often joined to them."""
    return frozenset(_stem(token.form) for token in tokens(text) if len(token.form) >= 4)


def shared(line: str, story: frozenset[str]) -> float:
    """The share of a line's content words that a story has; 0 for a line that has none."""
    words = content(line)
    return len(words & story) / len(words) if words else 0.0


@lru_cache(maxsize=65536)
def _stem(form: str) -> str:
    form = bare(form)
    for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
        if form.startswith(clitic) and len(form) - len(clitic) >= 3:
            return form[len(clitic) :]
    return form


#: So many words after "اقرأ أيضا:" inside a paragraph are a headline at most, and so many at least.
_INSIDE = range(3, 26)


def inside(draft: Draft) -> Draft:
    """Take "اقرأ أيضا: …" and the headline behind it out of the middle of a paragraph.

    The headline ends where a mark ends it, or before the words with which the story goes on ("وأضاف"); where neither is
    near, the announcing words go alone.
    """
    pattern = furniture.load().read_also_inside
    lines = list(draft.lines)
    for number, line in enumerate(lines):
        for match in reversed(list(pattern.finditer(folded(line)))) if line else ():
            rest = line[match.end() :]
            end = _end(rest)
            lines[number] = line = f"{line[: match.start()]} {rest[end:].lstrip()}".rstrip()
    return draft.with_lines(lines)


def _end(rest: str) -> int:
    """How far a headline reaches that stands before the rest of a paragraph; 0 where nobody can say."""
    stop, resumed = _STOP.search(rest), furniture.load().resumes.search(folded(rest))
    ends = [stop.end()] if stop else []
    ends += [resumed.start()] if resumed else []
    end = min(ends, default=len(rest))
    return end if len(rest[:end].split()) in _INSIDE else 0


_STOP = re.compile(r"[.؟!](?=\s|$)")
