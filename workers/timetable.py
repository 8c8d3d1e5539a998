"""What is rung without being asked: one table. It finds within seconds what a lost bell has missed."""

import logging
import time

from base import bell

log = logging.getLogger(__name__)

SECONDS_BETWEEN = {"inbox": 10, "drain": 10, "tend": 5, "reconcile": 5}
LOCK_KEY, LOCK_SECONDS = "timetable", 15


def main() -> None:
    """Of several timetables only the one that holds the lock rings."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    due = dict.fromkeys(SECONDS_BETWEEN, 0.0)
    while True:
        started = time.monotonic()
        if bell.hold(LOCK_KEY, LOCK_SECONDS):
            for name in [name for name, at in due.items() if at <= started]:
                bell.ring_now(name)
                due[name] = started + SECONDS_BETWEEN[name]
        time.sleep(max(0.0, 1 - (time.monotonic() - started)))


if __name__ == "__main__":
    main()
