"""Why a verb said no, as the reader is told."""

from base.errors import Refused
from base.words import Words
from web.i18n import N_, say

SENTENCES = {
    "already_done": N_("这件事已经报办好了，正在等确认。"),
    "already_held": N_("这件事已经由您负责了。"),
    "code_too_often": N_("刚刚发过验证码了。请 %(seconds)s 秒之后再要新的；上一个在 10 分钟内仍然有效。"),
    "ended": N_("这件事已经办结或者取消了。"),
    "not_done": N_("这件事还没有报办好，现在不能确认。"),
    "not_volunteer": N_("登记过的志愿者才能认领。想当志愿者，请联系村里的管家。"),
    "not_yours": N_("这不是您的事项，不能这样做。"),
    "own_wish": N_("这是您自己的心愿，不用认领。"),
    "unknown_ref": N_("没有这个编号。"),
}
OTHERWISE = N_("情况刚刚变了，请刷新后再看。")


def sentence(language: str, refused: Refused) -> str:
    values = {name: value.in_(language) if isinstance(value, Words) else value for name, value in refused.context.items()}
    return say(language, SENTENCES.get(refused.reason, OTHERWISE), **values)
