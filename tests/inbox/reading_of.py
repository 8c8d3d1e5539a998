"""What the tests of `inbox.parse` share: the moment, the way to read, and the collected texts."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from inbox.parse import parse, to_json
from inbox.reading import Reading

DATA = Path(__file__).with_name("data")
CITY = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=CITY)
NOT_PRINTED = ("why", "number", "places")


def read(text: str, now: datetime = MONDAY) -> Reading:
    return parse(text, now)


def collected(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def is_read_as_expected(example: dict[str, Any]) -> bool:
    expected = {name: field for name, field in example.items() if name != "text"}
    reading = read(example["text"])
    unprinted = {name: expected.pop(name) for name in NOT_PRINTED if name in expected}
    return to_json(reading) == expected and all(getattr(reading, name) == field for name, field in unprinted.items())
