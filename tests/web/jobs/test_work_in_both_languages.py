"""No page about work mixes the languages, but for the words of the people who posted it."""

import re

import pytest

from base.clock import city_now
from jobs.needs import Seek, seek
from tests.cast import do
from tests.jobs import scene
from tests.web.jobs.test_lottery_page import draw
from tests.web.jobs.town import Town
from tests.web.stage import LANGUAGES, strange_words

# What somebody wrote, or what is a number of the machine.
NOT_OURS = re.compile(r"<script.*?</script>|<bdi[ >].*?</bdi>|<code.*?</code>|<pre.*?</pre>", re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_page_is_in_one_language(town: Town, language: str) -> None:
    worker, job, training = await scene.worker(), await town.job(note="要会看图", bring="手套"), await town.training()
    full = await town.job(heads=1)
    await town.applies(full, await scene.worker())
    await town.applies(full, worker)
    await do(seek, worker, Seek(occupations=("bricklayer", "cook"), pay_fen=2000, pay_per="hour", part="morning"), scene.web(worker))
    await town.applies(job, worker)
    for day, state in ((scene.tomorrow(), "published"), (city_now().date(), "drawn")):
        await draw(day, state)
    station = f"/stations/{town.station.id}"
    paths = (
        "/jobs", "/jobs?occupation=welder", "/jobs/seek", f"/jobs/{job.ref}", f"/jobs/{training.ref}", f"/jobs/{full.ref}?said=waiting&other={job.ref}",
        f"/jobs/{job.ref}?said=held&other={full.ref}", "/stations", f"{station}?day={job.day}", f"{station}/screen", f"{station}/poster?day={job.day}",
        "/mine?said=sought", "/lottery",
    )  # fmt: skip
    for who in (None, worker, town.clerk):
        for path in paths:
            if who or path != "/mine?said=sought":
                html = NOT_OURS.sub(" ", await town.html(path, who, language))
                assert strange_words(html, language) == [], (path, who and who.name)
