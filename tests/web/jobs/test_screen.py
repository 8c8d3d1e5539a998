"""The screen on the station's wall: big, live, and never asked twice for what it shows already."""

import re
from datetime import time, timedelta

import pytest

from base.clock import at, city_now, now
from jobs.tables import Listing
from jobs.when import moment
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.town import Town
from web.jobs.screen import ON_ONE_PAGE, TURNS_EVERY_SECONDS


async def screen(town: Town) -> str:
    return await town.html(f"/stations/{town.station.id}/screen")


async def asked_again(town: Town, shown: str) -> int:
    """What is answered to the screen that shows this."""
    found = re.search(r'hx-get="([^"]+)"', shown)
    assert found
    return (await (await town.browser()).open(found[1])).status_code


async def at_dawn(town: Town, **terms: object) -> Listing:
    return await town.job(day=city_now().date(), **terms)


@pytest.fixture(autouse=True)
def early(noon: None) -> object:
    with at(moment(city_now().date(), time(5, 40))):
        yield


async def test_it_shows_todays_listings_the_places_left_the_hour_and_the_number(town: Town) -> None:
    job, training = await at_dawn(town, heads=3), await town.training(day=city_now().date())
    await town.applies(job, await scene.worker())
    said = text_of(await screen(town))
    for words in (
        "温泉零工驿站",
        "今天的活",
        "05:40",
        f"{job.ref}",
        "瓦工 250元/天",
        "7:00–17:00",
        "2 个名额",
        f"{training.ref}",
        f"报名 {job.ref}",
        "+86 10 6900 0012",
    ):
        assert words in said, words


async def test_what_is_full_says_so(town: Town) -> None:
    job = await at_dawn(town, heads=1)
    await town.applies(job, await scene.worker())
    assert '<li class="full">' in await screen(town)


async def test_what_has_begun_goes_and_then_tomorrow_is_shown(town: Town) -> None:
    job = await at_dawn(town)
    with at(job.starts_at):
        assert "今天的活都开工了" in await screen(town)
        later = await town.job(title="搬运工")
        shown = await screen(town)
    assert "明天的活" in shown
    assert str(later.ref) in shown


async def test_while_nothing_changes_nothing_is_sent(town: Town) -> None:
    await at_dawn(town)
    shown = await screen(town)
    assert await asked_again(town, shown) == 204
    with at(now() + timedelta(seconds=5)):
        assert await asked_again(town, shown) == 204


async def test_a_place_taken_a_minute_passed_or_a_new_listing_is_sent(town: Town) -> None:
    job = await at_dawn(town)
    shown = await screen(town)
    await town.applies(job, await scene.worker())
    assert await asked_again(town, shown) == 200
    shown = await screen(town)
    with at(now() + timedelta(minutes=1)):
        assert await asked_again(town, shown) == 200
    await at_dawn(town, title="电工")
    assert await asked_again(town, shown) == 200


async def test_more_than_fit_turn_by_the_clock(town: Town) -> None:
    refs = {(await at_dawn(town)).ref for _ in range(ON_ONE_PAGE + 3)}
    seen: set[int] = set()
    for turn in range(2):
        with at(now() + timedelta(seconds=turn * TURNS_EVERY_SECONDS)):
            shown = await screen(town)
        listed = {int(ref) for ref in re.findall(r'class="number">(\d+)', shown)}
        assert len(listed) <= ON_ONE_PAGE
        assert "/ 2" in shown
        seen |= listed
    assert seen == refs


async def test_without_scripts_it_loads_itself_anew(town: Town) -> None:
    assert '<noscript><meta http-equiv="refresh"' in await screen(town)
