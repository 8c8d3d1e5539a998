"""Finds the words of a table in a text: longest first, in time linear in the text.

A word may have one gap: 送~饭 is heard in 送个饭 and 送点热饭. It leaves the words inside it to be heard too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

LONGEST_GAP = 6
BEGINNING = 2
STOPS = re.compile(r"[,.;!?。、,;!?]")
BLOCKED = "blocked"
"""A concept that means nothing: its words only keep shorter words inside them from being heard (部门 is no 门)."""


# Ten thousand of them are made when the program starts: a tuple is made in about half the time of a frozen dataclass.
class Word(NamedTuple):
    spelling: str
    concepts: frozenset[str]
    any_ending: bool

    def end_in(self, text: str, start: int) -> int:
        """Where the word that starts here ends, or -1 when it does not stand here."""
        if not text.startswith(self.spelling, start):
            return -1
        end = start + len(self.spelling)
        if not is_latin(self.spelling[-1]):
            return end
        while self.any_ending and end < len(text) and is_latin(text[end]):
            end += 1
        return -1 if end < len(text) and is_latin(text[end]) else end


class Pair(NamedTuple):
    first: str
    second: str
    concepts: frozenset[str]

    def stands_in(self, text: str, start: int, inside: bytearray) -> bool:
        if not text.startswith(self.first, start):
            return False
        begin = start + len(self.first)
        end = min(begin + LONGEST_GAP + len(self.second), len(text))
        if found := STOPS.search(text, begin, end):
            end = found.start()
        place = text.find(self.second, begin, end)
        return place >= 0 and not inside[place]


@dataclass(frozen=True, slots=True)
class Hit:
    start: int
    end: int
    spelling: str
    concepts: frozenset[str]


class Lexicon:
    def __init__(self, tables: Mapping[str, str]) -> None:
        concepts: defaultdict[str, set[str]] = defaultdict(set)
        for concept, words in tables.items():
            for word in words.split():
                concepts[word].add(concept)
        self._by_beginning: defaultdict[str, list[Word]] = defaultdict(list)
        self._pairs: defaultdict[str, list[Pair]] = defaultdict(list)
        for word in sorted(concepts, key=len, reverse=True):
            if "~" in word:
                first, _, second = word.partition("~")
                self._pairs[first[0]].append(Pair(first, second, frozenset(concepts[word])))
                continue
            spelling = word.rstrip("*").replace("_", " ")
            self._by_beginning[spelling[:BEGINNING]].append(Word(spelling, frozenset(concepts[word]), word.endswith("*")))

    def hits(self, text: str) -> Iterator[Hit]:
        """Words that stand in the text, without those that lie inside a longer one."""
        return (hit for hit in self._longest(text) if BLOCKED not in hit.concepts)

    def _longest(self, text: str) -> Iterator[Hit]:
        covered = 0
        for start in range(len(text)):
            hit = self.hit_at(text, start)
            if hit and hit.end > covered:
                covered = hit.end
                yield hit

    def hit_at(self, text: str, start: int) -> Hit | None:
        if is_latin(text[start]) and start > 0 and is_latin(text[start - 1]):
            return None
        for beginning in (text[start : start + BEGINNING], text[start]):
            for word in self._by_beginning.get(beginning, ()):
                if (end := word.end_in(text, start)) > 0:
                    return Hit(start, end, word.spelling, word.concepts)
        return None

    def said(self, text: str) -> frozenset[str]:
        """The concepts of all words and pairs that stand in the text."""
        found: set[str] = set()
        inside = bytearray(len(text))
        for hit in self._longest(text):
            found |= hit.concepts
            if BLOCKED in hit.concepts:
                inside[hit.start + 1 : hit.end] = b"\1" * (hit.end - hit.start - 1)
        for start, character in enumerate(text):
            if not inside[start]:
                for pair in self._pairs.get(character, ()):
                    if pair.stands_in(text, start, inside):
                        found |= pair.concepts
        return frozenset(found - {BLOCKED})

    def cover(self, text: str) -> frozenset[str] | None:
        """The concepts of a text that is made of these words and nothing else; None for any other text."""
        found: set[str] = set()
        start = 0
        while start < len(text):
            if text[start] == " ":
                start += 1
                continue
            hit = self.hit_at(text, start)
            if hit is None:
                return None
            found |= hit.concepts
            start = hit.end
        return frozenset(found)


def is_latin(character: str) -> bool:
    return "a" <= character <= "z"
