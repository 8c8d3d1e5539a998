"""The ledger of one listing, for those who work at its station: what happened when, and no names."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from base.tables import Event
from jobs import queries
from jobs.tables import Listing
from web.i18n import N_
from web.reader import Reader

# (subject, to, from or None for any) -> what is said of n such events in a row.
SENTENCES = {
    ("listing", "draft", None): N_("写好了草稿"),
    ("listing", "open", None): N_("发布了"),
    ("listing", "open", "filled"): N_("又空出名额"),
    ("listing", "filled", None): N_("招满了"),
    ("listing", "over", None): N_("结束了"),
    ("listing", "cancelled", None): N_("取消了，也告诉了报名的人"),
    ("referral", "sent", None): N_("问了 %(n)s 位工人"),
    ("referral", "waiting", None): N_("%(n)s 人开始排队"),
    ("referral", "lapsed", None): N_("%(n)s 人没有回音"),
    ("placement", "held", None): N_("%(n)s 人报了名"),
    ("placement", "confirmed", None): N_("%(n)s 人确认会来"),
    ("placement", "released", None): N_("%(n)s 个名额退了回来"),
    ("placement", "attended", None): N_("%(n)s 人到岗"),
    ("placement", "absent", None): N_("%(n)s 人没有来"),
    ("placement", "sent_home", None): N_("%(n)s 人到了没用工"),
}


class Moment(NamedTuple):
    at: datetime
    sentence: str


async def moments(reader: Reader, listing: Listing) -> list[Moment]:
    return list(_moments(reader, await queries.timeline(listing.id)))


def _moments(reader: Reader, events: list[Event]) -> Iterator[Moment]:
    for msgid, group in groupby(events, _sentence):
        several = list(group)
        if msgid:
            yield Moment(several[0].at, reader.say(msgid, n=len(several)))


def _sentence(event: Event) -> str | None:
    any_from = SENTENCES.get((event.subject, event.to_state, None))
    return SENTENCES.get((event.subject, event.to_state, event.from_state), any_from)
