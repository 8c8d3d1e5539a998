"""The work part of /mine."""

from datetime import timedelta

from base.clock import at
from jobs.needs import Seek, seek
from tests.cast import do
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.town import Town


async def test_the_need_stands_there_with_its_buttons(town: Town) -> None:
    worker = await scene.worker()
    await do(seek, worker, Seek(occupations=("bricklayer",), pay_fen=30_000, pay_per="day", people=3), scene.web(worker))
    html = await town.html("/mine", worker)
    said = text_of(html)
    for words in ("正在找", "瓦工", "300元/天", "20 公里以内"):
        assert words in said, words
    for path in ("/jobs/seek/pause", "/jobs/seek/end", 'href="/jobs/seek"'):
        assert path in html
    await (await town.browser(worker)).press("/jobs/seek/pause")
    assert "/jobs/seek/renewal" in await town.html("/mine", worker)


async def test_places_and_lines_have_a_list_each(town: Town) -> None:
    worker, held = await scene.worker(), await town.job()
    waited = await town.job(day=scene.tomorrow() + timedelta(days=1), heads=1)
    for who in (await scene.worker(), await scene.worker(), worker):
        await town.applies(waited, who)
    await town.applies(held, worker)
    html = await town.html("/mine", worker)
    expected, waiting = html.index("要去上的工"), html.index("排队等的")
    assert expected < html.index(f'href="/jobs/{held.ref}"', expected) < waiting
    assert waiting < html.index(f'href="/jobs/{waited.ref}"', waiting)
    assert "您排在第 2 位" in html


async def test_a_referral_waits_for_his_answer_there(town: Town) -> None:
    first, second, job = await scene.worker(), await scene.worker(), await town.job(heads=1)
    await town.applies(job, first)
    await town.applies(job, second)
    await (await town.browser(first)).press(f"/jobs/{job.ref}/cancellation")
    html = await town.html("/mine", second)
    assert html.index("等您回话的活") < html.index(f'href="/jobs/{job.ref}"')


async def test_past_work_has_a_button_for_who_was_not_paid_and_then_the_matter(town: Town) -> None:
    worker, job = await scene.worker(), await town.job()
    await town.applies(job, worker)
    assert "干过的活" not in await town.html("/mine", worker)
    with at(job.ends_at):
        assert f'action="/jobs/{job.ref}/unpaid"' in await town.html("/mine", worker)
        answer = await (await town.browser(worker)).press(f"/jobs/{job.ref}/unpaid")
        matter = answer.headers["location"].partition("?")[0]
        html = await town.html("/mine", worker)
    assert f'href="{matter}">没拿到工钱' in html
    assert "/unpaid" not in html


async def test_who_never_looked_for_work_is_not_bothered_with_it(town: Town) -> None:
    html = await town.html("/mine", await scene.worker())
    assert html.index("我说的心愿") < html.index("您没有在找活")
