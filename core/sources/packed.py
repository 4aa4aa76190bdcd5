"""What is inside .gz and .zip files: read where it lies, never unpacked to disk, and never past a limit."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from core.model import Reject
from core.sources.files import File, is_hidden, kind_of
from core.sources.limits import MAX_MEMBERS, MEGABYTE, SMALL, Unreadable, limited

#: An archive inside an archive is opened; anything deeper is how bombs are built.
MAX_DEPTH = 2


def gunzipped(file: File) -> File:
    """The one file inside a .gz."""
    if file.depth >= MAX_DEPTH:
        raise Unreadable("is an archive inside archives in an archive; unpack it first")

    def unpacked() -> BinaryIO:
        packed = file.open()
        return limited(cast("BinaryIO", gzip.GzipFile(fileobj=packed)), file.size, packed)

    return replace(file, open=unpacked, kind=kind_of(file.name.removesuffix(".gz")), depth=file.depth + 1)


def members(file: File) -> Iterator[File | Reject]:
    """The files inside a .zip, by name, as if it were a folder. Names that point out of it are rejects."""
    if file.depth >= MAX_DEPTH:
        raise Unreadable("is an archive inside archives in an archive; unpack it first")
    with file.open() as stream, zipfile.ZipFile(_seekable(stream)) as archive:
        infos = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
        if len(infos) > MAX_MEMBERS:
            raise Unreadable(f"holds {len(infos):,} files; {MAX_MEMBERS:,} are read at most: split it")
        for info in infos:
            path = PurePosixPath(info.filename.replace("\\", "/"))
            name = f"{file.name}/{path}"
            if path.is_absolute() or ".." in path.parts:
                yield Reject(name, None, "its name points out of the archive")
            elif info.flag_bits & 1:
                yield Reject(name, None, "is encrypted; unpack it first")
            elif not any(map(is_hidden, path.parts)):
                yield File(name, partial(_open, archive, info), info.file_size, kind_of(name), depth=file.depth + 1)


def _seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself on disk; in memory where it lies inside another archive, since a zip is read from its end."""
    if stream.seekable():
        return stream
    data = stream.read(SMALL + 1)
    if len(data) > SMALL:
        raise Unreadable(f"is an archive inside an archive, and longer than {SMALL // MEGABYTE} MB: unpack it first")
    return io.BytesIO(data)


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return limited(cast("BinaryIO", archive.open(info)), info.compress_size)
