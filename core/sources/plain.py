"""A plain text file: one document, its headline usually on the first line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.model import Record, Reject
from core.sources import columns
from core.sources.decode import decode
from core.sources.files import File
from core.sources.limits import Unreadable, whole


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The one document of a text file, with what a table beside it says."""
    with file.open() as stream:
        data = whole(stream)
    if not data.strip():
        raise Unreadable("is empty")
    text, assumed = decode(data)
    yield record(file, text, assumed, told)


def record(file: File, text: str, assumed: tuple[str, ...], told: Mapping[str, str]) -> Record | Reject:
    """`text` as the record of `file`, completed with the facts known of the file."""
    where = {role: name for role, name in columns.roles(map(str, file.facts), told).items() if role != "file"}
    made = columns.record(file.name, 0, {**file.facts, "": text}, {**where, "text": ""})
    if isinstance(made, Reject):
        return Reject(file.name, None, "is empty")
    own = made.item if "item" in where else None
    return columns.with_notes(made, assumed, item=own, text=text)
