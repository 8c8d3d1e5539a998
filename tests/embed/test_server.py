"""What every embedded server does, shown with programs that misbehave."""

import signal
import subprocess
from pathlib import Path

import pytest

from embed import server
from embed.errors import ServerError
from embed.server import Server


class Script(Server):
    """A shell script in the place of a server; it is ready when it says so in its log."""

    program = "sh"
    end = signal.SIGTERM

    def __init__(self, data: Path, script: str) -> None:
        super().__init__(data)
        self.script, self.ports = script, list[int]()

    @property
    def url(self) -> str:
        return self._password()

    def _prepare(self) -> None:
        pass

    def _launch(self) -> subprocess.Popen[bytes]:
        self.ports.append(self.port)
        return self._spawn(["sh", "-c", self.script])

    def _is_ready(self) -> bool:
        return "ready" in self.log.read_text()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "START_SECONDS", 0.4)
    monkeypatch.setattr(server, "STOP_SECONDS", 0.2)


def test_before_it_starts_it_has_no_process(tmp_path: Path) -> None:
    unborn = Script(tmp_path, "true")
    unborn.stop()
    with pytest.raises(ServerError, match="sh is not started"):
        _ = unborn.process


@pytest.mark.parametrize("script", ["echo no; exit 1", "sleep 60"], ids=["ends at once", "never ready"])
def test_one_that_does_not_start_is_said_with_its_log(tmp_path: Path, script: str) -> None:
    broken = Script(tmp_path, script)
    with pytest.raises(ServerError, match=rf"sh does not start; see {tmp_path}/server\.log"):
        broken.start()
    assert broken.process.poll() is not None


def test_when_the_first_try_fails_the_next_is_on_another_port(tmp_path: Path) -> None:
    class Unlucky(Script):
        def _launch(self) -> subprocess.Popen[bytes]:
            self.script = "echo ready; exec sleep 60" if self.ports else "exit 1"
            return super()._launch()

    with Unlucky(tmp_path, "") as unlucky:
        assert len(set(unlucky.ports)) == 2


def test_one_that_does_not_want_to_end_is_ended(tmp_path: Path) -> None:
    with Script(tmp_path, "trap : TERM; echo ready; while :; do sleep 0.01; done") as stubborn:
        pass
    assert stubborn.process.returncode == -signal.SIGKILL


def test_it_is_asked_to_end_and_may_say_how_it_went(tmp_path: Path) -> None:
    with Script(tmp_path, "trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done") as polite:
        pass
    assert polite.process.returncode == 7


def test_its_password_is_made_once_for_each_folder(tmp_path: Path) -> None:
    first, again, other = Script(tmp_path, ""), Script(tmp_path, ""), Script(tmp_path / "other", "")
    other.data.mkdir()
    assert first.url == again.url != other.url
    assert len(first.url) >= 32


def test_the_environment_of_the_city_is_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "a very secret key")
    with Script(tmp_path, "env; echo ready; exec sleep 60") as curious:
        assert "secret" not in curious.log.read_text()
    assert curious.log.stat().st_mode & 0o777 == 0o600
