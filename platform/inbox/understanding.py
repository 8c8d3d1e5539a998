"""What a text in free words is about: scores from the tables of the lexicon."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from inbox.lexicon import jobs, machine, wishes
from inbox.likeness import Likeness
from inbox.scan import Hit, Lexicon
from inbox.scoring import rules_of, scores

WISHES = Lexicon(wishes.CONCEPTS)
WISH_RULES = rules_of(wishes.RULES)
WISH_KINDS = tuple(dict.fromkeys(rule.outcome for rule in WISH_RULES))
JOBS = Lexicon(jobs.CONCEPTS)
JOB_RULES = rules_of(jobs.RULES)
OCCUPATIONS = Lexicon(jobs.OCCUPATIONS)
PLACES_OF_WORK = frozenset(jobs.PLACES.split())
MACHINE = Lexicon(machine.CONCEPTS)

LIKE, MOST_UNLIKE = 0.2, 8
"""What one unit of likeness weighs against a table's rules, and how much it can take from a subject at most."""
LOUDEST = 12
"""The most that the tables may say for a kind, so that a sentence full of their words can still be overruled."""
ASKED = 2
SURE = 20
"""Where no table knows a word, likeness alone must be so far ahead: a person rather reads what nobody understood."""
NOTHING = 2
"""A text must say more than this to be about something."""
JOB = 1.2
ADVERT, CERTAIN = 7, 100
MOST_ASKED = 4

CLAUSE = re.compile(r"[,.;!?。、 ]+")
CODE = re.compile(r"\d[\d\-]{3,}")
PERSONS = ("工", "员", "师", "匠", "司机", "保姆", "er")
AS_WORK = re.compile(r"的?(?:活(?!动)|工作|零工|临时工|兼职)| (?:work|jobs?)")
AND = re.compile(
    r"(?:[\s,;、/&+.]|和|或者?|跟|与|及|以及|还有|还是|加|也行|也可以?|都行|都可以?|也能|也|会|能|做|当|干|去|找|(?:的?活|工作)|\bor\b|\band\b|\bas\b|\ban?\b)*"
)
SOUGHT = ("当", "做", "找", "looking for ", "as a ", "as an ")


@dataclass(frozen=True, slots=True)
class Work:
    occupation: str | None
    score: int
    """How much it sounds like somebody who looks for work."""
    offered: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """What a text seems to be about, and how strongly each of the three speaks for itself."""

    kind: str
    wish: float
    job: float
    nothing: float

    @property
    def intent(self) -> Literal["wish", "job_need", "other"]:
        if self.job > max(self.wish, self.nothing):
            return "job_need"
        return "wish" if self.wish > self.nothing else "other"


def subject_of(text: str, job: int) -> Subject:
    said = WISHES.said(text)
    scored = Likeness.learnt().scores(text)
    like = _unlikeness(scored)
    kinds = _kinds(text, said)
    weights = {kind: kinds.get(kind, 0) + like[kind] for kind in WISH_KINDS}
    best = max(weights, key=lambda kind: weights[kind])
    asked = ASKED if "need" in said else 0
    if not asked and not any(kinds.values()) and _lead(scored) < SURE:
        return Subject(best, 0, JOB * job + like["job"], NOTHING)
    return Subject(best, weights[best] + asked, JOB * job + like["job"], NOTHING + like["none"])


def _unlikeness(scored: Mapping[str, float]) -> dict[str, float]:
    """Nought for the subject that the text is most like, less for every other."""
    best = max(scored.values())
    return {subject: max(LIKE * (score - best), -MOST_UNLIKE) for subject, score in scored.items()}


def _lead(scored: Mapping[str, float]) -> float:
    best, next_best = sorted(scored.values())[-1:-3:-1]
    return best - next_best


def _kinds(text: str, said: frozenset[str]) -> dict[str, float]:
    """What is said in the clause that asks counts twice: the rest tells why."""
    clauses = CLAUSE.split(text)
    asked = [words for clause in clauses[:MOST_ASKED] if "need" in (words := WISHES.said(clause))]
    return _quietened(scores(WISH_RULES, said, *asked))


def _quietened(kinds: dict[str, int]) -> dict[str, float]:
    loudest = max(kinds.values(), default=0)
    return {kind: score * min(1, LOUDEST / loudest) for kind, score in kinds.items()}


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
        # A word of two trades (分拣) speaks first for the one that the table names first.
        for occupation in filter(hit.concepts.__contains__, jobs.OCCUPATIONS):
            weights[occupation] += _weight(hit, text)
    return max(weights, key=lambda occupation: weights[occupation]) if weights else None


def trades_beside(first: str, text: str) -> list[str]:
    """That trade and those named in one breath with it, as they stand: 瓦工或者小工."""
    trades = [hit for hit in OCCUPATIONS.hits(text) if hit.spelling not in PLACES_OF_WORK]
    breath: list[str] = []
    for before, hit in zip([None, *trades], trades, strict=False):
        if before is None or not AND.fullmatch(text, before.end, hit.start):
            if first in breath:
                break
            breath = []
        breath.append(first if first in hit.concepts else next(filter(hit.concepts.__contains__, jobs.OCCUPATIONS)))
    return list(dict.fromkeys(breath)) if first in breath else [first]


def says_work(text: str) -> bool:
    """Whether it speaks of a trade, or of looking for work."""
    return bool(JOBS.said(text) & {"seek", "the_work"}) or any(True for _ in OCCUPATIONS.hits(text))


def _weight(hit: Hit, text: str) -> int:
    size = 1 if hit.spelling in PLACES_OF_WORK else len(hit.spelling)
    return size * (2 if _is_named(hit, text) else 1)


def _is_named(hit: Hit, text: str) -> bool:
    """As a trade or as the work that is looked for (厨师, 送货的活), which says more than a thing one can do (做饭)."""
    return hit.spelling.endswith(PERSONS) or bool(AS_WORK.match(text, hit.end)) or text[: hit.start].endswith(SOUGHT)


def machine_score(text: str) -> int:
    hits = [concept for hit in MACHINE.hits(text) for concept in hit.concepts]
    if "automatic" in hits or ("code" in hits and CODE.search(text)):
        return CERTAIN
    # Who asks what to do about an advert did not send it.
    return 0 if "victim" in hits else ADVERT * hits.count("advert")


def sounds_like_ours(text: str) -> bool:
    return "ours" in MACHINE.said(text)


def asks_for_silence(text: str) -> bool:
    return "pause" in MACHINE.said(text)


def small_talk(words: str) -> frozenset[str]:
    return MACHINE.cover(words) or frozenset()
