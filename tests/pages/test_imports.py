"""What a page does not use, it does not import: the first page stands before charts or wordcloud could be read.

streamlit itself imports the root of plotly; the figures are another matter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("plotly.graph_objs._bar", "wordcloud", "matplotlib", "trafilatura", "arabic_reshaper", "ahocorasick")

#: Pages in the order in which one server runs them, and what is in memory after each.
VISITS = {
    "overview": "",
    "statements": "",
    "reader": "",
    "data": "",
    "timeline": "plotly.graph_objs._bar",
    "words": "matplotlib plotly.graph_objs._bar wordcloud",
}

SCRIPT = f"""
import sys
from streamlit.testing.v1 import AppTest
for page in {list(VISITS)!r}:
    test = AppTest.from_file(f"pages/{{page}}.py", default_timeout=60).run()
    assert not test.exception, test.exception[0].message
    print(page, *sorted(name for name in {HEAVY!r} if name in sys.modules), sep=" ")
"""


def test_a_page_imports_what_it_shows(desk_index: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TASRIH_INDEX": str(desk_index), "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"{page} {imported}".strip() for page, imported in VISITS.items()]
