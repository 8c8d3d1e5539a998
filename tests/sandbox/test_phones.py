from pathlib import Path

import httpx
import pytest

from messages.signatures import valid
from tests.sandbox.conftest import ACCOUNT, LIU, OURS, TOKEN, Site, post_message, running, until

INBOUND = "http://site.test/sms/inbound"


async def type_on(client: httpx.AsyncClient, body: str, phone: str = LIU) -> httpx.Response:
    return await client.post(f"/phones/{phone}/send", data={"body": body})


async def thread(client: httpx.AsyncClient, phone: str = LIU) -> list[dict[str, str]]:
    answer: list[dict[str, str]] = (await client.get(f"/phones/{phone}/messages.json")).json()["messages"]
    return answer


async def test_a_text_reaches_the_site_as_twilio_brings_it(gateway: httpx.AsyncClient, site: Site) -> None:
    sid = (await type_on(gateway, "接 127")).json()["sid"]
    await until(lambda: site.calls)
    [call] = site.calls
    assert call.url == INBOUND
    assert valid(TOKEN, INBOUND, call.form, call.signature)
    assert call.form == {
        "MessageSid": sid,
        "SmsSid": sid,
        "SmsMessageSid": sid,
        "SmsStatus": "received",
        "AccountSid": ACCOUNT,
        "From": LIU,
        "To": OURS,
        "Body": "接 127",
        "NumMedia": "0",
        "NumSegments": "1",
        "ApiVersion": "2010-04-01",
    }


async def test_an_attempt_is_repeated_with_the_same_sid(gateway: httpx.AsyncClient, site: Site) -> None:
    site.answers = [500, 302, 204]
    await type_on(gateway, "您好")
    await until(lambda: len(site.calls) == 3)
    assert len({call.form["MessageSid"] for call in site.calls}) == 1


@pytest.mark.parametrize("body", ["<b>&amp;</b>", "\u202e反", "a\x00b", "  两边有空格 ", "😀" * 800, "a+b=c&d%20"])
async def test_a_text_arrives_word_for_word(gateway: httpx.AsyncClient, site: Site, body: str) -> None:
    await type_on(gateway, body)
    await until(lambda: site.calls)
    assert site.calls[0].form["Body"] == body


async def test_the_thread_is_seen_from_the_phone(gateway: httpx.AsyncClient) -> None:
    await type_on(gateway, "您好")
    await post_message(gateway, Body="请问需要什么帮助?")
    await post_message(gateway, To="+8616000000002", Body="别人的短信")
    found = [(message["direction"], message["body"]) for message in await thread(gateway)]
    assert found == [("out", "您好"), ("in", "请问需要什么帮助?")]


@pytest.mark.parametrize("written", ["16000000001", "+86 160 0000 0001", "160-0000-0001"])
async def test_a_number_may_be_written_as_people_do(gateway: httpx.AsyncClient, written: str) -> None:
    await type_on(gateway, "您好", written)
    assert len(await thread(gateway)) == 1


@pytest.mark.parametrize(("phone", "body", "status"), [(LIU, "", 400), (LIU, " \n", 400), (LIU, "灯" * 1601, 400), ("abc", "您好", 404)])
async def test_refuses_what_no_phone_would_send(gateway: httpx.AsyncClient, site: Site, phone: str, body: str, status: int) -> None:
    assert (await type_on(gateway, body, phone)).status_code == status
    assert await thread(gateway) == []
    assert site.calls == []


async def test_a_restarted_gateway_brings_the_text_that_was_under_way(site: Site, tmp_path: Path) -> None:
    database = str(tmp_path / "sandbox.sqlite")
    site.answers = [500]
    async with running(site, database=database, attempt_pauses_seconds=(0.0, 60.0)) as before:
        sid = (await type_on(before, "您好")).json()["sid"]
        await until(lambda: site.calls)
    async with running(site, database=database):
        await until(lambda: len(site.calls) == 2)
    assert [call.form["MessageSid"] for call in site.calls] == [sid, sid]


async def test_another_site_cannot_make_a_browser_text(gateway: httpx.AsyncClient) -> None:
    answer = await gateway.post(f"/phones/{LIU}/send", data={"body": "骗人"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert await thread(gateway) == []
