"""Why the counter cannot do it, said to staff about the worker who stands before them."""

from base.errors import Refused
from web.i18n import N_
from web.refusals import said, sentence

ABOUT_WORKER = {
    "amount": N_("请写金额，例如 250 或者 250.50。"),
    "already_placed": N_("这个手机号已经在 %(ref)s 号的名单上了。"),
    "overlaps": N_("他在同一时间已经报了 %(other)s 号，要先取消那一个，才能上 %(ref)s 号。"),
    "party_too_big": N_("%(ref)s 号一共只要 %(heads)s 人，一次登记不了这么多。"),
    "listing_over": N_("%(ref)s 号已经结束了，不能再加人。"),
    "listing_cancelled": N_("%(ref)s 号已经取消了，不能再加人。"),
    "already_marked": N_("刚刚已经有人标为“%(state)s”，您这一下没有生效。要改的话，请先撤销。"),
    "already_paid": N_("已经登记付了工钱，不能再改到没到岗。"),
    "no_room": N_("他的位置已经给了别人，%(ref)s 号没有空位，不能撤销。"),
    "not_attended": N_("先标到岗或者到了没用工，再登记工钱。"),
    "not_yet": N_("%(ref)s 号还没到日子，到了那天再登记。"),
    "not_placed": N_("他没有上 %(ref)s 号，或者还没有开工。"),
    "wage": N_("工钱要大于 0，最多十万元。"),
    "not_staff": N_("您不是这个驿站的员工，不能这样做。"),
}


def told_to_staff(language: str, refused: Refused) -> str:
    if refused.reason not in ABOUT_WORKER:
        return sentence(language, refused)
    return said(language, ABOUT_WORKER[refused.reason], refused)
