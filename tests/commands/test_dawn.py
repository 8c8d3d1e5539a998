"""The morning's share and its check, from the terminal."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

from base.clock import city_now
from base.db import rows
from tests.jobs.mornings import Desk, seeker


async def liangdeng(data: Path, *words: str) -> tuple[int, str]:
    command = [sys.executable, "-P", "-m", "commands.main", *words, "--data", str(data)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await asyncio.wait_for(program.communicate(), 60)
    return program.returncode or 0, out.decode()


async def test_a_morning_is_shared_out_once_and_a_bent_draw_is_found_out(house: None, tmp_path: Path) -> None:
    desk, today = await Desk.open(), city_now().date()
    for _ in range(3):
        await seeker()
    listing = await desk.listing()
    late = city_now() + timedelta(hours=3)
    await rows("UPDATE listing SET day = $1, starts_at = $2, ends_at = $3", today, late, late + timedelta(hours=4))
    await rows("UPDATE job_need SET from_day = $1", today)
    await rows("DELETE FROM referral")

    code, said = await liangdeng(tmp_path, "dawn")
    assert code == 0
    assert f"{today}：3 个求职，2 个名额，2 个求职留了名额" in said
    assert "温泉零工驿站：2 个名额，留出 2 个；互相更中意却没配上的 0 对，其中本站的人 0 对" in said
    assert (await rows("SELECT kept FROM listing WHERE id = $1", listing.id))[0]["kept"] == 2

    await rows("UPDATE ticket SET position = 4 - position")
    verify = liangdeng(tmp_path / "beside", "lottery", "verify", str(today))
    (again, said), (checked, verdict) = await asyncio.gather(liangdeng(tmp_path, "dawn"), verify)
    assert (again, "has been shared out already" in said) == (1, True)
    assert checked == 1
    assert "The seed is the one whose hash was published before" in verdict
    assert "The order of the 3 tickets does NOT follow from the seed!" in verdict
