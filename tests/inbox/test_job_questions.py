"""A word without a number, where both a wish and a job may be meant: the one that is open, never a guess."""

from base.db import rows
from tests.cast import Cast, bulb_wished_for, last_text, says, seen_by, the_wish
from tests.inbox.gigs import Gigs, places
from tests.jobs import scene


async def test_a_bare_word_applies_to_the_one_listing_that_was_put_to_him(house: None) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    job = await gigs.job()
    await says(worker, "找活 瓦工")
    assert f"报名{job.ref}" in await last_text(worker)
    await says(worker, "报名")
    assert await places(job) == ["held"]


async def test_of_two_listings_it_is_asked_which(house: None) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    jobs = [await gigs.job(), await gigs.job()]
    await says(worker, "找活 瓦工")
    for word in ("报名", "好", "不"):
        await says(worker, word)
        assert (await seen_by(worker))[-1] == "which"
        told = await last_text(worker)
        assert all(f"{job.ref}（瓦工）" in told for job in jobs)
    assert [await places(job) for job in jobs] == [[], []]


async def test_an_offer_and_a_listing_are_two_questions_but_to_apply_is_said_of_work(cast: Cast) -> None:
    gigs = await Gigs.open()
    job = await gigs.job(area=cast.chen.area)
    wish = await bulb_wished_for(cast)
    await says(cast.chen, "找活 瓦工")
    await says(cast.chen, "好")
    told = await last_text(cast.chen)
    assert f"{wish.ref}（维修）" in told
    assert f"{job.ref}（瓦工）" in told
    await says(cast.chen, "报名")
    assert (await places(job), (await the_wish()).state) == (["held"], "open")


async def test_cancel_with_a_wish_and_a_place_is_asked_about(cast: Cast) -> None:
    gigs = await Gigs.open()
    job, wish = await gigs.job(), await bulb_wished_for(cast)
    await says(cast.zhang, f"报名{job.ref}")
    await says(cast.zhang, "取消")
    assert (await seen_by(cast.zhang))[-1] == "which"
    await says(cast.zhang, f"取消{job.ref}")
    assert (await places(job), (await the_wish()).ref) == (["released"], wish.ref)


async def test_the_one_place_that_he_holds_is_what_a_bare_cancel_gives_back(house: None) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    job = await gigs.job()
    await says(worker, f"报名{job.ref}")
    await says(worker, "去不了")
    assert await places(job) == ["released"]


async def test_a_message_about_a_job_has_no_wish(house: None) -> None:
    gigs, worker = await Gigs.open(), await scene.worker()
    await says(worker, f"报名{(await gigs.job()).ref}")
    assert await rows("SELECT state, matter FROM inbound") == [{"state": "handled", "matter": None}]
