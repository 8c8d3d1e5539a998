"""Which occupation a title means: shown while it is typed, and decided when the row comes in."""

from functools import lru_cache

from base.words import Words
from jobs.classification import Occupation, search
from jobs.occupations import OCCUPATIONS

MOST = 5
LONGEST_TITLE = 60

_KIND_OF_WORD = {word.lower(): kind for kind, words in OCCUPATIONS.items() for word in words}


@lru_cache(2_048)
def occupations_like(title: str) -> list[Occupation]:
    """Kept: the same titles come again every morning, in every row that is read or shown."""
    return [found.occupation for found in search(title[:LONGEST_TITLE], MOST)]


def chosen(title: str, code: str, found: list[Occupation]) -> tuple[str, str | None]:
    """The kind of work and the code. A code counts only while it is one of those found for the title."""
    kind = _KIND_OF_WORD.get(title.strip().lower())
    for each in found:
        if each.code == code:
            return each.kind, each.code
    best = next((each for each in found if kind in (None, each.kind)), None)
    return kind or (best.kind if best else "other"), best.code if best else None


def found_words(found: Occupation) -> Words:
    """The classification is Chinese; in English the kind of work says it."""
    kind = OCCUPATIONS[found.kind]
    return Words(f"{found.name}（{kind.zh}）", f"{kind.en} ({found.code})")
