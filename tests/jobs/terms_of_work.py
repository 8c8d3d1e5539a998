"""The terms of a day's work, for the tests that post it."""

from datetime import time
from typing import Any

from jobs.tables import Employer
from jobs.terms import Terms
from tests.jobs.scene import WENQUAN, tomorrow


def terms(of: Employer | None = None, **changed: Any) -> Terms:
    """Two bricklayers tomorrow from 7 to 17 for 250 yuan a day; without an employer a training."""
    common = {
        "day": tomorrow(), "starts": time(7), "ends": time(17), "heads": 2, "area": WENQUAN, "place": "桂花路8号", "contact": "老周",
        "phone": "16000000201",
    }  # fmt: skip
    job = {"title": "瓦工", "employer": of and of.id, "occupation": "bricklayer", "pay_fen": 25_000, "pay_per": "day"}
    training = {"title": "瓦工入门课", "kind": "training", "teaches": "bricklayer"}
    return Terms(**{**common, **(job if of else training), **changed})
