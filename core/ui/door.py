"""The one door to the data: which index, opened once; which answers, kept for a while.

`TASRIH_INDEX` names the index. Without it the articles of seeds/ are indexed into the user's cache folder on first
start; the folder is named after what went in (the files and our own code), so it is made again when either changes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from core import queries
from core.links import View
from core.store import Store, StoreError

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")
ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds"


def store() -> Store:
    """The index that is served, as it stands now. Raises StoreError where there is none."""
    path = location()
    manifest = path / "index.json"
    if must_build():
        _build_seeds(path)
    return _open(path, manifest.stat().st_mtime_ns if manifest.exists() else 0)


#: So many articles are read again for the list of work to do.
TODO_ARTICLES = 150


def todo() -> pd.DataFrame:
    """Sentences with a cue and no statement: `article_id`, `cues`, `sentence`."""
    opened = store()
    return _todo(opened, opened.edition)


@st.cache_data(max_entries=2, show_spinner=False)
def _todo(_store: Store, edition: str) -> pd.DataFrame:
    import pandas as pd

    from core import explain
    from core.knowledge import world

    found = explain.unread(_store, world.load(), TODO_ARTICLES)
    rows = [(article_id, "، ".join(read.unread), " ".join(read.text.split())) for article_id, read in found]
    return pd.DataFrame(rows, columns=["article_id", "cues", "sentence"])


def must_build() -> bool:
    """True where no index is named and the one of seeds/ is still to be made."""
    return not os.environ.get("TASRIH_INDEX") and not (location() / "index.json").exists()


def location() -> Path:
    """The folder of the index that is served, whether or not there is one yet."""
    named = os.environ.get("TASRIH_INDEX")
    return Path(named).expanduser() if named else cache_folder() / f"seeds-{_fingerprint()}"


@st.cache_resource(max_entries=4, show_spinner=False)
def _open(path: Path, written: int) -> Store:
    return Store(path)


def ask(question: Callable[..., T], *args: Any, **values: Any) -> T:
    """The answer of a function of `core.queries` to its arguments, kept while the index stays as it is.

    `ask(queries.speaker_counts, view.filters)`; the answer is the caller's own to change.
    """
    opened = store()
    answer: T = _answer(opened, opened.edition, question.__name__, args, tuple(sorted(values.items())))
    return answer


@st.cache_data(max_entries=512, show_spinner=False)
def _answer(_store: Store, edition: str, question: str, args: tuple[Any, ...], values: tuple[Any, ...]) -> Any:
    return getattr(queries, question)(_store, *args, **dict(values))


def rows(question: Callable[..., pd.DataFrame], *args: Any, **values: Any) -> list[Any]:
    """The answer as named tuples (`queries.rows`)."""
    return queries.rows(ask(question, *args, **values))


def topic_names(view: View) -> dict[str, str]:
    """What topics are called in this view's language."""
    from core.knowledge import topics

    return {topic.id: topic.ar if view.rtl else topic.en for topic in topics.load()}


def actor_name(view: View, actor_id: str) -> str:
    """What one actor is called; its id where the index does not know it."""
    return next((view.say.name(row.actor, row.actor_en) for row in rows(queries.named, (actor_id,))), actor_id)


def called(folded: str) -> frozenset[str]:
    """The actors that the knowledge has under any name which holds this, folded."""
    from core.knowledge import world

    return frozenset(actor_id for name, ids in world.load().names.items() if folded in name for actor_id in ids)


def offices(view: View, actor_id: str) -> list[tuple[str, str]]:
    """The offices that the knowledge gives an actor, the latest first: what it is called, and from when until when."""
    from core.knowledge import world

    known = world.load()
    terms = sorted(known.terms_of(actor_id), key=lambda term: term.period.first or date.min, reverse=True)
    found = []
    for term in terms:
        office = known.office(term.office_id)
        found.append((office.label if view.rtl else office.label_en, view.say.period(*term.period)))
    return found


@st.cache_resource(max_entries=2, show_spinner=False)
def _build_seeds(folder: Path) -> None:
    """Index seeds/ beside where it will stand, then move it there in one step. Raises StoreError where that fails.

    The command line does it, in a process of its own: what reads sources need not stay in a server's memory.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="draft-", dir=folder.parent))
    try:
        command = [sys.executable, "-m", "core", "index", str(SEEDS), "--out", str(draft / "index")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
        if not (draft / "index" / "index.json").exists():
            raise StoreError(f"{SEEDS} could not be indexed: {done.stderr.strip().splitlines()[-1:]}")
        if not folder.exists():  # another server may have been quicker
            (draft / "index").rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def cache_folder() -> Path:
    """Where this system keeps what can be made again."""
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named) / "tasrih"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "tasrih"


@st.cache_data(max_entries=1, show_spinner=False)
def _fingerprint() -> str:
    """Twelve hex digits of everything that the index of seeds/ is made from."""
    digest = hashlib.sha256()
    code = (p for p in (ROOT / "core").rglob("*") if p.suffix in (".py", ".yml") and "ui" not in p.parts)
    for path in sorted([*code, *SEEDS.iterdir()]):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
