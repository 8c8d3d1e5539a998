"""The fields of a form, one by one: what is wrong with them, with the figure, in words for who typed them."""

import unicodedata
from collections.abc import Mapping

from base.errors import Refused
from base.phone import e164
from base.words import Words
from people import areas

Errors = dict[str, Words]

MISSING = Words("没有填", "is missing")
NO_PHONE = Words("不是电话号码", "is no phone number")


class BadTerms(Refused):
    """What cannot be, by the name of its field."""

    def __init__(self, errors: Mapping[str, Words]) -> None:
        super().__init__("terms", errors=dict(errors))
        self.errors: Errors = dict(errors)


def refuse_if(errors: Mapping[str, Words]) -> None:
    if errors:
        raise BadTerms(errors)


def tidy(written: str) -> str:
    """One line, without what cannot be seen."""
    return " ".join("".join(sign for sign in written if sign.isspace() or unicodedata.category(sign)[0] != "C").split())


def text(written: str, longest: int, *, needed: bool = False) -> Words | None:
    length = len(tidy(written))
    if needed and not length:
        return MISSING
    if length > longest:
        return Words(f"有{length}个字，最多{longest}个", f"has {length} characters; at most {longest}")
    return None


def phone(written: str) -> Words | None:
    if not written.strip():
        return MISSING
    return None if e164(written) else NO_PHONE


def number(written: str) -> str:
    """The phone as it is stored, once `phone` found nothing wrong with it."""
    found = e164(written)
    assert found is not None
    return found


def area(code: str) -> Words | None:
    if not code:
        return MISSING
    return None if code in areas.tree() else Words(f"没有代码为“{code[:24]}”的区域", f'there is no area with the code "{code[:24]}"')


def position(lat: float | None, lon: float | None) -> Words | None:
    if (lat is None) != (lon is None):
        return Words("纬度和经度要么都填，要么都不填", "latitude and longitude: give both or neither")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return Words(f"{lat}，{lon}不是地球上的位置", f"{lat}, {lon} is no place on earth")
    return None


def found(checks: Mapping[str, Words | None]) -> Errors:
    return {name: wrong for name, wrong in checks.items() if wrong}
