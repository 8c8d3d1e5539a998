"""The words of a command. A message is a command when it is made of these and a number, and of nothing else."""

from itertools import product


def _each(*parts: str) -> str:
    """Every combination, one word from each part; "~" stands for nothing."""
    return " ".join("".join(words).replace("~", "") for words in product(*(part.split() for part in parts)))


_MENDED = "修 弄 做 搞 办 处理 解决 换 装 干 完 送 买 忙 通 查 打扫 收拾 安装 修理 维修 落实 清理"
_READY = "好 完 成 好了 完了 成了 妥 妥了 完成 完成了 完毕 到位 到位了 好啦 完啦"
_NOT = "没 没有 还没 还没有 并没有 未 还未 根本没 都没 都没有"

_WAGE = "钱 工钱 工资 薪水 工价"
_HIRING = "还要人吗 还要人不 要人吗 还招吗 还招不招 还招人吗 招人吗 还缺人吗 还差人吗 还收人吗"
_NOT_LOOKING = "不找活 不找活了 不找活干 不找活干了 不找工作 不找工作了 不接活 不接活了 不求职 不求职了"

# First named, first obeyed: a refusal is heard before an acceptance (不行 holds 行).
INTENTS: dict[str, str] = {
    "unpaid": _each("没 没有 还没 还没有 一直没 一直没有 未 不 一直不 还不", "给 发 结 付 拿到 收到 领到 结清 付清", "~ 我", _WAGE)
    + " "
    + _each(
        "~ 的",
        _WAGE,
        "没 没有 还没 还没有 一直没 一直没有 都没 未 不 一直不 还不",
        "给 发 结 付 拿到 收到 领到 结清 付清 到手 给我 发给我",
        "~ 完",
    )
    + " "
    + _each(_WAGE, "拖欠 被拖欠 欠着 还欠着 被克扣 给少了 少给了 少了")
    + " "
    + _each("少给 少发 扣了", "~ 我", _WAGE)
    + " "
    + _each("欠 拖欠 克扣 还欠 一直欠 还欠着", "~ 我 我的 着我", _WAGE)
    + """ 欠薪 拖欠 欠着工钱 没结账 还没结账 不结账 老板跑了 讨薪
        not_paid unpaid unpaid_wages no_pay no_wages not_paid_yet still_not_paid not_been_paid haven't_been_paid have_not_been_paid have_not_been_paid_yet wasn't_paid was_not_paid
        hasn't_paid has_not_paid hasn't_paid_me has_not_paid_me didn't_pay did_not_pay didn't_pay_me did_not_pay_me didn't_get_paid did_not_get_paid didn't_get_my_pay did_not_get_my_wages never_paid never_paid_me owes_me_wages
    """,
    "need_pause": _each("先 暂 暂时 先暂时", _NOT_LOOKING + " 不找了")
    + """ 暂停找活 暂停求职 暂停接活 暂停找工作 先停一下找活 别派活 先别派活 先别给我派活
        pause_my_job_search pause_job_search pause_my_search pause_find_work not_looking_this_week not_looking_for_now not_looking_now no_work_this_week
    """,
    "need_end": _NOT_LOOKING
    + """ 不找了 不用再找了 不用找活 不用找活了 不用再找活 不用再找活了 不用帮我找活了 不需要找活了 不用找工作了 有工作了 有活干了 找到活了 活找到了 活儿找到了 工作找到了 事找到了 找到活 找到活干了 找到活儿了 找到工作了 找到工作 找着活了 找到事做了 已找到活 已找到工作 停止找活 停止求职
        停止找工作 取消找活 取消求职 结束找活 结束求职
        found_work have_found_work have_found_a_job found_a_job i've_got_a_job i_have_got_a_job have_a_job_now found_some_work found_other_work got_a_job got_work no_longer_looking not_looking_anymore not_looking_any_more stop_looking stop_looking_for_work not_looking_for_work_anymore not_looking_for_work_any_more
    """,
    "reject": _each(_NOT, _MENDED, _READY)
    + " "
    + _each(_NOT, "修 弄 做 搞 解决 完成 好 成 来人 人来 来 到 见人 见到人 处理 动")
    + """ 没人来 没来人 没见人来 没完 没结束 还是坏的 还是不亮 还是不行 还是漏 还是漏水 还是老样子 还在漏 还漏 还漏水 还不亮 还不行 又坏了 又漏了 又堵了 又不亮了 不满意 很不满意 不太满意
        修得不好 做得不好 弄得不好 不合格 返工 重新修 重修 没弄 没修 没做 白来了 没解决问题 问题还在 修不好 弄不好 没修成
        not_fixed not_done not_finished not_solved not_completed not_complete still_broken still_leaking still_not_working still_not_fixed isn't_fixed is_not_fixed wasn't_fixed was_not_fixed
        not_repaired no_one_came nobody_came no_one_has_come not_satisfied unsatisfied not_ok not_working broken_again doesn't_work""",
    "cancel": """
        退 退掉 退名 退出报名 不报名了 取消报名 取消 取消了 取消掉 取消吧 取消一下 取消心愿 取消任务 取消预约 撤销 撤回 撤了 撤掉 作废 不用了 不用 不用来了 不用来 不用过来了 不用过来 不用派人了 不用派人 不用麻烦了 不用管了 不用修了 不用帮了 不用送了 不用买了 不用找了 不要了 不要来了 不要来 不要过来了 不要派人 不需要了 不需要 不需要来了
        不需要帮忙了 不必了 不必来了 不必 别来了 别来 别过来了 别派人了 别派人 别修了 不修了 不弄了 不去了不用来 算了 算了吧 我不要了 已经不需要了 已不需要 用不着了 用不着 不办了 不麻烦了 不麻烦你们了 自己修好了 自己弄好了 自己解决了 自己搞定了 已有人修了 有人修好了 已经有人帮了
        cancel cancelled canceled cancel_it cancel_that withdraw no_need never_mind nevermind don't_come do_not_come not_needed no_longer_needed no_longer_need_it don't_need_it not_needed_any_more call_it_off revoke
    """,
    "decline": _each(
        "不",
        "接 接单 去 来 行 可以 能 干 做 想 想去 想接 想做 要 愿意 方便 参加 太方便 能去 能来 能接 能做 考虑 同意 接受 合适 会 得行 得空 去了 来了 接了 干了 做了 行了 能去了 能来了 想去了 参加了 去不去 了 成 中 可",
    )
    + " "
    + _each("去 来 接 干 做 修 到 帮 赶 弄 抽 走 接受 过去 过来 赶过去 参加", "不了")
    + " "
    + _each("没 没有 没得", "空 时间 时间去 时间来 空去 空来 办法 办法去 法去 车去 空接 时间接 精力 兴趣")
    + """ 不 否 有事 有事情 临时有事 家里有事 有急事 在忙 很忙 太忙 太忙了 正忙 走不开 走不开身 抽不开身 抽不出身 抽不出时间 腾不出手 忙不过来 忙不赢 太远 太远了 远了 路太远 在外地 我在外地 人在外地 不在家 不在咸宁 在上班 要上班 生病了 感冒了 身体不舒服 不舒服 放弃 拒绝 婉拒 推掉 推了 换人 换人吧 换别人 换别人吧
        找别人 找别人吧 找其他人 叫别人 让别人去 给别人吧 另找人 另请高明 下次 下次吧 改天 改天吧 算我不去 退出 爽约 抱歉 去不成 来不成 赶不上 来不及 搞不定 不会修 修不来 弄不了 搞不了 干不来
        n no nope nah cannot can_not can't cant can't_make_it can't_go can't_come cannot_come cannot_go can't_do can't_do_it can't_take can't_help unable not_able not_available unavailable not_free busy i'm_busy sorry pass skip decline declined refuse reject too_far
        won't not_today not_me not_going not_this_time unable_to_come unable_to_go
    """,
    "status": _HIRING
    + """
        查询 查 查查 查一下 查下 查看 查进度 查询进度 进度 进度查询 进展 状态 查状态 情况 什么情况 怎么样了 怎么样 咋样了 咋样 怎样了 到哪了 到哪里了 到哪儿了 到哪一步了 到哪步了 走到哪了 什么时候来 什么时候到 啥时候来 啥时候到 几时来 几时到 几点来 几点到 什么时候有人来 有人接了吗 有人接吗 有人接没 有人接单吗 有人来吗 有人来没 有人认领吗
        有人认领了吗 有人认领没 有没有人接 有没有人来 有没有人认领 谁接了 谁来 有消息吗 有消息没 有结果吗 有结果了吗 处理了吗 处理得怎么样 处理得怎么样了 办得怎么样 修得怎么样了 修得怎么样 弄得怎么样了 处理到哪了 处理到哪一步了 来了吗 还来吗 来不来 派人了吗 派人没 安排了吗 安排了没 安排好了吗 安排得怎么样了 办得怎么样了 办到哪了 修了吗 好了吗 好了没 完成了吗 完成没 完成了没有 完成没有 修好了吗 弄好了吗 有回音吗 怎么还没来 怎么还没人来 怎么还不来 还没人接吗 还没人接 还没消息 还要多久 要多久 还要等多久 等多久 我的心愿 我的微心愿 查心愿 查询心愿 我的进度 我的订单
        我的报名 报上了吗 报上没 报上没有 报上了没 报名成功了吗 报名成功没 满没满 满了没有 还有名额吗 有名额吗 还有名额没 还有位子吗 还有空位吗 招满了吗 招满没 招满了没 满了吗 满了没 我排第几 排第几 排到第几 排到哪了 排队 结果 审核了吗 通过了吗 动静 有动静吗 有进展吗 有什么进展 跟进 催一下 催
        status check progress track tracking any_update any_updates update any_news what's_happening what_is_happening where_is when who_is_coming is_anyone_coming how_is_it_going what's_the_status what_is_the_status is_it_done check_status my_wish my_wishes inquiry query enquire is_it_full any_places_left places_left my_position my_place_in_line
    """,
    "confirm": """
        确认 确认完成 确认好了 确认了 确认无误 已确认 确认已完成 确认修好 确认修好了 满意 很满意 非常满意 挺满意 十分满意 比较满意 好满意 蛮满意 特别满意 相当满意 满意了 都满意 好评 五星好评 给好评 给个好评 点赞 给 打 评 评分 打分 给分 评价 评 很好 非常好 特别好 挺好 蛮好 好得很 不错 很不错 挺不错 真不错 做得好 做得很好 修得好 修得很好 弄得很好 服务好 服务很好 态度好 态度很好 很负责 很热心 很专业 很及时 一般 还行 还可以 一般般 满分
        confirm confirmed i_confirm satisfied very_satisfied i_am_satisfied i'm_satisfied happy very_happy great excellent perfect very_good good_job well_done all_good rating rate rated stars star good
    """,
    "done": _each("~ 已 已经 都 全 全部 都已经", _MENDED, _READY)
    + """ 完成 完成了 已完成 已经完成 都完成了 完成啦 完毕 结束 结束了 搞定 搞定了 搞定啦 已搞定 收工 收工了 送到了 送到家了 送到 已送到 已经送到 已经送到了 送达 到家了 修好 好了 已经好了 都好了 亮了 通了 不漏了 任务完成 任务完成了 交差 大功告成
        done finished finish complete completed fixed repaired job_done it's_done it_is_done all_done is_done work_done it's_fixed it_is_fixed is_fixed i'm_done i_am_done i_finished i_fixed_it delivered solved
    """,
    "apply": """
        报名 给我报名 给我报个名 帮我报名 帮我报个名 给我报上 报 报个名 报上名 报名参加 报下名 我要报名 我报名 想报名 参加 要参加 想参加 能参加 应聘 应征 申请 报名吧 报名了 想去上班 算我一个名 报名申请
        apply apply_for sign_up sign_me_up i_want_to_apply i'd_like_to_apply i_would_like_to_apply register register_me enroll enrol join i_want_to_join i'll_apply i_apply
    """,
    "accept": """
        接 接了 接单 接单了 接受 接下 接下了 接这个 接这单 可以接 能接 我接 接吧 确认接 确认接单 来 我来 来吧 去 我去 去吧 去帮忙 去帮 过去 过来 上门 可以 可以的 可以啊 可以呀 可以去 可以来 能去 能来 能行 能做 能帮 能修 会修 愿意 愿意去 愿意帮忙 行 行的 行啊 行吧 行呀 行嘞 好 好的 好啊 好吧 好呀 好嘞 好滴 好哒 好咧 好勒 ok okay okey okk
        没问题 没得问题 莫问题 冇问题 同意 要得 要的 中 得行 成 成啊 认领 领 领了 认了 抢 抢单 抢了 算我一个 加我一个 有空 有时间 得空 方便 嗯 嗯嗯 嗯呐 恩 是 是的 对 对的 包在我身上 交给我 交给我吧 让我来 我上 马上到 马上来 马上去 这就去 这就来 就来 就到 确定去 确定来 肯定去 肯定来 去得了 来得了 没毛病 妥 妥了 收到马上去 准时到 一定到 一定来 一定去 派我 派我去 我来接 我接了 我去修 我来修 我来做 我来弄 接手
        y yes yep yeah yup sure fine alright all_right accept accepted agree agreed i_can i_can_take i_can_go i_can_do i_can_do_it i_can_help i_can_come i'll_take i_will_take i'll_take_it i_will_take_it i'll_do i'll_do_it i_will_do_it i'll_go i_will_go i'll_come i_will_come i'm_in i_am_in take take_it taking i_take
        count_me_in no_problem i'm_available i_am_available i'm_free on_my_way i'm_coming of_course i_want_to_help happy_to_help will_do i'd_love_to claim mine
    """,
}

