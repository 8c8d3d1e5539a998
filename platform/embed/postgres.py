import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from embed import binaries
from embed.errors import ServerError
from embed.server import Server

USER = "liangdeng"
# With another locale pg_trgm is blind to Chinese, or needs a locale that a small Debian lacks.
LOCALE = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C", "--lc-ctype=C.UTF-8"]
# Not synchronous_commit: what was committed shall survive a killed server in tests too.
UNSAFE = ["-c", "fsync=off", "-c", "full_page_writes=off"]


class Postgres(Server):
    """`fast` trusts that the machine does not crash: for tests."""

    program = "postgres"
    end = signal.SIGINT

    def __init__(self, data: Path, *, fast: bool = False, log: Path | None = None) -> None:
        super().__init__(data, log=log)
        self.fast = fast

    @property
    def url(self) -> str:
        return f"postgresql://{USER}:{self._password()}@127.0.0.1:{self.port}/postgres"

    def _prepare(self) -> None:
        # Written last by us: an initdb that was killed half-way is begun anew.
        complete = self.data / "complete"
        if not complete.exists():
            self._empty_store()
            self._initdb()
            complete.touch()
        self._disown_pid_file()

    def _empty_store(self) -> None:
        for path in self.store.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _initdb(self) -> None:
        with tempfile.TemporaryFile() as secret, self._reachable(self.store) as (store, door):
            secret.write(self._password().encode())
            secret.seek(0)
            if self._account:
                os.fchown(secret.fileno(), self._account["user"], self._account["group"])
            command = [str(binaries.postgres("initdb")), "-D", store, "-U", USER, *LOCALE]
            command += ["--auth=scram-sha-256", f"--pwfile=/dev/fd/{secret.fileno()}", *(["--no-sync"] if self.fast else [])]
            if self._spawn(command, pass_fds=(*door, secret.fileno())).wait() != 0:
                raise ServerError(f"PostgreSQL could not make its folder {self.store}; see {self.log}")

    def _disown_pid_file(self) -> None:
        """A stale pid file whose number is a stranger's by now would keep PostgreSQL from starting.

        The file itself stays: it also names the shared memory that a killed server's children may still hold. PostgreSQL
        knows that its own parent, which we are, is no server.
        """
        file = self.store / "postmaster.pid"
        if file.exists():
            lines = file.read_text().splitlines()
            file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

    def _launch(self) -> subprocess.Popen[bytes]:
        with self._reachable(self.store) as (store, door):
            command = [str(binaries.postgres("postgres")), "-D", store, "-p", str(self.port)]
            command += ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", *(UNSAFE if self.fast else [])]
            return self._spawn(command, pass_fds=door)

    def _is_ready(self) -> bool:
        try:
            lines = (self.store / "postmaster.pid").read_text().splitlines()
            return lines[0] == str(self.process.pid) and lines[7].startswith("ready")
        except (OSError, IndexError):
            return False
