from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commands.demo_stories import FIRST_HOUR, LAST_HOUR, RECENT, Story, Teller
from commands.demo_texts import WISHES
from wishes import kinds

END = datetime(2026, 11, 23, 3, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return Teller(1, END).stories()


def test_the_same_seed_tells_the_same(stories: list[Story]) -> None:
    assert Teller(1, END).stories() == stories


def test_240_stories_of_more_than_60_texts_are_told(stories: list[Story]) -> None:
    assert len(stories) == 240
    assert len({story.text for story in stories}) > 60


def test_every_kind_of_wish_has_texts_that_differ() -> None:
    """Unpaid wages are no wish: they come from work that was done."""
    assert WISHES.keys() == kinds.KINDS.keys() - {"wages"}
    texts = [text for of_kind in WISHES.values() for text in of_kind]
    assert len(set(texts)) == len(texts) > 60


def test_every_story_begins_with_the_wish_and_ends_before_the_end(stories: list[Story]) -> None:
    for story in stories:
        moments = [step.moment for step in story.steps]
        assert story.steps[0].verb == "raise"
        assert moments == sorted(moments)
        assert moments[-1] <= END


def test_things_of_the_past_happened_by_day_even_when_the_demo_starts_at_night(stories: list[Story]) -> None:
    for story in stories:
        for step in story.steps:
            assert END - step.moment < RECENT or FIRST_HOUR <= step.moment.hour < LAST_HOUR


def test_nothing_is_done_before_the_day_that_was_wished_for(stories: list[Story]) -> None:
    days = [(story.day, step.moment) for story in stories for step in story.steps if step.verb == "done" and story.day]
    assert days
    assert all(moment.date() >= day for day, moment in days)


def test_unpaid_wages_are_told_from_the_first_word_to_the_last() -> None:
    told = Teller(1, END).unpaid()
    assert {story.kind for story in told} == {"wages"}
    assert {story.steps[-1].verb for story in told} == {"raise", "office_claim", "done", "confirm"}


def test_some_wishes_are_so_fresh_that_nobody_has_answered(stories: list[Story]) -> None:
    assert sum(END - story.steps[0].moment < timedelta(minutes=30) for story in stories) >= 5
