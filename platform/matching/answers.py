"""How people answer when they are asked: the odds of a yes, and how long a yes takes."""

from typing import NamedTuple


class Model(NamedTuple):
    """Log-odds of a yes, and a lognormal delay. `learning` finds the numbers in a city's own ledger."""

    intercept: float
    distance: float  # at the end of his own radius
    fit: float  # of his skills: 1 when he can do just this
    night: float
    fatigue: float  # for each message of late
    delay_minutes: float  # half of those who say yes have said it by then
    delay_sigma: float
    forecast_factor: float = 1.0  # what is told to residents is this many times what the other numbers say


# Assumed, until a city's own ledger says otherwise.
PRIOR = Model(intercept=-1.6, distance=-1.6, fit=1.2, night=-1.5, fatigue=-0.45, delay_minutes=12.0, delay_sigma=1.2)
