"""The calendar of a station: valid, complete, and nobody's name or phone in it."""

from datetime import UTC, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from base.clock import city_now
from tests.jobs import scene
from tests.web.jobs.town import Town
from web.jobs.job_posting import address

REQUIRED = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "URL", "STATUS", "SEQUENCE")


async def calendar(town: Town, query: str = "", language: str = "zh-CN") -> Calendar:
    answer = await (await town.browser(language=language)).open(f"/stations/{town.station.id}/calendar.ics{query}")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    parsed = Calendar.from_ical(answer.text)
    assert isinstance(parsed, Calendar)
    assert parsed["VERSION"] == "2.0"
    return parsed


async def events(town: Town, query: str = "", language: str = "zh-CN") -> list[Event]:
    return list((await calendar(town, query, language)).events)


async def test_each_listing_is_an_event_with_all_that_is_required(town: Town) -> None:
    job = await town.job(heads=4)
    (event,) = await events(town)
    assert all(event.get(name) is not None for name in REQUIRED)
    assert event["UID"] == f"listing-{job.ref}@127.0.0.1"
    assert event["SUMMARY"] == f"{job.ref} 瓦工 250元/天 还要4人"
    assert event["LOCATION"] == "温泉街道 桂花路8号"
    assert event["URL"] == f"http://127.0.0.1:8000/jobs/{job.ref}"
    assert event["STATUS"] == "CONFIRMED"
    assert (job.starts_at.astimezone(UTC), job.ends_at.astimezone(UTC)) == (event.DTSTART, event.DTEND)


async def test_in_english_the_work_is_called_by_its_english_name(town: Town) -> None:
    job = await town.job()
    (event,) = await events(town, language="en")
    assert event["SUMMARY"] == f"{job.ref} bricklaying 250 yuan a day 2 wanted"


async def test_a_night_ends_the_next_day(town: Town) -> None:
    await town.job(starts=time(22), ends=time(6))
    (event,) = await events(town)
    assert timedelta(hours=8) == event.DTEND - event.DTSTART


async def test_a_cancelled_one_is_taken_out_of_calendars_that_have_it(town: Town) -> None:
    await town.job(state="cancelled")
    (event,) = await events(town)
    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] == 1


@pytest.mark.parametrize("state", ["draft", "cancelled"])
async def test_what_was_never_published_is_in_no_calendar(town: Town, state: str) -> None:
    await town.job(state=state, opened_at=None)
    assert await events(town) == []


async def test_the_feed_has_the_coming_days_and_a_day_its_own(town: Town) -> None:
    today = city_now().date()
    days = {ahead: await town.job(day=today + timedelta(days=ahead)) for ahead in (-1, 0, 1, 30)}
    assert [str(event["URL"]) for event in await events(town)] == [address(days[ahead]) for ahead in (0, 1, 30)]
    (event,) = await events(town, f"?day={today - timedelta(days=1)}")
    assert event["URL"] == address(days[-1])


async def test_no_phone_and_no_name_stands_in_it(town: Town) -> None:
    job = await town.job()
    await town.applies(job, await scene.worker("金丝雀"))
    said: Any = (await calendar(town)).to_ical().decode()
    for personal in ("金丝雀", "16000000201", "老周"):
        assert personal not in said