# What may stand beside a command and changes nothing.
BESIDE: dict[str, str] = {
    "small": """
        我 我们 俺 咱 咱们 本人 那 那我 这 这个 这单 这活 该 该单 此单 他 她 你 您 你们 您们 大家 的 了 啦 吧 哦 噢 喔 呢 啊 呀 哈 嘛 哟 哒 滴 咯 嘞 哈哈 就 也 都 已 已经 刚 刚刚 还 先 再 又 很 太 真 真的 请 请问 麻烦 一下 下
        谢谢 谢谢你 谢谢您 谢谢你们 谢谢师傅 谢谢大家 感谢 多谢 非常感谢 太感谢了 辛苦 辛苦了 师傅 师傅们 志愿者 同志 领导 你好 您好 大家好 早上好 上午好 中午好 下午好 晚上好 新年好 不好意思 对不起 实在对不起 实在不好意思 没事 没关系 不客气 收到 知道了 明白
        任务 订单 单子 单 心愿 微心愿 编号 号 那个 那单 个 分 星 颗星 实在 确实 恐怕 可能 因为 所以 但是 但 结果 并 暂时 可不可以 能不能 行不行 好不好 能 这里 那边 工单 需求 短信
        the a an it this that to for please pls thanks thank_you thx thank so very much i my me we is am are was will number no. of now hi hello dear sir and but it's order_number one with go
    """,
    "time": "今天 明天 后天 今晚 明早 上午 下午 中午 晚上 早上 到时候 到时 到 现在 马上 待会 待会儿 等下 等会 等会儿 一会 一会儿 立刻 立马 准时 这次 这回 这周 这个星期 这几天 这两天 最近 这段时间 近期 这个月 以后 today tomorrow tonight",
    # Said of a wish that has a number, or that is finished; by itself it may well be a new wish (明天来修灯).
    "matter": "帮 帮忙 帮他 帮她 帮您 看看 修 弄 做 送 灯 水管 水龙头 门 锁 家里 我家 我们家 人 个人 事 事情 东西 会 想 要 有没有 活 这事 活动 岗位 工作 培训 申请 它 job task wish order",
    "question": "吗 么",
    # Why somebody does not look for work, or was not paid for it.
    "work": "在 第 干了 做了 干了一天 做了一天 干了几天 做了几天 老板 包工头 工头 工地 干完活 做完活 boss employer they he she",
    "not_looking": _NOT_LOOKING,
    # Of a listing that has a number; by itself it asks for any work.
    "hiring": _HIRING,
}

