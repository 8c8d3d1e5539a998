"""A day's listings as a spreadsheet: good rows are kept, bad ones named by row and column."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from base.errors import Unreadable
from base.spreadsheet import as_csv, as_xlsx
from jobs.posting import draft, terms_of
from jobs.sheet import Sheet, read, template, write_csv, write_xlsx
from jobs.tables import Employer, Station
from people.tables import Person
from tests.cast import do
from tests.jobs.scene import LICENCE, employer, listing, tomorrow, web
from tests.jobs.terms_of_work import terms

HEADINGS = ["日期", "职业", "用人单位", "时间", "工资", "人数", "地点"]
ENGLISH = ["Date", "Occupation", "Employer", "Hours", "Pay", "Heads", "Place"]


def good(firm: Employer, **changed: object) -> list[object]:
    row = {
        "日期": tomorrow().isoformat(), "职业": "瓦工", "用人单位": firm.name, "时间": "7:00-17:00", "工资": "250元/天", "人数": 2, "地点": "桂花路8号",
    }  # fmt: skip
    return list({**row, **changed}.values())


async def sheet_of(here: Station, *rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> Sheet:
    return await read(as_xlsx([("用工信息", [headings, *rows])]), "明天.xlsx", here)


def complaints(sheet: Sheet) -> list[tuple[int, str, str]]:
    return [(bad.line, bad.column.zh, bad.why.zh) for bad in sheet.bad]


async def test_a_row_is_a_listing(here: Station, firm: Employer) -> None:
    sheet = await sheet_of(here, good(firm))
    assert sheet.bad == []
    [(line, read_terms)] = sheet.rows
    assert line == 2
    assert replace(read_terms, code=None) == terms(firm, area=here.area, phone=firm.phone)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
async def test_a_csv_file_is_read_in_the_encodings_of_spreadsheets(here: Station, firm: Employer, encoding: str) -> None:
    lines = as_csv([HEADINGS, good(firm)]).decode("utf-8-sig")
    assert len((await read(lines.encode(encoding), "明天.csv", here)).rows) == 1


async def test_the_headings_may_be_english(here: Station, firm: Employer) -> None:
    row = good(firm, 职业="bricklaying", 工资="250/day")
    assert len((await sheet_of(here, row, headings=ENGLISH)).rows) == 1


async def test_of_many_rows_the_bad_one_is_named_by_row_and_column(here: Station, firm: Employer) -> None:
    sheet = await sheet_of(here, good(firm), good(firm, 人数=0, 时间="22:00-6:00"), good(firm, 职业="小工"))
    assert [line for line, _ in sheet.rows] == [2, 4]
    assert complaints(sheet) == [
        (3, "时间", "结束时间6:00不晚于开始时间22:00；做到第二天的，请写22:00-次日6:00"),
        (3, "人数", "人数0不行，应为1到500"),
    ]


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("日期", "2020-01-01", "2020年1月1日已经过去"),
        ("日期", "哪天都行", "“哪天都行”不是日期，请写成 2026-11-24"),
        ("职业", "@#￥", "不认识“@#￥”，可以写的见“可填内容”表"),
        ("用人单位", "没登记的公司", "本驿站没有登记这个用人单位，请先登记"),
        ("用人单位", "", "没有填"),
        ("时间", "", "没有填"),
        ("工资", "", "没有填"),
        ("工资", "0.03元/天", "0.03元不是工资；请填元，例如250"),
        ("工资", "15元/小时", "15元/小时，低于咸安区最低小时工资21.5元"),
        ("人数", "10000", "人数10000不行，应为1到500"),
        ("人数", "", "没有填"),
        ("地点", "", "没有填"),
    ],
)
async def test_a_bad_cell_says_what_is_wrong(here: Station, firm: Employer, column: str, cell: str, why: str) -> None:
    assert complaints(await sheet_of(here, good(firm, **{column: cell}))) == [(2, column, why)]


async def test_an_employer_may_be_given_by_licence(here: Station, firm: Employer) -> None:
    [(_, found)] = (await sheet_of(here, good(firm, 用人单位=LICENCE.lower()))).rows
    assert found.employer == firm.id


async def test_of_two_employers_with_one_name_neither_is_guessed(here: Station, firm: Employer) -> None:
    await employer(here, firm.name)
    assert complaints(await sheet_of(here, good(firm))) == [(2, "用人单位", "有同名的用人单位，请填执照号")]


async def test_a_training_names_what_it_teaches(here: Station, firm: Employer) -> None:
    headings = [*HEADINGS, "类别", "联系人", "电话", "名称"]
    row = [*good(firm, 用人单位="", 工资=""), "培训", "小方", "16000000101", "瓦工入门课"]
    sheet = await sheet_of(here, row, headings=headings)
    assert sheet.bad == []
    assert (sheet.rows[0][1].kind, sheet.rows[0][1].teaches, sheet.rows[0][1].title) == ("training", "bricklayer", "瓦工入门课")


async def test_the_template_is_filled_in_without_a_word_of_its_example(here: Station, firm: Employer) -> None:
    for language in ("zh-CN", "en"):
        sheet = await read(template(language), "template.xlsx", here)
        assert sheet == Sheet([], [])


def test_the_template_says_what_can_be_written() -> None:
    book = load_workbook(BytesIO(template("zh-CN")))
    assert book.sheetnames == ["用工信息", "可填内容"]
    assert {"瓦工", "健康证", "22:00-次日6:00"} <= {cell.value for row in book["可填内容"] for cell in row}


def test_the_english_template_has_no_chinese() -> None:
    book = load_workbook(BytesIO(template("en")))
    assert all(str(cell.value or "").isascii() for sheet in book for row in sheet for cell in row)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_what_is_taken_away_can_be_brought_in_again(here: Station, fang: Person, firm: Employer, language: str) -> None:
    said = terms(firm, bring="手套", meals=True, starts=time(22), ends=time(6), overnight=True, area="421202104219", certificate="heights")
    written = [await do(draft, here.id, each, web(fang)) for each in (said, terms(title="瓦工入门课"))]
    sheet = await read(await write_xlsx(written, language), "day.xlsx", here)
    assert sheet.bad == []
    taken = [replace(each, code=None, lat=None, lon=None, phone="") for each in map(terms_of, written)]
    assert [replace(each, code=None, phone="") for _, each in sheet.rows] == taken


async def test_what_looks_like_a_formula_is_none_on_the_way_out(here: Station, fang: Person, firm: Employer) -> None:
    posted = await listing(here, fang, firm, title="=HYPERLINK(1)", note="@SUM(A1)", bring="-手套")
    [row] = csv.DictReader(StringIO((await write_csv([posted], "zh-CN")).decode("utf-8-sig")))
    assert (row["名称"], row["备注"], row["自带物品"]) == ("'=HYPERLINK(1)", "'@SUM(A1)", "'-手套")
    book = load_workbook(BytesIO(await write_xlsx([posted], "zh-CN")))
    assert all(cell.data_type != "f" for cells in book.active for cell in cells)


async def test_the_number_and_the_state_go_out_too(here: Station, fang: Person, firm: Employer) -> None:
    posted = await listing(here, fang, firm)
    [row] = csv.DictReader(StringIO((await write_csv([posted], "zh-CN")).decode("utf-8-sig")))
    assert (row["编号"], row["状态"], row["已报名"], row["工资"]) == (str(posted.ref), "招人中", "0", "250元/天")


async def test_a_file_that_cannot_be_used_is_refused(here: Station, firm: Employer) -> None:
    many = as_csv([HEADINGS, *([good(firm)] * 501)])
    for content, filename, why in (
        (b"", "x.csv", "文件是空的"),
        (b"x", "x.pdf", "只收 .csv 和 .xlsx 文件"),
        (as_csv([["日期", "职业"], ["明天", "瓦工"]]), "x.csv", "缺少必需的列：用人单位、时间、工资、人数、地点"),
        (many, "x.csv", "有501行，一次最多500行"),
        (b" " * 2_000_001, "x.csv", "文件超过 2 MB"),
    ):
        with pytest.raises(Unreadable) as unreadable:
            await read(content, filename, here)
        assert unreadable.value.reason.zh == why
