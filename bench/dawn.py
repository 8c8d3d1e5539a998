"""The whole morning on a real database: 20,000 needs, 5,000 listings with 12,000 heads, until the last message is in the outbox.

    python bench/dawn.py [SEED]

The city is made up and the same for the same seed. Beside it, on the same pairs: the best pair first, and who came
first chooses, as a station does that has no plan.
"""

import asyncio
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "platform")]

from embed.postgres import Postgres
from embed.valkey import Valkey

RESULTS = Path(__file__).with_name("DAWN.md")


async def drawn(seed: int) -> tuple[dict[str, float], list[str]]:
    from morning_city import NEEDS, build, moment

    from base.clock import at
    from base.db import pool
    from base.ledger import SWEEP
    from base.migrate import migrate
    from base.work import transaction
    from jobs.dawn import draw_today

    await migrate()
    async with pool(4):
        await build(seed)
        with at(moment(5.9)):
            plans = await other_plans()
            start = time.perf_counter()
            times = {"read": start}
            async with transaction():
                lottery = await draw_today(SWEEP, lambda step, done, all_: report(times, step, done, all_))
            times["all"] = time.perf_counter()
        assert lottery.needs == NEEDS
        return {step: end - start for step, end in times.items()}, plans


def report(times: dict[str, float], step: str, done: int, all_: int) -> None:
    times[step] = time.perf_counter()
    print(f"\r{step} {done:,} of {all_:,}", end="\n" if done == all_ else "", file=sys.stderr, flush=True)


async def other_plans() -> list[str]:
    from jobs.pool import gigs, offered, seekers, seeking
    from matching.gig_edges import edges
    from matching.morning import OPTIONS, fair_morning

    some, jobs = seekers(await seeking("true")), gigs(await offered())
    nobody = np.empty((0, 2), np.int64)
    graph = edges(some, jobs, nobody, OPTIONS)
    best_first = np.argsort(-graph.weights, kind="stable")
    arrival = np.random.default_rng(1).permutation(len(some))
    first_come = np.lexsort((-graph.weights, arrival[graph.rows]))
    rows = graph.rows

    def greedy(order: Iterable[int]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        room, placed = jobs.room.copy(), np.zeros(len(some), np.bool_)
        for edge in order:
            row, column = rows[edge], graph.columns[edge]
            if not placed[row] and room[column] >= some.people[row]:
                placed[row], room[column] = True, room[column] - some.people[row]
        return placed

    long = some.waiting_days >= 3
    plans = {
        "the fair morning": fair_morning(some, jobs, nobody, "seed").kept >= 0,
        "the best pair first": greedy(best_first),
        "who comes first chooses": greedy(first_come),
    }
    return [f"| {name} | {some.people[placed].sum():,} | {placed[long].mean():.1%} |" for name, placed in plans.items()]


def main(seed: int) -> None:
    with tempfile.TemporaryDirectory(prefix="liangdeng-bench-") as folder:
        os.chmod(folder, 0o755)  # noqa: S103 - PostgreSQL does not run as root
        with Postgres(Path(folder) / "postgres") as postgres, Valkey(Path(folder) / "valkey") as valkey:
            os.environ.update(
                DATABASE_URL=postgres.url, REDIS_URL=valkey.url, PUBLIC_URL="http://127.0.0.1:8000", SMS_API_BASE="http://127.0.0.1:8001",
                SMS_ACCOUNT_SID="AC" + "a" * 32, SMS_AUTH_TOKEN=secrets.token_hex(16), SMS_FROM="+861069000012", SECRET_KEY=secrets.token_hex(32),
            )  # fmt: skip
            times, plans = asyncio.run(drawn(seed))
    from morning_city import HEADS, LISTINGS, NEEDS

    steps = list(times)
    table = [
        "# The morning, from the tables to the outbox",
        "",
        f"{NEEDS:,} needs, {LISTINGS:,} listings with {HEADS:,} heads (made up, seed {seed}), PostgreSQL on the same machine.",
        "",
        "| until | seconds |",
        "|---|---|",
        *(f"| {step} | {times[step]:.1f} |" for step in steps[1:]),
        "",
        "| plan | people placed | of the needs that waited 3 days or more |",
        "|---|---|---|",
        *plans,
        "",
    ]
    RESULTS.write_text("\n".join(table), "utf-8")
    print(RESULTS.read_text("utf-8"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
