"""The points in words, for the worker and for the station."""

from base.words import Words
from matching.gigs import LEARNED, NAMED, WAITED, WAITED_CAP, Fit


def reasons(fit: Fit, occupation: Words) -> list[Words]:
    """Of one pair: 3公里 · 您找的瓦工 · 等了4天 / 3 km · bricklayer, as you asked · waited 4 days."""
    said = [distance_words(float(fit.distance_km)), _occupation(int(fit.terms["occupation"]), occupation)]
    return [words for words in [*said, _waiting(int(fit.terms["waiting"]) // WAITED)] if words]


def distance_words(km: float) -> Words:
    figure = f"{km:.1f}".removesuffix(".0")
    return Words(f"{figure}公里", f"{figure} km")


def _occupation(points: int, occupation: Words) -> Words | None:
    if points == NAMED:
        return Words(f"您找的{occupation.zh}", f"{occupation.en}, as you asked")
    if points == LEARNED:
        return Words(f"您会的{occupation.zh}", f"{occupation.en}, which you know")
    return None


def _waiting(days: int) -> Words | None:
    if not days:
        return None
    if days >= WAITED_CAP:
        return Words(f"等了{days}天以上", f"waited {days} days or more")
    return Words(f"等了{days}天", "waited 1 day" if days == 1 else f"waited {days} days")
