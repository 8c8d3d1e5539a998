"""What a simulation compares, and what its runs must never see."""

import os

import pytest

from commands.simulation_policies import KNOWN, NOW, OURS, SETTINGS, WAYS, policies, surroundings
from commands.speech import Refusal


def test_the_ways_to_dispatch_are_compared_when_none_is_named() -> None:
    assert policies([]) == [*WAYS]


def test_only_what_can_be_set_is_compared() -> None:
    assert all(policy.settings.keys() <= SETTINGS for policy in KNOWN.values())


def test_a_policy_of_ones_own_is_a_name_and_settings() -> None:
    now, mine = policies(["now", "mine:ASK_AT_ONCE=5,ASK_PERSON_DAY=2"])
    assert now.settings == {}
    assert mine.settings == {"ASK_AT_ONCE": "5", "ASK_PERSON_DAY": "2"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["cheapest"], "there is no policy cheapest"),
        (["mine:ASK_AT_ONCE=many"], "policy mine: ASK_AT_ONCE: the value is wrong"),
        (["mine:COLOUR=blue"], "there is no setting COLOUR"),
        (["mine:ASK_AT_ONCE"], "there is no setting ASK_AT_ONCE"),
        (["mine:DATABASE_URL=postgresql://city/"], "there is no setting DATABASE_URL"),
        (["a very long name for it:ASK_AT_ONCE=5"], "at most 16 letters"),
        (["now", "now"], "the same name"),
    ],
)
def test_what_makes_no_policy_is_refused(written: list[str], said: str) -> None:
    before = dict(os.environ)
    with pytest.raises(Refusal, match=said):
        policies(written)
    assert dict(os.environ) == before


def test_a_run_never_learns_where_the_city_is() -> None:
    outside = {name: f"city's {name}" for name in OURS} | {f"{name}_FILE": "/secret" for name in OURS}
    seen = surroundings(NOW, outside | {"QUIET_HOURS": "false"})
    assert not {value for value in seen.values() if value.startswith(("city", "/secret"))}
    assert seen["QUIET_HOURS"] == "false"


def test_a_policy_comes_before_what_the_city_has_set() -> None:
    [mine] = policies(["mine:ASK_AT_ONCE=5"])
    seen = surroundings(mine, {"ASK_AT_ONCE": "7", "ASK_AT_ONCE_FILE": "/settings/ask"})
    assert (seen["ASK_AT_ONCE"], seen.get("ASK_AT_ONCE_FILE")) == ("5", None)
