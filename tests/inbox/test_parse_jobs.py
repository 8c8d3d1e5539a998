"""Texts of workers, each with what it should be read as.

They were written before the rules were tried on them, in three rounds with mending between: of 94, 71 and 50 texts 92, 49 and 46 were read
right when they were new. Two labels of the second round were mended too; two of its texts are left out, as a person reads them.
"""

from datetime import date
from typing import Any

import pytest

from inbox.job_terms import party_in, seek_in
from inbox.normal import clean, split_signature
from people.areas import tree
from tests.inbox.reading_of import MONDAY, collected, read

TEXTS = collected("jobs")


def as_read(text: str) -> dict[str, Any]:
    reading = read(text)
    words = split_signature(clean(text))[1]
    read_as: dict[str, Any] = {"intent": reading.intent, "ref": reading.ref, "area": reading.area, "people": party_in(words)}
    if reading.intent == "job_need":
        seek = seek_in(words, reading, MONDAY.date())
        read_as |= {
            "occupations": list(seek.occupations), "pay": seek.pay_fen and seek.pay_fen // 100, "per": seek.pay_per, "part": seek.part,
            "from_day": _iso(seek.from_day), "to_day": _iso(seek.to_day), "radius_km": seek.radius_km,
            "certificates": list(seek.certificates), "people": seek.people,
            "area": reading.area or (tree()[seek.area].name if seek.area else None),
        }  # fmt: skip
    return read_as


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("expected", TEXTS, ids=[each["text"] for each in TEXTS])
def test_a_workers_text_is_read_as_he_means_it(expected: dict[str, Any]) -> None:
    said = as_read(expected["text"])
    assert {name: said.get(name) for name in expected if name != "text"} == {
        name: field for name, field in expected.items() if name != "text"
    }
