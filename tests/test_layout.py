"""The source root is called platform/, like the module of the standard library. Keep them apart."""

import importlib
import platform
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ["workers", "migrations", *sorted(path.parent.name for path in (ROOT / "platform").glob("*/__init__.py"))]


def test_platform_is_still_the_standard_library() -> None:
    assert platform.python_version()
    assert not (ROOT / "platform" / "__init__.py").exists()


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_ours_and_only_ours(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__file__
    assert Path(module.__file__).parent in (ROOT / name, ROOT / "platform" / name)


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").glob("**/test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_what_the_project_needs_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert _missing(project["project"]["dependencies"], "requirements.txt") == []
    for group in ("test", "bench"):
        assert _missing(project["dependency-groups"][group], f"requirements-{group}.txt") == []


def test_the_locks_name_no_address() -> None:
    for lock in ROOT.glob("requirements*.txt"):
        assert "://" not in lock.read_text()


def _missing(wanted: list[str], lock: str) -> list[str]:
    locked = {line.split("==")[0] for line in (ROOT / lock).read_text().splitlines() if "==" in line}
    return [each for each in wanted if re.split(r"[\[<>=~!; ]", each)[0].lower() not in locked]
