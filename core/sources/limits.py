"""How much is read before a source is taken for a mistake or an attack, and the errors that say so."""

from __future__ import annotations

import io
from typing import BinaryIO

MEGABYTE = 1 << 20

#: The longest single document or line. A long book has 2 MB; no article has 10.
MAX_DOCUMENT = 10 * MEGABYTE

#: A packed file may grow so many times its size, or to SMALL, whichever is more. Arabic JSON packs 5 to 8 times.
MAX_RATIO = 200
SMALL = 64 * MEGABYTE

#: Members of one zip file, and members inside members.
MAX_MEMBERS = 1_000_000


class Unreadable(Exception):
    """A whole file that cannot be read; its text says what is wrong and what would be right."""


class Limited(io.RawIOBase):
    """A stream that refuses to give more than `most` bytes: what a packed file unpacks to.

    Raises Unreadable past that, so that a bomb costs no more than the limit.
    """

    def __init__(self, stream: BinaryIO, most: int, beneath: BinaryIO | None = None) -> None:
        self._stream = stream
        self._beneath = beneath
        self._left = most
        self._most = most

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` from the stream, counting."""
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(
                f"unpacks to more than {self._most // MEGABYTE} MB, {MAX_RATIO} times its size: taken for a bomb"
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the streams beneath too."""
        self._stream.close()
        if self._beneath:
            self._beneath.close()
        super().close()


def limited(stream: BinaryIO, packed_size: int, beneath: BinaryIO | None = None) -> BinaryIO:
    """`stream`, buffered, allowed to give what a packed file of `packed_size` bytes may hold.

    `beneath` is the file it is unpacked from, closed with it.
    """
    return io.BufferedReader(Limited(stream, max(SMALL, packed_size * MAX_RATIO), beneath), 1 << 16)


def whole(stream: BinaryIO) -> bytes:
    """Everything in `stream`; raises Unreadable where that is more than one document can be."""
    data = stream.read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        raise Unreadable(f"is longer than {MAX_DOCUMENT // MEGABYTE} MB, and no article is: split it, one story a file")
    return data


def filled(stream: BinaryIO) -> bytes:
    """As `whole`, and Unreadable where there is nothing but white space."""
    data = whole(stream)
    if not data.strip():
        raise Unreadable("is empty")
    return data
