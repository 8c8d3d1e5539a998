"""A station as its coordinator writes it."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from jobs import stations
from jobs.sharing import Sharing
from jobs.stations import StationTerms
from jobs.tables import Station
from people import areas
from web.i18n import N_
from web.reader import Reader
from web.written import Written, read_where

TIME_WRONG = N_("请写几点几分，例如 05:30。")
NO_HOUR = time(0)
FIELDS = ("name", "name_en", "place", "phone")
WAYS = {
    Sharing.FAIR: N_("大家一起分：有活的人最多，等得久的优先"),
    Sharing.STABLE: N_("双方满意：本站的活先分给本站的人，不看等了几天"),
}


def form_of_station(station: Station, language: str) -> dict[str, str]:
    return {
        **{name: getattr(station, name) for name in FIELDS},
        "where": areas.words(station.area).in_(language),
        "opens": f"{station.opens:%H:%M}",
        "closes": f"{station.closes:%H:%M}",
        "sharing": station.sharing,
    }


def read_station(form: Mapping[str, str], home: str | None) -> Written[StationTerms]:
    texts: dict[str, Any] = {name: form.get(name, "") for name in FIELDS}
    written = Written(StationTerms(**texts, area="", opens=NO_HOUR, closes=NO_HOUR, sharing=form.get("sharing", Sharing.FAIR)))
    read_where(form, written, home)
    for name in ("opens", "closes"):
        try:
            written.note(**{name: time.fromisoformat(form.get(name, ""))})
        except ValueError:
            written.errors[name] = TIME_WRONG
    return written


def ways(reader: Reader) -> dict[str, str]:
    """Of sharing out the morning."""
    return {way: reader.say(said) for way, said in WAYS.items()}


def wrong_with(reader: Reader, written: Written[StationTerms]) -> dict[str, str]:
    """Beside each field: what could not be read, and what the rules say of the rest."""
    unread = {name: reader.say(error) for name, error in written.errors.items()}
    hours = {"closes"} if unread.keys() & {"opens", "closes"} else set()
    ruled = stations.errors(written.draft)
    return {name: words.in_(reader.language) for name, words in ruled.items() if name not in {"area", *hours}} | unread
