"""The phones page in a real browser: what is texted for each of them, and what comes."""

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PICTURES = Path(os.environ.get("SCREENSHOTS", "screenshots"))
PATIENCE_MS = 20_000


def card(page: Page, phone: str) -> Locator:
    return page.locator(f'[data-phone="{phone}"]')


def say(page: Page, phone: str, body: str) -> None:
    card(page, phone).locator('input[name="body"]').fill(body)
    card(page, phone).locator("[data-send]").click()


def sees(page: Page, phone: str, words: str) -> str:
    """Waits until the words have come to the phone by themselves; returns the whole text."""
    text = card(page, phone).locator('[data-direction="in"]').filter(has_text=re.compile(words)).last
    expect(text).to_be_visible(timeout=PATIENCE_MS)
    return text.inner_text()


def picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    # To hide the caret takes an inline style, which the pages forbid.
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True, caret="initial")
