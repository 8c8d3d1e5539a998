"""What a worker looks for. One need lives for each person: until it is paused, placed or over; "找活" again renews it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from base.clock import city_now, now
from base.db import objects, row, rows, update
from base.errors import Refused
from base.geo import distance_km
from base.ledger import By, record
from jobs import referring
from jobs.deadlines import NEED_LIVES
from jobs.lock import lock_person
from jobs.occupations import CERTIFICATES, OCCUPATIONS, with_included
from jobs.queries import held_by, last_need_of, stations, worker
from jobs.states import NEED, NeedState
from jobs.tables import JobNeed, Listing, Worker
from jobs.when import moment
from people import areas
from people.tables import Person
from volunteers.actions import settle
from wishes.when import PARTS

RADIUS_KM = 20.0
WIDEST_RADIUS_KM = 100.0
MOST_PEOPLE = 20
MOST_FEN = {"day": 500_000, "hour": 100_000}
FURTHEST = timedelta(days=90)
LONGEST_TEXT = 1600


@dataclass(frozen=True)
class Seek:
    """What somebody says that he looks for. Nothing said: as before, or any work."""

    occupations: tuple[str, ...] = ()
    pay_fen: int | None = None
    pay_per: str | None = None
    from_day: date | None = None
    to_day: date | None = None
    part: str | None = None
    radius_km: float | None = None
    certificates: tuple[str, ...] = ()
    people: int = 1
    area: str | None = None
    text: str = ""

    @property
    def is_bare(self) -> bool:
        return not (self.occupations or self.pay_fen or self.from_day or self.to_day or self.part or self.area) and self.people == 1


@dataclass(frozen=True)
class Sought:
    """`referred`: the listings put to him at once."""

    need: JobNeed
    referred: list[Listing]


async def seek(person: Person, said: Seek, by: By) -> Sought:
    """A new need, or the one that lives renewed; and at once what fits."""
    _check(said)
    await lock_person(person.id)
    await _enrol(person, by)
    await learn(person.id, (), said.certificates, by)
    before = await _locked(person.id)
    terms = await _terms(person, said, before or await last_need_of(person.id))
    need = await _renewed(before, terms, by) if before else await _begun(person, terms, by)
    return Sought(need, await referring.refer_need(need))


def _check(said: Seek) -> None:
    today = city_now().date()
    wrong = (
        any(occupation not in OCCUPATIONS for occupation in said.occupations)
        or any(certificate not in CERTIFICATES for certificate in said.certificates)
        or (said.pay_fen is not None and not 0 < said.pay_fen <= MOST_FEN.get(said.pay_per or "", 0))
        or (said.part is not None and said.part not in PARTS)
        or (said.radius_km is not None and not 0 < said.radius_km <= WIDEST_RADIUS_KM)
        or not 1 <= said.people <= MOST_PEOPLE
        or any(day is not None and not today <= day <= today + FURTHEST for day in (said.from_day, said.to_day))
        or (said.from_day is not None and said.to_day is not None and said.to_day < said.from_day)
    )
    if wrong:
        raise Refused("need_terms")


async def _enrol(person: Person, by: By) -> None:
    new = await row(
        "INSERT INTO role (person, role) SELECT $1, 'worker' WHERE NOT EXISTS"
        " (SELECT 1 FROM role WHERE person = $1 AND role = 'worker') RETURNING id",
        person.id,
    )
    if new:
        await record("role", new["id"], "held", by, note="worker")


async def _terms(person: Person, said: Seek, before: JobNeed | None) -> dict[str, Any]:
    """Who only says that he looks again looks for the same, from today."""
    today = city_now().date()
    if said.is_bare and before:
        said = Seek(
            tuple(before.occupations), before.pay_fen, before.pay_per, None, None, before.part, said.radius_km, (), before.people,
            before.area, said.text or before.text,
        )  # fmt: skip
    area, lat, lon = await _where(person, said, before)
    from_day = said.from_day or today
    return {
        "text": said.text[:LONGEST_TEXT],
        "occupations": list(said.occupations),
        "pay_fen": said.pay_fen,
        "pay_per": said.pay_per if said.pay_fen else None,
        "from_day": from_day,
        "to_day": said.to_day,
        "part": said.part,
        "radius_km": said.radius_km or (before.radius_km if before else RADIUS_KM),
        "people": said.people,
        "area": area,
        "lat": lat,
        "lon": lon,
        "station": await _nearest_station(lat, lon),
        "renewed_at": now(),
        "due_at": _due(from_day, said.to_day),
    }


def _due(from_day: date, to_day: date | None) -> datetime:
    if to_day:
        return moment(to_day + timedelta(days=1), time())
    return max(now(), moment(from_day, time())) + NEED_LIVES


async def _where(person: Person, said: Seek, before: JobNeed | None) -> tuple[str, float, float]:
    """The area that was named; his own door when that lies in it, or when none was named."""
    area = said.area or person.area or (before.area if before else None)
    if area is None:
        raise Refused("no_place")
    if person.area and areas.under(person.area, area):
        area = person.area
    await settle(person, area)
    if person.area == area and person.lat is not None and person.lon is not None:
        return area, person.lat, person.lon
    point = await areas.near_point(area)
    return area, point.lat, point.lon


async def _nearest_station(lat: float, lon: float) -> int:
    known = await stations()
    if not known:
        raise Refused("no_station")
    return int(min(known, key=lambda station: (distance_km(lat, lon, station.lat, station.lon), station.id)).id)


async def _begun(person: Person, terms: dict[str, Any], by: By) -> JobNeed:
    need = JobNeed(person=person.id, state=NeedState.OPEN.value, waiting_since=city_now().date(), created_at=now(), **terms)
    await NEED.begin(need, by)
    return need


async def _renewed(need: JobNeed, terms: dict[str, Any], by: By) -> JobNeed:
    """Who holds a place keeps it: he may look for more."""
    values = {**terms, "round": need.round + 1, "step": 0}
    if need.state == NeedState.OPEN:
        await update(need, values, state=NeedState.OPEN)
        await record("renewal", need.id, "said", by)
    else:
        await NEED.move(need, NeedState.OPEN, by, **values)
    return need


async def pause_need(person_id: int, by: By) -> None:
    need = await _living(person_id)
    if need.state != NeedState.PAUSED:
        await NEED.move(need, NeedState.PAUSED, by)


async def end_need(person_id: int, by: By) -> None:
    await end(await _living(person_id), by)


async def end(need: JobNeed, by: By) -> None:
    await NEED.move(need, NeedState.OVER, by, due_at=None, ended_at=now())


async def _living(person_id: int) -> JobNeed:
    need = await _locked(person_id)
    if need is None:
        raise Refused("no_need")
    return need


async def _locked(person_id: int) -> JobNeed | None:
    """The need that lives. Two places of one worker may be won or lost at once: the second looks when the first is done."""
    found = await objects(JobNeed, "person = $1 AND state <> 'over' FOR UPDATE", person_id)
    return found[0] if found else None


async def placed(person_id: int, by: By) -> None:
    """Who has paused stays so."""
    need = await _locked(person_id)
    if need and need.state == NeedState.OPEN:
        await NEED.move(need, NeedState.PLACED, by)


async def reopen(person_id: int, by: By) -> None:
    """His place is gone, and he holds no other at a job: he looks again, with the days that he has waited."""
    need = await _locked(person_id)
    if need and need.state == NeedState.PLACED and not any(held.kind == "job" for held in await held_by(person_id)):
        await NEED.move(need, NeedState.OPEN, by)


async def worked(person_id: int, day: date, by: By) -> None:
    """He had work that day: his waiting begins anew, and who named further days looks on."""
    need = await _locked(person_id)
    if need is None:
        return
    if need.waiting_since < day:
        await update(need, {"waiting_since": day}, state=need.state)
    if need.to_day and need.to_day > day:
        await reopen(person_id, by)


async def known(person_id: int) -> Worker:
    return await worker(person_id) or Worker(person=person_id, skills=[], certificates=[])


async def learn(person_id: int, skills: Iterable[str], certificates: Iterable[str], by: By, matter: int | None = None) -> None:
    """Adds to what the person can show, and to the ledger when it is new. `matter`: the training that taught it."""
    before = await known(person_id)
    gained_skills, gained_certificates = {*skills} - {*before.skills}, with_included(certificates) - {*before.certificates}
    if not gained_skills | gained_certificates:
        return
    await _show(person_id, {*before.skills} | gained_skills, {*before.certificates} | gained_certificates)
    await record("worker", person_id, "learned", by, matter=matter, note=",".join(sorted(gained_skills | gained_certificates)))


async def unlearn(person_id: int, training: int, by: By) -> None:
    """The training was marked by mistake: what it alone had taught goes."""
    taught = await row(
        "SELECT to_state, note FROM event WHERE subject = 'worker' AND subject_id = $1 AND matter = $2 ORDER BY id DESC LIMIT 1",
        person_id, training,
    )  # fmt: skip
    if taught is None or taught["to_state"] != "learned":
        return
    before, lost = await known(person_id), set(taught["note"].split(","))
    await _show(person_id, {*before.skills} - lost, {*before.certificates} - lost)
    await record("worker", person_id, "unlearned", by, matter=training, note=taught["note"])


async def _show(person_id: int, skills: set[str], certificates: set[str]) -> None:
    await rows(
        "INSERT INTO worker (person, skills, certificates) VALUES ($1, $2, $3)"
        " ON CONFLICT (person) DO UPDATE SET skills = excluded.skills, certificates = excluded.certificates",
        person_id, sorted(skills), sorted(certificates),
    )  # fmt: skip
