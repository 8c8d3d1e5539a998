"""A plain text problem of assignment, as `liangdeng solve` reads it."""

import re
import warnings
from typing import NamedTuple

import numpy as np

from base.errors import Unreadable
from matching.assign import HEAVIEST, Graph, Integers

MOST = 2**31 - 1  # rows, columns or edges


class Problem(NamedTuple):
    graph: Graph
    wants: Integers
    capacities: Integers


def read(text: bytes) -> Problem:
    lines = text.split(b"\n")
    n_rows, n_columns = (int(size) for size in _counts(lines, 1, 2, "这里应是行数和列数", "here stand the number of rows and of columns"))
    wants = _counts(lines, 2, n_rows, "每行要几个", "here stands what each row needs")
    capacities = _counts(lines, 3, n_columns, "每列容几个", "here stands what each column holds")
    edges = _triples(lines)
    _check(edges, n_rows, n_columns, lines)
    edges = edges[edges[:, 2] >= 0]  # less than nothing: never worth choosing
    by_row = edges[np.argsort(edges[:, 0], kind="stable")]
    starts = np.searchsorted(by_row[:, 0], np.arange(n_rows + 1))
    return Problem(Graph(starts, by_row[:, 1].astype(np.int32), by_row[:, 2].copy()), wants, capacities)


def _counts(lines: list[bytes], number: int, size: int, zh: str, en: str) -> Integers:
    words = lines[number - 1].split() if number <= len(lines) else []
    if len(words) != size:
        raise _at(number, f"{zh}：应有{size}个数，实有{len(words)}个", f"{en}: {size} numbers, not {len(words)}")
    counts = [_whole(word, number) for word in words]
    if any(not 0 <= count <= MOST for count in counts):
        raise _at(number, f"数应在0到{MOST}之间", f"a number is between 0 and {MOST}")
    return np.array(counts, np.int64)


def _triples(lines: list[bytes]) -> Integers:
    """Quickly; and if that fails once more slowly, to say where."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            edges = np.loadtxt(lines[3:], np.int64, comments=None, ndmin=2)
        if edges.shape[1] == 3:
            return edges
    except (ValueError, Warning):
        pass
    written = [(number, line.split()) for number, line in enumerate(lines[3:], 4) if line.strip()]
    return np.array([_triple(words, number) for number, words in written], np.int64).reshape(-1, 3)


def _triple(words: list[bytes], number: int) -> list[int]:
    if len(words) != 3:
        raise _at(number, f"应是行、列、权重3个数，实有{len(words)}个", f"row, column and weight are 3 numbers, not {len(words)}")
    triple = [_whole(word, number) for word in words]
    if max(map(abs, triple)) > HEAVIEST:
        raise _at(number, "数不能超过2的53次方", "no number may be above 2**53")
    return triple


def _whole(word: bytes, number: int) -> int:
    if not re.fullmatch(rb"[+-]?[0-9]{1,30}", word):
        shown = word.decode(errors="replace")[:20]
        raise _at(number, f"“{shown}”不是整数", f'"{shown}" is no whole number')
    return int(word)


def _check(edges: Integers, n_rows: int, n_columns: int, lines: list[bytes]) -> None:
    rows, columns, weights = edges.T
    for wrong, zh, en in (
        ((rows < 0) | (rows >= n_rows), f"行号应在0到{n_rows - 1}之间", f"rows are numbered 0 to {n_rows - 1}"),
        ((columns < 0) | (columns >= n_columns), f"列号应在0到{n_columns - 1}之间", f"columns are numbered 0 to {n_columns - 1}"),
        (np.abs(weights) > HEAVIEST, "权重不能超过2的53次方", "no weight may be above 2**53"),
        (_repeated(rows * n_columns + columns), "这一行这一列前面已经有了", "this row and column stood before"),
    ):
        if wrong.any():
            raise _at(_line_of(int(np.argmax(wrong)), lines), zh, en)


def _repeated(pairs: Integers) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    order = np.argsort(pairs, kind="stable")
    repeated = np.zeros(len(pairs), np.bool_)
    repeated[order[1:]] = pairs[order[1:]] == pairs[order[:-1]]
    return repeated


def _line_of(edge: int, lines: list[bytes]) -> int:
    return [number for number, line in enumerate(lines[3:], 4) if line.strip()][edge]


def _at(number: int, zh: str, en: str) -> Unreadable:
    return Unreadable(f"第{number}行：{zh}", f"line {number}: {en}")
