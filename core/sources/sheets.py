"""Tables as text: .csv and .tsv, with a header, in any encoding we read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from core.model import Record, Reject
from core.sources import columns
from core.sources.decode import encoding_of, note
from core.sources.files import File, peekable
from core.sources.limits import MAX_DOCUMENT, MEGABYTE, Unreadable

csv.field_size_limit(MAX_DOCUMENT)

#: The first line by which Excel is told the mark between cells.
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The rows of a table as records, streamed; a row that cannot be read is a reject."""
    where: dict[str, str] | None = None
    for number, row, assumed in _rows(file):
        if isinstance(row, str):
            yield Reject(file.name, f"row {number}", row)
            continue
        where = columns.roles(row, told) if where is None else where
        made = columns.record(file.name, number, row, where)
        yield columns.with_notes(made, assumed) if isinstance(made, Record) else made


def rows(file: File) -> Iterator[tuple[int, dict[str, object] | str]]:
    """The rows by the names of their columns, numbered from 1; in place of one that cannot be read, why."""
    for number, row, _ in _rows(file):
        yield number, row


def _rows(file: File) -> Iterator[tuple[int, dict[str, object] | str, tuple[str, ...]]]:
    with file.open() as raw:
        stream, sample = peekable(raw)
        if not sample.strip():
            raise Unreadable("is empty")
        encoding = encoding_of(sample)
        text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        lines = (line.replace("\0", "") for line in text)
        told = _SEPARATOR.match(start := sample.decode(encoding, "replace").lstrip("\ufeff"))
        if told:
            next(lines, None)  # what Excel is told, and no row
        found = _each(csv.reader(lines, delimiter=told[1] if told else _delimiter(start)))
        header = next(found, "is empty")
        if isinstance(header, str):
            raise Unreadable(f"its header cannot be read: {header}")
        for number, row in enumerate(found, 1):
            if isinstance(row, str):
                yield number, row, ()
            elif any(row):
                yield number, dict(zip(header, row, strict=False)), note(encoding)


def _each(rows: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """The rows; in place of one that cannot be read, why."""
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            long = "field larger" in str(error)
            yield (
                f"a cell is longer than {MAX_DOCUMENT // MEGABYTE} MB, and no article is"
                if long
                else f"is no row: {error}"
            )


def _delimiter(sample: str) -> str:
    """The mark that parts the header most often; a comma where none does."""
    header = sample.lstrip("\ufeff\r\n").splitlines()[:1]
    return (
        max("\t;|,", key=lambda mark: header[0].count(mark)) if header and any(m in header[0] for m in "\t;|") else ","
    )
