"""How long each page takes on the server: `python -m bench.pages [INDEX]`, without one on seeds/.

The first run of a page reads its libraries and asks its questions; the second finds the answers kept; "filtered" is a
page with a filter that was not asked for before, libraries read.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

PAGES = Path(__file__).parent.parent / "pages"


def seconds(test: AppTest) -> str:
    """How long one run took by the clock, and what it took of the processor: on a busy machine they differ."""
    began, worked = time.perf_counter(), time.process_time()
    test.run()
    took = f"{time.perf_counter() - began:.2f} ({time.process_time() - worked:.2f})"
    if test.exception or not test.get("html"):
        raise RuntimeError(test.exception[0].message if test.exception else "the page is empty")
    return took


def main() -> None:
    if len(sys.argv) > 1:
        os.environ["TASRIH_INDEX"] = sys.argv[1]
    began = time.perf_counter()
    seconds(AppTest.from_file(str(PAGES / "overview.py"), default_timeout=120))
    print(f"first page of the server, its imports (and its index) included: {time.perf_counter() - began:.2f} s")
    print(f"seconds by the clock (of the processor)\n{'page':12} {'first':>13} {'again':>13} {'filtered':>13}")
    for path in sorted(PAGES.glob("*.py")):
        test = AppTest.from_file(str(path), default_timeout=120)
        first, again = seconds(test), seconds(test)
        test.query_params["actors"] = ["ru"]
        print(f"{path.stem:12} {first:>13} {again:>13} {seconds(test):>13}")


if __name__ == "__main__":
    main()
