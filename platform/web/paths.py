"""Addresses that come from outside."""

import re

from litestar.exceptions import NotFoundException

# Nothing that a browser could read as another site: no second slash in front, no backslash, no scheme.
OWN = re.compile(r"/(?!/)[A-Za-z0-9/_.?=&%+-]*", re.ASCII)
# Eighteen digits fit a bigint; int() alone would also take full-width digits, and more than any column holds.
NUMBER = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)


def own_path(path: str) -> str:
    return path if OWN.fullmatch(path) else "/"


def number(written: str) -> int:
    if not NUMBER.fullmatch(written):
        raise NotFoundException
    return int(written)
