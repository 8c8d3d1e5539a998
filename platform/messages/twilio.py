"""Adapter number one: the Messages API of Twilio and of every server that speaks like it."""

import logging

import httpx

from base.settings import Settings
from messages.states import MessageState
from messages.transport import Result

log = logging.getLogger(__name__)

CONNECTIONS = 8  # httpx 0.28 slows down quadratically with its pool
BUSY, UNAUTHORISED = 429, 401
SECONDS_UNTIL_RETRY = 1.0
SECONDS_WHILE_UNAUTHORISED = 60.0


class Twilio:
    def __init__(self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._from = settings.sms_from
        self._callback = f"{settings.public_url}/sms/status/"
        self._messages = f"/2010-04-01/Accounts/{settings.sms_account_sid}/Messages.json"
        self._http = httpx.AsyncClient(
            base_url=settings.sms_api_base,
            auth=(settings.sms_account_sid, settings.sms_auth_token),
            timeout=httpx.Timeout(settings.sms_timeout_seconds, connect=min(3.0, settings.sms_timeout_seconds)),
            limits=httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS),
            transport=transport,
        )

    async def send(self, message_id: int, to: str, body: str) -> Result:
        form = {"To": to, "From": self._from, "Body": body, "StatusCallback": f"{self._callback}{message_id}"}
        try:
            answer = await self._http.post(self._messages, data=form)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            return Result(MessageState.QUEUED, delay_s=SECONDS_UNTIL_RETRY)  # never reached the gateway
        except httpx.TransportError:
            return Result(MessageState.AMBIGUOUS)  # it may have been accepted
        return _read(answer)

    async def find(self, to: str, body: str) -> list[str]:
        found: list[str] = []
        page: str | None = self._messages
        params: dict[str, str] | None = {"To": to, "From": self._from, "PageSize": "200"}
        while page:
            answer = (await self._http.get(page, params=params)).raise_for_status().json()
            found += [str(message["sid"]) for message in answer["messages"] if message["body"] == body]
            page, params = answer.get("next_page_uri"), None
        return found

    async def close(self) -> None:
        await self._http.aclose()


def _read(answer: httpx.Response) -> Result:
    if answer.status_code >= 500:
        return Result(MessageState.AMBIGUOUS, code=answer.status_code)
    try:
        said = answer.json()
        if answer.is_success:
            return Result(MessageState.SENT, sid=said["sid"])
        code = int(said.get("code") or answer.status_code)
    except (ValueError, KeyError, AttributeError, TypeError):
        # A success that we cannot read may well be an acceptance.
        code = answer.status_code
        return Result(MessageState.AMBIGUOUS if answer.is_success else MessageState.FAILED, code=code)
    if answer.status_code == BUSY:
        return Result(MessageState.QUEUED, code=code, delay_s=SECONDS_UNTIL_RETRY)
    if answer.status_code == UNAUTHORISED:
        log.error("the gateway refuses our account (%s): check SMS_ACCOUNT_SID and SMS_AUTH_TOKEN", code)
        return Result(MessageState.QUEUED, code=code, delay_s=SECONDS_WHILE_UNAUTHORISED)
    log.warning("the gateway refused a message: %s", code)
    return Result(MessageState.FAILED, code=code)
