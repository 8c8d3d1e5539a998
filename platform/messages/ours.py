"""Our own texts come back: forwarded, quoted, or from a phone that answers by itself. They quote commands, and give none."""

import re
from functools import cache
from pathlib import Path

from base.settings import settings

# A list is one tag: a pattern for its items, repeated, would try every way to cut a text into them.
_TAG = re.compile(r"({{.*?}}|{% for .*?{% endfor %}|{%.*?%})")
_BLOCKS = {"if": "(?:", "elif": "|", "else": "|", "endif": ")?"}
LONGEST = 306  # two SMS


def is_ours(text: str) -> bool:
    """Whether one of our templates says exactly this."""
    said = text.strip()
    signature = settings().sms_signature_text
    return bool(signature) and len(said) <= LONGEST and said.startswith(signature) and bool(_ours().fullmatch(said, len(signature)))


@cache
def _ours() -> re.Pattern[str]:
    templates = Path(__file__).with_name("templates").glob("*/*.txt")
    return re.compile("|".join(_pattern(template.read_text("utf-8").strip()) for template in templates), re.DOTALL)


def _pattern(template: str) -> str:
    return "".join(map(_part, _TAG.split(template)))


def _part(part: str) -> str:
    if part.startswith(("{{", "{% for ")):
        return ".{0,200}?"
    if part.startswith("{%"):
        return _BLOCKS[part.strip("{}% -").split()[0]]
    return re.escape(part)
