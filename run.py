#!/usr/bin/env python3
"""Makes what the program needs in this folder, then hands over. Standard library only.

python3 run.py up [--data DIR] [--port N] [--no-demo]    start everything
python3 run.py test [pytest's arguments]                 check everything
python3 run.py bench [PART ...]                          measure the engine beside its peers, into bench/RESULTS.md
python3 run.py lock [--upgrade]                          write the lock files after a change in pyproject.toml
python3 run.py WORD ...                                  any other word of the `liangdeng` command
"""

from __future__ import annotations

import ast
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
TOOLS = HERE / ".tools"
VENV = HERE / ".venv"
STAMP = VENV / "installed"
LOG = TOOLS / "install.log"
UV_LOCK = HERE / "requirements-uv.txt"
LOCKS = {"run": HERE / "requirements.txt", "test": HERE / "requirements-test.txt", "bench": HERE / "requirements-bench.txt"}
CHECKS = ("ruff check .", "ruff format --check .", "mypy", "lint-imports")

UNREACHABLE = "the package index cannot be reached: is there a network, a proxy or a mirror to set?"
CHANGED = "a downloaded package is not the one that is locked: it was not installed"
REASONS = {
    "No module named pip": "this Python has no pip; install it (on Debian: apt install python3-pip)",
    "No module named venv": "this Python has no venv; install it (on Debian: apt install python3-venv)",
    "No space left on device": "the disk is full",
    "Hash mismatch": CHANGED,
    "DO NOT MATCH THE HASHES": CHANGED,
    "error sending request": UNREACHABLE,
    "connection broken by": UNREACHABLE,
    "No matching distribution found": UNREACHABLE,
}


class CannotInstall(Exception):
    """One line for the person who started us."""


def main(words: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - said before anything else fails
        return complain("Python 3.11 or newer is needed, this is {}.{}".format(*sys.version_info))
    if not words or words[0] in ("-h", "--help"):
        print((__doc__ or "").strip())
        return 0
    try:
        return start(words)
    except CannotInstall as error:
        return complain(str(error))
    except PermissionError as error:
        return complain(f"{error.filename} is not writable; start this as the user who owns it")
    except OSError as error:
        return complain(f"{error.filename or HERE}: {error.strerror}")
    except KeyboardInterrupt:
        return 130


def start(words: list[str]) -> int:
    if words[0] == "lock":
        return lock(words[1:])
    if words[0] == "test":
        install("test")
        return test(words[1:])
    if words[0] == "bench":
        install("bench")
        return subprocess.call([VENV / "bin/python", HERE / "bench/results.py", *words[1:]], env=environment())
    install("run")
    return hand_over(words)


def hand_over(words: list[str]) -> NoReturn:
    # The same city, from whatever folder this is called.
    os.execve(VENV / "bin/liangdeng", ["liangdeng", *words], {"LIANGDENG_DATA": str(HERE / ".liangdeng"), **environment()})


def complain(line: str) -> int:
    print(f"run.py: {line}", file=sys.stderr)
    return 1


def test(arguments: list[str]) -> int:
    commands = [*(check.split() for check in CHECKS), ["pytest", *arguments]]
    results = [subprocess.call([VENV / "bin" / tool, *rest], cwd=HERE, env=environment()) for tool, *rest in commands]
    return next(filter(None, results), 0)


def lock(arguments: list[str]) -> int:
    """Hash-locked for every platform, and without addresses of files: a mirror serves them as well."""
    TOOLS.mkdir(exist_ok=True)
    make_tools()
    settings = {"UV_CUSTOM_COMPILE_COMMAND": "python3 run.py lock", **index_settings()}
    settings.update(UV_INDEX="", UV_FIND_LINKS="")  # a private extra index may lack files that others install
    choose: list[str | Path] = [
        TOOLS / "bin/uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--universal",
        "--python-version=3.11",
        "--generate-hashes",
    ]
    choose += ["--no-annotate", "--no-emit-index-url", "--group=build", *arguments]
    run([*choose, "-o", LOCKS["run"]], settings)
    for group in ("test", "bench"):
        run([*choose, f"--group={group}", "-c", LOCKS["run"], "-o", LOCKS[group]], settings)
    return 0


def install(kind: str) -> None:
    """Bring .tools and .venv to what the lock files say. Usually there is nothing to do, and that must be quick."""
    if is_installed(kind):
        return
    TOOLS.mkdir(exist_ok=True)
    with open(TOOLS / "lock", "w") as only_one:
        fcntl.flock(only_one, fcntl.LOCK_EX)
        if not is_installed(kind):
            print("Installing what the program needs, once …", file=sys.stderr, flush=True)
            LOG.write_text("")
            make_tools()
            make_venv(kind)


def is_installed(kind: str) -> bool:
    """What the tests or the bench need holds all that the program needs."""
    enough = LOCKS if kind == "run" else (kind,)
    try:
        return STAMP.read_text() in {stamp(each) for each in enough}
    except FileNotFoundError:
        return False


def stamp(kind: str) -> str:
    return digest(kind, str(HERE), *(path.read_text() for path in (UV_LOCK, LOCKS[kind], HERE / "pyproject.toml")))


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join((sys.version, sys.base_prefix, *parts)).encode()).hexdigest()


