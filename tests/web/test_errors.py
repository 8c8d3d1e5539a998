"""What goes wrong is said with the right status: a page for people, a problem document for programs."""

import re

import pytest
from litestar import Litestar

from tests.web.browser import Browser, client
from wishes import board

PROGRAM = {"Accept": "application/json"}


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/wishes/999999", "/wishes/0", "/wishes/-1", "/wishes/" + "9" * 24, "/wishes/１２", "/wishes/1e3", "/wishes/%00",
     "/wishes/1/2/3", "/language/xx", "/static/%00", "/static/../app.py", "/static/%2e%2e/app.py", "/%ff%fe", "/schema", "/wishes/١"],
)  # fmt: skip
async def test_what_is_not_there_is_not_found(browser: Browser, path: str) -> None:
    answer = await browser.open(path)
    assert answer.status_code == 404
    assert "没有这个页面" in answer.text


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=" + "9" * 24, "page=x", "page="])
async def test_a_page_number_that_is_none_is_a_bad_request(browser: Browser, query: str) -> None:
    answer = await browser.open(f"/wishes?{query}")
    assert answer.status_code == 400
    assert "这个请求不完整" in answer.text


@pytest.mark.parametrize(
    "query", ["area=%00", "kind=%27--", "order=x", "area=" + "4" * 500, "area=%ff", "%=%", "a&b&=", "area=1&area=2", "kind=％"]
)
async def test_an_unknown_filter_filters_nothing(browser: Browser, query: str) -> None:
    assert (await browser.open(f"/wishes?{query}")).status_code == 200


async def test_a_wrong_method_names_the_right_ones(browser: Browser) -> None:
    answer = await browser.http.request("DELETE", "/wishes")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


async def test_a_fault_says_nothing_of_the_inside(app: Litestar, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken() -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(board, "figures", broken)
    answer = await browser.open("/")
    assert answer.status_code == 500
    assert "我们这边出错了" in answer.text
    assert "secret detail" not in answer.text


async def test_too_large_a_form_is_said_so(browser: Browser) -> None:
    answer = await browser.press("/wishes", text="灯" * 70_000)
    assert answer.status_code == 413
    assert "内容太长了" in answer.text


async def test_a_program_gets_a_problem_document(app: Litestar, house: None) -> None:
    async with client(app) as http:
        answer = await http.get("/nothing", headers=PROGRAM)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank", "title": "Not Found", "status": 404, "detail": "没有这个页面。地址可能写错了，或者内容已经不在了。",
    }  # fmt: skip


async def test_error_pages_speak_the_language_of_the_reader(english: Browser) -> None:
    answer = await english.open("/nothing")
    assert '<html lang="en">' in answer.text
    assert "There is no such page" in answer.text


FORMS = (
    b"", b"\xff\xfe\x00", b"%", b"form_token=%ff", b"form_token=\xc3\xa9" * 3, b"&" * 500, b"a=b;c=d", b"=" * 50, b"form_token=a&form_token=b",
)  # fmt: skip
TYPES = (
    "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/json", "text/plain", "x", "",
)  # fmt: skip
POSTS = ("/wishes", "/sign-in/code", "/sign-in/session", "/sign-out", "/wishes/1/claim", "/wishes/x/place", "/sms/inbound", "/sms/status/1")


@pytest.mark.parametrize("path", POSTS)
async def test_no_rubbish_makes_a_fault(app: Litestar, house: None, path: str) -> None:
    async with client(app) as http:
        for content in FORMS:
            for kind in TYPES:
                answer = await http.post(
                    path,
                    content=content,
                    headers={b"Content-Type": kind.encode(), b"Cookie": "form=x.\xe9; session=\x7f".encode("latin-1")},
                )
                assert 400 <= answer.status_code < 500, (content, kind)


async def test_every_link_of_the_error_page_leads_somewhere(browser: Browser) -> None:
    html = (await browser.open("/nothing")).text
    for path in set(re.findall(r'href="(/[^"]*)"', html)):
        assert (await browser.open(path)).status_code in (200, 303), path
