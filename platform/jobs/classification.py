"""The classification of occupations of 2022: what a listing's title is called there, as somebody types it."""

import csv
import lzma
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import StringIO
from itertools import islice
from typing import NamedTuple

import numpy as np

from jobs.everyday import EVERYDAY, kind_of
from jobs.grams import Floats, Grams
from jobs.job_titles import core, plain
from jobs.occupations import OCCUPATIONS

TEXTS = 0.6  # what a definition counts for beside a name
WHOLE = 2.0  # a title that is an everyday word: nothing outweighs it
# Beside the votes, so that among occupations that few labelled titles name the likeliest goes first.
LIKEST_TITLE, UNLEARNED = 0.25, 0.25
NEARNESS = 4  # a title half as like has a sixteenth of the vote
LEAST_SCORE = 0.02
LEAST_UNSEEN = 0.2  # of what shares no word with the title: only the votes speak for it


class Occupation(NamedTuple):
    code: str
    name: str
    kind: str
    """The key of the short list."""


class Found(NamedTuple):
    occupation: Occupation
    score: float
    words: tuple[str, ...]
    """The parts of the title by which it was found."""


class Entry(NamedTuple):
    code: str
    name: str
    also: tuple[str, ...]
    text: str


class Labelled(NamedTuple):
    title: str
    code: str


class _Name(NamedTuple):
    entry: int
    text: str
    kind: str | None = None


class _Heard(NamedTuple):
    share: float
    name: _Name


class Classification:
    """Finds by names, everyday words and definitions; and by the votes of labelled titles, where there are any."""

    def __init__(self, entries: Sequence[Entry], labelled: Iterable[Labelled], everyday: Mapping[str, Mapping[str, str]]) -> None:
        self._entries = entries
        self._places = {entry.code: place for place, entry in enumerate(entries)}
        self._everyday = sorted(self._spoken(everyday))
        names = sorted({*_official(entries), *self._everyday}, key=lambda name: name.entry)
        self._names = _Groups([name.text for name in names], [name.entry for name in names], len(entries))
        self._texts = Grams([" ".join((plain(entry.name), *entry.also, entry.text)) for entry in entries])
        votes = sorted((self._places[code], title) for title, code in labelled)
        self._votes = _Groups([title for _, title in votes], [place for place, _ in votes], len(entries)) if votes else None

    def search(self, title: str, limit: int = 5) -> list[Found]:
        """Best first; nothing for a title in which no word is known."""
        if not (wanted := core(title)):
            return []
        scores, heard = self._scores(wanted), self._heard(wanted)
        for place, (share, _) in heard.items():
            scores[place] += WHOLE if share == 1 else share**2
        best = (int(place) for place in np.argsort(-scores, kind="stable")[: 4 * limit] if scores[place] >= LEAST_SCORE)
        found = (self._found(place, float(scores[place]), wanted, heard.get(place)) for place in best)
        return list(islice((one for one in found if one.words or one.score >= LEAST_UNSEEN), limit))

    def _scores(self, wanted: str) -> Floats:
        scores = self._names.best(wanted) + TEXTS * self._texts.likeness(wanted)
        if self._votes is not None:
            alike = self._votes.grams.likeness(wanted)
            scores = self._votes.shares(alike) + LIKEST_TITLE * self._votes.most(alike) + UNLEARNED * scores
        return scores

    def _heard(self, wanted: str) -> dict[int, _Heard]:
        """For each entry the everyday word most of which is the title, or which is most of the title."""
        heard: dict[int, _Heard] = {}
        for name in self._everyday:
            if name.text in wanted or wanted in name.text:
                share = len(name.text) / len(wanted)
                heard[name.entry] = max(heard.get(name.entry, _Heard(0.0, name)), _Heard(min(share, 1 / share), name))
        return heard

    def _found(self, place: int, score: float, wanted: str, heard: _Heard | None) -> Found:
        entry = self._entries[place]
        texts = [heard.name.text] if heard else [plain(entry.name), *entry.also, entry.text]
        words = max((common(wanted, text) for text in texts), key=lambda parts: sum(map(len, parts)))
        kind = heard.name.kind if heard else None
        return Found(Occupation(entry.code, entry.name, kind or kind_of(entry.code)), score, words)

    def _spoken(self, everyday: Mapping[str, Mapping[str, str]]) -> Iterable[_Name]:
        for kind, codes in everyday.items():
            yield from (_Name(self._places[code], word, kind) for code, words in codes.items() for word in words.split())
            yield from (_Name(self._places[next(iter(codes))], word, kind) for word in (kind, *map(plain, OCCUPATIONS[kind])))


class _Groups:
    """Texts of which several belong to one entry; they must be in the order of the entries."""

    def __init__(self, texts: Sequence[str], entries: Sequence[int], count: int) -> None:
        self.grams = Grams(texts)
        self._entries, self._starts = np.unique(entries, return_index=True)
        self._count = count

    def best(self, text: str) -> Floats:
        return self.most(self.grams.likeness(text))

    def most(self, alike: Floats) -> Floats:
        most = np.zeros(self._count, np.float32)
        most[self._entries] = np.maximum.reduceat(alike, self._starts)
        return most

    def shares(self, alike: Floats) -> Floats:
        """Of the votes, which count less when even the likest text is not very like."""
        votes = np.zeros(self._count, np.float32)
        votes[self._entries] = np.add.reduceat(alike**NEARNESS, self._starts)
        return np.asarray(votes / (votes.sum() or 1) * alike.max(), np.float32)


def _official(entries: Sequence[Entry]) -> Iterable[_Name]:
    for place, entry in enumerate(entries):
        yield from (_Name(place, name) for name in (plain(entry.name), *entry.also))


def common(wanted: str, text: str) -> tuple[str, ...]:
    """The longest parts of the one that stand in the other, single characters only for a single character."""
    parts, start, least = [], 0, min(2, len(wanted))
    while start < len(wanted):
        end = next((end for end in range(len(wanted), start + least - 1, -1) if wanted[start:end] in text), None)
        if end:
            parts.append(wanted[start:end].strip())
        start = end or start + 1
    return tuple(parts)


def _table(name: str) -> list[list[str]]:
    return list(csv.reader(StringIO(lzma.decompress(files("jobs").joinpath(name).read_bytes()).decode())))[1:]


def entries() -> list[Entry]:
    return [Entry(code, name, tuple(also.split("|")) if also else (), text) for code, name, also, text in _table("csco22.csv.xz")]


def labelled_titles() -> list[Labelled]:
    return [Labelled(title, code) for title, code in _table("job_titles.csv.xz")]


@cache
def _entries() -> dict[str, Entry]:
    return {entry.code: entry for entry in entries()}


@cache
def _classification() -> Classification:
    return Classification(list(_entries().values()), labelled_titles(), EVERYDAY)


def search(title: str, limit: int = 5) -> list[Found]:
    return _classification().search(title, limit)


def by_code(code: str) -> Occupation | None:
    entry = _entries().get(code)
    return entry and Occupation(entry.code, entry.name, kind_of(entry.code))
