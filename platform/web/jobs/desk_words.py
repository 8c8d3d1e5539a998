"""Why the desk cannot do it, said to the staff who posts: to one reader, or beside a field that either language may show."""

from typing import Any

from base.errors import Refused
from base.words import LANGUAGES, Words
from web.i18n import N_, say
from web.refusals import said, sentence

ABOUT_LISTING = {
    "employer_unchecked": N_("“%(employer)s”还没有核对过。请先看执照或者身份证，在“用人单位”那一页点“已核对”。这一条先存成了草稿。"),
    "employer_barred": N_("“%(employer)s”已经停用，不能再发布它的用工。"),
    "same_person": N_("自己发布的，要请另一位同事来审核。"),
    "heads_taken": N_("已经有 %(taken)s 人，人数不能比这更少。"),
    "would_overlap": N_("改成这个时间，%(name)s 会和他报的 %(other)s 号撞上。"),
    "must_be_read": N_("改后的文字：%(why)s。要这样写，请取消后重新发布，由第二个人审核。"),
    "started": N_("%(ref)s 号已经开工，不能再改，也不能取消。"),
    "not_draft": N_("%(ref)s 号已经不是草稿：%(state)s。"),
    "not_held": N_("%(ref)s 号不用审核了：别人刚刚改过或者处理过。"),
    "not_coordinator": N_("这一步要由协调员来做。"),
    "listing_over": N_("%(ref)s 号已经结束了。"),
    "listing_cancelled": N_("%(ref)s 号已经取消了。"),
    "not_staff": N_("您不是这个驿站的员工，不能这样做。"),
}
FIELD_OF = {
    "employer_unchecked": "employer",
    "employer_barred": "employer",
    "heads_taken": "heads",
    "would_overlap": "hours",
    "must_be_read": "note",
}


def told_to_desk(language: str, refused: Refused) -> str:
    if refused.reason not in ABOUT_LISTING:
        return sentence(language, refused)
    return said(language, ABOUT_LISTING[refused.reason], _joined(refused))


def _joined(refused: Refused) -> Refused:
    """Several reasons are told as one."""
    why = refused.context.get("why")
    if not isinstance(why, list):
        return refused
    return Refused(
        refused.reason, **{**refused.context, "why": Words("、".join(each.zh for each in why), ", ".join(each.en for each in why))}
    )


def refusal_words(refused: Refused) -> Words:
    return Words(*(told_to_desk(language, refused) for language in LANGUAGES))


def words_of(msgid: str, **values: Any) -> Words:
    return Words(*(say(language, msgid, **values) for language in LANGUAGES))
