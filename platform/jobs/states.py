from collections.abc import Mapping
from enum import StrEnum

from base.moves import Machine
from base.words import Words
from jobs.tables import Employer, JobNeed, Listing, Lottery, Placement, Referral


class EmployerState(StrEnum):
    NEW = "new"
    CHECKED = "checked"
    BARRED = "barred"


class ListingState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    FILLED = "filled"
    OVER = "over"
    CANCELLED = "cancelled"


class NeedState(StrEnum):
    OPEN = "open"
    PLACED = "placed"
    PAUSED = "paused"
    OVER = "over"


class ReferralState(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WAITING = "waiting"


class PlacementState(StrEnum):
    HELD = "held"
    CONFIRMED = "confirmed"
    ATTENDED = "attended"
    ABSENT = "absent"
    SENT_HOME = "sent_home"
    RELEASED = "released"


class LotteryState(StrEnum):
    PUBLISHED = "published"
    DRAWN = "drawn"


E, L, N, R, P, D = EmployerState, ListingState, NeedState, ReferralState, PlacementState, LotteryState

EMPLOYER_MOVES: Mapping[EmployerState, frozenset[EmployerState]] = {
    E.NEW: frozenset({E.CHECKED, E.BARRED}),
    E.CHECKED: frozenset({E.BARRED}),
    E.BARRED: frozenset({E.CHECKED}),
}
LISTING_MOVES: Mapping[ListingState, frozenset[ListingState]] = {
    L.DRAFT: frozenset({L.OPEN, L.CANCELLED, L.OVER}),
    L.OPEN: frozenset({L.FILLED, L.OVER, L.CANCELLED}),
    L.FILLED: frozenset({L.OPEN, L.OVER, L.CANCELLED}),
    L.OVER: frozenset(),
    L.CANCELLED: frozenset(),
}
NEED_MOVES: Mapping[NeedState, frozenset[NeedState]] = {
    N.OPEN: frozenset({N.PLACED, N.PAUSED, N.OVER}),
    N.PLACED: frozenset({N.OPEN, N.PAUSED, N.OVER}),
    N.PAUSED: frozenset({N.OPEN, N.OVER}),
    N.OVER: frozenset(),
}
# Who let it lapse, said no, or gave the place back may still come while one is free; from the list he is asked again.
REFERRAL_MOVES: Mapping[ReferralState, frozenset[ReferralState]] = {
    R.SENT: frozenset({R.ACCEPTED, R.DECLINED, R.LAPSED, R.WAITING}),
    R.WAITING: frozenset({R.SENT, R.ACCEPTED, R.DECLINED, R.LAPSED}),
    R.LAPSED: frozenset({R.SENT, R.ACCEPTED, R.DECLINED, R.WAITING}),
    R.DECLINED: frozenset({R.SENT, R.ACCEPTED, R.WAITING}),
    R.ACCEPTED: frozenset({R.DECLINED, R.LAPSED, R.WAITING}),
}
# What the counter has marked by mistake goes back to confirmed.
PLACEMENT_MOVES: Mapping[PlacementState, frozenset[PlacementState]] = {
    P.HELD: frozenset({P.CONFIRMED, P.ATTENDED, P.ABSENT, P.SENT_HOME, P.RELEASED}),
    P.CONFIRMED: frozenset({P.ATTENDED, P.ABSENT, P.SENT_HOME, P.RELEASED}),
    P.ATTENDED: frozenset({P.CONFIRMED}),
    P.ABSENT: frozenset({P.CONFIRMED}),
    P.SENT_HOME: frozenset({P.CONFIRMED}),
    P.RELEASED: frozenset(),
}
LOTTERY_MOVES: Mapping[LotteryState, frozenset[LotteryState]] = {D.PUBLISHED: frozenset({D.DRAWN}), D.DRAWN: frozenset()}

EMPLOYER = Machine("employer", Employer, EMPLOYER_MOVES, lambda employer: None)
LISTING = Machine("listing", Listing, LISTING_MOVES, lambda listing: int(listing.id))
NEED = Machine("job_need", JobNeed, NEED_MOVES, lambda need: None)
REFERRAL = Machine("referral", Referral, REFERRAL_MOVES, lambda referral: int(referral.listing))
PLACEMENT = Machine("placement", Placement, PLACEMENT_MOVES, lambda placement: int(placement.listing))
LOTTERY = Machine("lottery", Lottery, LOTTERY_MOVES, lambda lottery: None)

SUBJECTS = ("listing", "referral", "placement", "wage")
"""Whose events make up the timeline of a listing."""

LIVE = frozenset({L.OPEN, L.FILLED})
ENDED = frozenset({L.OVER, L.CANCELLED})
COMING = frozenset({P.HELD, P.CONFIRMED})
CAME = frozenset({P.ATTENDED, P.SENT_HOME})
BUSY = COMING | {P.ATTENDED}
"""Whose hours are not his own."""
HOLDING = COMING | CAME
"""Who holds a place, or has used it."""

STATE_WORDS = {
    L.DRAFT: Words("未发布", "not yet published"),
    L.OPEN: Words("招人中", "open"),
    L.FILLED: Words("已招满", "filled"),
    L.OVER: Words("已结束", "over"),
    L.CANCELLED: Words("已取消", "cancelled"),
}
PLACEMENT_WORDS = {
    P.HELD: Words("已报名", "signed up"),
    P.CONFIRMED: Words("已确认", "confirmed"),
    P.ATTENDED: Words("已到岗", "attended"),
    P.ABSENT: Words("没有到", "absent"),
    P.SENT_HOME: Words("到了没用工", "sent home"),
    P.RELEASED: Words("已取消", "released"),
}
