"""What an SMS was understood to say."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from people.gazetteer import Found, Resolution

Intent = Literal[
    "wish", "job_need", "need_pause", "need_end", "accept", "decline", "done", "confirm", "reject", "cancel", "apply", "unpaid", "status",
    "help", "stop", "start", "other",
]  # fmt: skip
Part = Literal["morning", "afternoon", "evening"]
Why = Literal["machine", "thanks", "greeting", "pause", "unclear"]


@dataclass(frozen=True, slots=True)
class Reading:
    intent: Intent
    kind: str | None = None
    place: Resolution = None
    day: date | None = None
    part: Part | None = None
    ref: int | None = None
    min_pay: int | None = None
    rating: int | None = None
    why: Why | None = None
    note: str = ""
    places: int | None = None
    urgent: bool = False
    number: int | None = None

    @property
    def area(self) -> str | None:
        """The official name when it is certain, the name as written when several areas bear it."""
        if self.place is None:
            return None
        return self.place.name if isinstance(self.place, Found) else self.place.written


def to_json(reading: Reading) -> dict[str, str | int]:
    fields: dict[str, str | int | None] = {
        "intent": reading.intent,
        "kind": reading.kind,
        "area": reading.area,
        "day": reading.day.isoformat() if reading.day else None,
        "part": reading.part,
        "ref": reading.ref,
        "min_pay": reading.min_pay,
        "rating": reading.rating,
    }
    return {name: field for name, field in fields.items() if field is not None}
