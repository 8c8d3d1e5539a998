"""Whom to ask, and when to look again."""

from math import inf
from typing import Any

import numpy as np
import pytest

from matching.answers import PRIOR
from matching.dispatch import decide, expected, forecast, still_needed
from matching.situation import CAPS, POLICY, Asked, Pool, Wish

NOBODY = Asked(np.zeros(0), np.zeros(0))
NEW = Wish(left=1, waited=0, remaining=1440)


def pool(n: int, **columns: Any) -> Pool:
    """Rested people half way to the end of their radius, asked two weeks ago."""
    usual = {
        "distance": 0.5, "fit": 0.5, "leaning": 0.0, "fatigue": 0.0, "price": 0.0, "score": 700.0, "days_unasked": 14.0,
        "asked_today": 0.0, "asked_this_week": 0.0,
    }  # fmt: skip
    return Pool(**{name: np.broadcast_to(np.array(columns.get(name, value), float), n) for name, value in usual.items()})


def chance(distance: float, fit: float, fatigue: float = 0.0, night: bool = False) -> float:
    odds = PRIOR.intercept + PRIOR.distance * distance + PRIOR.fit * fit + PRIOR.fatigue * fatigue + PRIOR.night * night
    return float(1 / (1 + np.exp(-odds)))


def asked(*minutes: float, chance: float = 0.2) -> Asked:
    return Asked(np.full(len(minutes), chance), np.array(minutes, float))


def test_the_chance_is_that_of_the_model() -> None:
    assert decide(NEW, pool(1), NOBODY).chance.tolist() == pytest.approx([chance(0.5, 0.5)])
    night = decide(Wish(1, 0, 120, urgent=True, night=True), pool(1, fatigue=2.0), NOBODY)
    assert night.chance.tolist() == pytest.approx([chance(0.5, 0.5, 2.0, night=True)])


def test_enough_are_asked_and_no_more() -> None:
    found = decide(NEW, pool(100), NOBODY)
    one_less = 1 - (1 - chance(0.5, 0.5)) ** (len(found.ask) - 1)
    assert 1 < len(found.ask) <= CAPS.at_once
    assert one_less < POLICY.target_first
    assert found.expected == pytest.approx(1 - (1 - chance(0.5, 0.5)) ** len(found.ask), rel=0.01)


def test_who_is_likelier_to_say_yes_is_asked_first() -> None:
    found = decide(NEW, pool(4, distance=[0.9, 0.1, 0.5, 0.3]), NOBODY)
    assert found.ask.tolist()[:2] == [1, 3]


def test_equals_are_asked_in_the_order_they_came() -> None:
    assert decide(NEW, pool(9), NOBODY).ask.tolist()[:3] == [0, 1, 2]


def test_between_equals_the_score_decides() -> None:
    assert decide(NEW, pool(3, score=[500, 900, 700]), NOBODY).ask[0] == 1


def test_who_is_wanted_elsewhere_is_asked_later() -> None:
    assert decide(NEW, pool(3, price=[0.4, 0.0, 0.4]), NOBODY).ask[0] == 1


def test_who_had_many_messages_is_spared() -> None:
    found = decide(NEW, pool(3, fatigue=[1.0, 0.0, 0.5], leaning=2.0), NOBODY)
    assert found.ask.tolist()[:2] == [1, 2]
    assert found.cost[0] < found.cost[1]


def test_the_tired_are_asked_only_when_it_is_urgent() -> None:
    tired = pool(3, fatigue=CAPS.tired + 0.1, leaning=2.0)
    assert len(decide(NEW, tired, NOBODY).ask) == 0
    assert len(decide(Wish(1, 0, 120, urgent=True), tired, NOBODY).ask) == 3


def test_for_a_new_wish_somebody_is_asked_whatever_it_costs() -> None:
    dear = pool(5, price=9.0)
    assert len(decide(NEW, dear, NOBODY).ask) == 1
    assert len(decide(NEW, dear, asked(1.0)).ask) == 0


def test_a_wish_that_has_waited_pays_less_of_the_price() -> None:
    dear = pool(30, price=0.15)
    fresh, old = (decide(Wish(1, waited, 1440), dear, asked(60.0)) for waited in (0, POLICY.patience))
    assert len(fresh.ask) < len(old.ask)


def test_what_may_still_come_is_counted_less_the_longer_it_is_silent() -> None:
    fresh, stale = (decide(NEW, pool(100), asked(*[minutes] * 5)) for minutes in (1.0, 90.0))
    assert len(fresh.ask) < len(stale.ask)


def test_nobody_more_is_asked_while_enough_may_still_come() -> None:
    found = decide(NEW, pool(100), asked(*[1.0] * 20, chance=0.3))
    assert len(found.ask) == 0
    assert found.expected > POLICY.target_first


def test_urgent_wishes_ask_more_at_once() -> None:
    willing = pool(100, leaning=1.0)
    assert len(decide(Wish(1, 0, 120, urgent=True), willing, NOBODY).ask) > len(decide(NEW, willing, NOBODY).ask)


def test_more_places_ask_more_people() -> None:
    several = decide(Wish(3, 0, 1440), pool(100), NOBODY)
    assert len(several.ask) > 2 * len(decide(NEW, pool(100), NOBODY).ask)


def test_the_chance_that_all_places_are_taken_is_exact() -> None:
    p = chance(0.5, 0.5)
    found = decide(Wish(2, 0, 1e9), pool(4), NOBODY, caps=CAPS._replace(at_once=2), policy=POLICY._replace(message=0))
    assert len(found.ask) == 4
    assert found.expected == pytest.approx(1 - (1 - p) ** 4 - 4 * p * (1 - p) ** 3)


