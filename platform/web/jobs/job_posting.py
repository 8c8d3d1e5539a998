"""A listing as schema.org says it, for search engines: a JobPosting, or an EducationEvent for a training. Nothing of any worker."""

from datetime import datetime
from typing import Any

from base.settings import settings
from jobs.places import free
from jobs.tables import Employer, Listing, Station
from jobs.when import here
from people import areas

UNITS = {"day": "DAY", "hour": "HOUR"}
CURRENCY, COUNTRY = "CNY", "CN"


def job_posting(listing: Listing, employer: Employer | None, station: Station) -> dict[str, Any]:
    return _job(listing, employer, station) if employer else _training(listing, station)


def _job(listing: Listing, employer: Employer, station: Station) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": listing.title,
        "description": description(listing, station),
        "identifier": {"@type": "PropertyValue", "name": station.name, "value": str(listing.ref)},
        "url": address(listing),
        "datePosted": _moment(listing.opened_at or listing.created_at),
        "validThrough": _moment(listing.starts_at),
        "employmentType": ["TEMPORARY", "PER_DIEM"],
        "hiringOrganization": {"@type": "Person" if employer.kind == "person" else "Organization", "name": employer.name},
        "jobLocation": _place(listing),
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": CURRENCY,
            "value": {"@type": "QuantitativeValue", "value": listing.pay_fen / 100, "unitText": UNITS[listing.pay_per]},
        },
        "totalJobOpenings": free(listing),
        "jobStartDate": listing.day.isoformat(),
        "workHours": f"{here(listing.starts_at):%H:%M}-{here(listing.ends_at):%H:%M}",
        "directApply": True,
    }


def _training(listing: Listing, station: Station) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "EducationEvent",
        "name": listing.title,
        "description": description(listing, station),
        "url": address(listing),
        "startDate": _moment(listing.starts_at),
        "endDate": _moment(listing.ends_at),
        "eventStatus": "https://schema.org/EventScheduled",
        "location": _place(listing),
        "organizer": {"@type": "Organization", "name": station.name},
        "maximumAttendeeCapacity": listing.heads,
        "remainingAttendeeCapacity": free(listing),
    }


def address(listing: Listing) -> str:
    return f"{settings().public_url}/jobs/{listing.ref}"


def description(listing: Listing, station: Station) -> str:
    parts = (listing.title, listing.note, listing.bring, listing.transport, f"{station.name} {listing.ref}")
    return "\n".join(part for part in parts if part)


def _moment(at: datetime) -> str:
    return here(at).isoformat(timespec="seconds")


def _place(listing: Listing) -> dict[str, Any]:
    nodes = [areas.tree()[code] for code in areas.chain(areas.village_of(listing.area))]
    names = {node.level: node.name for node in nodes}
    postal = {
        "@type": "PostalAddress",
        "streetAddress": " ".join(filter(None, (names.get("town"), names.get("village"), listing.place))),
        "addressLocality": names.get("county", names["city"]),
        "addressRegion": names["city"],
        "addressCountry": COUNTRY,
    }
    return {"@type": "Place", "address": postal, "geo": {"@type": "GeoCoordinates", "latitude": listing.lat, "longitude": listing.lon}}
