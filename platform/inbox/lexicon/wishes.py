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
        防护网 防盗网 院门 铁皮 瓦房 老房子的电 线头 电源 水龙 花洒头 马桶盖 下水管道 管道 排水管 暖气管 灯座 灯头 灯绳 拉线 床头灯 吸顶 浴室灯 门框 门槛 门轴 门板 窗台 窗扇 橱门 屋檐 房梁 横梁 地面 楼板 扶梯 晾衣绳
        插线板 插排线 接线板 水表箱 锅炉 水压罐 气管 煤气管 燃气管 排风扇 排烟管 灯箱 感应灯 声控灯 夜灯 射灯 灯带 沙发腿 凳子腿 晒衣架 晾晒架 铁门锁 挂锁 抽水阀 浮球 蓄水池 水桶底 天窗 玻璃窗 推拉门 卷帘 百叶窗 防盗窗 屋脊 房檐 天沟 雨水管 屋面 土墙 砖墙 门锁芯 门栓 插销 铰链 鸡窝 狗窝 猪圈门 gutter* chimney
        泵 水井的泵
    """,
    "appliance": """
        电视 电视机 冰箱 冰柜 洗衣机 空调 电扇 风扇 电风扇 吊扇 电饭煲 电饭锅 电磁炉 微波炉 电水壶 热水壶 烧水壶 电热水壶 热水器 电热水器 燃气热水器 太阳能 高压锅
        煤气灶 燃气灶 液化气灶 灶 灶台 炉子 油烟机 抽油烟机 排气扇 换气扇 取暖器 电热毯 烤火炉 电烤炉 烤火箱 电暖器 火炉 豆浆机 收音机 唱戏机 座机 电话机 挂钟 座钟 钟 手表
        缝纫机 电动车 电瓶车 电动三轮车 三轮车 自行车 单车 摩托车 摩托 轮椅 拐杖 助听器 老花镜 眼镜 雨伞 鞋 鞋子 拉链 机顶盒 音响 打印机 吹风机 剃须刀 喷雾器
        打谷机 脱粒机 抽水机 水壶 台灯 电瓶 净水器 饮水机 床 桌子 椅子 凳子 沙发 衣架 电器 家电 家具 电吹风 洗碗机 消毒柜 浴霸 监控 摄像头
        tv television* fridge* refrigerator* washing_machine* washer air_conditioner* aircon fan fans rice_cooker* kettle* stove* cooker* oven* microwave*
        radio* clock* bike bikes bicycle* scooter* e-bike* wheelchair* walking_stick* crutch* hearing_aid* glasses umbrella* electric_blanket* chair* table* bed
        beds sofa* furniture
        饭煲 收割机 拖拉机 旋耕机 微耕机 打米机 碾米机 粉碎机 电锯 水泵机 电灯泡 手电筒 手电 电筒 充电器 血压计 血糖仪 制氧机 老式电视 冰柜机 电火桶 烘干机 洗衣桶 饮水器 电炉 电烤箱 烤箱 榨汁机 电热锅 蒸锅 炒锅 高压锅圈 钢琴 二胡 电子琴 耳机 音箱 喇叭 游戏机 闹钟 石英钟 望远镜 打火机 老人车 代步车 四轮车 婴儿车 手推车 板车 皮鞋 书架 书桌 茶几 衣橱 鞋柜 电梯椅 mixer* iron printer* watch charger* sewing_machine* heating
    """,
    "broken": """
        坏 坏了 坏掉 坏的 不亮 不转 不响 不制冷 不冷 不热 不加热 不出热水 没热水 不出水 没有水 不来电 没电 没有电 断电 不通电 通不了电 不灵 不灵了 不好使 不好用 用不了 用不成 用不得
        失灵 失效 打不开 打不着 打不着火 点不着 点不着火 打不燃 关不上 关不严 关不紧 关不拢 锁不上 拧不紧 拧不开 拧不动 漏 漏水 漏雨 漏电 漏气 漏风 漏油 渗水 渗漏 滴水 滴答 滴滴答答
        堵 堵了 堵住 堵塞 堵死 不通 不通了 不下水 排不出去 返水 返臭 冒水 溢水 碎 碎了 破 破了 破洞 烂了 烂 裂 裂了 裂缝 断 断了 断裂 掉 掉了 掉下来 掉落 掉皮 脱落 脱皮 松
        松动 松了 晃 摇晃 卡住 卡死 卡了 生锈 锈死 跳闸 短路 冒烟 冒火花 火花 烧了 烧坏 烧断 爆了 爆裂 炸了 没反应 没声音 没图像 没信号 收不到台 没画面 不工作 不动 不动了 启动不了 开不了 开不了机
        倒了 歪了 歪 塌了 一闪一闪 闪 忽明忽暗 时亮时不亮 时好时坏 异响 嗡嗡响 响得厉害 故障 出故障 毛病 出毛病 罢工 进水 发霉 瘪了 没气 掉链子 不走了 不走 失火 开裂 漏个不停 流个不停 关不住
        broken broke break breaks dead leak* drip* block* clog* stuck burst crack* burnt burned blown out_of_order not_working doesn't_work does_not_work
        don't_work won't_turn_on won't_open won't_close won't_start stopped_working no_power no_hot_water trip* flicker* loose shatter* smash* fail* flat_tyre
        憋了 黑了 灭了 灭的 不着了 没有图像 没有画面 没有声音 没有信号 没有反应 爆胎 胎破 关不掉 关不了 停不下来 冲不下去 冲不走 冻裂 冻住 断在 掉进 老化 短了 烧糊 跳了 打不开 不制热 不吹 不加水 没风 响个不停 抖得厉害 打不出 抽不上水 抽不了 上不了水 出不来水 水小 水很小 关不死 变形 起泡 翘 翘起 松脱 掉漆 散架 散了 倒塌 垮 垮了 塌陷 不走字 走不准 停了 不走针 不启动 晃动 摇摇晃晃 不稳
        吹跑 吹掉 吹走 裸露 露在外面 露出来 不吸 不吸烟 不进水 不排水 排水慢 下水慢 打火 触电 带电 麻手 漏了 漏着 破裂 掉了一块 缺了 缺口 磨坏 磨破 断线 接触不良 响不停 滋滋响 发烫 有糊味 焦味 怪味 打滑 spark* smashed won't_stop jam jammed
        煮不熟 烧不开 烧黑 烧焦 合不上 合不拢 打不上 推不上 推不动 转不动 转不了 充不进电 充不了电 亮不了 亮不起来 响不了 出不了水 放不出水 热不了 冷不了 拉不着 拉不亮 按不动 没法用 不能用 不能开 裂开 断了一条 断了一根 断裂了 磨没了 坏在 断开 折了 折断 卡壳 倒灌 开胶 脱胶 掉底 锈 锈了 烂了个 漏得 漏到 漏下来 渗下来 湿了一片 发黄 短接 失灵了 blew_off doesn't_heat won't_heat broken_down fell_off fallen_off
        一开就灭 响得吓人 不上水 夹生 煮夹生 不抽水
        结冰
        strange_noise funny_noise odd_noise strange_sound 怪声音 怪响
    """,
    "fix": """
        修 修理 维修 修一修 修一下 修下 修修 修个 抢修 检修 换 更换 换个 换一下 换一个 换掉 安装 装 装个 装一下 装上 加装 安个 安一下 疏通 通一下 通一通 补 补漏 补一下 加固 拧 焊 焊一下
        钉 接线 接电 拆 拆掉 调试 固定 刷墙 粉刷 盖瓦 捡瓦 捡漏 上门修 会修 电工 水电工 修理工 师傅 会电工 会修 修锁 开锁 配钥匙 挂上 重新装 检查一下线路 检查线路 检查电路
        repair* fix* mend* replace* install* unblock* electrician* plumber* handyman locksmith* change_a change_the
        钉一下 修补 修缮 检修一下 看一下线路 重新接 弄一下
        换一根 换根 换一块 换块 换把 换个新 换新 帮换 装回 重装 接一下
        来修 能修 想修 求修 帮修 来换 能换 想换 求换 安一个 想装
    """,
    "leak": "漏水 漏雨 漏电 漏气 渗水 跳闸 短路 水管爆 爆管 返水 锁坏 门锁 锁匠 开锁 钥匙锁在 换锁 补漏 疏通 leak* fuse clog* flat_tyre 爆胎 冻裂 修一修 修理 维修 换灯 换灯泡 换个灯泡 装扶手 装~扶手 修~灯 修~门 修~电 修~水 修~锁 修~机 修~车 修~窗 修~屋 换~灯 换~锁 换~龙头 换~玻璃 换~开关 换~插座 装~灯 装~窗帘 补~瓦 灯~不亮 灯~坏 水~漏 门~关不 窗~关不",
    # What belongs to everybody
    "street": """
        街 街上 街边 街头 马路 马路上 村道 村路 路面 公路 道路 水泥路 泥巴路 土路 路 巷子 巷 路口 路边 路上 村口 村里的路 小区 小区里 楼道 单元楼 单元门 楼栋 电梯 广场 公园 河 河道 河边 河沟 水沟 臭水沟
        排水沟 沟渠 水渠 塘堰 池塘 河堤 堤坝 大坝 桥 桥面 公厕 公共厕所 垃圾站 垃圾桶 垃圾池 垃圾箱 垃圾房 健身器材 电线杆 电杆 变压器 高压线 通信线 光缆 窨井 窨井盖 井盖 下水井 雨水井 护栏 红绿灯
        斑马线 减速带 公交 公交车站 公交站 候车亭 站牌 路牌 绿化 绿化带 绿化树 草皮 草坪 行道树 花坛 门口的树 大树 树枝 树倒 古树 村里 组里 湾里 湾子里 全村 全湾 全组 门前的路 家门口的路 门口路 消防栓 消防通道 停车位 停车场
        学校门口 菜市场 文化广场 村委会门口 活动中心
        street* road* pavement* sidewalk* path bridge manhole* pothole* bus_stop* bus_shelter* park river ditch* village_square lamppost* lamp_post* traffic_light*
        public_toilet* stairwell lift elevator playground corridor
        三岔路 岔路口 十字路口 门口的路 门前路 巷子口 弄堂 村委 校门口 学校旁边 厂子 工厂 河里 塘里 水塘 池塘边 后山 山坡 坡上 边坡 路肩 涵洞 泵站 闸门 电杆子 网线 光纤 交通灯 人行道 盲道 老房子倒 围挡
        站台 乡道 县道 国道 路段 弯道 隧道 楼栋口 小区门口 大门外 楼前 菜场 农贸市场 集贸市场 街心 河岸 河滩 沟里 沟边 绿化草 公共绿地
        公交站台
        沟 这条街 条街 一条路 那条路 湾子 组上 队里 寨子里 庙口 桥上 桥下 村中 村道上 村民小组 景区 巷道 电线上 广场的灯 门前那条路 出村的路 进村的路 上学的路 on_our_street our_street our_road our_village
        塘坝 污水井 变电箱 配电箱 水塘边
        street_light* streetlight*
        烧烤摊 夜宵摊 大排档 夜市
    """,
    "public": """
        路灯 街灯 太阳能路灯 停水 停电 断水 停气 没来水 不来水 没自来水 水压 水浑 水发黄 自来水发黄 水质 窨井 窨井盖 井盖 垃圾堆 垃圾成堆 垃圾车 垃圾清运 臭气 臭味 臭得很 臭死 恶臭 占道
        乱停 乱停车 乱放 乱搭 违建 违章建筑 噪音 噪声 扰民 太吵 吵死 施工 工地 野狗 流浪狗 流浪犬 恶狗 疯狗 狗不拴 没拴绳 马蜂窝 马蜂 蜂窝 老鼠成灾 洒水车 洒水 积水 内涝 淹了 涝
        塌方 滑坡 泥石流 山体 危房 危墙 污水 黑臭 脏水 偷倒 焚烧 烧秸秆 秸秆 烧垃圾 大坑 深坑 有坑 有个坑 个坑 坑洼 坑坑洼洼 坑太多 路烂 路太烂 路不平 路断 修路 硬化 路面塌 塌陷 树倒 树倒了 倒伏 挡路 挡道 拦路 飞线 飞线充电 小广告 牛皮癣 黑烟
        红绿灯 公厕 健身器材 消防通道 电梯 楼道灯 声控灯 信号塔 基站 偷鱼 毒鱼 赌博 盗窃 小偷 非法 污染 排污 油烟 粉尘 扬尘 渣土车 大货车 超速 路滑 没路灯
        street_light* streetlight* street_lamp* pothole* manhole* garbage rubbish trash litter* dump* stray no_water water_supply water_cut power_cut
        blackout no_running_water flood* noise noisy illegal* sewage smell* drought watering_truck fallen_tree traffic public_toilet* construction_site
        死鱼 发臭 水发臭 水臭 很臭 下~滑 往下滑 山~塌 垮坡 塌坡 落石 掉石头 施肥臭 猪场臭 养猪场 养鸡场~臭 半夜施工 夜里施工 唱歌吵 唱k 喇叭 大喇叭 高音喇叭 麻将馆 飙车 车~堵 堵死 堵住路 堵路 僵尸车 摊贩 摆摊 消防 火灾隐患 着火 起火 山火 冒烟~山 用水困难 吃水困难 吃水 饮水困难 没水吃 水干了 井干了 塘干 塘~干 漂~鱼 漂浮物 蓝藻 水葫芦 烧~秸秆 烧~垃圾 烧荒 倾倒 偷排 粪水 粪坑 旱厕 蚊子成堆 蚊虫 白蚁 蛇出没 流浪猫 变压器 电压低 电压不稳 电压 信号差 没信号塔 公交停 班车停 路太窄 没护栏 护栏~坏 护栏~断 淤了 淤积 淤泥 一下雨就 下雨就 下雨~淹 漫水 停气 断气 没气了 停了气 停电了 老停电 经常停电 井盖~没 井盖~坏 盖子~没 路灯~不亮 路灯~坏
        吵得 吵闹 吵个不停 吵死人 ktv 污染水 泥泞 没法走 不敢过 不好走 压坏 路压 车祸多 摔过人 很危险 红灯 没有路灯 装路灯 装个路灯 安路灯 修~路 修~桥 修~路灯 路~坏 路~烂 路~塌 桥~断 桥~坏 桥~塌 栏杆~断 树~倒 树~挡 树~压 树~危 电线杆 电杆 垃圾~堆 垃圾~满 垃圾~臭 垃圾~清 狗~咬 狗~乱 狗~吓
        公交站台 站台
        没通~水 没通自来水 通自来水 通~公交 通公交 化肥厂 化工厂 排污水 排~污 污水~河 怕起火 自来水~没 水质差 水费乱 打狗 狗多 狗太多 早晚高峰 堵车 拥堵 楼上~吵 楼上装修 装修吵 邻居装修 夜里~吵 邻居~吵 
        自来水~停 水又停 盖子翻 倒垃圾~河 河里~倒 电线~垂 电线垂 垂下来 井水 信号太差 没有栏杆 没栏杆 不在~停 cut_off full_of_holes overflowing
        臭水沟 消杀 灭蚊 地锁 占了车位 停车位~占
        路~结冰 路~积雪 结冰~滑
    """,
    "public_broken": "掉下来 断了 倒了 塌了 没了 不见了 被偷 丢了 堵了 堵 坏了 不亮 黑漆漆 黑灯瞎火 满了 堆 成堆 臭 烂 坑 漏 淹 干 枯 枯死 挡 满 overflow* missing collaps* fell 掉 枯死了 干死 没人管 没人修 没人浇 没人清 没人扫 没人拉 乱 塞 滑 黑 危险 塌 倒 少了 裸露 歪",
    "garbage": "垃圾 建筑垃圾 生活垃圾 渣土 污水 粪 废品 garbage rubbish trash",
    # Going and fetching
    "buy": "买 买点 买些 买个 买一下 代买 代购 帮买 捎点 带点 购买 采购 订购 抓药 配药 buy buying shopping groceries 代买一袋",
    "fetch": """
        拿药 取药 取快递 拿快递 收快递 寄快递 快递 包裹 取包裹 拿包裹 寄东西 寄信 取钱 取款 代取 代领 代办 代缴 代交 领取 跑腿 跑一趟 跑个腿 打饭 带饭 订饭 倒垃圾 丢垃圾 扔垃圾 
        灌气 打印 复印 存折 交电费 交水费 交水电费 缴电费 缴水费 缴费 交费 交燃气费 交煤气费 充电费 买电
        送份 送一份 喂猫 喂狗 遛狗 做饭 做顿饭 烧饭 煮饭 劈柴 代送 送文件 转交 拿报告 取报告 取报纸 买药 拿个药 取个药 开药 拿点药 取下药 拿下药 取件 退货 交话费 代寄 办年货 年货
        fetch* pick_up collect* errand* parcel* package* prescription* medicine medication deliver* queue post_office carry* lift_heavy gas_cylinder pay_the pay_my
        electricity_bill water_bill groceries
        取~药 拿~药 开~药 买~药 带~药 送~药 抓~药 配~药 取~快递 拿~快递 收~快递 寄~快递 取~包裹 拿~包裹 寄~包裹 寄~东西 取~钱 取~养老金 领~养老金 领~工资 交~费 缴~费 充~费 送~饭 带~饭 打~饭 做~饭 送~菜 送~米 送~东西 带~东西 拿~东西 拿~报告 取~报告 拿~单子 取~件 拿~件 拿~票 买~票 去~买 帮我带 帮忙带 帮我捎 捎一 带一盒 带一袋 带一瓶 带点 带些 带两 送个 垃圾~倒 垃圾~扔 垃圾~丢 倒~垃圾 丢~垃圾 扔~垃圾 煤气罐 煤气坛子 换煤气 换~煤气 灌~气 一罐气 液化气罐 接~放学 接~下课 接~学校 排队 排~队 跑~趟 代我 代我去 替我 替我去 帮我去 帮我跑 代~办 代~交 代~取 代~领 帮我拿 帮我取 帮我寄 帮我交 帮我买 帮我领 提水 挑水 打水 喂~狗 喂~猫 浇花 换水 换桶装水 桶装水 搬桶水 修鞋
        寄~信 拿~信 取~信 买~饭 帮交 帮我充 代充 代缴费 取一下 拿一下 拿下 领一下 取~证 拿~证 领~证 办~卡 取~卡 交~表 送~饭菜 送~餐 送餐 带~菜 带~米 带~盐 捎~药 捎~菜 捎~东西 买~米 买~盐 买~油 买~菜 开~单 开~处方 代开药 取~衣服 送~材料 接~孩子 接~孙 接~娃 接~小孩 接送孩子 看~店 浇~花 收~衣服 买~东西 买~粮
        送~汤 送~书包 送~作业 忘带 忘拿 没~米 盐没了 米没了 油没了 药没了 药吃完 没菜 没米 没盐 没药 没油 去~药店 到~药店 去~菜场 到~菜场 去~超市 去~邮局 去~银行 到~银行 去~营业厅 到~卫生室拿 去~拿 去~取 去~领 拎~楼 抬进 搬进 网购~到 快递到 有快递 赶场 帮~捎 找~代 帮忙买 帮忙取 帮忙寄 帮忙拿 帮忙送 帮买 帮寄 帮送 帮拿 帮忙领 帮忙交 pills prescription pharmacy
        送到村委会 送~钥匙 打~开水 捎~盐 拿~化验单 拿~单 送~午饭 送~楼 没人喂 劈不动 买~奶粉 柴火 pay_my_electricity
    """,
    "grocery": "菜 青菜 米 大米 油 盐 药 面条 鸡蛋 肉 水果 牛奶 东西 日用品 生活用品 年货 纸 蔬菜 口粮 馒头 饭 降压药 感冒药 groceries vegetables milk bread rice 鱼 鸡 鸭 豆腐 面粉 酱油 醋 糖 奶粉 汤 午饭 晚饭 早饭 早餐 纸巾 卫生纸 洗衣粉 香皂 膏药 药膏 风油精",
    "ride": """
        搭车 搭个车 搭便车 顺风车 顺路车 拼车 包车 用车 接送 接一趟 送我 送他 送她 送我们 送俺 送奶奶 送爷爷 送老人 送妈 送爸 送孩子 送孙子 送娃 送一下 送下 送一趟 送一送 送医 载 载我 载一程 带我去 带我到 带他去 带她去 捎我 捎一程 捎一段 捎上我 搭我
        坐车 打不到车 打车 叫不到车 没车 没有车 没有班车 没公交 叫车 的士 租车 小车 面包车 货车 有车的 有车 接他 接她 接老人 接站 拉我 拉一趟 拉去 拉到 运 运到 运回 拖 拉货 拉东西 接回家 送回家 接回 送上学 接我们 赶火车 赶车 急救车 司机
        ride rides lift_to drive_me drive_my drive_him drive_her car taxi pick_me_up take_me take_my take_him take_her drop_me transport* driver van moving_house move_house give_me_a_lift a_lift
        送~医院 送~车站 送~火车站 送~高铁站 送~卫生院 送~学校 送~回家 送~机场 送~北站 送~透析 送~复查 送~县城 送~镇上 送~城 接~出院 接~回家 接~车站 接~医院 到~接 去~接 来接 接我 借~车 求~车 找~车 派~车 有~车 没~车 坐~车 叫~车 打~车 租~车 搭~车 用~车 开车送 开车 车送 送送 送一下 送下 送去 送到 车接 顺路 顺便带 捎带 接亲 婚车 婚礼用车 运去 运~来 拉~回 拉~来 拉~走 拉~去 拖~走 货车 三轮车拉 坐不到车 坐不上车 赶不到车 没有公交 停运 代步
        站~接 从~接 机场~接 到站 开车带 开车拉 带我一程 稍我 坐~顺风 求接送 送~到 送~去 送~考点 送~考场 送~住院 送~检查 去~车 进城~车 车~去 车~送 赶不上车 坐不了车 坐不了公交 打的 没人送 没人接 没法去 怎么去 走不了路 来回接送 接~住院 运~家 拉~家 出行 乘车
        坐~上不了公交 上不了公交 末班车 带一程 接~回老家 缺~车 要车 求~程
        没有人送 有人送
    """,
    "far_place": """
        火车站 汽车站 高铁站 北站 南站 客运站 机场 车站 码头 武汉 县城 城里 镇上 市里 市区 进城 外地 医院 人民医院 中医院 中心医院 妇幼 卫生院 卫生室 透析 化疗 复查 学校 殡仪馆 敬老院 养老院 福利院 民政局 政务中心 派出所 银行 信用社 菜市场 集市 赶集
        hospital* clinic* station* airport town city_centre school train bus_station dialysis market
        卫生站 康复中心 市医院 区医院 县医院 镇医院 高铁 动车 火车 飞机 考场 考点 幼儿园 民政所 社保局 法院 殡葬 墓地 老家 娘家 大城市 同济 协和 省城
    """,
    "moving": "搬家 搬去 搬到 搬过去 搬新家 moving_house move_house 搬~去 打包搬 搬~家具",
    "hospital": "医院 人民医院 中医院 中心医院 卫生院 门诊 体检 检查 复查 看病 透析 化疗 住院 手术 做检查 看医生 hospital* clinic* checkup* doctor* surgery appointment*",
    "luggage": "行李 箱子 大包小包 东西多 腿脚不便 走不动 坐轮椅 腿脚不方便 行动不便 luggage suitcase*",
    # People
    "accompany": """
        陪 陪陪 陪我 陪他 陪她 陪伴 陪聊 陪护 陪诊 陪同 陪着 陪一下 陪一陪 作伴 做伴 做个伴 搭个伴 有个伴 看护 照看 照护 照顾 照料 守夜 守一晚 accompany* keep_me_company keep_him_company keep_her_company company companion* sit_with
        go_with_me come_with_me with_me look_after visit visits visitor*
        陪~去 陪~看 陪~过 陪~玩 陪~住 陪~坐 陪~走 陪~做 陪~检查 陪老 陪妈 陪爸 陪奶奶 陪爷爷 陪孩子 陪孙 看一下老人 看下老人 看老人 带~转转 推~转转 推我出去 出去转转 出去走走 转转 逛逛 过夜 看着老人
        照应 照应一下 照看一下 带~去逛 搀 搀扶 扶着 扶我 有人跟着 一起去 一块去 一起吃 一同 一道去 在旁边
        身边离不开人 离不开人 谁能看着 有人看着
        陪床 陪夜
    """,
    "talk": """
        聊天 聊聊 聊聊天 聊会 聊会天 聊一聊 说说话 说话 说会话 说会儿话 讲讲话 讲话 唠嗑 唠唠 拉家常 谈心 谈谈心 下棋 象棋 下象棋 下下棋 下盘棋 打牌 打麻将 麻将 散步 走走 走一走 散散心 解闷 读报 念报 读读报 念念报 读报纸 念报纸 读书听 讲故事 谈天 晒太阳 拉拉家常 串门 坐坐 看看我 看望
        慰问 探望 chat* talk_to talk_with talking someone_to_talk chess cards stroll a_walk read_to
        打打牌 玩牌 跳棋 围棋 五子棋 谈谈 唠叨 唠唠嗑 听我说 听我讲 念念 念~报 读~报 读~信 念~信 念~听 读~听 散散步 遛弯 转一转 溜达 过节 过个节 过中秋 过端午 过重阳 唱唱 谈话
        读读书 听人读 听~故事 读书给 读给我 讲~听 玩扑克 扑克 钓鱼 喝茶聊 讲古 讲古话 下五子棋 唱唱歌 一起玩 玩一玩 玩一会 做做游戏 逛公园 逛街 逛集 转公园
        不说话 没说过话 说个话 说上话 聊家常 消磨 消磨时间 打发时间 打发日子 吃年饭 吃个年饭 一起过年 过年一起 过个年 一起过节 年夜饭一起 听听 读给 读~给
        喝喝茶 一起喝茶 没意思 搭话 没个人搭话 走动走动 听人念 念新闻 一起唱 河边看看 开导
        吃碗面 吃顿饭 一起吃饭 吃个饭 陪~吃
        常来看看 常去看看
    """,
    "lonely": """
        孤单 孤独 寂寞 闷得慌 闷得很 冷清 没人说话 没人陪 心里难受 心里苦 难过 伤心 想家 想儿子 想女儿 想孩子 老伴走了 老伴去世 心情不好 情绪低落
        lonely alone loneliness scared afraid bored by_myself on_my_own sad
        孤零零 孤苦 冷冷清清 冷清清 没人来看 没人看望 没人搭理 没人理 没人过节 没人一起 没个说话的 没个伴 没人做伴 没有伴 没人聊 说话的人 说话的都没 发呆 心烦 烦闷 心里烦 心里堵 心里空 空荡荡 空落落 度日如年 闷在家 憋得慌 想念 盼着有人 陪~说
        没了老伴 老伴没了 老伴刚走
    """,
    "study": """
        补课 补补课 补习 补一补 作业 功课 辅导 辅导作业 家教 数学 英语 语文 物理 化学 作文 拼音 成绩 成绩差 成绩不好 不及格 跟不上 高考 中考 期末考试 期末 复习 识字 认字 写字 练字 背书 背课文 做题 不会做题 口算 乘法 乘法口诀 奥数 单词 音标 听写 朗读 普通话 钢琴 画画 书法 毛笔字 写作业 写作文 学英语
        应用题 阅读理解 几何 方程 函数 课本 暑假作业 寒假作业 理科 文科 补数学 补英语 教孩子 教孙子 教孙女 教娃 教小孩 学画 学琴 考试卷 课业 厌学 学习差
        tutor* homework math* english_lesson* english_class* physics chemistry grades exam* study studies studying lesson* teach_my grade_school spelling pinyin schoolwork reading_lesson* essay*
        数理化 生物 历史课 地理 考不好 考砸 考不及格 期中 补差 学前 幼小衔接 奥数题 默写 理解题 读书 查漏补缺 中考英语 学业 讲题 讲讲题 题目 算术 分数 百分数 老师教 教~字 教~读 教~写 教~拼音 教~英语 教~数学 教~作业 教~画 教~琴 教~棋 辅导员 托管 晚托 网课作业 自学考试 会考 专升本 公务员考试 考驾照 科目一 普通话证
        学~字 认几个字 几个字 应用题不会 分数应用 补习班 学校功课 背单词 学前班 科学课 学编程 学奥数 差一截 落下 跟不上课 听不懂课 听不懂老师 不会写字 不识字 不认识字 不认得字 学文化 扫盲
        冲一冲 差几分 考高中 fractions can't_read
    """,
    "child": "孙子 孙女 孩子 小孩 娃 伢 细伢 儿子 女儿 外孙 外孙女 学生 留守儿童 grandson granddaughter child children kid kids son daughter pupil",
    # Phones and screens
    "phone": "手机 智能手机 智能机 老人机 老年机 苹果手机 华为手机 平板 电脑 笔记本电脑 平板电脑 phone* smartphone* cellphone* tablet computer* laptop*",
    "online": """
        微信 微信群 朋友圈 视频通话 视频 视频聊天 开视频 语音 健康码 支付宝 抖音 快手 扫码 扫一扫 二维码 付款码 收款码 扫码付款 上网 无线网 无线 wifi 宽带 网络 没网 连不上网 连网 路由器 app 软件 小程序 注册 登录 登不上 密码 网上 网购 淘宝 拼多多 网上挂号 手机挂号
        线上 网上办 转账 发红包 红包 收红包 流量 话费 充话费 充值 字体 字太小 字调大 字变大 铃声 照片传 发照片 传照片 内存 死机 卡顿 下载 人脸识别 人脸认证 刷脸 养老认证 社保认证 资格认证 养老金认证 认证 电子医保 医保码 医保电子凭证 电子凭证 医保凭证 网银 手机银行 输入法 手写 蓝牙 屏幕 通讯录 拉黑
        机顶盒 投屏 调台 打车软件 滴滴 导航 发短信 收短信 发信息 存号码 存电话 电子社保卡 公众号 群聊 加好友 加个好友 预约挂号 智能电视 个税 鄂汇办 一键 桌面 图标 广告弹 弹广告 诈骗app 反诈app
        wechat alipay video_call* video_chat* facetime wifi wi-fi internet broadband app apps qr_code* scan_code* online password* download* log_in login whatsapp payment_code health_code email e-mail text_messages
        health_insurance_code send_photos font
        跳广告 弹窗 网速 网慢 断网 上不了网 没网络 收不到短信 收不到信息 欠费 流量不够 换卡 手机卡 号码 手机号 设闹钟 闹钟怎么 听戏 听书 刷视频 看视频 发视频 拍视频 拍照发 拍照片 截图 打不通视频 微信号 加微信 小孩上网 网课 视频会议 扫健康 健康宝 网上买 网上交 手机交 手机缴 手机付 手机支付 刷手机 扫微信 扫支付宝 移动支付 付款 刷码 乘车码 坐车码 公交码 扫公交 电子发票 注册个 解锁 指纹 锁屏 静音 飞行模式 来电 黑名单 骚扰电话 通话 免提 听筒 微信声音 视频号 社保app 退休认证 年审认证 电子证照 下~软件 装~软件 下~app 发~朋友圈
        反诈 拦截 诈骗电话 垃圾短信 手机打车 网约车 怎么打车 登不上去 密码忘 忘记密码 短信不会 相机 充会员 电视投屏 电视盒子 看直播 直播 提示失败 认证失败 账号 帐号 手机~慢 手机~卡 网上看病 互联网 抢票 12306 买火车票 订票 买票
        挂号机 自助机 取款机 atm 自助 导过去 通讯 换手机 旧手机 手机壳 连不上 收不到视频 视频收不到 注销 绑定 解绑 更新 申领 网上申请 网上登记 网上查 线上办 线上交 直播间 购物车 快递查询 连蓝牙
        qq qq号 找不回来 phone_screen my_phone 在手机上 手机上
        点播 回放 回看 电视~不会用 电视~怎么 遥控器~不会
    """,
    "teach": """
        教 教教 教我 教下 教一下 教会 教一教 教教我 不会 不会用 不会弄 不会搞 不会操作 不懂 搞不懂 弄不懂 看不懂 搞不来 弄不来 弄不好 不晓得怎么 不知道怎么 不晓得 学 学会 学一下 学习用 想学 怎么弄 怎么用 怎么操作 怎么搞 怎么发 怎么打开 怎么下 怎么设置 怎么调 怎么连 指导 设置 调一下 操作
        teach* show_me learn* how_to_use don't_know_how can't_use how_do_i set_up help_me_use
        怎么看 怎么查 怎么交 怎么缴 怎么付 怎么加 怎么存 怎么删 怎么弄出来 怎么领 弄 按到 按错 搞不清 没学会 不熟 没用过 玩不转 玩不来 学用 学着 学怎么 学习怎么
        用不来 用不好 用不了手机 用不明白 不知怎么 不晓得咋 咋用 咋弄 咋搞 怎么导 怎么放大 怎么改 怎么关 怎么登 怎么找 怎么装
    """,
    # Things
    "thing": """
        衣服 衣裳 棉衣 棉袄 羽绒服 外套 大衣 毛衣 秋衣 保暖内衣 内衣 裤子 棉裤 校服 鞋 鞋子 棉鞋 运动鞋 胶鞋 雨鞋 雨靴 拖鞋 袜子 手套 帽子 围巾 被子 棉被 棉絮 被套 被褥 床单 毯子 毛毯 电热毯 枕头 蚊帐 凉席 床 床垫 桌子 书桌 课桌 椅子 凳子 柜子 衣柜 书架 书柜 沙发 轮椅 拐杖 拐棍 助行器 学步车 护理床 坐便椅 坐便器 洗澡椅 洗澡凳
        尿不湿 纸尿裤 成人尿不湿 奶粉 婴儿车 童车 推车 婴儿床 玩具 书 旧书 图书 绘本 课外书 故事书 书包 文具 本子 铅笔 钢笔 彩笔 字典 词典 收音机 戏匣子 唱戏机 电视 电视机 冰箱 洗衣机 电扇 风扇 取暖器 烤火炉 电火桶 电暖器 电饭煲 电磁炉 水壶 热水壶 暖水瓶 热水袋 暖手宝 手机 老人机 老年机 平板 电脑 自行车 三轮车 大米 米 油 食用油 面粉
        雨伞 雨衣 台灯 手电 手电筒 老花镜 眼镜 放大镜 助听器 血压计 血压仪 血糖仪 体温计 制氧机 口罩 药箱 锅 碗 碗筷 梯子 工具 锄头 喷雾器 乐器 二胡 笛子 象棋盘 棋盘 篮球 足球 羽毛球拍 滑板车 闹钟 钟 蜡烛 口琴 种子 树苗 鸡苗 家具 家电 旧家具 生活用品 行李箱 被单 过冬物资 物资
        quilt* blanket* coat coats jacket* clothes clothing shoes boots sweater* wheelchair* walking_stick* crutch* radio* schoolbag* school_bag* backpack* book books dictionary toy toys pram stroller
        desk* chair* bed mattress* heater* fan fans tv television* fridge* bike bicycle* glasses umbrella* rice diapers nappies milk_powder hearing_aid* electric_blanket* walking_frame stationery torch phone
        冬衣 夏衣 单衣 雨靴 厚衣服 童装 衣物 鞋袜 棉拖 厚被子 铺盖 被窝 尿片 尿垫 护垫 护理垫 助步器 四脚拐 折叠床 学习机 点读机 书柜 黑板 跳绳 乒乓球 羽毛球 钢笔 词典 小人书 连环画 煤 蜂窝煤 木炭 柴 热得快 电热水袋 饭盒 保温杯 保温桶 水杯 锅具 铁锅 高压锅 炒锅 蒸锅 菜刀 热水瓶 洗脸盆 盆 塑料桶 水桶 水缸 轮胎 童鞋 三轮 唱片机 唱戏的机器 小音箱 播放器 电子琴 吉他 口罩 奶瓶 尿布 摇篮 雨披 帐篷 头盔 拉杆箱 米面油 米面 粮食 药箱 取暖的
        汤锅 锅碗 铅笔盒 文具盒 枕套 凉被 棉鞋垫 保暖衣 秋裤 护膝 护腰 热敷袋 折叠轮椅 拐 手杖 担架 洗脚盆 足浴盆 电热锅 火桶 火盆 电炉 炉子 鼓 象棋 扑克牌 麻将桌 摇椅 躺椅 书橱 地球仪 计算器 复读机 故事机 mp3 学步鞋 水彩笔 画笔 颜料 篮球鞋 球鞋 帆布鞋 雪地靴 棉裤腿 化肥袋 风筝
        暖水袋 课本 布娃娃 娃娃 old_fridge 电暖
        缺衣少被
    """,
    "want": """
        想要 想求 求 讨 需要 急需 募 捐 捐赠 捐助 赠送 二手 闲置 不用的 不要的 多余的 淘汰的 用过的 谁家有 谁有 谁能给 哪里有 哪个有 有没有 一台 一双 一件 一床 一套 一辆 一副 一把 一张 一部 一只 一根 一对 一袋 一桶 一箱 一本 一顶 一条 一架 一盏 几件 几本 几双 两床 两件 两双 盼 盼望 梦想
        想有 希望有 想得到 希望得到 给娃 给孩子 给孙子 给孙女 过冬 御寒 保暖 穿的 盖的 needs need a_pair want wants would_like second-hand second_hand used spare donate* old borrow* lend wish_for hoping_for looking_for_a
        缺~床 缺~套 吃不起 买不起 讨要 想讨 想求一 求一 求个 求一个 要一 要个 要~被 要~衣 送一个 送一台 送个 想得 想收 想找一 哪位有 有谁有 谁有多 哪家有 家里有没有 求赠 求送 转让 便宜 收~旧 想收 收一
        借~用 借 借用 借一下 借个 想借 弄个 搞个 弄一台 需要一 需要个 想给~买 给~求 给~要 给~弄 旧的也行 二手也行 旧的就行 有没有旧 有没有多 有没有闲
    """,
    "measure": "不用的 不要的 多余的 淘汰 淘汰的 用不着的 用过的 穿不着 穿小 穿小了 两本 两张 三本 三件 几套 几床 几支 若干 一身 一袋 一桶 一台 一双 一件 一床 一套 一辆 一副 一把 一张 一部 一只 一根 一对 一袋 一桶 一箱 一本 一顶 一条 几件 几本 几双 两床 两件 两双 旧 旧的 二手 闲置 捐 捐赠 募 码 a_pair second-hand second_hand donate* borrow* lend spare",
    # House and land
    "clean": """
        打扫 打扫卫生 扫一下 打扫一下 打扫打扫 搞卫生 做卫生 搞清洁 做清洁 大扫除 清扫 清洁 保洁 擦 擦窗 擦窗户 擦玻璃 擦一擦 擦擦 抹灰尘 洗油烟机 清洗 拖地 扫地 拖拖地 收拾 收拾一下 收拾屋子 收拾房子 整理 整理房间 洗被子 洗被套 洗衣服 洗床单 洗窗帘 拆洗 洗地毯 洗碗 杂草 长满草 长满了草 除草 拔草 锄草 割草 草太深 草长 草好深 清理
        灰尘 灰 蜘蛛网 落叶 扫落叶 扫雪 铲雪 脏 脏得很 脏兮兮 太脏 邋遢 霉斑 油污 油垢 卫生 乱糟糟 乱七八糟 冲洗 消毒 蟑螂 老鼠 杀虫 除虫剂 晒被子 晾衣服 倒便盆 杂物 清杂物 掏粪 化粪池
        clean* tidy* sweep* mop* wash windows dust dusty dirty weeds weed weeding weeded yard_work mow* leaves laundry scrub* messy
        擦不动 扫不动 拖不动 洗不动 擦一下窗 擦~窗 擦~玻璃 洗~油烟机 洗~窗帘 洗~被 洗~衣服 洗晒 洗空调 清洗空调 草~高 草~深 草~长 除~草 拔~草 割~草 杂草丛生 荒草 长草 野草 青苔 鸟粪 狗屎 污渍 尿骚 臭袜子 油烟 打蜡 清一清 清~出来 扫尘 扬尘~家 打扫干净 大清扫 脏乱 邋里邋遢 没人打扫 没人收拾 积灰 厚~灰 理~屋 整理~衣柜 整理~房间
        扫一遍 扫~遍 洗~床单 洗洗 铲~青苔 铲~雪 扫~雪 味道~清 有味道 除味 彻底清洁 清不动 清~杂物 杂物~清 打理院子 打理 尘土 打扫一遍 收拾不动 拾掇 归置 清一下 洗~地 洗~墙 洗~厨房 洗~厕所 刷~马桶 刷~厕所 刷厕所 刷~锅 窗~脏 窗~擦 草~疯 草~半人
        擦不掉 油腻 油腻腻 弯不下腰刷 刷一刷 刷洗 洗一下 洗被 洗不了 满屋灰 满屋 扫不了 拖不了 擦不了 打蜘蛛网 掸灰 除尘 收纳 洗~鞋 搓~衣 灰蒙蒙 清垃圾 清扫院
        床单 被套没人洗 尿垢 刷不动 拆下来洗 刷掉 几年没洗 没洗了 没洗 晒被 要晒 院子脏 cut_the_grass
        没拖 没扫 没擦 好久没拖 好久没扫 清理一下 清理下 想清理 发霉~清
        清出去 清走 堆满
    """,
    "home": "家里 屋里 屋子 房子 房间 院子 院里 屋前 屋后 门前 门口 后院 家门口 厨房 客厅 卧室 阳台 天井 楼顶 屋 house home yard courtyard garden kitchen room bedroom apartment flat",
    "farm": """
        稻子 水稻 谷子 稻谷 早稻 晚稻 中稻 收稻 割稻 割稻子 割谷 收谷 收谷子 插秧 栽秧 扯秧 秧 秧苗 秧田 打药 打农药 农药 喷药 施肥 化肥 撒肥 田 田里 田地 水田 旱地 地里 菜地 菜园 菜园子 浇菜 浇地 犁田 耕田 耕地 翻地 挖地 播种 种菜 种地 种田 育苗 油菜 收油菜 油菜籽 菜籽 花生 拔花生 挖花生 红薯 挖红薯 苕 挖苕 土豆 玉米 苞谷 掰玉米 芝麻 豆子 黄豆 棉花 摘棉花
        茶叶 摘茶 摘茶叶 采茶 采茶叶 茶园 茶山 桂花 摘桂花 打桂花 收桂花 藕 挖藕 莲子 摘莲子 莲蓬 柑橘 橘子 桔子 摘橘子 柚子 梨子 桃子 摘桃 葡萄 西瓜 草莓 猕猴桃 枇杷 杨梅 蓝莓 果园 果树 果子 剪枝 摘果 楠竹 砍竹 砍楠竹 竹子 竹笋 挖笋 毛竹 油茶 茶籽 摘油茶 捡茶籽 板栗 打板栗 晒谷 晒稻 晒粮 打谷 收割机 收割 农忙 双抢 抢收 抢种 农活 庄稼 收成
        没劳力 缺劳力 劳力 喂猪 喂鸡 喂鸭 猪 母猪 猪圈 猪仔 牛 放牛 耕牛 羊 放羊 鸡 鸭 鹅 鸡瘟 鱼塘 养鱼 小龙虾 龙虾 虾 捕鱼 打鱼 大棚 搭棚 搭大棚 灌溉 抽水 除虫 虫害 病虫害 稻飞虱 生虫 虫子 蔬菜棚 白菜 萝卜 辣椒 收白菜 收萝卜 苎麻 药材 种树 栽树 砍树 山林 蜂箱 养蜂 麦子 小麦 割麦 收麦 插红薯 地膜 打谷机 旋耕机 苗子 倒伏的稻 捆草
        rice_field* paddy harvest* crop crops farm farmland field fields orchard* tea_picking pick_tea pick_the_tea tea_leaves plant_rice plough* plow* sow* seedling* pesticide* fertili* pig pigs cow cows chicken* duck ducks
        vegetable_plot vegetable_garden vegetable_patch sweet_potato* peanut* corn lotus bamboo oranges tangerine* osmanthus
        挑粪 锄地 除草剂 秧~栽 谷~割 谷~收 稻~割 稻~收 田~翻 田~耕 地~翻 地~挖 菜~收 菜~种 菜~浇 摘~茶 采~茶 摘~果 摘~橘 摘~桃 摘~花 收~谷 收~稻 收~菜 收~玉米 挖~红薯 挖~藕 砍~竹 喂~猪 喂~鸡 喂~牛 放~牛 放~羊 套袋 嫁接 授粉 疏果 秸秆还田 田埂 放水 引水 抽水浇 鱼苗 投料 鱼 羊圈 牛棚 鸡圈 鸭棚 鸡舍 猪栏 圈 茶 茶叶~摘 菌菇 香菇 木耳 黄瓜 西红柿 南瓜 冬瓜 葱 蒜 生姜 姜 烤烟 桑叶 蚕 养蚕 山药 魔芋 柿子 枣 石榴 摘枣 枣子 霜 下霜 插苗 定植 打桩 搭架 搭葡萄架 葡萄架 平地 开沟 清塘 起塘 围栏
        鸡棚 猪圈~漏
        起鱼 起网 母牛 要生了 下崽 接生 牛~生 猪~生 卖不出去 滞销 卖菜 卖橘子 卖不掉 山上的竹 打米 碾米 晒花生 剥玉米 剥花生 收花生 收黄豆 割豆子 点豆 浇水~菜 田~水 挑~水~菜 搬~稻 扛~竹 谷~晒 谷~搬 收~稻谷 放水养 柴~砍 上山砍
        捡~茶籽 没人捡 地荒 地~荒 荒地 翻一翻 药桶 背~药桶 赶回圈 猪跑 鸡跑 葡萄架塌 小苗 菜苗 辣椒地 果子~摘 割~麦 打~麦 晒~麦 松土 起垄 埋~管 除~虫 撒~肥 背~谷 挑~谷 谷子~家 稻谷~家 my_field needs~plough
        种不动地 种不动 耕一下 山核桃 核桃 玉米地 野猪拱 庄稼地
        rice_harvest
        harvesting_rice cut_rice
        甘蔗 砍~甘蔗
    """,
    "farm_water": "田里没水 田里干 稻田干 秧苗干 庄稼干 抗旱 田干",
    "health": """
        血压 量血压 测血压 量量血压 量个血压 血糖 测血糖 查血糖 打针 打个针 换药 输液 吊针 打吊针 打点滴 挂水 胰岛素 护理 康复 康复训练 按摩 理疗 针灸 推拿 拔罐 艾灸 义诊 大夫 郎中 家庭医生 褥疮 翻身
        伤口 拆线 尿管 导尿管 换尿管 胃管 换胃管 吸氧 制氧机 疫苗 打疫苗 视力 药怎么吃 怎么吃药 用药 吃什么药 急救 心理咨询 心理医生 量体温 心电图 体检车 健康检查 健康讲座 剪指甲 擦身 擦洗身子 洗澡 助浴 喂饭 
        blood_pressure blood_sugar injection* nurse* doctor* physio* rehab* massage* wound* bandage* dressing insulin vaccin* glucose medical bedsore* catheter health_check* check_my_blood first_aid
        量~血压 测~血压 测~血糖 打~针 换~药 上门体检 约~体检 体检~上门 护工~教 止血 包扎 吞咽 噎 鼻饲 插管 造口 造瘘 压疮 痰 吸痰 雾化 呼吸机 血氧 心率 心跳 体温 低血糖 认知 听力 化验 疫苗接种 针~打 药~吃 医生~看 医生~来 护士~来 推拿 艾灸 刮痧 正骨 中医 坐月子 产后 孕妇 孕检 喂奶 饮食 吃什么好 忌口 保健 养生
        药~一起吃 吃~药 药~多 学急救 心肺复苏 量一下血压 血压计教 血压高 血糖高 降压 降糖 上门看病 看看病 看个病 会诊 专家 坐诊 送医送药 健康 健康知识 护工教 吃~什么药 换~尿管 换~胃管 家庭病床 中医馆 老中医 拔牙 镶牙 配镜 验光 
        疮 长疮 剪~指甲 剪~脚指甲 血糖仪 血压计 吃不下饭 吃不下 吞不下 喂药 护理知识 怎么护理 教~护理 教~康复 教~打针 教~量 恢复期 复健 坐月子护理 戒烟 戒酒 减肥 看~疮 看~牙 
        一起吃药 药~一起 血压药 药量
        村医 体温计 产妇 做个体检 想做体检 pills
        血压仪 怎么看数 看数值
        心理老师 心理辅导 心理疏导
    """,
    "advice": """
        政策 低保 五保 特困 社保 社保卡 养老金 养老保险 医保 医疗保险 医保报销 报销 新农合 农合 大病救助 大病 残疾证 残疾人证 残疾补贴 高龄津贴 高龄补贴 老年证 老年卡 优待证 宅基地 宅基地证 建房 建房手续 土地 土地证 土地确权 确权 流转 土地流转 承包 征地 拆迁 征收 补偿 补偿款 补贴 粮食补贴 补助 救助 救济 纠纷 扯皮 调解 打官司 官司 法律 律师 起诉 合同 借条 欠钱 欠钱不还 欠薪
        欠我工资 拖欠工资 拖欠 讨薪 离婚 赡养 抚养费 遗产 继承 遗嘱 房产证 不动产证 不动产 过户 户口 户口本 迁户口 上户口 落户 身份证 居住证 公证 维权 投诉 被骗 受骗 上当 诈骗 工伤 赔偿 仲裁 退休 退休手续 独生子女 优抚 退伍 退役 营业执照 入学 上学手续 转学 助学金 助学贷款 贫困生 公租房 廉租房 危房改造 厕改 改厕 林权 林权证 结婚证 准生证 生育津贴 手续 材料 证件 证明 开证明 资格
        申请 怎么申请 如何申请 怎么办理 如何办理 怎么办证 怎么报销 找哪个部门 找谁办 归谁管 哪里办 到哪里办 去哪里办 去哪办 在哪里办 要什么材料 要带什么 需要什么材料 什么条件 符合条件 能领多少 能报多少 邻居占 占了我家 界址 地界 签字 担保 高利贷 彩礼 遗弃 家暴 小额贷款 创业贷款 医保怎么 二次报销 慢性病 门诊慢病 慢病卡 
        policy policies pension* allowance* subsid* welfare insurance reimburse* legal lawyer* law dispute* contract* inheritance divorce permit* certificate* apply_for how_do_i_apply land_title homestead disability_card scam* scammed compensation residence_permit id_card unpaid_wages
        上访 信访 举报 起诉离婚 告他 告状 能告 报案 报警 立案 判决 执行 骗了 骗走 骗子 骗了钱 骗我钱 欠~钱 欠~工资 拖欠~工资 不给工资 不给钱 不还钱 借~不还 不养 不赡养 不管我 不给抚养费 分家 分家产 家产 房子归谁 地基 占~地 占~田 占~宅基地 占了~地 边界 过继 收养 领养 监护 改名 改姓 出生证 死亡证明 销户 户籍 身份证~丢 社保~断 补缴 缴费年限 退休金 退休年龄 失业金 失业登记 失业 公积金 房贷 契税 税 发票怎么 个体户 执照 开店 办证 补办 办~证 办~手续 办~社保 办~低保 报~销 报~费 种粮补贴 农机补贴 农资补贴 退耕 林地 山林纠纷 山界 地界 田界 承包地 承包合同 租地 租金 租房 房租 押金 中介 买卖 退货~不退 消费者 假药 假货 保健品~骗 保险~理赔 理赔 车祸 交通事故 肇事 伤残鉴定 鉴定 劳动合同 劳动法 辞退 赔钱 不赔 继承权 补偿~多少 危房 异地 异地就医 转诊 转院 门诊报销 住院报销 报多少 评残 评理 走程序 程序 流程 优惠政策 惠民 怎么领 退役军人 军属 烈属 生育 二胎 三孩 上学~户口 学籍 户口~迁 学费减免 贫困
        工钱 要不回来 工资~不 工资~欠 法律援助 援助 吵架 闹矛盾 矛盾 调解一下 打架 补发 没发到 没到账 到账 发到卡 打到卡 卡上没 户口本~丢 证~丢 不退 扣钱 乱收费 收费 物业费~高 投诉~物业 乱罚款 罚款 交警 驾照~扣 学区房 报名条件 入学条件 入学手续 征兵 参军 考公 就业政策 创业 贴息 小贷 need_documents wages salary unpaid my_boss rights social_security tax citizenship birth_certificate house_deed
        索赔 假种子 假农药 怎么批 批宅基地 批地 批~房 没发下来 有什么补助 什么补助 哪些补助 残疾人补助 怎么分 分遗产 兄弟~吵 断缴 会怎么样 不赔钱 对方~不赔 外地看病 异地看病 看病~报销 看病~报 有什么政策 哪些政策 惠农 扶贫 防返贫 监测户 临时救助 医疗救助 慈善 社会救助 孤儿 留守~补 能享受 享受 符合 资格~吗 能办吗 怎么认定 复议 公示
        吵起来
        老板不管 受伤老板 欠条 银行卡里的钱 存款~取 被~骗 驾驶证 驾照过期 过期~换 公交卡 老年公交 遮~光 阳光权 built_on_my_land boss_refuses refuses_to_pay
        low_income income_support documents papers benefits overdue_wages salary_is cheated
    """,
    "ask_how": "怎么办 怎么办理 咋办 如何办 怎么弄 怎么申请 如何 咨询 咨询一下 问一下 请问 想问 问问 想了解 了解一下 什么条件 条件 要什么 需要什么 哪里办 去哪 找谁 能不能办 有什么 多少 怎么 怎样 how_do_i how_can_i how_to what_do_i where_do_i advice ask_about question who_do_i 怎样办 如何申 怎么交 怎么缴 怎么补 怎么领 怎么才能 能告 告 还能 能不能 可不可以 是多少 能领 能报 可以领 可以报 找谁评理 还有没有 是什么 多少岁 合法 违法 该找 咋弄 咋申请 咋个办 请教 咨询下 讲讲 解释 取消~怎么办 改期",
    "other": """
        拍照 拍张照 拍张照片 拍一张 拍张 全家福 照相 照张相 照个相 合影 合照 婚纱照 遗照 寿照 理发 剪头发 剪头 剪个头 理个发 剃头 剪发 洗头 写春联 春联 对联 写对联 写信 写封信 代写 写材料 找猫 找狗 猫丢了 狗丢了 走失 走丢 过生日 生日 生日蛋糕 蛋糕 唱歌 唱戏 看戏 听戏 花鼓戏 跳舞 看电影 看场电影 旅游 爬山 看海 看看天安门 坐飞机 坐高铁 相亲 找对象 取名 磨刀 杀鸡 年夜饭 团圆饭 包饺子 放电影 婚礼 丧事 喜事 办酒
        愿望 心愿 圆梦 当兵 演出 舞台 参观 看一看大海 照片修复 老照片 修复老照片 寻人 寻亲 找战友 战友 老战友 失散 找亲人 扎灯笼 扫墓 上坟 写家谱 家谱
        photo* picture_taken portrait haircut* hair_cut birthday cake singing opera film movie missing_cat missing_dog lost_my_cat lost_my_dog lost_cat lost_dog spring_couplets
        剪~头 理~发 剪~头发 剃~头 拍~照 照~相 拍~照片 拍~全家福 写~对联 写~春联 写~信 写~副 过~生日 做寿 祝寿 大寿 寿宴 生日愿望 唱~歌 看~戏 看~电影 看~海 坐~飞机 去看看 狗~丢 猫~丢 牛~丢 羊~丢 丢~狗 丢~猫 找~狗 找~猫 找~战友 找~亲人 找~同学 找~老同学 老同学 找~恩人 恩人 包~饺子 包粽子 打糍粑 贴~春联 贴春联 挂灯笼 剪窗花 学~跳舞 学跳舞 跳广场舞想学 讲~故事会 表演 舞狮 舞龙 采茶戏 皮影 二胡演奏 见~明星 见一面 团圆 团聚 许个愿 实现 剃须 刮胡子 染发 做头发 化妆 写字送
        听~戏 想听~戏 学~舞 学跳 头发~长 剪~短 走丢的 坐一次 坐~高铁 坐~火车 去~海边 去~北京 天安门看看 看升旗 看~升国旗 扫~墓 上~坟 去世的 学~太极 学~唱戏 学~乐器 学~二胡 打腰鼓 组~队 学~书法展 种~花 养~花 找~工作的儿子 介绍~对象 找~老伴 找老伴 找~失散 寻~人 wedding_photo* dance dancing wedding
        照过相 拍过照 飞走 飞走了 鸟~飞 鸽子 八哥 鹦鹉 热闹一下 热闹热闹 升国旗 烈士陵园 纪念馆 博物馆 动物园 天安门 剃个头 刮脸 修面 绣 编织 写字画 写~家谱 喜联 挽联 失散的 战友聚 看~烟花 看~雪 看~樱花 吃~蛋糕 吃~汤圆 穿~婚纱 婚纱 登~台 上~台 上~电视 听~音乐会 看~球 打~球
        学跳广场舞 学广场舞 广场舞队
        证件照 主持人 拉二胡 学拉 乌龟 纪念堂 取个名字 杀~鸡 装框 放大装框 see_the_sea my_cat is_missing cut_my_hair picture_of_our
        寿像 照个 拍个 合张影 合个影 小学同学 没见了 头发
        帮帮我吗
        猫~不见 狗~不见 鸟~不见 猫~走失 狗~走失
        跳~舞 跳广场舞
        猫~没回 狗~没回 烫头 烫发 烫个头
    """,
    "carry": """
        搬 搬上楼 搬下楼 搬东西 搬不动 抬 抬下楼 抬上楼 抬不动 提不动 拿不动 扛不动 背不动 扛 扛上楼 扛米 挪 挪个位置 挪一下 挪动 提上楼 背上楼 背下楼 搬一下 搬个 卸 搬到楼上 搬到楼下 搬柜子 搬煤 搬柴 搬米 carry* heavy lift_the move_a move_the move_my
        拎 拎~楼 抬进 搬进 背回 扛回 扛进 挑回 背上 背到
    """,
    "alone": """
        一个人 一个人在家 一个人住 独居 独自 空巢 孤寡 孤老 没伴 无聊 闷 儿女不在 儿女都不在 子女不在 子女都不在 子女不在身边 儿女在外 儿女都在外 儿女回不来 子女回不来 家里就我 家里只有我 没人陪同 by_myself on_my_own alone
        回不来 不回来 没家属 没有家属 身边没人 没人在家 家里没人 没有亲人 无儿无女 无依无靠
    """,
    "afraid": """
        害怕 怕 不敢 不敢一个人 心慌 发慌 紧张 慌 不放心 担心 scared afraid nervous frightened
    """,
    "grade": """
        学习 初一 初二 初三 高一 高二 高三 一年级 二年级 三年级 四年级 五年级 六年级 小学 初中 高中 上课 考试 阅读 读书 老师 成绩 grade
    """,
    "ill": """
        崴 骨折 生病 医生 护士 吃药 摔倒了 摔倒 生病了 看医生
        头晕 头疼 头痛 发烧 发热 咳嗽 感冒 胸闷 气喘 喘不过气 腰疼 腰痛 腿疼 腿痛 脚肿 膝盖疼 关节疼 关节痛 风湿 糖尿病 高血压 心脏病 中风 偏瘫 瘫痪 卧床 失眠 睡不着 睡不好 牙疼 牙痛 眼睛看不清 白内障 老年痴呆 痴呆 摔伤 晕倒 昏倒 不舒服 身体不好 肚子疼 肚子痛 拉肚子 呕吐 中暑 病了 起不来床 站不稳 站不起来 起不来 走路不稳 手脚不能动 麻木 发麻 手麻 脚麻 抽筋 浮肿 水肿 流鼻血 便秘 尿频 尿不出 胃痛 胃疼 胃不舒服 拉稀 过敏 皮疹 痒 湿疹 烫伤 烧伤 划伤 扭伤 出血 流血 抑郁 焦虑 健忘 耳背 耳鸣 眼花 青光眼 手术后 术后 dizzy headache* fever cough* sick chest_pain diabet* 头昏 头昏眼花 腰椎 颈椎 腰椎间盘 膝盖不行 心口疼 胸口疼 手疼 手痛 脚疼 脚痛 背疼 嗓子疼 喉咙疼 拉血 血尿 大小便失禁 失禁 脚烂 烂脚 溃烂 化脓 感染 疼得 痛得 老毛病 旧伤 气短 慢性病人 病人 pain hurts hurt ill disabled
        看不见了 眼睛看不见 突然看不见 牙齿松 憋醒 摔了一跤 摔一跤 不能动 听不见声音 没奶
        脑梗 脑出血 心梗 骨质疏松
    """,
    "blocked": """
        取消 取暖 取得 争取 采取 录取 领导 领域 部门 专门 出门 热门 门诊 澳门 天安门 上门 电影 充电 发电 发电机 灯笼 路过 走路 网路 路费 一路 思路 服装 包装 装修 街坊 运气 运动 运动会 命运 牛奶 鸡蛋 猪肉 牛肉 羊肉 鱼肉 加油 油漆 要求 恐怕 哪怕 判断 不断 诊断 轻松 放松 轻松点 教室 教师 宗教 教育局 学校 学生 同学 大学 上学 放学 书记 证书 秘书 生活 活动 领导们 买卖合同 拿手 怕是 闪电 破坏 打破 告诉 报告 公告 广告牌 税务局 一米 两米 米高 米长 米深 米宽 茶几 喝茶 圈子 鱼眼 田心 桥头 停水停电 水平 门牌 门市 锁定 封锁 散会 翘班 霜期 税费减免 换届 换届选举 补充 装作 闷热 求职 
        广场舞 找人 教授 不见不散 太阳 太极 太平 没事 没关系 急救 坏人
        想找人 大学生 小学生 中学生 路上走 一路上 赶路 问路 铁路 公路局 网友 朋友 男朋友 朋友圈子 交朋友 上当受骗
        没法做饭 没法烧饭 没法煮饭 做不了饭 烧不了饭 做不成饭 没做饭 不能做饭 怎么做饭
    """,
    "borrow": "借 借用 借一下 借个 想借 borrow* lend",
    "lack": "没有 没得 缺 缺少 缺个 缺一 少一 没~穿 没~盖 没~用 没~睡 没~坐 have_no don't_have short_of out_of 都没有  缺衣 少被 缺衣少被 缺衣少食 都没了 全没了 烧没了",
    "bill": "水费 电费 水电费 燃气费 煤气费 气费 话费 物业费 卫生费 电视费 宽带费 电话费 有线电视费 bill bills",
    "noise": "吵 吵得 吵闹 太吵 吵死 吵死人 吵个不停 闹得 噪音 喇叭 唱歌吵 半夜 noise noisy loud 噪声 太吵了 嗡嗡响 吵人 吵醒 吵到 吵着 闹腾 轰隆 震天响 音乐太大 音乐声 声音太大 声音太响",
    "dry": "旱 干旱 旱灾 天旱 很久没下雨 好久没下雨 没下雨 不下雨 干死 快干死 缺水 干裂 dry drought",
    "neglect": "没人收 没人管 没人清 没人拉 没人清运 没人扫 没人打扫 没人修 没人理 没人处理 堆满 堆了 not_been_collected uncollected",
    "trouble": """
        怕 不~了 没~了 坏 被 总是 老是 一直 好久 太 不见了 不能 不会 没法 不好 没人 不动 不了 危险 难受 难 不够 不上 不下 不到 不起 不行 完了 熟了 快~了 越来越 急 不亮 不通 影响 还没 吓 疼 痛 脏 乱 烂
        can't cannot not no never won't don't too badly
        够不着 够不到
    """,
    # Asking for anything at all
    "need": """
        帮我 帮忙 帮帮 帮下 帮一下 帮个忙 帮帮我 帮俺 求助 求帮 求人 求 请人 请个人 请会 想请 请师傅 找人 找个人 找个师傅 找师傅 派人 派个人 来人 来个人 来几个人 有人能 有没有人 有人会 谁能 谁会 谁可以 哪位 能不能 能否 可不可以 可以帮 可否 麻烦 想让 希望 想找人 盼 需要 急需 急求 志愿者 好心人 上门 来看看 看一下 看看 管管 管一管 解决 处理 反映 救急 救救急 怎么办 咋办 行不行 请求 拜托 想 想要 没人 帮
        help someone somebody anyone anybody could_you can_you please need needs would_like volunteer* want wish
        求 借 要人 来个 来几个 来两个 有谁 谁家 谁来 谁帮 哪个能 找会 会~的帮 盼望 请求 求求 想学 想换 想修 想装 想去 想找 想借 想买 想请个 想有 想看 想给 想做 想吃 想见 想问 能来 能帮 能修 能不能来 来修 来帮 来看 搭把手 搭个手 搭手 人手 缺人 缺人手 没人手 忙不过来 弄不动 做不动 干不动 顾不过来 照顾不过来 不会 不敢 不方便 走不动 下不了 够不着 没办法 没法
        帮换 帮修 帮买 帮取 帮拿 帮我们 帮老 谁可以帮 谁有空 有空的 有谁能 盼着 望 敬请 能帮我 求修 求换 求送 求带 求接送 求陪 求教 请教 help_me i_am_looking looking_for must have_to
    """,
}

RULES = """
    repair     6  fixture broken
    repair     6  appliance broken
    repair     5  fixture fix
    repair     5  appliance fix
    repair     4  leak
    repair     3  broken home
    repair     2  broken need
    repair     1  broken
    repair     2  fix
    repair     2  fixture
    repair     1  appliance
    public     6  public
    public     5  public street
    public     6  street public_broken
    public     7  street broken
    public     5  street fix
    public     7  street clean
    public     4  street fixture broken
    public     3  street trouble
    public     3  street garbage
    public     5  street neglect
    public     4  street leak
    public     5  garbage public_broken
    public     5  garbage neglect
    public     6  dry
    public     6  noise
    public     2  neglect
    errand     6  fetch
    errand     5  buy
    errand     3  buy grocery
    errand     6  carry
    errand     4  carry thing
    errand     3  carry appliance
    errand     5  bill
    transport  5  ride far_place
    transport  6  ride
    transport  7  moving
    transport  3  far_place luggage
    transport  2  far_place need
    company    7  accompany
    company    6  talk
    company    6  lonely
    company    3  alone
    company    4  alone hospital
    company    3  alone afraid
    company    5  afraid hospital
    company    3  accompany hospital
    tutoring   6  study
    tutoring   3  study child
    tutoring   2  study teach
    tutoring   2  study grade
    tutoring   3  grade child
    tutoring   3  grade teach
    digital    4  phone
    digital    6  online
    digital    4  phone teach
    digital    4  online teach
    digital    4  online ask_how
    digital    3  phone online
    digital    3  online bill
    goods      7  thing want -moving
    goods      4  thing measure need
    goods      6  appliance want -moving
    goods      5  appliance lack measure
    goods      5  thing lack
    goods      2  thing
    cleaning   6  clean
    cleaning   2  clean home
    farm       6  farm
    farm       4  farm_water
    farm       4  farm dry
    farm       4  farm clean
    farm       4  farm carry
    health     6  health
    health     4  health far_place
    health     5  ill
    health     3  ill teach
    advice     6  advice
    advice     3  ask_how
    advice     3  advice ask_how
    other      6  other
"""
