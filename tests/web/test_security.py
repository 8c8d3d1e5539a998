"""Headers, forged forms, and what may be kept by whom."""

import re

import pytest

from tests.cast import Cast
from tests.web.browser import Browser

PAGES = ("/", "/wishes", "/wishes/new", "/sign-in", "/nothing", "/healthz", "/static/app.css")


@pytest.mark.parametrize("path", PAGES)
async def test_every_answer_is_armoured(browser: Browser, path: str) -> None:
    headers = (await browser.open(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", ["/", "/wishes", "/wishes/new", "/sign-in", "/nothing"])
async def test_nothing_stands_inline_and_nothing_leaves_the_site(browser: Browser, path: str) -> None:
    html = (await browser.open(path)).text
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', html)


async def test_pages_are_not_kept_and_files_are(browser: Browser) -> None:
    assert (await browser.open("/")).headers["cache-control"] == "no-store"
    assert "immutable" in (await browser.open("/static/app.css")).headers["cache-control"]


async def test_a_form_without_its_token_is_refused(browser: Browser, cast: Cast) -> None:
    await browser.open("/sign-in")
    answer = await browser.http.post("/sign-in/code", data={"phone": cast.liu.phone})
    assert answer.status_code == 403
    assert "页面放得太久了" in answer.text


async def test_a_token_of_another_browser_is_refused(browser: Browser, another: Browser, cast: Cast) -> None:
    await browser.open("/sign-in")
    await another.open("/sign-in")
    answer = await browser.http.post("/sign-in/code", data={"phone": cast.liu.phone, "form_token": another.http.cookies["form"]})
    assert answer.status_code == 403


async def test_a_token_that_we_did_not_sign_is_refused_even_from_its_own_cookie(browser: Browser, cast: Cast) -> None:
    browser.http.cookies.set("form", "made.up")
    answer = await browser.http.post("/sign-in/code", data={"phone": cast.liu.phone, "form_token": "made.up"})
    assert answer.status_code == 403


async def test_a_cookie_that_lost_its_key_is_replaced_by_the_next_page(browser: Browser, cast: Cast) -> None:
    browser.http.cookies.set("form", "signed.with-an-older-key", domain="127.0.0.1", path="/")
    await browser.open("/sign-in")
    answer = await browser.press("/sign-in/code", phone=cast.liu.phone)
    assert answer.status_code == 200


async def test_hsts_and_host_cookies_where_the_city_has_tls(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from base.settings import settings
    from web import cookies

    tls = replace(settings(), public_url="https://wish.example")
    monkeypatch.setattr(cookies, "settings", lambda: tls)
    answer = await browser.open("/")
    assert "max-age" in answer.headers["strict-transport-security"]
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith("__Host-form=")
    assert "Secure" in cookie
