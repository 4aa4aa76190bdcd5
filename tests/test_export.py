"""Tables taken away: nothing runs as a formula, nothing is lost."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import export, frames, queries
from tests.small_corpus import index

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(
    st.lists(TEXT | st.sampled_from(["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", "''+", "'نعم", ""]), min_size=1)
)
def test_text_comes_back_and_is_never_a_formula(texts: list[str]) -> None:
    content = export.csv_bytes(pd.DataFrame({"text": texts})).decode("utf-8")
    assert content.startswith("\ufeff")
    cells = [row[0] if row else "" for row in csv.reader(io.StringIO(content[1:], newline=""))][1:]
    assert [export.unguarded(cell) for cell in cells] == texts
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)


def test_lists_days_numbers_and_missing() -> None:
    frame = pd.DataFrame(
        {
            "topics": pd.Series([["a", "b"], []], dtype="object"),
            "day": pd.to_datetime(["2024-03-01", None]),
            "n": [-1, 2],
            "x": [-0.5, None],
            "text": pd.array([None, "-2"], dtype="str"),
        }
    )
    rows = list(csv.reader(io.StringIO(export.csv_bytes(frame).decode("utf-8-sig"))))
    assert rows == [
        ["topics", "day", "n", "x", "text"],
        ["a; b", "2024-03-01", "-1", "-0.5", ""],
        ["", "", "2", "", "'-2"],
    ]
    lines = [json.loads(line) for line in export.jsonl_bytes(frame).splitlines()]
    assert lines == [
        {"topics": ["a", "b"], "day": "2024-03-01", "n": -1, "x": -0.5, "text": None},
        {"topics": [], "day": None, "n": 2, "x": None, "text": "-2"},
    ]


@pytest.mark.parametrize("name", list(frames.TABLES))
def test_parquet_is_the_table_of_the_contract(tmp_path: Path, name: str) -> None:
    opened = index(tmp_path / "ix")
    content = export.table_bytes(name, queries.table(opened, name), export.Format.PARQUET)
    (tmp_path / "t.parquet").write_bytes(content)
    read = pq.read_table(tmp_path / "t.parquet")
    assert read.schema.equals(frames.TABLES[name])
    whole = [row for batch in opened.batches(name) for row in batch.to_pylist()]
    assert sorted(map(str, read.to_pylist())) == sorted(map(str, whole))
