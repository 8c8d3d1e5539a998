from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from base.errors import Unreadable
from commands.roster_file import read

HEADINGS = ["phone", "name", "area_code", "roles"]


def _csv(folder: Path, content: str | bytes, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _xlsx(folder: Path, *lines: Sequence[object]) -> Path:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(folder / "people.xlsx")
    return folder / "people.xlsx"


def _refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert refused.value.reason.en.isascii()
    return refused.value.reason.zh


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = _csv(tmp_path, "roles,name,phone,area_code\n居民,张三,13800138000,421202\n")
    assert read(path).rows == [(2, {"roles": "居民", "name": "张三", "phone": "13800138000", "area_code": "421202"})]


def test_rows_have_the_numbers_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    path = _csv(tmp_path, '\nphone,name,area_code,roles\n1,"two\nlines",3,4\n\n5,6,7,8\n')
    assert [number for number, _ in read(path).rows] == [3, 5]


def test_rows_of_a_workbook_have_its_numbers_too(tmp_path: Path) -> None:
    path = _xlsx(tmp_path, [], HEADINGS, [13800138000, "张三", "421202", "居民"], [], [13800138001, "李四", "421202", "居民"])
    rows = read(path).rows
    assert [number for number, _ in rows] == [3, 5]
    assert rows[0][1]["phone"] == 13800138000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_read_in_the_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    path = _csv(tmp_path, "phone,name,area_code,roles\n1,张三,3,居民\n".encode(encoding))
    assert read(path).rows[0][1]["name"] == "张三"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_with_the_usual_delimiters(tmp_path: Path, delimiter: str) -> None:
    assert read(_csv(tmp_path, delimiter.join(HEADINGS) + "\r\n" + delimiter.join("1234"))).rows[0][1]["roles"] == "4"


def test_headings_may_be_chinese(tmp_path: Path) -> None:
    assert read(_csv(tmp_path, "手机号,姓名,区域代码,角色,技能\n1,2,3,4,5")).rows[0][1]["skills"] == "5"


def test_extra_columns_are_left_out_and_named(tmp_path: Path) -> None:
    file = read(_csv(tmp_path, "phone,name,area_code,roles,备注\n1,2,3,4,5"))
    assert "备注" not in file.rows[0][1]
    assert file.notes[0].zh == "没有用到的列：备注"


def test_absent_columns_are_named(tmp_path: Path) -> None:
    notes = read(_csv(tmp_path, "phone,name,area_code,roles\n1,2,3,4")).notes
    assert "radius_km" in notes[0].en
    assert "服务半径" in notes[0].zh


def test_short_and_long_rows_do_no_harm(tmp_path: Path) -> None:
    rows = read(_csv(tmp_path, "phone,name,area_code,roles\n1,2\n1,2,3,4,5,6")).rows
    assert rows[0][1] == {"phone": "1", "name": "2"}
    assert len(rows[1][1]) == 4


def test_missing_columns_are_named(tmp_path: Path) -> None:
    assert _refusal(_csv(tmp_path, "phone,skills\n1,2")) == "缺少必需的列：姓名、区域代码、角色"


def test_a_column_that_is_there_twice_is_named(tmp_path: Path) -> None:
    assert "电话" in _refusal(_csv(tmp_path, "phone,电话,name,area_code,roles\n1,2,3,4,5"))


@pytest.mark.parametrize("content", ["", "\n\n", ",,,\n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    assert _refusal(_csv(tmp_path, content)) == "文件是空的"


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line(tmp_path: Path) -> None:
    assert "引号" in _refusal(_csv(tmp_path, 'phone,name,area_code,roles\n1,"2,3,4\n5,6,7,8\n'))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "打不开" in _refusal(tmp_path / "nothing.csv")
    assert "打不开" in _refusal(tmp_path / "nothing.xlsx")


def test_other_kinds_of_file_are_refused(tmp_path: Path) -> None:
    assert "只收" in _refusal(_csv(tmp_path, "x", "people.pdf"))


def test_a_workbook_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "读不出来" in _refusal(_csv(tmp_path, "phone,name", "people.xlsx"))


def test_bytes_of_no_encoding_are_refused(tmp_path: Path) -> None:
    assert "编码" in _refusal(_csv(tmp_path, b"\xff\xff\xff\x00phone"))


def test_a_stray_cell_at_the_far_end_is_refused_before_it_takes_all_memory(tmp_path: Path) -> None:
    path = _xlsx(tmp_path, HEADINGS, ["x"] * 16_384)
    book = load_workbook(path)
    book.active["XFD1048576"] = "x"
    book.save(path)
    assert _refusal(path) == "表格太大：用到了第1048576行、第16384列，请删去多余的行和列"


def test_a_stray_cell_far_below_is_no_harm(tmp_path: Path) -> None:
    path = _xlsx(tmp_path, HEADINGS, [1, 2, 3, 4])
    book = load_workbook(path)
    book.active["A9000"] = "x"
    book.save(path)
    assert [number for number, _ in read(path).rows] == [2, 9000]
