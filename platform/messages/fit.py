"""A message costs two SMS at most: of the words that a text quotes, the longest give way."""

from typing import Any

from messages.segments import segments
from messages.texts import Text, render

MOST_SEGMENTS = 2
QUOTED = (
    "area", "bring", "choices", "items", "name", "note", "other", "place", "reason", "station", "title", "what", "who", "whom", "written",
)  # fmt: skip
SHORTEST = 6


def fitted(text: Text, language: str, signature: str) -> str:
    said = text.said_in(language)
    while segments(body := signature + render(text.kind, language, said)) > MOST_SEGMENTS:
        if len(said.get("why", ())) > 1:
            said["why"] = said["why"][:-1]  # the reasons stand in the order of their weight
            continue
        quoted = (name for name in QUOTED if isinstance(said.get(name), str | list))
        name = max(quoted, key=lambda name: _length(said[name]), default=None)
        if name is None or _length(said[name]) <= SHORTEST:
            break
        # A Chinese address ends with the door.
        said[name] = _shorter(said[name], from_front=name == "place" and language == "zh-CN")
    return body


def _length(quoted: str | list[str]) -> int:
    return len(quoted) if isinstance(quoted, str) else max(map(len, quoted), default=0)


def _shorter(quoted: Any, from_front: bool) -> Any:
    if isinstance(quoted, list):
        longest = max(quoted, key=len)
        return [_shorter(each, from_front) if each is longest else each for each in quoted]
    return "…" + quoted.lstrip("…")[1:] if from_front else quoted.rstrip("…")[:-1] + "…"
