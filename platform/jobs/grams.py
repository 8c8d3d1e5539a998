"""How alike short texts are: characters and pairs of characters, the rarer the heavier (cosine of tf-idf)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

SPACE = ord(" ")
CHARACTER_BITS = 21
ROW_BITS = 16


class Grams:
    """An inverted index. Every text stands between two spaces, so that how it begins and ends counts too."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.count = len(texts)
        keys, rows = _grams(texts)
        packed, times = np.unique(keys << ROW_BITS | rows, return_counts=True)
        keys, self._rows = packed >> ROW_BITS, packed & ((1 << ROW_BITS) - 1)
        self._keys, starts, spread = np.unique(keys, return_index=True, return_counts=True)
        self._starts = np.append(starts, len(keys))
        self._idf = np.log((1 + self.count) / (1 + spread)) + 1
        self._idf_of_unknown = float(np.log(1 + self.count) + 1)
        weights = (1 + np.log(times)) * np.repeat(self._idf, spread)
        lengths = np.sqrt(np.bincount(self._rows, weights * weights, minlength=self.count))
        self._weights = (weights / lengths[self._rows]).astype(np.float32)

    def likeness(self, text: str) -> Floats:
        """Of every text of the index to this one, from 0 to 1."""
        wanted = np.unique(_grams([text])[0])
        places = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        known = self._keys[places] == wanted
        weights = np.where(known, self._idf[places], self._idf_of_unknown)
        weights /= np.sqrt(weights @ weights) or 1
        alike = np.zeros(self.count, np.float32)
        for place, weight in zip(places[known], weights[known], strict=True):
            one = slice(self._starts[place], self._starts[place + 1])
            alike[self._rows[one]] += weight * self._weights[one]
        return alike


def _grams(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Each single character and each pair as a number, and the row of the text that it stands in."""
    framed = [f" {text} " for text in texts]
    characters = np.frombuffer("".join(framed).encode("utf-32-le"), np.uint32).astype(np.int64)
    rows = np.repeat(np.arange(len(framed)), [len(text) for text in framed])
    single = characters != SPACE
    pair = (rows[:-1] == rows[1:]) & (single[:-1] | single[1:])
    pairs = characters[:-1] << CHARACTER_BITS | characters[1:]
    return np.concatenate([characters[single], pairs[pair]]), np.concatenate([rows[single], rows[:-1][pair]])
