"""What the reader may see of a wish and do with it. The verbs decide again; this only spares people useless buttons."""

from dataclasses import dataclass

from litestar.exceptions import PermissionDeniedException

from people import offices
from people.tables import Person
from volunteers.queries import is_volunteer
from web.reader import Reader
from wishes import private, queries
from wishes.states import ENDED, ClaimState, OfferState, WishState
from wishes.tables import Wish


@dataclass(frozen=True)
class Rights:
    is_known: bool = False
    is_resident: bool = False
    is_office: bool = False
    read_text: bool = False
    read_gist: bool = False
    claim: bool = False
    refuse: bool = False
    release: bool = False
    report: bool = False
    confirm: bool = False
    reopen: bool = False
    withdraw: bool = False


async def rights_of(person: Person | None, wish: Wish) -> Rights:
    is_open = wish.state == WishState.OPEN
    if person is None:
        # Who has not signed in may well be a volunteer: the button leads through the sign-in.
        return Rights(claim=is_open and not wish.for_office)
    if person.id == wish.resident:
        return _of_resident(wish)
    office = wish.area is not None and await offices.answers_for(person.id, wish.area)
    claim = await queries.live_claim(wish.id, person.id)
    offer = await queries.offer_to(wish.id, person.id)
    holds = claim is not None and claim.state == ClaimState.HELD
    helps = office or (not wish.for_office and await is_volunteer(person.id))
    return Rights(
        is_known=True,
        is_office=office,
        read_text=await private.may_open(wish, person.id),
        read_gist=offer is not None,
        claim=is_open and claim is None and helps,
        refuse=is_open and claim is None and offer is not None and offer.state == OfferState.SENT,
        release=holds,
        report=holds or (is_open and office),
        withdraw=office and wish.state not in {WishState.DONE, *ENDED},
    )


def _of_resident(wish: Wish) -> Rights:
    return Rights(
        is_known=True,
        is_resident=True,
        read_text=True,
        confirm=wish.state in (WishState.DONE, WishState.CLAIMED),
        reopen=wish.state in (WishState.DONE, WishState.CLOSED),
        withdraw=wish.state not in {WishState.DONE, *ENDED},
    )


async def office_areas(reader: Reader, back: str) -> list[str]:
    """The areas of the reader's offices; everything below them is meant too. For anybody else the page is closed."""
    held = await offices.areas_of(reader.must_be_known(back).id)
    if not held:
        raise PermissionDeniedException
    return held
