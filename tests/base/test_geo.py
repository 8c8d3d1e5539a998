"""Places on a sphere."""

from math import cos, inf, isnan, nan, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from base.geo import EARTH_KM, KM_PER_DEGREE, distance_km, flat_km, km_per_degree_east, on_map, scatter

LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)
XIANNING = (29.84, 114.32)


def test_a_degree_of_latitude() -> None:
    assert distance_km(29, 114, 30, 114) == pytest.approx(KM_PER_DEGREE)


def test_from_xianning_to_wuhan() -> None:
    assert distance_km(*XIANNING, 30.59, 114.30) == pytest.approx(83.4, abs=0.5)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_it_is_the_same_both_ways_and_never_more_than_half_the_earth(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> None:
    there, back = distance_km(lat_a, lon_a, lat_b, lon_b), distance_km(lat_b, lon_b, lat_a, lon_a)
    assert there == pytest.approx(back)
    assert 0 <= there <= EARTH_KM * 3.1416


@given(LATITUDES, LONGITUDES)
def test_here_is_no_distance_and_the_antipodes_are_half_the_earth_away(lat: float, lon: float) -> None:
    assert distance_km(lat, lon, lat, lon) == 0
    assert distance_km(lat, lon, -lat, lon + 180) == pytest.approx(EARTH_KM * 3.14159265, rel=1e-4)


def test_rounding_at_the_antipodes_does_no_harm() -> None:
    assert distance_km(78.6, -28.0, -78.6, 152.0) == pytest.approx(EARTH_KM * 3.14159265)


def test_what_is_nowhere_is_at_no_distance() -> None:
    assert isnan(distance_km(nan, 114, 30, 114))


@given(st.floats(-60, 60), LONGITUDES, st.floats(0.01, 50), st.floats(0, 2 * pi))
def test_a_neighbourhood_may_be_taken_as_flat(lat: float, lon: float, km: float, angle: float) -> None:
    east = km_per_degree_east(lat)
    there = lat + km * sin(angle) / KM_PER_DEGREE, lon + km * cos(angle) / east
    assert flat_km(lat, lon, east, *there) == pytest.approx(distance_km(lat, lon, *there), rel=0.003)


@pytest.mark.parametrize("place", [(nan, 114), (30, nan), (inf, 114), (30, -inf), (90.1, 114), (30, 180.1)])
def test_what_is_nowhere_is_not_on_the_map(place: tuple[float, float]) -> None:
    assert not on_map(*place)
    assert on_map(-90, 180)


@given(st.text(), st.floats(0, 50))
def test_scattered_points_stay_within_their_radius_and_do_not_move(key: str, radius_km: float) -> None:
    point = scatter(*XIANNING, key, radius_km)
    assert point == scatter(*XIANNING, key, radius_km)
    assert distance_km(*XIANNING, *point) <= radius_km * 1.01


def test_different_keys_lie_apart() -> None:
    assert len({scatter(*XIANNING, str(key), 5) for key in range(100)}) == 100
