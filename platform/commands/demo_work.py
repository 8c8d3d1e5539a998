"""Who gives work in the demo city, what kind, and what the stations teach. All of it is made up."""

from typing import NamedTuple


class Job(NamedTuple):
    """What one employer wants again and again. `yuan` is paid `per` day or hour; `heads`: between so many."""

    occupation: str
    title: str
    yuan: int
    per: str
    starts: str
    hours: float
    heads: tuple[int, int]
    bring: str = ""
    certificate: str | None = None
    meals: bool = False


class Business(NamedTuple):
    """`name` begins with the station's town and a word of its own."""

    name: str
    places: tuple[str, ...]
    jobs: tuple[Job, ...]


BUSINESSES = (
    Business("建筑劳务有限公司", ("安置房二期工地", "学校扩建工地", "沿河步道工地"), (
        Job("bricklayer", "瓦工", 280, "day", "7:00", 9.5, (3, 6), "瓦刀、安全帽"),
        Job("labourer", "工地小工", 230, "day", "7:00", 9.5, (3, 8), "手套", meals=True),
        Job("carpenter", "木工", 300, "day", "7:30", 9, (1, 3), "自带工具"),
        Job("painter", "油漆工", 280, "day", "8:00", 9, (1, 3)),
        Job("electrician", "电工", 300, "day", "8:00", 8, (1, 2), "电工证原件", "electrician"),
        Job("welder", "焊工", 320, "day", "8:00", 8, (1, 2), "焊工证原件", "welder"),
    )),
    Business("物业服务有限公司", ("桂香花园小区", "政务中心", "滨河小区"), (
        Job("cleaner", "小区保洁", 24, "hour", "6:30", 4, (3, 5)),
        Job("cleaner", "开荒保洁", 220, "day", "13:00", 8, (3, 6), "胶鞋", meals=True),
        Job("gardener", "绿化养护", 210, "day", "7:00", 8, (2, 5), "草帽、手套"),
        Job("guard", "夜班保安", 270, "day", "20:00", 12, (1, 2)),
    )),
    Business("物流有限公司", ("物流园2号库", "货运站北门"), (
        Job("mover", "装卸工", 260, "day", "8:00", 9, (3, 7), "手套", meals=True),
        Job("packer", "快递分拣", 23, "hour", "17:30", 5, (3, 7)),
        Job("packer", "夜班分拣", 240, "day", "22:00", 8, (2, 5), meals=True),
        Job("courier", "送货员", 26, "hour", "9:00", 8, (1, 3), "充好电的手机"),
        Job("mover", "夜间卸货", 200, "day", "23:30", 6, (2, 4), "手套"),
    )),
    Business("餐饮管理有限公司", ("迎宾楼酒家", "老街饭店"), (
        Job("waiter", "宴席服务员", 25, "hour", "16:30", 5, (3, 7), "深色裤子、平底鞋", meals=True),
        Job("cook", "后厨帮工", 24, "hour", "9:30", 5, (1, 3), "健康证", "health", meals=True),
        Job("cleaner", "洗碗工", 23, "hour", "17:00", 4.5, (1, 3), meals=True),
    )),
    Business("种植专业合作社", ("茶山脚下集合", "柑橘园入口"), (
        Job("farmhand", "采茶工", 200, "day", "6:30", 9, (4, 9), "草帽、水壶", meals=True),
        Job("farmhand", "摘橘子", 210, "day", "7:00", 9, (3, 8), "手套", meals=True),
    )),
    Business("食品有限公司", ("食品厂3号车间", "食品厂南门"), (
        Job("factory", "车间普工", 23, "hour", "8:00", 9, (3, 8), "身份证", meals=True),
        Job("packer", "打包工", 22, "hour", "13:30", 5, (2, 5), "身份证"),
    )),
    Business("养老服务中心", ("人民医院住院部门口", "颐养院一楼"), (
        Job("carer", "医院陪护", 260, "day", "8:00", 10, (1, 2)),
        Job("carer", "夜间陪护", 270, "day", "20:00", 12, (1, 2)),
    )),
)  # fmt: skip

AT_HOME = Business("", ("幸福路12号", "人民路66号3单元", "书院街9号", "桂花巷21号"), (
    Job("housekeeper", "家庭保洁", 30, "hour", "9:00", 4, (1, 1)),
    Job("mover", "搬家帮手", 200, "day", "13:00", 5, (2, 3), "手套"),
    Job("painter", "刷墙", 260, "day", "8:00", 9, (1, 1), "滚筒、刮刀"),
))  # fmt: skip
"""Of people who want something done at home."""

WORDS_OF_FIRMS = ("晨桂", "楚源", "同泰", "顺禾", "金穗", "宏达", "永兴", "恒信", "长青", "广源", "和顺", "双溪", "启明", "春晖")


class Training(NamedTuple):
    title: str
    teaches: str | None
    certificate: str | None
    bring: str


TRAININGS = (
    Training("家政收纳实训", "housekeeper", None, "围裙"),
    Training("老人照护入门", "carer", None, "笔和本子"),
    Training("办理健康证", None, "health", "身份证、一寸照片"),
    Training("抹灰砌墙基本功", "bricklayer", None, "劳保手套"),
    Training("叉车证考前班", None, "forklift", "身份证"),
)
TRAINING_STARTS, TRAINING_HOURS, SEATS = "19:00", 2, 20

WHY_CANCELLED = ("雨太大，工地停工", "货车晚点，改天再卸", "用人单位临时取消", "停电，车间不开工")
# A second person must read it first; it is never published.
ASKS_FOR_MONEY = "先交300元押金，干满三天退"

FOREIGNERS = ("Grace Mensah", "Pavel Novak", "Linh Tran", "Ahmed Karim", "Sofia Rossi", "James Okello")
