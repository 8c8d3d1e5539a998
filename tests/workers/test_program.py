import subprocess
import sys
from pathlib import Path

from tests.workers.programs import Programs

BOUNDED = """
import asyncio
from workers import program
program.LONGEST_SECONDS = 0.1
try:
    program.run(asyncio.sleep(60))
except TimeoutError:
    print("ended")
async def next(): return "the next ran"
print(program.run(next()))
"""


def test_work_that_hangs_ends_and_the_loop_lives_on(tmp_path: Path) -> None:
    environment = Programs(tmp_path).environment
    said = subprocess.run([sys.executable, "-c", BOUNDED], env=environment, capture_output=True, text=True, timeout=20, check=True)
    assert said.stdout.split("\n")[:2] == ["ended", "the next ran"]


def test_a_worker_has_imported_its_tasks_before_the_first_bell(tmp_path: Path) -> None:
    environment = Programs(tmp_path).environment
    code = "import sys, workers.run; print('workers.tasks' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=20, check=True)
    assert said.stdout == "True\n"
