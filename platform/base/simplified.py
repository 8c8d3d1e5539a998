"""Traditional characters as simplified ones."""

import re
from functools import cache
from typing import Protocol, cast

HAN = re.compile(r"[\u3400-\u9fff]")


class Converter(Protocol):
    def convert(self, text: str) -> str: ...


def simplified(text: str) -> str:
    return _converter().convert(text) if _may_be_traditional(text) else text


def _may_be_traditional(text: str) -> bool:
    # GB 2312 holds the simplified characters in daily use and hardly any traditional one, and asking it is free;
    # the converter takes 60 ms to load, which `liangdeng parse` should not pay for plain texts.
    try:
        "".join(HAN.findall(text)).encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


@cache
def _converter() -> Converter:
    from opencc import OpenCC

    return cast(Converter, OpenCC("t2s"))
