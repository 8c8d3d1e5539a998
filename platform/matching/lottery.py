"""A draw that nobody can bend and anybody can check.

Before the draw the seed's hash is published, after it the seed. The order follows from the seed and the numbers of the
tickets alone, and SHA-256 is in every computer:

    printf %s SEED | sha256sum               the hash that was published
    printf %s SEED:TICKET | sha256sum        the smaller, the earlier in the order
"""

import secrets
from collections.abc import Iterable
from hashlib import sha256


def new_seed() -> str:
    return secrets.token_hex(32)


def commitment(seed: str) -> str:
    return sha256(seed.encode()).hexdigest()


def order(seed: str, tickets: Iterable[int]) -> list[int]:
    return sorted(tickets, key=lambda ticket: sha256(f"{seed}:{ticket}".encode()).digest())
