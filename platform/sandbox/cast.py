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


@dataclass(frozen=True)
class Story:
    """`name` is that of its wording; `starter` the text with which it begins."""

    name: str
    starter: Words


RESIDENT_OF_WANXIU = CastMember("+8616000000001", "刘奶奶", "Grandma Liu", "resident", "421202104219", "万秀村", "Wanxiu village")
RESIDENT_OF_HESHENGQIAO = CastMember("+8616000000006", "张大爷", "Grandpa Zhang", "resident", "421202104001", "贺胜桥社区", "Heshengqiao")
FIRST_VOLUNTEER = CastMember("+8616000000002", "陈师傅", "Mr Chen", "volunteer", "421202104", "贺胜桥镇电工", "electrician")
SECOND_VOLUNTEER = CastMember("+8616000000003", "周晓", "Zhou Xiao", "volunteer", "421202104", "贺胜桥镇电工", "electrician")
STEWARD = CastMember("+8616000000004", "王管家", "Steward Wang", "steward", "421202104219", "万秀村", "Wanxiu village")
COORDINATOR = CastMember("+8616000000005", "李主任", "Director Li", "coordinator", "421202", "咸安区", "Xian'an")
BRICKLAYER = CastMember("+8616000000008", "何师傅", "Mr He", "worker", "421202001", "温泉瓦工", "bricklayer, Wenquan")
LABOURER = CastMember("+8616000000009", "鲁师傅", "Mr Lu", "worker", "421202001", "温泉小工", "labourer, Wenquan")
CLEANER = CastMember("+8616000000010", "胡姐", "Ms Hu", "worker", "421202001", "温泉保洁", "cleaner, Wenquan")
CLERK = CastMember("+8616000000011", "小方", "Xiao Fang", "staff", "421202001", "温泉零工驿站", "Wenquan Gig Station")
# Not in the demo city: whoever texts from here is met for the first time.
NEWCOMER = CastMember("+8616000000007", "新号码", "New number", "newcomer", None, "系统还不认识", "unknown")

CAST = (
    RESIDENT_OF_WANXIU,
    STEWARD,
    RESIDENT_OF_HESHENGQIAO,
    FIRST_VOLUNTEER,
    SECOND_VOLUNTEER,
    COORDINATOR,
    BRICKLAYER,
    LABOURER,
    CLEANER,
    CLERK,
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
WORK = Words("找活 瓦工 250以上 咸安 明天", "Looking for work as a bricklayer, 250 yuan a day or more, Xian'an, tomorrow")
STORIES = {
    RESIDENT_OF_WANXIU.phone: Story("drought", DROUGHT),
    RESIDENT_OF_HESHENGQIAO.phone: Story("bulb", BULB),
    BRICKLAYER.phone: Story("work", WORK),
}
"""By the phone with which each begins."""
