"""Puts the good rows of a roster into the database, many at a time: who is new, who is changed, who is as before."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from base.clock import now
from base.db import rows
from base.ledger import By
from people.areas import Point
from volunteers import skill_cells
from volunteers.actions import RADIUS_KM, WEEKLY_LIMIT, as_stored
from volunteers.hours import ANY
from volunteers.roster import Entry

LOCK = 0x6C65
# Held at the area of the row; a steward whose row names another area than before has moved there.
AT_AN_AREA = frozenset({"steward", "coordinator", "staff"})


class Tally(NamedTuple):
    new: int
    changed: int
    same: int


class Details(NamedTuple):
    phone: str
    name: str
    language: str
    area: str | None
    lat: float | None
    lon: float | None


class Service(NamedTuple):
    person: int
    skills: str
    hours: int
    radius_km: float
    weekly_limit: int


class Holding(NamedTuple):
    person: int
    role: str
    area: str | None


async def put(entries: Sequence[Entry], positions: Mapping[str, Point], by: By) -> Tally:
    """One transaction's worth of rows; no phone may be in it twice."""
    await rows("SELECT pg_advisory_xact_lock($1)", LOCK)
    known = {each["phone"]: each for each in await _known([entry.phone for entry in entries])}
    details = {entry.phone: _details(entry, known.get(entry.phone), positions) for entry in entries}
    ids = {phone: each["id"] for phone, each in known.items()}
    new = await _insert_people([each for phone, each in details.items() if phone not in known], by)
    ids.update(new)
    changed = await _update_people(_changes(details, known), by)
    changed |= await _put_roles({ids[entry.phone]: entry for entry in entries}, by)
    changed |= await _put_volunteers({ids[entry.phone]: entry for entry in entries if "volunteer" in entry.roles}, by)
    await skill_cells.put(changed)
    changed -= set(new.values())
    return Tally(len(new), len(changed), len(entries) - len(new) - len(changed))


async def _known(phones: list[str]) -> list[dict[str, Any]]:
    return await rows("SELECT id, phone, name, language, area, lat, lon FROM person WHERE phone = ANY($1) ORDER BY id FOR UPDATE", phones)


def _details(entry: Entry, known: Mapping[str, Any] | None, positions: Mapping[str, Point]) -> Details:
    """What the row says, and where it is silent what is known. Somebody without a position is where the area lies."""
    known = known or {"language": "zh-CN", "area": None, "lat": None, "lon": None}
    area = entry.area or known["area"]
    lat, lon = entry.lat, entry.lon
    if lat is None and area == known["area"]:
        lat, lon = known["lat"], known["lon"]
    if lat is None and area and "volunteer" in entry.roles:
        lat, lon = positions[area]
    return Details(entry.phone, entry.name, entry.language or known["language"], area, lat, lon)


def _changes(details: Mapping[str, Details], known: Mapping[str, Mapping[str, Any]]) -> list[tuple[int, Details, str]]:
    """(person, details, names of what is new) of the known people whose details are others now."""
    changes = []
    for phone, was in known.items():
        names = [name for name, value in details[phone]._asdict().items() if was[name] != value]
        if names:
            changes.append((was["id"], details[phone], ", ".join(names)))
    return changes


async def _insert_people(details: list[Details], by: By) -> dict[str, int]:
    made = await rows(
        "WITH made AS (INSERT INTO person (phone, name, language, area, lat, lon, address, created_at)"
        " SELECT *, '', $7::timestamptz FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[])"
        " RETURNING id, phone), noted AS (INSERT INTO event (at, subject, subject_id, to_state, actor, via, note)"
        " SELECT $7, 'person', id, 'known', $8, $9, '' FROM made) SELECT id, phone FROM made",
        *_columns(details, 6), now(), by.person, by.via,
    )  # fmt: skip
    return {each["phone"]: each["id"] for each in made}


async def _update_people(changes: list[tuple[int, Details, str]], by: By) -> set[int]:
    ids, details, names = _columns(changes, 3)
    await rows(
        "UPDATE person SET name = new.name, language = new.language, area = new.area, lat = new.lat, lon = new.lon"
        " FROM unnest($1::int8[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[])"
        " AS new (id, name, language, area, lat, lon) WHERE person.id = new.id",
        ids, *_columns(details, 6)[1:],
    )  # fmt: skip
    await _note("person", ids, ["changed"] * len(ids), names, by)
    return set(ids)


