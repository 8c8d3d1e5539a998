import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.conftest import ACCOUNT, LIU, MESSAGES, OURS, Site, post_message, running, until

FIELDS = {
    *("account_sid", "api_version", "body", "date_created", "date_sent", "date_updated", "direction", "error_code"),
    *("error_message", "from", "messaging_service_sid", "num_media", "num_segments", "price", "price_unit", "sid"),
    *("status", "subresource_uris", "to", "uri"),
}


async def test_accepts_a_message_with_all_fields_of_twilio(gateway: httpx.AsyncClient) -> None:
    answer = await post_message(gateway)
    message = answer.json()
    assert answer.status_code == 201
    assert set(message) == FIELDS
    assert re.fullmatch("SM[0-9a-f]{32}", message["sid"])
    assert (message["status"], message["direction"]) == ("queued", "outbound-api")
    assert (message["to"], message["from"], message["body"]) == (LIU, OURS, "您好")
    assert message["date_sent"] is None
    assert message["date_created"].endswith("+0000")


async def test_two_posts_are_two_messages(gateway: httpx.AsyncClient) -> None:
    first, second = await post_message(gateway), await post_message(gateway)
    assert first.json()["sid"] != second.json()["sid"]
    assert len((await gateway.get(MESSAGES)).json()["messages"]) == 2


async def test_counts_segments(gateway: httpx.AsyncClient) -> None:
    assert (await post_message(gateway, Body="灯" * 71)).json()["num_segments"] == "2"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"To": ""}, 21604),
        ({"To": "16000000001"}, 21211),
        ({"To": "+86160000000011234"}, 21211),
        ({"To": "+８６16000000001"}, 21211),
        ({"From": ""}, 21603),
        ({"Body": ""}, 21602),
        ({"Body": "灯" * 1601}, 21617),
    ],
)
async def test_refuses_what_twilio_refuses(gateway: httpx.AsyncClient, fields: dict[str, str], code: int) -> None:
    answer = await post_message(gateway, **fields)
    assert answer.status_code == 400
    assert answer.json()["code"] == code
    assert (await gateway.get(MESSAGES)).json()["messages"] == []


async def test_refuses_a_phone_that_opted_out_at_the_gateway(gateway: httpx.AsyncClient) -> None:
    await gateway.post("/_plan", json={"opted_out": [LIU]})
    assert (await post_message(gateway)).json()["code"] == 21610


@pytest.mark.parametrize("auth", [None, ("AC0", "a token"), (ACCOUNT, "another token"), (ACCOUNT, "令牌")])
async def test_refuses_a_stranger(gateway: httpx.AsyncClient, auth: tuple[str, str] | None) -> None:
    gateway.auth = auth and httpx.BasicAuth(*auth)  # type: ignore[assignment]
    for answer in (await post_message(gateway), await gateway.get(MESSAGES)):
        assert answer.status_code == 401
        assert answer.json()["code"] == 20003


@pytest.mark.parametrize("header", ["Basic", "Basic !!!", "Bearer x", "Basic 令牌"])
async def test_a_broken_authorization_header_is_refused(gateway: httpx.AsyncClient, header: str) -> None:
    gateway.auth = None  # type: ignore[assignment]
    answer = await gateway.get(MESSAGES, headers={b"authorization": header.encode()})
    assert answer.json()["code"] == 20003


async def test_gets_one_message_or_404(gateway: httpx.AsyncClient) -> None:
    message = (await post_message(gateway)).json()
    assert (await gateway.get(message["uri"])).json()["body"] == "您好"
    missing = await gateway.get(message["uri"].replace("SM", "SMx"))
    assert (missing.status_code, missing.json()["code"]) == (404, 20404)


async def test_lists_the_newest_first_by_receiver(gateway: httpx.AsyncClient) -> None:
    for body, to in (("一", LIU), ("二", "+8616000000002"), ("三", LIU)):
        await post_message(gateway, Body=body, To=to)
    listed = (await gateway.get(MESSAGES, params={"To": LIU})).json()
    assert [message["body"] for message in listed["messages"]] == ["三", "一"]


async def test_pages_follow_each_other_though_new_messages_come(gateway: httpx.AsyncClient) -> None:
    for number in range(5):
        await post_message(gateway, Body=str(number))
    page = (await gateway.get(MESSAGES, params={"To": LIU, "PageSize": "2"})).json()
    await post_message(gateway, Body="new")
    bodies = [message["body"] for message in page["messages"]]
    while page["next_page_uri"]:
        page = (await gateway.get(page["next_page_uri"])).json()
        bodies += [message["body"] for message in page["messages"]]
    assert bodies == ["4", "3", "2", "1", "0"]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"DateSent>": "2020-01-01"}, 1),
        ({"DateSent<": "2020-01-01"}, 0),
        ({"DateSent": "2020-01-01"}, 0),
        ({"DateSent>": "2020-01-01T08:00:00Z"}, 1),
        ({"DateSent>": "Wed, 01 Jan 2020 08:00:00 -0000"}, 1),
    ],
)
async def test_lists_by_date_sent(gateway: httpx.AsyncClient, site: Site, params: dict[str, str], found: int) -> None:
    await post_message(gateway, StatusCallback="http://site.test/status")
    await until(lambda: site.calls)
    assert len((await gateway.get(MESSAGES, params=params)).json()["messages"]) == found


@pytest.mark.parametrize("params", [{"PageSize": "many"}, {"Page": "x"}, {"DateSent": "yesterday"}])
async def test_a_parameter_that_cannot_be_read_is_said(gateway: httpx.AsyncClient, params: dict[str, str]) -> None:
    answer = await gateway.get(MESSAGES, params=params)
    assert (answer.status_code, answer.json()["code"]) == (400, 20001)


async def test_a_restarted_gateway_lists_what_it_accepted(site: Site, tmp_path: Path) -> None:
    database = str(tmp_path / "sandbox.sqlite")
    auth = httpx.BasicAuth(ACCOUNT, "a token")
    async with running(site, database=database) as before:
        before.auth = auth
        accepted: dict[str, Any] = (await post_message(before)).json()
    async with running(site, database=database) as after:
        after.auth = auth
        listed = (await after.get(MESSAGES)).json()["messages"]
    assert [message["sid"] for message in listed] == [accepted["sid"]]


@pytest.mark.parametrize("body", ["<script>alert(1)</script>", "\u202eabc\x00\x07", "😀" * 800, "'; DROP TABLE message"])
async def test_keeps_any_body_word_for_word(gateway: httpx.AsyncClient, body: str) -> None:
    message = (await post_message(gateway, Body=body)).json()
    assert (await gateway.get(message["uri"])).json()["body"] == body
