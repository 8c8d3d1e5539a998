"""Rules as lines of a table: an outcome, a weight, and the concepts that must all be said."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    outcome: str
    weight: int
    needs: frozenset[str]
    forbids: frozenset[str]

    def holds(self, said: frozenset[str]) -> bool:
        return self.needs <= said and not self.forbids & said


def rules_of(table: str) -> tuple[Rule, ...]:
    return tuple(_rule(line) for line in table.strip().splitlines())


def _rule(line: str) -> Rule:
    outcome, weight, *concepts = line.split()
    forbids = frozenset(concept[1:] for concept in concepts if concept.startswith("-"))
    return Rule(outcome, int(weight), frozenset(concepts) - {f"-{concept}" for concept in forbids}, forbids)


def scores(rules: Iterable[Rule], *said: frozenset[str]) -> dict[str, int]:
    """Best first; of two outcomes with the same score, the one that the table names first."""
    sums: defaultdict[str, int] = defaultdict(int)
    for rule in rules:
        for concepts in said:
            if rule.holds(concepts):
                sums[rule.outcome] += rule.weight
    return dict(sorted(sums.items(), key=lambda outcome: -outcome[1]))
