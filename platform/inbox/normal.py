"""One spelling for everything: half-width, simplified, lower case, no invisible characters, no signature in front."""

import re
import unicodedata

from base.simplified import simplified

LONGEST = 1600
INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
SPACES = re.compile(r"\s+")
SIGNATURE = re.compile(r"^\s*【([^【】]{1,20})】\s*")


def clean(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]
    visible = INVISIBLE.sub("", folded)
    return SPACES.sub(" ", simplified(visible)).strip().lower()


def split_signature(text: str) -> tuple[str, str]:
    """The sender's name in front, as in 【亮灯】, and what follows."""
    if found := SIGNATURE.match(text):
        return found[1], text[found.end() :]
    return "", text
