"""What is left of the title of a job when the advertisement is taken away."""

import re
import unicodedata

_WELFARE = """
    急招 急聘 急需 直招 直聘 代招 诚聘 诚招 高薪 聘请 招募 无责 底薪 高提成 提成 五险一金 六险一金 五险 六险 一金 社保 公积金 年终奖 奖金 分红
    补贴 餐补 饭补 车补 房补 全勤 包食宿 包吃住 包吃 包住 管吃住 管吃 管住 管饭 包饭 提供食宿 提供住宿 提供住 食宿 住宿 双休 单休 大小周 周末
    法定 节假日 不加班 朝九晚五 朝九晚六 带薪培训 带薪 免费培训 可小白 小白 无经验 有经验 经验不限 接受 应届生 应届 实习生 实习 兼职 全职 日结 周结 月结
    现结 长期 短期 福利 待遇 面议 优厚 晋升 就近 附近 本地 轻松 稳定 可居家 居家 学历不限 男女不限 年龄不限 包教包会 若干 工资高
"""
_PAY = (
    r"(?:月入|月薪|年薪|底薪|日薪|时薪|综合|保底|薪资|工资|收入|一天|每天|每小时)?\d+(?:\.\d+)?\s*[kw千万元块+]*"
    r"(?:[-~至到]+\d+(?:\.\d+)?)?\s*[kw千万元块]*(?:起|左右|以上|/?(?:天|月|年|小时|h|单|人|名|个|位))?"
)
WELFARE = re.compile("|".join(sorted(_WELFARE.split(), key=len, reverse=True)))
PAY = re.compile(_PAY)
LICENCE = re.compile(r"[abc][123](?![0-9])")  # a driver's class, no pay
BRACKETED = re.compile(r"[(\[【][^)\]】]*(?:\d|[市区县镇急休住薪])[^)\]】]*[)\]】]")
EMPLOYER = re.compile(r"^.*招聘(?=\w\w)(?!专员|师|主管|经理|顾问|助理|文员)")
NOT_WORDS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    return " ".join(NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", text).lower()).split())


def core(title: str) -> str:
    """收银员急招2名(包吃住) is a 收银员. A title that is nothing but advertisement is left as it is."""
    text = EMPLOYER.sub("", unicodedata.normalize("NFKC", title).lower())
    text = WELFARE.sub(" ", BRACKETED.sub(" ", text))
    text = plain("".join(part if LICENCE.fullmatch(part) else PAY.sub(" ", part) for part in _around_licences(text)))
    return text.removesuffix("的") or plain(title)


def _around_licences(text: str) -> list[str]:
    return re.split(f"({LICENCE.pattern})", text)
