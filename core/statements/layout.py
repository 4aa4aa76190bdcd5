"""How a text is laid out for reading: its tokens, what stands inside quotation marks, where sentences end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from core.arabic import Token, tokens

_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’"}
_STRAIGHT = {'"', "”", "“", "»", "«", "‟"}
_ENDS = {".", "؟", "?", "!", "…"}
_LONGEST = 400  # tokens; a quotation that runs further has lost its closing mark


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

    def form(self, index: int) -> str:
        """The folded form at `index`; "" outside the text."""
        return self.tokens[index].form if 0 <= index < len(self.tokens) else ""

    def word(self, index: int) -> str:
        """The word at `index` as it is written."""
        return self.text[self.tokens[index].start : self.tokens[index].end]

    def is_close(self, index: int) -> bool:
        """True where the token at `index` is a mark that closes a quotation."""
        opening = self.inside[index] if 0 <= index < len(self.inside) else -1
        return opening >= 0 and self.closes[opening] == index and self.tokens[index].form in _STRAIGHT | {"’", ")"}


def lay_out(text: str) -> Layout:
    """Read the layout of `text`."""
    found = tokens(text)
    starts = _paragraphs(text, found)
    closes: dict[int, int] = {}
    for first, last in zip(starts, [*starts[1:], len(found)], strict=True):
        _pair_marks(text, found, first, last, closes)
    inside = [-1] * len(found)
    for opening, closing in closes.items():
        inside[opening : closing + 1] = [opening] * (closing + 1 - opening)
    return Layout(text, found, closes, inside, _sentences(text, found, starts, inside, closes))


def _paragraphs(text: str, found: tuple[Token, ...]) -> list[int]:
    """The first token of every paragraph."""
    if not found:
        return []
    offsets = [t.start for t in found]
    starts = {0}
    at = text.find("\n")
    while at >= 0:
        index = bisect_right(offsets, at)
        if index < len(found):
            starts.add(index)
        at = text.find("\n", at + 1)
    return sorted(starts)


def _pair_marks(text: str, found: tuple[Token, ...], first: int, last: int, closes: dict[int, int]) -> None:
    """Pair the quotation marks of one paragraph. Marks of one kind that both look straight are paired in turn."""
    opening = -1
    depth = 0
    for index in range(first, last):
        form = found[index].form
        if form not in _STRAIGHT:
            continue
        if opening < 0:
            if _opens(text, found[index]) or not _closes(text, found[index]):
                opening, depth = index, 1
            continue  # else a closing mark that nothing opened
        mark = found[opening].form
        if mark in _PAIRS and form == mark and _opens(text, found[index]):
            depth += 1  # «… «…» …»
            continue
        if form in (mark, _PAIRS.get(mark)) or form in ('"', "”", "»"):
            if mark == '"' == form and _opens(text, found[index]) and not _closes(text, found[index]):
                closes[opening] = index - 1  # the first was never closed
                opening = index
                continue
            depth -= 1
            if depth == 0:
                closes[opening] = index
                opening = -1
    if opening >= 0 and last - opening > 2:
        if depth > 1:  # one closing mark served two openings
            for index in range(last - 1, opening, -1):
                if found[index].form == _PAIRS.get(found[opening].form):
                    closes[opening] = index
                    return
        closes[opening] = last - 1


def _opens(text: str, token: Token) -> bool:
    """True where a mark leans on the word after it."""
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    return (before.isspace() or before in ":(،و") and not after.isspace()


def _closes(text: str, token: Token) -> bool:
    """True where a mark leans on what stands before it."""
    return token.start > 0 and not text[token.start - 1].isspace() and text[token.start - 1] not in ":("


def _sentences(
    text: str, found: tuple[Token, ...], starts: list[int], inside: list[int], closes: dict[int, int]
) -> list[tuple[int, int]]:
    """Token ranges of sentences: to a full stop outside quotations, or the paragraph's end."""
    out: list[tuple[int, int]] = []
    breaks = set(starts)
    first = 0
    for index in range(len(found)):
        if index in breaks and index > first:
            out.append((first, index))
            first = index
        if _ends_sentence(text, found, index, inside, closes):
            out.append((first, index + 1))
            first = index + 1
    if first < len(found):
        out.append((first, len(found)))
    return out


def _ends_sentence(text: str, found: tuple[Token, ...], index: int, inside: list[int], closes: dict[int, int]) -> bool:
    token = found[index]
    if inside[index] >= 0:
        closing = closes[inside[index]]
        stopped = index == closing and token.form in _STRAIGHT and index > 0 and found[index - 1].form in _ENDS
        return stopped and index + 1 < len(found) and found[index + 1].form not in {"،", ",", "."}
    if token.form not in _ENDS:
        return False
    before = found[index - 1] if index else None
    after = text[token.end : token.end + 1]
    if after in _ENDS or (before and before.form in _ENDS and before.end == token.start):
        return False  # an ellipsis
    if after and not after.isspace():  # 4.3, no space after the full stop, …
        return after.isalpha() and before is not None and len(before.form) > 2 and not before.form.isascii()
    return not (token.form == "." and before is not None and len(before.form) == 1 and before.form.isalpha())  # initial
