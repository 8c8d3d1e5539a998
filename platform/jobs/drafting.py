"""A listing is written down, copied from another day, and thrown away again, before anybody outside of the station sees it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from base.clock import city_now, now
from base.db import objects, row
from base.errors import Refused
from base.ledger import By
from base.refs import next_ref
from base.words import Words
from jobs import terms as rules
from jobs import wages
from jobs.employers import is_known
from jobs.fields import Errors, found, refuse_if
from jobs.lock import lock
from jobs.rights import must_be_staff
from jobs.states import LISTING, STATE_WORDS, ListingState
from jobs.tables import Listing
from jobs.terms import Terms
from jobs.when import here, moment
from people import areas

NOT_OURS = Words("不在本驿站可用的用人单位里", "is none of the employers that this station knows")


async def draft(station_id: int, terms: Terms, by: By) -> Listing:
    """With a number at once: the station writes it on its own board."""
    await must_be_staff(by, station_id)
    refuse_if(await errors(station_id, terms))
    return await _begin(by, station=station_id, **await values_of(terms))


async def errors(station_id: int, terms: Terms) -> Errors:
    """Everything that cannot be, that the employer is nobody whom the station may name included."""
    known = terms.employer is None or await is_known(terms.employer, station_id)
    wrong = rules.errors(terms, city_now().date(), await wages.minimum())
    return wrong if known else {"employer": NOT_OURS, **wrong}


async def _begin(by: By, **values: Any) -> Listing:
    listing = Listing(
        **values, ref=await next_ref(), state=ListingState.DRAFT.value, posted_by=by.person, created_at=now(), due_at=end_of(values["day"])
    )  # fmt: skip
    await LISTING.begin(listing, by)
    return listing


def end_of(day: date) -> datetime:
    """A draft that nobody published is over with its day."""
    return moment(day + timedelta(days=1), time())


async def values_of(terms: Terms) -> dict[str, Any]:
    """The columns of the listing that these terms fill."""
    values = vars(terms.tidied())
    day, starts, ends, overnight = (values.pop(name) for name in ("day", "starts", "ends", "overnight"))
    hours = {"day": day, "starts_at": moment(day, starts), "ends_at": moment(day + timedelta(days=overnight), ends)}
    return values | hours | await _position(terms)


async def _position(terms: Terms) -> dict[str, float]:
    if terms.lat is not None and terms.lon is not None:
        return {"lat": terms.lat, "lon": terms.lon}
    return (await areas.near_point(terms.area))._asdict()


def terms_of(listing: Listing) -> Terms:
    """The listing as a form shows it."""
    starts, ends = here(listing.starts_at), here(listing.ends_at)
    same = {name: getattr(listing, name) for name in Terms.__dataclass_fields__ if name not in ("starts", "ends", "overnight")}
    return Terms(**same, starts=starts.time(), ends=ends.time(), overnight=ends.date() > starts.date())


async def remove_draft(listing_id: int, by: By) -> None:
    listing = await lock(listing_id)
    await must_be_staff(by, listing.station)
    refuse_published(listing)
    await LISTING.move(listing, ListingState.CANCELLED, by, held_reasons="[]", due_at=None, ended_at=now())


def refuse_published(listing: Listing) -> None:
    if listing.state != ListingState.DRAFT:
        raise Refused("not_draft", ref=listing.ref, state=STATE_WORDS[ListingState(listing.state)])


async def copy_day(station_id: int, from_day: date | None, to_day: date, by: By) -> list[Listing]:
    """As on that day, or as on the last day that had any: drafts with the same terms. What is there already is not copied again."""
    await must_be_staff(by, station_id)
    refuse_if(found({"day": rules.day_error(to_day, city_now().date())}))
    from_day = from_day or await _last_day(station_id, to_day)
    if from_day is None:
        return []
    there = {_sameness(each) for each in await _listings(station_id, to_day, "state <> 'cancelled'")}
    before = await _listings(station_id, from_day, "state IN ('open', 'filled', 'over')")
    return [await _copy(listing, to_day, by) for listing in before if _sameness(listing) not in there]


async def _last_day(station_id: int, before: date) -> date | None:
    found = await row(
        "SELECT max(day) AS day FROM listing WHERE station = $1 AND day < $2 AND state IN ('open', 'filled', 'over')", station_id, before
    )
    return found["day"] if found else None


async def _listings(station_id: int, day: date, states: str) -> list[Listing]:
    return await objects(Listing, f"station = $1 AND day = $2 AND {states} ORDER BY starts_at, ref", station_id, day)


def _sameness(listing: Listing) -> tuple[object, ...]:
    return listing.employer, listing.title, here(listing.starts_at).time(), here(listing.ends_at).time()


async def _copy(listing: Listing, day: date, by: By) -> Listing:
    return await _begin(by, station=listing.station, **await values_of(replace(terms_of(listing), day=day)))
