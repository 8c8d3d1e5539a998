"""The gateway's own memory: what it keeps, what it hands back, and what counts as new."""

from collections.abc import Iterator

import pytest

from sandbox.store import FROM_PHONE, TO_PHONE, Draft, Message, Store

OURS, LIU, CHEN = "+8610690000", "+8616000000001", "+8616000000002"


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store(":memory:")
    yield made
    made.close()


def to(store: Store, phone: str, body: str = "您好", status: str = "queued") -> Message:
    return store.add(Draft(TO_PHONE, OURS, phone, body, status))


def of(store: Store, phone: str, body: str = "接", status: str = "receiving") -> Message:
    return store.add(Draft(FROM_PHONE, phone, OURS, body, status))


def test_a_message_is_found_by_its_sid_and_by_no_other(store: Store) -> None:
    message = to(store, LIU)
    assert store.find(message.sid) == message
    assert store.find(message.sid.upper()) is None
    assert store.find("") is None


def test_every_message_has_a_sid_of_its_own(store: Store) -> None:
    sids = {to(store, LIU).sid for _ in range(50)}
    assert len(sids) == 50
    assert {len(sid) for sid in sids} == {34}


def test_a_thread_is_what_went_both_ways_in_its_order(store: Store) -> None:
    bodies = [to(store, LIU, "一").body, of(store, LIU, "二").body, to(store, LIU, "三").body]
    to(store, CHEN, "别人的")
    assert [message.body for message in store.thread(LIU)] == bodies
    assert [message.body for message in store.thread(LIU, limit=2)] == bodies[1:]


def test_the_phone_of_a_message_is_the_far_end(store: Store) -> None:
    assert to(store, LIU).phone == LIU
    assert of(store, CHEN).phone == CHEN


def test_it_keeps_when_it_was_first_sent(store: Store) -> None:
    message = to(store, LIU)
    store.move(message, "sent")
    first = store.find(message.sid)
    store.move(message, "delivered", 204)
    last = store.find(message.sid)
    assert first is not None
    assert last is not None
    assert (last.status, last.site_answer, last.sent_at) == ("delivered", 204, first.sent_at)
    assert first.sent_at is not None


def test_what_is_under_way_is_what_a_restart_must_go_on_with(store: Store) -> None:
    messages = {status: to(store, LIU, status=status) for status in ("queued", "sent", "delivered", "failed")}
    arriving = of(store, LIU)
    assert [message.id for message in store.under_way()] == [messages["queued"].id, messages["sent"].id, arriving.id]


def test_only_what_came_to_the_phone_is_unread_there(store: Store) -> None:
    to(store, LIU)
    to(store, LIU)
    of(store, LIU)
    assert (store.unread(LIU), store.unread(CHEN)) == (2, 0)
    store.see(LIU)
    assert store.unread(LIU) == 0
    to(store, LIU)
    assert store.unread(LIU) == 1


def test_seeing_a_phone_without_texts_is_nothing(store: Store) -> None:
    store.see(CHEN)
    assert store.unread(CHEN) == 0


def test_only_the_phone_that_it_concerns_has_changed(store: Store) -> None:
    before = store.version
    to(store, LIU)
    assert store.changed([LIU, CHEN], before) == [LIU]
    assert store.changed([LIU, CHEN], store.version) == []


def test_a_page_of_an_earlier_run_sees_everything_as_new(store: Store) -> None:
    assert store.changed([LIU, CHEN], 0) == [LIU, CHEN]


def test_a_report_moves_the_text_of_the_sender_and_not_of_the_receiver(store: Store) -> None:
    outgoing, incoming = to(store, LIU), of(store, CHEN)
    before = store.version
    store.move(outgoing, "delivered")
    store.move(incoming, "received", 200)
    assert store.changed([LIU, CHEN], before) == [CHEN]


@pytest.mark.parametrize("body", ["'); DROP TABLE message; --", "\x00", "💡" * 500, ""])
def test_any_body_is_only_a_body(store: Store, body: str) -> None:
    message = to(store, LIU, body)
    assert store.newest(["body = ?"], [body], 5) == [message]
