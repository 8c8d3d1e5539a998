"""27没修好: it opens again with its history; what was closed is followed up."""

from tests.cast import Cast, bulb_wished_for, last_text, says, seen_by, sweeps_after, the_wish
from wishes.queries import by_ref, claims, timeline
from wishes.states import ClaimState
from wishes.tables import Wish


async def done_by_chen(cast: Cast) -> Wish:
    wish = await bulb_wished_for(cast)
    await says(cast.chen, f"接{wish.ref}")
    await says(cast.chen, f"完成{wish.ref}")
    return wish


async def test_it_opens_again(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"{wish.ref}没修好")
    again = await the_wish()
    assert (again.ref, again.state, again.held, again.round) == (wish.ref, "open", 0, 1)
    assert (await seen_by(cast.zhang))[-1] == "wish_reopened"


async def test_its_history_stays(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"{wish.ref}没修好,一开就跳闸")
    moves = [event.to_state for event in await timeline(wish.id) if event.subject == "wish"]
    assert moves == ["asking", "open", "claimed", "done", "open"]
    assert [claim.person for claim in await claims(wish.id, ClaimState.DISPUTED)] == [cast.chen.id]


async def test_the_helper_is_told_what_is_wrong_and_may_come_again(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"{wish.ref}没修好,一开就跳闸")
    assert "一开就跳闸" in await last_text(cast.chen)
    await says(cast.chen, f"接{wish.ref}")
    assert (await the_wish()).state == "claimed"


async def test_the_others_are_asked_again(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"{wish.ref}没修好")
    assert await seen_by(cast.zhou) == ["offer", "offer"]


async def test_the_second_time_round_everything_is_said_again(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"{wish.ref}没修好")
    await says(cast.zhou, f"接{wish.ref}")
    await says(cast.zhou, f"完成{wish.ref}")
    await says(cast.zhang, f"{wish.ref}没修好")
    assert [(await seen_by(cast.zhang)).count(kind) for kind in ("wish_done", "wish_reopened")] == [2, 2]


async def test_what_was_closed_is_followed_up_by_a_new_wish(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await sweeps_after(days=4)
    await says(cast.zhang, f"{wish.ref}没修好")
    follow_up = await the_wish()
    assert (follow_up.follows, follow_up.text, follow_up.state) == (wish.id, wish.text, "open")
    assert f"另立了{follow_up.ref}号" in await last_text(cast.zhang)


async def test_it_is_followed_up_once_however_often_he_says_so(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.zhang, f"确认{wish.ref}")
    await says(cast.zhang, f"{wish.ref}没修好")
    follow_up = await the_wish()
    await says(cast.zhang, f"{wish.ref}没修好")
    assert (await the_wish()).ref == follow_up.ref


async def test_a_matter_of_the_office_is_put_before_it_again(cast: Cast) -> None:
    await says(cast.liu, "路灯坏了三天了,请修一下")
    wish = await the_wish()
    await says(cast.steward, f"完成{wish.ref}")
    await says(cast.liu, f"{wish.ref}没修好")
    assert (await the_wish()).level == "steward"
    assert (await seen_by(cast.steward)).count("matter") == 2


async def test_a_stranger_cannot_reopen(cast: Cast) -> None:
    wish = await done_by_chen(cast)
    await says(cast.liu, f"{wish.ref}没修好")
    assert await seen_by(cast.liu) == ["refused_not_yours"]


async def test_what_is_not_done_is_not_disputed(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"{wish.ref}没修好")
    assert (await seen_by(cast.zhang))[-1] == "refused_not_done"


async def test_what_was_called_off_stays_so(cast: Cast) -> None:
    wish = await bulb_wished_for(cast)
    await says(cast.zhang, f"取消{wish.ref}")
    await says(cast.zhang, f"{wish.ref}没修好")
    assert (await seen_by(cast.zhang))[-1] == "refused_ended"
    found = await by_ref(wish.ref)
    assert found is not None
    assert found.state == "withdrawn"
