"""Everybody who may open a page, and one wish in every state that there is."""

import re
from dataclasses import dataclass

from litestar import Litestar

from base.ledger import By
from base.work import transaction
from people import sign_in
from people.tables import Person
from tests.cast import HESHENGQIAO, WANXIU, Cast, bulb_raised, do, officer, the_wish
from tests.web.browser import Browser, text_of
from web.csrf import fresh_token
from wishes import actions
from wishes.tables import Wish
from wishes.tend import tend_due

LANGUAGES = ("zh-CN", "en")
STATES = ("asking", "open", "claimed", "done", "closed", "withdrawn")
READERS = ("resident", "neighbour", "asked", "claimant", "steward", "other_steward", "coordinator")

CHINESE = re.compile(r"[\u3400-\u9fff，。、：；？！（）]")
LATIN = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True)
class Stage:
    """The claimant is Master Chen from `claimed` on; before that he is one of the two who were asked."""

    resident: Person
    neighbour: Person
    asked: Person
    claimant: Person
    steward: Person
    other_steward: Person
    coordinator: Person

    @classmethod
    async def of(cls, cast: Cast) -> "Stage":
        steward = await officer("+8616000000031", "贺管家", "steward", HESHENGQIAO)
        return cls(cast.zhang, cast.liu, cast.zhou, cast.chen, steward, cast.steward, cast.coordinator)

    async def wish(self, state: str) -> Wish:
        if state == "asking":
            return await bulb_raised(self.resident, choices=(HESHENGQIAO, WANXIU), area=None)
        raised = await bulb_raised(self.resident)
        await tend_due()
        for verb, person in STEPS[state]:
            await do(getattr(actions, verb), raised.id, By(getattr(self, person).id, "web"))
        wish = await the_wish()
        assert wish.state == state
        return wish


CLAIMED = (("claim", "claimant"),)
DONE = (*CLAIMED, ("report_done", "claimant"))
STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "open": (),
    "claimed": CLAIMED,
    "done": DONE,
    "closed": (*DONE, ("confirm", "resident")),
    "withdrawn": (("withdraw", "resident"),),
}


async def browser_of(app: Litestar, person: Person | None, language: str = "zh-CN") -> Browser:
    """A browser that has signed in, without the texts of a sign-in, and has a form open."""
    browser = Browser(app, language)
    browser.http.cookies.set("form", fresh_token())
    if person:
        async with transaction():
            browser.http.cookies.set("session", await sign_in.begin(person.id))
    return browser


def strange_words(html: str, language: str, *own: str) -> list[str]:
    """What a page says in the other language, apart from the name of that language and from people's `own` words."""
    said = text_of(re.sub(r"<kbd>.*?</kbd>", "", html)).replace("English" if language == "zh-CN" else "中文", "")
    for words in own:
        said = said.replace(words, "")
    return (LATIN if language == "zh-CN" else CHINESE).findall(said)
