"""What a verb says when it will not: a key that every channel turns into a sentence in the reader's language."""

from typing import Any

from base.words import Words


class Refused(Exception):
    """A rule said no. Nothing was changed."""

    def __init__(self, reason: str, **context: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.context = context


class Overtaken(Exception):
    """The row was no longer in the state that the verb had read: somebody was first."""


class Unreadable(ValueError):
    """A value that a person wrote and that cannot be taken, with the reason in that person's language."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.reason = Words(zh, en)
