"""Commands: 接 27, 27我来, 确认 27 5, 退订. The whole message is a command, or it begins or ends with one that names a number."""

import re
from dataclasses import dataclass, replace
from typing import cast

from inbox.lexicon.commands import BESIDE, INTENTS, WHOLE
from inbox.numerals import CHINESE, value
from inbox.reading import Intent, Reading
from inbox.scan import Lexicon

LONGEST, LONGEST_NOTE, MOST_TOKENS = 100, 60, 24
COMMANDS = Lexicon(INTENTS | BESIDE)
ALONE = {word.replace("_", " "): cast(Intent, intent) for intent, words in WHOLE.items() for word in words.split()}
PRECEDENCE = tuple(INTENTS)
REPORTS = ("done", "reject", "confirm")
ANSWERS = ("accept", "decline", "done", "confirm")
ABOUT_ONESELF = (*ANSWERS, "unpaid", "need_pause", "need_end")
"""What a question does not say: 找到活了吗 asks."""

_SCORE_DIGIT = "[1-5一二三四五]"
# Not a ref: a date, a sum, an age, a size, a phone.
_NO_REF = (
    r"(?![\d.:]|\s*(?:月|日|点|块|元|岁|码|斤|楼|栋|天|年|小时|分钟|%|个|人|名|位|级|度|米|里|次|遍|半|平|亩|周|years?|yuan|am\b|pm\b))"
)
_RATING = rf"(?P<rating>(?<![\d{CHINESE}]){_SCORE_DIGIT})\s*(?:分|颗?星|stars?)|(?P<full>满分)"
_REF_IN_DIGITS = rf"(?<![\d.:])(?:编号|单号|订单号?|任务号?|心愿号?|微心愿|第|no\.|#|№)?[\s::]*(?P<digits>\d{{1,9}}){_NO_REF}\s*(?:号(?:单|订单|心愿|任务|活|的)?|单)?"
_REF_IN_HAN = rf"(?:编号|第)?(?P<han>[{CHINESE}]{{1,7}}){_NO_REF}\s*(?:号(?:单|订单|心愿|任务)?|单)?"
_WORD = r"(?P<word>[^\s\W\d_](?:[^\s\W\d_]|['’\-](?=[a-z]))*)"
WITH_DIGITS = re.compile(rf"{_RATING}|{_REF_IN_DIGITS}|{_WORD}|\d+")
# 接二十七: a word must end where a numeral begins, so this is only tried when the digits gave no command.
WITH_HAN = re.compile(
    rf"{_RATING}|{_REF_IN_DIGITS}|{_REF_IN_HAN}|(?P<word>(?:(?![{CHINESE}])[^\s\W\d_])(?:(?![{CHINESE}])[^\s\W\d_]|['’\-](?=[a-z]))*)|\d+"
)
BARE_NUMBER = re.compile(rf"(?:编号|第|选|选择|no\.?|#|№)?\s*(?P<number>\d{{1,9}}|[{CHINESE}]{{1,4}})\s*(?:号|个)?")
EDGES = " \t,.;:!。,、;:!~…·'\"“”‘’()()[]【】<>《》*-—_/\\|=+^"


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    word: str = ""
    number: int | None = None
    rating: int | None = None


def command_in(text: str) -> Reading | None:
    """The command that a clean text gives."""
    bare = text.strip(EDGES)
    if not bare or len(bare) > LONGEST:
        return None
    if alone := ALONE.get(" ".join(bare.split())) or ALONE.get(_without_small_words(bare)):
        return Reading(alone)
    tokens = [_token(found) for found in WITH_DIGITS.finditer(bare)]
    return _whole(tokens, text) or _with_note(tokens, bare) or _whole([_token(found) for found in WITH_HAN.finditer(bare)], text)


def bare_number(text: str) -> int | None:
    """A number that is the whole message: the answer to a numbered question."""
    found = BARE_NUMBER.fullmatch(text.strip(EDGES))
    return value(found["number"]) if found else None


