"""A wish is raised, asks back for what is missing, and opens."""

import json
from dataclasses import dataclass
from datetime import date

from base.clock import now
from base.errors import Refused
from base.ledger import By, record
from base.refs import next_ref
from base.work import ring_after_commit
from messages import texts
from people import areas, offices, people
from people.area_names import short
from people.offices import CITY, Office
from people.tables import Person
from volunteers.actions import settle
from volunteers.skills import skill_for
from wishes.deadlines import ASK_AGAIN_AFTER, ask_until, office_due
from wishes.dispatching import promise_to
from wishes.kinds import KINDS, OFFICE_KINDS
from wishes.lock import lock
from wishes.queries import homeless_of
from wishes.states import ENDED, WISH, Level, WishState
from wishes.tables import Wish
from wishes.telling import tell_office, tell_resident

MOST_PLACES = 50
LONGEST_TEXT = 1600


@dataclass(frozen=True)
class Draft:
    """What is known of a wish when it is raised.

    `choices`: the areas that the name in `written` may mean. `for_office`: nothing for volunteers (a public matter
    is so by its kind); `unclear`: could not be understood, so that a person must read it.
    """

    kind: str
    text: str
    area: str | None = None
    place: str = ""
    day: date | None = None
    part: str | None = None
    places: int = 1
    choices: tuple[str, ...] = ()
    written: str = ""
    urgent: bool = False
    for_office: bool = False
    unclear: bool = False


async def raise_wish(resident: Person, draft: Draft, by: By, follows: Wish | None = None) -> Wish:
    """A wish with a number. It opens at once, or waits in `asking` for the answer to what we ask back."""
    area = _closest(resident, draft)
    office = await _office(draft.kind, area or CITY)
    by_office = draft.for_office or draft.unclear or draft.kind in OFFICE_KINDS
    wish = Wish(
        ref=await next_ref(),
        state=WishState.ASKING.value,
        level=office.role if by_office else Level.VOLUNTEERS.value,
        kind=draft.kind,
        skill=skill_for(draft.kind, draft.text),
        text=draft.text[:LONGEST_TEXT],
        resident=resident.id,
        area=area,
        place=draft.place,
        day=draft.day,
        part=draft.part,
        places=max(1, min(draft.places, MOST_PLACES)),
        for_office=by_office,
        urgent=draft.urgent,
        owner_role=office.role,
        owner_area=office.area,
        due_at=now() + ASK_AGAIN_AFTER,
        missing=None if area or draft.unclear else "area",
        choices=json.dumps(draft.choices),
        follows=follows.id if follows else None,
        created_at=now(),
    )
    await WISH.begin(wish, by)
    if wish.missing:
        await ask_back(wish, draft.written)
    else:
        await open_wish(wish, by, unclear=draft.unclear)
    return wish


async def _office(kind: str, area: str) -> Office:
    """The nearest steward; what is between a worker and an employer goes to the coordinator at once."""
    nearest = await offices.office_for(area)
    return await offices.office_above(nearest) if kind == "wages" and nearest.role == "steward" else nearest


def _closest(resident: Person, draft: Draft) -> str | None:
    """The area that was named; the resident's own home when that lies in it, or when none was named."""
    if draft.choices:
        return None
    if resident.area and (draft.area is None or areas.under(resident.area, draft.area)):
        return str(resident.area)
    return draft.area


async def ask_back(wish: Wish, written: str = "") -> None:
    choices = choices_of(wish)
    if not choices:
        await tell_resident(wish, texts.ask_area())
        return
    named = written or short(areas.tree()[choices[0]].name)
    await tell_resident(wish, texts.ask_choice(named, [areas.words(code) for code in choices]))


def choices_of(wish: Wish) -> list[str]:
    return list(json.loads(wish.choices))


async def locate(wish_id: int, area: str, by: By) -> Wish:
    """The answer to what we asked back: the wish opens there, and so does all else that waited for the same answer."""
    wish = await lock(wish_id)
    if by.person != wish.resident and not await offices.answers_for(by.person or 0, wish.owner_area):
        raise Refused("not_yours", ref=wish.ref)
    if wish.state != WishState.ASKING:
        raise Refused("ended" if wish.state in ENDED else "not_yours", ref=wish.ref)
    wish.area = area
    await open_wish(wish, by)
    for other in await homeless_of(wish.resident):
        other.area = area
        await open_wish(other, by)
    return wish


async def hand_to_office(wish: Wish, by: By) -> None:
    """What we asked was not answered in words that we understand: a person must find out."""
    office = await _office(wish.kind, wish.area or CITY)
    wish.level = office.role
    await open_wish(wish, by)


async def add_words(wish_id: int, words: str, by: By) -> None:
    """More about a wish that a person reads: kept word for word, and put before that person too."""
    wish = await lock(wish_id)
    text = f"{wish.text}\n{words}"[:LONGEST_TEXT]
    await Wish.update({Wish.text: text, Wish.step: wish.step + 1}).where(Wish.id == wish.id)
    wish.text, wish.step = text, wish.step + 1
    await record("words", wish.id, "added", by, matter=wish.id)
    if wish.state == WishState.ASKING:
        await hand_to_office(wish, by)
    else:
        await tell_office(wish, texts.matter(wish.ref, areas.words(wish.area), KINDS[wish.kind], words))


async def open_wish(wish: Wish, by: By, *, unclear: bool = False) -> None:
    """From here on volunteers are asked, or the office at once; the phone's area is remembered."""
    resident = await people.by_id(wish.resident)
    if wish.area:
        await settle(resident, wish.area)
    area = wish.area or CITY
    office = await _office(wish.kind, area)
    by_office = wish.level != Level.VOLUNTEERS
    level = Level(office.role) if by_office else Level.VOLUNTEERS
    lat, lon = await _position(area, resident)
    await WISH.move(
        wish, WishState.OPEN, by, area=area, level=level.value, owner_role=office.role, owner_area=office.area,
        lat=lat, lon=lon, missing=None, choices="[]", step=1 if by_office else 0, opened_at=now(),
        due_at=office_due(level) if by_office else now(), ask_until=None if by_office else ask_until(wish),
    )  # fmt: skip
    where = areas.words(area)
    if not by_office:
        await tell_resident(wish, texts.wish_opened(wish.ref, where, await promise_to(wish)))
        ring_after_commit("tend")
        return
    opened = texts.unclear if unclear else texts.wish_opened_office
    await tell_resident(wish, opened(wish.ref, where, office.words))
    await tell_office(wish, texts.matter(wish.ref, where, KINDS[wish.kind], wish.text))


async def _position(area: str, resident: Person) -> tuple[float, float]:
    """The resident's own door when the wish is at home, else where the area lies."""
    if resident.area == area and resident.lat is not None and resident.lon is not None:
        return resident.lat, resident.lon
    point = await areas.near_point(area)
    return point.lat, point.lon