WHOLE: dict[str, str] = {
    "stop": """
        退订 退 td t tui tuiding 取消订阅 停止订阅 取消短信 退订短信 我要退订 申请退订 退订吧 退订了 停止发送 停止发短信 停发 停止 停 停止短信 停止接收 不再接收 拒收 别发短信了 别发短信 不要发短信了 不要发短信 别发了 别再发了 不要发了 不要再发了 不要再发短信了 不要再给我发短信 不要再给我发短信了 别再给我发短信 别再给我发短信了 别给我发短信了 不要给我发短信了 不要再给我发了 别再给我发了 不订了 不想订了 取消关注
        stop stopall stop_all unsubscribe cancel end quit opt_out opt-out optout remove_me stop_it stop_texting_me stop_messages please_stop unsub stop_sms
    """,
    "start": """
        恢复 恢复订阅 重新订阅 恢复短信 恢复接收 恢复发送 重新接收 开启订阅 开启短信 打开订阅 继续接收 继续订阅 订阅 我要订阅 重新开始 开始 开始接收 开通 重新开通 再订阅 取消退订 start unstop subscribe resubscribe resume opt_in opt-in restart start_again
    """,
    "help": """
        帮助 使用帮助 怎么用 怎么使用 如何使用 怎么操作 说明 使用说明 使用方法 功能 菜单 指令 命令 指南 帮助菜单 帮助信息 查看帮助 短信帮助 怎么发 怎么发短信 help h info menu commands how_to_use how_does_this_work instructions ? ??
    """,
}
