"""Which occupation a title means, whichever way it comes in."""

from functools import lru_cache

from jobs.classification import Occupation, search
from jobs.occupations import OCCUPATIONS
from jobs.typed import folded

MOST = 5
LONGEST_TITLE = 60

_KIND_OF_WORD = {folded(word): kind for kind, words in OCCUPATIONS.items() for word in (kind, *words)}


@lru_cache(2_048)
def occupations_like(title: str) -> list[Occupation]:
    """Kept: the same titles come again every morning, in every row that is read or shown."""
    return [found.occupation for found in search(title[:LONGEST_TITLE], MOST)]


def named_kind(title: str) -> str | None:
    """When the title is a word of the short list."""
    return _KIND_OF_WORD.get(folded(title))


def meant(title: str, code: str = "") -> tuple[str, str | None] | None:
    """The kind of work and the code. A code counts only while it is one of those found for the title."""
    kind, found = named_kind(title), occupations_like(title)
    chosen = (each for each in found if each.code == code)
    fitting = (each for each in found if kind in (None, each.kind))
    best = next(chosen, None) or next(fitting, None)
    if best is None:
        return (kind, None) if kind else None
    return best.kind, best.code
