"""What the adapter makes of each answer of a gateway, and of none."""

import asyncio
import json
import logging
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from math import inf

import httpx
import pytest

from base.settings import settings
from messages.states import MessageState as M
from messages.transport import Result
from messages.twilio import SECONDS_UNTIL_RETRY, SECONDS_WHILE_REFUSED, Twilio
from tests.messages.letters import LIU

SID = "SM" + "a" * 32
SOON, LATER = SECONDS_UNTIL_RETRY, SECONDS_WHILE_REFUSED
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def sent_to(line: Callable[[httpx.Request], httpx.Response]) -> Result:
    twilio = Twilio(settings(), httpx.MockTransport(line))
    result = await twilio.send(27, LIU, "您好")
    await twilio.close()
    return result


@pytest.mark.parametrize("status", [200, 201, 202])
async def test_a_success_with_a_sid_is_an_acceptance(status: int) -> None:
    assert await sent_to(lambda _: httpx.Response(status, json={"sid": SID})) == Result(M.SENT, sid=SID)


@pytest.mark.parametrize("sid", [None, "", 27, True, ["SM"], "SM" * 18])
async def test_a_success_whose_sid_is_none_may_be_an_acceptance(sid: object) -> None:
    assert (await sent_to(lambda _: httpx.Response(201, json={"sid": sid}))).state is M.AMBIGUOUS


@pytest.mark.parametrize("code", [21211, 21614, 21610, 21408, 21612, 21000, 30007, 63038])
async def test_a_code_about_the_message_is_final(code: int) -> None:
    assert await sent_to(lambda _: httpx.Response(400, json={"code": code})) == Result(M.FAILED, code=code)


@pytest.mark.parametrize(("status", "code"), [(401, 20003), (403, 20005), (404, 20404), (400, 20001), (400, 20999), (400, 0), (400, -1)])
async def test_a_code_about_us_holds_the_message_for_a_minute(status: int, code: int) -> None:
    assert await sent_to(lambda _: httpx.Response(status, json={"code": code})) == Result(M.QUEUED, code=code, delay_s=LATER)


@pytest.mark.parametrize(
    "said", [None, [], "21211", {"code": None}, {"code": "twenty"}, {"code": inf}, {"code": 10**12}, {"message": "21211"}]
)
@pytest.mark.parametrize("status", [400, 403, 404])
async def test_a_refusal_that_names_no_code_is_not_about_the_message(status: int, said: object) -> None:
    assert await sent_to(lambda _: httpx.Response(status, text=json.dumps(said))) == Result(M.QUEUED, code=status, delay_s=LATER)


@pytest.mark.parametrize(("text", "code"), [('{"code": 20429}', 20429), ("slow down", 429), ('{"code": 21611}', 21611)])
async def test_whatever_a_busy_gateway_says_it_is_asked_again_soon(text: str, code: int) -> None:
    assert await sent_to(lambda _: httpx.Response(429, text=text)) == Result(M.QUEUED, code=code, delay_s=SOON)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize("text", ["", "<html>Bad Gateway</html>", '{"code": 21211}', '{"sid": "SM1"}'])
async def test_whatever_stands_in_a_failure_of_the_gateway_the_fate_is_unknown(status: int, text: str) -> None:
    assert await sent_to(lambda _: httpx.Response(status, text=text)) == Result(M.AMBIGUOUS, code=status)


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
async def test_what_never_reached_the_gateway_is_tried_again_soon(error: type[httpx.TransportError]) -> None:
    assert await sent_to(_raising(error)) == Result(M.QUEUED, delay_s=SOON)


@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadTimeout,
        httpx.WriteTimeout,
        httpx.ReadError,
        httpx.WriteError,
        httpx.CloseError,
        httpx.RemoteProtocolError,
        httpx.DecodingError,
    ],
)
async def test_what_broke_on_the_way_may_have_been_accepted(error: type[httpx.RequestError]) -> None:
    assert await sent_to(_raising(error)) == Result(M.AMBIGUOUS)


def _raising(error: type[httpx.RequestError]) -> Callable[[httpx.Request], httpx.Response]:
    def line(_: httpx.Request) -> httpx.Response:
        raise error("on the way")

    return line


# A real connection, and a far end that does what it should not.


async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"Body=")


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"Body=")
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def half_an_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"Body=")
    writer.write(b'HTTP/1.1 201 Created\r\nContent-Length: 60\r\n\r\n{"sid": "SM')


async def gibberish(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"Body=")
    writer.write(b"220 smtp.example ESMTP\r\n\r\n")


async def packed_wrongly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"Body=")
    writer.write(b"HTTP/1.1 201 Created\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")


@asynccontextmanager
async def far_end(handler: Handler, patience_s: float = 5.0) -> AsyncIterator[Twilio]:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await handler(reader, writer)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    twilio = Twilio(replace(settings(), sms_api_base=f"http://127.0.0.1:{port}", sms_timeout_seconds=patience_s))
    try:
        yield twilio
    finally:
        await twilio.close()
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize("handler", [hang_up, reset, half_an_answer, gibberish, packed_wrongly])
async def test_a_connection_that_fails_after_the_message_went_out_leaves_us_in_doubt(handler: Handler) -> None:
    async with far_end(handler) as twilio:
        assert await twilio.send(27, LIU, "您好") == Result(M.AMBIGUOUS)


async def test_a_gateway_that_takes_the_message_and_says_nothing_leaves_us_in_doubt() -> None:
    async with far_end(silence, patience_s=0.1) as twilio:
        assert await twilio.send(27, LIU, "您好") == Result(M.AMBIGUOUS)


async def test_the_next_message_goes_over_a_new_connection_when_the_last_one_broke() -> None:
    answers = iter([hang_up, accept])

    async def turn(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await next(answers)(reader, writer)

    async with far_end(turn) as twilio:
        results = [await twilio.send(number, LIU, "您好") for number in (27, 28)]
    assert [result.state for result in results] == [M.AMBIGUOUS, M.SENT]


async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"Body=")
    body = b'{"sid": "%s"}' % SID.encode()
    writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))


# What the log says of it.


@pytest.mark.parametrize(("status", "code", "level"), [(401, 20003, "ERROR"), (400, 21211, "WARNING")])
async def test_the_log_names_the_code_and_neither_phone_nor_words(
    status: int, code: int, level: str, caplog: pytest.LogCaptureFixture
) -> None:
    await sent_to(lambda _: httpx.Response(status, json={"code": code, "message": f"to {LIU}: 您好"}))
    (record,) = [each for each in caplog.records if each.name == "messages.twilio"]
    assert (record.levelname, str(code) in record.getMessage()) == (level, True)
    assert LIU not in record.getMessage()
    assert settings().sms_auth_token not in caplog.text


async def test_an_accepted_message_is_not_worth_a_line(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "messages"):
        await sent_to(lambda _: httpx.Response(201, json={"sid": SID}))
    assert [each for each in caplog.records if each.name.startswith("messages")] == []
