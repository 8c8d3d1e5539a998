"""Every word of the page, in both languages."""

from base.words import Words

WORDING = {
    "title": Words("短信沙盒", "SMS sandbox"),
    "brand": Words("亮灯", "Liangdeng"),
    "lead": Words(
        "这里是几部手机。替他们发短信，看亮灯怎样把一件事办到底。",
        "These are people's phones. Text for them, and watch Liangdeng see each matter through.",
    ),
    "facts": Words("关于这个沙盒", "About this sandbox"),
    "fact_sandbox": Words("这是沙盒：没有一条短信会离开这台机器", "A sandbox: no real SMS leaves this machine"),
    "fact_places": Words("人物和位置都是虚构的", "People and positions are made up"),
    "fact_hours": Words("演示不设免打扰时段，随时可以玩", "The demo keeps no quiet hours: play at any time"),
    "site": Words("打开网站", "Open the site"),
    "reload": Words("刷新", "Reload"),
    "no_script": Words(
        "浏览器没有运行脚本，新短信不会自己出现，请点“刷新”。",
        "Scripts are off in this browser, so new texts do not appear by themselves: use Reload.",
    ),
    "offline": Words("连不上短信网关，正在重试……", "The gateway does not answer. Trying again…"),
    "try_first": Words("先试试这三个故事", "Three stories to try first"),
    "drought_title": Words("树快干死了", "The trees are dying"),
    "drought_steps": Words(
        "王管家的手机会收到这件事，按短信里的提示回复|办好以后，刘奶奶确认，这件事才算了结",
        "Steward Wang's phone gets the matter: answer as the text suggests|It ends only when Grandma Liu confirms",
    ),
    "bulb_title": Words("客厅的灯泡坏了", "A broken bulb"),
    "bulb_steps": Words(
        "陈师傅和周晓都会收到邀约，让两个人都回复“接”|先答应的人得到地址，后答应的人马上知道已有人去了|换好以后，张大爷确认，这件事才算了结",
        "Mr Chen and Zhou Xiao both get an offer: let both say yes|The first gets the address, the second is told at once"
        " that it is taken|It ends only when Grandpa Zhang confirms",
    ),
    "work_title": Words("找一天的活", "A day's work"),
    "work_steps": Words(
        "何师傅马上收到合适的活，回复“报名”和编号，位子就是他的|用鲁师傅和胡姐的手机也报名：满了就排队，有人取消，马上轮到下一位"
        "|在网站上用小方的号码登录：复制昨天的用工，发布，点到岗",
        "Mr He is told at once what fits: when he applies with the number, the place is his|Apply on the phones of Mr Lu and Ms Hu too:"
        " who comes too late waits in line, and is next when somebody cancels|Sign in on the site as Xiao Fang: copy yesterday's listings,"
        " publish, mark who came",
    ),
    "send_for": Words("替{name}发送", "Send for {name}"),
    "choose": Words("选一部手机", "Choose a phone"),
    "thread": Words("{name}的短信", "Texts of {name}"),
    "empty": Words("还没有短信", "No texts yet"),
    "only_latest": Words("只显示最近 {count} 条", "Only the latest {count} are shown"),
    "unread": Words("{count} 条未读", "{count} unread"),
    "body": Words("替{name}写短信", "Text as {name}"),
    "placeholder": Words("写短信", "Write a text"),
    "send": Words("发送", "Send"),
    "replies": Words("快捷回复", "Quick replies"),
    "remove": Words("移走{name}", "Remove {name}"),
    "add_title": Words("加一部手机", "Add a phone"),
    "add_hint": Words("任何号码都可以，例如 160 1000 0001", "Any number will do, such as 160 1000 0001"),
    "add_label": Words("手机号码", "Phone number"),
    "add": Words("加上", "Add"),
    "add_wrong": Words(
        "这不是电话号码。请写 11 位手机号，或以 + 开头的国际号码。",
        "This is not a phone number. Write 11 digits, or an international number that begins with +.",
    ),
    "on_its_way": Words("发送中……", "Sending…"),
    "not_answered": Words("没有送到：网站没有应答", "Not delivered: the site did not answer"),
    "refused": Words("没有送到：网站回答 {status}", "Not delivered: the site answered {status}"),
    "empty_body": Words("请先写几个字。", "Write something first."),
    "long_body": Words("太长了：一条短信最多 1600 个字。", "Too long: a text holds at most 1600 characters."),
    "resident": Words("居民", "Resident"),
    "volunteer": Words("志愿者", "Volunteer"),
    "worker": Words("工人", "Worker"),
    "staff": Words("驿站员工", "Station staff"),
    "steward": Words("管家", "Steward"),
    "coordinator": Words("协调员", "Coordinator"),
    "newcomer": Words("陌生人", "Newcomer"),
    "guest": Words("手机", "Phone"),
}
BY_LANGUAGE = {language: {key: words.in_(language) for key, words in WORDING.items()} for language in ("zh-CN", "en")}
