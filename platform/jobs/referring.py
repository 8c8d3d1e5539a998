"""Listings are put to workers at once, when a listing or a need appears. Before the dawn of its day a listing waits for the fair share."""

from dataclasses import replace
from datetime import date, timedelta

from base.clock import city_now, now
from base.db import first, objects
from base.geo import KM_PER_DEGREE
from base.ledger import SWEEP
from jobs.deadlines import LAST_ANSWER_BEFORE, dawn
from jobs.opening import in_time, opening
from jobs.pool import WILLING, Seeking, barred, gigs, offered, seekers, seeking
from jobs.queries import need_of, worker
from jobs.referrals import Put, best, letter, not_told, refer
from jobs.states import LotteryState, NeedState
from jobs.tables import JobNeed, Listing, Lottery
from jobs.when import here
from matching.gigs import judge
from messages.outbox import put_all
from people import people
from people.tables import Person

FOR_EACH_PLACE = 2  # are asked at once; about every other one comes
MOST_ASKED = 50
MOST_SHOWN = 3
NEXT_DAYS = timedelta(days=7)  # of a need that names no last day
USUAL_RADIUS_KM = 20.0

ANSWERED = "state IN ('accepted', 'declined', 'waiting')"
"""Who said so of a listing is not shown it again."""

FOR_LISTING = f"""
{WILLING} AND {not_told(1)}
AND (cardinality(n.occupations) = 0 OR $2 = ANY(n.occupations)) AND n.from_day <= $3 AND (n.to_day IS NULL OR n.to_day >= $3)
AND abs(n.lat - $4::float8) * {KM_PER_DEGREE} <= n.radius_km AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.listing = $5 AND r.person = n.person)
"""  # noqa: S608
FOR_NEED = "day BETWEEN $2 AND $3 AND (cardinality($4::varchar[]) = 0 OR occupation = ANY($4)) AND abs(lat - $5::float8) <= $6::float8"


async def refer_listing(listing: Listing) -> int:
    """Asks the best for the places that are free; nobody twice on one day. Returns how many are asked."""
    free = listing.heads - listing.taken - listing.kept
    too_late = listing.starts_at <= now() + LAST_ANSWER_BEFORE
    if listing.kind != "job" or free <= 0 or too_late or await _waits_for_dawn(listing):
        return 0
    at = in_time(await opening(listing.station), listing)
    needs = await seeking(FOR_LISTING, here(at).date().toordinal(), listing.occupation, listing.day, listing.lat, listing.id)
    fit = judge(seekers(needs), gigs([listing]))
    elsewhere = (await barred(needs, [listing], "false"))[:, 0]
    chosen = best(fit, elsewhere, min(free * FOR_EACH_PLACE, MOST_ASKED))
    puts = [Put(needs[number], listing, fit.at(number)) for number in chosen]
    await refer(puts, SWEEP)
    persons = {person.id: person for person in await objects(Person, "id = ANY($1)", [put.need.person for put in puts])}
    return await put_all([letter([put], persons[put.need.person], at) for put in puts])


async def _waits_for_dawn(listing: Listing) -> bool:
    at = dawn(listing.starts_at)
    if now() >= at or listing.starts_at <= at + LAST_ANSWER_BEFORE:
        return False
    return await first(Lottery, "day = $1 AND state = $2", here(at).date(), LotteryState.DRAWN) is None


async def refer_need(need: JobNeed) -> list[Listing]:
    """The next that fit and have room, the soonest first. Whoever asks sees them in the answer to his own text."""
    if need.state != NeedState.OPEN:
        return []
    [own] = await seeking("n.id = $1", need.id)
    puts = sorted(await _fitting(own, own.from_day, own.to_day or own.from_day + NEXT_DAYS), key=lambda put: put.listing.day)[:MOST_SHOWN]
    await refer(puts, SWEEP)
    return [put.listing for put in puts]


async def best_other(person_id: int, but: Listing) -> Listing | None:
    """Of the same day, if there is one; else of the days about it."""
    if but.kind != "job":
        return None
    own = await _seeking(person_id, but)
    puts = await _fitting(own, but.day - NEXT_DAYS, but.day + NEXT_DAYS)
    others = [put.listing for put in puts if put.listing.id != but.id]
    return min(others, key=lambda other: abs(other.day - but.day), default=None)


async def _seeking(person_id: int, but: Listing) -> Seeking:
    """His need; of who has none, work like that for which he came."""
    need = await need_of(person_id)
    if need:
        [own] = await seeking("n.id = $1", need.id)
        return own
    person, shown, today = await people.by_id(person_id), await worker(person_id), city_now().date()
    usual = Seeking(
        0, person_id, (but.occupation,), (), (), None, None, today, None, None, USUAL_RADIUS_KM, 1, but.lat, but.lon, today, but.station,
    )  # fmt: skip
    if person.lat is not None and person.lon is not None:
        usual = replace(usual, lat=person.lat, lon=person.lon)
    return replace(usual, skills=shown.skills, certificates=shown.certificates) if shown else usual


async def _fitting(own: Seeking, from_day: date, to_day: date) -> list[Put]:
    """The listings with room that he has not answered, the best first."""
    reach = own.radius_km / KM_PER_DEGREE
    listings = await offered(FOR_NEED, from_day, to_day, list(own.occupations), own.lat, reach)
    fit = judge(seekers([own]), gigs(listings))
    answered = (await barred([own], listings, ANSWERED))[:, 1]
    return [Put(own, listings[number], fit.at(number)) for number in best(fit, answered, len(listings))]
