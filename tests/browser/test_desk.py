"""The desk in a real Chromium: every page in both languages, links, files, and a hostile article kept inert."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from core import queries
from core.export import unguarded
from core.filters import Filters
from core.store import Store
from core.ui.sidebar import PAGES
from tests.browser.conftest import ROOT, SIZE, Visit, serving, visiting

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

#: Holds once the sidebar stands on the right, or on the left; the style sheet comes a moment after the page.
_ON_THE_RIGHT = """
    right => document.querySelector('[data-testid="stSidebar"]').getBoundingClientRect().x > 600 === right
"""

SCREENSHOTS = ROOT / "build" / "screenshots"


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_in_both_languages(visit: Visit, page: str, lang: str) -> None:
    visit.open(f"{'' if page == 'overview' else page}?lang={lang}")
    visit.page.wait_for_function(_ON_THE_RIGHT, arg=lang == "ar")
    if page in ("timeline", "speakers", "actors"):
        visit.page.wait_for_selector('[data-testid="stPlotlyChart"] .main-svg')
    visit.page.wait_for_timeout(500)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    visit.page.screenshot(path=SCREENSHOTS / f"{page}-{lang}.png")
    visit.clean()


def test_a_dark_page(browser: Browser, server: str) -> None:
    window = browser.new_context(viewport=SIZE, color_scheme="dark")
    with visiting(window, server) as visit:
        visit.open("speakers")
        visit.page.wait_for_timeout(500)
        visit.page.screenshot(path=SCREENSHOTS / "speakers-dark.png")
        ground = visit.page.locator(".stApp").evaluate("e => getComputedStyle(e).backgroundColor")
        assert ground == "rgb(21, 24, 27)"
        visit.clean()
    window.close()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_phone(browser: Browser, server: str, lang: str) -> None:
    window = browser.new_context(viewport={"width": 400, "height": 860})
    with visiting(window, server) as visit:
        visit.open(f"statements?lang={lang}")
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 400
        assert visit.page.get_by_role("heading", level=1).bounding_box()["y"] >= 45  # type: ignore[index] # below the bar
        search = visit.page.locator(".st-key-text input")
        expect(search).not_to_be_in_viewport()
        visit.page.get_by_test_id("stExpandSidebarButton").click()
        expect(search).to_be_in_viewport()
        visit.clean()
    window.close()


#: The contrast of every text of the page's charts with the page's ground, by WCAG's formula.
_CONTRASTS = """
    () => {
        const light = colour => {
            const canvas = document.createElement('canvas').getContext('2d');
            canvas.fillStyle = ground; canvas.fillRect(0, 0, 1, 1);
            canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
                .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
        };
        const ground = getComputedStyle(document.querySelector('.stApp')).backgroundColor;
        return [...document.querySelectorAll('[data-testid="stPlotlyChart"] text')].map(text => {
            const [low, high] = [light(ground), light(getComputedStyle(text).fill)].sort((a, b) => a - b);
            return [text.textContent, (high + .05) / (low + .05)];
        });
    }
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_texts_of_charts_can_be_read(browser: Browser, server: str, scheme: Literal["light", "dark"]) -> None:
    window = browser.new_context(viewport=SIZE, color_scheme=scheme)
    with visiting(window, server) as visit:
        for page in ("timeline", "speakers", "actors"):
            visit.open(page)
            visit.page.wait_for_selector('[data-testid="stPlotlyChart"] .gtitle')
            contrasts = visit.page.evaluate(_CONTRASTS)
            assert contrasts
            assert [text for text, contrast in contrasts if contrast < 4.5] == []
    window.close()


def test_a_link_opened_first_on_a_fresh_server_shows_its_view(window: BrowserContext, desk_index: Path) -> None:
    with serving(desk_index) as address, visiting(window, address) as visit:
        visit.open("statements?speakers=dmitry-peskov&modes=direct&modes=refusal&lang=en")
        assert "2 statements by 1 speaker in 1 article" in visit.text
        expect(visit.page.locator(".st-key-speakers")).to_contain_text("Dmitry Peskov")
        visit.page.get_by_role("link", name="Speakers").click()
        visit.page.wait_for_url("**/speakers?**")
        visit.settled()
        expect(visit.page.get_by_text("Stands on 2 statements:")).to_be_visible()
        assert "speakers=dmitry-peskov" in visit.page.url
        assert "lang=en" in visit.page.url
        visit.clean()


def test_the_address_follows_the_filters_and_back_goes_back(visit: Visit) -> None:
    visit.open("statements?lang=en")
    field = visit.page.locator(".st-key-text input")
    field.fill("للحوار")
    field.press("Enter")
    visit.page.wait_for_url("**text=**")
    expect(visit.page.get_by_text("1 statement by 1 speaker")).to_be_visible()
    shared = visit.page.url
    visit.page.go_back()
    expect(visit.page.get_by_text("8 statements by 5 speakers")).to_be_visible()
    expect(field).to_have_value("")
    visit.page.goto(shared)
    visit.settled()
    expect(visit.page.get_by_text("1 statement by 1 speaker")).to_be_visible()
    visit.clean()


def test_the_language_can_be_changed_and_the_link_still_means_the_same(visit: Visit) -> None:
    visit.open("statements?actors=us")
    assert "تصريحان" in visit.text
    visit.page.locator(".st-key-lang").get_by_text("English").click()
    expect(visit.page.get_by_text("2 statements by 2 speakers in 2 articles")).to_be_visible()
    assert visit.page.url.endswith("/statements?actors=us&lang=en")
    visit.clean()


