"""Amounts of money as staff type them: 250, 250.5, ２５０元."""

import re
import unicodedata

AMOUNT = re.compile(r"(\d{1,5})(?:\.(\d{1,2}))?", re.ASCII)


def fen_of(written: str) -> int | None:
    plain = unicodedata.normalize("NFKC", written).replace("元", "").replace("¥", "").strip()
    found = AMOUNT.fullmatch(plain)
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")) if found else None
