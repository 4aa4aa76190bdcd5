"""Files in, records out: any source of Arabic news, one record a story as the source holds it.

What cannot be read becomes a `Reject` that says what is wrong, where, and what would be right; the rest is read all the
same. Everything streams: no more than one document is held at a time.
"""

from __future__ import annotations

import csv
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from core.model import Record, Reject
from core.sources import beside, columns, crawls, feeds, lines, packed, pages, parquets, plain, sheets
from core.sources.columns import UnknownRole
from core.sources.files import File, on_disk, walk
from core.sources.limits import Unreadable

__all__ = ["UnknownRole", "read"]

Reader = Callable[[File, Mapping[str, str]], Iterator[Record | Reject]]

#: How a file is read, by the ending of its name.
READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".md": plain.read,
    "": plain.read,
    ".jsonl": lines.read,
    ".ndjson": lines.read,
    ".json": lines.read_whole,
    ".csv": sheets.read,
    ".tsv": sheets.read,
    ".parquet": parquets.read,
    ".html": pages.read,
    ".htm": pages.read,
    ".xml": feeds.read,
    ".rss": feeds.read,
    ".atom": feeds.read,
    ".rdf": feeds.read,
    ".warc": crawls.read,
}

#: What a damaged or hostile file can raise in the libraries that read it.
_DAMAGED = (
    OSError,
    EOFError,
    UnicodeError,
    zlib.error,
    zipfile.BadZipFile,
    csv.Error,
    NotImplementedError,
    RuntimeError,
)


def read(paths: Iterable[Path | str], mapping: Mapping[str, str] | None = None) -> Iterator[Record | Reject]:
    """The records of these files and folders, and what was set aside.

    `mapping` names the columns of tables that should not be guessed: {"text": "body", "date": "published"}.
    Raises UnknownRole where it names something that no column can be.
    """
    told = columns.checked(mapping)
    return _read_all([Path(path) for path in paths], told)


def _read_all(paths: list[Path], told: Mapping[str, str]) -> Iterator[Record | Reject]:
    seen: set[Path] = set()
    for path in paths:
        for file in _files(path, told, seen):
            yield from [file] if isinstance(file, Reject) else _read(file, told)


def _files(path: Path, told: Mapping[str, str], seen: set[Path]) -> Iterator[File | Reject]:
    """Every file that `path` means and that was not `seen`, named in the index relative to `path`."""
    if path.is_dir():
        yield from _in_folder(path, told, seen)
        if next(walk(path), None) is None:
            yield Reject(path.name, None, "the folder holds no file")
    elif not path.exists():
        yield Reject(path.name or str(path), None, f"there is no file or folder {path}")
    elif (real := path.resolve()) not in seen:
        seen.add(real)
        yield on_disk(path, path.name)


def _in_folder(root: Path, told: Mapping[str, str], seen: set[Path]) -> Iterator[File | Reject]:
    """The files below a folder, with what a table beside them says."""
    table: beside.Table | None = None
    for path in walk(root):
        name = path.relative_to(root)
        if table is None or table.folder != path.parent:
            table = beside.Table(path.parent, name.parent, told)
            yield from table.problems
        if path != table.path and (real := path.resolve()) not in seen:
            seen.add(real)
            yield on_disk(path, name.as_posix(), table.facts.get(path.name))


def _distinct(found: Iterator[Record | Reject]) -> Iterator[Record | Reject]:
    """The same, each record of a file with an item of its own: an id given again gets its record's number behind it."""
    seen: set[int] = set()  # hashes alone: a file may hold a million ids
    for number, record in enumerate(found, 1):
        if isinstance(record, Record) and record.item is not None:
            if hash(record.item) in seen:
                record = replace(record, item=f"{record.item}#{number}")
            seen.add(hash(record.item))
        yield record


def _read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The records of one file, or of what it holds inside."""
    try:
        if file.kind == ".gz":
            yield from _read(packed.gunzipped(file), told)
        elif file.kind == ".zip":
            for member in packed.members(file):
                yield from [member] if isinstance(member, Reject) else _read(member, told)
        elif reader := READERS.get(file.kind):
            yield from _distinct(reader(file, told))
        else:
            known = " ".join(sorted(filter(None, (*READERS, ".gz", ".zip"))))
            yield Reject(file.name, None, f"{file.kind} is no kind of file we read ({known})")
    except Unreadable as error:
        yield Reject(file.name, None, " ".join(str(error).split()))
    except _DAMAGED as error:
        yield Reject(file.name, None, f"is damaged or no {file.kind or 'text'} file: {error or type(error).__name__}")
