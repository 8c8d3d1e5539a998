"""A station's days as iCalendar (RFC 5545): for the calendar of whoever works with it. Nothing of any worker, no phone of anybody."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from base.clock import city_now
from base.settings import settings
from base.words import Words
from jobs import board
from jobs.places import free
from jobs.states import STATE_WORDS, ListingState
from jobs.tables import Listing, Station
from jobs.telling import pay_words, title_words
from people import areas
from web.jobs.job_posting import address
from web.jobs.listing_words import station_name
from web.jobs.stations import station_at
from web.reader import Reader

AHEAD = timedelta(days=60)
READ_AGAIN = "PT15M"
PRODUCT = "-//Liangdeng//Gig station//ZH"


@get("/stations/{station_id:str}/calendar.ics")
async def show_calendar(reader: NamedDependency[Reader], station_id: FromPath[str], day: FromQuery[str] = "") -> Response[bytes]:
    """Of one day, or from today on."""
    station = await station_at(station_id)
    first, last = _days(day)
    calendar = of_station(station, await board.published(station.id, first, last), reader.language)
    name = f"station-{station.id}{f'-{first}' if first == last else ''}.ics"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(calendar.to_ical(), media_type="text/calendar", headers=headers)


def _days(written: str) -> tuple[date, date]:
    today = city_now().date()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return today, today + AHEAD
    return day, day


def of_station(station: Station, listings: list[Listing], language: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", station_name(station, language))
    calendar.add("x-published-ttl", READ_AGAIN)
    for listing in listings:
        calendar.add_component(_event(listing, language))
    return calendar


def _event(listing: Listing, language: str) -> Event:
    event = Event()
    event.add("uid", f"listing-{listing.ref}@{urlsplit(settings().public_url).hostname}")
    event.add("dtstamp", listing.ended_at or listing.opened_at)
    event.add("sequence", listing.round + (listing.state == ListingState.CANCELLED))
    event.add("dtstart", listing.starts_at)
    event.add("dtend", listing.ends_at)
    event.add("summary", _summary(listing).in_(language))
    event.add("location", f"{areas.words(listing.area).in_(language)} {listing.place}")
    event.add("url", address(listing))
    event.add("status", "CANCELLED" if listing.state == ListingState.CANCELLED else "CONFIRMED")
    return event


def _summary(listing: Listing) -> Words:
    """45 瓦工 250元/天 还要2人"""
    title = title_words(listing)
    pay = pay_words(listing.pay_fen, listing.pay_per) if listing.pay_fen else Words("", "")
    room = _room(listing)
    return Words(*(" ".join(filter(None, (str(listing.ref), *each))) for each in zip(title, pay, room, strict=True)))


def _room(listing: Listing) -> Words:
    left = free(listing)
    if listing.state == ListingState.OPEN and left:
        return Words(f"还要{left}人", f"{left} wanted")
    return STATE_WORDS[ListingState(listing.state)]


HANDLERS = [show_calendar]
