from collections.abc import Mapping
from enum import StrEnum


class MessageState(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    AMBIGUOUS = "ambiguous"
    SENT = "sent"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    SUPPRESSED = "suppressed"


M = MessageState
MOVES: Mapping[MessageState, frozenset[MessageState]] = {
    # Straight to sent: the gateway reports, late, a message that we were about to send again.
    M.QUEUED: frozenset({M.SENDING, M.SUPPRESSED, M.SENT}),
    M.SENDING: frozenset({M.SENT, M.QUEUED, M.AMBIGUOUS, M.FAILED}),
    M.AMBIGUOUS: frozenset({M.SENT, M.QUEUED}),
    M.SENT: frozenset({M.DELIVERED, M.UNDELIVERED, M.FAILED}),
    M.DELIVERED: frozenset(),
    M.UNDELIVERED: frozenset(),
    M.FAILED: frozenset(),
    M.SUPPRESSED: frozenset(),
}
