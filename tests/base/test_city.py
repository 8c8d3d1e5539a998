"""What an installation knows of itself."""

from typing import Any

import pytest

from base.city import facts, is_demo, remember


@pytest.mark.parametrize("value", [True, None, 27, 1.5, "咸安", 'it\'s "so"', [], {"站": ["一", {"号": 2}]}, "null"])
async def test_a_fact_is_what_was_remembered(house: None, value: Any) -> None:
    await remember("fact", value)
    assert await facts() == {"fact": value}


async def test_the_newest_word_holds(house: None) -> None:
    for url in ("http://127.0.0.1:8001", None, "http://127.0.0.1:9001"):
        await remember("sandbox_url", url)
    await remember("stations", 8)
    assert await facts() == {"sandbox_url": "http://127.0.0.1:9001", "stations": 8}


@pytest.mark.parametrize("value", [False, None, 1, "true", [True]])
async def test_only_a_plain_yes_makes_a_demo(house: None, value: Any) -> None:
    assert not await is_demo()
    await remember("demo", value)
    assert not await is_demo()
    await remember("demo", True)
    assert await is_demo()
