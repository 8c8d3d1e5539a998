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


def scatter(lat: float, lon: float, key: str, radius_km: float) -> tuple[float, float]:
    """A point within `radius_km`, the same for the same key: positions that are synthetic, and stay put."""
    digest = sha256(key.encode()).digest()
    angle = int.from_bytes(digest[:8]) / 2**64 * 2 * pi
    reach = radius_km * sqrt(int.from_bytes(digest[8:16]) / 2**64)
    return (
        lat + reach * sin(angle) / KM_PER_DEGREE,
        lon + reach * cos(angle) / KM_PER_DEGREE / cos(radians(lat)),
    )
