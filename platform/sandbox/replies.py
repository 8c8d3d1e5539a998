"""Answers that the texts themselves propose, so that one taps instead of typing."""

import re
from collections.abc import Sequence
from unicodedata import normalize

MOST = 6
LOOK_BACK = 12
PROPOSAL = re.compile(
    r"""
      (?P<scored>确认|\bconfirm)\s?(?P<rated>[1-9][0-9]{0,8})(?![0-9])
        (?:\s+(?P<low>[1-5])(?:\s?[-–~至到]\s?(?P<high>[1-5]))?(?![0-9]))?
    | (?P<verb>不接|接|不|完成|取消|报名|查询)\s?(?P<ref>[1-9][0-9]{0,8})(?![0-9])
    | \b(?P<word>Y|N|not\ done|done|cancel|apply|status)\ (?P<number>[1-9][0-9]{0,8})\b
    | (?P<told>[1-9][0-9]{0,8}\s?(?:没修好|满意))
    | (?P<whole>退订|恢复|帮助|\bSTART\b|\bHELP\b)
    """,
    re.VERBOSE,
)
REF = re.compile("[0-9]{1,9}")
# A numbered question: "1 咸安区高桥镇 2 通城县…". A run from 1 upwards is what counts.
CHOICE = re.compile(r"(?<![0-9A-Za-z#])([1-9])[ .、):]\s?(?=[^\W\d])")
# Help explains with a number that is nobody's.
EXAMPLE = re.compile("换成您的编号|stands for your number")


def open_replies(thread: Sequence[tuple[str, str]]) -> list[str]:
    """Newest first. A proposal is spent when the phone has since texted about its number, or, without one, at all."""
    answered: list[str] = []
    found: list[str] = []
    for direction, body in reversed(thread[-LOOK_BACK:]):
        if direction == "out":
            answered.append(body)
        else:
            found += [reply for reply in replies(body) if not _spent(reply, answered)]
    return list(dict.fromkeys(found))[:MOST]


def replies(text: str) -> list[str]:
    """In the order of the text, each once."""
    plain = normalize("NFKC", text)
    if EXAMPLE.search(plain):
        return []
    found = [_written(match) for match in PROPOSAL.finditer(plain)]
    return list(dict.fromkeys(found or _choices(plain)))


def _spent(reply: str, answered: list[str]) -> bool:
    ref = REF.search(reply)
    if ref is None or reply == ref[0]:
        return bool(answered)
    return any(ref[0] in REF.findall(body) for body in answered)


def _written(match: re.Match[str]) -> str:
    parts = [match["scored"], match["rated"], match["high"] or match["low"]]
    parts += [match["verb"], match["ref"], match["word"], match["number"], match["told"], match["whole"]]
    return " ".join(part for part in parts if part)


def _choices(text: str) -> list[str]:
    """The last run 1, 2, 3… of the text: other numbers may stand before it."""
    run: list[str] = []
    for number in CHOICE.findall(text):
        if number == "1":
            run = []
        if int(number) == len(run) + 1:
            run.append(number)
    return run if len(run) > 1 else []
