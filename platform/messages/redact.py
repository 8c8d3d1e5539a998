"""What a stranger may read of a resident's own words: what is needed, not who or where."""

import re
import unicodedata

_PRIVATE = (
    (re.compile(r"\d[\d\s-]{5,}\d"), "…"),  # phones, identity numbers
    (re.compile(r"(?:我叫|我是|姓名[::]?|名叫|my name is|i am|i'm)\s*[\u4e00-\u9fffA-Za-z·]{2,12}", re.IGNORECASE), "…"),
    (re.compile(r"\d+\s*(?:号楼|栋|幢|单元|室|号|组|楼|弄|巷)(?:\s*\d+\s*(?:单元|室|号|楼))*"), "…"),
)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def plain(text: str) -> str:
    """One line, without control, bidi or private characters."""
    kept = (" " if char in "\n\r\t" else char for char in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in _INVISIBLE).split())


def redacted(text: str, length: int = 24) -> str:
    line = plain(text)
    for pattern, instead in _PRIVATE:
        line = pattern.sub(instead, line)
    return line if len(line) <= length else line[: length - 1] + "…"
