"""How an index is written: rows as they come, and in the end all tables at once under a new manifest (`core.store`).

One writer at a time; nothing that is served changes before `Writer.publish`, and what a killed writer left behind, the
next one removes.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core import frames
from core.actors.agreement import Agreed, Met, Spelt
from core.duplicates import Tellings
from core.search import Builder
from core.store import BATCH, SEARCHED, Manifest, Store, StoreError, read_manifest

if TYPE_CHECKING:
    import duckdb

    from core.model import Actor

#: So many reasons are told where nothing could be read.
_REASONS = 3

#: Rows that are read or passed over together: few enough that a page of the newest reads little.
_ROW_GROUP = 20_000

#: A table is one file however large, so that a row's number in it is its place.
_ONE_FILE = 2**40

#: How rows are kept: the newest together, since a date filter then passes over most of a file; else by article.
_KEPT = {
    "articles": "published_to DESC NULLS LAST, published_from DESC NULLS LAST, article_id",
    "mentions": "article_id, field, start, actor_id",
    "dates": "article_id, field, start",
    "statements": "said_to DESC NULLS LAST, said_from DESC NULLS LAST, article_id, start, statement_id",
    "rejects": "source_file, item, reason",
}


class Writer:
    """Takes documents as they come, batch by batch, and in the end makes them an index; see `writing`.

    `tellings` finds which of the articles taken tell another again.
    """

    def __init__(self, path: Path, spool: Path) -> None:
        self._path = path
        self._spool = spool
        self._files = {
            name: pq.ParquetWriter(spool / f"{name}.parquet", schema, compression="lz4")  # read once, and soon
            for name, schema in frames.TABLES.items()
        }
        self._actors: dict[str, dict[str, object]] = {}
        self._articles: set[str] = set()
        self._sources: set[str] = set()
        self._assumed: Counter[tuple[str, str]] = Counter()
        self._reasons: list[str] = []
        self._searches = {name: Builder(spool / "search" / name) for name in SEARCHED}
        self.tellings = Tellings()
        self.rows = dict.fromkeys(frames.TABLES, 0)

    def add(
        self,
        tables: Mapping[str, pa.Table],
        actors: Iterable[Actor] = (),
        assumed: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        """Take some rows of each table, who their ids are, and what reading them assumed, by source and note."""
        self._assumed.update(assumed or {})
        if len(self._reasons) < _REASONS:
            self._reasons += [f"{row['source_file']}: {row['reason']}" for row in tables["rejects"].to_pylist()]
        for name, table in tables.items():
            self._take(name, table)
        self._articles.update(tables["articles"]["article_id"].to_pylist())
        for name in ("articles", "rejects"):
            self._sources.update(tables[name]["source_file"].to_pylist())
        for actor in actors:
            self._actors.setdefault(actor.actor_id, _actor_row(actor))

    def keep(self, served: Store) -> None:
        """Take what `served` holds and was not added anew: articles by their id, rejects by their source file."""
        for name in frames.TABLES:
            column, fresh = ("source_file", self._sources) if name == "rejects" else ("article_id", self._articles)
            known = pa.array(sorted(fresh), pa.string())
            for batch in served.batches(name):
                self._take(name, pa.table(batch).filter(pc.invert(pc.is_in(batch.column(column), known))))
        for batch in served.batches("actors"):
            for row in batch.to_pylist():
                self._actors.setdefault(row["actor_id"], row)
        for batch in served.batches("assumed"):
            for row in batch.to_pylist():
                if row["source_file"] not in self._sources:
                    self._assumed[row["source_file"], row["note"]] = row["records"]

    def _take(self, name: str, table: pa.Table) -> None:
        """Write rows to the spool; what can be done with a row alone is done while others are still being read."""
        self._files[name].write_table(table)
        self.rows[name] += table.num_rows
        if name in SEARCHED:
            key, columns = SEARCHED[name]
            for row in table.select([key, *columns]).to_pylist():
                self._searches[name].add(row[key], "\n".join(row[column] or "" for column in columns))
        if name == "articles":
            for row in table.select(["article_id", "published_on", "text"]).to_pylist():
                self.tellings.add(*row.values())

    def met(self) -> Iterator[Met]:
        """Those whom the knowledge doesn't hold, under each of their labels; nothing can be added after."""
        return map(Met._make, self._counted("actor_id, actor, kind", "starts_with(actor_id, 'new-')"))

    def spelt(self) -> Iterator[Spelt]:
        """The persons whom it holds, under each wording of several words; nothing can be added after."""
        persons = "kind = 'person' AND NOT starts_with(actor_id, 'new-') AND contains(surface, ' ')"
        return map(Spelt._make, self._counted("actor_id, surface", persons))

    def _counted(self, columns: str, where: str) -> list[tuple[Any, ...]]:
        """The different values of these columns of the mentions taken, and in how many articles each stands."""
        self._close()
        with _sorter(self._spool) as connection:
            mentions = connection.read_parquet(str(self._spool / "mentions.parquet")).filter(where)
            return mentions.aggregate(f"{columns}, count(DISTINCT article_id)", columns).fetchall()

    def stop(self) -> None:
        """Let go of the spool, published or not."""
        self._close()
        for builder in self._searches.values():
            builder.stop()

    def _close(self) -> None:
        for file in self._files.values():
            file.close()

    def publish(
        self,
        sources: Iterable[str],
        knowledge: str = "",
        duplicates: Mapping[str, str] | None = None,
        agreed: Mapping[str, Agreed] | None = None,
    ) -> Manifest:
        """Make what was taken the index that is served, all tables at once: with what the corpus says of which
        article tells another again (`core.duplicates`), and of who is who (`core.actors.agreement`).

        Raises StoreError, and changes nothing, where no article was taken and the index that is served holds some.
        """
        self._close()
        served = _served(self._path)
        if served.rows.get("articles") and not self.rows["articles"]:
            why = "; ".join(self._reasons[:_REASONS]) or "there was nothing to read"
            raise StoreError(
                f"{self._path}: no article was found ({why}); the index there, of {served.rows['articles']:,} articles,"
                " was left as it is. To replace it all the same, remove the folder first"
            )
        names = _names(agreed or {})
        for actor_id, one in (agreed or {}).items():
            row = self._actors.pop(actor_id, None)
            if row and one.actor_id == actor_id:
                self._actors[actor_id] = row | {"actor": one.label}
        edition = served.edition + 1
        rows = [row for _, row in sorted(self._actors.items())]
        actors = pa.Table.from_pylist(rows, schema=frames.ACTORS)
        named = self._named(names)
        tables = {name: self._table(name, duplicates or {}, names) for name in frames.TABLES}
        assumed = self._assumed_table()
        tables |= {"actors": actors.to_reader(), "named": named.to_reader(), "assumed": assumed.to_reader()}
        manifest = Manifest(
            edition=edition,
            built=datetime.now(UTC).isoformat(timespec="seconds"),
            sources=tuple(sources),
            knowledge=knowledge,
            tables={name: _write_delta(self._path / name, reader) for name, reader in tables.items()},
            rows={**self.rows, "actors": actors.num_rows, "named": named.num_rows, "assumed": assumed.num_rows},
        )
        self._publish_search(self._path / "search" / str(edition))
        _replace(self._path / "index.json", msgspec.json.format(msgspec.json.encode(manifest), indent=2))
        _tidy(self._path, served, manifest)
        return manifest

    def _publish_search(self, folder: Path) -> None:
        """Move the full text, which was written beside the rows, to where its edition stands."""
        shutil.rmtree(folder, ignore_errors=True)  # of a writer that was killed
        for builder in self._searches.values():
            builder.close()
        folder.parent.mkdir(exist_ok=True)
        (self._spool / "search").rename(folder)

    def _table(self, name: str, duplicates: Mapping[str, str], names: pa.Table) -> pa.RecordBatchReader:
        """The rows of a table in the order in which they are kept, however many they are."""
        batches: Iterable[pa.RecordBatch] = _sorted(self._spool / f"{name}.parquet", _KEPT[name])
        if name == "articles" and duplicates:
            batches = (_marked(batch, duplicates) for batch in batches)
        if name in _IDS and names.num_rows:
            batches = (_settled(batch, names, *_IDS[name]) for batch in batches)
        return pa.RecordBatchReader.from_batches(frames.TABLES[name], (b.cast(frames.TABLES[name]) for b in batches))

    def _assumed_table(self) -> pa.Table:
        """What was assumed of which source, and how often."""
        rows = [{"source_file": s, "note": note, "records": n} for (s, note), n in sorted(self._assumed.items())]
        return pa.Table.from_pylist(rows, schema=frames.ASSUMED)

    def _named(self, names: pa.Table) -> pa.Table:
        """Who is named in which article, those of one actor together."""
        sql = f"""
            WITH placed AS (
                SELECT article_id, published_on, row_number() OVER (ORDER BY {_KEPT["articles"]}) - 1 AS place
                FROM articles)
            SELECT place, coalesce(new, actor_id) AS actor_id, any_value(kind) AS kind, count(*)::INT AS mentions,
                   any_value(published_on) AS published_on
            FROM mentions JOIN placed USING (article_id) LEFT JOIN names ON actor_id = old
            GROUP BY place, coalesce(new, actor_id) ORDER BY actor_id, place
        """  # noqa: S608 - constants
        with _sorter(self._spool) as connection:
            connection.register("names", names)
            for name in ("mentions", "articles"):
                connection.read_parquet(str(self._spool / f"{name}.parquet")).create_view(name)
            return connection.sql(sql).to_arrow_table().cast(frames.NAMED)


