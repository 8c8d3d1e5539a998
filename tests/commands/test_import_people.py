"""The program itself, run on files."""

import asyncio
import os
import sys
from pathlib import Path

from openpyxl import Workbook

from base.db import rows

GOOD = "phone,name,area_code,roles,skills\n13800138000,张三,421202104219,志愿者,电工\n13800138001,李四,421202104219,居民,\n"
BAD = GOOD + "12,王五,999,居民,\n13800138000,重复,421202104219,居民,\n"


async def _import(path: Path, *words: str) -> tuple[int, str, str]:
    command = [sys.executable, "-P", "-m", "commands.main", "import", "people", str(path), "--data", str(path.parent / "data"), *words]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await asyncio.wait_for(program.communicate(), 60)
    return program.returncode or 0, out.decode(), err.decode()


def _csv(folder: Path, content: str) -> Path:
    path = folder / "people.csv"
    path.write_text(content)
    return path


async def test_a_good_file_ends_with_0_and_a_second_time_changes_nothing(house: None, tmp_path: Path) -> None:
    file = _csv(tmp_path, GOOD)
    assert (await _import(file))[:2] == (0, "新增 2 人，更新 0 人，未变 0 人，有误 0 行。\n")
    assert (await _import(file, "--lang", "en"))[:2] == (0, "0 new, 0 changed, 2 same, 0 bad.\n")


async def test_bad_rows_are_told_with_number_and_reason_and_good_ones_are_kept(house: None, tmp_path: Path) -> None:
    code, out, _ = await _import(_csv(tmp_path, BAD))
    assert code == 1
    assert out.splitlines() == [
        "第4行：电话：“12”不是电话号码；区域代码：没有代码为“999”的区域",
        "第5行：电话与第2行相同",
        "新增 2 人，更新 0 人，未变 0 人，有误 2 行。",
    ]
    assert [found["name"] for found in await rows("SELECT name FROM person ORDER BY phone")] == ["张三", "李四"]


async def test_the_report_can_be_in_english(house: None, tmp_path: Path) -> None:
    code, out, _ = await _import(_csv(tmp_path, BAD), "--lang", "en")
    assert code == 1
    assert out.splitlines()[1] == "Row 5: phone: the same as in row 2"
    assert out.isascii()


async def test_a_file_that_cannot_be_used_ends_with_2(house: None, tmp_path: Path) -> None:
    assert await _import(_csv(tmp_path, "a,b\n1,2\n")) == (2, "", "people.csv：缺少必需的列：电话、姓名、区域代码、角色\n")


async def test_a_workbook_is_taken_with_its_numbers(house: None, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["phone", "name", "area_code", "roles", "lat", "lon", "weekly_limit"])
    book.active.append([13800138000, "张三", 421202104219, "志愿者", 29.9, 114.3, 2.0])
    book.save(tmp_path / "people.xlsx")
    assert (await _import(tmp_path / "people.xlsx"))[0] == 0
    assert (await rows("SELECT phone, area FROM person")) == [{"phone": "+8613800138000", "area": "421202104219"}]


async def test_more_rows_than_one_transaction_takes_come_in(house: None, tmp_path: Path) -> None:
    lines = [f"1390013{number:04d},村民{number},421202104219,居民," for number in range(2500)]
    file = _csv(tmp_path, "phone,name,area_code,roles,skills\n" + "\n".join(lines))
    assert (await _import(file))[:2] == (0, "新增 2500 人，更新 0 人，未变 0 人，有误 0 行。\n")
    assert (await rows("SELECT count(*) AS n FROM event WHERE subject = 'person'"))[0]["n"] == 2500
