"""The names of areas as people write them: short in Chinese, by pinyin in English.

The English names stand in areas_en.csv, made by `main` and open to correction.
"""

import csv
import re
from pathlib import Path

# Longest first: the first that fits is taken.
_KINDS = {
    "村民委员会": "Village",
    "村委会": "Village",
    "村": "Village",
    "社区居民委员会": "Community",
    "社区居委会": "Community",
    "居民委员会": "Community",
    "居委会": "Community",
    "虚拟社区": "Community",
    "社区": "Community",
    "虚拟生活区": "Residential Area",
    "生活区": "Residential Area",
    "经济技术开发区": "Economic and Technological Development Zone",
    "经济开发区": "Economic Development Zone",
    "开发区": "Development Zone",
    "商贸物流区": "Trade and Logistics Zone",
    "工业园区": "Industrial Park",
    "工业园": "Industrial Park",
    "森林公园管理处": "Forest Park",
    "自然保护管理局": "Nature Reserve",
    "奶牛良种场": "Dairy Breeding Farm",
    "林场": "Forest Farm",
    "茶场": "Tea Farm",
    "分场": "Branch Farm",
    "农场": "Farm",
    "街道": "Subdistrict",
    "镇": "Town",
    "乡": "Township",
    "区": "District",
    "县": "County",
    "市": "City",
}
# What a lone character of these names is called here, where the dictionary's first reading is another.
_LOCAL = {
    "长": "chang", "朝": "chao", "厦": "xia", "咀": "zui", "曾": "zeng", "佛": "fo", "杉": "shan", "都": "du", "陂": "pi",
}  # fmt: skip
_FIRST_WORDS = {
    "湖北": "Hubei", "咸宁市": "Xianning", "嘉鱼县": "Jiayu", "崇阳县": "Chongyang", "赤壁市": "Chibi",
    "蒲纺集团": "Pufang Group", "渔业": "Fishery", "农业": "Farming",
}  # fmt: skip


def short(name: str) -> str:
    """万秀村 for 万秀村委会, 温泉社区 for 温泉社区居民委员会: nobody says the committee."""
    name = re.sub(r"村?(村民委员会|村委会)$", "村", name)
    name = re.sub(r"(社区)?(居民委员会|居委会)$", "社区", name)
    return name.replace("虚拟", "")


def english(name: str) -> str:
    """Wanxiu Village for 万秀村委会."""
    stem, kind = _split(name)
    if not stem:
        return kind
    said = english(stem) if kind and _is_itself_an_area(stem) else _spoken(stem)
    return f"{said} {kind}".strip()


def _split(name: str) -> tuple[str, str]:
    for suffix, kind in _KINDS.items():
        if name.endswith(suffix):
            stem = name.removesuffix(suffix)
            # 肖桥村村委会 is the committee of 肖桥村.
            return (stem.removesuffix("村") or stem if kind == "Village" else stem), kind
    return name, ""


def _is_itself_an_area(stem: str) -> bool:
    """官塘驿林场 in 官塘驿林场虚拟生活区; a single character at the end, as 区 or 乡, belongs to the name."""
    return any(len(suffix) > 1 and stem.endswith(suffix) for suffix in _KINDS)


def _spoken(stem: str) -> str:
    for word, said in _FIRST_WORDS.items():
        if stem.startswith(word):
            rest = stem.removeprefix(word)
            return f"{said} {_pinyin(rest)}" if rest else said
    return _pinyin(stem)


def _pinyin(stem: str) -> str:
    # Half a second and 58 MB, and needed only to make the file: so it is no dependency of the product.
    from pypinyin import lazy_pinyin

    syllables = [_LOCAL.get(sign) or said for sign, said in zip(stem, lazy_pinyin(stem, v_to_u=True), strict=True)]
    joined = syllables[0] + "".join(f"'{said}" if said[0] in "aoe" else said for said in syllables[1:])
    return joined.capitalize()


def main() -> None:
    """Makes the English names anew after a change of areas.csv: python -m people.area_names"""
    here = Path(__file__).parent
    with (here / "areas.csv").open(encoding="utf-8", newline="") as areas:
        made = [(area["code"], english(area["name"])) for area in csv.DictReader(areas)]
    with (here / "areas_en.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("code", "name_en"), *made])


if __name__ == "__main__":
    main()
