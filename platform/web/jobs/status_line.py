"""When those who look for work hear of what is published now: the line on top of the posting desk."""

from datetime import date, datetime, time

from base.clock import now
from base.settings import settings
from base.words import Words
from jobs.tables import Station
from jobs.when import clock, here, moment, next_opening
from web.i18n import N_
from web.reader import Reader
from wishes.when import when_words

BEFORE_DAWN = N_("%(dawn)s 前发布的，%(sent)s 发给工人")
AT_ONCE = N_("发布后马上通知合适的工人")
AT_OPENING = N_("驿站没开门，现在发布的 %(sent)s 通知工人")


def dispatch_line(reader: Reader, station: Station, day: date) -> str:
    dawn = moment(day, time.fromisoformat(settings().dawn_at))
    if now() < dawn:
        sent = next_opening(station.opens, station.closes, dawn)
        return reader.say(BEFORE_DAWN, dawn=_at(dawn).in_(reader.language), sent=clock(sent))
    opens = next_opening(station.opens, station.closes, now())
    if opens <= now():
        return reader.say(AT_ONCE)
    return reader.say(AT_OPENING, sent=_at(opens).in_(reader.language))


def _at(moment: datetime) -> Words:
    """5:50, 明天 5:50: today is not said."""
    day = when_words(here(moment).date(), None)
    assert day is not None
    if here(moment).date() == here(now()).date():
        return Words(clock(moment), clock(moment))
    return Words(f"{day.zh} {clock(moment)}", f"{clock(moment)} {day.en}")
