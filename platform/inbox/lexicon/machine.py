"""Texts that start no conversation, and the small talk around a matter."""

CONCEPTS: dict[str, str] = {
    "code": "验证码 校验码 动态码 动态密码 取件码 提取码 verification_code your_code otp one-time",
    "advert": """
        贷款 低息 额度 放款 秒批 信用卡 加微信 加我微信 加v 加qq 加群 点击链接 点击 http https www. t.cn 回t退订 退订回t 回td退订 回复td 退订回td 拒收请回复r 拒收回r 回n退订 中奖 恭喜您 恭喜你 刷单 日赚 月入 轻松赚 躺赚 发票 代开 办证 刻章 领取红包 优惠券 优惠 特价 促销活动 打折 大促 清仓 限时 免费领 免费领取
        会员 积分 兑换 投资 理财 股票 涨停 彩票 博彩 澳门 棋牌 开户 返利 楼盘 首付 开盘 包邮 直播间 下单 回馈 尊敬的用户 尊敬的客户 尊敬的会员 您的账户 您的余额 您的快件 您的话费 您的快递 您的包裹 账单 余额不足 已欠费 已扣费 套餐 流量包 办理请回复 客服热线 退款理赔 etc已 已失效 账户异常 社保卡已停用 学历提升 包过
        loan loans click_here click winner you_have_won prize discount limited_offer free_gift crypto casino special_offer invest
    """,
    "victim": "被骗 骗了 上当 怎么办 举报 诈骗 教我 不会 是真的吗 是不是骗 scammed is_this_real",
    "automatic": "自动回复 我正在开会 稍后回复 稍后联系 正在开车 现在不方便接听 来电提醒 未接来电 漏接来电 给您来电 auto-reply out_of_office",
    "ours": "回复接 回接 回复完成 回复确认 回复取消 回复帮助 回复退订 回帮助 回退订 编号 认领了 已收到您的心愿 reply_y reply_help reply_stop text_stop",
    "thanks": "谢谢 谢谢你 谢谢您 谢谢你们 感谢 多谢 非常感谢 太感谢了 辛苦了 辛苦 谢了 谢 感恩 麻烦了 麻烦你了 收到 知道了 晓得了 明白 明白了 了解 thanks thank_you thx thank cheers got_it noted",
    "greeting": "你好 您好 你们好 大家好 在吗 在不在 在么 有人吗 有人在吗 喂 早上好 上午好 中午好 下午好 晚上好 早 晚安 新年好 新年快乐 节日快乐 中秋快乐 春节快乐 哈喽 嗨 hello hi hey good_morning good_afternoon good_evening happy_new_year",
    "small": "了 啊 呀 哦 吧 呢 哈 哈哈 嗯 的 你 您 你们 大家 太 很 真的 非常 都 师傅 志愿者 亮灯 同志 so much very a lot you 祝 everyone 知道了 好的 我看看 再说 我再想想 ",
    "pause": "别再发 别发了 别再给我发 不要再发 不要再给我发 不要给我发 别给我发 不想再收 不想收到 不要发短信 不要发信息 别发短信 骚扰 别打扰 不要打扰 不要骚扰 stop_texting stop_sending stop_messaging don't_text_me do_not_text",
}
