"""How the reader stands to a listing, and what he may do about it. The verbs decide again; this only spares people useless buttons."""

from dataclasses import dataclass

from base.clock import now
from jobs import queries, rights
from jobs.states import COMING, LIVE, PlacementState, ReferralState
from jobs.tables import Listing, Placement, Referral
from people.tables import Person


@dataclass(frozen=True)
class Standing:
    listing: Listing
    is_staff: bool = False
    placement: Placement | None = None
    last: Placement | None = None
    referral: Referral | None = None
    position: int | None = None

    @property
    def coming(self) -> bool:
        return self.placement is not None and self.placement.state in COMING

    @property
    def waiting(self) -> bool:
        return self.referral is not None and self.referral.state == ReferralState.WAITING

    @property
    def asked(self) -> bool:
        return self.referral is not None and self.referral.state == ReferralState.SENT

    @property
    def to_come(self) -> bool:
        return self.listing.state in LIVE and self.listing.starts_at > now()

    @property
    def apply(self) -> bool:
        return self.to_come and self.placement is None and not self.waiting

    @property
    def confirm(self) -> bool:
        return self.to_come and self.placement is not None and self.placement.state == PlacementState.HELD

    @property
    def cancel(self) -> bool:
        return self.to_come and self.coming

    @property
    def decline(self) -> bool:
        return self.to_come and self.placement is None and self.asked

    @property
    def report(self) -> bool:
        """A wage is owed from the first hour on; who was marked absent may say that he came."""
        return self.listing.kind == "job" and self.last is not None and self.listing.starts_at <= now()


async def standing_of(person: Person | None, listing: Listing) -> Standing:
    if person is None:
        return Standing(listing)
    referral = await queries.referral_to(listing.id, person.id)
    waits = referral is not None and referral.state == ReferralState.WAITING
    return Standing(
        listing,
        is_staff=await rights.is_staff(person.id, listing.station),
        placement=await queries.live_placement(listing.id, person.id),
        last=await queries.last_placement(listing.id, person.id),
        referral=referral,
        position=await queries.position(referral) if referral and waits else None,
    )
