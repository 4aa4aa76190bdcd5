"""Which files a source argument means, and one way to open them wherever they lie."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from core.model import Reject
from core.sources.decode import SAMPLE


@dataclass(frozen=True, slots=True)
class File:
    """One file to read: `name` as the index shows it, relative to the source it came with.

    `kind` is the ending that says how to read it, "" where the name has none; `facts` is what a table beside it says
    of it, by role; `depth` counts the archives around it.
    """

    name: str
    open: Callable[[], BinaryIO]
    size: int
    kind: str
    facts: Mapping[str, object] = field(default_factory=dict)
    depth: int = 0


def kind_of(name: str) -> str:
    """The last ending of a file's name, in lower case.

    >>> kind_of("news/a.jsonl.GZ"), kind_of("notes")
    ('.gz', '')
    """
    return PurePosixPath(name).suffix.lower()


def on_disk(path: Path, name: str, facts: Mapping[str, object] | None = None) -> File | Reject:
    """A file of this machine; a reject where it cannot even be looked at."""
    try:
        size = path.stat().st_size
    except OSError as error:
        return Reject(name, None, f"cannot be read: {error.strerror}")
    return File(name, lambda: path.open("rb"), size, kind_of(name), facts or {})


#: What systems leave in folders, and nobody means.
LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini"})


def is_hidden(name: str) -> bool:
    """True of a file or folder that no one put there to be read."""
    return name.startswith((".", "__MACOSX")) or name.lower() in LEFT_BEHIND


def walk(folder: Path) -> Iterator[Path]:
    """Every file below `folder` in the order of its path; hidden ones and links out of it are left alone."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        yield from (Path(here) / name for name in sorted(files) if not is_hidden(name))


def peekable(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """The stream, and how it begins, nothing being lost."""
    buffered = io.BufferedReader(stream, SAMPLE)  # type: ignore[type-var]
    return buffered, buffered.peek(SAMPLE)[:SAMPLE]
