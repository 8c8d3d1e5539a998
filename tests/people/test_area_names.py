import re

import pytest

from people.area_names import english, short
from people.areas import tree


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("万秀村委会", "万秀村"),
        ("东湖村民委员会", "东湖村"),
        ("肖桥村村委会", "肖桥村"),
        ("温泉社区居民委员会", "温泉社区"),
        ("陆溪社区居委会", "陆溪社区"),
        ("车埠居委会", "车埠社区"),
        ("黄龙林场虚拟生活区", "黄龙林场生活区"),
        ("贺胜桥镇", "贺胜桥镇"),
    ],
)
def test_nobody_says_the_committee(name: str, said: str) -> None:
    assert short(name) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("咸安区", "Xian'an District"),
        ("赤壁市", "Chibi City"),
        ("嘉鱼县", "Jiayu County"),
        ("贺胜桥镇", "Heshengqiao Town"),
        ("大幕乡", "Damu Township"),
        ("温泉街道", "Wenquan Subdistrict"),
        ("万秀村委会", "Wanxiu Village"),
        ("肖桥村村委会", "Xiaoqiao Village"),
        ("车埠居委会", "Chebu Community"),
        ("厦铺镇", "Xiapu Town"),
        ("朝阳社区", "Chaoyang Community"),
        ("长岭村委会", "Changling Village"),
        ("绿山村委会", "Lüshan Village"),
        ("官塘驿林场虚拟生活区", "Guantangyi Forest Farm Residential Area"),
        ("咸宁市经济技术开发区", "Xianning Economic and Technological Development Zone"),
        ("湖北咸安经济开发区", "Hubei Xian'an Economic Development Zone"),
        ("开发区", "Development Zone"),
        ("蒲纺集团桂花树社区居委会", "Pufang Group Guihuashu Community"),
    ],
)
def test_english_names_are_pinyin_and_a_word_for_the_kind(name: str, said: str) -> None:
    assert english(name) == said


def test_the_file_of_english_names_is_what_the_rules_make() -> None:
    assert {code: node.name_en for code, node in tree().items()} == {code: english(node.name) for code, node in tree().items()}


KINDS = "City|District|County|Town|Township|Subdistrict|Zone|Park|Reserve|Farm|Village|Community|Residential Area"


def test_every_english_name_is_latin_and_ends_with_its_kind() -> None:
    for node in tree().values():
        assert re.fullmatch(rf"([A-Z][a-zü']+ )*({KINDS})", node.name_en) or " and " in node.name_en, node


def test_siblings_have_different_names_in_both_languages() -> None:
    for names in ([(node.parent, short(node.name)) for node in tree().values()], [(node.parent, node.name_en) for node in tree().values()]):
        assert len(set(names)) == len(names)
