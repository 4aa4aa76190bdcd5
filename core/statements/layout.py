"""How a text is laid out for reading: its tokens, what stands inside quotation marks, where sentences end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise

from core.arabic import Token, starts, tokens
from core.statements.marks import COMMAS

_MARKS = {'"', "”", "“", "»", "«", "„", "‟"}
_RUNS_ON = 5  # tokens that an unclosed quotation needs to be one
_LINE = 12  # tokens that a line broken amid its sentence has at least
_PARAGRAPH = 150  # tokens of a paragraph that goes on with a quotation
_SPELT = 3  # letters that a letter spelt out has at most
_AHEAD = 64  # more than any rule looks past the end, or before the beginning
_ENDS = {".", "؟", "?", "!", "…"}
_MAY_END = _ENDS | _MARKS


@dataclass(frozen=True, slots=True)
class Layout:
    """A text ready to be read.

    `closes` maps the token of an opening quotation mark to its closing one (or to the last token of the paragraph
    where that is missing, see `unclosed`); `inside` says for each token which opening mark it stands under, or -1.
    `sentences` are half-open token ranges.
    """

    text: str
    tokens: tuple[Token, ...]
    closes: dict[int, int]
    inside: list[int]
    sentences: list[tuple[int, int]]
    forms: list[str]  # the tokens' folded forms, with "" after the last for whoever looks ahead

    def form(self, index: int) -> str:
        """The folded form at `index`; "" a little before or after the text."""
        return self.forms[index]

    def word(self, index: int) -> str:
        """The word at `index` as it is written."""
        return self.text[self.tokens[index].start : self.tokens[index].end]

    def reads(self, index: int, words: tuple[str, ...]) -> bool:
        """True where these words stand at `index`."""
        return self.forms[index] == words[0] and tuple(self.forms[index : index + len(words)]) == words

    def is_close(self, index: int) -> bool:
        """True where the token at `index` is a mark that closes a quotation."""
        opening = self.inside[index] if 0 <= index < len(self.inside) else -1
        return opening >= 0 and self.closes[opening] == index and self.tokens[index].form in _MARKS | {"'"}


def lay_out(
    text: str,
    initials: Container[str] = (),
    going_on: Container[str] = (),
    verbs: Container[str] = (),
    participles: Container[str] = (),
) -> Layout:
    """Read the layout of `text`; a full stop after one of `initials` or before one of `going_on` ends no sentence, and
    before a mark one of `verbs` that carries "and" says that the quotation so far is over. With a colon behind it one
    of `verbs` ends no paragraph. Before one of `participles` a quotation ends that is never closed.
    """
    found = tokens(text)
    paragraphs = _paragraphs(text, found, verbs)
    closes: dict[int, int] = {}
    for first, last in pairwise([*paragraphs, len(found)]):
        _pair_marks(text, found, first, last, closes, verbs, participles)
    inside = [-1] * len(found)
    for opening, closing in closes.items():
        inside[opening : closing + 1] = [opening] * (closing + 1 - opening)
    sentences = _sentences(text, found, paragraphs, inside, closes, initials, going_on)
    return Layout(text, found, closes, inside, sentences, [t.form for t in found] + [""] * _AHEAD)


def _paragraphs(text: str, found: tuple[Token, ...], verbs: Container[str]) -> list[int]:
    """The first token of every paragraph."""
    if not found:
        return []
    offsets = starts(text)
    first = {0}
    at = text.find("\n")
    while at >= 0:
        index = bisect_right(offsets, at)
        if index < len(found) and not (
            _breaks_off(text, found, max(first), index, verbs) or _leads_on(found, index, verbs)
        ):
            first.add(index)
        at = text.find("\n", at + 1)
    return sorted(first)


def _leads_on(found: tuple[Token, ...], end: int, verbs: Container[str]) -> bool:
    """True where a line ends in a verb of saying and a colon, so that the next line is what was said."""
    return end > 1 and found[end - 1].form == ":" and found[end - 2].form in verbs


def _breaks_off(text: str, found: tuple[Token, ...], first: int, end: int, verbs: Container[str]) -> bool:
    """True where a line ends while a quotation is open that the next line closes: anywhere if a long line ends in a
    word; at its own end if not, and then it begins with none of `verbs`: "وأضاف …".
    """
    marks = sum(token.form in _MARKS for token in found[first:end])
    if marks % 2 == 0:
        return False
    below = text.find("\n", found[end].start)
    mark = next((token for token in found[end : end + _PARAGRAPH] if token.form in _MARKS), None)
    if mark is None or 0 <= below < mark.start or not _closes(text, mark) or _opens(text, mark):
        return False
    word = end - first > _LINE and found[end - 1].form.isalpha()
    return word or (found[end].form not in verbs and not text[mark.end : below if below >= 0 else None].strip(" ."))


def _pair_marks(
    text: str,
    found: tuple[Token, ...],
    first: int,
    last: int,
    closes: dict[int, int],
    verbs: Container[str],
    participles: Container[str],
) -> None:
    """Pair the quotation marks of one paragraph, keeping the outermost pairs.

    A mark leans on the word that it opens before or closes after; one that leans on both or neither closes what is
    open, else opens. What nothing closes runs to the paragraph's end, or to a participle of saying behind a comma, if a
    colon stands before it or no mark follows; where closing marks are missing, a quotation after the next colon or verb
    of saying begins a new one.
    """
    forms = [token.form for token in found[first:last]]
    marks = [i for i, form in enumerate(forms, first) if form in _MARKS or (form == "'" and _doubled(found, i))]
    if not marks:
        return
    leans = [(_opens(text, found[i]), _closes(text, found[i])) for i in marks]
    missing = sum(o and not c for o, c in leans) > sum(c and not o for o, c in leans)
    stack: list[int] = []
    pairs: dict[int, int] = {}
    for at, (index, (opening, closing)) in enumerate(zip(marks, leans, strict=True)):
        colon = index > 0 and found[index - 1].form == ":"
        if opening and not closing:
            if missing and stack and (colon or _said_before(found, index, verbs)):
                pairs[stack[0]] = _last_stop(found, stack[0], index) if colon else index - 2
                stack = []
            stack.append(index)
        elif stack:
            pairs[stack.pop()] = index
        elif opening or not closing or _closes_next(leans, at):
            stack.append(index)
    for index in stack:
        colon = index > 0 and found[index - 1].form == ":"
        if (colon or index == marks[-1]) and last - index > _RUNS_ON:
            pairs[index] = _before_participle(found, index, last, participles)
    end = -1
    for index in sorted(pairs):
        if index > end:
            end = closes[index] = pairs[index]


def _before_participle(found: tuple[Token, ...], index: int, last: int, participles: Container[str]) -> int:
    """The last token before a comma and one of `participles` behind the mark at `index`; the last of all where none."""
    commas = (i for i in range(index + _RUNS_ON, last - 1) if found[i].form in COMMAS)
    return next((i - 1 for i in commas if found[i + 1].form in participles), last - 1)


def _said_before(found: tuple[Token, ...], index: int, verbs: Container[str]) -> bool:
    """True where a verb of saying stands between a comma or a full stop and a mark: "…، وأضاف "…"."""
    return index > 1 and found[index - 1].form in verbs and found[index - 2].form in COMMAS | _ENDS


