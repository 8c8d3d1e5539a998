"""Who gives work: registered at a station, and checked by its staff before the first listing goes out."""

import unicodedata
from dataclasses import dataclass

from stdnum.cn import uscc

from base.clock import now
from base.db import first, objects, rows
from base.errors import Refused
from base.ledger import By
from base.words import Words
from jobs import fields
from jobs.cancelling import call_off
from jobs.fields import BadTerms, Errors, refuse_if
from jobs.queries import station
from jobs.rights import is_coordinator_above, must_be_staff
from jobs.states import EMPLOYER, EmployerState
from jobs.tables import Employer, Listing

KINDS = ("firm", "person")
# Two who register the same firm at once wait here for each other.
REGISTERING = 0x6C66

NO_LICENCE = Words(
    "不是统一社会信用代码（18位，最后一位是校验位，请对照营业执照）",
    "is no unified social credit code (18 characters, the last of them a check; compare the licence)",
)


@dataclass(frozen=True)
class EmployerTerms:
    """A firm has a licence: its unified social credit code. A person is known by his name and phone."""

    kind: str
    name: str
    licence: str
    contact: str
    phone: str


def errors(terms: EmployerTerms) -> Errors:
    return fields.found(
        {
            "kind": None if terms.kind in KINDS else Words("只能是单位或个人", "is neither a firm nor a person"),
            "name": fields.text(terms.name, 96, needed=True),
            "licence": _licence(terms),
            "contact": fields.text(terms.contact, 64, needed=terms.kind == "firm"),
            "phone": fields.phone(terms.phone),
        }
    )


def _licence(terms: EmployerTerms) -> Words | None:
    written = _compact(terms.licence)
    if terms.kind != "firm":
        return Words("个人不填执照号", "a person has no licence") if written else None
    if not written:
        return fields.MISSING
    return None if uscc.is_valid(written) else NO_LICENCE


def _compact(licence: str) -> str:
    return uscc.compact(unicodedata.normalize("NFKC", licence))


async def register_employer(station_id: int, terms: EmployerTerms, by: By) -> Employer:
    await must_be_staff(by, station_id)
    refuse_if(errors(terms))
    await rows("SELECT pg_advisory_xact_lock($1)", REGISTERING)
    licence = _compact(terms.licence) if terms.kind == "firm" else None
    name, phone = fields.tidy(terms.name), fields.number(terms.phone)
    await _refuse_known(licence, phone)
    employer = Employer(
        state=EmployerState.NEW.value, kind=terms.kind, name=name, licence=licence, contact=fields.tidy(terms.contact) or name,
        phone=phone, station=station_id, created_at=now(),
    )  # fmt: skip
    await EMPLOYER.begin(employer, by)
    return employer


async def _refuse_known(licence: str | None, phone: str) -> None:
    if licence:
        known = await first(Employer, "licence = $1", licence)
    else:
        known = await first(Employer, "licence IS NULL AND phone = $1", phone)
    if known is None:
        return
    if known.state == EmployerState.BARRED:
        raise Refused("employer_barred", employer=known.name)
    where = await station(known.station)
    assert where is not None
    said = Words(f"已在{where.name}登记：{known.name}", f"is registered already at {where.name_en}: {known.name}")
    raise BadTerms({"licence" if licence else "phone": said})


async def check_employer(employer_id: int, by: By) -> Employer:
    """Somebody of the station has seen the licence, or spoken with the person. What was barred only a coordinator lifts."""
    employer = await _locked(employer_id, by)
    if employer.state == EmployerState.BARRED:
        await _must_be_coordinator(employer, by)
    if employer.state != EmployerState.CHECKED:
        await EMPLOYER.move(employer, EmployerState.CHECKED, by, checked_by=by.person)
    return employer


async def bar_employer(employer_id: int, by: By, why: str) -> Employer:
    """Nobody works for him any more: what is posted and has not begun is called off, at every station."""
    employer = await _locked(employer_id, by)
    refuse_if(fields.found({"why": fields.text(why, 200, needed=True)}))
    if employer.state == EmployerState.BARRED:
        return employer
    await EMPLOYER.move(employer, EmployerState.BARRED, by, note=fields.tidy(why))
    for listing in await objects(
        Listing, "employer = $1 AND due_at IS NOT NULL AND starts_at > $2 ORDER BY id FOR NO KEY UPDATE", employer.id, now()
    ):
        await call_off(listing, by, fields.tidy(why))
    return employer


KNOWN = "(state = 'checked' OR (state = 'new' AND station = $1))"


async def employers_of(station_id: int) -> list[Employer]:
    """Those of the whole city that were checked, and the new ones of this station."""
    return await objects(Employer, f"{KNOWN} ORDER BY name, id", station_id)


async def is_known(employer_id: int, station_id: int) -> bool:
    return await first(Employer, f"{KNOWN} AND id = $2", station_id, employer_id) is not None


async def employer_of(listing: Listing) -> Employer | None:
    """None of a training."""
    return await first(Employer, "id = $1", listing.employer)


async def _locked(employer_id: int, by: By) -> Employer:
    found = await objects(Employer, "id = $1 FOR UPDATE", employer_id)
    if not found:
        raise Refused("unknown_employer")
    await must_be_staff(by, found[0].station)
    return found[0]


async def _must_be_coordinator(employer: Employer, by: By) -> None:
    where = await station(employer.station)
    if where is None or by.person is None or not await is_coordinator_above(by.person, where.area):
        raise Refused("not_coordinator")
