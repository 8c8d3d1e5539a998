"""The points in words."""

from typing import Any

import pytest

from base.words import Words
from matching.gig_reasons import reasons
from matching.gigs import judge
from tests.matching.gig_scene import BRICKLAYER, gigs, km_north, seekers

MASON = Words("瓦工", "bricklayer")


@pytest.mark.parametrize(
    ("seeker", "zh", "en"),
    [
        ({"waiting_days": 4}, "3公里 · 您找的瓦工 · 等了4天", "3 km · bricklayer, as you asked · waited 4 days"),
        ({"waiting_days": 1}, "3公里 · 您找的瓦工 · 等了1天", "3 km · bricklayer, as you asked · waited 1 day"),
        ({"waiting_days": 30}, "3公里 · 您找的瓦工 · 等了7天以上", "3 km · bricklayer, as you asked · waited 7 days or more"),
        ({"occupations": 0, "skills": 1 << BRICKLAYER}, "3公里 · 您会的瓦工", "3 km · bricklayer, which you know"),
        ({"occupations": 0, "lat": km_north(-0.55)}, "3.6公里", "3.6 km"),
    ],
)
def test_reasons_are_said_in_both_languages(seeker: dict[str, Any], zh: str, en: str) -> None:
    said = reasons(judge(seekers(seeker), gigs({"lat": km_north(3), "trade": False})).at(0), MASON)
    assert " · ".join(words.zh for words in said) == zh
    assert " · ".join(words.en for words in said) == en
