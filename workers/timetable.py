"""What is rung without being asked: one table. It finds within seconds what a lost bell has missed."""

import logging
import time

from base import bell

log = logging.getLogger(__name__)

SECONDS_BETWEEN = {"inbox": 10, "drain": 10, "tend": 5, "reconcile": 5, "night": 600}
LOCK_KEY, LOCK_SECONDS = "timetable", 15


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    due = dict.fromkeys(SECONDS_BETWEEN, 0.0)
    while True:
        started = time.monotonic()
        tick(due, started)
        time.sleep(max(0.0, 1 - (time.monotonic() - started)))


def tick(due: dict[str, float], moment: float) -> None:
    """Of several timetables only the one that holds the lock rings. Who begins to hold it rings everything at once."""
    if not bell.hold(LOCK_KEY, LOCK_SECONDS):
        due.update(dict.fromkeys(due, 0.0))
        return
    for name in [name for name, at in due.items() if at <= moment]:
        bell.ring_now(name)
        due[name] = moment + SECONDS_BETWEEN[name]


if __name__ == "__main__":
    main()