def make_tools() -> None:
    made, wanted = TOOLS / "made-of", digest(UV_LOCK.read_text())
    if made.exists() and made.read_text() == wanted:
        return
    make_environment(TOOLS)
    run([sys.executable, "-m", "pip", "--python", TOOLS / "bin/python", "install", "--require-hashes", "--no-deps", "-r", UV_LOCK])
    made.write_text(wanted)


def make_venv(kind: str) -> None:
    STAMP.unlink(missing_ok=True)
    make_environment(VENV)
    uv: list[str | Path] = [TOOLS / "bin/uv", "pip"]
    settings = index_settings()
    run([*uv, "sync", "--python", VENV, "--require-hashes", LOCKS[kind]], settings)
    run([*uv, "install", "--python", VENV, "--offline", "--no-deps", "--no-build-isolation", "--editable", HERE], settings)
    STAMP.write_text(stamp(kind))


def make_environment(folder: Path) -> None:
    """Without pip: a fresh Debian cannot put it in."""
    python = folder / "bin/python"
    if not (python.exists() and version_of(python) == sys.version):
        shutil.rmtree(folder / "bin", ignore_errors=True)
        run([sys.executable, "-m", "venv", "--without-pip", folder])


def version_of(python: Path) -> str:
    return subprocess.run([python, "-c", "import sys; print(sys.version, end='')"], capture_output=True, text=True, check=False).stdout


def run(command: list[str | Path], settings: dict[str, str] | None = None) -> None:
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        check=False,
        cwd=HERE,
        env={**environment(), **(settings or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    with open(LOG, "a") as log:
        log.write(f"$ {' '.join(words)}\n{done.stdout}\n")
    if done.returncode != 0:
        raise CannotInstall(f"{reason(done.stdout)} (details: {LOG})")


def reason(output: str) -> str:
    return next((text for sign, text in REASONS.items() if sign.lower() in output.lower()), "installing failed")


def environment() -> dict[str, str]:
    ours = {"UV_SYSTEM_CERTS": "1", "UV_COMPILE_BYTECODE": "1", "UV_PYTHON_DOWNLOADS": "never"}
    disturbing = ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")
    return {**ours, **{name: value for name, value in os.environ.items() if name not in disturbing}}


def index_settings() -> dict[str, str]:
    """uv does not read what pip is told of mirrors and certificates: pass it on."""
    pip = pip_settings()
    several = "extra-index-url" in pip
    told = {
        "UV_DEFAULT_INDEX": pip.get("index-url", ""),
        "UV_INDEX": " ".join(pip.get("extra-index-url", "").split()),
        "UV_FIND_LINKS": ",".join(pip.get("find-links", "").split()),
        "UV_INSECURE_HOST": " ".join(pip.get("trusted-host", "").split()),
        # As with pip, any index may hold a package; the locked hashes keep a false one out.
        "UV_INDEX_STRATEGY": "unsafe-best-match" if several else "",
        "HTTPS_PROXY": pip.get("proxy", ""),
        "SSL_CERT_FILE": pip.get("cert", ""),
    }
    return {name: value for name, value in told.items() if value and name not in os.environ}


def pip_settings() -> dict[str, str]:
    listed = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False, env=environment())
    found = {}
    for section in ("global.", "install.", ":env:."):  # the stronger last
        for line in listed.stdout.splitlines():
            if line.startswith(section):
                name, _, value = line.removeprefix(section).partition("=")
                found[name] = str(ast.literal_eval(value))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
