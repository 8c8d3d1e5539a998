from pathlib import Path

import httpx
import pytest

from messages.signatures import valid
from tests.sandbox.conftest import ACCOUNT, LIU, MESSAGES, OURS, TOKEN, Site, post_message, running, until

STATUS = "http://site.test/sms/status/17?round=2"


async def test_reports_sent_then_delivered_signed(gateway: httpx.AsyncClient, site: Site) -> None:
    sid = (await post_message(gateway, StatusCallback=STATUS)).json()["sid"]
    await until(lambda: len(site.calls) == 2)
    assert [call.form["MessageStatus"] for call in site.calls] == ["sent", "delivered"]
    for call in site.calls:
        assert call.url == STATUS
        assert valid(TOKEN, STATUS, call.form, call.signature)
        assert (call.form["MessageSid"], call.form["To"], call.form["From"]) == (sid, LIU, OURS)
        assert call.form["AccountSid"] == ACCOUNT


async def test_the_resource_follows_the_reports(gateway: httpx.AsyncClient, site: Site) -> None:
    message = (await post_message(gateway, StatusCallback=STATUS)).json()
    await until(lambda: len(site.calls) == 2)
    after = (await gateway.get(message["uri"])).json()
    assert after["status"] == "delivered"
    assert after["date_sent"]


async def test_a_report_is_repeated_until_it_is_taken(gateway: httpx.AsyncClient, site: Site) -> None:
    site.answers = [503, 500]
    await post_message(gateway, StatusCallback=STATUS)
    await until(lambda: len(site.calls) == 4)
    assert [call.form["MessageStatus"] for call in site.calls] == ["sent", "sent", "sent", "delivered"]


async def test_a_report_is_not_repeated_for_ever(gateway: httpx.AsyncClient, site: Site) -> None:
    site.answers = [500] * 3
    await post_message(gateway, StatusCallback=STATUS)
    await until(lambda: len(site.calls) == 4)
    assert [call.form["MessageStatus"] for call in site.calls] == ["sent"] * 3 + ["delivered"]


@pytest.mark.parametrize("address", ["nowhere", "http://\u202e/", "http://[::", ""])
async def test_an_address_that_is_none_harms_nobody(gateway: httpx.AsyncClient, site: Site, address: str) -> None:
    await post_message(gateway, StatusCallback=address)
    await post_message(gateway, StatusCallback=STATUS)
    await until(lambda: len(site.calls) >= 2)
    assert (await gateway.get(MESSAGES)).json()["messages"][0]["status"] == "delivered"


async def test_a_restarted_gateway_reports_what_it_still_owes(site: Site, tmp_path: Path) -> None:
    database = str(tmp_path / "sandbox.sqlite")
    async with running(site, database=database, report_pause_seconds=60.0) as before:
        before.auth = httpx.BasicAuth(ACCOUNT, TOKEN)
        await post_message(before, StatusCallback=STATUS)
    assert site.calls == []
    async with running(site, database=database):
        await until(lambda: len(site.calls) == 2)
