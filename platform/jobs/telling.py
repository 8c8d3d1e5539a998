"""Whom a change of a listing concerns, and in what words: always through the outbox, once for each round."""

from datetime import datetime
from typing import Any

from base.clock import city_now, now
from base.words import Words
from jobs.occupations import OCCUPATIONS
from jobs.opening import opening
from jobs.queries import staff_of
from jobs.tables import Listing, Placement, Referral, Station
from jobs.when import clock, here, shift_words
from messages.outbox import put
from messages.texts import Text
from people import areas, people
from wishes.when import when_words

PER = {"day": Words("天", "a day"), "hour": Words("小时", "an hour")}
TRAINING = Words("培训", "training")


def yuan(fen: int) -> str:
    """250, 19.5"""
    return f"{fen / 100:.2f}".rstrip("0").rstrip(".")


def pay_words(fen: int, per: str) -> Words:
    return Words(f"{yuan(fen)}元/{PER[per].zh}", f"{yuan(fen)} yuan {PER[per].en}")


def title_words(listing: Listing) -> Words:
    """As the station wrote it; in English the occupation, so that no text mixes the two."""
    if listing.kind == "training":
        taught = OCCUPATIONS[listing.teaches].en if listing.teaches else ""
        return Words(listing.title, f"{taught} training".strip())
    return Words(listing.title, OCCUPATIONS[listing.occupation].en)


def item(listing: Listing) -> Words:
    """45 瓦工 250元/天 7:00 温泉街道: one of the numbered listings of a message."""
    title, where = title_words(listing), areas.words(listing.area)
    pay = _short_pay(listing) if listing.pay_fen else TRAINING
    day = Words("", "") if listing.day == city_now().date() else when_words(listing.day, None)
    assert day is not None
    at = clock(listing.starts_at)
    return Words(
        f"{listing.ref} {title.zh} {pay.zh} {day.zh}{at} {where.zh}",
        " ".join(filter(None, (str(listing.ref), title.en, pay.en, day.en, at, _short_name(where.en)))),
    )


def _short_pay(listing: Listing) -> Words:
    """250/day: three of them must fit a message, and English takes more room."""
    return Words(pay_words(listing.pay_fen, listing.pay_per).zh, f"{yuan(listing.pay_fen)}/{listing.pay_per}")


def _short_name(area: str) -> str:
    """Wanxiu Village, Heshengqiao Town as Wanxiu."""
    name = area.partition(",")[0]
    return name.rpartition(" ")[0] or name


def shift(listing: Listing) -> dict[str, Any]:
    """What who holds a place must know: where, when, whom to ask for."""
    return {
        "ref": listing.ref,
        "title": title_words(listing),
        "when": shift_words(listing),
        "place": listing.place,
        "whom": listing.contact,
        "phone": listing.phone,
    }


async def tell_worker(about: Placement | Referral, text: Text, round: int | None = None) -> None:
    """Once for each round of a placement or a referral."""
    subject = f"{about._meta.tablename}:{about.id}"
    await put(text, await people.by_id(about.person), subject, about.round if round is None else round)


async def tell_from(moment: datetime, about: Placement | Referral, text: Text) -> None:
    """What was asked for may come at any hour at which the station is open."""
    await put(text, await people.by_id(about.person), f"{about._meta.tablename}:{about.id}", about.round, not_before=moment)


async def tell_staff(listing: Listing, text: Text, subject: str = "", round: int = 0, but: int | None = None) -> int:
    """Everybody who works at the station, in its hours; returns how many were told."""
    opens = await opening(listing.station)
    told = 0
    for person in await staff_of(listing.station):
        if person.id != but:
            told += await put(text, person, subject or f"listing:{listing.id}", round, not_before=opens)
    return told


def day_key(station: Station) -> str:
    return f"station:{station.id}:{here(now()).date()}"
