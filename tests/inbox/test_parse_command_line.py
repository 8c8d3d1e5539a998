import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def parsed(lines: bytes, *options: str) -> list[dict[str, object]]:
    program = [sys.executable, "-m", "commands.main", "parse", *options]
    # No settings and no servers: reading a text needs neither.
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'platform'}"}
    done = subprocess.run(program, input=lines, capture_output=True, env=bare, cwd=ROOT, timeout=30, check=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_each_line_gives_one_object() -> None:
    lines = "接 27\n\n星期天灯坏了,浮山街道\n".encode() + b"\xff\xfe\n" + "😀\u202e".encode()
    read = parsed(lines, "--now", "2026-11-23T09:00")
    assert read[0] == {"intent": "accept", "ref": 27}
    assert read[2] == {"intent": "wish", "kind": "repair", "area": "浮山街道", "day": "2026-11-29"}
    assert [line["intent"] for line in read] == ["accept", "other", "wish", "other", "other"]


def test_a_moment_with_a_zone_is_taken_to_the_city() -> None:
    assert parsed("明天修灯".encode(), "--now", "2026-11-23T20:00+00:00")[0]["day"] == "2026-11-25"


def test_a_wrong_moment_is_refused_in_one_line() -> None:
    program = [sys.executable, "-m", "commands.main", "parse", "--now", "soon"]
    done = subprocess.run(
        program, input=b"", capture_output=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": f"{ROOT / 'platform'}"}, timeout=30, check=False
    )
    assert done.returncode == 2
    assert b"'soon' is not an ISO time" in done.stderr


def test_nothing_heavy_is_loaded() -> None:
    code = "import sys, commands.parse; print([name for name in ('piccolo', 'litestar', 'opencc', 'asyncio') if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=os.environ | {"PYTHONPATH": f"{ROOT / 'platform'}"}, timeout=30, check=True
    )
    assert done.stdout.strip() == b"[]"
