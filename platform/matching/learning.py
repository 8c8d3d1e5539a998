"""How people answer, learned from the ledger, and drawn towards what is assumed as long as the ledger is thin.

Only offers whose time is over are rows: asked so long ago that whoever is silent still (`SETTLED_MINUTES`) will not answer.
So nothing is censored but what comes later than anybody waits for. A yes that came too late is a yes.
"""

from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.answers import PRIOR, Model

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

SETTLED_MINUTES = 2 * 1440.0
COEFFICIENTS = ("intercept", "distance", "fit", "night", "fatigue")
PRIOR_VARIANCE = np.array([0.5, 0.5, 0.5, 0.5, 0.05])  # of each: how far from what is assumed a city is thought to be
LEANING_VARIANCE = 0.64  # of people's willingness, in log-odds
ASSUMED_YESES = 20  # the delays that are assumed weigh as much as so many of the ledger
ASSUMED_FORECASTS = 50
MOST_CHANGE = 4.0  # of what is told
SOONEST_MINUTES = 0.1
MOST_STEPS, SMALL_STEP = 50, 1e-9


class Offers(NamedTuple):
    """A row for each: what was known when he was asked, and whether he said yes, after how many minutes (nan for the others)."""

    distance: Floats
    fit: Floats
    night: Floats
    fatigue: Floats
    leaning: Floats
    yes: NDArray[np.bool_]
    minutes: Floats


def learn(offers: Offers, prior: Model = PRIOR) -> Model:
    _check(offers)
    odds = dict(zip(COEFFICIENTS, _acceptance(offers, prior).tolist(), strict=True))
    median, sigma = _delay(offers.minutes[offers.yes], prior)
    return prior._replace(**odds, delay_minutes=median, delay_sigma=sigma)


def leanings(person: Integers, expected: Floats, yes: NDArray[np.bool_], n_persons: int) -> Floats:
    """How much more or less willing each person is than others would be, in log-odds: one step of Newton's from 0, shrunken.

    `expected`: the chance of a yes without his own leaning.
    """
    surprise = np.bincount(person, yes - expected, n_persons).astype(np.float64)
    information = np.bincount(person, expected * (1 - expected), n_persons)
    leaning: Floats = surprise / (information + 1 / LEANING_VARIANCE)
    return leaning


def forecast_factor(foreseen: Floats, came: Floats, likely: float) -> float:
    """What forecasts must be multiplied with so that the promised share comes true. `came`: minutes, inf where nobody came.

    `foreseen` as they were without a factor: else each night would stretch the same promises once more.
    """
    known = len(foreseen) == len(came) and bool(np.all(foreseen > 0)) and not np.isnan(came).any()
    _require(known, "a forecast and what came of it are minutes")
    if len(foreseen) == 0:
        return 1.0
    needed = float(np.quantile(np.minimum(came / foreseen, MOST_CHANGE), likely, method="higher"))
    return float(max(needed, 1 / MOST_CHANGE) ** (len(foreseen) / (len(foreseen) + ASSUMED_FORECASTS)))


def _acceptance(offers: Offers, prior: Model) -> Floats:
    """Logistic regression by Newton's method. The prior makes its loss strictly convex, so that there is one answer to any rows."""
    features = _features(offers)
    assumed = np.array([getattr(prior, name) for name in COEFFICIENTS])
    found = assumed.copy()
    for _ in range(MOST_STEPS):
        chance = _chance(offers, features, found)
        slope = features.T @ (offers.yes - chance) - (found - assumed) / PRIOR_VARIANCE
        curvature = (features * (chance * (1 - chance))[:, None]).T @ features + np.diag(1 / PRIOR_VARIANCE)
        step = np.linalg.solve(curvature, slope)
        found = found + step * min(1.0, 1 / np.abs(step).max(initial=1e-300))
        if np.abs(step).max() < SMALL_STEP:
            break
    return found


def chances(offers: Offers, model: Model) -> Floats:
    return _chance(offers, _features(offers), np.array([getattr(model, name) for name in COEFFICIENTS]))


def _features(offers: Offers) -> Floats:
    return np.column_stack([np.ones(len(offers.yes)), offers.distance, offers.fit, offers.night, offers.fatigue])


def _chance(offers: Offers, features: Floats, coefficients: Floats) -> Floats:
    return 1 / (1 + np.exp(-(features @ coefficients + offers.leaning)))


def _delay(minutes: Floats, prior: Model) -> tuple[float, float]:
    """Median and sigma of a lognormal."""
    logs, assumed = np.log(np.maximum(minutes, SOONEST_MINUTES)), log(prior.delay_minutes)
    n = ASSUMED_YESES + len(logs)
    middle = (ASSUMED_YESES * assumed + logs.sum()) / n
    spread = ASSUMED_YESES * (prior.delay_sigma**2 + (assumed - middle) ** 2) + np.sum((logs - middle) ** 2)
    return float(np.exp(middle)), float(np.sqrt(spread / n))


def _check(offers: Offers) -> None:
    _require(len({len(column) for column in offers}) == 1, "each offer needs all its columns")
    known = np.column_stack([offers.distance, offers.fit, offers.night, offers.fatigue, offers.leaning])
    _require(bool(np.isfinite(known).all()), "what was known of an offer must be numbers")
    _require(bool(np.isfinite(offers.minutes[offers.yes]).all()), "a yes came after a number of minutes")


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)