def test_a_number_leads_to_what_it_counts(visit: Visit) -> None:
    visit.open("?lang=en")
    visit.page.locator(".bars li", has_text="Dmitry Peskov").locator("a").click()
    visit.page.wait_for_url("**/statements?speakers=dmitry-peskov&lang=en")
    visit.settled()
    expect(visit.page.get_by_text("3 statements by 1 speaker in 1 article")).to_be_visible()
    visit.page.locator(".said .title").first.click()
    visit.page.wait_for_url("**/reader?**")
    visit.settled()
    expect(visit.page.locator(".mark.statement.here")).to_have_count(1)
    visit.clean()


def test_a_click_on_a_bar_filters(visit: Visit) -> None:
    visit.open("speakers?lang=en")
    bars = visit.page.locator(".barlayer .point path")
    bars.first.wait_for(state="attached")
    bars.first.scroll_into_view_if_needed()
    visit.page.wait_for_timeout(500)
    boxes = [box for bar in bars.all() if (box := bar.bounding_box())]
    box = next(box for box in boxes if box["width"] > 1)  # an empty part has no width
    visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.page.wait_for_url("**speakers=**")
    expect(visit.page.get_by_text("of 1 statement")).to_be_attached()
    visit.clean()


@pytest.mark.parametrize("table", ["statements", "articles"])
def test_a_csv_is_the_filtered_table(visit: Visit, desk_store: Store, table: str) -> None:
    visit.open(f"data?table={table}&outlets=%3DHYPERLINK(1)")
    with visit.page.expect_download() as waiting:
        visit.page.locator(f".st-key-csv-{table} button").first.click()
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    got = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    wanted = queries.table(desk_store, table, Filters(outlets=("=HYPERLINK(1)",)))
    assert got[0] == list(wanted.columns)
    assert len(got) - 1 == len(wanted) == {"statements": 2, "articles": 1}[table]
    text = got[0].index("text")
    assert [unguarded(row[text]) for row in got[1:]] == wanted["text"].tolist()
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in got for cell in row)
    visit.clean()


@pytest.mark.parametrize("path", ["reader?article=a5", "actors?actor=x-hector", "words?text=هيكتور"])
def test_a_hostile_article_is_inert(visit: Visit, path: str) -> None:
    """On every other page too: `clean` looks for it, and the hostile article is on all of them."""
    visit.open(path)
    visit.page.wait_for_timeout(300)
    assert "<b>" in visit.text
    visit.clean()


def test_the_reader_says_how_on_the_keyboard(visit: Visit) -> None:
    visit.open("reader?article=a1&lang=en")
    mark = visit.page.locator(".article .mark.statement").nth(1)
    mark.focus()
    tip = mark.evaluate("e => getComputedStyle(e, '::after').content")
    assert "carried over from an earlier statement" in tip
    assert visit.page.locator(".article").evaluate("e => getComputedStyle(e).direction") == "rtl"
    visit.clean()


def test_the_keyboard_skips_the_article_s_marks(visit: Visit) -> None:
    visit.open("reader?article=a1&lang=en")
    link = visit.page.get_by_role("link", name="Skip to the statements")
    assert link.evaluate("e => e.getBoundingClientRect().width") == 1
    link.focus()
    assert link.evaluate("e => e.getBoundingClientRect().width") > 50
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**#said")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.getAttribute('href')") == "#s1"
    visit.clean()


#: The box of the tip of the mark in focus, measured on a copy of it, and the box of the article's column.
_TIP = """
    mark => {
        mark.focus();
        const tip = document.createElement('span');
        const style = getComputedStyle(mark, '::after');
        for (const name of style) tip.style.setProperty(name, style.getPropertyValue(name));
        tip.textContent = mark.dataset.tip;
        mark.append(tip);
        const [box, column] = [tip.getBoundingClientRect(), mark.closest('.article').getBoundingClientRect()];
        tip.remove();
        return [box.left, box.right, column.left, column.right];
    }
"""


@pytest.mark.parametrize("width", [400, 1000])
def test_a_tip_is_never_cut(browser: Browser, server: str, width: int) -> None:
    window = browser.new_context(viewport={"width": width, "height": 800})
    with visiting(window, server) as visit:
        visit.open("reader?article=a1&lang=en")
        marks = visit.page.locator(".article .mark[tabindex]")
        expect(marks).to_have_count(6)
        for mark in marks.all():
            left, right, first, last = mark.evaluate(_TIP)
            assert first - 1 <= left < right <= last + 1
    window.close()


def test_numbers_lead_to_places_in_the_article(visit: Visit) -> None:
    visit.open("reader?article=a1&lang=en")
    visit.page.locator(".numbered a.number").nth(2).click()
    expect(visit.page.locator(".mark.statement:target")).to_have_count(1)
    visit.page.locator(".cast a.n").first.click()
    expect(visit.page.locator(".mark.actor:target")).to_have_count(1)
    visit.clean()


def test_the_reader_on_paper(visit: Visit) -> None:
    visit.open("reader?article=a1")
    visit.page.emulate_media(media="print")
    expect(visit.page.locator('[data-testid="stSidebar"]')).to_be_hidden()
    expect(visit.page.locator(".stSelectbox")).to_be_hidden()
    expect(visit.page.locator(".article")).to_be_visible()
    visit.page.emulate_media(media="screen")


def test_our_fonts_are_used(visit: Visit) -> None:
    visit.open("reader?article=a1")
    fonts = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    loaded = visit.page.evaluate(f"async () => {{ await document.fonts.ready; return {fonts} }}")
    assert {"Tasrih Naskh", "Tasrih Sans"} <= {name.strip("\"'") for name in loaded}
    visit.clean()
