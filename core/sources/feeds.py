"""RSS, RDF and Atom files: one record an item, streamed, without entities from outside or from its own DTD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core.model import Record, Reject
from core.sources import columns
from core.sources.files import File
from core.sources.limits import Unreadable

#: Elements by role, without their namespaces, the fullest first.
_ELEMENTS = {
    "text": ("encoded", "content", "description", "summary"),
    "title": ("title",),
    "published": ("pubDate", "published", "date", "issued", "created"),
    "author": ("creator", "author"),
    "url": ("link", "origLink"),
    "summary": ("description", "summary"),
    "item": ("guid", "id"),
    "section": ("category",),
}


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The items of a feed. Raises Unreadable where the file is XML of another kind, or none."""
    del told  # the elements of a feed have fixed names
    from lxml import etree

    number, outlet = 0, None
    with file.open() as stream:
        events = etree.iterparse(
            stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, recover=True
        )
        try:
            for _, element in events:
                kind = _local(element)
                if kind == "title" and outlet is None and _local(element.getparent()) in ("channel", "feed"):
                    outlet = _text(element)
                elif kind in ("item", "entry"):
                    number += 1
                    yield _record(file, number, element, outlet)
                    _forget(element)
        except etree.XMLSyntaxError as error:
            raise Unreadable(f"is no XML: {error}") from error
    if not number:
        raise Unreadable("is XML, but no RSS or Atom feed with items")


def _record(file: File, number: int, element: Any, outlet: str | None) -> Record | Reject:
    row: dict[str, object] = {"outlet": outlet}
    children: dict[str, list[Any]] = {}
    for child in element:
        children.setdefault(_local(child), []).append(child)
    for role, names in _ELEMENTS.items():
        for name in names:
            values = [value for child in children.get(name, ()) if (value := _value(child, role))]
            if values:
                row[role] = values[0]
                break
    row["tags"] = [value for child in children.get("category", ())[1:] if (value := _value(child, "tags"))]
    if row.get("summary") == row.get("text"):
        row.pop("summary", None)
    return columns.record(file.name, number, row, {role: role for role in row})


def _value(element: Any, role: str) -> str | None:
    """What an element says: its text, an Atom link's address, an Atom author's name."""
    if role == "url" and element.get("href"):
        return str(element.get("href")) if element.get("rel", "alternate") == "alternate" else None
    if role in ("section", "tags") and element.get("term"):
        return str(element.get("label") or element.get("term"))
    return _text(element)


def _text(element: Any) -> str | None:
    return "".join(element.itertext()).strip() or None


def _local(element: Any) -> str:
    """An element's name without its namespace; "" for none."""
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _forget(element: Any) -> None:
    """Free what was read: a feed may be longer than memory."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
