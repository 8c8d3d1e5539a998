from collections.abc import Mapping
from enum import StrEnum

from base.moves import Machine
from base.words import Words
from wishes.tables import Claim, Offer, Wish


class WishState(StrEnum):
    ASKING = "asking"
    OPEN = "open"
    CLAIMED = "claimed"
    DONE = "done"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Level(StrEnum):
    """Who is being asked."""

    VOLUNTEERS = "volunteers"
    STEWARD = "steward"
    COORDINATOR = "coordinator"


class OfferState(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    LATE = "late"


class ClaimState(StrEnum):
    HELD = "held"
    RELEASED = "released"
    DONE = "done"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


W, O, C = WishState, OfferState, ClaimState

WISH_MOVES: Mapping[WishState, frozenset[WishState]] = {
    W.ASKING: frozenset({W.OPEN, W.WITHDRAWN}),
    W.OPEN: frozenset({W.CLAIMED, W.DONE, W.WITHDRAWN}),
    W.CLAIMED: frozenset({W.OPEN, W.DONE, W.WITHDRAWN}),
    W.DONE: frozenset({W.OPEN, W.CLOSED}),
    W.CLOSED: frozenset(),
    W.WITHDRAWN: frozenset(),
}
# Who was too late, or let an offer lapse, may still come while a place is free; and is asked again in a new round.
OFFER_MOVES: Mapping[OfferState, frozenset[OfferState]] = {
    O.SENT: frozenset({O.ACCEPTED, O.DECLINED, O.LAPSED, O.LATE}),
    O.LAPSED: frozenset({O.SENT, O.ACCEPTED, O.DECLINED, O.LATE}),
    O.LATE: frozenset({O.SENT, O.ACCEPTED, O.DECLINED}),
    O.DECLINED: frozenset({O.ACCEPTED, O.LATE}),
    O.ACCEPTED: frozenset({O.DECLINED}),
}
CLAIM_MOVES: Mapping[ClaimState, frozenset[ClaimState]] = {
    C.HELD: frozenset({C.RELEASED, C.DONE}),
    C.DONE: frozenset({C.CONFIRMED, C.DISPUTED}),
    C.RELEASED: frozenset(),
    C.CONFIRMED: frozenset(),
    C.DISPUTED: frozenset(),
}

WISH = Machine("wish", Wish, WISH_MOVES, lambda wish: int(wish.id))
OFFER = Machine("offer", Offer, OFFER_MOVES, lambda offer: int(offer.wish))
CLAIM = Machine("claim", Claim, CLAIM_MOVES, lambda claim: int(claim.wish))

ENDED = frozenset({W.CLOSED, W.WITHDRAWN})

STATE_WORDS = {
    W.ASKING: Words("等您补充", "waiting for a word from you"),
    W.OPEN: Words("正在找人", "looking for somebody"),
    W.CLAIMED: Words("已有人接，等待上门", "taken, somebody will come"),
    W.DONE: Words("已办好，等待确认", "done, to be confirmed"),
    W.CLOSED: Words("已办结", "closed"),
    W.WITHDRAWN: Words("已取消", "cancelled"),
}
