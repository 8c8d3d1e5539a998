"""Listings that a second person must read first: those that ask the worker for money, or hand him to a private chat account.

Who writes such a listing hides it: with full-width letters, with spaces, dots and dashes inside the words. So the text is folded
first. What a clause says to the contrary (不收押金, 培训费全免, no deposit) is no reason.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from base.simplified import simplified
from base.words import Words


class Phrase(NamedTuple):
    pattern: str
    why: Words


QUOTED = 12

_SUM = r"(?:\d+|[一二两三四五六七八九十几]+[百千万十]|[钱款费押])"
_WECHAT = r"(?:[微薇徽溦威维]信|v信|vx|wx|weixin|wechat)"
_ANY_CHAT = rf"(?:{_WECHAT}|qq|扣扣|企鹅|tg)"
_WHOSE = r"(?:[我他她]|老板|客服|经理|主管|负责人|工头|老师|人事|组长)?的?个?"
_FEES = (
    "入职费|报名费|中介费|介绍费|登记费|建档费|资料费|材料费|体检费|办证费|办卡费|会员费|手续费|注册费|激活费|名额费|管理费|加盟费|代理费"
)

MONEY = (
    Phrase(r"(?:[押压]|保[证正]|[定订]|风险|诚意)金(?!属)|押\d+元?", Words("向工人收押金或保证金", "asks the worker for a deposit")),
    Phrase(r"(?:服装|工装|工服|制服|工作服|衣服)费", Words("向工人收服装费", "asks the worker to pay for clothing")),
    Phrase(r"(?:培训|岗前培训|学习|教材|考试)费|学费", Words("向工人收培训费", "asks the worker to pay for training")),
    Phrase(_FEES, Words("向工人收中介、入职等费用", "asks the worker for a fee")),
    Phrase(r"刷(?:单(?!据)|信誉|流水|好评)|返[佣利]", Words("刷单、返佣", "is about fake orders")),
    Phrase(
        rf"垫[付资款钱]|先(?:交|付|缴|打|转|充)纳?{_SUM}|充值"
        rf"|(?:需|需要|须|要|得|自己|自行|每人|本人)(?:先|提前|预先)?(?:交|缴|缴纳|交纳){_SUM}"
        r"|[交缴]费(?!窗口|大厅|处|柜台|系统|员|单)|[交缴]钱",
        Words("要工人先交钱或垫钱", "asks the worker to pay in advance"),
    ),
)
CHAT = (
    Phrase(
        rf"(?:添?加|联系|私|搜|咨询|询|找|聊){_WHOSE}{_WECHAT}|{_WECHAT}(?:同?号|联系|咨询|:|id|[a-z0-9]{{5,}})|(?:同|即|就是){_WECHAT}"
        rf"|(?:加|\+){_WHOSE}(?:v|薇)(?![a-z])|(?<!参)加微(?![波量小热型孔生])|(?<![a-z0-9])v(?:[:号]|[a-z]{{0,4}}\d{{3,}})|wxid[a-z0-9]{{4,}}",
        Words("把工人引到私人微信", "sends the worker to a private WeChat account"),
    ),
    Phrase(
        rf"(?:添?加|联系|私|搜|咨询|询|找|聊|\+){_WHOSE}(?:qq|扣扣|企鹅|q(?![a-z]))|(?<![@a-z])qq(?:号|群|:|\d{{5,}})|扣扣(?:号|群|:|\d{{5,}})",
        Words("把工人引到私人 QQ", "sends the worker to a private QQ account"),
    ),
    Phrase(
        r"telegram|whatsapp|纸飞机|电报[群号]|(?<![a-z])tg[:号群@]|加tg|(?<![a-z])line(?:id|:)|(?<![a-z])skype",
        Words("把工人引到私人聊天账号", "sends the worker to a private chat account"),
    ),
    Phrase(
        rf"私[聊信我]|滴滴我|(?<!参)(?:加|进|入|拉)(?:{_ANY_CHAT}|工作|兼职|报名)?群(?![众演体里])",
        Words("把工人引到私聊或聊天群", "sends the worker to a private chat or group"),
    ),
)
ENGLISH = (
    Phrase(r"\b(?<!direct )(?:security )?deposits?\b", Words("向工人收押金或保证金", "asks the worker for a deposit")),
    Phrase(
        r"\b(?:up-?front|registration|training|uniform|agency|processing|joining|placement|application|admin(?:istration)?) (?:fees?|payments?|charges?)\b"
        r"|\bpay (?:us |it )?(?:in advance|up-?front|first)\b|\bfees? (?:is |are )?(?:due|payable|required)\b",
        Words("向工人收费", "asks the worker for a fee"),
    ),
)

_CLAUSE_ENDS = re.compile(r"[,。;!?\n]")
_HIDING = re.compile(r"[^\w\n,。;!?:+@、]|_")
_DENIED_BEFORE = re.compile(
    r"(?:不|无|没|免|勿|别|零|禁止|严禁|拒绝|谢绝|杜绝|谨防|警惕|防止|举报|小心)"
    r"(?:存在|需要?|用|会|准|得|许|能|可|必|有|收取?|交纳?|缴纳?|要|付|向|工人|任何|一切|各种|各类|其他|其它|所有|形式|名义|以|的|先|提前"
    rf"|费用?|钱|添?加|联系|进|私|{_FEES}|[押压]金|保证金|服装费|工装费|培训费|学费|刷单|垫付|垫资|{_ANY_CHAT}|群|[、和及与或等])*$"
)
_DENIED_AFTER = re.compile(
    r"^(?:用|等|[、和及与或]|费用?|服装费|培训费|中介费|[押压]金|保证金)*(?:和|都|一律|全部|全|统统|一概)?(?:是)?"
    r"(?::?无(?!论)|没有|免|不收|不用|不需|不交|不要|:?0元|:0$|:?零|勿扰|勿进|报销|(?:由|我们|我方)?(?:公司|老板|单位|雇主|厂里|驿站|政府|我们)(?:出|付|承担|报销|负担|买单))"
)
_DENIED_IN_ENGLISH = re.compile(r"\b(?:no|not|never|without|zero|free of|don't|do not|any)\b[\w ,/-]*$")
_DENIED_LATER_IN_ENGLISH = re.compile(r"^ ?(?:is |are )?(?:not|never|-?free|waived|refused)\b")


def reasons_to_hold(*texts: str) -> list[Words]:
    """Why somebody else must read these texts before they go out; empty when nothing speaks against them."""
    found: dict[str, Words] = {}
    for text in texts:
        for words in (*_in_chinese(text), *_in_english(text)):
            found.setdefault(words.en, words)
    return list(found.values())


def _in_chinese(text: str) -> Iterable[Words]:
    for clause in _CLAUSE_ENDS.split(_folded(text)):
        for phrase in (*MONEY, *CHAT):
            for match in re.finditer(phrase.pattern, clause):
                if not _DENIED_BEFORE.search(clause[: match.start()]) and not _DENIED_AFTER.match(clause[match.end() :]):
                    yield Words(f"{phrase.why.zh}（“{match[0][:QUOTED]}”）", phrase.why.en)
                    break


def _in_english(text: str) -> Iterable[Words]:
    for clause in re.split(r"[.,;!?\n]", unicodedata.normalize("NFKC", text).lower()):
        for phrase in ENGLISH:
            for match in re.finditer(phrase.pattern, clause):
                if not _DENIED_IN_ENGLISH.search(clause[: match.start()]) and not _DENIED_LATER_IN_ENGLISH.match(clause[match.end() :]):
                    yield Words(f"{phrase.why.zh}（“{match[0][:QUOTED]}”）", phrase.why.en)
                    break


def _folded(text: str) -> str:
    """One spelling, and nothing inside the words by which they were hidden."""
    return _HIDING.sub("", simplified(unicodedata.normalize("NFKC", text)).lower())
