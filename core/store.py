"""An index on disk: Delta tables under one manifest.

    INDEX/index.json       which version of every table is served; replaced in one step
    INDEX/articles/ …      one Delta table per table of the contract, and `frames.LOOKUPS`
    INDEX/search/EDITION/  full text of articles and statements

A reader opens exactly the versions that the manifest names, so it sees a whole edition or the one before, whatever a
writer (`core.writing`) is doing or has failed to do. DuckDB asks the questions, over the files of those versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core import frames
from core.filters import Filters, chosen
from core.search import Search

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

#: The tables of an index: the contract's, and what is made from them.
SCHEMAS: dict[str, pa.Schema] = frames.TABLES | frames.LOOKUPS

#: Changes when an index written before can no longer be read.
FORMAT = 4

#: Rows that are handed on at once.
BATCH = 10_000

#: What full text holds of a row of these tables: the column of the id, and the columns of words.
SEARCHED = {
    "articles": ("article_id", ("title", "text", "summary", "captions")),
    "statements": ("statement_id", ("text",)),
}


class StoreError(Exception):
    """An index cannot be read or written: what, where, and what would be right."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an index serves. `edition` grows by one with every writing; `tables` names each table's Delta version."""

    format: int = FORMAT
    edition: int = 0
    built: str = ""
    sources: tuple[str, ...] = ()
    knowledge: str = ""
    tables: dict[str, int] = {}
    rows: dict[str, int] = {}


class Store:
    """An index opened for reading, at the edition that was served when it was opened. Threads may share it."""

    def __init__(self, path: Path) -> None:
        """Open the index at `path`. Raises StoreError where there is none, or one of another format."""
        self.path = path
        self.manifest = read_manifest(path)

    @property
    def edition(self) -> str:
        """Names what is served: two stores with the same edition answer the same."""
        return f"{self.path.resolve()}#{self.manifest.edition}#{self.manifest.built}"

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        import duckdb  # half a second, and not on the way to the first page
        from deltalake.exceptions import DeltaError

        connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
        try:
            for name, schema in SCHEMAS.items():
                _view(connection, name, self.files(name), self._empty.setdefault(name, schema.empty_table()))
        except (DeltaError, duckdb.Error, OSError) as error:
            raise StoreError(f"{self.path / name}: damaged ({error}); index anew into {self.path}") from error
        return connection

    @cached_property
    def _empty(self) -> dict[str, pa.Table]:
        """Tables without a row, kept alive for DuckDB."""
        return {}

    def files(self, table: str) -> list[str]:
        """The parquet files that hold `table` in this edition."""
        from deltalake import DeltaTable

        return list(DeltaTable(self.path / table, version=self.manifest.tables[table]).file_uris())

    def rows(self, table: str) -> int:
        """How many rows `table` holds."""
        return self.manifest.rows[table]

    def search(self, table: str) -> Search:
        """The full text of `table`: articles or statements."""
        return self._searches[table]

    @cached_property
    def _searches(self) -> dict[str, Search]:
        folder = self.path / "search" / str(self.manifest.edition)
        return {name: Search(folder / name) for name in SEARCHED}

    def ask(self, sql: str, filters: Filters | None = None, /, **values: object) -> pd.DataFrame:
        """The answer to `sql`, a constant with `$name` for every value.

        With `filters`, `sql` may select from `a`, `s` and `m` (see `core.filters.chosen`), and from `hit_articles`
        (id, score) where they ask for a text.
        """
        cursor = self._connection.cursor()
        try:
            return _frame(self._run(cursor, sql, filters, values))
        finally:
            cursor.close()

    def _run(
        self, cursor: duckdb.DuckDBPyConnection, sql: str, filters: Filters | None, values: Mapping[str, object]
    ) -> pa.Table:
        if filters is None:
            return cursor.sql(sql, params=dict(values)).to_arrow_table()
        clause = chosen(filters)
        if filters.text:
            for name in SEARCHED:
                cursor.register(f"hit_{name}", self.search(name).hits(filters.text))
        return cursor.sql(clause.sql + sql, params=clause.values | dict(values)).to_arrow_table()

    def find(self, table: str, article_id: str) -> Iterator[pa.RecordBatch]:
        """The rows of `table` that belong to one article, as they are kept."""
        wanted = pc.field("article_id") == article_id
        yield from pq.read_table(self.files(table), filters=wanted).to_batches() if self.files(table) else ()

    def batches(self, table: str) -> Iterator[pa.RecordBatch]:
        """The rows of `table`, a batch at a time."""
        for file in self.files(table):
            yield from pq.ParquetFile(file).iter_batches(BATCH)


def _view(connection: duckdb.DuckDBPyConnection, name: str, files: list[str], empty: pa.Table) -> None:
    """The table `name` as its files hold it. An article has one more column, its `place`, which `named` tells it by."""
    if name != "articles":
        (connection.read_parquet(files) if files else connection.from_arrow(empty)).create_view(name)
    elif not files:
        connection.from_arrow(empty).project("*, 0 AS place").create_view(name)
    elif len(files) == 1:
        placed = connection.read_parquet(files, file_row_number=True)
        placed.project("* EXCLUDE file_row_number, file_row_number::INT AS place").create_view(name)
    else:
        raise OSError("articles in more than one file have no place")


def _frame(table: pa.Table) -> pd.DataFrame:
    """The pandas frame of an answer, each column of one kind whether or not anything is missing in it."""
    import pandas as pd

    columns: dict[str, Any] = {}
    for name, column in zip(table.column_names, table.columns, strict=True):
        if pa.types.is_string(column.type) or pa.types.is_null(column.type):
            columns[name] = pd.array(column.to_pylist(), dtype="str")
        elif pa.types.is_list(column.type):
            columns[name] = pd.Series(column.to_pylist(), dtype="object")
        elif pa.types.is_date(column.type):
            columns[name] = column.cast(pa.timestamp("s")).to_pandas()
        else:
            columns[name] = column.to_pandas()
    return pd.DataFrame(columns, columns=table.column_names)


def read_manifest(path: Path) -> Manifest:
    """The manifest of the index at `path`. Raises StoreError, saying what would be right."""
    if not path.is_dir():
        raise StoreError(f"{path}: no such index; make one with: python -m core index SOURCE --out {path}")
    try:
        manifest = msgspec.json.decode((path / "index.json").read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise StoreError(
            f"{path}: not an index (no index.json in it); make one with: python -m core index SOURCE --out {path}"
        ) from None
    except msgspec.MsgspecError as error:
        raise StoreError(f"{path / 'index.json'}: damaged ({error}); index anew into {path}") from error
    if manifest.format != FORMAT:
        raise StoreError(f"{path}: written in format {manifest.format}, this is format {FORMAT}; index anew")
    return manifest
