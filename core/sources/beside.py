"""A table beside text files that says what they are: metadata.csv with file, date, outlet, url, …"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.model import Reject
from core.sources import columns, lines, sheets
from core.sources.files import on_disk
from core.sources.limits import Unreadable

NAMES = {"metadata.csv": sheets.rows, "metadata.tsv": sheets.rows, "metadata.jsonl": lines.rows}


class Table:
    """What the table of one folder says of each file in it; `problems` lists what is wrong with the table."""

    def __init__(self, folder: Path, name: Path, told: Mapping[str, str]) -> None:
        self.folder = folder
        self.facts: dict[str, dict[str, object]] = {}
        self.problems: list[Reject] = []
        self.path = next((folder / table for table in NAMES if (folder / table).is_file()), None)
        if self.path is None:
            return
        file = on_disk(self.path, (name / self.path.name).as_posix())
        if isinstance(file, Reject):
            self.problems.append(file)
            return
        try:
            for number, row in NAMES[self.path.name](file):
                self._take(number, row, told, file.name)
        except Unreadable as error:
            self.problems.append(Reject(file.name, None, str(error)))
        for missing in sorted(self.facts):
            if not (folder / missing).is_file():
                reason = f"is listed in {self.path.name} but is not there"
                self.problems.append(Reject((name / missing).as_posix(), None, reason))

    def _take(self, number: int, row: Mapping[str, object] | str, told: Mapping[str, str], name: str) -> None:
        if isinstance(row, str):
            self.problems.append(Reject(name, f"row {number}", row))
            return
        where = columns.roles(map(str, row), {role: column for role, column in told.items() if column in row})
        if "file" not in where:
            raise Unreadable(f"has no column that names the files (file, filename, path); it has {', '.join(row)}")
        listed = str(row[where["file"]] or "").strip()
        if listed:
            self.facts[listed] = {role: row[column] for role, column in where.items() if role not in ("file", "text")}
