"""JSON: one object a line, or one array of them in a file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import msgspec

from core.model import Record, Reject
from core.sources import columns
from core.sources.decode import SAMPLE, encoding_of, note
from core.sources.files import File, peekable
from core.sources.limits import MAX_DOCUMENT, MEGABYTE, Unreadable, whole

_decoder = msgspec.json.Decoder()


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The records of a .jsonl file. A line that cannot be read is a reject; the next one is read all the same."""
    with file.open() as raw:
        stream, sample = peekable(raw)
        if not sample.strip():
            raise Unreadable("is empty")
        encoding = encoding_of(sample)
        where = _Columns(told)
        for number, line in _lines(stream, encoding):
            if line is None:
                megabytes = MAX_DOCUMENT // MEGABYTE
                yield Reject(file.name, f"line {number}", f"the line is longer than {megabytes} MB, and no article is")
            elif line.strip():
                yield _record(file, number, line, where, encoding)


def rows(file: File) -> Iterator[tuple[int, dict[str, object] | str]]:
    """The objects of a .jsonl file, numbered from 1; in place of one that cannot be read, why."""
    with file.open() as raw:
        stream, sample = peekable(raw)
        encoding = encoding_of(sample)
        for number, line in _lines(stream, encoding):
            row = _decoded(line, encoding) if line and line.strip() else "is too long or empty"
            yield number, row if isinstance(row, dict | str) else "is no object with named fields"


def read_whole(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The records of a .json file: an array of objects, one object, or an object that holds one such array."""
    with file.open() as stream:
        data = whole(stream)
    try:
        rows = _rows(_decoder.decode(data.decode(encoding_of(data[:SAMPLE])).encode()))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(f"is no JSON ({error}); one object a line belongs into a .jsonl file") from error
    where = _Columns(told)
    for number, row in enumerate(rows, 1):
        yield where.record(file, number, row, ())


class _Columns:
    """Which field holds what; worked out anew only when an object has other fields than the one before."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self._told = told
        self._fields: tuple[str, ...] = ()
        self._where: dict[str, str] = {}

    def record(self, file: File, number: int, row: object, assumed: tuple[str, ...]) -> Record | Reject:
        if not isinstance(row, dict):
            return Reject(file.name, str(number), "is no object with named fields")
        if (fields := tuple(row)) != self._fields:
            try:
                self._where, self._fields = columns.roles(fields, self._told), fields
            except Unreadable as error:
                return Reject(file.name, str(number), str(error))
        made = columns.record(file.name, number, row, self._where)
        return columns.with_notes(made, assumed) if isinstance(made, Record) else made


def _record(file: File, number: int, line: bytes, where: _Columns, encoding: str) -> Record | Reject:
    row = _decoded(line, encoding)
    if isinstance(row, str):
        return Reject(file.name, f"line {number}", row)
    return where.record(file, number, row, note(encoding))


def _decoded(line: bytes, encoding: str) -> object:
    """What a line of JSON holds; why not, where it holds none (a bare string is no record either)."""
    try:
        row = _decoder.decode(line.decode(encoding, errors="replace"))
    except (msgspec.DecodeError, RecursionError) as error:
        return f"is no JSON object: {error}"
    return "is no object with named fields" if isinstance(row, str) else row


def _lines(stream: BinaryIO, encoding: str) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; null for one that is too long, which is skipped without being held."""
    if encoding.startswith(("utf-16", "utf-32")):
        text = io.TextIOWrapper(stream, encoding, errors="replace")
        yield from ((number, line.encode(encoding)) for number, line in enumerate(text, 1))
        return
    if encoding == "utf-8-sig":
        stream.read(3)
    number = 0
    while line := stream.readline(MAX_DOCUMENT + 1):
        number += 1
        if len(line) <= MAX_DOCUMENT:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_DOCUMENT)
        yield number, None


def _rows(data: object) -> list[object]:
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        return lists[0] if len(lists) == 1 else [data]
    return data if isinstance(data, list) else [data]
