"""The verbs of a listing before and besides its places. The posting desk calls these very functions, inside `base.work.transaction`."""

from jobs.cancelling import cancel_listing
from jobs.changing import change
from jobs.drafting import copy_day, draft, remove_draft, terms_of
from jobs.publishing import Published, approve, held_because, open_listing, publish, refuse_listing

__all__ = [
    "Published", "approve", "cancel_listing", "change", "copy_day", "draft", "held_because", "open_listing", "publish", "refuse_listing",
    "remove_draft", "terms_of",
]  # fmt: skip