def _without_small_words(text: str) -> str:
    return re.sub(r"^(?:请|你好|您好|我要|我想|麻烦)[,,\s]*|[,,\s]*(?:谢谢|吧|了|啊|一下|please)$", "", text)


def _whole(tokens: list[Token], text: str) -> Reading | None:
    reading = _reading(tokens, "")
    if reading is None or reading.ref is None:
        return None if reading and reading.intent in ABOUT_ONESELF and text.endswith("?") else reading
    after = next(token.end for token in tokens if token.number is not None)
    says_when = reading.intent in ("accept", "done") and "time" in (COMMANDS.cover(_joined(_words(tokens))) or ())
    return replace(reading, note=text.strip(EDGES)[after:].strip(EDGES)) if says_when else reading


def _with_note(tokens: list[Token], text: str) -> Reading | None:
    """The command that a message begins with or ends with; the rest is a note."""
    if len(tokens) > MOST_TOKENS:
        return None
    for size in range(len(tokens) - 1, 0, -1):
        head, tail = tokens[:size], tokens[-size:]
        if reading := _noted(head, text[tokens[size].start :]):
            return reading
        # 明天去不了,27: a refusal may come after its reason; a yes at the end of a long sentence may be just a word.
        reading = _noted(tail, text[: tail[0].start])
        if reading and reading.intent != "accept":
            return reading
    return None


def _noted(tokens: list[Token], rest: str) -> Reading | None:
    note = rest.strip(EDGES)
    if len(note) > LONGEST_NOTE or all(token.number is None for token in tokens):
        return None
    return _reading(tokens, note)


def _token(found: re.Match[str]) -> Token:
    said = found.groupdict()
    if said["full"]:
        return Token(found.start(), found.end(), rating=5)
    if said["rating"]:
        return Token(found.start(), found.end(), rating=value(said["rating"]))
    number = said["digits"] or said.get("han")
    if number:
        return Token(found.start(), found.end(), number=value(number))
    return Token(found.start(), found.end(), said["word"] or found[0])


def _reading(tokens: list[Token], note: str) -> Reading | None:
    numbers = [token.number for token in tokens if token.number is not None]
    ratings = [token.rating for token in tokens if token.rating is not None]
    intent = _intent(_words(tokens), numbered=bool(numbers), rated=bool(ratings))
    if intent is None or 0 in numbers or len(numbers) > (2 if intent == "confirm" else 1):
        return None
    if intent == "confirm":
        return _confirmation(numbers, ratings, note)
    return Reading(intent, ref=numbers[0] if numbers else None, note=note)


def _confirmation(numbers: list[int], ratings: list[int], note: str) -> Reading | None:
    if len(numbers) == 2 and not ratings:
        ratings = numbers[1:]
    elif len(numbers) == 2:
        return None
    rating = ratings[0] if ratings and 1 <= ratings[0] <= 5 else None
    return Reading("confirm", ref=numbers[0] if numbers else None, rating=rating, note=note)


def _intent(words: str, *, numbered: bool, rated: bool) -> Intent | None:
    said = COMMANDS.cover(_joined(words))
    if said is None:
        return None
    intent = next((cast(Intent, intent) for intent in PRECEDENCE if intent in said), None)
    if rated and intent in (None, "done", "accept"):
        return "confirm"
    if not numbered and _is_no_command(intent, said):
        return None
    # 这周不找活 does not end it.
    return "need_pause" if intent == "need_end" and {"not_looking", "time"} <= said else intent


def _is_no_command(intent: Intent | None, said: frozenset[str]) -> bool:
    """Words that mean something else where nothing has a number."""
    if "question" in said and intent in ABOUT_ONESELF:
        return True
    return "hiring" in said or ("matter" in said and intent not in REPORTS)


def _words(tokens: list[Token]) -> str:
    return " ".join(token.word for token in tokens if token.word)


def _joined(words: str) -> str:
    """Without the spaces that stand between Chinese characters."""
    return re.sub(r"(?<![a-z]) | (?![a-z])", "", words)
