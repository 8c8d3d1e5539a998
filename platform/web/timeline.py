"""The ledger of one wish, as everybody may read it: what happened when, by what kind of person, and no names."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from base.db import rows
from base.tables import Event
from web.i18n import N_
from web.reader import Reader
from wishes.states import WishState
from wishes.tables import Wish

# (subject, to, from or None for any) -> what is said; the rest of the ledger is for those who audit it.
SENTENCES = {
    ("wish", "asking", None): N_("居民说了一个心愿"),
    ("wish", "open", "asking"): N_("开始找人"),
    ("wish", "open", "claimed"): N_("又空出位置，重新找人"),
    ("wish", "open", "done"): N_("居民说还没有办好，接着办"),
    ("wish", "claimed", None): N_("人手齐了"),
    ("wish", "done", None): N_("等居民确认"),
    ("wish", "withdrawn", None): N_("心愿取消了"),
    ("claim", "held", None): N_("%(who)s认领了"),
    ("claim", "released", None): N_("%(who)s来不了了"),
    ("claim", "done", None): N_("%(who)s说办好了"),
    ("level", "steward", None): N_("没有人接，交给管家负责"),
    ("level", "coordinator", None): N_("交给上一级协调员负责"),
    ("place", "opened", None): N_("%(who)s看了地址和电话"),
}
TO_OFFICE = N_("交给管家处理")
NO_WORD = N_("认领的人一直没有消息")
CONFIRMED, UNCONFIRMED = N_("居民确认办好了"), N_("三天没有回音，按办好了结")
ASKED = N_("问了 %(n)s 位志愿者")
SOMEBODY = {
    "resident": N_("居民本人"),
    "volunteer": N_("一位志愿者"),
    "steward": N_("管家"),
    "coordinator": N_("协调员"),
    None: N_("系统"),
}
PRIVATE = frozenset({"place"})


class Moment(NamedTuple):
    at: datetime
    sentence: str


async def moments(reader: Reader, wish: Wish, events: list[Event], *, private: bool) -> list[Moment]:
    """`private`: for the resident, who also sees who has looked at the address."""
    roles = await _roles_of({event.actor for event in events if event.actor}, wish)
    told = [event for event in events if private or event.subject not in PRIVATE]
    return list(_moments(reader, wish, told, roles))


def _moments(reader: Reader, wish: Wish, events: Iterable[Event], roles: dict[int, str]) -> Iterator[Moment]:
    for is_offer, group in groupby(events, lambda event: (event.subject, event.to_state) == ("offer", "sent")):
        several = list(group)
        if is_offer:
            yield Moment(several[0].at, reader.say(ASKED, n=len(several)))
            continue
        for event in several:
            if msgid := _sentence(event, wish):
                role = roles.get(event.actor, "volunteer") if event.actor else None
                yield Moment(event.at, reader.say(msgid, who=reader.say(SOMEBODY[role])))


def _sentence(event: Event, wish: Wish) -> str | None:
    if (event.subject, event.to_state) == ("wish", "closed"):
        return CONFIRMED if wish.confirmed else UNCONFIRMED
    if (event.subject, event.to_state) == ("claim", "released") and not _was_given_back(event, wish):
        return NO_WORD if event.actor is None else None
    if wish.for_office and (event.subject, event.from_state) == ("wish", "asking") and event.to_state == "open":
        return TO_OFFICE
    any_from = SENTENCES.get((event.subject, event.to_state, None))
    return SENTENCES.get((event.subject, event.to_state, event.from_state), any_from)


def _was_given_back(event: Event, wish: Wish) -> bool:
    """By who held it; not let go by the program, nor because the wish was cancelled, which is told already."""
    ended_with_wish = wish.state == WishState.WITHDRAWN and wish.ended_at is not None and event.at >= wish.ended_at
    return event.actor is not None and not ended_with_wish


async def _roles_of(people: set[int], wish: Wish) -> dict[int, str]:
    """In what capacity each of them touched this wish."""
    offices = await rows(
        "SELECT person, min(role) AS role FROM role WHERE person = ANY($1) AND role IN ('steward', 'coordinator')"
        " AND NOT EXISTS (SELECT 1 FROM volunteer v WHERE v.person = role.person) GROUP BY person",
        list(people),
    )
    return {found["person"]: found["role"] for found in offices} | {int(wish.resident): "resident"}
