"""Everything that is claimed of the engine, measured beside its peers.

    python3 run.py bench [PART ...]

Each part runs in a process of its own and leaves its figures in bench/results/PART.json; bench/RESULTS.md is written from
all that are there. The peers come with the dependency group `bench`, PostGIS with Debian's postgresql-15-postgis-3.
"""

import importlib
import json
import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "platform")]

from bench.figures import Figure

PARTS = ("candidates", "arrays", "solver", "repair", "growth", "morning", "dispatch", "online")
KEPT = HERE / "results"
PACKAGES = ("numpy", "numba", "scipy", "ortools", "lapx", "asyncpg")


def measure(part: str) -> None:
    figures = importlib.import_module(f"bench.{part}").measure()
    KEPT.mkdir(exist_ok=True)
    (KEPT / f"{part}.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")


def written() -> str:
    lines = [
        "# What the engine is measured at",
        "",
        f"Written by `python3 run.py bench`. {machine()}",
        "Ratios: each beside its peer in one run, taking turns; medians of five or more.",
        "",
        "| # | what | ours | beside | ratio | asked |",
        "|---|---|---|---|---|---|",
    ]
    for part in PARTS:
        file = KEPT / f"{part}.json"
        for values in json.loads(file.read_text()) if file.exists() else []:
            each = Figure(*values)
            met = "" if each.holds else " **not met**"
            lines.append(f"| {each.row} | {each.what} | {each.ours} | {each.peer} | {each.ratio:.3g} | {each.bound}{met} |")
    return "\n".join(lines) + "\n"


def machine() -> str:
    names = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), Python {platform.python_version()}, {versions()}."


def versions() -> str:
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            found.append(f"{package} missing")
    return ", ".join(found)


def main(words: list[str]) -> int:
    if words[:1] == ["--one"]:
        measure(words[1])
        return 0
    failed = [part for part in words or PARTS if subprocess.run([sys.executable, __file__, "--one", part], check=False).returncode]
    (HERE / "RESULTS.md").write_text(written())
    print(written())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
