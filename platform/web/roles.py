"""The roles of people, in words."""

from base.words import Words

ROLES = {
    "resident": Words("居民", "resident"),
    "volunteer": Words("志愿者", "volunteer"),
    "worker": Words("工人", "worker"),
    "staff": Words("驿站员工", "station staff"),
    "steward": Words("管家", "steward"),
    "coordinator": Words("协调员", "coordinator"),
    "newcomer": Words("新号码", "new number"),
}