def test_whoever_is_asked_after_others_is_needed_as_far_as_they_are_not_enough() -> None:
    wish, people, silent = Wish(2, 0, 600), pool(5), asked(5, 20)
    needed = still_needed(wish, people, silent, range(5))
    assert needed == pytest.approx([1 - expected(wish, people, silent, range(many)) for many in range(5)])
    assert sorted(needed, reverse=True) == needed


def test_who_was_never_asked_is_asked_before_a_month_is_over() -> None:
    found = decide(NEW, pool(50, days_unasked=[inf] + [3.0] * 49, distance=[0.9] + [0.4] * 49), NOBODY)
    assert found.ask[0] == 0


@pytest.mark.parametrize("policy", [POLICY, POLICY._replace(target_first=1.0, target_last=1.0, message=-5.0)])
def test_no_policy_asks_beyond_the_caps(policy: Any) -> None:
    def count(wish: Wish, people: Pool, out: Asked = NOBODY) -> int:
        return len(decide(wish, people, out, policy=policy).ask)

    everybody = pool(300, days_unasked=inf)
    assert count(NEW, everybody) <= CAPS.at_once
    assert count(Wish(1, 0, 60, urgent=True), everybody, asked(*[600.0] * (CAPS.in_all - 2))) <= 2
    assert count(NEW, everybody, asked(*[600.0] * (CAPS.in_all + 5))) == 0
    assert count(NEW, pool(9, asked_today=CAPS.person_day)) == 0
    assert count(NEW, pool(9, asked_this_week=CAPS.person_week)) == 0


def test_the_next_look_comes_later_the_longer_a_wish_waits() -> None:
    looks = [decide(Wish(1, waited, 1440), pool(3), NOBODY).look_again for waited in (0, 240, 1200)]
    assert looks[0] == POLICY.look_soonest
    assert looks == sorted(looks)
    assert looks[-1] <= POLICY.look_latest


@pytest.mark.parametrize("wish", [Wish(0, 5, 100), Wish(1, 500, 0), Wish(1, 500, -3)])
def test_nobody_is_asked_for_a_wish_that_is_over(wish: Wish) -> None:
    assert len(decide(wish, pool(9), NOBODY).ask) == 0
    assert forecast(wish, pool(9), NOBODY) is None


def test_an_empty_pool_asks_nobody_and_foresees_nothing() -> None:
    found = decide(NEW, pool(0), NOBODY)
    assert (len(found.ask), found.expected) == (0, 0)
    assert forecast(NEW, pool(0), NOBODY) is None


def test_ten_thousand_places_are_answered() -> None:
    found = decide(Wish(10_000, 0, 1440), pool(200), NOBODY)
    assert len(found.ask) <= CAPS.in_all
    assert found.expected == pytest.approx(0)


def test_what_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="must be numbers"):
        decide(NEW, pool(2, distance=[0.5, np.nan]), NOBODY)
    with pytest.raises(ValueError, match="must be known"):
        decide(Wish(1, 0, np.nan), pool(2), NOBODY)
    with pytest.raises(ValueError, match="one length"):
        decide(NEW, pool(2)._replace(fit=np.ones(3)), NOBODY)
    with pytest.raises(ValueError, match="-1 places"):
        decide(Wish(-1, 0, 9), pool(2), NOBODY)


def test_the_forecast_is_sooner_where_more_can_be_asked() -> None:
    many, few = (forecast(NEW, pool(n), NOBODY) for n in (100, 12))
    assert many is not None
    assert few is not None
    assert many < few < NEW.remaining


def test_what_is_not_likely_is_not_foreseen() -> None:
    assert forecast(NEW, pool(2), NOBODY) is None


def test_in_the_quiet_hours_nobody_is_asked_so_the_forecast_is_for_the_morning() -> None:
    evening = Wish(1, 0, 2880, quiet_in=0, quiet_for=540)
    by_day, by_night = forecast(NEW, pool(100), NOBODY), forecast(evening, pool(100), NOBODY)
    assert by_day is not None
    assert by_night == pytest.approx(by_day + 540, abs=10)


def test_what_was_learned_of_forecasts_is_heeded() -> None:
    plain = forecast(NEW, pool(100), NOBODY)
    assert plain is not None
    assert forecast(NEW, pool(100), NOBODY, model=PRIOR._replace(forecast_factor=1.5)) == pytest.approx(1.5 * plain)


def test_forecasts_come_true_as_often_as_promised() -> None:
    """People who answer as the model says, asked by the very rule: of those told a time, four in five have a yes by then."""
    random, people = np.random.default_rng(5), pool(60)
    told = forecast(NEW, people, NOBODY)
    assert told is not None
    kept = np.mean([first_yes(random, people, told) <= told for _ in range(400)])
    assert kept == pytest.approx(0.8, abs=0.06)


def first_yes(random: np.random.Generator, people: Pool, until: float) -> float:
    time, sent, answers, free = 0.0, np.zeros(0), np.zeros(0), np.ones(len(people.fit), np.bool_)
    while time <= until and not np.any(answers <= time):
        here = np.flatnonzero(free)
        silent = Asked(np.full(len(sent), chance(0.5, 0.5)), time - sent)
        found = decide(NEW._replace(waited=time, remaining=1440 - time), Pool(*(column[here] for column in people)), silent)
        free[here[found.ask]] = False
        delay = PRIOR.delay_minutes * np.exp(PRIOR.delay_sigma * random.standard_normal(len(found.ask)))
        answers = np.append(answers, np.where(random.random(len(delay)) < found.chance, time + delay, inf))
        sent = np.append(sent, np.full(len(delay), time))
        time += found.look_again
    return float(answers.min(initial=inf))
