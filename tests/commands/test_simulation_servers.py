"""The processes of a simulation: what goes wrong in one is said in a line."""

import logging
import sys
from pathlib import Path

import pytest

from commands.simulation_plan import Plan
from commands.simulation_policies import NOW
from commands.simulation_run import Troubles
from commands.simulation_servers import Servers
from commands.speech import Refusal


async def test_a_run_that_breaks_off_ends_the_simulation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    servers = Servers(tmp_path, "postgresql://nowhere", "redis://nowhere")
    with pytest.raises(Refusal, match="the simulation broke off"):
        async for _ in servers.told("nowhere", NOW, Plan(1, 10, 1)):
            pass


def test_what_the_sweep_goes_on_after_is_not_forgotten() -> None:
    troubles, log = Troubles(), logging.getLogger("base.sweep")
    log.addHandler(troubles)
    log.warning("a message was late")
    assert troubles.first is None
    log.error("wish 27 could not be tended")
    log.error("wish 28 could not be tended")
    log.removeHandler(troubles)
    assert troubles.first == "wish 27 could not be tended"
