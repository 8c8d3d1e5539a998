"""The list of messages: Twilio's filters and its way of turning pages."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode

from sandbox.gateway import Gateway
from sandbox.resource import messages_uri, resource
from sandbox.store import Message

MOST_ON_A_PAGE = 1000
USUAL_PAGE = 50
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass
class Filter:
    where: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, value: object) -> None:
        self.where.append(condition)
        self.values.append(value)


def listing(gateway: Gateway, query: Mapping[str, str]) -> dict[str, Any]:
    """Raises ValueError for a parameter that cannot be read."""
    size = min(max(int(query.get("PageSize", USUAL_PAGE)), 1), MOST_ON_A_PAGE)
    page = max(int(query.get("Page", 0)), 0)
    token = query.get("PageToken", "")
    chosen = _filter(gateway, query)
    if token:
        # From the last message of the page before, not by counting: new messages move no page.
        chosen.add("id < (SELECT id FROM message WHERE sid = ?)", token.removeprefix("PA"))
    found = gateway.store.newest(chosen.where, chosen.values, size + 1, 0 if token else page * size)
    return _envelope(gateway.config.account_sid, query, found, page, size)


def _filter(gateway: Gateway, query: Mapping[str, str]) -> Filter:
    chosen = Filter()
    for name, column in (("To", "recipient"), ("From", "sender")):
        if query.get(name):
            chosen.add(f"{column} = ?", query[name])
    for name, condition in (("DateSent>", "sent_at >= ?"), ("DateSent<", "sent_at < ?")):
        if query.get(name):
            chosen.add(condition, _moment(query[name], end=name == "DateSent<"))
    if query.get("DateSent"):
        chosen.add("sent_at >= ?", _moment(query["DateSent"]))
        chosen.add("sent_at < ?", _moment(query["DateSent"], end=True))
    if gateway.plan.list_lag_seconds:
        chosen.add("created_at <= ?", time.time() - gateway.plan.list_lag_seconds)
    return chosen


def _moment(written: str, *, end: bool = False) -> float:
    """A whole day ends where the next begins; a moment is only itself."""
    if DAY.fullmatch(written):
        day = datetime.fromisoformat(written).replace(tzinfo=UTC)
        return (day + timedelta(days=1) if end else day).timestamp()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = parsedate_to_datetime(written)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _envelope(account_sid: str, query: Mapping[str, str], found: list[Message], page: int, size: int) -> dict[str, Any]:
    shown = found[:size]
    kept = {name: value for name, value in query.items() if name not in {"Page", "PageToken"}}

    def uri(number: int, token: str = "") -> str:
        turned = {"Page": str(number)} | ({"PageToken": f"PA{token}"} if token else {})
        return f"{messages_uri(account_sid)}.json?{urlencode(kept | {'PageSize': str(size)} | turned)}"

    return {
        "messages": [resource(message, account_sid) for message in shown],
        "page": page,
        "page_size": size,
        "start": page * size,
        "end": page * size + max(len(shown) - 1, 0),
        "uri": uri(page),
        "first_page_uri": uri(0),
        "previous_page_uri": None,
        "next_page_uri": uri(page + 1, shown[-1].sid) if len(found) > size else None,
    }
