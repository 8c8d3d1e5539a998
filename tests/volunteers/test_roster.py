from datetime import date
from typing import Any

import pytest

from volunteers.hours import ANY
from volunteers.roster import COLUMNS, BadRow, check, column_of

AREAS = {"421202104219", "421202"}
GOOD: dict[str, Any] = {
    "phone": "13800138000", "name": "张三", "language": "zh-CN", "area_code": "421202104219", "roles": "志愿者", "skills": "电工",
    "lat": "29.9", "lon": "114.3", "hours": "周末", "radius_km": "3", "weekly_limit": "2",
}  # fmt: skip


def _reasons(**cells: Any) -> list[str]:
    with pytest.raises(BadRow) as bad:
        check(GOOD | cells, AREAS)
    assert all(reason.en for reason in bad.value.reasons)
    return [reason.zh for reason in bad.value.reasons]


def test_a_good_row_is_an_entry() -> None:
    entry = check(GOOD, AREAS)
    assert (entry.phone, entry.name, entry.area) == ("+8613800138000", "张三", "421202104219")
    assert entry.roles == {"volunteer"}
    assert (entry.skills, entry.radius_km, entry.weekly_limit) == (("electrician",), 3, 2)


def test_empty_cells_say_nothing() -> None:
    entry = check({"phone": "13800138000", "name": "张三", "area_code": "421202", "roles": "居民"}, AREAS)
    assert (entry.language, entry.skills, entry.hours, entry.lat, entry.radius_km, entry.weekly_limit) == (None,) * 6


def test_a_volunteer_without_skills_is_taken_for_other_wishes() -> None:
    assert check(GOOD | {"skills": ""}, AREAS).skills is None


@pytest.mark.parametrize(
    "written",
    ["+8613800138000", "138 0013 8000", "138-0013-8000", "8613800138000", "008613800138000", "138 0013 8000 ", 13800138000.0,
     13800138000, "1.3800138000E+10"],
)  # fmt: skip
def test_a_phone_is_read_however_it_is_written(written: object) -> None:
    assert check(GOOD | {"phone": written}, AREAS).phone == "+8613800138000"


@pytest.mark.parametrize("written", ["", "12", "abc", "1-800-FLOWERS", "138001380001380013800", "=1+1", None, True])
def test_what_is_no_phone_is_refused(written: object) -> None:
    assert _reasons(phone=written)[0].startswith("电话：")


def test_a_phone_whose_digits_the_spreadsheet_threw_away_is_refused_and_explained() -> None:
    assert _reasons(phone="1.38E+10") == ["电话：“1.38E+10”丢了尾数，请把这一列设为“文本”再填"]


def test_a_cell_that_the_spreadsheet_made_a_date_is_refused_and_explained() -> None:
    assert "日期" in _reasons(hours=date(2026, 9, 12))[0]


@pytest.mark.parametrize("written", ["", "x" * 200, "=HYPERLINK(1)", "+cmd", "@SUM", "-1", "张\x00三", "张\u202e三"])
def test_a_name_is_short_and_harmless(written: str) -> None:
    assert _reasons(name=written)[0].startswith("姓名：")


@pytest.mark.parametrize(
    ("written", "roles"),
    [
        ("居民", {"resident"}),
        ("志愿者;居民", {"volunteer", "resident"}),
        ("Volunteer, worker", {"volunteer", "worker"}),
        ("管家", {"steward"}),
        ("网格员/协调员", {"steward", "coordinator"}),
        ("驿站员工", {"staff"}),
    ],
)
def test_roles_are_codes_or_chinese_words(written: str, roles: set[str]) -> None:
    assert check(GOOD | {"roles": written}, AREAS).roles == roles


@pytest.mark.parametrize("written", ["", ";", "superman", "居民;超人"])
def test_roles_we_do_not_know_are_refused(written: str) -> None:
    assert _reasons(roles=written)[0].startswith("角色：")


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("lat", "91"), ("lat", "NaN"), ("lat", "inf"), ("lat", "北"), ("lon", "-181"), ("lon", "1_1"), ("lat", "29,9"),
        ("radius_km", "0"), ("radius_km", "-1"), ("radius_km", "50.1"), ("radius_km", "远"), ("radius_km", float("nan")),
        ("weekly_limit", "0"), ("weekly_limit", "51"), ("weekly_limit", "2.5"), ("weekly_limit", "3次"),
        ("area_code", "999"), ("area_code", "万秀村"), ("language", "fr"), ("skills", "飞行员"), ("skills", "=1"), ("hours", "明天"),
    ],
)  # fmt: skip
def test_a_value_out_of_bounds_is_refused_at_its_column(column: str, written: object) -> None:
    reasons = _reasons(**{column: written})
    assert len(reasons) == 1
    assert reasons[0].startswith(COLUMNS[column][0])


def test_numbers_may_be_numbers_or_full_width() -> None:
    entry = check(GOOD | {"lat": 29.9, "lon": "114.3", "radius_km": 2.5, "weekly_limit": 3.0, "area_code": 421202104219.0}, AREAS)
    assert (entry.lat, entry.lon, entry.radius_km, entry.weekly_limit) == (29.9, 114.3, 2.5, 3)


def test_half_a_position_is_none() -> None:
    assert _reasons(lat="") == ["纬度和经度要么都填，要么都不填"]


def test_offices_need_an_area() -> None:
    assert _reasons(roles="管家", area_code="") == ["管家和协调员要填区域代码"]
    assert _reasons(roles="coordinator", area_code=None) == ["管家和协调员要填区域代码"]


def test_a_volunteer_must_be_somewhere() -> None:
    assert _reasons(area_code="", lat="", lon="") == ["志愿者要填区域代码或经纬度"]
    assert check(GOOD | {"area_code": ""}, AREAS).area is None


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    assert len(_reasons(phone="12", name="", lat="99", hours="?")) == 4


def test_hours_may_be_a_mask() -> None:
    assert check(GOOD | {"hours": ANY}, AREAS).hours == ANY


def test_columns_have_chinese_names_too() -> None:
    assert [column_of(heading) for heading in (" Phone ", "手机号", "技能", "备注")] == ["phone", "phone", "skills", None]
