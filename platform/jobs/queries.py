"""The named questions about listings, needs, referrals and placements."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from base.db import first, objects, row
from base.tables import Event
from jobs.deadlines import Step, busy
from jobs.states import BUSY, COMING, HOLDING, SUBJECTS, PlacementState, ReferralState
from jobs.tables import JobNeed, Listing, Placement, Referral, Station, Worker
from people.tables import Person

LIVE = "state IN ('open', 'filled')"
NOT_RELEASED = "state <> 'released'"
"""A placement that was not given back, whatever the counter has marked: its wage may be asked for."""
BY_HOUR = "ORDER BY starts_at, ref"


async def by_ref(ref: int) -> Listing | None:
    return await first(Listing, "ref = $1", ref)


async def listing(listing_id: int) -> Listing:
    found = await first(Listing, "id = $1", listing_id)
    assert found is not None
    return found


async def station(station_id: int) -> Station | None:
    return await first(Station, "id = $1", station_id)


async def station_of(about: Listing | JobNeed) -> Station:
    found = await station(about.station)
    assert found is not None
    return found


async def stations() -> list[Station]:
    return await objects(Station, "true ORDER BY name")


async def staff_of(station_id: int) -> list[Person]:
    return await objects(Person, "id IN (SELECT person FROM staff WHERE station = $1 AND ended_at IS NULL) ORDER BY id", station_id)


async def listings_of(station_id: int, day: date) -> list[Listing]:
    return await objects(Listing, f"station = $1 AND day = $2 {BY_HOUR}", station_id, day)


async def board_of(station_id: int | None, day: date) -> list[Listing]:
    """What everybody may see: of one station, or of all."""
    return await objects(Listing, f"{LIVE} AND day = $2 AND ($1::bigint IS NULL OR station = $1) {BY_HOUR}", station_id, day)


async def timeline(listing_id: int) -> list[Event]:
    return await objects(Event, "matter = $1 AND subject = ANY($2) ORDER BY id", listing_id, SUBJECTS)


async def worker(person_id: int) -> Worker | None:
    return await first(Worker, "person = $1", person_id)


async def need_of(person_id: int) -> JobNeed | None:
    """The need that lives: looked for, placed or paused."""
    return await first(JobNeed, "person = $1 AND state <> 'over'", person_id)


async def last_need_of(person_id: int) -> JobNeed | None:
    return await first(JobNeed, "person = $1 ORDER BY id DESC", person_id)


async def referral_to(listing_id: int, person_id: int) -> Referral | None:
    return await first(Referral, "listing = $1 AND person = $2", listing_id, person_id)


async def referred_to(person_id: int) -> list[Listing]:
    """The listings that wait for this person's yes or no."""
    return await _live_with("referral", person_id, ReferralState.SENT)


async def asked_to_come(person_id: int) -> list[Listing]:
    """Where this person holds a place, and has been asked whether he comes."""
    return await objects(
        Listing,
        "id IN (SELECT listing FROM placement WHERE person = $1 AND state = 'held' AND step = $2) ORDER BY starts_at, ref",
        person_id,
        Step.RELEASE,
    )


async def waited_for_by(person_id: int) -> list[Listing]:
    return await _live_with("referral", person_id, ReferralState.WAITING)


async def free_in_line(listing: Listing) -> list[Referral]:
    """Who waits and could come, the next first. Who has found another place in these hours keeps his turn."""
    return await objects(
        Referral,
        "listing = $1 AND state = 'waiting' AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.person = referral.person"
        " AND p.listing <> $1 AND p.state = ANY($2) AND p.busy_from < $4 AND p.busy_until > $3) ORDER BY turn",
        listing.id, tuple(BUSY), *busy(listing.starts_at, listing.ends_at),
    )  # fmt: skip


async def unanswered(listing_id: int) -> list[Referral]:
    """Who was asked and has not said, and who waits."""
    return await objects(Referral, "listing = $1 AND state IN ('sent', 'waiting') ORDER BY id", listing_id)


async def position(referral: Referral) -> int:
    """1 is the next."""
    found = await row(
        "SELECT count(*) AS n FROM referral WHERE listing = $1 AND state = 'waiting' AND turn <= $2", referral.listing, referral.turn
    )
    assert found is not None
    return int(found["n"])


async def placement(placement_id: int) -> Placement | None:
    return await first(Placement, "id = $1", placement_id)


async def placements(listing_id: int, states: Iterable[PlacementState] = tuple(PlacementState)) -> list[Placement]:
    return await objects(Placement, "listing = $1 AND state = ANY($2) ORDER BY id", listing_id, tuple(states))


async def live_placement(listing_id: int, person_id: int) -> Placement | None:
    return await first(Placement, "listing = $1 AND person = $2 AND state = ANY($3)", listing_id, person_id, tuple(HOLDING))


async def last_placement(listing_id: int, person_id: int) -> Placement | None:
    """Whatever the counter has marked; None for who gave the place back."""
    return await first(Placement, f"listing = $1 AND person = $2 AND {NOT_RELEASED} ORDER BY id DESC", listing_id, person_id)


async def held_by(person_id: int) -> list[Listing]:
    """Where this person is to come."""
    return await _live_with("placement", person_id, *COMING)


async def _live_with(table: str, person_id: int, *states: StrEnum) -> list[Listing]:
    """The live listings with which this person has a referral or a placement in one of the states."""
    through = f"SELECT listing FROM {table} WHERE person = $1 AND state = ANY($2)"  # noqa: S608
    return await objects(Listing, f"{LIVE} AND id IN ({through}) {BY_HOUR}", person_id, states)


async def unmarked(station_id: int, day: date) -> int:
    """How many people of a day have neither come nor stayed away, as far as the station says."""
    found = await row(
        "SELECT coalesce(sum(people), 0) AS n FROM placement WHERE state = ANY($3) AND listing IN"
        " (SELECT id FROM listing WHERE station = $1 AND day = $2)",
        station_id, day, tuple(COMING),
    )  # fmt: skip
    assert found is not None
    return int(found["n"])
