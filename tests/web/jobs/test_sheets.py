"""Excel in: good rows become drafts, bad ones are told by row and column. Excel and CSV out, in which no text is a formula."""

import csv
from io import BytesIO, StringIO
from typing import Any

import httpx
import pytest
from litestar import Litestar
from openpyxl import Workbook, load_workbook

from base.db import rows
from tests.jobs.desk import Desk
from tests.jobs.scene import tomorrow
from tests.web.browser import Browser
from tests.web.jobs.posting import BRICKLAYER, FIRM, fields, listings, path, said, states, typed
from tests.web.stage import browser_of

HEADINGS = ("日期", "职业", "用人单位", "时间", "工资", "人数", "地点")
GOOD = (tomorrow().isoformat(), "瓦工", FIRM, "7:00-17:00", "250元/天", 3, "桂花路8号")


@pytest.fixture
async def desk(house: None) -> Desk:
    return await Desk.open()


@pytest.fixture
async def fang(app: Litestar, desk: Desk) -> Browser:
    return await browser_of(app, desk.fang)


def workbook(*lines: tuple[Any, ...]) -> bytes:
    book, out = Workbook(), BytesIO()
    for line in (HEADINGS, *lines):
        book.active.append(line)
    book.save(out)
    return out.getvalue()


async def bring(browser: Browser, desk: Desk, content: bytes, name: str = "用工.xlsx", **grid: str) -> httpx.Response:
    data = {"form_token": browser.http.cookies["form"], "day": tomorrow().isoformat(), **grid}
    return await browser.http.post(f"{path(desk)}/sheet", data=data, files={"sheet": (name, content)})


async def test_good_rows_become_drafts_in_the_grid(fang: Browser, desk: Desk) -> None:
    answer = await bring(fang, desk, workbook(GOOD, (*GOOD[:1], "小工", *GOOD[2:])))
    assert answer.status_code == 303
    page = (await fang.open(answer.headers["location"])).text
    assert "2 条存成了草稿" in said(page)
    assert [fields(page)[f"title-{n}"] for n in (1, 2)] == ["瓦工", "小工"]
    assert await states() == ["draft", "draft"]


async def test_a_bad_row_is_told_by_row_and_column_and_the_others_are_kept(fang: Browser, desk: Desk) -> None:
    answer = await bring(fang, desk, workbook(GOOD, (*GOOD[:5], 0, *GOOD[6:]), (*GOOD[:1], "小工", *GOOD[2:])))
    assert answer.status_code == 422
    assert "<tr><td>3</td><td>人数</td><td>人数0不行，应为1到500</td></tr>" in answer.text
    assert [each.title for each in await listings()] == ["瓦工", "小工"]


async def test_what_stands_in_the_grid_is_not_lost_by_a_sheet(fang: Browser, desk: Desk) -> None:
    answer = await bring(fang, desk, workbook(GOOD), **typed(BRICKLAYER | {"title": "焊工", "heads": "x"}))
    assert answer.status_code == 200
    assert (fields(answer.text)["title-1"], fields(answer.text)["heads-1"]) == ("焊工", "x")
    assert fields(answer.text)["title-2"] == "瓦工"


async def test_the_same_sheet_brought_twice_is_saved_once(fang: Browser, desk: Desk) -> None:
    await bring(fang, desk, workbook(GOOD))
    again = await bring(fang, desk, workbook(GOOD))
    assert "1 行和已经有的一样，没有再存" in said(again.text)
    assert await states() == ["draft"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("用工.txt", b"x", "只收 .csv 和 .xlsx 文件"),
        ("用工.xlsx", b"this is no workbook", "文件读不出来"),
        ("用工.csv", b"\xd6\xb0\xd2\xb5,x\n1,2\n", "缺少必需的列"),
        ("用工.csv", b"", "文件是空的"),
        ("用工.csv", b"," * 2_000_001, "文件超过 2 MB"),
    ],
)
async def test_a_file_that_is_none_says_so(fang: Browser, desk: Desk, name: str, content: bytes, told: str) -> None:
    answer = await bring(fang, desk, content, name, **typed(BRICKLAYER))
    assert answer.status_code == 422
    assert told in answer.text.partition('id="sheet-error"')[2][:200]
    assert fields(answer.text)["title-1"] == "瓦工"


