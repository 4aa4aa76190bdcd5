"""Tables taken away: CSV that a spreadsheet opens safely, parquet and JSON lines as they are.

A CSV begins with a byte-order mark, or a spreadsheet garbles the Arabic; its lists are joined with "; "; and a cell
that a spreadsheet would run as a formula gets an apostrophe in front. `unguarded` takes it off again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from core.store import SCHEMAS

if TYPE_CHECKING:
    import pandas as pd

#: How a cell begins that a spreadsheet reads as a formula; one that is guarded, or looks it, is guarded once more.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class Format(StrEnum):
    """How a table is written."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet runs.

    >>> guarded("=1+1"), guarded("نعم")
    ("'=1+1", 'نعم')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a guarded cell.

    >>> unguarded("'=1+1"), unguarded("'نعم'")
    ('=1+1', "'نعم'")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """The frame as a CSV file for spreadsheets; what is missing is an empty cell."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([guarded(str(name)) for name in frame.columns])
    writer.writerows(zip(*(_cells(frame[name]) for name in frame.columns), strict=True))
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _cells(column: pd.Series) -> list[str]:
    """The cells of one column; a number is no text, so its minus sign stays bare."""
    import pandas as pd

    numeric = pd.api.types.is_numeric_dtype(column)
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    return [_cell(value, numeric) for value in column.tolist()]


def _cell(value: object, numeric: bool) -> str:
    if isinstance(value, list | tuple):
        return guarded("; ".join(str(item) for item in value))
    if value is None or value != value:
        return ""
    return str(value) if numeric else guarded(str(value))


def parquet_bytes(frame: pd.DataFrame, schema: pa.Schema | None = None) -> bytes:
    """The frame as one parquet file, in `schema` where it is a table of the contract."""
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(frame, schema=schema, preserve_index=False).replace_schema_metadata(), sink)
    return bytes(sink.getvalue())


def jsonl_bytes(frame: pd.DataFrame) -> bytes:
    """The frame as JSON lines, UTF-8; what is missing is null, a day is an ISO day."""
    import msgspec

    lines = [msgspec.json.encode(_plain(row)) for row in frame.to_dict("records")]
    return b"".join(line + b"\n" for line in lines)


def _plain(row: Mapping[Any, object]) -> dict[str, object]:
    import pandas as pd

    plain: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, list):
            plain[name] = value
        elif value is None or value != value:
            plain[name] = None
        else:
            plain[name] = value.date() if isinstance(value, pd.Timestamp) else value
    return plain


def table_bytes(name: str, frame: pd.DataFrame, form: Format) -> bytes:
    """A table of an index in the format asked for."""
    if form is Format.PARQUET:
        return parquet_bytes(frame, SCHEMAS[name])
    writers: dict[Format, Callable[[pd.DataFrame], bytes]] = {Format.CSV: csv_bytes, Format.JSONL: jsonl_bytes}
    return writers[form](frame)
