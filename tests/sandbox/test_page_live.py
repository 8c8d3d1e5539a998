"""The page in a real browser, without the site: what only a browser can tell."""

import os
import socket
import time
from collections.abc import Iterator
from threading import Thread

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sandbox.app import create_app
from sandbox.cast import CAST
from tests.sandbox.conftest import ACCOUNT, CONFIG, LIU, MESSAGES, OURS, TOKEN, Site

CHROMIUM = "/usr/bin/chromium"
TOO_SMALL = """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), summary")]
    .filter(it => it.offsetParent).map(it => [it.outerHTML, it.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.9 || box.height < 43.9).map(([html]) => html)"""

pytestmark = pytest.mark.skipif(
    not os.path.exists(CHROMIUM) and not os.environ.get("CI"), reason="no Chromium here: apt-get install chromium"
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(CONFIG, httpx.MockTransport(Site()))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    page.close()
    assert complaints == []


def send_to_liu(address: str, body: str) -> None:
    fields = {"To": LIU, "From": OURS, "Body": body}
    assert httpx.post(address + MESSAGES, data=fields, auth=(ACCOUNT, TOKEN), trust_env=False).status_code == 201


def test_a_text_appears_by_itself_and_disturbs_nobody_who_types(page: Page, address: str) -> None:
    card = page.locator(f'[data-phone="{LIU}"]')
    box = card.locator("[name=body]:not(button)")
    box.fill("正在写")
    send_to_liu(address, "能去请回：接127；去不了请回：不127")
    expect(card.locator("[data-direction=in]")).to_be_visible()
    expect(box).to_have_value("正在写")
    expect(box).to_be_focused()


def test_one_tap_sends_what_a_text_proposes(page: Page, address: str) -> None:
    card = page.locator(f'[data-phone="{LIU}"]')
    send_to_liu(address, "能去请回：接128；去不了请回：不128")
    card.get_by_role("button", name="接 128").click()
    expect(card.locator("[data-direction=out]").last).to_contain_text("接 128")
    expect(card.get_by_role("button", name="不 128")).to_have_count(0)


def test_enter_sends_and_the_box_is_ready_for_more(page: Page) -> None:
    card = page.locator(f'[data-phone="{LIU}"]')
    box = card.locator("[name=body]:not(button)")
    box.fill("第一句")
    box.press("Enter")
    expect(card.locator("[data-direction=out]").last).to_contain_text("第一句")
    expect(box).to_have_value("")
    expect(box).to_be_focused()


@pytest.mark.parametrize(("width", "cards"), [(1280, len(CAST)), (390, 1)])
def test_fits_the_screen_and_the_finger(page: Page, width: int, cards: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    expect(page.locator("[data-phone]").filter(visible=True)).to_have_count(cards)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(TOO_SMALL) == []


def test_at_phone_width_one_chooses_the_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".tabs").get_by_text("周晓").click()
    expect(page.locator("[data-phone='+8616000000003']")).to_be_visible()
    expect(page.locator(f'[data-phone="{LIU}"]')).to_be_hidden()
