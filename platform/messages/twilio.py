"""Adapter number one: the Messages API of Twilio and of every server that speaks like it."""

import asyncio
import logging
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from base.settings import Settings
from messages.states import MessageState
from messages.transport import Result, Unanswered

log = logging.getLogger(__name__)

CONNECTIONS = 8  # httpx 0.28 slows down quadratically with its pool
KEPT_ALIVE_SECONDS = 2.0  # shorter than any server's, or a POST may meet a connection that is just being closed
BUSY = 429
# Codes of the 20000s are about us and our account, not about the message.
ABOUT_THE_MESSAGE = 21000
SECONDS_UNTIL_RETRY = 1.0
SECONDS_WHILE_REFUSED = 60.0
CLOCKS_DIFFER = timedelta(minutes=5)
MOST_PAGES = 100  # or a gateway whose pages lead in a circle would hold the sender up
LONGEST_SID = 34
LARGEST_CODE = 999_999


class Twilio:
    def __init__(self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._from = settings.sms_from
        self._callback = f"{settings.public_url}/sms/status/"
        self._messages = f"/2010-04-01/Accounts/{settings.sms_account_sid}/Messages.json"
        self._seconds = settings.sms_timeout_seconds
        self._http = httpx.AsyncClient(
            base_url=settings.sms_api_base,
            auth=(settings.sms_account_sid, settings.sms_auth_token),
            timeout=httpx.Timeout(settings.sms_timeout_seconds, connect=min(3.0, settings.sms_timeout_seconds)),
            limits=httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS, keepalive_expiry=KEPT_ALIVE_SECONDS),
            transport=transport,
        )

    async def send(self, message_id: int, to: str, body: str) -> Result:
        form = {"To": to, "From": self._from, "Body": body, "StatusCallback": f"{self._callback}{message_id}"}
        try:
            # httpx bounds each step of a request, not the whole, and the lease reckons with the whole.
            async with asyncio.timeout(self._seconds):
                answer = await self._http.post(self._messages, data=form)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            return Result(MessageState.QUEUED, delay_s=SECONDS_UNTIL_RETRY)  # never reached the gateway
        except (httpx.RequestError, TimeoutError):
            return Result(MessageState.AMBIGUOUS)  # it may have been accepted
        return _read(answer)

    async def find(self, to: str, body: str, since: datetime) -> list[str]:
        try:
            return [_sid(message["sid"]) for message in await self._accepted(to, since) if message["body"] == body]
        except (httpx.HTTPError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise Unanswered(type(error).__name__) from error

    async def _accepted(self, to: str, since: datetime) -> list[dict[str, Any]]:
        """The newest come first, so that the pages are turned no further back than need be."""
        found: list[dict[str, Any]] = []
        page = self._messages
        params: dict[str, str] | None = {"To": to, "From": self._from, "PageSize": "200"}
        for _ in range(MOST_PAGES):
            answer = (await self._http.get(page, params=params)).raise_for_status().json()
            recent = [message for message in answer["messages"] if _created(message) >= since - CLOCKS_DIFFER]
            found += recent
            complete = len(recent) < len(answer["messages"])
            page, params = answer.get("next_page_uri"), None
            if complete or not page:
                return found
        raise ValueError("the list does not end")

    async def close(self) -> None:
        await self._http.aclose()


def _created(message: dict[str, Any]) -> datetime:
    return parsedate_to_datetime(message["date_created"])


def _read(answer: httpx.Response) -> Result:
    if answer.status_code >= 500:
        return Result(MessageState.AMBIGUOUS, code=answer.status_code)
    try:
        said = answer.json()
        if answer.is_success:
            return Result(MessageState.SENT, sid=_sid(said["sid"]))
        code = _code(said["code"])
    except (ValueError, LookupError, TypeError, OverflowError):
        # A success that we cannot read may well be an acceptance. Any other answer is no gateway's.
        if answer.is_success:
            return Result(MessageState.AMBIGUOUS, code=answer.status_code)
        code = answer.status_code
    if answer.status_code == BUSY:
        return Result(MessageState.QUEUED, code=code, delay_s=SECONDS_UNTIL_RETRY)
    if code < ABOUT_THE_MESSAGE:
        log.error("the gateway refuses us (%s): check SMS_API_BASE, SMS_ACCOUNT_SID and SMS_AUTH_TOKEN", code)
        return Result(MessageState.QUEUED, code=code, delay_s=SECONDS_WHILE_REFUSED)
    log.warning("the gateway refused a message: %s", code)
    return Result(MessageState.FAILED, code=code)


def _sid(said: Any) -> str:
    if isinstance(said, str) and 0 < len(said) <= LONGEST_SID:
        return said
    raise ValueError("no sid")


def _code(said: Any) -> int:
    code = int(said)
    if abs(code) > LARGEST_CODE:
        raise ValueError("no code")
    return code