async def test_without_a_file_it_asks_for_one(fang: Browser, desk: Desk) -> None:
    answer = await fang.press(f"{path(desk)}/sheet", day=tomorrow().isoformat())
    assert answer.status_code == 422
    assert "请先选一个 .xlsx 或者 .csv 文件" in answer.text


async def test_a_sheet_without_the_token_is_refused(fang: Browser, desk: Desk) -> None:
    answer = await fang.http.post(f"{path(desk)}/sheet", data={"day": ""}, files={"sheet": ("用工.xlsx", workbook(GOOD))})
    assert answer.status_code == 403
    assert await states() == []


async def test_three_megabytes_are_too_many(fang: Browser, desk: Desk) -> None:
    assert (await bring(fang, desk, b"x" * 4_000_000)).status_code == 413


@pytest.mark.parametrize("body", [b"--b\r\nContent-Disposition: form-data; name=x\r\n\r\n\xff\r\n--b--\r\n", b"nonsense", b"--b\r\n\r\n"])
async def test_a_body_that_is_no_form_is_a_bad_request(fang: Browser, desk: Desk, body: bytes) -> None:
    answer = await fang.http.post(f"{path(desk)}/sheet", content=body, headers={"Content-Type": "multipart/form-data; boundary=b"})
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("route", ["/sign-in/code", "/wishes"])
async def test_other_forms_take_no_files(fang: Browser, desk: Desk, route: str) -> None:
    token = {"form_token": fang.http.cookies["form"]}
    assert (await fang.http.post(route, data=token, files={"sheet": ("x", b"x")})).status_code == 403


async def test_the_template_filled_in_is_taken(fang: Browser, desk: Desk) -> None:
    answer = await fang.open(f"{path(desk)}/template.xlsx")
    assert answer.headers["content-disposition"].startswith("attachment; filename=listings.xlsx; filename*=UTF-8''%E7%94%A8%E5%B7%A5")
    book = load_workbook(BytesIO(answer.content))
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for heading, value in zip(HEADINGS, GOOD, strict=True):
        sheet.cell(row=3, column=columns[heading], value=value)
    out = BytesIO()
    book.save(out)
    assert (await bring(fang, desk, out.getvalue())).status_code == 303
    assert [each.title for each in await listings()] == ["瓦工"]


async def test_on_the_way_out_no_text_is_a_formula(fang: Browser, desk: Desk) -> None:
    listing = await desk.job(title="=1+1", note="@SUM(A1)", place="+8")
    answer = await fang.open(f"{path(desk)}/day/xlsx?day={listing.day}")
    cells = [cell for line in load_workbook(BytesIO(answer.content)).active.iter_rows() for cell in line]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert {"'=1+1", "'@SUM(A1)", "'+8"} <= {cell.value for cell in cells}


async def test_a_day_as_csv_has_one_line_for_each_listing(fang: Browser, desk: Desk) -> None:
    listing = await desk.job(title="瓦工", note="=2")
    await desk.job(title="作废", state="cancelled")
    answer = await fang.open(f"{path(desk)}/day/csv?day={listing.day}")
    lines = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert len(lines) == 2
    assert "'=2" in lines[1]
    assert (await fang.open(f"{path(desk)}/day/doc")).status_code == 404


async def test_only_staff_take_a_day_away(app: Litestar, desk: Desk) -> None:
    browser = await browser_of(app, None)
    for name in ("template.xlsx", "day/xlsx", "day/csv"):
        assert (await browser.open(f"{path(desk)}/{name}")).status_code == 303
    assert await rows("SELECT 1 FROM listing") == []
