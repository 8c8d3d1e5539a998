"""How much a text is like those that were collected for each subject: naive Bayes over single characters and pairs.

An English word counts as one character.

The tables of the lexicon know the words; this has a say where they know none, or as much for one subject as for another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path

TEXTS = Path(__file__).parent / "lexicon" / "texts.txt"
Run = str | tuple[str, str]
UNIT = re.compile(r"[a-z']+|\d+|\S")
BACKGROUND = 0.9
"""Every subject is taken to hold so many average texts besides its own, so that a run it never had rules nothing out."""


class Likeness:
    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._texts_of: Counter[str] = Counter()
        self._subjects_of: defaultdict[Run, list[str]] = defaultdict(list)
        for subject, text in texts:
            self._texts_of[subject] += 1
            for run in runs_of(text):
                self._subjects_of[run].append(subject)

    @staticmethod
    @cache
    def learnt() -> "Likeness":
        return Likeness(collected_texts())

    def scores(self, text: str) -> Mapping[str, float]:
        """For each subject, by how much the text is likelier there than among all texts (as a logarithm)."""
        sums = dict.fromkeys(self._texts_of, 0.0)
        for run in runs_of(text):
            if subjects := self._subjects_of.get(run):
                usual, held = len(subjects) / self._texts_of.total(), Counter(subjects)
                for subject, texts in self._texts_of.items():
                    sums[subject] += log((held[subject] + BACKGROUND * usual) / (texts + BACKGROUND) / usual)
        return sums


def runs_of(text: str) -> set[Run]:
    units = ["^", *UNIT.findall(text.lower()), "$"]
    return {*units, *pairwise(units)}


def collected_texts() -> Iterator[tuple[str, str]]:
    """Each text with the subject under whose heading it stands."""
    subject = ""
    for line in TEXTS.read_text("utf-8").splitlines():
        if line.startswith("# "):
            subject = line.removeprefix("# ")
        elif line:
            yield subject, line
