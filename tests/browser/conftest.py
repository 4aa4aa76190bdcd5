"""A real server and a real browser. One browser a worker; a page of its own a test."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.chromium import find

ROOT = Path(__file__).parent.parent.parent

SIZE: ViewportSize = {"width": 1360, "height": 900}

expect.set_options(timeout=20_000)  # a busy machine takes its time

#: A page opened by its own link asks for these under the page's path first; streamlit's own way, and harmless.
_PROBES = re.compile(r"/[a-z]+/_stcore/(health|host-config)$")


@contextmanager
def serving(index: Path) -> Iterator[str]:
    """The address of a server of its own that serves `index`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "TASRIH_INDEX": str(index)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


@pytest.fixture(scope="session")
def server(desk_index: Path) -> Iterator[str]:
    with serving(desk_index) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = find()
    assert program, "no Chromium: run `make browser`"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass
class Visit:
    """A page in the browser, and what it complained of."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, path: str) -> Visit:
        """Go to a path of the desk and wait until it stands."""
        self.page.goto(f"{self.address}/{path}")
        return self.settled()

    def settled(self) -> Visit:
        """Wait until the page's script has run."""
        self.page.wait_for_selector("h1", timeout=30_000)
        self.page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', timeout=30_000)
        return self

    @property
    def text(self) -> str:
        """What the page shows, without the marks that keep directions apart."""
        return re.sub("[\u2066-\u2069]", "", self.page.locator('[data-testid="stMain"]').inner_text())

    def clean(self) -> None:
        """Nothing went wrong, nobody else was asked for anything, and no article's text became part of the page."""
        assert self.page.locator('[data-testid="stException"]').count() == 0
        assert self.errors == []
        assert self.strangers == []
        assert self.page.evaluate("window.hacked") is None
        assert self.page.locator('[data-testid="stMain"] img:not(.cloud), a[href^="javascript:"]').count() == 0


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One window for all tests that need none of their own: its cache holds streamlit's own files."""
    context = browser.new_context(viewport=SIZE, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def visit(window: BrowserContext, server: str) -> Iterator[Visit]:
    with visiting(window, server) as here:
        yield here


@contextmanager
def visiting(window: BrowserContext, address: str) -> Iterator[Visit]:
    """A page of the window on the desk at `address`, that notes what goes wrong."""
    page = window.new_page()
    here = Visit(page, address)
    ours = (address, address.replace("http", "ws"), "data:", "blob:")

    def answered(answer: Response) -> None:
        if answer.status >= 400 and not _PROBES.search(answer.url):
            here.errors.append(f"{answer.status} {answer.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:  # `answered` notes those
            here.errors.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(ours):
            here.strangers.append(request.url)

    page.on("pageerror", lambda error: here.errors.append(str(error)))
    page.on("response", answered)
    page.on("console", said)
    page.on("request", asked)
    yield here
    page.close()
