import errno
import http.client
import socket

from commands.speech import Refusal


def require_free(host: str, *ports: int) -> None:
    for port in ports:
        problem = _problem(host, port)
        if problem == errno.EADDRINUSE:
            other = _free_pair(host, ports[0])
            raise Refusal(f"端口 {port} 已被占用；请用 --port {other}", f"Port {port} is taken; try --port {other}")
        if problem == errno.EACCES:
            raise Refusal(f"无权使用端口 {port}；请用 1024 以上的端口", f"Port {port} needs more rights; take one above 1024")
        if problem:
            raise Refusal(f"本机没有地址 {host}", f"This machine has no address {host}")


def is_ready(host: str, port: int, path: str) -> bool:
    """Asked straight, whatever proxy the environment names."""
    connection = http.client.HTTPConnection(reachable(host), port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - what it is when nothing narrower is asked for


def is_loopback(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")


def url(host: str, port: int) -> str:
    name = reachable(host)
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def _problem(host: str, port: int) -> int:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            s.bind(address)
    except OSError as error:
        return error.errno or errno.EADDRNOTAVAIL
    return 0


def _free_pair(host: str, above: int) -> int:
    return next(port for port in range(above + 10, 65_000, 10) if not _problem(host, port) and not _problem(host, port + 1))
