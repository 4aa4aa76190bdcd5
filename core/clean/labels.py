"""Repairs of whole lines: buttons, advertisements, appeals, stamps, and the lines that name somebody."""

from __future__ import annotations

import re
from dataclasses import replace

from core.arabic import bare, tokens
from core.clean.draft import LABEL_CHARACTERS, PARAGRAPH_WORDS, Draft, folded, is_label, is_paragraph
from core.knowledge import furniture, outlets

_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)14[0-4]\d(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:٫]\d{2}(?!\d)")

#: A stamp stands at the head of a story, or at its very end.
_HEAD_LINES, _FOOT_LINES = 8, 3


def adverts(draft: Draft) -> Draft:
    """Take the places of advertisements off: "[ad_1]", "إعلان"."""
    known = furniture.load()
    lines = (
        known.advert_within.sub(" ", line).strip() if "[" in line or "(ads" in line else line for line in draft.lines
    )
    return draft.with_lines("" if is_label(line) and known.advert_line.match(folded(line)) else line for line in lines)


_LISTED = re.compile(r"(?:list of \d+ items?|list \d+ of \d+)(?s:.{0,3000}?)end of list", re.IGNORECASE)


def list_marks(draft: Draft) -> Draft:
    """Take off lists of other stories that a page marks for readers of screens: "list of 2 items … end of list"."""
    text = "\n".join(draft.lines)
    return draft.with_lines(_LISTED.sub("\n", text).split("\n")) if "end of list" in text else draft


def buttons(draft: Draft) -> Draft:
    """Take the buttons, menus and counters of the page off: "+ الخط -", "استمع إلى الملخص"."""
    pattern = furniture.load().button_line
    return draft.with_lines("" if is_label(line) and pattern.match(folded(line)) else line for line in draft.lines)


def appeals(draft: Draft) -> Draft:
    """Take off what asks the reader to follow, subscribe or install, and the rule drawn above it."""
    pattern = furniture.load().appeal_start
    lines = list(draft.lines)
    for number, line in enumerate(lines):
        if line and len(line) < 3 * LABEL_CHARACTERS and pattern.match(folded(line)):
            lines[number] = ""
        elif line and not any(character.isalnum() for character in line):
            lines[number] = ""  # a rule: "-----"
    return draft.with_lines(lines)


_MARKED = re.compile(r"[/()#\[]")


def wire_marks(draft: Draft) -> Draft:
    """Take the marks of the wires off: "// يتبع //", "(انتهى)"."""
    known = furniture.load()
    lines = []
    for line in draft.lines:
        if is_label(line) and known.wire_line.match(folded(line)):
            line = ""
        elif _MARKED.search(line) and (found := list(known.wire_within.finditer(folded(line)))):
            for match in reversed(found):
                line = line[: match.start()].rstrip() + line[match.end() :]
        lines.append(line)
    return draft.with_lines(lines)


def summaries(draft: Draft) -> Draft:
    """Lift the bullets under a heading such as "الملخص" into the summary."""
    pattern = furniture.load().summary_head
    lines, lifted = list(draft.lines), list(draft.summary)
    number = 0
    while number < len(lines):
        if is_label(lines[number]) and pattern.match(folded(lines[number])):
            end, bullets = _bullets(lines, number + 1)
            if not bullets and _ALONE.match(folded(lines[number])):
                end, bullets = _paragraph(lines, number + 1)
            if bullets:
                lifted += bullets
                lines[number:end] = [""]
        number += 1
    return replace(draft, lines=tuple(lines), summary=tuple(lifted))


#: A heading that some outlets put above one paragraph instead of bullets.
_ALONE = re.compile(r"^ملخص$")


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
        elif line and not furniture.load().summary_head.match(folded(line)):
            break
        number += 1
    return end, bullets


def stamps(draft: Draft) -> Draft:
    """Lift lines that say only when the story was published or updated into the dateline."""
    lines, lifted = list(draft.lines), list(draft.datelines)
    standing = [number for number, line in enumerate(lines) if line]
    for number in sorted({*standing[:_HEAD_LINES], *standing[-_FOOT_LINES:]}):
        if is_label(lines[number]) and _is_stamp(lines[number]):
            lifted.append(lines[number])
            lines[number] = ""
    return replace(draft, lines=tuple(lines), datelines=tuple(lifted))


def _is_stamp(line: str) -> bool:
    """True where every word is of a date or a clock, and a whole date or a clock is there."""
    known = furniture.load()
    if not any(character.isdigit() for character in line):
        return False
    words = [token.form.lower() for token in tokens(line) if token.form[0].isalnum()]
    if not all(_NUMBER.fullmatch(word) or word in known.stamp_words for word in words):
        return False
    numbers = sum(_NUMBER.fullmatch(word) is not None for word in words)
    whole = numbers >= 3 or (numbers == 2 and any(word in known.months for word in words))
    dated = whole and _YEAR.search(folded(line))
    return bool(dated or _CLOCK.search(folded(line)) or any(word in known.ago for word in words))


