"""The way to the site: texts from phones and reports about texts to phones, signed, tried a few times."""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any

import httpx

from messages.segments import segments
from messages.signatures import sign
from sandbox.config import Config
from sandbox.store import FROM_PHONE, TO_PHONE, Draft, Message, Store

API_VERSION = "2010-04-01"
REPORTED = ("sent", "delivered")
AT_ONCE = 4


class Carrier:
    def __init__(self, config: Config, store: Store, client: httpx.AsyncClient) -> None:
        self._config = config
        self._store = store
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        # Two queues: a person's text must not wait behind ten thousand reports.
        self._texts = asyncio.Semaphore(AT_ONCE)
        self._reports = asyncio.Semaphore(AT_ONCE)

    def resume(self) -> None:
        for message in self._store.under_way():
            self.carry(message)

    def carry(self, message: Message) -> None:
        self._start(self._report(message) if message.direction == TO_PHONE else self._bring(message))

    def send(self, phone: str, body: str) -> Message:
        """A person types on a phone and presses send."""
        message = self._store.add(Draft(FROM_PHONE, phone, self._config.our_number, body, "receiving"))
        self._store.see(phone)
        self.carry(message)
        return message

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring(self, message: Message) -> None:
        form = self._fields(message, "received") | {
            "SmsMessageSid": message.sid,
            "Body": message.body,
            "NumMedia": "0",
            "NumSegments": str(segments(message.body)),
        }
        answer = await self._post(self._texts, f"{self._config.public_url}/sms/inbound", form)
        self._store.move(message, "received" if _ok(answer) else "failed", answer)

    async def _report(self, message: Message) -> None:
        for status in REPORTED:
            await asyncio.sleep(self._config.report_pause_seconds)
            self._store.move(message, status)
            if message.report_to:
                form = self._fields(message, status) | {"MessageStatus": status}
                await self._post(self._reports, message.report_to, form)

    def _fields(self, message: Message, status: str) -> dict[str, str]:
        return {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "SmsStatus": status,
            "AccountSid": self._config.account_sid,
            "From": message.sender or self._config.our_number,
            "To": message.recipient,
            "ApiVersion": API_VERSION,
        }

    async def _post(self, queue: asyncio.Semaphore, url: str, form: Mapping[str, str]) -> int | None:
        """The status of the last answer, None if there was none."""
        headers = {"X-Twilio-Signature": sign(self._config.auth_token, url, form)}
        answer = None
        for pause in self._config.attempt_pauses_seconds:
            await asyncio.sleep(pause)
            async with queue:
                answer = await self._attempt(url, form, headers)
            if _ok(answer):
                break
        return answer

    async def _attempt(self, url: str, form: Mapping[str, str], headers: Mapping[str, str]) -> int | None:
        try:
            return (await self._client.post(url, data=form, headers=headers)).status_code
        except (httpx.HTTPError, httpx.InvalidURL, ValueError):
            return None


def _ok(answer: int | None) -> bool:
    return answer is not None and 200 <= answer < 300
