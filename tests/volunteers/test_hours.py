from datetime import date

from volunteers.hours import ANY, BLOCKS, day_blocks, describe, on_days, window

MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 29)


def test_the_week_has_56_blocks_of_three_hours_from_monday_midnight() -> None:
    assert BLOCKS == 56
    assert on_days({0}, day_blocks(0, 3)) == 1
    assert on_days({6}, day_blocks(21, 24)) == 1 << 55


def test_hours_count_for_every_block_that_they_touch() -> None:
    assert day_blocks(17, 19) == day_blocks(15, 21)
    assert day_blocks(23, 24) == 1 << 7


def test_a_part_of_a_day_is_two_blocks() -> None:
    assert window(MONDAY, "morning") == day_blocks(6, 12)
    assert window(MONDAY, "afternoon") == day_blocks(12, 18)
    assert window(SUNDAY, "evening") == day_blocks(18, 24) << 48


def test_a_day_without_a_part_is_the_whole_day() -> None:
    assert window(MONDAY, None) == 0xFF


def test_a_part_without_a_day_is_that_part_of_every_day() -> None:
    assert window(None, "evening").bit_count() == 14


def test_neither_day_nor_part_is_no_wish_as_to_time() -> None:
    assert window(None, None) == 0


def test_days_with_the_same_hours_are_said_together() -> None:
    mask = on_days({0, 1, 2, 3, 4}, day_blocks(18, 21)) | on_days({5, 6}, day_blocks(9, 18))
    assert describe(mask, "zh-CN") == "周一至周五 18–21点;周末 9–18点"
    assert describe(mask, "en") == "Mon–Fri 18–21; weekends 9–18"


def test_all_hours_are_said_in_two_words() -> None:
    assert describe(ANY, "zh-CN") == "任何时候"
    assert describe(ANY, "en") == "any time"


def test_a_day_that_is_free_from_end_to_end_has_no_hours() -> None:
    assert describe(on_days({1}, 0xFF), "en") == "Tue all day"
    assert describe(on_days({1, 3}, day_blocks(0, 3) | day_blocks(21, 24)), "zh-CN") == "周二、周四 0–3点、21–24点"
