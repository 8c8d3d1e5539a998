"""What goes wrong at the gateway, and how often. Without a plan nothing does."""

import random
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct


class Fate(StrEnum):
    """What happens to one POST of a message."""

    FINE = "fine"
    TOO_MANY = "429"
    FAILS_BEFORE = "500 before"
    FAILS_AFTER = "500 after"
    HANGS_AFTER = "hang after"


Chance = Annotated[float, Meta(ge=0, le=1)]
Seconds = Annotated[float, Meta(ge=0, le=600)]


class Plan(Struct, forbid_unknown_fields=True):
    """`script` is the fate of the very next POSTs, one by one; after it, `chances` decide."""

    script: list[Fate] = []
    chances: dict[Fate, Chance] = {}
    hang_seconds: Seconds = 30
    list_lag_seconds: Seconds = 0
    opted_out: list[str] = []

    def fate(self) -> Fate:
        if self.script:
            return self.script.pop(0)
        if not self.chances:
            return Fate.FINE
        fine = max(0.0, 1 - sum(self.chances.values()))
        return random.choices([*self.chances, Fate.FINE], [*self.chances.values(), fine])[0]  # noqa: S311 - chance, not secrecy
