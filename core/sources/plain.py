"""A plain text file: one document, its headline usually on the first line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from core.model import Record, Reject
from core.sources import columns, pages
from core.sources.decode import decode
from core.sources.files import File
from core.sources.limits import Unreadable, filled

#: How a web page begins, after a byte-order mark and comments, within so many bytes.
_START = 2000
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)

#: What Markdown puts before a heading, and around a line that stands out.
_MARKDOWN = re.compile(r"^#{1,6}\s+|^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$", re.MULTILINE)


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The one document of a text file, with what a table beside it says."""
    del told  # a text has no columns
    with file.open() as stream:
        data = filled(stream)
    if _PAGE.match(data[:_START]):
        yield columns.with_notes_of(pages.record(file, data), "a web page under the name of a text")
        return
    text, assumed = decode(data)
    text = _MARKDOWN.sub("", text) if file.kind == ".md" else text
    known = columns.beside(file)
    made = columns.record(file.name, 0, {**known, "text": text}, {role: role for role in (*known, "text")})
    if isinstance(made, Reject):
        raise Unreadable("is empty")
    yield columns.with_notes(made, assumed, item=str(known["item"]) if "item" in known else None, text=text)
