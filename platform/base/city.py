"""Facts of this installation, each a small JSON value."""

import json
from typing import Any

from base.db import rows


async def facts() -> dict[str, Any]:
    return {fact["key"]: json.loads(fact["value"]) for fact in await rows("SELECT key, value FROM city_fact")}


async def remember(key: str, value: Any) -> None:
    await rows(
        "INSERT INTO city_fact (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key,
        json.dumps(value, ensure_ascii=False),
    )


async def is_demo() -> bool:
    return bool(await rows("SELECT 1 FROM city_fact WHERE key = 'demo' AND value = 'true'"))
