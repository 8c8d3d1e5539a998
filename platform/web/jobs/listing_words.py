"""What the pages about listings say with: one set of helpers for their templates, where it is called `job`."""

from collections.abc import Sequence
from types import SimpleNamespace

from base.words import Words
from jobs.classification import Occupation
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.places import free
from jobs.states import STATE_WORDS, ListingState
from jobs.tables import Listing, Station
from jobs.telling import TRAINING, pay_words, title_words
from jobs.when import clock, hours_words, shift_words
from people import areas
from wishes.when import when_words


def state_words(listing: Listing) -> Words:
    return STATE_WORDS[ListingState(listing.state)]


SOME_REF = 45

HELPERS = SimpleNamespace(
    area=areas.words,
    certificates=CERTIFICATES,
    clock=clock,
    free=free,
    hours=hours_words,
    occupations=OCCUPATIONS,
    pay=pay_words,
    shift=shift_words,
    state=state_words,
    title=title_words,
    training=TRAINING,
    when=when_words,
)


def found_words(found: Occupation) -> Words:
    """The classification is Chinese; in English the kind of work says it."""
    kind = OCCUPATIONS[found.kind]
    return Words(f"{found.name}（{kind.zh}）", f"{kind.en} ({found.code})")


def station_name(station: Station, language: str) -> str:
    return str(station.name_en if language == "en" else station.name)


def example(listings: Sequence[Listing]) -> int:
    """The number with which we show how to apply: of one that has room, if there is any."""
    found = next((each for each in listings if each.state == ListingState.OPEN and free(each)), None)
    return int(found.ref) if found else SOME_REF
