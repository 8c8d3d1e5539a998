"""Why a verb said no, as the reader is told."""

from base.errors import Refused
from base.words import Words
from web.i18n import N_, say

SENTENCES = {
    "already_done": N_("这件事已经报办好了，正在等确认。"),
    "already_held": N_("这件事已经由您负责了。"),
    "already_placed": N_("您已经报了 %(ref)s 号，名额是您的。"),
    "code_too_often": N_("刚刚发过验证码了。请 %(seconds)s 秒之后再要新的；上一个在 10 分钟内仍然有效。"),
    "ended": N_("这件事已经办结或者取消了。"),
    "listing_cancelled": N_("%(ref)s 号已经取消了。"),
    "listing_over": N_("%(ref)s 号已经结束了。"),
    "need_terms": N_("有几处写得不对，请检查日期、工钱和人数。"),
    "no_certificate": N_("%(ref)s 号要有%(certificate)s。有的话请到驿站柜台登记，或者在求职里勾上。"),
    "no_need": N_("您现在没有在找活。"),
    "no_place": N_("请写在哪个村、乡镇或者县市区找活。"),
    "no_slip": N_("这里没有工资单：没有上岗，或者这是培训。"),
    "no_station": N_("这个城市还没有零工驿站，请过些日子再来。"),
    "not_done": N_("这件事还没有报办好，现在不能确认。"),
    "not_placed": N_("您没有报 %(ref)s 号，或者名额已经退了。"),
    "not_staff": N_("您不是这个驿站的员工，不能这样做。"),
    "not_volunteer": N_("登记过的志愿者才能认领。想当志愿者，请联系村里的管家。"),
    "not_yours": N_("这不是您的事项，不能这样做。"),
    "overlaps": N_("您在同一时间已经报了 %(other)s 号。要去 %(ref)s 号，请先退掉那个。"),
    "own_wish": N_("这是您自己的心愿，不用认领。"),
    "party_too_big": N_("%(ref)s 号一次最多报 %(heads)s 人。"),
    "started": N_("%(ref)s 号已经开工了，有事请打驿站或者用人单位的电话。"),
    "unknown_ref": N_("没有这个编号。"),
}
OTHERWISE = N_("情况刚刚变了，请刷新后再看。")


def sentence(language: str, refused: Refused) -> str:
    return said(language, SENTENCES.get(refused.reason, OTHERWISE), refused)


def said(language: str, msgid: str, refused: Refused) -> str:
    values = {name: value.in_(language) if isinstance(value, Words) else value for name, value in refused.context.items()}
    return say(language, msgid, **values)
