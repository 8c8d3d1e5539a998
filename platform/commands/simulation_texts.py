"""How the residents of a simulation write. Wordings that are read without a doubt: what is tried is whom we ask, not how we read."""

# kind -> how often it is wished for, and in which words
ONE = {
    "repair": (22, (
        "客厅的灯泡坏了，够不着，请人帮忙换一下",
        "厨房的水龙头漏水，请人帮忙修一下",
        "卧室的门关不上了，请人帮忙修一下",
        "墙上的插座没有电了，请人来看看",
    )),
    "errand": (18, ("腿脚不便，请人帮忙买点菜", "请人帮我去药房买盒降压药", "快递太重拿不动，请人帮我取一下")),
    "company": (15, ("一个人在家，想请人陪我聊聊天", "想找个人陪我下下象棋")),
    "transport": (12, ("要去医院复查，没有车，请人接送一下", "去卫生院换药走不动，请人开车送一下")),
    "digital": (11, ("不会用手机挂号，请人教一教", "想学怎么用微信视频，请人教教我")),
    "cleaning": (8, ("腰伤了弯不下去，请人帮忙打扫一下屋子", "玻璃太高擦不到，请人帮忙擦一擦")),
    "tutoring": (6, ("孙子数学跟不上，请人辅导一下作业", "孙女英语听不懂，请人补补课")),
    "goods": (4, ("天冷了，想要一床旧被子", "孙子上学缺个书包，旧的也行")),
    "health": (4, ("请人上门帮忙量个血压", "不会用血糖仪，请人教一教")),
}  # fmt: skip

SEVERAL = (
    ("cleaning", 2, "屋里要大扫除，想请两个人帮忙打扫"),
    ("farm", 2, "稻子要抢收，想请两个人帮半天"),
    ("farm", 3, "橘子熟了没人摘，想请三个人帮忙"),
)

URGENT = "急！"
WHEN = ("明天上午，", "明天下午，", "后天上午，", "后天下午，")

TAKES, DECLINES, IS_DONE = "接{}", "不{}", "完成{}"
CONFIRMS, REJECTS, WITHDRAWS = "确认{} 5", "{}没修好", "取消{}"
STOP, PAUSE = "退订", "请别再发了"
