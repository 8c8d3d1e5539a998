"""The page asks every second what is new."""

import re

import httpx
import pytest

from tests.sandbox.conftest import ACCOUNT, LIU, TOKEN, Site, post_message, until

HTMX = {"hx-request": "true"}


@pytest.fixture(autouse=True)
def may_post(visitor: httpx.AsyncClient) -> None:
    visitor.auth = httpx.BasicAuth(ACCOUNT, TOKEN)


async def address(visitor: httpx.AsyncClient, page: str = "/") -> str:
    found = re.search(r'hx-get="(/news[^"]+)"', (await visitor.get(page)).text)
    assert found
    return found[1].replace("&amp;", "&")


async def test_nothing_new_costs_nothing(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get(await address(visitor))
    assert (answer.status_code, answer.content) == (204, b"")


async def test_brings_only_the_cards_that_changed(visitor: httpx.AsyncClient) -> None:
    asked = await address(visitor)
    await post_message(visitor, Body="新短信")
    answer = await visitor.get(asked)
    assert re.findall(r'id="talk-(\d+)" hx-swap-oob="true"', answer.text) == [LIU[1:]]
    assert "新短信" in answer.text
    assert "composer" not in answer.text


async def test_the_next_question_begins_where_the_answer_ended(visitor: httpx.AsyncClient) -> None:
    asked = await address(visitor)
    await post_message(visitor)
    following = re.search(r'hx-get="([^"]+)"', (await visitor.get(asked)).text)
    assert following
    assert (await visitor.get(following[1].replace("&amp;", "&"))).status_code == 204


async def test_phones_that_are_not_on_the_page_are_no_news(visitor: httpx.AsyncClient) -> None:
    asked = await address(visitor, "/?phone=16010000001")
    await post_message(visitor)
    assert (await visitor.get(asked)).status_code == 204


async def test_reports_of_the_gateway_are_no_news(visitor: httpx.AsyncClient, site: Site) -> None:
    await post_message(visitor, StatusCallback="http://site.test/status")
    asked = await address(visitor)
    await until(lambda: len(site.calls) == 2)
    assert (await visitor.get(asked)).status_code == 204


@pytest.mark.parametrize("version", ["", "x", "٣", "-1", "9" * 400])
async def test_any_version_gets_an_answer(visitor: httpx.AsyncClient, version: str) -> None:
    assert (await visitor.get("/news", params={"version": version})).status_code in {200, 204}


async def test_unread_texts_are_counted_until_somebody_looks(visitor: httpx.AsyncClient) -> None:
    for _ in range(2):
        await post_message(visitor)
    assert "2 条未读" in (await visitor.get("/")).text
    answer = await visitor.post(f"/phones/{LIU}/seen", headers=HTMX)
    assert f'<span class="unread" id="unread-{LIU[1:]}"' in answer.text
    assert "条未读" not in (await visitor.get("/")).text


async def test_who_sends_has_read(visitor: httpx.AsyncClient) -> None:
    await post_message(visitor)
    await visitor.post(f"/phones/{LIU}/send", data={"body": "好"})
    assert "条未读" not in (await visitor.get("/")).text


async def test_without_scripts_a_button_marks_them_read(visitor: httpx.AsyncClient) -> None:
    await post_message(visitor)
    assert (await visitor.post(f"/phones/{LIU}/seen")).status_code == 303
    assert "条未读" not in (await visitor.get("/")).text


async def test_a_text_sent_by_htmx_stands_in_its_thread_at_once(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.post(f"/phones/{LIU}/send", data={"body": "马上"}, headers=HTMX)
    assert answer.status_code == 201
    assert re.search(r'hx-swap-oob="true".*<bdi class="body">马上</bdi>', answer.text, re.DOTALL)
    assert 'name="body" value=""' in answer.text


async def test_what_was_typed_wrongly_stays_in_the_box(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.post(f"/phones/{LIU}/send", data={"body": "灯" * 1601}, headers=HTMX)
    assert answer.status_code == 400
    assert "太长了" in answer.text
    assert "灯" * 1601 in answer.text
