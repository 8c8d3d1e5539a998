"""What a text in free words is about: scores from the tables of the lexicon."""

import re
from collections import defaultdict
from dataclasses import dataclass

from inbox.lexicon import jobs, machine, wishes
from inbox.scan import Hit, Lexicon
from inbox.scoring import rules_of, scores

WISHES = Lexicon(wishes.CONCEPTS)
WISH_RULES = rules_of(wishes.RULES)
JOBS = Lexicon(jobs.CONCEPTS)
JOB_RULES = rules_of(jobs.RULES)
OCCUPATIONS = Lexicon(jobs.OCCUPATIONS)
MACHINE = Lexicon(machine.CONCEPTS)

SURE, LIKELY = 5, 2
"""A kind of wish that is sure on its own, and one that needs somebody who asks or something that is wrong."""
JOB_SURE, SEEKS = 6, 8
ADVERT, CERTAIN = 7, 100
MOST_ASKED = 4
OPENING = 10

CLAUSE = re.compile(r"[,.;!?。、 ]+")
CODE = re.compile(r"\d[\d\-]{3,}")
PERSONS = ("工", "员", "师", "匠", "司机", "保姆", "er")
AS_WORK = re.compile(r"的?(?:活(?!动)|工作|零工|临时工|兼职)| (?:work|jobs?)")
SOUGHT = ("当", "做", "找", "looking for ", "as a ", "as an ")


@dataclass(frozen=True, slots=True)
class Subject:
    kind: str
    score: int
    asks: bool
    """Somebody is asked for something."""


@dataclass(frozen=True, slots=True)
class Work:
    occupation: str | None
    score: int
    """How much it sounds like somebody who looks for work."""
    offered: bool


def wish_in(text: str) -> Subject | None:
    said = WISHES.said(text)
    asks = "need" in said
    best = next(iter(_kinds(text, said).items()), ("other", 0))
    enough = LIKELY if asks or "trouble" in said else SURE
    if best[1] >= enough:
        return Subject(*best, asks)
    return Subject("other", 0, asks) if asks else None


def _kinds(text: str, said: frozenset[str]) -> dict[str, int]:
    """What is said in the clause that asks counts twice: the rest tells why."""
    clauses = CLAUSE.split(text)
    asked = [words for clause in clauses[:MOST_ASKED] if "need" in (words := WISHES.said(clause))]
    return scores(WISH_RULES, said, *asked)


def work_in(text: str, *, pay: bool) -> Work:
    said = JOBS.said(text)
    trades = list(OCCUPATIONS.hits(text))
    occupation = _occupation(trades, text)
    offered = "employer" in said and not said & {"seek", "look"}
    heard = {"pay": pay, "occupation": occupation is not None, "trade_first": any(map(_opens_with_a_trade, trades))}
    score = scores(JOB_RULES, said | {concept for concept, is_so in heard.items() if is_so}).get("job", 0)
    return Work(occupation, score, offered)


def _opens_with_a_trade(hit: Hit) -> bool:
    return hit.start == 0 and hit.spelling.endswith(PERSONS)


def _occupation(trades: list[Hit], text: str) -> str | None:
    """The trade that most is said of."""
    weights: defaultdict[str, int] = defaultdict(int)
    for hit in trades:
        for occupation in hit.concepts:
            weights[occupation] += len(hit.spelling) * (2 if _is_named(hit, text) else 1)
    return max(weights, key=lambda occupation: weights[occupation]) if weights else None


def _is_named(hit: Hit, text: str) -> bool:
    """As a trade or as the work that is looked for (厨师, 送货的活), which says more than a thing one can do (做饭)."""
    return hit.spelling.endswith(PERSONS) or bool(AS_WORK.match(text, hit.end)) or text[: hit.start].endswith(SOUGHT)


def machine_score(text: str) -> int:
    hits = [concept for hit in MACHINE.hits(text) for concept in hit.concepts]
    if "automatic" in hits or ("code" in hits and CODE.search(text)):
        return CERTAIN
    return ADVERT * hits.count("advert")


def sounds_like_ours(text: str) -> bool:
    return "ours" in MACHINE.said(text)


def asks_for_silence(text: str) -> bool:
    return "pause" in MACHINE.said(text)


def small_talk(words: str) -> frozenset[str]:
    return MACHINE.cover(words) or frozenset()