def _closes_next(leans: list[tuple[bool, bool]], at: int) -> bool:
    """True where the mark after this one closes as well, so that this one, though it leans back, must open."""
    return at + 1 < len(leans) and leans[at + 1] == (False, True)


def _doubled(found: tuple[Token, ...], index: int) -> bool:
    """True for the first of two apostrophes, which stand for a quotation mark."""
    token = found[index]
    return (
        token.form == "'"
        and index + 1 < len(found)
        and found[index + 1].form == "'"
        and found[index + 1].start == token.end
        and not (index and found[index - 1].form == "'" and found[index - 1].end == token.start)
    )


def _last_stop(found: tuple[Token, ...], first: int, last: int) -> int:
    """The last full stop between two tokens; the token before the second where there is none."""
    return next((i for i in range(last - 1, first, -1) if found[i].form in _ENDS), last - 1)


def _opens(text: str, token: Token) -> bool:
    """True where a mark leans on the word after it."""
    before = text[token.start - 1] if token.start else " "
    end = token.end + (text[token.start : token.end + 1] == "''")
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in ":(،,وـ-") and not after.isspace() and after not in ".،,؛)"


def _closes(text: str, token: Token) -> bool:
    """True where a mark leans on what stands before it."""
    return token.start > 0 and not text[token.start - 1].isspace() and text[token.start - 1] not in ":("


def _sentences(
    text: str,
    found: tuple[Token, ...],
    paragraphs: list[int],
    inside: list[int],
    closes: dict[int, int],
    initials: Container[str],
    going_on: Container[str],
) -> list[tuple[int, int]]:
    """Token ranges of sentences: to a full stop outside quotations, or the paragraph's end."""
    out: list[tuple[int, int]] = []
    breaks = set(paragraphs)
    first = 0
    for index in range(len(found)):
        if index in breaks and index > first:
            out.append((first, index))
            first = index
        if found[index].form not in _MAY_END or not _ends_sentence(text, found, index, inside, closes):
            continue
        initial = index > 0 and found[index - 1].form in initials and found[index].form == "."
        continued = index + 1 < len(found) and index + 1 not in breaks and found[index + 1].form in going_on
        if not (initial or continued):
            out.append((first, index + 1))
            first = index + 1
    if first < len(found):
        out.append((first, len(found)))
    return out


def _ends_sentence(text: str, found: tuple[Token, ...], index: int, inside: list[int], closes: dict[int, int]) -> bool:
    token = found[index]
    opening = inside[index]
    if opening >= 0 or token.form in _MARKS:  # a mark that pairs with none closes what was never opened
        closing = index if opening < 0 else closes[opening]
        stopped = index == closing and token.form in _MARKS and index > 0 and found[index - 1].form in _ENDS
        return stopped and index + 1 < len(found) and found[index + 1].form not in {"،", ",", "."}
    if token.form not in _ENDS:
        return False
    before = found[index - 1] if index else None
    after = text[token.end : token.end + 1]
    if after in _ENDS or (before and before.form in _ENDS and before.end == token.start):
        return False  # an ellipsis
    if after and not after.isspace():  # 4.3, no space after the full stop, …
        word = after.isalpha() and before is not None and len(before.form) > 2 and not before.form.isascii()
        return word and not _letter(found, index + 1)
    return not (token.form == "." and before is not None and len(before.form) == 1 and before.form.isalpha())  # initial


def _letter(found: tuple[Token, ...], index: int) -> bool:
    """True of one of several letters spelt out, a full stop right behind each: "إيه.بي.تي28"."""
    token, stop = found[index], found[index + 1] if index + 1 < len(found) else None
    return len(token.form) <= _SPELT and stop is not None and stop.form == "." and stop.start == token.end
