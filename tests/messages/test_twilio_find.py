"""Whether the gateway has a message: its list is read page by page, back to when the message was put."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from base.settings import settings
from messages.transport import Unanswered
from messages.twilio import CLOCKS_DIFFER, Twilio
from tests.messages.letters import LIU, MESSAGES

PUT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
Item = dict[str, Any]


def item(sid: str, after: timedelta = SECOND, body: str = "您好") -> Item:
    return {"sid": sid, "body": body, "date_created": format_datetime(PUT + after)}


class Pages:
    """A gateway whose list has these pages; what stands for a page may be an answer of another kind."""

    def __init__(self, *pages: Sequence[Item] | httpx.Response) -> None:
        self.pages = pages
        self.asked: list[httpx.URL] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url)
        number = int(request.url.params.get("Page", "0"))
        page = self.pages[number]
        if isinstance(page, httpx.Response):
            return page
        more = f"{MESSAGES}?Page={number + 1}&PageToken=PASM" if number + 1 < len(self.pages) else None
        return httpx.Response(200, json={"messages": page, "next_page_uri": more})


async def found(pages: Pages, body: str = "您好", **changes: Any) -> list[str]:
    twilio = Twilio(replace(settings(), **changes), httpx.MockTransport(pages))
    try:
        return await twilio.find(LIU, body, PUT)
    finally:
        await twilio.close()


async def test_asks_for_what_we_sent_to_this_phone_and_never_by_date() -> None:
    pages = Pages([])
    await found(pages)
    assert dict(pages.asked[0].params) == {"To": LIU, "From": settings().sms_from, "PageSize": "200"}


async def test_finds_the_same_words_newest_first() -> None:
    pages = Pages([item("SM3", HOUR), item("SM2", MINUTE, "再见")], [item("SM1")])
    assert await found(pages) == ["SM3", "SM1"]


@pytest.mark.parametrize("body", ["您好 ", "您好\n", "您", "您好\u3002", "【亮灯】您好", ""])
async def test_almost_the_same_words_are_another_message(body: str) -> None:
    assert await found(Pages([item("SM1")]), body) == []


async def test_the_address_of_the_next_page_is_followed_as_it_was_given() -> None:
    pages = Pages([item("SM3")], [item("SM2")], [item("SM1")])
    assert await found(pages) == ["SM3", "SM2", "SM1"]
    assert [dict(url.params) for url in pages.asked[1:]] == [{"Page": str(page), "PageToken": "PASM"} for page in (1, 2)]


async def test_below_a_path_the_next_page_is_there_too() -> None:
    pages = Pages([item("SM2")], [item("SM1")])
    assert await found(pages, sms_api_base="https://gateway.example/twilio") == ["SM2", "SM1"]
    assert {url.path for url in pages.asked} == {f"/twilio{MESSAGES}"}


async def test_no_page_is_turned_behind_what_is_older_than_the_message() -> None:
    pages = Pages([item("SM2"), item("SM1", -HOUR)], httpx.Response(500))
    assert await found(pages) == ["SM2"]
    assert len(pages.asked) == 1


@pytest.mark.parametrize(("before", "sids"), [(CLOCKS_DIFFER, ["SM1"]), (CLOCKS_DIFFER + SECOND, [])])
async def test_the_clocks_may_differ_by_five_minutes(before: timedelta, sids: list[str]) -> None:
    assert await found(Pages([item("SM1", -before)])) == sids


async def test_the_gateway_may_write_its_dates_in_another_zone() -> None:
    here = {"sid": "SM1", "body": "您好", "date_created": "Mon, 23 Nov 2026 09:00:01 +0800"}
    assert await found(Pages([here])) == ["SM1"]


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(302, headers={"location": "https://portal.example"}),
        httpx.Response(401, json={"code": 20003}),
        httpx.Response(429),
        httpx.Response(502, text="<html>"),
        httpx.Response(200, json={"messages": [{"sid": "SM1", "date_created": "Mon, 23 Nov 2026 01:00:01 +0000"}]}),
        httpx.Response(200, json={"messages": [{"body": "您好", "date_created": "Mon, 23 Nov 2026 01:00:01 +0000"}]}),
        httpx.Response(200, json={"messages": [{"sid": "SM1", "body": "您好", "date_created": None}]}),
        httpx.Response(200, json={"messages": [{"sid": "SM1", "body": "您好", "date_created": "Mon, 23 Nov 2026 01:00:01"}]}),
    ],
)
async def test_half_a_list_is_no_answer(answer: httpx.Response) -> None:
    with pytest.raises(Unanswered):
        await found(Pages([item("SM2")], answer))


async def test_a_list_whose_pages_never_end_is_no_answer() -> None:
    asked: list[str] = []

    def circle(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        assert len(asked) < 1000, "the pages are turned for ever"
        return httpx.Response(200, json={"messages": [], "next_page_uri": MESSAGES})

    twilio = Twilio(settings(), httpx.MockTransport(circle))
    with pytest.raises(Unanswered):
        await twilio.find(LIU, "您好", PUT)
    await twilio.close()


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError, httpx.TooManyRedirects])
async def test_a_gateway_that_cannot_be_asked_is_no_answer(error: type[httpx.RequestError]) -> None:
    def line(_: httpx.Request) -> httpx.Response:
        raise error("on the way")

    twilio = Twilio(settings(), httpx.MockTransport(line))
    with pytest.raises(Unanswered, match=error.__name__):
        await twilio.find(LIU, "您好", PUT)
    await twilio.close()
