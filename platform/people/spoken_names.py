"""What people call an area: the official name, the forms they use for it, and the bare name without its ending."""

import re
from dataclasses import dataclass

from people.area_names import short

VILLAGE = re.compile(r"^(?P<base>.+?)(?:村民委员会|村委会)$")
COMMUNITY = re.compile(r"^(?P<base>.+?)(?:社区居民委员会|社区居委会|社区|居民委员会|居委会)$")
TOWN = re.compile(r"^(?P<base>.+?)(?P<ending>街道|镇|乡)$")
COUNTY = re.compile(r"^(?P<base>.+?)[市县区]$")
OWNERS = ("蒲纺集团", "潘家湾镇")  # written in front of a community's own name
SPELT_ALSO = {"牌洲湾": "簰洲湾", "横石谭": "横石潭"}

# Bare names that are ordinary words: they name a place only right after their county or town.
_EVERYDAY = """
    路口 港口 大路 桂花 五里 新街 新店 青山 开发区 街道 阳光 和平 凤凰 长寿 花园 新建 水库 桥头 桥边 桥上 太平 清水
    绿化 农林 东山 天门 山下 山口 古城 高峰 高升 长安 利民 朝阳 环城 东门 南门 南山 北山 中山 竹林 茶园 沙口 源头
    洞口 水口 进口 码头 岔路口 步行街 十字街 大桥 石桥 新桥 浮桥 金星 明星 星星 红石 宝石 白马 白鹤 狮子 草鞋 梅花
    桃花 莲花塘 三角 石门 龙门 大地 晨光 红光 烽火 兴龙 新民 新联 群力 勤俭 丰乐 长丰 辉煌 复兴 东风 春雷 八一 七里
    向阳 香山 大市 板桥 三桥 学府 高新 高铁 花坛 金叶 梅园 樱花 银城 新城 新塔 三湖 东街 南街 西街 北街 东大街
    西大街 南大街 北正街 老屋 新屋 大竹 牌楼 石山 金山 铁山 老河 油坊 油市 东源 云水 车田 大源 小源 三源 江源 寺前
    庙下 堰下 岩下 岭下 塘下 寨下 河背 港背 寺背 中心坪 凉亭 宝塔 雁塔 碧桂园 河北街 北站 矿务局 三元 东村 青云 松柏
    枫树 柳林 和尚岭
"""
EVERYDAY = frozenset(_EVERYDAY.split())


@dataclass(frozen=True, slots=True)
class Names:
    full: tuple[str, ...]
    bare: str | None


def names_of(official: str, level: str) -> Names:
    match level:
        case "village":
            return _village(official)
        case "town":
            return _town(official)
        case _:
            found = COUNTY.match(official)
            return Names((official,), found["base"] if found else None)


def _village(official: str) -> Names:
    if found := VILLAGE.match(official):
        base = _without_doubled_ending(found["base"])
        return Names((official, base + "村委会", base + "村民委员会", base + "村"), base)
    if "虚拟" not in official and (found := COMMUNITY.match(official)):
        base = _without_owner(found["base"])
        endings = ("社区", "社区居委会", "社区居民委员会", "居委会", "居民委员会")
        return Names((official, short(official), *(s + e for s in _spellings(base) for e in endings)), base)
    return Names((official, short(official)), None)


def _town(official: str) -> Names:
    if not (found := TOWN.match(official)):
        return Names((official, official.removeprefix("湖北")), official if official == "开发区" else None)
    base = found["base"]
    offices = ("街道办事处", "街道办", "办事处") if found["ending"] == "街道" else ()
    full = (spelling + ending for spelling in _spellings(base) for ending in (found["ending"], *offices))
    return Names((official, *full), base)


def _without_doubled_ending(base: str) -> str:
    return base[:-1] if base.endswith("村") and len(base) > 2 else base


def _without_owner(base: str) -> str:
    for owner in OWNERS:
        base = base.removeprefix(owner)
    return base


def _spellings(base: str) -> tuple[str, ...]:
    return (base, SPELT_ALSO[base]) if base in SPELT_ALSO else (base,)
