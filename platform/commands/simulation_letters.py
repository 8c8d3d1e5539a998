"""What the phones of a simulation receive and send."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Matter:
    """What a wish asks for, as everybody knows who reads of it."""

    ref: int
    resident: str
    kind: str
    skill: str | None
    lat: float
    lon: float
    day: date | None
    part: str | None
    places: int


@dataclass(frozen=True)
class Letter:
    """`matter`: what the text is about, or, if it `invites`, what to."""

    kind: str
    phone: str
    matter: Matter | None
    moment: datetime
    invites: bool = False


@dataclass(frozen=True, order=True)
class Reply:
    """`while_waiting`: not sent once somebody has said that he comes."""

    moment: datetime
    phone: str
    text: str
    while_waiting: int | None = None
