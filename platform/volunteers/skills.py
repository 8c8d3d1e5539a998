"""What people can do: one vocabulary, the kinds of wish and the kinds of work."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from base.errors import Unreadable
from base.words import Words


class Skill(NamedTuple):
    label: Words
    reason: Words  # as it stands in an offer: 1.2 公里 · 会电工 · 今天有空
    also: tuple[str, ...] = ()  # what people write for it besides


SKILLS: dict[str, Skill] = {
    "repair": Skill(Words("维修", "repairs"), Words("会维修", "does repairs"), ("修理", "家电维修", "repair", "handyman")),
    "errand": Skill(Words("跑腿", "errands"), Words("能跑腿", "runs errands"), ("代购", "代办", "买菜", "errand", "shopping")),
    "company": Skill(Words("陪伴", "company"), Words("愿意陪伴", "keeps company"), ("陪聊", "陪护", "探访", "companionship", "visits")),
    "transport": Skill(Words("接送", "lifts"), Words("能接送", "gives lifts"), ("出行", "有车", "transport", "lift", "rides")),
    "tutoring": Skill(Words("辅导", "tutoring"), Words("会辅导", "tutors"), ("作业辅导", "家教", "教学", "tutor", "teaching")),
    "digital": Skill(Words("手机电脑", "phones and computers"), Words("懂手机电脑", "knows phones and computers"), ("智能手机", "电脑", "手机", "digital", "computers", "phones")),
    "goods": Skill(Words("捐物", "goods"), Words("能提供物品", "gives goods"), ("物资", "物品", "捐赠", "donations")),
    "cleaning": Skill(Words("打扫", "cleaning"), Words("能打扫", "helps to clean"), ("清洁", "卫生", "大扫除")),
    "farm": Skill(Words("农活", "farm work"), Words("会农活", "does farm work"), ("务农", "农忙", "farm", "farming")),
    "public": Skill(Words("公共事务", "public matters"), Words("办公共事务", "handles public matters"), ("公共", "巡查")),
    "health": Skill(Words("健康", "health"), Words("懂健康护理", "knows health care"), ("医疗", "义诊", "量血压", "急救", "first aid", "medical")),
    "advice": Skill(Words("咨询", "advice"), Words("能提供咨询", "gives advice"), ("法律", "法律咨询", "政策咨询", "心理咨询", "law", "legal advice")),
    "cleaner": Skill(Words("保洁", "cleaner"), Words("会保洁", "cleans for a living"), ("保洁员", "清洁工")),
    "mover": Skill(Words("搬运", "mover"), Words("会搬运", "moves heavy things"), ("搬运工", "搬家", "搬家工", "moving")),
    "labourer": Skill(Words("小工", "labourer"), Words("能出力", "lends a hand"), ("普工", "杂工", "力工", "laborer")),
    "bricklayer": Skill(Words("瓦工", "bricklayer"), Words("会瓦工", "lays bricks"), ("泥瓦工", "泥工", "砌墙", "mason")),
    "carpenter": Skill(Words("木工", "carpenter"), Words("会木工", "does carpentry"), ("木匠", "carpentry")),
    "electrician": Skill(Words("电工", "electrician"), Words("会电工", "knows electrics"), ("水电工", "水电", "electrics")),
    "plumber": Skill(Words("水工", "plumber"), Words("会修水管", "does plumbing"), ("管道工", "水暖工", "水管工", "水电工", "水电", "plumbing")),
    "painter": Skill(Words("油漆工", "painter"), Words("会刷漆", "paints"), ("刷漆", "粉刷", "油漆", "painting")),
    "welder": Skill(Words("焊工", "welder"), Words("会焊接", "welds"), ("电焊", "电焊工", "焊接", "welding")),
    "housekeeper": Skill(Words("家政", "housekeeper"), Words("会家政", "keeps house"), ("保姆", "家政员", "housekeeping")),
    "carer": Skill(Words("护理", "carer"), Words("会护理", "cares for people"), ("护工", "护理员", "月嫂", "caregiver", "nursing")),
    "cook": Skill(Words("厨师", "cook"), Words("会做饭", "cooks"), ("做饭", "厨工", "烧饭", "cooking")),
    "waiter": Skill(Words("服务员", "waiter"), Words("会待客", "waits at table"), ("waitress",)),
    "courier": Skill(Words("快递", "courier"), Words("能送货", "delivers"), ("快递员", "外卖员", "骑手", "配送", "delivery")),
    "driver": Skill(Words("司机", "driver"), Words("会开车", "drives"), ("驾驶员", "开车", "驾驶", "driving")),
    "factory": Skill(Words("工厂工", "factory worker"), Words("有工厂经验", "has worked in a factory"), ("操作工", "流水线", "工厂", "factory work")),
    "packer": Skill(Words("打包", "packer"), Words("会打包", "packs"), ("打包工", "包装工", "分拣", "packing")),
    "farmhand": Skill(Words("农工", "farmhand"), Words("会干农活", "works on farms"), ("采茶", "采摘", "采茶工", "farm hand")),
    "gardener": Skill(Words("园艺", "gardener"), Words("会园艺", "gardens"), ("园丁", "绿化", "绿化工", "修剪", "gardening")),
    "guard": Skill(Words("保安", "guard"), Words("会值守", "keeps guard"), ("保安员", "门卫", "security")),
    "promoter": Skill(Words("促销", "promoter"), Words("会宣传", "promotes"), ("促销员", "导购", "宣传", "promotion")),
    "sewer": Skill(Words("缝纫", "sewer"), Words("会缝纫", "sews"), ("裁缝", "缝纫工", "sewing", "tailor")),
    "other": Skill(Words("其他", "other"), Words("愿意帮忙", "is glad to help"), ("什么都行", "都可以", "any")),
}  # fmt: skip

# How the database calls them: by their place in the table, so new ones are added at its end.
NUMBERS = {code: number for number, code in enumerate(SKILLS)}

# Who qualifies for a kind of wish of which nothing finer is known. Nobody has to qualify for `other`.
_QUALIFIED: dict[str, tuple[str, ...]] = {
    "repair": ("repair", "electrician", "plumber", "carpenter"),
    "errand": ("errand", "courier"),
    "company": ("company", "carer"),
    "transport": ("transport", "driver"),
    "tutoring": ("tutoring",),
    "digital": ("digital",),
    "goods": ("goods",),
    "cleaning": ("cleaning", "cleaner", "housekeeper"),
    "farm": ("farm", "farmhand"),
    "public": ("public",),
    "health": ("health", "carer"),
    "advice": ("advice",),
    "other": (),
}

# The first that fits is taken: a leaking roof is a bricklayer's, a leaking pipe a plumber's.
_FINER: dict[str, tuple[tuple[str, str], ...]] = {
    "repair": (
        ("welder", r"焊|铁门|铁栏|护栏|\bweld|\brailings?\b"),
        ("electrician", (r"灯|插座|插头|开关|跳闸|电闸|保险丝|电线|电路|线路|停电|没电|没有电|漏电|触电"
                        r"|\b(?:light|lights|bulbs?|lamps?|sockets?|outlets?|fuses?|wiring|switch(?:es)?|electric\w*|tripp\w+|breaker|power)\b")),
        ("bricklayer", r"屋顶|房顶|瓦片|盖瓦|砌|墙裂|墙塌|院墙|漏雨|\b(?:roof|bricks?|tiles?)\b"),
        ("plumber", (r"水管|漏水|水龙头|龙头|马桶|下水|厕所.{0,4}堵|堵.{0,4}厕所|水池|洗手池|没水|停水|水表|水阀|地漏|热水器"
                    r"|\b(?:pipes?|leak\w*|taps?|faucets?|toilets?|drains?|sinks?|plumb\w*|water heater|boiler)\b")),
        ("painter", r"刷墙|粉刷|掉漆|墙皮|油漆|刷漆|\bpaint\w*"),
        ("carpenter", r"(?<!上)门(?!口)|窗|柜|床|桌|椅|凳|抽屉|合页|地板|\b(?:doors?|windows?|cupboards?|wardrobes?|beds?|tables?|chairs?|drawers?|hinges?|shelf|shelves)\b"),
    ),
    "errand": (("cook", r"做饭|烧饭|煮饭|做顿饭|\bcook\w*"),),
    "goods": (("sewer", r"缝|改裤|改衣|拉链|\bsew\w*|\bzip\w*"),),
    "company": (("carer", r"卧床|翻身|擦身|瘫痪|喂饭|\bbedridden\b"),),
    "farm": (("gardener", r"修剪|剪枝|果树|\bprun\w*"),),
}  # fmt: skip

# Whatever can be wished for, by kind and finer skill.
WISHES: tuple[tuple[str, str | None], ...] = (
    *((kind, None) for kind in _QUALIFIED),
    *((kind, skill) for kind, finer in _FINER.items() for skill, _ in finer),
)


def parse_skills(text: str) -> list[str]:
    """The codes of skills written as codes or labels in either language; none for an empty text."""
    codes: list[str] = []
    for written in re.split(r"[,;、/|\n]+", _plain(text)):
        codes += _codes(written.strip())
    return list(dict.fromkeys(codes))


def able(kind: str, skill: str | None = None) -> tuple[str, ...]:
    """Any one of these qualifies for the wish, the most fitting first; an empty answer means that everybody does."""
    qualified = _QUALIFIED[kind]
    if skill is None or not qualified:
        return qualified
    return tuple(dict.fromkeys((skill, kind)))


def sought(kind: str, skill: str | None = None) -> str:
    """What a wish asks for, in one word: whoever can be asked for that word is able, and nobody else."""
    return skill if skill and _QUALIFIED[kind] else kind


def mask(skills: Iterable[str]) -> int:
    return sum(1 << NUMBERS[code] for code in set(skills))


def by_mask(mask: int) -> frozenset[str]:
    return frozenset(code for code, number in NUMBERS.items() if mask >> number & 1)


def skill_for(kind: str, text: str) -> str | None:
    """The finer skill that the words of a wish ask for: 灯泡坏了 is an electrician's."""
    plain = _plain(text)
    return next((skill for skill, pattern in _FINER.get(kind, ()) if re.search(pattern, plain)), None)


