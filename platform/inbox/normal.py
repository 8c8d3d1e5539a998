"""One spelling for everything: half-width, simplified, lower case, no invisible characters, no signature in front."""

import re
import unicodedata
from functools import cache
from typing import Protocol, cast

LONGEST = 1600
INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
SPACES = re.compile(r"\s+")
SIGNATURE = re.compile(r"^\s*【([^【】]{1,20})】\s*")
HAN = re.compile(r"[\u3400-\u9fff]")


class Converter(Protocol):
    def convert(self, text: str) -> str: ...


def clean(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]
    visible = INVISIBLE.sub("", folded)
    return SPACES.sub(" ", simplified(visible)).strip().lower()


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


def split_signature(text: str) -> tuple[str, str]:
    """The sender's name in front, as in 【亮灯】, and what follows."""
    if found := SIGNATURE.match(text):
        return found[1], text[found.end() :]
    return "", text
