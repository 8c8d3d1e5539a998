"""How workers say what they can do, and that they look for work."""

CONCEPTS: dict[str, str] = {
    # Asking for work
    "seek": """
        找活 找活干 找活儿 找个活 找点活 找份活 找份工 找个工 找工 找事 找事做 找点事 找点事做 找个事 找个事做 求职 求工作 求份工作 求个工作 找工作 找个工作 找份工作 找临时工 想找份工作 找兼职 找零工 打零工 做零工 打短工 做短工 打临工 找短工 打工挣 想打工 想上班 想做事 想干活 接活 揽活 有活吗 有活干吗 有活干 有没有活 有活没 有啥活 有什么活 有什么工作 有没有工作 有工作吗
        有没有零工 有零工吗 有零工 什么零工 有没有事做 有事做吗 有没有活干 还要人吗 还要人不 要人吗 要不要人 缺人吗 缺不缺人 缺人手吗 招人吗 招人不 招不招人 还招人吗 还招吗 还招不招 招工吗 收人吗 还收人吗 还差人吗 差人吗 需要人吗 需不需要人 用人吗 想当 想应聘 应聘 零工 短工 日结 日结工 临时工 兼职 找日结 挣点钱 赚点钱 补贴家用
        looking_for_work looking_for_a_job looking_for_job* seeking_work seek_work seeking need_work need_a_job want_work want_a_job find_work find_a_job any_work any_job* any_jobs day_labor day_labour part-time part_time vacancy vacancies work_available available_for_work 
        有活叫我 有活联系 有活找我 有活喊我 叫我干活 找~活 找~工作 找~工 找~事做 找~兼职 找~零工 找~厂 求~工作 求~活 求~岗位 揽~活 接~活 寻~工作 寻~活 有没有~活 有没有~工作 有没有~零工 有~活吗 有~活吗 有~活没 有~活不 有~工作吗 的活有吗 的活有没有 的工有没有 的活还有吗 的活还有没有 工有没有 还要~吗 要~人吗 招~吗 招~不 还招~吗 缺~吗 收~吗 接不接人 收不收人 用不用人 要不要~人 招不招~ 有人要吗 有人要不 店要人 厂要人 哪里要人 哪里招人 哪里招工 哪有活 哪里有活 哪里有工 哪里缺人 谁家要 谁要工人 缺工 找雇主 想上工 想出工 找东家 找老板 应征 自荐 求带 求推荐工作 想出来做事 出来挣 挣点零花 挣点外快 赚点外快 赚外快 挣零花钱 想打工 务工 想务工 want~job want~work need~job need~work any~work any~job looking~work looking~job find~work find~job seek~work seek~job work_wanted jobs~available hiring~? job_seeker jobs
        出来打工 
        想出去打工 想去打工
        有~工打 有工打 什么活都 啥活都 随便~活 有~事做 有活就 来活 工作机会
        找网吧 干点活 出来干活 出去干活 给口饭吃 介绍~活 介绍~工作 介绍个活 推荐~工作 派~活 留~活 还招 用工吗 有没有人要 哪里要 要人的吗 想挣 想赚 待岗 失业在家 刚下岗 找~上班 找~班上 想去~上班 想去~打工
        有没有~要人 想接着做 想到~上班 包吃住的活 缺人不 活干不干 能做什么活 哪里招 
        要人不
        活接 活也接 活都接 有活的叫 暑假工 寒假工 假期工 要不要~员 要不要~师 要不要~工 还差~吗
        要人~不 园要人 场要人 队要人 地要人
    """,
    "the_work": "的活 活 活儿 工作 的工 的事 工种 岗位 work jobs",
    "look": "找 找个 找份 想找 求 求个 寻 有没有 还有 有没得 想去 想进 looking_for seeking want any seek",
    "pay": "日薪 月薪 时薪 工资 工钱 工价 薪资 待遇 报酬 日结 包吃 包住 包吃住 管饭 一天结 per_day a_day per_hour an_hour daily_rate wage* pay paid yuan",
    "skill": """
        吃苦耐劳 肯吃苦 不怕累 不怕苦 有力气 力气大 身体好 身强力壮 有经验 经验 熟手 熟练 老手 年经验 干过 做过 干了 做了 有证 证书 上岗证 厨师证 电工证 焊工证 驾照 驾驶证 健康证 叉车证 会做 会开 会干 会烧 会砌 手艺 手艺好 随叫随到 随时可以 随时上岗 都可以 都行 都能干 什么都能干 什么都干 什么都可以 啥都能干 啥都干 长期做 工期 待业 下岗 在家闲着 闲着 农闲
        experience experienced skilled certificate licence license hardworking hard-working available years strong
        随叫随到 有空
        能吃苦 有力气
        有车 有三轮车 有电动车 有电瓶车 有摩托车 有面包车 有货车
    """,
    "does": "想做 想干 可以做 能做 会做 愿意做 想送 想去 想进 想开 想当 会 会开 会修 会砌 会刷 会贴 会装 会炒 擅长 本人 师傅一个 一名 一枚 i_am i'm i_can i_do 可以干 能干 可以上 能上 可以跑 想照顾 想带 想伺候 想护理 想烧",
    "blocked": "找回 不找工作 没找工作 招待 招呼 打招呼 招牌 招手 生活 活动 快活 干活动 工作日 工作人员 工作站 社工 农村妇女 妇女 求助 要求 会议 机会 社会 一会 一会儿 会不会 待会 能不能 可能 能否 不能 智能 功能 求帮 求帮忙 求人 求好心人 求志愿者 找人 找个人 找会 找几个人 找几个 请人 找师傅 找个师傅 找医生 找个人一起 找主持人",
    "employer": "招 招聘 招工 招人 诚聘 高薪诚聘 急招 招两个 招几个 招一个 招两名 招几名 招数名 聘 聘请 hiring_now we_are_hiring we're_hiring wanted recruit*",
    "asks_if_hiring": "招人吗 招人不 招不招人 还招人吗 还招吗 还招不招 招工吗 还要人吗 要人吗 缺人吗 还要人不 要不要人 吗 不招 还招",
}

