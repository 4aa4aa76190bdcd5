"""Accuracy on the hand-made gold: `make score`, or `python -m bench.accuracy --misses`.

Indexes the gold's source files, exports the tables as parquet and runs the gold's own scorer on them. The gold is kept
beside the repository, not in it; where it is absent, only a message is printed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from core.__main__ import main as tasrih

SHARED = Path(__file__).parents[2] / "shared"
TABLES = ("articles", "mentions", "dates", "statements")


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds eval/ and seeds/")
    cli.add_argument("--misses", action="store_true", help="list what was missed (-), made up (+), dated wrongly (!)")
    cli.add_argument("--json", action="store_true")
    cli.add_argument("--only", choices=["seeds", "dev"])
    arguments = cli.parse_args()
    scorer = arguments.shared / "eval" / "score.py"
    if not scorer.exists():
        print(f"make score: skipped, there is no gold at {arguments.shared}")
        return 0
    options = [option for option in ("--misses", "--json") if getattr(arguments, option[2:])]
    for name, sources in (("seeds", arguments.shared / "seeds"), ("dev", arguments.shared / "eval/sources/dev")):
        if arguments.only in (None, name):
            print(f"== {name}", flush=True)
            score(sources, arguments.shared / "eval/gold" / name, scorer, options)
    return 0


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
