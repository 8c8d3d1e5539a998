"""The lottery's page: what is promised before, what is told after, and never the other way round."""

import csv
from datetime import date, timedelta
from hashlib import sha256
from io import StringIO

import pytest

from base.clock import city_now, now
from base.db import rows
from jobs.tables import Lottery
from matching.lottery import commitment, order
from tests.jobs import scene
from tests.web.jobs.town import Town

SEED = "5e" * 32


async def draw(day: date, state: str) -> None:
    drawn = state == "drawn"
    await Lottery(
        day=day, state=state, seed=SEED, commitment=commitment(SEED), published_at=now(), due_at=None if drawn else now(),
        drawn_at=now() if drawn else None, needs=812, places=455, placed=430,
    ).save()  # fmt: skip


async def test_before_the_draw_the_fingerprint_is_told_and_the_seed_is_not(town: Town) -> None:
    await draw(scene.tomorrow(), "published")
    html = await town.html("/lottery")
    assert commitment(SEED) in html
    assert SEED not in html
    assert (await (await town.browser()).open(f"/lottery/{scene.tomorrow()}.csv")).status_code == 404


async def test_after_the_draw_everything_is_told_and_can_be_checked(town: Town) -> None:
    today = city_now().date()
    await draw(today, "drawn")
    needs = [7, 45, 12, 3]
    for place, need in enumerate(order(SEED, needs), 1):
        await rows("INSERT INTO ticket (day, need, position) VALUES ($1, $2, $3)", today, need, place)
    html = await town.html("/lottery")
    for told in ("812", "455", "430", f"printf '%s' {SEED} | sha256sum", f"printf '%s' {SEED}:45 | sha256sum"):
        assert told in html, told
    table = list(csv.DictReader(StringIO((await (await town.browser()).open(f"/lottery/{today}.csv")).text)))
    recomputed = sorted(needs, key=lambda need: sha256(f"{SEED}:{need}".encode()).hexdigest())
    assert [int(each["need"]) for each in table] == recomputed
    assert set(table[0]) == {"need", "position"}


@pytest.mark.parametrize("file", ["2026-11-24", "2026-11-24.txt", "x.csv", "2999-01-01.csv", ".csv", "%00.csv"])
async def test_a_file_that_is_none_is_no_page(town: Town, file: str) -> None:
    assert (await (await town.browser()).open(f"/lottery/{file}")).status_code == 404


async def test_before_the_first_draw_it_says_when_the_next_fingerprint_comes(town: Town) -> None:
    html = await town.html("/lottery")
    assert "前一天晚上 8 点公布" in html
    assert "还没有抽过" in html


async def test_old_draws_do_not_hide_the_new(town: Town) -> None:
    for ago in range(3):
        await draw(city_now().date() - timedelta(days=ago), "drawn")
    assert (await town.html("/lottery")).count(f"{SEED}</code></dd>") == 3


async def test_stations_that_do_not_share_with_all_are_named(town: Town) -> None:
    assert "双方满意" not in await town.html("/lottery")
    await rows("UPDATE station SET sharing = 'stable'")
    html = await town.html("/lottery")
    assert "双方满意" in html
    for station in await rows("SELECT name FROM station"):
        assert station["name"] in html
