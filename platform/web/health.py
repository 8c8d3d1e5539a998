"""Is the process alive; can it do its work."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from litestar import Response, get

from base import bell
from base.db import rows

PATIENCE_SECONDS = 3


@get("/healthz")
async def healthz() -> dict[str, str]:
    return {"process": "ok"}


@get("/readyz")
async def readyz() -> Response[dict[str, str]]:
    parts = {
        "database": await _answers(rows("SELECT 1")),
        "redis": await _answers(asyncio.to_thread(bell.connection().ping)),
    }
    return Response(parts, status_code=200 if set(parts.values()) == {"ok"} else 503)


async def _answers(question: Awaitable[Any]) -> str:
    try:
        await asyncio.wait_for(question, PATIENCE_SECONDS)
    except Exception:  # noqa: BLE001 — whatever is wrong with a part, the answer is that it fails
        return "failed"
    return "ok"