def _served(path: Path) -> Manifest:
    """What the index at `path` serves; nothing where there is none, or one that nobody could open."""
    try:
        return read_manifest(path)
    except StoreError:
        return Manifest()


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A writer for the index at `path`, made where there is none. Only `Writer.publish` changes what is served.

    Raises StoreError where `path` is a file or a folder of something else, or where someone else is writing to it.
    """
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path}: is a file; an index is a folder")
    if path.is_dir() and not (path / "index.json").exists() and not (path / ".lock").exists() and any(path.iterdir()):
        raise StoreError(f"{path}: holds other things and no index; name a new folder")
    path.mkdir(parents=True, exist_ok=True)
    spool = path / ".spool"
    with _locked(path):
        shutil.rmtree(spool, ignore_errors=True)  # of a writer that was killed
        spool.mkdir()
        writer = Writer(path, spool)
        try:
            yield writer
        finally:
            writer.stop()
            shutil.rmtree(spool, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Only one writer at a time; the lock goes with the process that holds it, however it ends."""
    with (path / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoreError(f"{path}: another process is writing this index; wait for it, or name another") from None
        yield


@contextmanager
def _sorter(spool: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection for a writer; what does not fit into memory waits in the spool."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"temp_directory": str(spool / "sorting")})
    try:
        yield connection
    finally:
        connection.close()


def _sorted(file: Path, order: str) -> Iterator[pa.RecordBatch]:
    """The rows of a parquet file in order."""
    with _sorter(file.parent) as connection:
        yield from connection.read_parquet(str(file)).order(order).to_arrow_reader(BATCH)


def _marked(batch: pa.RecordBatch, duplicates: Mapping[str, str]) -> pa.RecordBatch:
    """The articles with `duplicate_of` filled."""
    ids = batch.column("article_id").to_pylist()
    column = pa.array([duplicates.get(article_id) for article_id in ids], pa.string())
    return batch.set_column(batch.schema.get_field_index("duplicate_of"), "duplicate_of", column)


#: Where the tables name actors: the column of ids, that of labels, that of lists of ids.
_IDS = {"mentions": ("actor_id", "actor", None), "statements": ("speaker_id", "speaker", "about")}


def _names(agreed: Mapping[str, Agreed]) -> pa.Table:
    """What the corpus agrees on as a table: the old id, the new one, the label."""
    rows = [{"old": old, "new": one.actor_id, "label": one.label} for old, one in sorted(agreed.items())]
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in ("old", "new", "label")]))


