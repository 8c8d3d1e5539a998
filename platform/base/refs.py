"""The number that people text back: one sequence for wishes, listings and trainings, so that it is never ambiguous."""

from base.db import row


async def next_ref() -> int:
    found = await row("SELECT nextval('ref') AS ref")
    assert found is not None
    return int(found["ref"])
