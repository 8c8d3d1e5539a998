"""When a volunteer can come: one bit for each three-hour block of the week, Monday 00–03 first."""

from datetime import date

BLOCK_HOURS = 3
BLOCKS_A_DAY = 8
BLOCKS = 7 * BLOCKS_A_DAY
ANY = (1 << BLOCKS) - 1
WHOLE_DAY = (1 << BLOCKS_A_DAY) - 1

PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24)}

_ZH_DAYS = "一二三四五六日"
_EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_blocks(start: int, end: int) -> int:
    """The blocks of one day that the hours from `start` to `end` touch."""
    first, last = start // BLOCK_HOURS, -(-end // BLOCK_HOURS)
    return (1 << last) - (1 << first)


def on_days(weekdays: set[int], blocks: int) -> int:
    """The same blocks of a day on each of the weekdays (Monday is 0)."""
    return sum(blocks << weekday * BLOCKS_A_DAY for weekday in weekdays)


def window(day: date | None, part: str | None) -> int:
    """When a wish wants somebody; 0 means that it does not say."""
    if day is None and part is None:
        return 0
    weekdays = {day.weekday()} if day else set(range(7))
    return on_days(weekdays, day_blocks(*PARTS[part]) if part else WHOLE_DAY)


def describe(mask: int, language: str) -> str:
    """周一至周五 18–21点;周末…: days with the same hours together, as parse_hours reads it back."""
    english = language == "en"
    if mask == ANY:
        return "any time" if english else "任何时候"
    days = [mask >> weekday * BLOCKS_A_DAY & WHOLE_DAY for weekday in range(7)]
    groups = [(blocks, [weekday for weekday in range(7) if days[weekday] == blocks]) for blocks in dict.fromkeys(days) if blocks]
    said = [f"{_days(weekdays, english)} {_hours(blocks, english)}" for blocks, weekdays in groups]
    return ("; " if english else ";").join(said)


def _days(weekdays: list[int], english: bool) -> str:
    if len(weekdays) == 7:
        return "every day" if english else "每天"
    if weekdays == [5, 6]:
        return "weekends" if english else "周末"
    runs = [list(run) for run in _runs(weekdays)]
    if english:
        return ", ".join("–".join(_EN_DAYS[weekday] for weekday in dict.fromkeys((run[0], run[-1]))) for run in runs)
    return "、".join("至".join(f"周{_ZH_DAYS[weekday]}" for weekday in dict.fromkeys((run[0], run[-1]))) for run in runs)


def _hours(blocks: int, english: bool) -> str:
    if blocks == WHOLE_DAY:
        return "all day" if english else "全天"
    runs = _runs([block for block in range(BLOCKS_A_DAY) if blocks >> block & 1])
    said = [f"{run[0] * BLOCK_HOURS}–{(run[-1] + 1) * BLOCK_HOURS}" for run in runs]
    return ", ".join(said) if english else "、".join(f"{hours}点" for hours in said)


def _runs(numbers: list[int]) -> list[list[int]]:
    """[0, 1, 2, 5] as [[0, 1, 2], [5]]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
