"""A child that ends when its parent is killed: no `kill -9` leaves a program behind."""

import ctypes
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from typing import Any

PR_SET_PDEATHSIG = 1


def spawn(command: list[str], end: signal.Signals, **options: Any) -> subprocess.Popen[bytes]:
    """Start `command` in a session of its own. It gets the signal `end` when we are gone, however we went.

    Call it from the main thread: the kernel means the thread that forked, not the whole program.
    """
    with warnings.catch_warnings():
        # Python 3.12 warns of any fork beside threads. All that runs between fork and exec is one prctl.
        warnings.simplefilter("ignore", DeprecationWarning)
        options = {"stdin": subprocess.DEVNULL, "start_new_session": True, "preexec_fn": _tie(end), **options}
        return subprocess.Popen(command, **options)


def _tie(end: signal.Signals) -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def tie() -> None:
        prctl(PR_SET_PDEATHSIG, int(end))
        if os.getppid() != parent:  # it was gone before we asked
            os._exit(1)

    return tie
