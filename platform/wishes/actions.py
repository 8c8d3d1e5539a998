"""The verbs of a wish. The SMS reply, the button and the API call these very functions, inside `base.work.transaction`.

A verb locks the wish, refuses before it writes, moves the states, and tells the others whom the change concerns.
The actor is answered by the channel that he used.
"""

from wishes.claiming import TooLate, claim, decline, release, report_done
from wishes.closing import confirm, reject, withdraw
from wishes.raising import Draft, add_words, locate, raise_wish

__all__ = [
    "Draft", "TooLate", "add_words", "claim", "confirm", "decline", "locate", "raise_wish", "reject", "release", "report_done", "withdraw",
]  # fmt: skip
