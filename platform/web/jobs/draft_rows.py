"""A stored listing as it stands in the fields of a row."""

from collections.abc import Iterable, Mapping

from base.words import Words
from jobs.tables import Employer, Listing, Station
from jobs.telling import pay_words, yuan
from jobs.when import hours_words
from people import areas
from web.jobs.grid import FIELDS, Row


def names_of(employers: Iterable[Employer]) -> dict[str, Employer]:
    """What is typed for each of them: the name, with the licence or phone where several bear it."""
    named: dict[str, list[Employer]] = {}
    for employer in employers:
        named.setdefault(employer.name, []).append(employer)
    return {
        name if len(alike) == 1 else f"{name} {employer.licence or employer.phone}": employer
        for name, alike in named.items() for employer in alike
    }  # fmt: skip


def row_of(listing: Listing, station: Station, employers: Mapping[str, Employer], language: str) -> Row:
    """What a row leaves empty is the station's area, and whom to ask for at the employer."""
    name, employer = next(((name, each) for name, each in employers.items() if each.id == listing.employer), ("", None))
    fields = {
        "title": listing.title, "code": listing.code or "", "employer": name, "hours": hours_words(listing).in_(language),
        "pay": _pay(listing).in_(language), "heads": str(listing.heads),
        "place": listing.place, "certificate": listing.certificate or "", "bring": listing.bring, "transport": listing.transport,
        "meals": "1" if listing.meals else "", "note": listing.note,
        "where": "" if listing.area == station.area else areas.words(listing.area).in_(language),
        "contact": "" if employer and listing.contact == employer.contact else listing.contact,
        "phone": "" if employer and listing.phone == employer.phone else listing.phone,
    }  # fmt: skip
    return Row(0, dict.fromkeys(FIELDS, "") | fields, ref=int(listing.ref), kind=listing.kind)


def _pay(listing: Listing) -> Words:
    """Short, for a narrow column; read again as it is written here."""
    if listing.pay_fen is None:
        return Words("", "")
    return Words(pay_words(listing.pay_fen, listing.pay_per).zh, f"{yuan(listing.pay_fen)}/{listing.pay_per}")
