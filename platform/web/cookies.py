"""Cookies that stay with this site: bound to the host and to TLS wherever the city has TLS."""

from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from base.settings import settings


def is_secure() -> bool:
    return settings().public_url.startswith("https://")


def cookie_name(name: str) -> str:
    return f"__Host-{name}" if is_secure() else name


def cookie(name: str, value: str, max_age: int | None = None) -> Cookie:
    return Cookie(key=cookie_name(name), value=value, max_age=max_age, path="/", secure=is_secure(), httponly=True, samesite="lax")


def gone(name: str) -> Cookie:
    return cookie(name, "", max_age=0)


def read_cookie(request: Request[Any, Any, Any], name: str) -> str | None:
    return request.cookies.get(cookie_name(name))
