"""A worker whose name and phone are like nobody else's: no public page ever tells them."""

from base.clock import at
from jobs.needs import Seek, seek
from people.tables import Person
from tests.cast import do, person
from tests.jobs import scene
from tests.web.jobs.town import Town
from tests.web.stage import LANGUAGES

NAME, PHONE, NOTE = "金丝雀", "+8616077553311", "说好当天给三百"
TOLD = (NAME, "16077553311", "160 7755 3311", "…3311", NOTE)


async def canary() -> Person:
    found = await person(PHONE, NAME, scene.WENQUAN)
    await do(seek, found, Seek(occupations=("bricklayer",)), scene.web(found))
    return found


def told(read: str) -> list[str]:
    return [each for each in TOLD if each in read]


async def pages(town: Town, refs: list[int], who: Person | None, languages: tuple[str, ...] = LANGUAGES) -> str:
    station, read = f"/stations/{town.station.id}", ""
    for language in languages:
        browser = await town.browser(who, language)
        listings = [f"/jobs/{ref}" for ref in refs]
        for path in (
            "/",
            "/jobs",
            "/jobs/seek",
            "/stations",
            station,
            f"{station}/screen",
            f"{station}/poster",
            f"{station}/calendar.ics",
            "/lottery",
            *listings,
        ):
            read += (await browser.open(path)).text
    return read


async def test_holding_waiting_and_reporting_leave_no_trace_on_public_pages(town: Town) -> None:
    worker, job, full = await canary(), await town.job(), await town.job(heads=1)
    await town.applies(full, await scene.worker())
    await town.applies(full, worker)
    await town.applies(job, worker)
    others = (None, await scene.worker(), town.clerk)
    for who in others:
        assert told(await pages(town, [job.ref, full.ref], who)) == []
    with at(job.ends_at):
        await (await town.browser(worker)).press(f"/jobs/{job.ref}/unpaid", note=NOTE)
        for who in others:
            assert told(await pages(town, [job.ref, full.ref], who, LANGUAGES[:1])) == []