def headline(draft: Draft) -> Draft:
    """Take the first line as the title where the source gave none and the line is no paragraph.

    A section's name or a credit above the headline is passed over.
    """
    if draft.titled:
        return draft
    known = furniture.load()
    standing = [number for number, line in enumerate(draft.lines) if line]
    while len(standing) > 2 and _is_label_of_page(draft.lines[standing[0]]):
        standing.pop(0)
    if len(standing) < 2 or not _is_headline(draft.lines[standing[0]]):
        return draft
    first = standing[0]
    match = known.title_head.match(folded(draft.lines[first]))
    title = draft.lines[first][match.start(1) :] if match and match[1] else draft.lines[first]
    return replace(draft, title=title, lines=(*draft.lines[:first], *draft.lines[first + 1 :]))


def _is_label_of_page(line: str) -> bool:
    """True of a line that names a section or says who wrote or sent the story, and so is no headline."""
    return is_label(line) and (_is_section(line) or _credit(line) is not None)


def _is_section(line: str) -> bool:
    return bare(line).strip(" :/|»>-").lower() in furniture.load().sections


def sections(draft: Draft) -> Draft:
    """Lift a line above the story that only names its section."""
    first = draft.first_paragraph()
    number = next((number for number in range(first) if draft.lines[number]), None)
    if number is None or not _is_section(draft.lines[number]) or first == len(draft.lines):
        return draft
    lines = (*draft.lines[:number], *draft.lines[number + 1 :])
    return replace(draft, section=draft.section or draft.lines[number].strip(" :/|»>-"), lines=lines)


_SITE = re.compile(r"^(.{8,}?)\s+(?:[|–—:»-]|::)\s+([^|–—:»-]{2,40})$")


def site_name(draft: Draft) -> Draft:
    """Take the outlet's name off the end of a title: "عنوان الخبر | سكاي نيوز عربية"."""
    match = _SITE.match(draft.title or "")
    found = outlets.named(match[2]) if match else None
    if not match or not found:
        return draft
    return replace(draft, title=match[1], outlet=draft.outlet or found.label)


def _is_headline(line: str) -> bool:
    return len(line) <= 2 * LABEL_CHARACTERS and line.count(" ") < 2 * PARAGRAPH_WORDS


def kicker(draft: Draft) -> Draft:
    """Join a title that only leads up to the headline below it: "بسبب التهرب من التذاكر.." and what follows."""
    number = next((number for number, line in enumerate(draft.lines) if line), None)
    if number is None or not (draft.title or "").endswith(".."):
        return draft
    line = draft.lines[number]
    below = any(map(is_paragraph, draft.lines[number + 1 :]))
    if is_paragraph(line) or not is_label(line) or line.endswith((".", ":")) or not below:
        return draft
    return replace(draft, title=f"{draft.title} {line}", lines=(*draft.lines[:number], *draft.lines[number + 1 :]))


def repeated_title(draft: Draft) -> Draft:
    """Take a line off that only says the title again."""
    title = bare(draft.title or "").split()
    if not title:
        return draft
    first, longest = draft.first_paragraph(), 2 * len(draft.title or "") + 20
    return draft.with_lines(
        "" if number <= first and line and len(line) < longest and bare(line).split() == title else line
        for number, line in enumerate(draft.lines)
    )


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


def sources(draft: Draft) -> Draft:
    """Lift "المصدر: …" and a last line that is an outlet's name into the outlet."""
    known = furniture.load()
    lines, outlet, lifted = list(draft.lines), draft.outlet, list(draft.datelines)
    standing = [number for number, line in enumerate(lines) if line]
    for number in standing:
        line = lines[number]
        if not is_label(line):
            continue
        if match := known.source_head.match(folded(line)):
            said = line[match.start(1) :] if match[1] else ""
            outlet, lines[number] = outlet or _first_outlet(said), ""
        elif (match := known.source_line.match(folded(line))) and len(line.split()) <= 8:
            outlet, lines[number] = outlet or _first_outlet(line[match.start(1) :]), ""
            lifted.append(line)
    last = next((number for number in reversed(standing) if lines[number]), None)
    if last is not None and is_label(lines[last]) and (credit := _credit(lines[last])) is not None:
        outlet = outlet or credit or None
        if outlets_label(lines[last].strip("()[]*.- ")) != outlet:  # it says more than the outlet does
            lifted.append(lines[last])
        lines[last] = ""
    return replace(draft, lines=tuple(lines), outlet=outlet, datelines=tuple(lifted))


PARTS = re.compile(r"\s*[/|+،,:()«»\"“”]+\s*|\s*[-–—ـ_]+\s*")


def _first_outlet(said: str) -> str | None:
    """The first outlet that a credit names: one we know, else its first part that is no generic word."""
    generic = furniture.load().generic
    parts = [part.strip(" .()*\"'") for part in PARTS.split(said)]
    parts = [part for part in parts if part and bare(part).lower() not in generic]
    known = next((found.label for part in parts if (found := outlets.named(part))), None)
    return outlets_label(parts[0]) if parts else known


def outlets_label(name: str) -> str:
    """The label of an outlet we know; the name as it is for any other."""
    found = outlets.named(name)
    return found.label if found else name


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
        elif (credit := _credit(line)) is not None:
            outlet, lines[number] = outlet or credit, ""
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


def _credit(line: str) -> str | None:
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
    return outlets_label(named[0]) if named else ""


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
