"""The arrows of docs/architecture.md, held against the code."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: Rooms from the bottom up. A room imports from rooms above its own line in this list only; one line is one floor.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("model",),
    ("arabic",),
    ("knowledge",),
    ("calendar",),
    ("stamps",),
    ("sources", "clean", "actors", "dating", "dates", "statements", "topics", "duplicates"),
    ("frames", "filters"),
    ("search", "joined"),
    ("store",),
    ("queries", "pipeline", "writing"),
    ("export", "explain", "wording", "palette"),
    ("links",),
    ("listing",),
    ("charts", "words", "reader"),
    ("ui", "__main__"),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

#: The same within the largest room.
CAST: tuple[tuple[str, ...], ...] = (
    ("matching", "tagging"),
    ("naming", "identity", "everyday"),
    ("spotting",),
    ("names",),
    ("organisations", "ner_camel"),
    ("finding", "reference", "agreement"),
    ("__init__",),
)
STEP = {module: number for number, modules in enumerate(CAST) for module in modules}

#: These call the network or make folders when they are imported, or bring torch.
FORBIDDEN = ("camel_tools.data", "camel_tools.morphology", "camel_tools.disambig", "camel_tools.ner", "torch")


def modules() -> list[Path]:
    return sorted(p for p in (ROOT / "core").rglob("*.py") if p != ROOT / "core" / "__init__.py")


def room(path: Path) -> str:
    parts = path.relative_to(ROOT / "core").with_suffix("").parts
    return parts[0]


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in modules()} <= set(FLOOR)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    here = room(path)
    for name in imported(path):
        if name.startswith("core.") and (there := name.split(".")[1]) != here:
            assert FLOOR[there] < FLOOR[here], f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "core" / "actors").glob("*.py")), ids=lambda p: p.stem)
def test_imports_run_one_way_among_the_cast(path: Path) -> None:
    for name in imported(path):
        if name.startswith("core.actors."):
            assert STEP[name.split(".")[2]] < STEP[path.stem], f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_user_interface_knows_streamlit(path: Path) -> None:
    if room(path) != "ui":
        assert not [name for name in imported(path) if name.split(".")[0] == "streamlit"]


def test_core_imports_without_network_and_heavy_libraries() -> None:
    names = [".".join(p.relative_to(ROOT).with_suffix("").parts) for p in modules()]
    names = [n for n in names if n.split(".")[1] not in ("ui", "__main__") and not n.endswith(".__init__")]
    script = f"""
import importlib, socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("core opened a socket while it was imported")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
for name in {names!r}:
    importlib.import_module(name)
heavy = ("streamlit", "plotly", "wordcloud", "matplotlib", "duckdb", "trafilatura", *{FORBIDDEN!r})
print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
