"""What `up` hands to its programs, and how it hears that it shall stop."""

import os
import signal

import pytest

from commands import up
from commands.house import is_given


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, "127.0.0.1,localhost,::1"),
        ({"NO_PROXY": "intra.example"}, "intra.example,127.0.0.1,localhost,::1"),
        ({"no_proxy": "lower.example", "NO_PROXY": "upper.example"}, "lower.example,127.0.0.1,localhost,::1"),
    ],
)
def test_no_proxy_stands_between_our_own_programs(given: dict[str, str], names: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert up._no_proxy() == {"no_proxy": names, "NO_PROXY": names}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_interrupts_and_is_what_it_was_afterwards(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with pytest.raises(KeyboardInterrupt), up._every_signal_interrupts():
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) == before


def test_under_nohup_a_closed_terminal_does_not_stop_it() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with up._every_signal_interrupts():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_other_commands_are_told_every_setting_and_no_more() -> None:
    facts = up._facts("::", 8000, sandbox=False)
    assert (facts["site"], facts["sandbox"], facts["pid"]) == ("http://[::1]:8000", None, os.getpid())
    assert isinstance(facts["environment"], dict)
    assert {"DATABASE_URL", "SECRET_KEY", "QUIET_HOURS"} <= facts["environment"].keys()
    assert up._facts("127.0.0.1", 8000, sandbox=True)["sandbox"] == "http://127.0.0.1:8001"


@pytest.mark.parametrize(("given", "is_so"), [({}, False), ({"X": ""}, False), ({"X": "1"}, True), ({"X_FILE": "/run/x"}, True)])
def test_a_setting_may_be_given_by_a_file(given: dict[str, str], is_so: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("X", "X_FILE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert is_given("X") is is_so
