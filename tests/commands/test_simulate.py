"""A simulation from end to end: in this process, where the tables can be looked at, and from the terminal."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from base.db import rows
from commands import simulation_run
from commands.simulate import command
from commands.simulation_plan import Plan
from commands.simulation_results import Measures
from tests.conftest import EMPTIED
from tests.invariants import assert_the_invariants_hold

SMALL = Plan(seed=1, volunteers=20, days=1, load=1)


async def lived() -> tuple[Measures, list[dict[str, Any]]]:
    await rows(EMPTIED)
    await simulation_run.settle(SMALL)
    measures = await simulation_run.live(SMALL)
    return measures, await rows("SELECT at, subject, from_state, to_state, via FROM event ORDER BY at, subject, from_state, to_state, via")


async def test_the_same_seed_comes_to_the_same_and_the_invariants_hold(house: None) -> None:
    measures, ledger = await lived()
    await assert_the_invariants_hold()
    assert measures.wishes > 0
    assert measures.messages > 0
    assert await lived() == (measures, ledger)


async def liangdeng(*words: str) -> tuple[int, str]:
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "commands.main", "simulate", *words,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    out, _ = await asyncio.wait_for(program.communicate(), 120)
    return program.returncode or 0, out.decode()


async def test_it_leaves_a_report_and_nothing_in_the_city(house: None, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    code, said = await liangdeng("--days", "1", "--volunteers", "10", "--loads", "1", "--policy", "now", "--out", str(report))
    assert (code, said.lstrip()) == (0, f"报告已写好：{report}\nThe report is in {report}\n")
    assert "每天1件" in report.read_text("utf-8")
    assert await rows("SELECT 1 FROM person UNION ALL SELECT 1 FROM wish") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--loads", "ten"], "'ten' is not a list of whole numbers such as 10,20,40"),
        (["--loads", "0"], "from 1 to 500 wishes a day"),
        (["--policy", "cheapest"], "there is no policy cheapest"),
        (["--out", "/nowhere/report.html"], "/nowhere/report.html cannot be written"),
    ],
)
def test_what_cannot_be_simulated_is_refused_before_anything_starts(words: list[str], said: str) -> None:
    answer = CliRunner().invoke(command, words)
    assert answer.exit_code in (1, 2)
    assert said in answer.output
