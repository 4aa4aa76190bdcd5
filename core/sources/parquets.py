"""Parquet tables, read a few rows at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from core.model import Record, Reject
from core.sources import columns
from core.sources.files import File
from core.sources.limits import MEGABYTE, Unreadable

#: Parquet is read from its end, so one inside an archive is held in memory whole.
MAX_HELD = 512 * MEGABYTE
_ROWS = 64


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The rows of a table as records."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with file.open() as stream:
        source = stream if stream.seekable() else io.BytesIO(stream.read(MAX_HELD + 1))
        if isinstance(source, io.BytesIO) and source.getbuffer().nbytes > MAX_HELD:
            raise Unreadable(f"is packed, and longer than {MAX_HELD // MEGABYTE} MB: unpack it first")
        try:
            table = pq.ParquetFile(source)
            where = columns.roles(table.schema_arrow.names, told)
            number = 0
            for batch in table.iter_batches(_ROWS, columns=sorted(set(where.values()))):
                for row in batch.to_pylist():
                    number += 1
                    yield columns.record(file.name, number, row, where)
        except pa.ArrowException as error:
            raise Unreadable(f"is damaged or no Parquet file: {error}") from error
