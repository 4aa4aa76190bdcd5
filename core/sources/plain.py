"""A plain text file: one document, its headline usually on the first line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.model import Record, Reject
from core.sources import columns
from core.sources.decode import decode
from core.sources.files import File
from core.sources.limits import Unreadable, filled


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The one document of a text file, with what a table beside it says."""
    del told  # a text has no columns
    with file.open() as stream:
        data = filled(stream)
    text, assumed = decode(data)
    known = columns.beside(file)
    made = columns.record(file.name, 0, {**known, "text": text}, {role: role for role in (*known, "text")})
    if isinstance(made, Reject):
        raise Unreadable("is empty")
    yield columns.with_notes(made, assumed, item=str(known["item"]) if "item" in known else None, text=text)
