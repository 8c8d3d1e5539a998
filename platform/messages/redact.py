"""What a stranger may read of a resident's own words: what is needed, not who or where."""

import re
import unicodedata

# Numbers of people and of doors, in digits or Chinese numerals.
_NUMBER = r"(?:[A-Za-z]?\d{1,5}|[一二三四五六七八九十百零〇]{1,5})"
_DOOR = "号楼|栋|幢|单元|室|号|组|楼|弄|巷"
# A name ends where the sentence pauses; only a run of two to four characters is one. 我是 begins many other sentences.
_CHINESE_NAME = r"[\u4e00-\u9fff·]{2,4}(?!\w)"
_PRIVATE = (
    re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]+"),
    re.compile(r"(?:微信|wechat|qq)号?\W{0,2}[A-Za-z0-9_-]{5,}", re.IGNORECASE),
    re.compile(r"\+?\(?\d[\d\s()\uff08\uff09-]{5,}\d[Xx]?"),  # phones, identity numbers
    re.compile(rf"(?:我叫|姓名|名叫|我的名字是)\W{{0,2}}(?:{_CHINESE_NAME}|[\u4e00-\u9fff]{{2,3}})"),
    re.compile(rf"我是\s*{_CHINESE_NAME}(?<!的)"),
    re.compile(r"\b(?i:my name is|this is)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*|\b(?:I am|I'm|i am|i'm)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*"),
    re.compile(rf"[A-Za-z]座\s*{_NUMBER}?|{_NUMBER}\s*(?:{_DOOR})(?:[\s-]*{_NUMBER}\s*(?:{_DOOR})?)*"),
    re.compile(r"\b(?i:room|flat|apartment|apt|unit|building|house|floor|no)\b\.?\s*#?[A-Za-z]?\d+[A-Za-z]?|#\d[\d-]*"),
)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def plain(text: str) -> str:
    """One line, without control, bidi or private characters."""
    kept = (" " if char in "\n\r\t" else char for char in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in _INVISIBLE).split())


def redacted(text: str, length: int = 24) -> str:
    line = plain(text)
    for pattern in _PRIVATE:
        line = pattern.sub("…", line)
    return line if len(line) <= length else line[: length - 1] + "…"
