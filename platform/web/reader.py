"""Who is reading: the language, and the person if the browser has signed in."""

from dataclasses import dataclass
from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from people import people, sign_in
from people.tables import Person
from web.cookies import cookie, read_cookie
from web.i18n import say
from web.language import language_of

COOKIE = "session"
OF_STATIONS = {"staff", "coordinator"}
OFFICES = {"steward", "coordinator"}


class NotSignedIn(Exception):
    """Only somebody may do this: ask who it is, then go on at `back`."""

    def __init__(self, back: str) -> None:
        super().__init__(back)
        self.back = back


@dataclass(frozen=True)
class Reader:
    language: str
    person: Person | None = None
    roles: frozenset[str] = frozenset()

    @property
    def serves_stations(self) -> bool:
        return bool(self.roles & OF_STATIONS)

    @property
    def holds_office(self) -> bool:
        return bool(self.roles & OFFICES)

    def say(self, msgid: str, **values: Any) -> str:
        return say(self.language, msgid, **values)

    def must_be_known(self, back: str) -> Person:
        if self.person is None:
            raise NotSignedIn(back)
        return self.person


async def provide_reader(request: Request[Any, Any, Any]) -> Reader:
    token = read_cookie(request, COOKIE)
    person = await sign_in.who(token) if token else None
    roles = await people.roles(person.id) if person else set()
    return Reader(language_of(request), person, frozenset(roles))


async def begin_session(request: Request[Any, Any, Any], person: Person) -> Cookie:
    """A new token at every sign-in: one that somebody planted before is worth nothing after."""
    if planted := read_cookie(request, COOKIE):
        await sign_in.end(planted)
    return cookie(COOKIE, await sign_in.begin(person.id), int(sign_in.ABSOLUTE.total_seconds()))
