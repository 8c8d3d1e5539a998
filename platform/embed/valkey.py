import socket
import subprocess
import tempfile

from embed import binaries
from embed.server import Server


class Valkey(Server):
    program = "valkey-server"

    @property
    def url(self) -> str:
        return f"redis://:{self._password()}@127.0.0.1:{self.port}/0"

    def _prepare(self) -> None:
        pass

    def _launch(self) -> subprocess.Popen[bytes]:
        with self._reachable(self.store) as (store, door):
            config = {
                "bind": "127.0.0.1",
                "port": self.port,
                "dir": store,
                "pidfile": f"{store}/valkey.pid",
                "appendonly": "yes",
                "save": '""',
                "requirepass": self._password(),
            }
            # By standard input the password stands neither on the command line nor in a second file.
            with tempfile.TemporaryFile() as script:
                script.write("".join(f"{name} {value}\n" for name, value in config.items()).encode())
                script.seek(0)
                return self._spawn([str(binaries.valkey()), "-"], pass_fds=door, stdin=script)

    def _is_ready(self) -> bool:
        """Only ours knows the password: a stranger on the same port does not count."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as s:
                s.sendall(f"AUTH {self._password()}\r\n".encode())
                return s.recv(64).startswith(b"+OK")
        except OSError:
            return False
