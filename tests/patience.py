"""For texts that would hold up a careless reader: how fast one is, is for bench/; here only that none runs away."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

RUNAWAY_SECONDS = 2.0


@contextmanager
def soon() -> Iterator[None]:
    before = time.process_time()
    yield
    assert time.process_time() - before < RUNAWAY_SECONDS
