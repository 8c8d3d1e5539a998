"""One listing: everything that a worker needs to know before he says yes."""

import pytest

from base.clock import at
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.town import Town, posting_in

FULL = {
    "bring": "手套、水杯", "meals": True, "transport": "6点半在驿站坐车", "certificate": "health", "note": "要会看图。\n年龄不限",
}  # fmt: skip
REQUIRED = ("title", "description", "datePosted", "validThrough", "hiringOrganization", "jobLocation", "baseSalary", "employmentType")


async def test_it_says_all_there_is_to_know(town: Town) -> None:
    job = await town.job(**FULL)
    said = text_of(await town.html(f"/jobs/{job.ref}"))
    for words in (
        "250元/天", "明天7:00–17:00", "温泉街道 桂花路8号", "健康证", "手套、水杯", "管饭", "6点半在驿站坐车", town.employer.name, "老周",
        "160 0000 0201", "温泉零工驿站", "要会看图。", f"发短信 报名 {job.ref} 到 +86 10 6900 0012",
    ):  # fmt: skip
        assert words in said, words


async def test_a_training_says_what_is_learned_and_names_no_pay(town: Town) -> None:
    training = await town.training()
    said = text_of(await town.html(f"/jobs/{training.ref}"))
    assert "学什么 瓦工" in said
    assert "元/" not in said
    assert "用工单位" not in said


@pytest.mark.parametrize("ref", ["999999", "0", "-1", "４５", "1e3", "9" * 30, "x"])
async def test_a_number_that_is_none_is_no_page(town: Town, ref: str) -> None:
    assert (await (await town.browser()).open(f"/jobs/{ref}")).status_code == 404


async def test_a_draft_is_for_the_station_alone(town: Town) -> None:
    draft = await town.job(state="draft")
    for who in (None, await scene.worker()):
        assert (await (await town.browser(who)).open(f"/jobs/{draft.ref}")).status_code == 404
    assert "未发布" in await town.html(f"/jobs/{draft.ref}", town.clerk)


async def test_no_address_shows_a_draft_beside_another_listing(town: Town) -> None:
    job, draft = await town.job(), await town.job(state="draft", title="还没发布")
    for other in (str(draft.ref), "999999", "x", "９"):
        assert "还没发布" not in await town.html(f"/jobs/{job.ref}?said=waiting&other={other}")


@pytest.mark.parametrize(("state", "words"), [("over", "已结束"), ("cancelled", "已取消")])
async def test_what_has_ended_says_so_and_offers_nothing(town: Town, state: str, words: str) -> None:
    job = await town.job(state=state, why_cancelled="下雨停工" if state == "cancelled" else "")
    html = await town.html(f"/jobs/{job.ref}")
    assert words in html
    assert ("下雨停工" in html) is (state == "cancelled")
    assert posting_in(html) is None
    assert "/application" not in html


async def test_search_engines_read_a_job_posting_with_what_they_require(town: Town) -> None:
    job = await town.job(heads=4)
    await town.applies(job, await scene.worker())
    posting = posting_in(await town.html(f"/jobs/{job.ref}", language="en"))
    assert posting is not None
    assert posting["@type"] == "JobPosting"
    assert all(posting[field] for field in REQUIRED)
    assert posting["baseSalary"] == {
        "@type": "MonetaryAmount", "currency": "CNY", "value": {"@type": "QuantitativeValue", "value": 250.0, "unitText": "DAY"},
    }  # fmt: skip
    assert posting["totalJobOpenings"] == 3
    assert posting["url"] == f"http://127.0.0.1:8000/jobs/{job.ref}"
    assert posting["validThrough"].endswith("T07:00:00+08:00")
    assert posting["jobLocation"]["address"]["addressLocality"] == "咸安区"
    assert posting["hiringOrganization"] == {"@type": "Organization", "name": town.employer.name}


async def test_a_training_is_an_event_of_education(town: Town) -> None:
    training = await town.training()
    posting = posting_in(await town.html(f"/jobs/{training.ref}"))
    assert posting is not None
    assert posting["@type"] == "EducationEvent"
    assert posting["remainingAttendeeCapacity"] == 2


async def test_nothing_is_posted_once_it_has_begun(town: Town) -> None:
    job = await town.job()
    with at(job.starts_at):
        assert posting_in(await town.html(f"/jobs/{job.ref}")) is None


async def test_no_word_of_a_listing_breaks_out_of_the_page(town: Town) -> None:
    evil = "</script><script>alert(1)</script>&<b>"
    job = await town.job(title=evil, place=evil, note=evil, bring=evil, contact=evil[:30])
    html = await town.html(f"/jobs/{job.ref}")
    assert "<script>alert" not in html
    assert "<b>" not in html
    posting = posting_in(html)
    assert posting is not None
    assert posting["title"] == evil


async def test_the_station_reads_what_happened_and_others_do_not(town: Town) -> None:
    job = await town.job()
    for _ in range(2):
        await town.applies(job, await scene.worker("金丝雀"))
    await town.applies(job, await scene.worker())
    html = await town.html(f"/jobs/{job.ref}", town.clerk)
    said = text_of(html)
    for words in ("发布了", "1 人报了名", "招满了", "1 人开始排队"):
        assert words in said, words
    assert "金丝雀" not in html
    for who in (None, await scene.worker()):
        assert 'id="timeline"' not in await town.html(f"/jobs/{job.ref}", who)
