"""Which area a reader means who types a name, in Chinese or by its English name."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache

from people.areas import chain, tree, words
from people.gazetteer import Ambiguous, Found, Gazetteer

NEAREST_LEVELS = ("town", "village")


def areas_named(written: str, near: str | None = None, levels: Collection[str] = NEAREST_LEVELS) -> tuple[str, ...]:
    """None, one, or several that bear the name. A county says too little for anybody to come."""
    found = Gazetteer.load().resolve(written, near)
    if isinstance(found, Found):
        codes: tuple[str, ...] = (found.code,)
    elif isinstance(found, Ambiguous):
        codes = found.choices
    else:
        codes = _by_english_name().get(_folded(written), ())
    return tuple(code for code in codes if tree()[code].level in levels)


def whole_name(code: str, language: str) -> str:
    """From the county down, so that places of one name are told apart."""
    nodes = [tree()[above] for above in chain(code)[:-1]]
    return ", ".join(node.name_en for node in nodes) if language == "en" else "".join(node.name for node in reversed(nodes))


@cache
def _by_english_name() -> dict[str, tuple[str, ...]]:
    named = defaultdict(list)
    for code, node in tree().items():
        for name in {_folded(node.name_en), _folded(words(code).en)}:
            named[name].append(code)
    return {name: tuple(codes) for name, codes in named.items()}


def _folded(name: str) -> str:
    return " ".join(name.lower().replace(",", " ").replace("'", "").replace("’", "").split())
