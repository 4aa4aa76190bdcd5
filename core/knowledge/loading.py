"""Reading a knowledge file: typed, free of look-alike letters and of keys said twice, or not at all."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from core.arabic import bare

T = TypeVar("T")
FOLDER = Path(__file__).parent

#: Letters that look Arabic and are not (Persian yeh and kaf, heh goal), and marks that nobody sees.
_LOOKALIKES = re.compile("[\u06cc\u06a9\u06c1\u06be\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00a0]")


class KnowledgeError(ValueError):
    """A knowledge file says something that cannot stand: which file, which key, and why."""


class _Loader(yaml.CSafeLoader):
    """A safe loader that refuses a key given twice, which YAML itself lets pass.

    It builds what the nodes say by plain recursion: the general way, by generators, takes three times as long.
    """

    def get_single_data(self) -> Any:
        node = self.get_single_node()
        return None if node is None else self._value(node)

    def _value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item) for item in node.value]
        return node.value if node.tag == "tag:yaml.org,2002:str" else self.construct_object(node)

    def _mapping(self, node: yaml.MappingNode) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = self._value(key_node)
            if key in found:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice", key_node.start_mark)
            found[key] = self._value(value_node)
        return found


def read(path: Path, shape: type[T]) -> T:
    """The YAML file at `path` as a `shape` (msgspec structs and containers of them).

    Raises KnowledgeError naming the file and the key where the file cannot be read, is no YAML, says a key twice,
    lacks or adds a field, or holds a look-alike or invisible character.
    """
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader's child
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error
    if _LOOKALIKES.search(text) or "\\" in text:  # written out or as an escape, in a value or only in a comment
        _refuse_lookalikes(path.name, data)
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


@contextmanager
def uncollected() -> Iterator[None]:
    """No round of the garbage collector meanwhile: reading makes a hundred thousand things to keep, and no garbage."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _refuse_lookalikes(file: str, data: object) -> None:
    for key, text in _strings(data):
        if found := _LOOKALIKES.search(text):
            raise KnowledgeError(
                f"{file}: {key}: {text!r} holds U+{ord(found[0]):04X}; write the Arabic letter, or nothing"
            )


def refuse_duplicates(file: str, names: Iterable[tuple[str, str]]) -> None:
    """Raise KnowledgeError where two of these (key, name) pairs have one name after folding.

    >>> refuse_duplicates("x.yml", [("a", "أمريكا"), ("b", "امريكا")])
    Traceback (most recent call last):
    core.knowledge.loading.KnowledgeError: x.yml: 'b': 'امريكا' is also 'a' ('أمريكا')
    """
    seen: dict[str, tuple[str, str]] = {}
    for key, name in names:
        folded = bare(name)
        if folded in seen:
            other, spelt = seen[folded]
            raise KnowledgeError(f"{file}: {key!r}: {name!r} is also {other!r} ({spelt!r})")
        seen[folded] = (key, name)


def fingerprint(*extra: Path) -> str:
    """Names what is known: the same for the same files, whatever the machine. `extra` are an owner's own files."""
    digest = hashlib.sha256()
    for path in (*sorted(FOLDER.rglob("*.yml")), *extra):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _strings(data: object, key: str = "$") -> Iterator[tuple[str, str]]:
    """Every string in `data`, mapping keys included, with the path to it."""
    if isinstance(data, str):
        yield key, data
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _strings(name, key)
            yield from _strings(value, f"{key}.{name}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _strings(value, f"{key}[{number}]")
