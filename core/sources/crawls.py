"""WARC files, as crawlers write them: every page that was answered with HTML is one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from core.model import Basis, Period, Published, Record, Reject
from core.sources import pages
from core.sources.files import File
from core.sources.limits import MAX_DOCUMENT, MEGABYTE, Unreadable


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The pages of a crawl, named by their addresses. What is no page (pictures, scripts, answers of 404) is passed."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    del told  # a page has no columns
    with file.open() as stream:
        try:
            for entry in ArchiveIterator(stream, arc2warc=True):
                if _is_page(entry):
                    yield _record(file, entry)
        except ArchiveLoadFailed as error:
            raise Unreadable(f"is no WARC file: {error}") from error


def _is_page(entry: Any) -> bool:
    if entry.rec_type not in ("response", "resource"):
        return False
    headers = entry.http_headers
    kind = (headers or entry.rec_headers).get_header("Content-Type") or ""
    answered = headers is None or headers.get_statuscode() == "200"
    return answered and ("html" in kind or not kind)


def _record(file: File, entry: Any) -> Record | Reject:
    address = entry.rec_headers.get_header("WARC-Target-URI") or ""
    data = entry.content_stream().read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        return Reject(file.name, address, f"the page is longer than {MAX_DOCUMENT // MEGABYTE} MB")
    try:
        made = pages.record(file, data, {"url": address})
    except Unreadable as error:
        return Reject(file.name, address, str(error))
    if isinstance(made, Reject):
        return replace(made, item=address)
    return replace(_dated(made, entry.rec_headers.get_header("WARC-Date")), item=address)


def _dated(made: Record, fetched: str | None) -> Record:
    """The record with the day it was fetched as the last on which it can have been published, if it says none."""
    if made.published.basis is not Basis.NONE or not fetched:
        return made
    try:
        last = date.fromisoformat(fetched[:10])
    except ValueError:
        return made
    return replace(made, published=Published(Period(None, last), Basis.METADATA, f"WARC-Date {fetched}"))
