from base.words import Words

KINDS = {
    "repair": Words("维修", "repair"),
    "errand": Words("跑腿代办", "errand"),
    "company": Words("陪伴", "company"),
    "transport": Words("接送", "transport"),
    "tutoring": Words("学习辅导", "tutoring"),
    "digital": Words("教用手机", "help with a phone"),
    "goods": Words("求物", "goods"),
    "cleaning": Words("打扫", "cleaning"),
    "farm": Words("农活", "farm work"),
    "public": Words("公共事务", "public matter"),
    "health": Words("健康", "health"),
    "advice": Words("政策咨询", "advice"),
    "wages": Words("欠薪", "unpaid wages"),
    "other": Words("其他", "other"),
}

# Nothing for volunteers: the office of the area deals with it.
OFFICE_KINDS = frozenset({"public", "wages"})
