"""How people answered, and what the dispatcher weighs beside the points, in words."""

from typing import NamedTuple

from base.words import Words
from wishes.states import OfferState

ANSWERED = {
    OfferState.SENT: Words("还没回", "silent"),
    OfferState.ACCEPTED: Words("答应了", "said yes"),
    OfferState.DECLINED: Words("说去不了", "said no"),
    OfferState.LAPSED: Words("没有回，后来不用了", "silent until it was no longer needed"),
    OfferState.LATE: Words("答应晚了", "said yes too late"),
}


class Weighed(NamedTuple):
    code: str
    label: Words
    unit: Words
    why: Words


WEIGHED = (
    Weighed("chance", Words("会答应", "will say yes"),
        Words("按以往的回答推算，会答应的可能", "how likely a yes is, from how people have answered"),
        Words("问够会答应的人，就不再多问", "enough people are asked that somebody will come, and no more")),
    Weighed("price", Words("代价", "price"),
        Words("问了这个人，别的心愿少了多少机会，1是一个人必来", "what other wishes lose if this person is asked; 1 is somebody who certainly comes"),
        Words("别的心愿只能找这个人的，这里就少问", "who is the only one for another wish is spared here")),
    Weighed("fatigue", Words("近日短信", "messages of late"),
        Words("近日问过的次数，每次过几天就淡去", "how often asked of late; each fades within days"),
        Words("问得多了就先歇一歇", "who was asked much is given a rest")),
)  # fmt: skip
