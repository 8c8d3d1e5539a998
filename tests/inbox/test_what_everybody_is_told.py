"""What the phone that wrote is told: each command from each kind of person, with the number in Chinese, bare in English."""

import re

import pytest

from base.clock import city_now
from base.db import rows
from base.ledger import By
from base.settings import settings
from inbox.answer import answer
from inbox.parse import parse
from inbox.talk import Talk
from tests.cast import Cast
from tests.wishes.scenes import Scene, as_table, scene, undone

IN_CHINESE = {
    "accept": "接", "decline": "不", "done": "完成", "confirm": "确认", "reject": "没修好", "cancel": "取消", "status": "查询",
}  # fmt: skip
IN_ENGLISH = {
    "accept": "yes", "decline": "no", "done": "done", "confirm": "confirm", "reject": "not fixed", "cancel": "call it off",
    "status": "status",
}  # fmt: skip
HAN = re.compile("[\u3400-\u9fff]")

# The last message to that phone; a refusal without its "refused_". "-": refused_not_yours.
WITH_ITS_NUMBER = {
    "open": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  own_wish             -                    not_done             not_done             not_done             wish_withdrawn       status
        helper    claim_place          offer_declined       -                    -                    -                    -                    status
        late      claim_place          offer_declined       -                    -                    -                    -                    status
        unasked   claim_place          -                    -                    -                    -                    -                    status
        steward   claim_place          -                    claim_reported       -                    -                    wish_withdrawn       status
        stranger  not_volunteer        -                    -                    -                    -                    -                    status
    """,
    "claimed": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  own_wish             -                    wish_closed          wish_closed          not_done             wish_withdrawn       status
        helper    already_held         claim_released       claim_reported       -                    -                    claim_released       status
        late      offer_taken          offer_declined       -                    -                    -                    -                    status
        unasked   offer_taken          -                    -                    -                    -                    -                    status
        steward   offer_taken          -                    -                    -                    -                    wish_withdrawn       status
        stranger  not_volunteer        -                    -                    -                    -                    -                    status
    """,
    "done": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  wish_closed          -                    wish_closed          wish_closed          wish_reopened        already_done         status
        helper    already_held         already_done         already_done         -                    -                    already_done         status
        late      offer_taken          offer_declined       already_done         -                    -                    -                    status
        unasked   offer_taken          -                    already_done         -                    -                    -                    status
        steward   offer_taken          -                    already_done         -                    -                    already_done         status
        stranger  not_volunteer        -                    already_done         -                    -                    -                    status
    """,
}

# "-": nothing_open.
BARE = {
    "asking": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  -                    -                    -                    -                    -                    wish_withdrawn       status_list
        helper    -                    -                    -                    -                    -                    -                    status_none
        late      -                    -                    -                    -                    -                    -                    status_none
        steward   -                    -                    -                    -                    -                    -                    status_none
        stranger  -                    -                    -                    -                    -                    -                    status_none
    """,
    "open": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  -                    -                    -                    -                    -                    wish_withdrawn       status_list
        helper    claim_place          offer_declined       -                    -                    -                    -                    status_none
        late      claim_place          offer_declined       -                    -                    -                    -                    status_none
        steward   -                    -                    -                    -                    -                    -                    status_none
        stranger  -                    -                    -                    -                    -                    -                    status_none
    """,
    "matter": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  -                    -                    -                    -                    -                    wish_withdrawn       status_list
        helper    -                    -                    -                    -                    -                    -                    status_none
        late      -                    -                    -                    -                    -                    -                    status_none
        steward   claim_place          -                    claim_reported       -                    -                    -                    status_none
        stranger  -                    -                    -                    -                    -                    -                    status_none
    """,
    "claimed": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  -                    -                    -                    wish_closed          -                    wish_withdrawn       status_list
        helper    -                    claim_released       claim_reported       -                    -                    claim_released       status_list
        late      -                    -                    -                    -                    -                    -                    status_none
        steward   -                    -                    -                    -                    -                    -                    status_none
        stranger  -                    -                    -                    -                    -                    -                    status_none
    """,
    "done": """
                  accept               decline              done                 confirm              reject               cancel               status
        resident  wish_closed          -                    wish_closed          wish_closed          wish_reopened        -                    status_list
        helper    -                    -                    -                    -                    -                    -                    status_none
        late      -                    -                    -                    -                    -                    -                    status_none
        steward   -                    -                    -                    -                    -                    -                    status_none
        stranger  -                    -                    -                    -                    -                    -                    status_none
    """,
}


async def told(seen: Scene, who: str, body: str) -> tuple[str, str]:
    """The kind of the last message, and its words."""
    person = seen.people[who]
    async with undone():
        await answer(Talk(0, body, person, By(person.id, "sms"), parse(body, city_now())))
        found = await rows("SELECT kind, body FROM message WHERE phone = $1 ORDER BY id DESC LIMIT 1", person.phone)
        return found[0]["kind"], found[0]["body"].removeprefix(settings().sms_signature_text)


@pytest.mark.parametrize("state", WITH_ITS_NUMBER)
async def test_with_its_number_everybody_is_told_what_came_of_it(cast: Cast, state: str) -> None:
    seen, expected = await scene(state, cast), as_table(WITH_ITS_NUMBER[state])
    for who, cells in expected.items():
        kinds = {intent: (await told(seen, who, f"{IN_CHINESE[intent]}{seen.wish.ref}"))[0] for intent in cells}
        assert {intent: "-" if kind == "refused_not_yours" else kind.removeprefix("refused_") for intent, kind in kinds.items()} == cells, (
            who
        )


@pytest.mark.parametrize("state", BARE)
async def test_a_bare_word_is_answered_in_english_to_who_reads_english(cast: Cast, state: str) -> None:
    seen, expected = await scene(state, cast), as_table(BARE[state])
    await rows("UPDATE person SET language = 'en'")
    for who, cells in expected.items():
        seen.people[who].language = "en"
        answers = {intent: await told(seen, who, IN_ENGLISH[intent]) for intent in cells}
        assert {intent: "-" if kind == "nothing_open" else kind for intent, (kind, _) in answers.items()} == cells, who
        assert [kind for kind, body in answers.values() if kind != "claim_place" and HAN.search(body)] == [], who
