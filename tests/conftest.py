"""Shared by every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.store import Store
from tests import desk, told


@pytest.fixture(scope="session")
def desk_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the small corpus of tests/desk.py."""
    return desk.index(tmp_path_factory.mktemp("desk") / "index")


@pytest.fixture(scope="session")
def desk_store(desk_index: Path) -> Store:
    """The same, opened."""
    return Store(desk_index)


@pytest.fixture(scope="session")
def told_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the articles of tests/told.py."""
    return told.index(tmp_path_factory.mktemp("told") / "index")
