import os
import re
from pathlib import Path

LIMIT_BYTES = 5_000_000
LINES_AT_ONCE = 5
WORRYING = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b")


class Log:
    """A file that a child appends to. It keeps its last few megabytes, and tells what is worrying in it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.file.touch(mode=0o600)
        self._read_to = file.stat().st_size

    def news(self) -> list[str]:
        with open(self.file, "rb") as f:
            f.seek(self._read_to)
            fresh = f.read(LIMIT_BYTES)
        whole = fresh[: fresh.rfind(b"\n") + 1]
        self._read_to += len(whole)
        self._bound()
        worrying = [line for line in whole.decode(errors="replace").splitlines() if WORRYING.search(line)]
        return worrying[:LINES_AT_ONCE]

    def _bound(self) -> None:
        """The child appends, so that it goes on at the start of the emptied file."""
        if self._read_to > LIMIT_BYTES:
            self.file.with_suffix(".log.1").write_bytes(self.file.read_bytes())
            os.truncate(self.file, 0)
            self._read_to = 0
