"""Why him and not her: what speaks for somebody at a wish, and what against, as of now."""

from collections.abc import Collection, Iterator
from copy import copy
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from base.clock import city_now, now
from base.db import objects, rows
from base.settings import settings
from base.words import Words
from matching import situation, waves
from matching.answers import Model
from matching.score import Helper, Judged, Need, judge, refusals
from matching.situation import CAPS, Pool
from volunteers import standing
from wishes import learned
from wishes.candidates import Candidate, candidates, need_of
from wishes.situation import DAY, NIGHT_HOURS, pool_with
from wishes.tables import Offer, Wish

BEST = 20
MOST_ASKED = 60
MOST_FOUND = 10

PEOPLE = f"""
SELECT p.id, p.name, p.phone, p.area, coalesce(p.lat, 'NaN') AS lat, coalesce(p.lon, 'NaN') AS lon,
    v.skills, v.hours, v.radius_km::float8 AS radius_km, v.weekly_limit, v.paused_until,
    s.load, s.fatigue, s.done, s.given_up, {standing.days_unasked("s")} AS days_unasked, s.price, s.leaning,
    EXISTS (SELECT 1 FROM opt_out o WHERE o.phone = p.phone) AS stopped
FROM person p JOIN volunteer v ON v.person = p.id JOIN volunteer_standing s ON s.person = p.id WHERE p.id = ANY ($1) ORDER BY p.id
"""  # noqa: S608
FIND = """
SELECT p.id FROM person p JOIN volunteer v ON v.person = p.id
WHERE p.area ^@ ANY ($1::text[]) AND (position($2 IN p.name) > 0 OR ($3 <> '' AND right(p.phone, length($3)) = $3)) ORDER BY p.name, p.id LIMIT $4
"""
HELPED = "SELECT c.person FROM claim c JOIN wish w ON w.id = c.wish WHERE w.resident = $1 AND c.state IN ('done', 'confirmed')"


@dataclass(frozen=True)
class Verdict:
    """`against` is empty for somebody who can be asked; the points are known unless a hard condition fails."""

    id: int
    name: str
    phone: str
    area: str | None
    fatigue: float
    price: float
    judged: Judged | None
    chance: float | None
    against: list[Words]
    offer: Offer | None


async def best(wish: Wish) -> list[int]:
    """The persons with the most points, whether or not they were asked already."""
    as_if_new = copy(wish)
    as_if_new.id = 0
    return [one.id for one in await candidates(as_if_new, BEST)]


async def find(areas: list[str], written: str) -> list[int]:
    """Volunteers who live there, by a part of the name or the last digits of the phone."""
    digits = written if written.isdecimal() and len(written) >= 3 else ""
    return [each["id"] for each in await rows(FIND, areas, written, digits, MOST_FOUND)] if written else []


async def asked(wish: Wish) -> dict[int, Offer]:
    """The last offers, by person."""
    found = await objects(Offer, "wish = $1 ORDER BY sent_at DESC, id LIMIT $2", wish.id, MOST_ASKED)
    return {offer.person: offer for offer in found}


async def verdicts(wish: Wish, persons: Collection[int], offers: dict[int, Offer]) -> list[Verdict]:
    """The most points first; after them those for whom a hard condition fails."""
    people = await rows(PEOPLE, list(persons))
    look = await _look(wish, people)
    found = [_verdict(look, each, offers.get(each["id"])) for each in people]
    return sorted(found, key=lambda one: (-one.judged.score if one.judged else 0, one.id))


class _Look(NamedTuple):
    """`places` in the pool, by person: of those who meet all hard conditions."""

    need: Need
    helpers: dict[int, Helper]
    judged: dict[int, Judged]
    pool: Pool
    places: dict[int, int]
    asking: situation.Wish
    model: Model


async def _look(wish: Wish, people: list[dict[str, Any]]) -> _Look:
    weights, need = await standing.weights(), await _need(wish)
    helpers = {each["id"]: _helper(each) for each in people}
    judged = {person: points for person, helper in helpers.items() if (points := judge(need, helper, weights))}
    fit = [Candidate(helpers[each["id"]], judged[each["id"]], each["price"], each["leaning"]) for each in people if each["id"] in judged]
    places = {one.id: place for place, one in enumerate(fit)}
    return _Look(need, helpers, judged, await pool_with(fit), places, _asking(wish), await learned.model())


async def _need(wish: Wish) -> Need:
    return need_of(wish, frozenset(each["person"] for each in await rows(HELPED, wish.resident)))


def _asking(wish: Wish) -> situation.Wish:
    return situation.Wish(wish.places - wish.held, 0, DAY, wish.urgent, city_now().hour in NIGHT_HOURS)


def _verdict(look: _Look, found: dict[str, Any], offer: Offer | None) -> Verdict:
    place = look.places.get(found["id"])
    against = [refusal.words for refusal in refusals(look.need, look.helpers[found["id"]])] + _not_now(found)
    chance = None
    if place is not None:
        chance = waves.chance_of_yes(look.pool, place, look.asking, look.model)
        against += _too_often(look.pool, place, look.asking)
    known = {name: found[name] for name in ("id", "name", "phone", "area", "fatigue", "price")}
    return Verdict(**known, judged=look.judged.get(found["id"]), chance=chance, against=against, offer=offer)


def _helper(found: dict[str, Any]) -> Helper:
    known = {field.name: found[field.name] for field in fields(Helper)}
    return Helper(**known | {"skills": frozenset(found["skills"])})


def _not_now(found: dict[str, Any]) -> list[Words]:
    said = []
    if found["paused_until"] and found["paused_until"] > now():
        said.append(Words("自己暂停了", "has paused"))
    if found["stopped"]:
        said.append(Words("已退订短信", "wants no texts"))
    return said


def _too_often(pool: Pool, who: int, wish: situation.Wish) -> Iterator[Words]:
    city = settings()
    today, this_week, fatigue = int(pool.asked_today[who]), int(pool.asked_this_week[who]), pool.fatigue[who]
    if today >= city.ask_person_day:
        yield Words(f"一天内已问{today}次，上限{city.ask_person_day}次", f"asked {today} times in a day, {city.ask_person_day} at most")
    if this_week >= city.ask_person_week:
        yield Words(
            f"七天内已问{this_week}次，上限{city.ask_person_week}次", f"asked {this_week} times in a week, {city.ask_person_week} at most"
        )
    if fatigue > CAPS.tired and not wish.urgent:
        yield Words(f"近日短信太多：{fatigue:.1f}，上限{CAPS.tired:g}", f"too many messages of late: {fatigue:.1f} of {CAPS.tired:g}")
