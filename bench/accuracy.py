"""Accuracy on the hand-made gold: `make score`, or `python -m bench.accuracy --misses`.

Indexes the gold's source files, exports the tables as parquet and runs the gold's own scorer on them. The scorer, the
gold of `seeds` and `dev` and the corpus that `tuned` and `blind` (see bench.corpus_gold) annotate are kept beside the
repository, not in it; what is absent is skipped with a message.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import corpus_gold
from core.__main__ import main as tasrih

SHARED = Path(__file__).parents[2] / "shared"
TABLES = ("articles", "mentions", "dates", "statements")


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds eval/ and seeds/")
    cli.add_argument("--misses", action="store_true", help="list what was missed (-), made up (+), dated wrongly (!)")
    cli.add_argument("--json", action="store_true")
    cli.add_argument("--only", choices=["seeds", "dev", "tuned", "blind"])
    arguments = cli.parse_args()
    scorer = arguments.shared / "eval" / "score.py"
    if not scorer.exists():
        print(f"make score: skipped, there is no gold at {arguments.shared}")
        return 0
    options = [option for option in ("--misses", "--json") if getattr(arguments, option[2:])]
    with tempfile.TemporaryDirectory() as folder:
        for name, sources, gold in _sets(arguments.shared, Path(folder), arguments.only):
            print(f"== {name}", flush=True)
            score(sources, gold, scorer, options)
    return 0


def _sets(shared: Path, folder: Path, only: str | None) -> Iterator[tuple[str, Path, Path]]:
    """Each set of gold that is at hand: its name, its sources, its gold."""
    beside = {"seeds": shared / "seeds", "dev": shared / "eval/sources/dev"}
    for name, sources in beside.items():
        if only in (None, name):
            yield name, sources, shared / "eval/gold" / name
    if only in beside:
        return
    if not (shared / "corpus").exists():
        print(f"make score: tuned and blind skipped, there is no corpus at {shared / 'corpus'}")
        return
    for name in corpus_gold.unpack(folder, shared / "corpus"):
        if only in (None, name):
            yield name, folder / name / "sources", folder / name / "gold"


def score(sources: Path, gold: Path, scorer: Path, options: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        if (status := tasrih(["index", str(sources), "--out", str(index), "--workers", "1"])) > 1:
            sys.exit(status)
        for table in TABLES:
            out = str(Path(folder) / f"{table}.parquet")
            tasrih(["export", str(index), table, "--format", "parquet", "--out", out])
        subprocess.run([sys.executable, str(scorer), folder, str(gold), *options], check=True)


if __name__ == "__main__":
    sys.exit(main())
