"""Which phones stand on the page, in which language: all of it is in the address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from litestar.datastructures import MultiDict

from base.phone import e164
from base.words import LANGUAGES
from sandbox.cast import CAST

CAST_PHONES = tuple(member.phone for member in CAST)
MOST_PHONES = 24


@dataclass(frozen=True)
class Screen:
    language: str
    phones: tuple[str, ...] = CAST_PHONES
    # Where the page is too narrow for more than one.
    chosen: str = ""
    # What was asked for as a phone and is none.
    rejected: str = ""

    @property
    def query(self) -> str:
        phones = [] if self.phones == CAST_PHONES else [("phone", phone) for phone in self.phones]
        chosen = [("show", self.chosen)] if self.chosen else []
        return urlencode([("lang", self.language), *phones, *chosen])

    @property
    def shown(self) -> str:
        return self.chosen if self.chosen in self.phones else self.phones[0]

    def choosing(self, phone: str) -> "Screen":
        return replace(self, chosen=phone)

    def without(self, phone: str) -> "Screen":
        return replace(self, phones=tuple(other for other in self.phones if other != phone))

    def speaking(self, language: str) -> "Screen":
        return replace(self, language=language)


def screen(query: MultiDict[str], language: str) -> Screen:
    written = [text for text in query.getall("phone", []) if text.strip()]
    known = [e164(text) for text in written]
    phones = tuple(dict.fromkeys(phone for phone in known if phone))[:MOST_PHONES]
    rejected = next((text for text, phone in zip(written, known, strict=True) if not phone), "")
    return Screen(language, phones or CAST_PHONES, e164(query.get("show") or "") or "", rejected[:64])


def language(asked: str | None, kept: str | None, accepted: str) -> str:
    """What was asked for now, else what was kept, else what the browser likes best, else Chinese."""
    wanted = [asked or "", kept or "", *_by_liking(accepted)]
    return next((found for tag in wanted if (found := _known(tag))), LANGUAGES[0])


def _known(tag: str) -> str | None:
    short = tag.strip().lower()[:2]
    return next((known for known in LANGUAGES if known[:2] == short), None)


def _by_liking(header: str) -> Sequence[str]:
    ranges = [entry.partition(";q=") for entry in header.replace(" ", "").split(",")[:20]]
    return [tag for tag, _, quality in sorted(ranges, key=lambda entry: -_quality(entry[2]))]


def _quality(written: str) -> float:
    try:
        return float(written or "1")
    except ValueError:
        return 0.0