async def _put_roles(entries: Mapping[int, Entry], by: By) -> set[int]:
    held = {
        Holding(each["person"], each["role"], each["area"]): each["id"]
        for each in await rows("SELECT id, person, role, area FROM role WHERE person = ANY($1)", list(entries))
    }
    wanted = {
        Holding(person, role, entry.area if role in AT_AN_AREA else None) for person, entry in entries.items() for role in entry.roles
    }
    left = {one for one in held if one not in wanted and one.role in AT_AN_AREA & entries[one.person].roles and entries[one.person].area}
    taken = {one for one in wanted if one not in held and not (one.area is None and _holds(one, held))}
    await _end_roles({held[one]: one for one in left}, by)
    await _begin_roles(sorted(taken, key=lambda one: (one.person, one.role)), by)
    return {one.person for one in left | taken}


def _holds(wanted: Holding, held: Iterable[Holding]) -> bool:
    """A row that names no area says nothing of where a role is held."""
    return any((one.person, one.role) == (wanted.person, wanted.role) for one in held)


async def _end_roles(ended: Mapping[int, Holding], by: By) -> None:
    await rows("DELETE FROM role WHERE id = ANY($1)", list(ended))
    await _note("role", list(ended), ["ended"] * len(ended), [_said(one) for one in ended.values()], by)


async def _begin_roles(begun: list[Holding], by: By) -> None:
    made = await rows(
        "INSERT INTO role (person, role, area) SELECT * FROM unnest($1::int8[], $2::text[], $3::text[]) RETURNING id, person, role, area",
        *_columns(begun, 3),
    )
    said = [_said(Holding(each["person"], each["role"], each["area"])) for each in made]
    await _note("role", [each["id"] for each in made], ["held"] * len(made), said, by)


def _said(one: Holding) -> str:
    return f"{one.role} {one.area}" if one.area else one.role


async def _put_volunteers(entries: Mapping[int, Entry], by: By) -> set[int]:
    found = await rows(
        "SELECT id, person, array_to_string(skills, ',') AS skills, hours, radius_km, weekly_limit FROM volunteer"
        " WHERE person = ANY($1) ORDER BY id FOR UPDATE",
        list(entries),
    )
    ids = {each["person"]: each.pop("id") for each in found}
    known = {each["person"]: Service(**each) for each in found}
    services = [_service(person, entry, known.get(person)) for person, entry in entries.items()]
    await _insert_volunteers([service for service in services if service.person not in known], by)
    changed = [service for service in services if known.get(service.person, service) != service]
    await _update_volunteers(changed, by)
    notes = [", ".join(name for name, value in one._asdict().items() if getattr(known[one.person], name) != value) for one in changed]
    await _note("volunteer", [ids[one.person] for one in changed], ["changed"] * len(changed), notes, by)
    return {service.person for service in services if known.get(service.person) != service}


def _service(person: int, entry: Entry, known: Service | None) -> Service:
    was = known or Service(person, "", ANY, RADIUS_KM, WEEKLY_LIMIT)
    return Service(
        person,
        was.skills if entry.skills is None else ",".join(entry.skills),
        entry.hours or was.hours,
        as_stored(entry.radius_km or was.radius_km),
        entry.weekly_limit or was.weekly_limit,
    )


async def _insert_volunteers(services: list[Service], by: By) -> None:
    await rows(
        "WITH made AS (INSERT INTO volunteer (person, skills, hours, radius_km, weekly_limit)"
        " SELECT person, string_to_array(skills, ','), hours, radius_km, weekly_limit"
        " FROM unnest($1::int8[], $2::text[], $3::int8[], $4::float4[], $5::int2[])"
        " AS new (person, skills, hours, radius_km, weekly_limit) RETURNING id)"
        " INSERT INTO event (at, subject, subject_id, to_state, actor, via, note)"
        " SELECT $6, 'volunteer', id, 'enrolled', $7, $8, '' FROM made",
        *_columns(services, 5), now(), by.person, by.via,
    )  # fmt: skip


async def _update_volunteers(services: list[Service], by: By) -> None:
    await rows(
        "UPDATE volunteer SET skills = string_to_array(new.skills, ','), hours = new.hours, radius_km = new.radius_km,"
        " weekly_limit = new.weekly_limit FROM unnest($1::int8[], $2::text[], $3::int8[], $4::float4[], $5::int2[])"
        " AS new (person, skills, hours, radius_km, weekly_limit) WHERE volunteer.person = new.person",
        *_columns(services, 5),
    )


async def _note(subject: str, ids: list[int], states: list[str], notes: list[str], by: By) -> None:
    await rows(
        "INSERT INTO event (at, subject, subject_id, to_state, actor, via, note)"
        " SELECT $5, $1, id, state, $6, $7, note FROM unnest($2::int8[], $3::text[], $4::text[]) AS new (id, state, note)",
        subject, ids, states, notes, now(), by.person, by.via,
    )  # fmt: skip


def _columns(records: Sequence[tuple[Any, ...]], width: int) -> list[list[Any]]:
    """The records as one list a column, as unnest wants them."""
    return [[record[place] for record in records] for place in range(width)]
