"""Where the pages listen: is the port ours to take, and does the site answer there."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from commands import ports
from commands.speech import Refusal
from tests.commands.program import free_pair


@contextmanager
def answering(answer: bytes) -> Iterator[int]:
    """A server that says one thing, whatever it is asked, and its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(5)


@pytest.mark.parametrize(
    ("answer", "ready"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", True),
        (b"HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n", False),
        (b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", False),
        (b"220 smtp.example ESMTP\r\n", False),
        (b"", False),
    ],
)
def test_only_a_site_that_says_so_is_ready(answer: bytes, ready: bool) -> None:
    with answering(answer) as port:
        assert ports.is_ready("127.0.0.1", port, "/readyz") is ready


def test_where_nobody_listens_nothing_is_ready() -> None:
    assert not ports.is_ready("127.0.0.1", free_pair(), "/readyz")


def test_our_own_site_is_not_looked_for_behind_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") as port:
        assert ports.is_ready("127.0.0.1", port, "/readyz")


def test_free_ports_are_taken_without_a_word() -> None:
    port = free_pair()
    ports.require_free("127.0.0.1", port, port + 1)


def test_the_port_that_is_proposed_instead_is_free_and_so_is_the_next() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        with pytest.raises(Refusal) as refusal:
            ports.require_free("127.0.0.1", taken.getsockname()[1])
        proposed = int(str(refusal.value).rpartition(" ")[2])
        ports.require_free("127.0.0.1", proposed, proposed + 1)


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_of_another_machine_is_said_plainly(host: str) -> None:
    with pytest.raises(Refusal, match=f"has no address {host}"):
        ports.require_free(host, 8000)


@pytest.mark.parametrize(
    ("host", "url", "loopback"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000", True),
        ("127.0.0.2", "http://127.0.0.2:8000", True),
        ("localhost", "http://localhost:8000", True),
        ("::1", "http://[::1]:8000", True),
        ("0.0.0.0", "http://127.0.0.1:8000", False),  # noqa: S104
        ("::", "http://[::1]:8000", False),
        ("192.168.1.27", "http://192.168.1.27:8000", False),
    ],
)
def test_an_address_as_a_person_opens_it(host: str, url: str, loopback: bool) -> None:
    assert (ports.url(host, 8000), ports.is_loopback(host)) == (url, loopback)
