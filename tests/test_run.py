"""run.py, which everybody meets first. That it installs is shown by every test run: it started this one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import run


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("/usr/bin/python3: No module named pip", "apt install python3-pip"),
        ("error sending request for url (https://index.example/simple/uv/)", "is there a network"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "is there a network"),
        ("error: Hash mismatch for `click==8.5.1`", "not the one that is locked"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("something new", "installing failed"),
    ],
)
def test_says_in_one_line_why_it_cannot_install(output: str, said: str) -> None:
    assert said in run.reason(output)
    assert "\n" not in run.reason(output)


@pytest.fixture
def _pythons_own_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our environment has none; run.py is started by the Python that has one."""
    monkeypatch.setattr(sys, "executable", str(Path(sys.base_prefix) / "bin" / "python3"))
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("_pythons_own_pip")
def test_tells_uv_what_pip_is_told_of_mirrors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pip.conf").write_text(
        "[global]\nindex-url = https://weak.example/simple\nextra-index-url = https://a.example https://b.example\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    monkeypatch.setenv("PIP_INDEX_URL", "https://strong.example/simple")
    told = run.index_settings()
    assert told["UV_DEFAULT_INDEX"] == "https://strong.example/simple"
    assert "https://b.example" in told["UV_INDEX"]
    assert told["UV_INDEX_STRATEGY"] == "unsafe-best-match"


@pytest.mark.usefixtures("_pythons_own_pip")
def test_leaves_alone_what_uv_is_told_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://pip.example/simple")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://uv.example/simple")
    assert "UV_DEFAULT_INDEX" not in run.index_settings()


def test_installs_anew_only_after_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "STAMP", tmp_path / "installed")
    assert not run.is_installed("run")
    run.STAMP.write_text(run.stamp("run"))
    assert run.is_installed("run")
    assert not run.is_installed("test")
    run.STAMP.write_text(run.stamp("test"))
    assert run.is_installed("run")
    monkeypatch.setattr(run, "UV_LOCK", tmp_path / "other")
    run.UV_LOCK.write_text("uv==0")
    assert not run.is_installed("run")


def test_without_words_it_says_what_it_can() -> None:
    said = subprocess.run([sys.executable, run.HERE / "run.py"], capture_output=True, text=True, check=True).stdout
    assert "run.py up" in said
    assert "run.py test" in said


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert run.main(["up"]) == 1
    assert capsys.readouterr().err == "run.py: Python 3.11 or newer is needed, this is 3.9\n"