def label_words(code: str) -> Words:
    return SKILLS[code].label


def reason_words(code: str) -> Words:
    return SKILLS[code].reason


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _spellings() -> dict[str, list[str]]:
    spellings: dict[str, list[str]] = {}
    for code, skill in SKILLS.items():
        for written in dict.fromkeys((code, *map(str.lower, skill.label), *skill.also)):
            spellings.setdefault(written, []).append(code)
    return spellings


_SPELLINGS = _spellings()


def _codes(written: str) -> list[str]:
    if not written:
        return []
    if written in _SPELLINGS:
        return _SPELLINGS[written]
    parts = written.split()
    if len(parts) > 1 and all(part in _SPELLINGS for part in parts):
        return [code for part in parts for code in _SPELLINGS[part]]
    raise _unknown(written)


def _unknown(written: str) -> Unreadable:
    shown = written[:20]
    near = [code for word in get_close_matches(written[:40], _SPELLINGS, 5, 0.5) for code in _SPELLINGS[word]]
    codes = list(dict.fromkeys(near or SKILLS))
    labels = [SKILLS[code].label for code in codes[:6]]
    return Unreadable(
        f"没有“{shown}”这项技能，可以写：{'、'.join(label.zh for label in labels)}等",
        f'there is no skill "{shown}"; among others there are: {", ".join(label.en for label in labels)}',
    )
