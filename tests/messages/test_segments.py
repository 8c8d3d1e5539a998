import pytest

from messages.segments import segments


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("灯" * 70, 1),
        ("灯" * 71, 2),
        ("灯" * 134, 2),
        ("灯" * 135, 3),
        ("a" * 70 + "灯", 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("`" * 71, 2),
    ],
)
def test_counts_what_the_gateway_will_charge(text: str, count: int) -> None:
    assert segments(text) == count


@pytest.mark.parametrize("text", ["灯" * 66 + "😀" + "灯" * 66, "a" * 152 + "€" + "a" * 152])
def test_a_pair_is_never_cut_in_two(text: str) -> None:
    assert segments(text) == 3