OCCUPATIONS: dict[str, str] = {
    "blocked": "宝妈 妈妈带娃 在家带娃 在家带孩子 自己带娃 自己带孩子",
    "cleaner": "保洁 保洁员 保洁工 清洁工 清洁 清洁员 打扫卫生 打扫 做卫生 搞卫生 环卫 环卫工 扫马路 扫街 擦玻璃 洗碗工 洗碗 刷碗 洗盘子 清洗油烟机 开荒保洁 扫地 家政保洁 cleaner* cleaning clean dishwasher* dishwashing sweeper* 大楼保洁 小区保洁 学校保洁 医院保洁 物业保洁 擦窗户 擦窗 拖地 打扫厕所 扫厕所 扫公厕 清扫 清洁卫生 垃圾清运 清理垃圾 倒垃圾 打扫酒店 收碗 洗菜洗碗 保洁阿姨 保洁大姐 洗车 洗车工 洗衣店 客房打扫 打扫客房 酒店客房 客房保洁 叠被铺床 铺床 环卫站",
    "mover": "搬运 搬运工 搬家 搬家工 装卸 装卸工 卸货 装货 下货 搬货 搬砖头 扛包 搬东西 上下货 装车 卸车 力工 loader* loading unloading mover* moving porter* 抬家具 抬东西 扛米 扛货 扛煤气 下车皮 卸水泥 卸砖 卸菜 搬桶水 搬砖卸货 装车工 挑夫 背货 搬箱子 仓库搬运 码头搬运 搬钢琴 吊装 ",
    "labourer": "小工 杂工 普工小工 力气活 苦力 工地 工地小工 工地杂工 建筑工 建筑工人 挖沟 挖土 打混凝土 搅拌 拌灰 搬砖 拆墙 拆除 土方 体力活 下苦力 扎钢筋 钢筋工 架子工 挖基础 挖管沟 labourer* laborer* construction building_site digging handyman 打杂 工地打杂 打零杂 下力 出力气 挑砂浆 挑水泥 拌水泥 抬石头 修路 铺路 砸墙 凿墙 打钻 打孔 挖坑 外架 工地干活 基建 泥巴活 挑沙 扛水泥 打下手 瓦工打下手 给瓦工打下手 递砖 提灰 提灰桶 搬砖递砖 瓦工小工 木工小工 破碎 拆房子",
    "bricklayer": "瓦工 瓦匠 泥工 泥瓦工 泥瓦匠 泥水工 泥水匠 砌墙 砌砖 砌匠 砌 砌工 贴砖 贴瓷砖 贴瓷片 贴地砖 抹灰 抹灰工 粉墙 粉刷工 铺砖 铺地砖 bricklay* mason* tiling tiler* plaster* 砌围墙 砌灶 垒墙 垒猪圈 粉墙匠 瓦匠活 盖房子 盖房 盖瓦 打地坪 地坪 浇筑 贴马赛克 贴外墙砖 铺地面 大工 泥巴匠 水泥匠",
    "carpenter": "木工 木匠 模板 模板工 支模 家具安装 打家具 装家具 做家具 木工活 吊顶 装柜子 carpent* woodwork* joiner* 打柜子 做柜子 钉模板 做门窗 装门 装门窗 铺木地板 装木地板 地板安装 吊顶工 修家具 雕花 木雕 木器 桌椅制作 衣柜安装 橱柜安装",
    "electrician": "电工 电工活 电气 布线 拉电线 接电 弱电 强电 装灯 电力 electric* 布电线 走线 穿线 装电表 装开关 维修电器 家电维修 修电器 修空调 装空调 空调安装 电焊电工 机电 光伏 光伏安装 装监控 安装监控 网线 弱电工",
    "plumber": "水电 水电工 水电安装 水电师傅 水工 管道工 管道 水管工 水管 装水管 水暖 水暖工 通下水道 通马桶 plumb* pipe_fitt* 改水电 装修水电 通管道 疏通管道 装马桶 修水管 装热水器 管工 给排水 打井 水电改造 水电维修 暖通 卫浴 装卫浴 洁具 地暖 通下水 疏通 消防管道 马桶 花洒 水龙头",
    "painter": "油漆 油漆工 漆工 漆匠 刷漆 喷漆 刷墙 刷墙工 涂料 涂料工 刮腻子 腻子 腻子工 乳胶漆 喷涂 刮瓷 painter* painting paint 刮大白 大白 油工 刷大白 喷漆工 墙面 贴墙纸 墙纸 画墙 墙绘",
    "welder": "焊工 电焊 电焊工 焊接 氩弧焊 二保焊 气焊 焊 钢结构 weld* 烧电焊 烧焊 会电焊 焊铁 焊门窗 焊防盗网 焊栏杆 铁艺 不锈钢 钢架 铆工 铆焊 切割 气割",
    "housekeeper": "家政 家政工 家政服务 保姆 钟点工 小时工 住家 住家保姆 做家务 家务 阿姨 带孩子 带小孩 带娃 看孩子 做饭打扫 家庭保洁 阿姨的活 housekeep* maid* nanny babysit* hourly_helper domestic 照顾孩子 接送孩子 烧饭阿姨 做饭阿姨 打扫阿姨 全职阿姨 白班保姆 不住家 管家 保育员 照顾小孩 看小孩 洗衣做饭 住家阿姨",
    "carer": "护工 陪护 护理员 养老护理 养老护理员 照顾老人 伺候老人 照顾病人 看护 看护老人 护老 医院陪护 照护 服侍老人 照顾 carer* caregiver* caring care_worker* nursing elderly_care look_after 养老院 敬老院 护理 照顾瘫痪 照顾月子里 医院护工 24小时护工 陪床 陪夜 夜间陪护 喂饭翻身 带老人 照料老人 照顾老年人 住院陪护 月嫂 月子 育婴 育婴师 育儿嫂",
    "cook": "厨师 厨子 大厨 炒菜 炒菜师傅 掌勺 厨房 后厨 配菜 切配 切菜 帮厨 面点 面点师 白案 红案 早点师傅 做早点 炸油条 卤菜 烧菜 做饭 煮饭 食堂 酒席 做酒席 厨 chef* cook cooks cooking kitchen 厨房帮工 后厨帮工 打荷 烧烤 烤肉 早餐店 面馆 包子 包包子 做馒头 烘焙 蛋糕师 熬粥 掌厨 传菜打荷 做小吃 厨房打下手 后厨打下手 厨师打下手 烧饭 烧大锅饭 大锅饭",
    "waiter": "服务员 端盘子 传菜 传菜员 跑堂 餐厅服务 酒店服务 酒店服务员 收银 收银员 前台 迎宾 客房服务员 点菜员 洗碗端菜 饭店服务 餐馆服务 端菜 上菜 酒席帮忙 waiter* waitress* waiting_tables serving restaurant_server cashier* 网吧收银 酒店前台 吧台 咖啡店 奶茶店 火锅店 餐饮 餐饮服务员 点餐 饭馆 包厢 领班 KTV服务 restaurant restaurants",
    "courier": "快递 快递员 送快递 派件 外卖 外卖员 送外卖 骑手 跑腿 跑腿员 送货 送货员 送餐 配送 配送员 分拣 分拣员 送水 送水工 送桶装水 闪送 送报 快递分拣 courier* delivery deliver* rider* 能送货 送东西 送菜 送酒水 送煤气 送奶 跑单 网约配送 送件 收件 派快递 分派快递 送包裹",
    "driver": "司机 驾驶员 开车 开货车 开大车 货车司机 货车 代驾 开铲车 铲车 挖机 挖掘机 开挖机 叉车 叉车工 开叉车 铲车司机 网约车 出租车 开出租 a1 a2 b1 b2 c1 吊车 校车 跟车 拖拉机 driver* driving truck forklift excavator* 开三轮车 驾驶 拉货 拉沙 拉土 自卸车 渣土车 压路机 装载机 班车司机 接送员 公交司机 拉客",
    "factory": "厂里 进厂 工厂 电子厂 普工 流水线 操作工 车间 操作员 机台 厂 上厂 砖厂 食品厂 茶厂 服装厂普工 玩具厂 纺织厂 制造 组装 装配 质检 质检员 机床 车床 车工 数控 注塑 冲压 产线 厂妹 厂哥 家具厂 纸厂 factory assembly production_line plant_worker machine_operator operator* 做鞋 鞋厂 电池厂 玻璃厂 水泥厂 药厂 制药厂 纺织 挡车工 挡车 织布 造纸 瓷砖厂 木材厂 竹器厂 机械厂 五金厂 汽配厂 印刷厂 食品加工 加工厂 车床工 铣工 钳工 磨工 打磨工 抛光 抛光工 两班倒 长白班",
    "packer": "打包 包装 包装工 打包工 打包员 贴标 贴标签 装箱 装袋 封箱 理货 理货员 拣货 拣货员 仓库 仓管 仓库管理 包粽子 包月饼 装盒 套袋 packer* packing packag* warehouse 装配打包 打包发货 包茶叶 包装茶叶 装茶叶 装米 装粽子 打标 贴牌 分装 灌装 码货 码垛 盘点 点货 入库 出库 快递打包 包零食 包糖 粘盒子 糊盒子 分拣打包 快递分拣打包 打包分拣 打包快递 分拣 分拣员 order_picker*",
    "farmhand": "摘桂花 桂花 采茶 摘茶 摘茶叶 采茶工 采摘 采摘工 摘果 摘橘子 摘桔子 摘柑橘 摘猕猴桃 摘草莓 摘辣椒 摘菜 收菜 插秧 栽秧 割稻 割谷 收稻 收稻子 收谷 农活 田里的活 地里的活 种地 种菜 种田 种树 栽树 植树 挖藕 挖红薯 挖苕 挖笋 砍竹 砍楠竹 楠竹 果园 茶园 大棚 蔬菜基地 农场 养殖场 养猪 养猪场 养鸡 养鸡场 喂猪 喂鸡 放牛 打药 施肥 拔草 除草 锄草 扯草 收油菜 收割 打板栗 捡茶籽 摘油茶 鱼塘 捞鱼 小龙虾 虾 农工 农田 剪枝 藕 茶叶 果树 摘莲子 拔花生 苗圃搬苗 莲子 farm* harvest* fruit_pick* tea_pick* picking orchard* planting fields 摘莲蓬 挖莲藕 种茶 打茶 炒茶 割草喂牛 掰玉米 掰苞谷 收玉米 收花生 收黄豆 摘棉花 摘花椒 摘枇杷 摘葡萄 摘桃 摘枣 摘西瓜 摘蓝莓 摘杨梅 摘柚子 摘梨 摘花 采桑 养蚕 采蘑菇 摘蘑菇 种蘑菇 种药材 挖药材 挖土豆 拔萝卜 砍白菜 剥虾 捕鱼 捕虾 分鱼 养虾 养牛 养羊 放牛羊 套果袋 育苗 茶厂采茶 帮人种田 下田 田间 农忙 基地干活 tea_leaves oranges",
    "gardener": "绿化 绿化工 园林 园林工 园艺 园艺工 修剪 修枝 剪树 修剪树枝 修剪草坪 割草 割草工 草坪 草皮 花工 花匠 花木 苗木 苗圃 养花 种花 铺草皮 garden* landscap* lawn* pruning 修草坪 剪草 剪草坪 修树 修树枝 剪枝工 移栽 移树 绿化带 养护 绿化养护 浇花 盆景 花卉 苗圃工 打草机 打草 种草皮 栽花 绿篱 除草修枝 修枝除草 公园除草 小区除草 割草机",
    "guard": "保安 保安员 门卫 看门 守门 看大门 值班 守夜 夜班看守 看仓库 守仓库 看工地 守工地 护卫 巡逻 巡逻员 安保 保安队 看场子 停车场收费 秩序维护 秩序维护员 消防值班 守鱼塘 看守 guard* security watchman doorman 守夜的 仓库守夜 巡夜 守厂 守工厂 看厂 看场 保安夜班 小区保安 门岗 站岗 治安 护校 护林员 护林 护院 守大门 看管 停车管理员 看车 看车棚",
    "promoter": "促销 促销员 导购 导购员 推销 发传单 传单 发单 派单 派发 地推 扫码推广 销售 销售员 营业员 店员 卖货 理货促销 展会 礼仪 售货员 超市促销 promot* flyer* leaflet* salesperson sales shop_assistant 主播 带货 客服 电话客服 摆摊 举牌 派传单 发广告 贴海报 市场推广 业务员 跑业务 卖酒 卖奶 卖衣服 卖东西 试吃员 推广员 地推员 展台 讲解员 电销 handing_out_flyers 宣传单 试吃",
    "sewer": "缝纫 缝纫工 裁缝 车衣 车缝 平车 平车工 锁边 拷边 服装厂 制衣 制衣厂 做衣服 踩缝纫机 缝制 钉扣 钉扣子 剪线头 手工活缝 缝补 改衣服 绣花 裁剪 sew* tailor* seamstress* garment* 踩机子 踩电车 踩衣车 四线 打边车 做窗帘 做被子 做校服 做童装 做鞋面 针车 针车工 鞋面工 羽绒服厂 衣服厂 手袋厂 打揽 裁床 熨烫 整烫 烫衣服 缝被子 纳鞋底 车位工 车位 sewing_machine* sewing_machine_operator* 锁扣眼 扣眼 改裤脚 换拉链 来料加工 车工 车衣工 服装厂车工",
}

# Where one works says less than what one does there.
PLACES = """
    仓库 厂里 工厂 厂 进厂 车间 工地 食堂 厨房 后厨 饭馆 酒席 早餐店 面馆 咖啡店 奶茶店 火锅店 养老院 敬老院 果园 茶园 大棚 农场 养殖场 鱼塘
    苗圃 服装厂 制衣厂 衣服厂 warehouse factory kitchen restaurant restaurants
"""

RULES = """
    job  8  seek
    job  3  occupation
    job  3  occupation pay
    job  3  occupation skill
    job  3  occupation the_work
    job  3  occupation does
    job  3  look the_work
    job  3  trade_first
    job  2  the_work
    job  2  look
    job  2  pay
    job  2  skill
"""
