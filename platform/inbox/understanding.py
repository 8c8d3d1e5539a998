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
AS_WORK = re.compile(r"的?(?:活(?!动)|工作|零工|临时工|兼职)| (?:work|jobs?)")
SOUGHT = ("当", "做", "找", "looking for ", "as a ", "as an ")
PERSONS = ("工", "员", "师", "匠", "司机", "保姆", "er")

SURE, LIKELY = 5, 2
JOB_SURE, SEEKS = 6, 8
ADVERT = 7
MOST_ASKED = 4
OPENING = 10
CODE = re.compile(r"\d[\d\-]{3,}")
CLAUSE = re.compile(r"[,.;!?。、,;!? ]+")


@dataclass(frozen=True, slots=True)
class Subject:
    kind: str
    score: int
    asks: bool
    """Somebody is asked for something."""


def wish_in(text: str) -> Subject | None:
    said = WISHES.said(text)
    asks = "need" in said
    for kind, score in _kinds(text, said).items():
        if score >= SURE or (score >= LIKELY and (asks or "trouble" in said)):
            return Subject(kind, score, asks)
        break
    return Subject("other", 0, asks) if asks else None


def _kinds(text: str, said: frozenset[str]) -> dict[str, int]:
    """What is said in the clause that asks counts twice: the rest tells why."""
    asked = [words for clause in CLAUSE.split(text) if "need" in (words := WISHES.said(clause))]
    return scores(WISH_RULES, said, *(asked if len(asked) <= MOST_ASKED else ()))


def occupation_in(text: str) -> str | None:
    """The trade that most is said of; a word for the person (厨师) counts twice a word for the doing (做饭)."""
    weights: defaultdict[str, int] = defaultdict(int)
    for hit in OCCUPATIONS.hits(text):
        for occupation in hit.concepts:
            weights[occupation] += len(hit.spelling) * (2 if _is_named(hit, text) else 1)
    return max(weights, key=lambda occupation: weights[occupation]) if weights else None


def _is_named(hit: Hit, text: str) -> bool:
    """As a trade, or as the work that is looked for: 厨师, 送货的活."""
    return hit.spelling.endswith(PERSONS) or bool(AS_WORK.match(text, hit.end)) or text[: hit.start].endswith(SOUGHT)


def job_score(text: str, *, pay: bool) -> int:
    """How much a text sounds like somebody who looks for work; none at all when it offers work."""
    said = set(JOBS.said(text))
    if "employer" in said and not said & {"seek", "look"}:
        return 0
    if occupation_in(text):
        said.add("occupation")
    if any(hit.start == 0 and hit.spelling.endswith(PERSONS) for hit in OCCUPATIONS.hits(text[:OPENING])):
        said.add("trade_first")
    if pay:
        said.add("pay")
    return scores(JOB_RULES, frozenset(said)).get("job", 0)


def offers_work(text: str) -> bool:
    said = JOBS.said(text)
    return "employer" in said and not said & {"seek", "look"}


def machine_score(text: str) -> int:
    hits = [concept for hit in MACHINE.hits(text) for concept in hit.concepts]
    if "automatic" in hits or ("code" in hits and CODE.search(text)):
        return 100
    return ADVERT * hits.count("advert")


def sounds_like_ours(text: str) -> bool:
    return "ours" in MACHINE.said(text)


def asks_for_silence(text: str) -> bool:
    return "pause" in MACHINE.said(text)


def small_talk(words: str) -> frozenset[str]:
    return MACHINE.cover(words) or frozenset()
