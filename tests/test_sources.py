"""Files in, records or rejects out."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from core import sources
from core.model import Record, Reject


def read(path: Path, **mapping: str) -> list[Record | Reject]:
    return list(sources.read([path], mapping))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_text_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = "عنوان الخبر\nقال الوزير في بيان صدر من لندن إن المحادثات مع موسكو كانت مثمرة"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (record,) = read(tmp_path)
    assert isinstance(record, Record)
    assert record.text == text
    assert record.assumed == (() if encoding.startswith("utf-8") else (f"encoding {encoding}",))


def test_lines_of_json_packed(tmp_path: Path) -> None:
    rows = [{"id": "x1", "title": "عنوان", "text": "نص", "date": "2018-05-26T23:30:00+04:00", "source": "BBC"}]
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(rows[0]) + "\n{broken\n\n[1]\n" + json.dumps({"text": None}) + "\n")
    first, *rejects = read(tmp_path)
    assert isinstance(first, Record)
    assert (first.source_file, first.item, first.outlet) == ("a.jsonl.gz", "x1", "BBC")
    assert first.published.on == date(2018, 5, 26)
    assert [(reject.item, type(reject)) for reject in rejects] == [("line 2", Reject), ("4", Reject), ("5", Reject)]
