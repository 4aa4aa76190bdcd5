"""Without an index the desk makes one of seeds/, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.ui import door

PAGE = Path(__file__).parent.parent.parent / "pages" / "overview.py"


def test_the_seeds_are_indexed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TASRIH_INDEX", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert door.must_build()
    test = AppTest.from_file(str(PAGE), default_timeout=300).run()
    assert not test.exception
    manifest = door.location() / "index.json"
    assert [path.name for path in (tmp_path / "tasrih").iterdir()] == [door.location().name]  # no draft is left
    assert "مقالات" in "".join(element.proto.body for element in test.get("html"))
    made = manifest.stat().st_mtime_ns
    assert not door.must_build()
    assert not AppTest.from_file(str(PAGE), default_timeout=300).run().exception
    assert manifest.stat().st_mtime_ns == made
