"""What a page does not use, it does not import: the first page stands before charts or wordcloud could be read.

streamlit itself imports the root of plotly; the figures are another matter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("plotly.graph_objs._bar", "wordcloud", "matplotlib", "trafilatura", "arabic_reshaper", "ahocorasick")

SCRIPT = f"""
import sys
from streamlit.testing.v1 import AppTest
before = set(sys.modules)
test = AppTest.from_file(sys.argv[1], default_timeout=60).run()
assert not test.exception, test.exception[0].message
print(*sorted(name for name in {HEAVY!r} if name in sys.modules and name not in before))
"""


@pytest.mark.parametrize(
    ("page", "imported"),
    [
        ("overview", ""),
        ("statements", ""),
        ("reader", ""),
        ("data", ""),
        ("timeline", "plotly.graph_objs._bar"),
        ("words", "matplotlib wordcloud"),
    ],
)
def test_a_page_imports_what_it_shows(page: str, imported: str, desk_index: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(ROOT / "pages" / f"{page}.py")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TASRIH_INDEX": str(desk_index), "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == imported
