"""POST /sms/status/{message id}: signed; late, repeated and unknown reports do no harm."""

import pytest
from litestar import Litestar

from base.db import rows
from base.work import transaction
from messages import outbox, texts
from tests.web.browser import client, gateway_posts

SID = "SM" + "2" * 32


async def message() -> int:
    async with transaction():
        await outbox.put(texts.usage(), outbox.Stranger("+8616000000001", "zh-CN"), "test:1")
    (found,) = await rows("UPDATE message SET state = 'sent', sid = $1 RETURNING id", SID)
    return int(found["id"])


def report(status: str, **more: str) -> dict[str, str]:
    return {"MessageSid": SID, "MessageStatus": status, **more}


async def state() -> tuple[str, int | None]:
    (found,) = await rows("SELECT state, code FROM message")
    return found["state"], found["code"]


async def test_a_delivery_report_ends_the_message(app: Litestar, house: None) -> None:
    path = f"/sms/status/{await message()}"
    assert (await gateway_posts(app, path, report("delivered"))).status_code == 204
    assert await state() == ("delivered", None)


async def test_a_failure_keeps_its_code(app: Litestar, house: None) -> None:
    path = f"/sms/status/{await message()}"
    assert (await gateway_posts(app, path, report("undelivered", ErrorCode="30003"))).status_code == 204
    assert await state() == ("undelivered", 30003)


async def test_a_report_that_comes_twice_or_late_changes_nothing(app: Litestar, house: None) -> None:
    path = f"/sms/status/{await message()}"
    for status in ("delivered", "delivered", "sent", "queued"):
        assert (await gateway_posts(app, path, report(status))).status_code == 204
    assert await state() == ("delivered", None)


@pytest.mark.parametrize("path", ["/sms/status/999999", "/sms/status/999999999999999999"])
async def test_a_report_of_an_unknown_message_is_taken_and_forgotten(app: Litestar, house: None, path: str) -> None:
    assert (await gateway_posts(app, path, report("delivered"))).status_code == 204


@pytest.mark.parametrize("path", ["/sms/status/0", "/sms/status/-1", "/sms/status/" + "9" * 24, "/sms/status/abc"])
async def test_a_number_that_no_message_can_have_is_not_found(app: Litestar, house: None, path: str) -> None:
    assert (await gateway_posts(app, path, report("delivered"))).status_code == 404


@pytest.mark.parametrize(
    "form", [{}, {"MessageSid": SID}, {"MessageSid": "S" * 99, "MessageStatus": "sent"}, {"MessageSid": SID, "MessageStatus": "x" * 99}]
)
async def test_a_report_that_says_nothing_is_ignored(app: Litestar, house: None, form: dict[str, str]) -> None:
    assert (await gateway_posts(app, f"/sms/status/{await message()}", form)).status_code == 204
    assert (await state())[0] == "sent"


@pytest.mark.parametrize("code", ["x", "１２", "-1", "9" * 30, ""])
async def test_a_code_that_is_no_number_is_left_out(app: Litestar, house: None, code: str) -> None:
    path = f"/sms/status/{await message()}"
    assert (await gateway_posts(app, path, report("failed", ErrorCode=code))).status_code == 204
    assert await state() == ("failed", None)


async def test_an_unsigned_report_is_refused(app: Litestar, house: None) -> None:
    path = f"/sms/status/{await message()}"
    async with client(app) as http:
        assert (await http.post(path, data=report("failed"))).status_code == 403
    assert (await state())[0] == "sent"
