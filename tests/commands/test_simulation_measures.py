"""What a run is judged by, asked of the tables."""

from datetime import timedelta

from base.clock import at, now
from base.db import rows
from commands.simulation_days import Carrier
from commands.simulation_measures import measure
from commands.simulation_results import Measures
from messages.drain import drain
from tests.cast import Cast, bulb_raised, bulb_wished_for, says


async def measured() -> Measures:
    return await measure(now() - timedelta(hours=1), now() + timedelta(hours=1))


async def test_a_wish_that_a_volunteer_takes(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await drain(Carrier())
    with at(now() + timedelta(minutes=12)):
        await says(cast.chen, f"接{wish.ref}")
        await says(cast.zhou, f"接{wish.ref}")
    found = await measured()
    assert (found.wishes, found.places, found.by_volunteers, found.by_office, found.waiting) == (1, 1, 1, 0, 0)
    assert found.minutes_half is not None
    assert 12 <= found.minutes_half < 13
    assert (found.messages, found.messages_a_fill, found.late_a_fill) == (2, 2, 1)
    assert (found.never_asked, found.asks_half, found.asks_gini) == (0, 1, 0)


async def test_a_message_that_was_never_sent_troubles_nobody(cast: Cast) -> None:
    await bulb_wished_for(cast)
    found = await measured()
    assert (found.messages, found.messages_a_fill, found.never_asked, found.asks_gini) == (0, None, 1, None)


async def test_what_no_volunteer_takes_is_an_offices_or_waits(cast: Cast) -> None:
    first, second = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang, places=3)
    await says(cast.coordinator, f"接{first.ref}")
    await says(cast.chen, f"接{second.ref}")
    found = await measured()
    assert (found.places, found.by_volunteers, found.by_office, found.waiting) == (4, 0.25, 0.25, 0.5)


async def test_whoever_comes_in_time_keeps_the_word_that_was_given(cast: Cast) -> None:
    kept, _broken, _never_told = await bulb_raised(cast.zhang), await bulb_raised(cast.zhang), await bulb_raised(cast.liu)
    told = "UPDATE wish SET expected_by = created_at + interval '1 hour' WHERE resident = $1"
    await rows(told, cast.zhang.id)
    await says(cast.coordinator, f"接{kept.ref}")
    assert (await measured()).kept_word == 0.5


async def test_what_is_withdrawn_is_told_apart(cast: Cast) -> None:
    wish = await bulb_raised(cast.zhang)
    await says(cast.zhang, f"取消{wish.ref}")
    found = await measured()
    assert (found.by_volunteers, found.withdrawn) == (0, 1)
    assert found.minutes_half is None


async def test_who_wants_no_more_texts_is_counted(cast: Cast) -> None:
    await says(cast.chen, "退订")
    await says(cast.zhou, "请别再发了")
    assert (await measured()).muted == 2


async def test_days_that_do_not_count_are_left_out(cast: Cast) -> None:
    with at(now() - timedelta(days=2)):
        await bulb_raised(cast.zhang)
    found = await measured()
    assert (found.wishes, found.by_volunteers) == (0, None)
