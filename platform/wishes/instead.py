"""Another wish for somebody whose yes came too late: the best that is still open and fits him."""

from base.db import objects, row
from base.geo import KM_PER_DEGREE
from matching.score import Judged, judge
from messages import outbox, texts
from people import people
from volunteers import standing
from wishes import offers
from wishes.candidates import helper_of, need_of, reasons
from wishes.offers import Asking
from wishes.queries import offer_to
from wishes.states import OfferState
from wishes.tables import Wish

# Who has just said yes will mostly say it again. Assumed: such offers are not learned from.
CHANCE = 0.6
WAVE = -1
MOST = 100

# Not what as many have just been sent to as can be needed: they would all be too late again.
ROOM = f"places - held > (SELECT count(*) FROM offer o WHERE o.wish = wish.id AND o.state = 'sent' AND o.wave = {WAVE})"  # noqa: S608
# The nearest first.
OPEN_NEAR = f"""
state = 'open' AND level = 'volunteers' AND id <> $1 AND resident <> $2
    AND abs(lat - $3::float8) * {KM_PER_DEGREE} <= $5::float8
    AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.wish = wish.id AND o.person = $2 AND o.state IN ('accepted', 'declined'))
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.wish = wish.id AND c.person = $2)
    AND {ROOM}
ORDER BY (lat - $3) ^ 2 + (lon - $4) ^ 2, id LIMIT {MOST}
"""  # noqa: S608
FREE = f"SELECT 1 AS free FROM wish WHERE id = $1 AND state = 'open' AND {ROOM} FOR UPDATE SKIP LOCKED"  # noqa: S608


async def offer_instead(wish: Wish, person: int) -> Wish | None:
    """Put to him as any offer is, in the same text that thanks him; None when nothing fits."""
    for other, judged in await best_others(wish, person):
        if await row(FREE, other.id):
            await _put(wish, other, judged)
            return other
    return None


async def best_others(wish: Wish, person: int) -> list[tuple[Wish, Judged]]:
    helper = await helper_of(person)
    if helper is None:
        return []
    near = await objects(Wish, OPEN_NEAR, wish.id, person, helper.lat, helper.lon, helper.radius_km)
    weights = await standing.weights()
    fitting = [(other, judged) for other in near if (judged := judge(need_of(other), helper, weights))]
    return sorted(fitting, key=lambda pair: (-pair[1].score, pair[0].id))


async def _put(wish: Wish, other: Wish, judged: Judged) -> None:
    offer = await offer_to(other.id, judged.id)
    if offer is None or offer.state != OfferState.SENT:
        offer = await offers.put(other, Asking(judged, chance=CHANCE), WAVE)
        await standing.asked([judged.id])
    text = texts.offer_instead(wish.ref, other.ref, *offers.what_is_asked(other), reasons(judged))
    await outbox.put(text, await people.by_id(judged.id), f"offer:{offer.id}", other.round)
