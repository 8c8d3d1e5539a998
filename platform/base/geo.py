"""Places on a sphere, in degrees and kilometres."""

from hashlib import sha256
from math import asin, cos, pi, radians, sin, sqrt

EARTH_KM = 6371.0
KM_PER_DEGREE = pi * EARTH_KM / 180


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance (haversine)."""
    half_lat, half_lon = radians(lat_b - lat_a) / 2, radians(lon_b - lon_a) / 2
    h = sin(half_lat) ** 2 + cos(radians(lat_a)) * cos(radians(lat_b)) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(sqrt(h))


def on_map(lat: float, lon: float) -> bool:
    """Also false for what is not a number."""
    return abs(lat) <= 90 and abs(lon) <= 180


def km_per_degree_east(lat: float) -> float:
    return KM_PER_DEGREE * cos(radians(lat))


def flat_km(lat: float, lon: float, per_degree_east: float, other_lat: float, other_lon: float) -> float:
    """As if the neighbourhood were flat: within 50 km, and below 60 degrees, the great circle to 0.3 %.

    SQL and arrays must find the very same number, so it is only what they all compute alike: no angles but the first place's.
    """
    y, x = (other_lat - lat) * KM_PER_DEGREE, (other_lon - lon) * per_degree_east
    return sqrt(y * y + x * x)


def scatter(lat: float, lon: float, key: str, radius_km: float) -> tuple[float, float]:
    """A point within `radius_km`, the same for the same key: positions that are synthetic, and stay put."""
    digest = sha256(key.encode()).digest()
    angle = int.from_bytes(digest[:8]) / 2**64 * 2 * pi
    reach = radius_km * sqrt(int.from_bytes(digest[8:16]) / 2**64)
    return (
        lat + reach * sin(angle) / KM_PER_DEGREE,
        lon + reach * cos(angle) / KM_PER_DEGREE / cos(radians(lat)),
    )
