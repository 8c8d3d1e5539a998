"""What a second person must read first, and what may go out at once."""

import pytest

from jobs.suspicion import reasons_to_hold

DEPOSIT = "asks the worker for a deposit"
CLOTHING = "asks the worker to pay for clothing"
TRAINING = "asks the worker to pay for training"
FEE = "asks the worker for a fee"
ORDERS = "is about fake orders"
ADVANCE = "asks the worker to pay in advance"
WECHAT = "sends the worker to a private WeChat account"
QQ = "sends the worker to a private QQ account"
ACCOUNT = "sends the worker to a private chat account"
GROUP = "sends the worker to a private chat or group"

HELD = [
    ("入职交押金200元", DEPOSIT),
    ("工具押金100，做满三天退", DEPOSIT),
    ("押金可退", DEPOSIT),
    ("需要押金，不收中介费", DEPOSIT),
    ("需缴保证金", DEPOSIT),
    ("押-金50", DEPOSIT),
    ("押 金 五十", DEPOSIT),
    ("押.金", DEPOSIT),
    ("保證金一百", DEPOSIT),
    ("押金0.5万", DEPOSIT),
    ("先押300元", DEPOSIT),
    ("交诚意金", DEPOSIT),
    ("服装费80元从工资里扣", CLOTHING),
    ("工装费自理", CLOTHING),
    ("岗前培训费300", TRAINING),
    ("培訓費另計", TRAINING),
    ("培 训 费 先付", TRAINING),
    ("学费分期", TRAINING),
    ("中介费100元", FEE),
    ("入职费50", FEE),
    ("体检费60元现场交", FEE),
    ("收取报名费", FEE),
    ("在家刷单日赚300", ORDERS),
    ("刷—单员", ORDERS),
    ("做任务返佣金", ORDERS),
    ("先垫付后返还", ADVANCE),
    ("先交50元", ADVANCE),
    ("先交钱再上岗", ADVANCE),
    ("上岗前每人交两百", ADVANCE),
    ("需交100", ADVANCE),
    ("提前缴费", ADVANCE),
    ("账号充值后派单", ADVANCE),
    ("加微信详谈", WECHAT),
    ("加我微信", WECHAT),
    ("加老板的微信", WECHAT),
    ("微信：abc12345", WECHAT),
    ("微信号 wu_gong_88", WECHAT),
    ("电话微信同号", WECHAT),
    ("手机号就是微信", WECHAT),
    ("加VX lao666", WECHAT),
    ("加薇信", WECHAT),
    ("徽信号见群公告", WECHAT),
    ("微.信联系", WECHAT),
    ("ＶＸ：laozhou", WECHAT),
    ("加v详聊", WECHAT),
    ("＋V 13800138000", WECHAT),
    ("加微了解", WECHAT),
    ("V信：laozhou88", WECHAT),
    ("wxid_a1b2c3d4e5", WECHAT),
    ("wechat id laozhou", WECHAT),
    ("联系QQ 12345678", QQ),
    ("QQ:12345678", QQ),
    ("Q Q 号 12345678", QQ),
    ("加扣扣", QQ),
    ("加q 12345678", QQ),
    ("Telegram @boss", ACCOUNT),
    ("下载纸飞机联系", ACCOUNT),
    ("WhatsApp +1 415 555 2671", ACCOUNT),
    ("TG：boss", ACCOUNT),
    ("有意私聊", GROUP),
    ("私信我", GROUP),
    ("进群报名", GROUP),
    ("拉你进微信群", GROUP),
    ("加群领任务", GROUP),
    ("A deposit of 50 yuan", DEPOSIT),
    ("upfront fee required", FEE),
    ("Registration fee 30 yuan", FEE),
    ("pay in advance", FEE),
    ("uniform fees apply", FEE),
]

FREE = [
    "",
    "瓦工两名，贴地砖，250元一天，日结",
    "不收押金",
    "不收任何押金、服装费",
    "不收押金和培训费",
    "无押金",
    "免押金，当天结账",
    "押金：无",
    "押金0元",
    "零押金",
    "不收任何费用",
    "不收取任何形式的中介费",
    "没有中介费、报名费",
    "中介费一律不收",
    "培训费全免",
    "免培训费",
    "服装费公司出",
    "体检费公司报销",
    "押金不收，工资日结",
    "无需交押金",
    "不用先交钱",
    "谨防刷单",
    "刷单勿扰，不刷单",
    "不垫付",
    "拒绝垫资",
    "任何人以培训为名要钱请举报",
    "岗前免费培训半天",
    "瓦工入门培训，免费",
    "培训讲师",
    "管理微信群的文员",
    "微信运营专员",
    "会用微信",
    "工资微信结算",
    "工资当天微信转账",
    "关注微信公众号看通知",
    "不加微信，直接打电话",
    "不用加QQ",
    "请勿加微信",
    "群众演员，参加群演",
    "加微波炉生产线",
    "缝纫工，加扣子",
    "停车场收费员",
    "物业缴费窗口收银员",
    "发票刷单据整理",
    "现金押运员",
    "金属制品厂普工，需要押车",
    "保证金属件无划痕",
    "冲压，金属件打磨",
    "VIVO手机专柜促销",
    "220V电工",
    "video editor",
    "邮箱 hr@qq.com",
    "先交身份证复印件",
    "交通方便，提供交通费",
    "每人付250元，当天付清",
    "劳务费日结",
    "production line worker",
    "No deposit",
    "no fees of any kind, no deposit",
    "deposit not required",
    "Deposit-free",
    "without any registration fee",
    "wages by direct deposit",
    "training on the job, free of charge",
]


@pytest.mark.parametrize(("text", "reason"), HELD)
def test_it_is_held(text: str, reason: str) -> None:
    assert reason in [words.en for words in reasons_to_hold(text)]


@pytest.mark.parametrize("text", FREE)
def test_it_goes_out(text: str) -> None:
    assert reasons_to_hold(text) == []


def test_every_text_of_a_listing_is_read() -> None:
    assert [words.en for words in reasons_to_hold("瓦工", "带身份证", "押金50", "加微信")] == [DEPOSIT, WECHAT]


def test_the_reason_shows_the_words() -> None:
    assert reasons_to_hold("工具押-金50元")[0].zh == "向工人收押金或保证金（“押金”）"


def test_each_reason_is_given_once() -> None:
    assert len(reasons_to_hold("押金50，保证金100", "押金可退")) == 1


def test_a_denial_covers_its_own_clause_only() -> None:
    assert reasons_to_hold("不收中介费，押金200")