def _settled(batch: pa.RecordBatch, names: pa.Table, ids: str, labels: str, lists: str | None) -> pa.RecordBatch:
    """The rows with the ids and labels that the corpus agrees on."""
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    places = pc.index_in(columns[ids], value_set=names["old"])
    columns[labels] = _replaced(columns[labels], places, names["label"])
    columns[ids] = _replaced(columns[ids], places, names["new"])
    if lists:
        flat = columns[lists].flatten()
        ends = pc.cumulative_sum(columns[lists].value_lengths())
        offsets = pa.concat_arrays([pa.array([0], ends.type), ends])
        flat = _replaced(flat, pc.index_in(flat, value_set=names["old"]), names["new"])
        columns[lists] = pa.ListArray.from_arrays(offsets, flat)
    return pa.RecordBatch.from_pydict(columns)


def _replaced(column: pa.Array, places: pa.Array, values: pa.ChunkedArray) -> pa.Array:
    """The column with the value that `places` points to, where it points to one."""
    return pc.if_else(pc.is_valid(places), values.combine_chunks().take(places), column)


def _actor_row(actor: Actor) -> dict[str, object]:
    return {
        "actor_id": actor.actor_id,
        "actor": actor.label,
        "actor_en": actor.label_en,
        "kind": actor.kind.value,
        "country_id": actor.country_id,
        "known": actor.known,
    }


def _write_delta(path: Path, reader: pa.RecordBatchReader) -> int:
    """Replace the rows of the Delta table at `path` in one commit; the version that holds them."""
    from deltalake import DeltaTable, WriterProperties, write_deltalake

    properties = WriterProperties(compression="ZSTD", max_row_group_size=_ROW_GROUP)
    write_deltalake(
        path,
        reader,
        mode="overwrite",
        schema_mode="overwrite",
        writer_properties=properties,
        target_file_size=_ONE_FILE,
    )
    return DeltaTable(path).version()


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old or the new one, and never half."""
    draft = path.with_suffix(".new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _tidy(path: Path, before: Manifest, now: Manifest) -> None:
    """Remove the files of editions no longer served; those of the one before stay, for whoever has it open."""
    from deltalake import DeltaTable

    for name, version in now.tables.items():
        keep = [version, *([before.tables[name]] if name in before.tables else [])]
        DeltaTable(path / name).vacuum(
            retention_hours=0, dry_run=False, enforce_retention_duration=False, full=True, keep_versions=keep
        )
    for folder in (path / "search").iterdir():
        if folder.name not in (str(before.edition), str(now.edition)):
            shutil.rmtree(folder)
