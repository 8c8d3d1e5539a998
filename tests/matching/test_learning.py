"""How people answer, learned from the ledger."""

import numpy as np
import pytest

from matching.answers import PRIOR, Model
from matching.learning import Offers, forecast_factor, leanings, learn

PLANTED = Model(intercept=-0.9, distance=-2.1, fit=0.6, night=-0.8, fatigue=-0.25, delay_minutes=25.0, delay_sigma=0.9)


def offers(n: int, model: Model = PLANTED, seed: int = 1) -> Offers:
    random = np.random.default_rng(seed)
    distance, fit, night = random.random(n), random.choice([0.2, 0.25, 0.5, 1.0], n), (random.random(n) < 0.1).astype(float)
    fatigue, leaning = random.exponential(1.0, n), random.normal(0, 0.5, n)
    odds = model.intercept + model.distance * distance + model.fit * fit + model.night * night + model.fatigue * fatigue + leaning
    yes = random.random(n) < 1 / (1 + np.exp(-odds))
    minutes = np.where(yes, model.delay_minutes * np.exp(model.delay_sigma * random.standard_normal(n)), np.nan)
    return Offers(distance, fit, night, fatigue, leaning, yes, minutes)


def test_fifty_thousand_offers_bring_out_what_was_planted() -> None:
    learned = learn(offers(50_000))
    assert learned[:5] == pytest.approx(PLANTED[:5], abs=0.15)
    assert learned.delay_minutes == pytest.approx(25.0, rel=0.03)
    assert learned.delay_sigma == pytest.approx(0.9, abs=0.03)


def test_no_offers_leave_exactly_what_is_assumed() -> None:
    assert learn(offers(0)) == pytest.approx(PRIOR, rel=1e-12)


def test_few_offers_lead_only_part_of_the_way() -> None:
    learned = learn(offers(60))
    assert PRIOR.intercept < learned.intercept < PLANTED.intercept
    assert PRIOR.delay_minutes < learned.delay_minutes < PLANTED.delay_minutes


def test_a_yes_from_all_who_live_near_and_from_nobody_else_stays_a_number() -> None:
    rows = offers(2_000)
    near = rows.distance < 0.5
    learned = learn(rows._replace(yes=near, minutes=np.where(near, 10.0, np.nan)))
    assert -40 < learned.distance < -4
    assert all(np.isfinite(learned))


def test_everybody_says_no_and_still_the_odds_are_finite() -> None:
    rows = offers(5_000)
    nobody = np.zeros(5_000, np.bool_)
    learned = learn(rows._replace(yes=nobody, minutes=np.full(5_000, np.nan)))
    assert -12 < learned.intercept < PRIOR.intercept
    assert learned.delay_minutes == pytest.approx(PRIOR.delay_minutes)


@pytest.mark.parametrize("column", ["distance", "fit", "night", "fatigue", "leaning"])
def test_what_is_not_a_number_is_refused(column: str) -> None:
    rows = offers(10)
    getattr(rows, column)[3] = np.nan
    with pytest.raises(ValueError, match="must be numbers"):
        learn(rows)


def test_a_yes_without_its_time_is_refused() -> None:
    rows = offers(200)
    with pytest.raises(ValueError, match="a number of minutes"):
        learn(rows._replace(minutes=np.full(200, np.nan)))


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="all its columns"):
        learn(offers(10)._replace(fit=np.zeros(9)))


def test_a_person_leans_the_way_he_answers_the_more_often_the_further() -> None:
    person, expected = np.repeat([0, 1, 2], [2, 20, 20]), np.full(42, 0.3)
    willing = np.repeat([True, True, False], [2, 20, 20])
    often, seldom, never, unasked = leanings(person, expected, willing, 4)[[1, 0, 2, 3]]
    assert never < 0 == unasked < seldom < often


def test_who_answers_as_expected_leans_nowhere() -> None:
    assert leanings(np.zeros(10, np.int64), np.full(10, 0.2), np.arange(10) < 2, 1) == pytest.approx([0])


def test_forecasts_that_come_true_too_seldom_are_made_longer() -> None:
    random = np.random.default_rng(2)
    told = random.uniform(10, 60, 5_000)
    came = told * 1.5 * random.random(5_000) / 0.8
    assert forecast_factor(told, came, 0.8) == pytest.approx(1.5, rel=0.05)


def test_a_few_forecasts_change_little_and_none_change_nothing() -> None:
    told = np.full(5, 30.0)
    assert 1 < forecast_factor(told, told * 2, 0.8) < 1.1
    assert forecast_factor(told[:0], told[:0], 0.8) == 1


def test_where_nobody_ever_came_the_factor_stays_bounded() -> None:
    assert forecast_factor(np.full(1_000, 30.0), np.full(1_000, np.inf), 0.8) <= 4
