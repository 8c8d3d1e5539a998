"""The poster: a page for the door that leads to the day's page, and says what to text."""

from io import BytesIO

import pytest
import segno
import zxingcpp
from PIL import Image

from base.clock import city_now
from tests.jobs import scene
from tests.web.browser import text_of
from tests.web.jobs.town import Town
from web.jobs.poster import qr


async def test_it_lists_the_day_and_says_what_to_text(town: Town) -> None:
    job, training = await town.job(heads=9), await town.training()
    html = await town.html(f"/stations/{town.station.id}/poster?day={job.day}")
    said = text_of(html)
    for words in (
        "温泉零工驿站",
        f"报名 {job.ref} 到 +86 10 6900 0012",
        f"{job.ref} 瓦工",
        "250元/天",
        "7:00–17:00",
        "9",
        f"{training.ref} 瓦工入门课",
    ):
        assert words in said, words
    assert str(qr(f"http://127.0.0.1:8000/stations/{town.station.id}?day={job.day}")) in html


async def test_the_example_has_room(town: Town) -> None:
    full, free = await town.job(heads=1), await town.job()
    await town.applies(full, await scene.worker())
    assert f"报名 {free.ref}</kbd>" in await town.html(f"/stations/{town.station.id}/poster?day={full.day}")


async def test_an_empty_day_says_so(town: Town) -> None:
    assert "这一天还没有发布用工信息" in await town.html(f"/stations/{town.station.id}/poster?day={city_now().date()}")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000/stations/3?day=2026-11-24", "https://wish.example.gov.cn/stations/7?day=2026-12-31"]
)
def test_the_code_leads_to_the_address(address: str) -> None:
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=4, border=2)
    (found,) = zxingcpp.read_barcodes(Image.open(drawn))
    assert found.text == address
