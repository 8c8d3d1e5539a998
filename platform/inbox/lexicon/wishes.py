"""How the people of the city say what they need."""

CONCEPTS: dict[str, str] = {
    # What is in a home
    "fixture": """
        灯 灯泡 灯管 灯具 吊灯 电灯 日光灯 节能灯 吸顶灯 壁灯 开关 插座 插头 插板 插排 电线 线路 电路 电闸 空开 闸刀 保险丝 电表 水管 水龙头 龙头
        自来水管 水表 下水 下水管 下水道 马桶 抽水马桶 厕所 卫生间 便池 蹲坑 蹲便器 洗手池 洗脸盆 洗菜池 水池 水槽 花洒 淋浴 地漏 阀门 水阀 水箱 水泵 水塔 抽水泵
        门 房门 大门 木门 铁门 防盗门 卷闸门 卷帘门 门锁 锁 锁芯 门把手 把手 合页 门铃 窗户 窗子 窗 窗框 玻璃 纱窗 窗帘 窗帘杆 晾衣架 晾衣杆
        屋顶 房顶 屋瓦 瓦 瓦片 天花板 吊顶 墙 墙皮 墙壁 墙面 院墙 围墙 地板 地砖 瓷砖 扶手 栏杆 台阶 楼梯 阳台 雨棚 水沟盖 厨房 柜子 衣柜 橱柜 柜门 抽屉
        家里的线 电 家里的电 烟囱 床板 床腿 桌腿 椅子腿 轮子 暖气 暖气片 水井 压水井 鸡笼 鸡舍
        bulb* lamp* light lights switch* socket* plug wire* wiring fuse tap taps faucet* pipe pipes toilet* sink* drain drains shower* boiler
        heater* door doors lock locks window* glass roof* ceiling wall walls tile tiles stairs handrail* cupboard* drawer* fence gate hinge* electricity power
    """,
    "appliance": """
        电视 电视机 冰箱 冰柜 洗衣机 空调 电扇 风扇 电风扇 吊扇 电饭煲 电饭锅 电磁炉 微波炉 电水壶 热水壶 烧水壶 电热水壶 热水器 电热水器 燃气热水器 太阳能 高压锅
        煤气灶 燃气灶 液化气灶 灶 灶台 炉子 油烟机 抽油烟机 排气扇 换气扇 取暖器 电热毯 烤火炉 电烤炉 烤火箱 电暖器 火炉 豆浆机 收音机 唱戏机 座机 电话机 挂钟 座钟 钟 手表
        缝纫机 电动车 电瓶车 电动三轮车 三轮车 自行车 单车 摩托车 摩托 轮椅 拐杖 助听器 老花镜 眼镜 雨伞 鞋 鞋子 拉链 机顶盒 音响 打印机 吹风机 剃须刀 喷雾器
        打谷机 脱粒机 抽水机 水壶 台灯 电瓶 净水器 饮水机 床 桌子 椅子 凳子 沙发 衣架 电器 家电 家具 电吹风 洗碗机 消毒柜 浴霸 监控 摄像头
        tv television* fridge* refrigerator* washing_machine* washer air_conditioner* aircon fan fans rice_cooker* kettle* stove* cooker* oven* microwave*
        radio* clock* bike bikes bicycle* scooter* e-bike* wheelchair* walking_stick* crutch* hearing_aid* glasses umbrella* electric_blanket* chair* table* bed
        beds sofa* furniture
    """,
    "broken": """
        坏 坏了 坏掉 坏的 不亮 不转 不响 不制冷 不冷 不热 不加热 不出热水 没热水 不出水 没有水 不来电 没电 没有电 断电 不通电 通不了电 不灵 不灵了 不好使 不好用 用不了 用不成 用不得
        失灵 失效 打不开 打不着 打不着火 点不着 点不着火 打不燃 关不上 关不严 关不紧 关不拢 锁不上 拧不紧 拧不开 拧不动 漏 漏水 漏雨 漏电 漏气 漏风 漏油 渗水 渗漏 滴水 滴答 滴滴答答
        堵 堵了 堵住 堵塞 堵死 不通 不通了 不下水 排不出去 返水 返臭 冒水 溢水 碎 碎了 破 破了 破洞 烂了 烂 裂 裂了 裂缝 断 断了 断裂 掉 掉了 掉下来 掉落 掉皮 脱落 脱皮 松
        松动 松了 晃 摇晃 卡住 卡死 卡了 生锈 锈死 跳闸 短路 冒烟 冒火花 火花 烧了 烧坏 烧断 爆了 爆裂 炸了 没反应 没声音 没图像 没信号 收不到台 没画面 不工作 不动 不动了 启动不了 开不了 开不了机
        倒了 歪了 歪 塌了 一闪一闪 闪 忽明忽暗 时亮时不亮 时好时坏 异响 嗡嗡响 响得厉害 故障 出故障 毛病 出毛病 罢工 进水 发霉 够不着 够不到 瘪了 没气 掉链子 不走了 不走 失火 开裂 漏个不停 流个不停 关不住
        broken broke break breaks dead leak* drip* block* clog* stuck burst crack* burnt burned blown out_of_order not_working doesn't_work does_not_work
        don't_work won't_turn_on won't_open won't_close won't_start stopped_working no_power no_hot_water trip* flicker* loose shatter* smash* fail* flat_tyre
    """,
    "fix": """
        修 修理 维修 修一修 修一下 修下 修修 修个 抢修 检修 换 更换 换个 换一下 换一个 换掉 安装 装 装个 装一下 装上 加装 安个 安一下 疏通 通一下 通一通 补 补漏 补一下 加固 拧 焊 焊一下
        钉 接线 接电 拆 拆掉 调试 固定 刷墙 粉刷 盖瓦 捡瓦 捡漏 上门修 会修 电工 水电工 修理工 师傅 会电工 会修 修锁 开锁 配钥匙 挂上 重新装 检查一下线路 检查线路 检查电路
        repair* fix* mend* replace* install* unblock* electrician* plumber* handyman locksmith* change_a change_the
    """,
    "leak": "漏水 漏雨 漏电 漏气 渗水 跳闸 短路 水管爆 爆管 返水 锁坏 门锁 锁匠 开锁 钥匙锁在 换锁 补漏 疏通 leak* fuse clog* flat_tyre",
    # What belongs to everybody
    "street": """
        街 街上 街边 街头 马路 马路上 村道 村路 路面 公路 道路 水泥路 泥巴路 土路 路 巷子 巷 路口 路边 路上 村口 村里的路 小区 小区里 楼道 单元楼 单元门 楼栋 电梯 广场 公园 河 河道 河边 河沟 水沟 臭水沟
        排水沟 沟渠 水渠 塘堰 池塘 河堤 堤坝 大坝 桥 桥面 公厕 公共厕所 垃圾站 垃圾桶 垃圾池 垃圾箱 垃圾房 健身器材 电线杆 电杆 变压器 高压线 通信线 光缆 窨井 窨井盖 井盖 下水井 雨水井 护栏 红绿灯
        斑马线 减速带 公交 公交车站 公交站 候车亭 站牌 路牌 绿化 绿化带 绿化树 草皮 草坪 行道树 花坛 门口的树 大树 树枝 树倒 古树 村里 组里 湾里 湾子里 全村 全湾 全组 门前的路 家门口的路 门口路 消防栓 消防通道 停车位 停车场
        学校门口 菜市场 文化广场 村委会门口 活动中心
        street* road* pavement* sidewalk* path bridge manhole* pothole* bus_stop* bus_shelter* park river ditch* village_square lamppost* lamp_post* traffic_light*
        public_toilet* stairwell lift elevator playground corridor
    """,
    "public": """
        路灯 街灯 太阳能路灯 停水 停电 断水 停气 没来水 不来水 没自来水 水压 水浑 水发黄 自来水发黄 水质 窨井 窨井盖 井盖 垃圾堆 垃圾成堆 垃圾车 垃圾清运 没人清运 没人拉 没人清 没人管 没人收 臭气 臭味 臭得很 臭死 恶臭 占道
        乱停 乱停车 乱放 乱搭 违建 违章建筑 噪音 噪声 扰民 太吵 吵死 施工 工地 广场舞 野狗 流浪狗 流浪犬 恶狗 疯狗 狗不拴 没拴绳 马蜂窝 马蜂 蜂窝 老鼠成灾 干旱 旱 旱灾 天旱 很久没下雨 好久没下雨 没下雨 干死 快干死 洒水车 洒水 积水 内涝 淹了 涝
        塌方 滑坡 泥石流 山体 危房 危墙 污水 黑臭 脏水 偷倒 焚烧 烧秸秆 秸秆 烧垃圾 大坑 深坑 有坑 有个坑 个坑 坑洼 坑坑洼洼 坑太多 路烂 路太烂 路不平 路断 修路 硬化 路面塌 塌陷 树倒 树倒了 倒伏 挡路 挡道 拦路 飞线 飞线充电 小广告 牛皮癣 黑烟
        公交 公交车 班车 红绿灯 公厕 健身器材 消防通道 电梯 楼道灯 声控灯 楼道 信号塔 基站 偷鱼 毒鱼 赌博 盗窃 小偷 非法 污染 排污 油烟 粉尘 灰尘大 扬尘 渣土车 大货车 超速 路滑 结冰 积雪 没路灯
        street_light* streetlight* street_lamp* pothole* manhole* garbage rubbish trash litter* dump* stray no_water water_supply water_cut power_cut
        blackout no_running_water flood* noise noisy illegal* sewage smell* drought watering_truck fallen_tree traffic public_toilet* construction_site
    """,
    "public_broken": "掉下来 断了 倒了 塌了 没了 不见了 被偷 丢了 堵了 堵 坏了 不亮 黑漆漆 黑灯瞎火 满了 堆 成堆 臭 烂 坑 漏 淹 干 枯 枯死 挡 满 overflow* missing collaps* fell",
    "garbage": "垃圾 建筑垃圾 生活垃圾 渣土 污水 粪 废品 garbage rubbish trash",
    # Going and fetching
    "buy": "买 买点 买些 买个 买一下 代买 代购 帮买 捎点 带点 购买 采购 订购 抓药 配药 buy buying shopping groceries",
    "fetch": """
        取 拿 拿药 取药 取快递 拿快递 收快递 寄快递 快递 包裹 取包裹 拿包裹 寄东西 寄信 取钱 取款 代取 代领 代办 代缴 代交 领 领取 跑腿 跑一趟 跑个腿 送饭 打饭 带饭 订饭 倒垃圾 丢垃圾 扔垃圾 提水 打水 挑水 扛 扛上楼 扛米 抬
        搬 搬上楼 搬下楼 搬东西 搬不动 抬不动 提不动 拿不动 扛不动 背不动 煤气罐 煤气坛子 液化气 换煤气 换气 灌气 送米 送药 送菜 送东西 排队 打印 复印 存折 交电费 交水费 交水电费 缴电费 缴水费 缴费 交费 交燃气费 交煤气费 充电费 买电
        送份 送一份 接孩子 接孙子 接孙女 接娃 接一下孩子 接小孩 接放学 喂猫 喂狗 遛狗 做饭 做顿饭 烧饭 煮饭 劈柴 代送 送文件 转交 拿报告 取报告 取报纸 买药 拿个药 取个药 开药 拿点药 取下药 拿下药 取件 退货 交话费 代寄 办年货 年货
        fetch* pick_up collect* errand* parcel* package* prescription* medicine medication deliver* queue post_office carry* lift_heavy gas_cylinder pay_the pay_my
        electricity_bill water_bill groceries
    """,
    "grocery": "菜 青菜 米 大米 油 盐 药 面条 鸡蛋 肉 水果 牛奶 东西 日用品 生活用品 年货 纸 蔬菜 口粮 馒头 饭 降压药 感冒药 groceries vegetables milk bread rice",
    "ride": """
        搭车 搭个车 搭便车 顺风车 顺路车 拼车 包车 用车 接送 接一趟 送我 送他 送她 送我们 送俺 送奶奶 送爷爷 送老人 送妈 送爸 送孩子 送孙子 送娃 送去 送到 送一下 送下 送一趟 送一送 送往 送医 载 载我 载一程 带我去 带我到 带他去 带她去 捎我 捎一程 捎一段 捎上我 搭我
        坐车 打不到车 打车 叫不到车 没车 没有车 没有班车 没公交 叫车 的士 租车 开车 车子 小车 面包车 货车 有车的 有车 车 接我 接他 接她 接人 接老人 接一下 接站 去接 拉我 拉一趟 拉去 拉到 运 运到 运回 拖 搬家 拉货 拉东西 接回家 送回家 接回 送上学 接我们 赶火车 赶车 急救车 司机
        ride rides lift_to drive_me drive_my drive_him drive_her car taxi pick_me_up take_me take_my take_him take_her drop_me transport* driver van moving_house move_house give_me_a_lift a_lift
    """,
    "far_place": """
        火车站 汽车站 高铁站 北站 南站 客运站 机场 车站 码头 武汉 县城 城里 镇上 市里 市区 进城 外地 医院 人民医院 中医院 中心医院 妇幼 卫生院 卫生室 透析 化疗 复查 学校 殡仪馆 敬老院 养老院 福利院 民政局 政务中心 派出所 银行 信用社 菜市场 集市 赶集
        hospital* clinic* station* airport town city_centre school train bus_station dialysis market
    """,
    "hospital": "医院 人民医院 中医院 中心医院 卫生院 门诊 体检 检查 复查 看病 透析 化疗 住院 手术 做检查 看医生 hospital* clinic* checkup* doctor* surgery appointment*",
    "luggage": "行李 箱子 大包小包 东西多 腿脚不便 走不动 坐轮椅 腿脚不方便 行动不便 luggage suitcase*",
    # People
    "accompany": """
        陪 陪陪 陪我 陪他 陪她 陪伴 陪聊 陪护 陪诊 陪同 陪着 陪一下 陪一陪 作伴 做伴 做个伴 搭个伴 有个伴 看护 照看 照护 照顾 照料 守夜 守一晚 accompany* keep_me_company keep_him_company keep_her_company company companion* sit_with
        go_with_me come_with_me with_me look_after visit visits visitor*
    """,
    "talk": """
        聊天 聊聊 聊聊天 聊会 聊会天 聊一聊 说说话 说话 说会话 说会儿话 讲讲话 讲话 唠嗑 唠唠 拉家常 谈心 谈谈心 下棋 象棋 下象棋 下下棋 下盘棋 打牌 打麻将 麻将 散步 走走 走一走 散散心 解闷 读报 念报 读读报 念念报 读报纸 念报纸 读书听 讲故事 谈天 晒太阳 拉拉家常 串门 坐坐 看看我 看望
        慰问 探望 chat* talk_to talk_with talking someone_to_talk chess cards stroll a_walk read_to
    """,
    "lonely": """
        孤单 孤独 寂寞 闷 闷得慌 闷得很 冷清 一个人 一个人在家 一个人住 独居 独自 空巢 没人说话 没人陪 没伴 无聊 害怕 怕 不敢一个人 心慌 心里难受 心里苦 难过 伤心 想家 想儿子 想女儿 想孩子 儿女不在 儿女都不在 子女不在身边 儿女在外 老伴走了 老伴去世 心情不好 情绪低落
        lonely alone loneliness scared afraid bored by_myself on_my_own sad
    """,
    "study": """
        补课 补补课 补习 补一补 作业 功课 辅导 辅导作业 家教 数学 英语 语文 物理 化学 作文 拼音 成绩 成绩差 成绩不好 不及格 跟不上 高考 中考 期末考试 期末 考试 复习 识字 认字 写字 练字 背书 背课文 做题 不会做题 口算 乘法 乘法口诀 奥数 单词 音标 听写 朗读 普通话 钢琴 画画 书法 毛笔字 写作业 写作文 学习 学英语
        应用题 阅读理解 几何 方程 函数 一年级 二年级 三年级 四年级 五年级 六年级 初一 初二 初三 高一 高二 高三 小学 初中 高中 上课 课本 暑假作业 寒假作业 理科 文科 补数学 补英语 教孩子 教孙子 教孙女 教娃 教小孩 学画 学琴 考试卷 课业 厌学 学习差
        tutor* homework math* english_lesson* english_class* physics chemistry grades exam* study studies studying lesson* teach_my grade_school spelling pinyin schoolwork reading_lesson* essay*
    """,
    "child": "孙子 孙女 孩子 小孩 娃 伢 细伢 儿子 女儿 外孙 外孙女 学生 留守儿童 grandson granddaughter child children kid kids son daughter pupil",
    # Phones and screens
    "phone": "手机 智能手机 智能机 老人机 老年机 苹果手机 华为手机 平板 电脑 笔记本电脑 平板电脑 phone* smartphone* cellphone* tablet computer* laptop*",
    "online": """
        微信 微信群 朋友圈 视频通话 视频 视频聊天 开视频 语音 健康码 支付宝 抖音 快手 扫码 扫一扫 二维码 付款码 收款码 扫码付款 上网 无线网 无线 wifi 宽带 网络 没网 连不上网 连网 路由器 app 软件 小程序 注册 登录 登不上 密码 网上 网购 淘宝 拼多多 网上挂号 手机挂号
        线上 网上办 转账 发红包 红包 收红包 流量 话费 充话费 充值 字体 字太小 字调大 字变大 铃声 相册 照片传 发照片 传照片 内存 死机 卡顿 下载 人脸识别 人脸认证 刷脸 养老认证 社保认证 资格认证 养老金认证 认证 电子医保 医保码 医保电子凭证 电子凭证 医保凭证 网银 手机银行 打字 输入法 手写 蓝牙 屏幕 通讯录 拉黑
        机顶盒 投屏 调台 打车软件 滴滴 导航 发短信 收短信 发信息 存号码 存电话 电子社保卡 公众号 群聊 加好友 加个好友 预约挂号 智能电视 个税 鄂汇办 一键 桌面 图标 广告弹 弹广告 诈骗app 反诈app
        wechat alipay video_call* video_chat* facetime wifi wi-fi internet broadband app apps qr_code* scan_code* online password* download* log_in login whatsapp payment_code health_code email e-mail text_messages
        health_insurance_code send_photos font
    """,
    "teach": """
        教 教教 教我 教下 教一下 教会 教一教 教教我 不会 不会用 不会弄 不会搞 不会操作 不懂 搞不懂 弄不懂 看不懂 搞不来 弄不来 弄不好 不晓得怎么 不知道怎么 不晓得 学 学会 学一下 学习用 想学 怎么弄 怎么用 怎么操作 怎么搞 怎么发 怎么打开 怎么下 怎么设置 怎么调 怎么连 指导 设置 调一下 操作
        teach* show_me learn* how_to_use don't_know_how can't_use how_do_i set_up help_me_use
    """,
    # Things
    "thing": """
        衣服 衣裳 棉衣 棉袄 羽绒服 外套 大衣 毛衣 秋衣 保暖内衣 内衣 裤子 棉裤 校服 鞋 鞋子 棉鞋 运动鞋 胶鞋 雨鞋 雨靴 拖鞋 袜子 手套 帽子 围巾 被子 棉被 棉絮 被套 被褥 床单 毯子 毛毯 电热毯 枕头 蚊帐 凉席 床 床垫 桌子 书桌 课桌 椅子 凳子 柜子 衣柜 书架 书柜 沙发 轮椅 拐杖 拐棍 助行器 学步车 护理床 坐便椅 坐便器 洗澡椅 洗澡凳
        尿不湿 纸尿裤 成人尿不湿 奶粉 婴儿车 童车 推车 婴儿床 玩具 书 旧书 图书 绘本 课外书 故事书 书包 文具 本子 铅笔 钢笔 彩笔 字典 词典 收音机 戏匣子 唱戏机 电视 电视机 冰箱 洗衣机 电扇 风扇 取暖器 烤火炉 电火桶 电暖器 电饭煲 电磁炉 水壶 热水壶 暖水瓶 热水袋 暖手宝 手机 老人机 老年机 平板 电脑 自行车 三轮车 大米 米 油 食用油 面粉
        雨伞 雨衣 台灯 手电 手电筒 老花镜 眼镜 放大镜 助听器 血压计 血压仪 血糖仪 体温计 制氧机 口罩 药箱 锅 碗 碗筷 梯子 工具 锄头 喷雾器 乐器 二胡 笛子 象棋盘 棋盘 篮球 足球 羽毛球拍 滑板车 闹钟 钟 蜡烛 口琴 种子 树苗 鸡苗 家具 家电 旧家具 生活用品 行李箱 被单 过冬物资 物资
        quilt* blanket* coat coats jacket* clothes clothing shoes boots sweater* wheelchair* walking_stick* crutch* radio* schoolbag* school_bag* backpack* book books dictionary toy toys pram stroller
        desk* chair* bed mattress* heater* fan fans tv television* fridge* bike bicycle* glasses umbrella* rice diapers nappies milk_powder hearing_aid* electric_blanket* walking_frame stationery torch phone
    """,
    "want": """
        想要 想求 求 讨 缺 缺少 没有 没得 需要 急需 想借 借 借用 借一下 借个 募 捐 捐赠 捐助 赠送 送给 旧 旧的 二手 闲置 不用的 不要的 多余的 淘汰的 用过的 谁家有 谁有 谁能给 哪里有 哪个有 有没有 一台 一双 一件 一床 一套 一辆 一副 一个 一把 一张 一部 一只 一根 一对 一袋 一桶 一箱 一本 一顶 一条 一架 一盏 几件 几本 几双 两床 两件 两双 些 盼 盼望 梦想
        想有 希望有 想得到 希望得到 想给 给娃 给孩子 给孙子 给孙女 过冬 御寒 保暖 穿的 盖的 用的 needs need a_pair want wants would_like second-hand second_hand used spare donate* old borrow* lend wish_for hoping_for looking_for_a
    """,
    "measure": "一台 一双 一件 一床 一套 一辆 一副 一把 一张 一部 一只 一根 一对 一袋 一桶 一箱 一本 一顶 一条 几件 几本 几双 两床 两件 两双 旧 旧的 二手 闲置 捐 捐赠 借 借用 借个 想借 募 码 a_pair second-hand second_hand donate* borrow* lend spare",
    # House and land
    "clean": """
        打扫 打扫卫生 扫一下 打扫一下 打扫打扫 搞卫生 做卫生 搞清洁 做清洁 大扫除 清扫 清洁 保洁 擦 擦窗 擦窗户 擦玻璃 擦一擦 擦擦 抹灰尘 洗油烟机 清洗 拖地 扫地 拖拖地 收拾 收拾一下 收拾屋子 收拾房子 整理 整理房间 洗被子 洗被套 洗衣服 洗床单 洗窗帘 拆洗 洗地毯 洗碗 杂草 长满草 长满了草 除草 拔草 锄草 割草 草太深 草长 草好深 清理
        灰尘 灰 蜘蛛网 落叶 扫落叶 扫雪 铲雪 脏 脏得很 脏兮兮 太脏 邋遢 霉斑 油污 油垢 卫生 乱糟糟 乱七八糟 冲洗 消毒 蟑螂 老鼠 杀虫 除虫剂 晒被子 晾衣服 倒便盆 杂物 清杂物 掏粪 化粪池
        clean* tidy* sweep* mop* wash windows dust dusty dirty weeds weed weeding weeded yard_work mow* leaves laundry scrub* messy
    """,
    "home": "家里 屋里 屋子 房子 房间 院子 院里 屋前 屋后 门前 门口 后院 家门口 厨房 客厅 卧室 阳台 天井 楼顶 屋 house home yard courtyard garden kitchen room bedroom apartment flat",
    "farm": """
        稻子 水稻 谷子 稻谷 早稻 晚稻 中稻 收稻 割稻 割稻子 割谷 收谷 收谷子 插秧 栽秧 扯秧 秧 秧苗 秧田 打药 打农药 农药 喷药 施肥 化肥 撒肥 田 田里 田地 水田 旱地 地里 菜地 菜园 菜园子 浇菜 浇地 犁田 耕田 耕地 翻地 挖地 播种 种菜 种地 种田 育苗 油菜 收油菜 油菜籽 菜籽 花生 拔花生 挖花生 红薯 挖红薯 苕 挖苕 土豆 玉米 苞谷 掰玉米 芝麻 豆子 黄豆 棉花 摘棉花
        茶叶 摘茶 摘茶叶 采茶 采茶叶 茶园 茶山 桂花 摘桂花 打桂花 收桂花 藕 挖藕 莲子 摘莲子 莲蓬 柑橘 橘子 桔子 摘橘子 柚子 梨子 桃子 摘桃 葡萄 西瓜 草莓 猕猴桃 枇杷 杨梅 蓝莓 果园 果树 果子 剪枝 摘果 楠竹 砍竹 砍楠竹 竹子 竹笋 挖笋 毛竹 油茶 茶籽 摘油茶 捡茶籽 板栗 打板栗 晒谷 晒稻 晒粮 打谷 收割机 收割 农忙 双抢 抢收 抢种 农活 庄稼 收成
        没劳力 缺劳力 劳力 喂猪 喂鸡 喂鸭 猪 母猪 猪圈 猪仔 牛 放牛 耕牛 羊 放羊 鸡 鸭 鹅 鸡瘟 鸡棚 鱼塘 养鱼 小龙虾 龙虾 虾 捕鱼 打鱼 大棚 搭棚 搭大棚 灌溉 抽水 除虫 虫害 病虫害 稻飞虱 生虫 虫子 蔬菜棚 白菜 萝卜 辣椒 收白菜 收萝卜 苎麻 药材 种树 栽树 砍树 山林 蜂箱 养蜂 麦子 小麦 割麦 收麦 插红薯 地膜 打谷机 旋耕机 苗子 倒伏的稻 捆草
        rice_field* paddy harvest* crop crops farm farmland field fields orchard* tea_picking pick_tea pick_the_tea tea_leaves plant_rice plough* plow* sow* seedling* pesticide* fertili* pig pigs cow cows chicken* duck ducks
        vegetable_plot vegetable_garden vegetable_patch sweet_potato* peanut* corn lotus bamboo oranges tangerine* osmanthus
    """,
    "farm_water": "田里没水 田里干 稻田干 秧苗干 庄稼干 抗旱 田干",
    "health": """
        血压 量血压 测血压 量量血压 量个血压 血糖 测血糖 查血糖 打针 打个针 换药 输液 吊针 打吊针 打点滴 挂水 胰岛素 护理 康复 康复训练 按摩 理疗 针灸 推拿 拔罐 艾灸 义诊 医生 护士 大夫 郎中 家庭医生 头晕 头疼 头痛 发烧 发热 咳嗽 感冒 胸闷 气喘 喘不过气 腰疼 腰痛 腿疼 腿痛 脚肿 膝盖疼 关节疼 关节痛 风湿 糖尿病 高血压 心脏病 中风 偏瘫 瘫痪 卧床 褥疮 翻身
        伤口 拆线 尿管 导尿管 换尿管 胃管 换胃管 吸氧 制氧机 疫苗 打疫苗 失眠 睡不着 睡不好 牙疼 牙痛 视力 眼睛看不清 白内障 老年痴呆 痴呆 药怎么吃 怎么吃药 用药 吃药 吃什么药 急救 摔倒了 摔伤 晕倒 昏倒 心理咨询 心理医生 量体温 心电图 体检车 健康检查 健康讲座 不舒服 身体不好 肚子疼 肚子痛 拉肚子 呕吐 中暑 剪指甲 擦身 擦洗身子 洗澡 助浴 喂饭 病了 生病
        blood_pressure blood_sugar injection* nurse* doctor* physio* rehab* massage* dizzy headache* fever cough* wound* bandage* dressing insulin vaccin* glucose diabet* chest_pain medical bedsore* catheter health_check* sick check_my_blood first_aid
    """,
    "advice": """
        政策 低保 五保 特困 社保 社保卡 养老金 养老保险 医保 医疗保险 医保报销 报销 新农合 农合 大病救助 大病 残疾证 残疾人证 残疾补贴 高龄津贴 高龄补贴 老年证 老年卡 优待证 宅基地 宅基地证 建房 建房手续 土地 土地证 土地确权 确权 流转 土地流转 承包 征地 拆迁 征收 补偿 补偿款 补贴 粮食补贴 补助 救助 救济 纠纷 扯皮 调解 打官司 官司 法律 律师 起诉 合同 借条 欠钱 欠钱不还 欠薪
        欠我工资 拖欠工资 拖欠 讨薪 离婚 赡养 抚养费 遗产 继承 遗嘱 房产证 不动产证 不动产 过户 户口 户口本 迁户口 上户口 落户 身份证 居住证 公证 维权 投诉 被骗 受骗 上当 诈骗 工伤 赔偿 仲裁 退休 退休手续 独生子女 优抚 退伍 退役 营业执照 入学 上学手续 转学 助学金 助学贷款 贫困生 公租房 廉租房 危房改造 厕改 改厕 林权 林权证 结婚证 准生证 生育津贴 手续 材料 证件 证明 开证明 资格
        申请 怎么申请 如何申请 怎么办理 如何办理 怎么办证 怎么报销 找哪个部门 找谁办 归谁管 哪里办 到哪里办 去哪里办 去哪办 在哪里办 要什么材料 要带什么 需要什么材料 什么条件 符合条件 能领多少 能报多少 邻居占 占了我家 界址 地界 签字 担保 高利贷 彩礼 遗弃 家暴 小额贷款 创业贷款 医保怎么 二次报销 慢性病 门诊慢病 慢病卡 
        policy policies pension* allowance* subsid* welfare insurance reimburse* legal lawyer* law dispute* contract* inheritance divorce permit* certificate* apply_for how_do_i_apply land_title homestead disability_card scam* scammed compensation residence_permit id_card unpaid_wages
    """,
    "ask_how": "怎么办 怎么办理 咋办 如何办 怎么弄 怎么申请 如何 咨询 咨询一下 问一下 请问 想问 问问 想了解 了解一下 什么条件 条件 要什么 需要什么 哪里办 去哪 找谁 能不能办 有什么 多少 怎么 怎样 how_do_i how_can_i how_to what_do_i where_do_i advice ask_about question who_do_i",
    "other": """
        拍照 拍张照 拍张照片 拍一张 拍张 全家福 照相 照张相 照个相 合影 合照 婚纱照 遗照 寿照 理发 剪头发 剪头 剪个头 理个发 剃头 剪发 洗头 写春联 春联 对联 写对联 写信 写封信 代写 写材料 找猫 找狗 猫丢了 狗丢了 走失 走丢 过生日 生日 生日蛋糕 蛋糕 唱歌 唱戏 看戏 听戏 花鼓戏 跳舞 看电影 看场电影 旅游 爬山 看海 看看天安门 坐飞机 坐高铁 相亲 找对象 取名 磨刀 杀鸡 年夜饭 团圆饭 包饺子 放电影 婚礼 丧事 喜事 办酒
        愿望 心愿 圆梦 当兵 演出 舞台 参观 看一看大海 照片修复 老照片 修复老照片 寻人 寻亲 找战友 战友 老战友 失散 找亲人 扎灯笼 扫墓 上坟 写家谱 家谱
        photo* picture_taken portrait haircut* hair_cut birthday cake singing opera film movie missing_cat missing_dog lost_my_cat lost_my_dog lost_cat lost_dog spring_couplets
    """,
    # Asking for anything at all
    "need": """
        帮我 帮忙 帮帮 帮下 帮一下 帮个忙 帮帮我 帮俺 求助 求帮 求人 求 请人 请个人 请会 想请 请师傅 找人 找个人 找个师傅 找师傅 派人 派个人 来人 来个人 来几个人 有人能 有没有人 有人会 谁能 谁会 谁可以 哪位 能不能 能否 可不可以 可以帮 可否 麻烦 想让 希望 想找人 盼 需要 急需 急求 志愿者 好心人 上门 来看看 看一下 看看 管管 管一管 解决 处理 反映 救急 救救急 怎么办 咋办 行不行 请求 拜托 想 想要 没人 帮
        help someone somebody anyone anybody could_you can_you please need needs would_like volunteer* want wish
    """,
}

RULES = """
    repair     6  fixture broken
    repair     6  appliance broken
    repair     6  fixture fix
    repair     5  appliance fix
    repair     3  leak
    repair     2  broken need
    repair     1  broken
    repair     2  fix
    public     6  public
    public     4  public street
    public     6  street public_broken
    public     5  street broken
    public     4  street fix
    public     3  garbage street
    public     4  garbage public_broken
    errand     5  fetch
    errand     4  buy
    errand     3  buy grocery
    transport  6  ride far_place
    transport  4  ride
    transport  3  far_place luggage
    transport  2  far_place need
    company    6  accompany
    company    6  talk
    company    4  lonely
    company    4  lonely hospital
    company    3  accompany hospital
    tutoring   6  study
    tutoring   3  study child
    tutoring   2  study teach
    digital    4  phone
    digital    5  online
    digital    4  phone teach
    digital    4  online teach
    digital    3  phone online
    goods      3  thing want
    goods      5  thing measure
    cleaning   5  clean
    cleaning   3  clean home
    farm       6  farm
    farm       4  farm_water
    health     6  health
    advice     5  advice
    advice     4  advice ask_how
    other      6  other
"""
