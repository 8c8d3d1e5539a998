"""The columns of a sheet of listings, and the words in them that are ours."""

from base.words import Words

COLUMNS = {
    "kind": Words("类别", "Kind"),
    "day": Words("日期", "Date"),
    "occupation": Words("职业", "Occupation"),
    "title": Words("名称", "Title"),
    "employer": Words("用人单位", "Employer"),
    "hours": Words("时间", "Hours"),
    "pay": Words("工资", "Pay"),
    "heads": Words("人数", "Heads"),
    "area": Words("区域", "Area"),
    "place": Words("地点", "Place"),
    "contact": Words("联系人", "Contact"),
    "phone": Words("电话", "Phone"),
    "certificate": Words("证书", "Certificate"),
    "bring": Words("自带物品", "Bring"),
    "meals": Words("包餐", "Meals"),
    "transport": Words("交通", "Transport"),
    "note": Words("备注", "Note"),
}
KINDS = {"job": Words("用工", "job"), "training": Words("培训", "training")}
EXAMPLES = ("示例", "Example")
MEALS = {True: Words("是", "yes"), False: Words("否", "no")}
