"""POST /sms/inbound: signed, once, answered at once, and never a 500."""

import asyncio

import pytest
from litestar import Litestar

from base.bell import connection
from base.db import rows
from tests.web.browser import client, gateway_posts

TEXT = {
    "MessageSid": "SM" + "1" * 32,
    "AccountSid": "AC" + "a" * 32,
    "From": "+8616000000001",
    "To": "+861069000012",
    "Body": "灯泡坏了，万秀村",
    "NumMedia": "0",
}


async def kept() -> list[dict[str, object]]:
    return await rows("SELECT sid, phone, body, state FROM inbound ORDER BY id")


async def test_a_signed_text_is_kept_word_for_word_and_answered_at_once(app: Litestar, house: None) -> None:
    answer = await gateway_posts(app, "/sms/inbound", TEXT)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    assert answer.text.endswith("<Response/>")
    assert await kept() == [{"sid": TEXT["MessageSid"], "phone": "+8616000000001", "body": "灯泡坏了，万秀村", "state": "new"}]


async def test_it_rings_the_inbox(app: Litestar, house: None) -> None:
    await gateway_posts(app, "/sms/inbound", TEXT)
    assert connection().exists("bell:inbox")


@pytest.mark.parametrize("signature", ["", "nonsense", "签名", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="])
async def test_a_wrong_signature_is_refused_and_leaves_no_row(app: Litestar, house: None, signature: str) -> None:
    async with client(app) as http:
        headers = {"X-Twilio-Signature": signature.encode()}
        answer = await http.post("/sms/inbound", data=TEXT, headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 403
    assert await kept() == []


async def test_no_signature_at_all_is_refused(app: Litestar, house: None) -> None:
    async with client(app) as http:
        assert (await http.post("/sms/inbound", data=TEXT)).status_code == 403
    assert await kept() == []


async def test_a_signature_does_not_fit_another_text(app: Litestar, house: None) -> None:
    from base.settings import settings
    from messages.signatures import sign

    signature = sign(settings().sms_auth_token, settings().public_url + "/sms/inbound", TEXT)
    assert (await gateway_posts(app, "/sms/inbound", TEXT | {"Body": "别的"}, signature)).status_code == 403


async def test_the_raw_query_is_signed_too(app: Litestar, house: None) -> None:
    assert (await gateway_posts(app, "/sms/inbound?from=%E4%BA%91&x=1%202", TEXT)).status_code == 200


async def test_the_same_text_delivered_many_times_at_once_is_kept_once(app: Litestar, house: None) -> None:
    answers = await asyncio.gather(*(gateway_posts(app, "/sms/inbound", TEXT) for _ in range(12)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(await kept()) == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\0",
        "a\0b",
        "💡" * 400,
        "灯" * 3300,
        "\u202e\u200b\ufeff",
        "'; DROP TABLE inbound; --",
        "<script>alert(1)</script>",
        "%s %(x)s {{ 7 }}",
    ],
)
async def test_any_body_is_kept(app: Litestar, house: None, body: str) -> None:
    assert (await gateway_posts(app, "/sms/inbound", TEXT | {"Body": body})).status_code == 200
    (row,) = await kept()
    assert "\0" not in str(row["body"])


@pytest.mark.parametrize("sender", ["Anonymous", "10086", "+", "１２３", "a" * 500, "\0"])
async def test_what_comes_from_no_phone_starts_no_conversation(app: Litestar, house: None, sender: str) -> None:
    answer = await gateway_posts(app, "/sms/inbound", TEXT | {"From": sender})
    assert answer.status_code in (200, 400)
    assert all(row["state"] == "kept" for row in await kept())


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
async def test_a_text_without_sid_or_sender_is_refused_whole(app: Litestar, house: None, missing: str) -> None:
    form = {name: value for name, value in TEXT.items() if name != missing}
    assert (await gateway_posts(app, "/sms/inbound", form)).status_code == 400
    assert await kept() == []


async def test_a_text_without_body_is_an_empty_one(app: Litestar, house: None) -> None:
    form = {name: value for name, value in TEXT.items() if name != "Body"}
    assert (await gateway_posts(app, "/sms/inbound", form)).status_code == 200


async def test_a_sid_longer_than_any_is_refused(app: Litestar, house: None) -> None:
    assert (await gateway_posts(app, "/sms/inbound", TEXT | {"MessageSid": "S" * 65})).status_code == 400


@pytest.mark.parametrize("content", [b"Body=%ff%fe&From=%80", b"\xff\xfe\x00", b"a=1&" * 200, b""])
async def test_bytes_that_are_no_form_are_refused(app: Litestar, house: None, content: bytes) -> None:
    async with client(app) as http:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": "x"}
        assert (await http.post("/sms/inbound", content=content, headers=headers)).status_code in (400, 403)


async def test_a_body_beyond_all_bounds_is_refused(app: Litestar, house: None) -> None:
    assert (await gateway_posts(app, "/sms/inbound", TEXT | {"Body": "a" * 70_000})).status_code == 413
    assert await kept() == []
