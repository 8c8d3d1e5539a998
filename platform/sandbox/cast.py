"""The people of the story. The demo city gives them their places; the page gives them their phones."""

from dataclasses import dataclass

from base.words import Words


@dataclass(frozen=True)
class CastMember:
    phone: str
    name: str
    name_en: str
    role: str
    area_code: str | None
    note: str
    note_en: str


RESIDENT_OF_WANXIU = CastMember("+8616000000001", "刘奶奶", "Grandma Liu", "resident", "421202104219", "万秀村", "Wanxiu village")
RESIDENT_OF_HESHENGQIAO = CastMember("+8616000000006", "张大爷", "Grandpa Zhang", "resident", "421202104001", "贺胜桥社区", "Heshengqiao")
FIRST_VOLUNTEER = CastMember("+8616000000002", "陈师傅", "Mr Chen", "volunteer", "421202104", "贺胜桥镇电工", "electrician")
SECOND_VOLUNTEER = CastMember("+8616000000003", "周晓", "Zhou Xiao", "volunteer", "421202104", "贺胜桥镇电工", "electrician")
STEWARD = CastMember("+8616000000004", "王管家", "Steward Wang", "steward", "421202104219", "万秀村", "Wanxiu village")
COORDINATOR = CastMember("+8616000000005", "李主任", "Director Li", "coordinator", "421202", "咸安区", "Xian'an")
# Not in the demo city: whoever texts from here is met for the first time.
NEWCOMER = CastMember("+8616000000007", "新号码", "New number", "newcomer", None, "系统还不认识", "unknown")

CAST = (
    RESIDENT_OF_WANXIU,
    STEWARD,
    RESIDENT_OF_HESHENGQIAO,
    FIRST_VOLUNTEER,
    SECOND_VOLUNTEER,
    COORDINATOR,
    NEWCOMER,
)
BY_PHONE = {member.phone: member for member in CAST}

DROUGHT = Words(
    "很久没下雨,绿化树、草皮都快干死了,能否安排洒水车来救救急?",
    "No rain for weeks: the trees and lawns are dying. Could a water truck come and save them?",
)
BULB = Words(
    "客厅的灯泡坏了,够不着,想请会电工的帮忙换一下",
    "The bulb in my living room is broken and out of reach. Could an electrician help me change it?",
)
STARTERS = {RESIDENT_OF_WANXIU.phone: DROUGHT, RESIDENT_OF_HESHENGQIAO.phone: BULB}
