"""From a row of a table to a record: which column holds what, guessed from its name or told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from core.knowledge import columns as knowledge
from core.model import Record, Reject
from core.sources.days import published
from core.sources.decode import mended
from core.sources.files import File
from core.sources.limits import Unreadable

#: What `--map` may name: the roles of the knowledge, and "date", which is how most people call `published`.
ROLES = ("text", "title", "published", "outlet", "author", "url", "section", "tags", "summary", "item", "file")
_SAME = {"date": "published", "id": "item"}


class UnknownRole(ValueError):
    """A mapping names something that no column can be."""


def checked(mapping: Mapping[str, str] | None) -> dict[str, str]:
    """`mapping` from role to column, roles by their own names. Raises UnknownRole."""
    told = {_SAME.get(role, role): column for role, column in (mapping or {}).items()}
    if unknown := sorted(set(told) - set(ROLES)):
        raise UnknownRole(f"no column can be {', '.join(unknown)}; it can be {', '.join((*ROLES, *_SAME))}")
    return told


def roles(header: Iterable[str], told: Mapping[str, str]) -> dict[str, str]:
    """Which column of `header` holds what. Raises Unreadable where a column that was told is not there."""
    columns = [name for name in header if name]
    by_key = {knowledge.key(name): name for name in reversed(columns)}
    found: dict[str, str] = {}
    for role, names in knowledge.names().items():
        if role in told:
            if told[role] not in columns:
                raise Unreadable(f"has no column {told[role]!r}; it has {', '.join(columns)}")
            found[role] = told[role]
        elif hit := next((by_key[name] for name in names if name in by_key), None):
            found[role] = hit
    taken = set(told.values())
    return {role: column for role, column in found.items() if role in told or column not in taken}


def record(source_file: str, number: int, row: Mapping[str, object], where: Mapping[str, str]) -> Record | Reject:
    """One row as a record; a reject where it holds no text. `number` stands in where the row has no id of its own."""
    item = _text(row.get(where["item"])) if "item" in where else None
    item = item or str(number)
    body = _text(row.get(where["text"])) if "text" in where else None
    if not body:
        said = f"in column {where['text']!r}" if "text" in where else f"column (columns: {', '.join(map(str, row))})"
        return Reject(source_file, item, f"no text {said}; name it with --map text=COLUMN")
    body, put_right = mended(body)
    damage = (*put_right, *(("unreadable bytes in the text",) if "\ufffd" in body else ()))
    day, notes = published(_scalar(row.get(where["published"])) if "published" in where else None)
    return Record(
        source_file=source_file,
        item=item,
        text=body,
        title=mended(_of(row, where, "title") or "")[0] or None,
        outlet=_of(row, where, "outlet"),
        author=_of(row, where, "author"),
        url=_of(row, where, "url"),
        section=_of(row, where, "section"),
        summary=_of(row, where, "summary"),
        tags=_tags(row.get(where["tags"])) if "tags" in where else (),
        published=day,
        assumed=(*damage, *notes),
    )


def beside(file: File) -> dict[str, object]:
    """What is known of a file from outside it, by role."""
    return {role: value for role, value in file.facts.items() if value not in (None, "")}


def with_notes(made: Record, assumed: tuple[str, ...], **known: str | None) -> Record:
    """`made` with further notes of what was assumed, and what else is `known` of it."""
    return replace(made, assumed=(*assumed, *made.assumed), **known)


def _scalar(value: object) -> object:
    """A value as it is, and of an object the text within."""
    return _text(value) if isinstance(value, dict) else value


def with_notes_of(made: Record | Reject, note: str) -> Record | Reject:
    """`made`, and a note where it is a record."""
    return with_notes(made, (note,)) if isinstance(made, Record) else made


def _of(row: Mapping[str, object], where: Mapping[str, str], role: str) -> str | None:
    return _text(row.get(where[role])) if role in where else None


#: Where an object in place of a text holds it: WordPress, NewsAPI, MongoDB, XML made into JSON.
_WITHIN = ("rendered", "name", "title", "value", "text", "#text", "$oid", "$date")


def _text(value: object) -> str | None:
    """A cell as text; null where it is empty. Lists of texts are joined; of an object, what it holds of a text."""
    if isinstance(value, dict):
        value = next((value[name] for name in _WITHIN if isinstance(value.get(name), str)), None)
    if isinstance(value, list | tuple):
        return "، ".join(part for part in map(_text, value) if part) or None
    if value is None or value != value:  # a NaN is not itself
        return None
    return str(value).strip() or None


def _tags(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(tag for tag in map(_text, value) if tag)
    text = _text(value) or ""
    for mark in "|;،,":
        if mark in text:
            return tuple(tag.strip() for tag in text.split(mark) if tag.strip())
    return (text,) if text else ()
