import pytest

from messages.segments import Size, size


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Size("GSM-7", 0, 1)),
        ("a" * 160, Size("GSM-7", 160, 1)),
        ("a" * 161, Size("GSM-7", 161, 2)),
        ("a" * 306, Size("GSM-7", 306, 2)),
        ("a" * 307, Size("GSM-7", 307, 3)),
        ("€" * 80, Size("GSM-7", 160, 1)),
        ("灯" * 70, Size("UCS-2", 70, 1)),
        ("灯" * 71, Size("UCS-2", 71, 2)),
        ("灯" * 134, Size("UCS-2", 134, 2)),
        ("灯" * 135, Size("UCS-2", 135, 3)),
        ("a" * 70 + "灯", Size("UCS-2", 71, 2)),
        ("😀" * 35, Size("UCS-2", 70, 1)),
        ("`", Size("UCS-2", 1, 1)),
    ],
)
def test_counts_units_and_segments(text: str, expected: Size) -> None:
    assert size(text) == expected


def test_a_pair_is_never_cut_in_two() -> None:
    assert size("灯" * 66 + "😀" + "灯" * 66).segments == 3
    assert size("a" * 152 + "€" + "a" * 152).segments == 3
