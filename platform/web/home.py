"""The first page: what this is, how to take part, and in the demo what to try."""

from typing import Any

from litestar import Request, Response, get
from litestar.di import NamedDependency

from base.phone import shown
from base.settings import settings
from web.i18n import N_
from web.pages import page
from web.reader import Reader
from wishes import board

RESIDENT, VOLUNTEER, WORKER, ANYBODY = N_("居民"), N_("志愿者"), N_("找活的人"), N_("谁都可以")
GRAMMAR = (
    (RESIDENT, N_("查询 27"), N_("办到哪一步了")),
    (RESIDENT, N_("取消 27"), N_("不用帮了")),
    (RESIDENT, N_("确认 27 5"), N_("确实办好了，给 5 分")),
    (RESIDENT, N_("27没修好"), N_("还没好，接着办")),
    (VOLUNTEER, N_("接 27"), N_("我去帮。地址和电话随后发给您")),
    (VOLUNTEER, N_("不 27"), N_("去不了，请问别人")),
    (VOLUNTEER, N_("完成 27"), N_("办好了，请居民确认")),
    (WORKER, N_("找活 瓦工 250以上 明天 咸安"), N_("有合适的活就告诉我；发“不找了”就停")),
    (WORKER, N_("报名 45"), N_("我去。满了就排队，有空位马上告诉您")),
    (WORKER, N_("取消 45"), N_("去不了，把位子让给别人")),
    (WORKER, N_("查询 45"), N_("报上没有，排第几，还有几个名额")),
    (ANYBODY, N_("帮助"), N_("怎么用")),
    (ANYBODY, N_("退订"), N_("不再收短信；发“恢复”再收")),
)


@get("/")
async def show_home(request: Request[Any, Any, Any], reader: NamedDependency[Reader]) -> Response[str]:
    number = shown(settings().sms_from)
    return await page(request, reader, "home.html", number=number, grammar=GRAMMAR, figures=await board.figures())
