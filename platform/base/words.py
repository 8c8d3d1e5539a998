"""The same words in the languages that people read."""

from typing import NamedTuple

LANGUAGES = ("zh-CN", "en")


class Words(NamedTuple):
    zh: str
    en: str

    def in_(self, language: str) -> str:
        return self.en if language == "en" else self.zh

    def prefixed(self, before: str) -> "Words":
        return Words(before + self.zh, before + self.en)
