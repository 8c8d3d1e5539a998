"""From an SMS in to its first offer at the gateway, the whole program running: one after another, and all at once.

    python bench/first_offer.py [WISHES]

Starts the program with its demo city in a folder of its own, delivers signed webhooks as the gateway does, and takes
the time of each acceptance from the gateway's own record. Beside it, in the same run: the bare round trip of a
webhook (a text that starts nothing), which is what the machine and the web server take by themselves.
"""

import asyncio
import json
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / part) for part in ("", "platform")]

from tests.commands.program import Program
from tests.program.gateway import Gateway

RESULTS = Path(__file__).with_name("FIRST_OFFER.md")
WISH = "厨房的灯泡坏了,够不着,想请会电工的师傅换一下"
PATIENCE_S = 120


def residents(environment: dict[str, str], count: int) -> list[str]:
    """Households of the demo's town, each with a phone of its own."""
    import asyncpg

    async def ask() -> list[str]:
        connection = await asyncpg.connect(environment["DATABASE_URL"])
        found = await connection.fetch(
            "SELECT phone FROM person p WHERE area LIKE '421202104%' AND NOT EXISTS"
            " (SELECT 1 FROM wish WHERE resident = p.id) AND NOT EXISTS (SELECT 1 FROM volunteer WHERE person = p.id)"
            " ORDER BY id LIMIT $1",
            count,
        )
        await connection.close()
        return [row["phone"] for row in found]

    return asyncio.run(ask())


def first_offers(gateway: Gateway, phones: list[str]) -> dict[str, float]:
    """phone of the resident -> when the first offer of her wish was accepted by the gateway."""
    refs: dict[str, str] = {}
    offers: dict[str, float] = {}
    wanted = set(phones)
    for phone, body, at in gateway.arrived():
        if phone in wanted and (opened := re.search(r"编号(\d+)", body)):
            refs[opened[1]] = phone
        elif offered := re.search(r"(\d+)号求助", body):
            offers.setdefault(offered[1], at)
    return {refs[ref]: at for ref, at in offers.items() if ref in refs}


async def until_offered(gateway: Gateway, phones: list[str]) -> dict[str, float]:
    deadline = time.monotonic() + PATIENCE_S
    while len(found := first_offers(gateway, phones)) < len(phones):
        if time.monotonic() > deadline:
            raise SystemExit(f"only {len(found)} of {len(phones)} wishes were offered")
        await asyncio.sleep(0.01 if len(phones) == 1 else 0.2)
    return found


async def one_after_another(client: httpx.AsyncClient, gateway: Gateway, phones: list[str]) -> list[float]:
    took = []
    for phone in phones:
        start = time.time()
        await gateway.deliver(client, phone, WISH)
        took.append((await until_offered(gateway, [phone]))[phone] - start)
    return took


async def all_at_once(client: httpx.AsyncClient, gateway: Gateway, phones: list[str]) -> list[float]:
    start = time.time()
    await asyncio.gather(*(gateway.deliver(client, phone, WISH) for phone in phones))
    offered = await until_offered(gateway, phones)
    return [at - start for at in offered.values()]


async def round_trips(client: httpx.AsyncClient, gateway: Gateway, count: int) -> list[float]:
    took = []
    for _ in range(count):
        start = time.time()
        await gateway.deliver(client, "+8616019990000", "谢谢")
        took.append(time.time() - start)
    return took


def line(name: str, took: list[float]) -> str:
    ordered = sorted(took)
    p90 = ordered[int(0.9 * (len(ordered) - 1))]
    return f"| {name} | {len(ordered)} | {statistics.median(ordered) * 1000:.0f} | {p90 * 1000:.0f} | {ordered[-1] * 1000:.0f} |"


async def measure(gateway: Gateway, phones: list[str]) -> list[str]:
    half = len(phones) // 2
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=32), timeout=60, trust_env=False) as client:
        bare = await round_trips(client, gateway, half)
        return [
            line("a webhook that starts nothing (the machine itself)", bare),
            line("first offer, one wish after another", await one_after_another(client, gateway, phones[:half])),
            line("first offer, all wishes at once", await all_at_once(client, gateway, phones[half:])),
        ]


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with Program(data, "--demo") as program:
            environment = json.loads((data / "running.json").read_text())["environment"]
            gateway = Gateway(f"http://127.0.0.1:{program.port}", data)
            table = asyncio.run(measure(gateway, residents(environment, 2 * count)))
    head = [
        "# From an SMS in to its first offer at the gateway",
        "",
        "| what | times | p50 ms | p90 ms | max ms |",
        "|---|---|---|---|---|",
    ]
    RESULTS.write_text("\n".join([*head, *table, ""]), "utf-8")
    print(RESULTS.read_text("utf-8"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
