"""What a text in free words is about: scores from the tables of the lexicon."""

from collections import defaultdict
from dataclasses import dataclass

from inbox.lexicon import jobs, machine, wishes
from inbox.scan import Lexicon
from inbox.scoring import rules_of, scores

WISHES = Lexicon(wishes.CONCEPTS)
WISH_RULES = rules_of(wishes.RULES)
JOBS = Lexicon(jobs.CONCEPTS)
JOB_RULES = rules_of(jobs.RULES)
OCCUPATIONS = Lexicon(jobs.OCCUPATIONS)
MACHINE = Lexicon(machine.CONCEPTS)
PERSONS = ("工", "员", "师", "匠", "司机", "保姆", "er")

SURE, LIKELY = 5, 3
JOB_SURE = 6
ADVERT = 4


@dataclass(frozen=True, slots=True)
class Subject:
    kind: str
    score: int
    asks: bool
    """Somebody is asked for something."""


def wish_in(text: str) -> Subject | None:
    said = WISHES.said(text)
    kinds = scores(WISH_RULES, said)
    asks = "need" in said
    for kind, score in kinds.items():
        return Subject(kind, score, asks) if score >= SURE or (asks and score >= LIKELY) else _anything(asks, score)
    return _anything(asks, 0)


def _anything(asks: bool, score: int) -> Subject | None:
    return Subject("other", score, asks) if asks else None


def occupation_in(text: str) -> str | None:
    """The trade that most is said of; a word for the person (厨师) counts twice a word for the doing (做饭)."""
    weights: defaultdict[str, int] = defaultdict(int)
    for hit in OCCUPATIONS.hits(text):
        for occupation in hit.concepts:
            weights[occupation] += len(hit.spelling) * (2 if hit.spelling.endswith(PERSONS) else 1)
    return max(weights, key=lambda occupation: weights[occupation]) if weights else None


def job_score(text: str, *, pay: bool) -> int:
    """How much a text sounds like somebody who looks for work; none at all when it offers work."""
    said = set(JOBS.said(text))
    if "employer" in said and not said & {"seek", "look"}:
        return 0
    if occupation_in(text):
        said.add("occupation")
    if pay:
        said.add("pay")
    return scores(JOB_RULES, frozenset(said)).get("job", 0)


def offers_work(text: str) -> bool:
    said = JOBS.said(text)
    return "employer" in said and not said & {"seek", "look"}


def machine_score(text: str) -> int:
    hits = [concept for hit in MACHINE.hits(text) for concept in hit.concepts]
    if {"code", "automatic"} & set(hits):
        return 100
    return ADVERT * hits.count("advert")


def sounds_like_ours(text: str) -> bool:
    return "ours" in MACHINE.said(text)


def asks_for_silence(text: str) -> bool:
    return "pause" in MACHINE.said(text)


def small_talk(words: str) -> frozenset[str]:
    return MACHINE.cover(words) or frozenset()
