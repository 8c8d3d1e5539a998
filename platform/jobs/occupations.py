"""The product's short list of work, and the papers that some of it asks for."""

from base.words import Words

OCCUPATIONS = {
    "cleaner": Words("保洁", "cleaning"),
    "mover": Words("搬运装卸", "loading and moving"),
    "labourer": Words("小工", "labouring"),
    "bricklayer": Words("瓦工", "bricklaying"),
    "carpenter": Words("木工", "carpentry"),
    "electrician": Words("电工", "electrical work"),
    "plumber": Words("水电工", "plumbing"),
    "painter": Words("油漆工", "painting"),
    "welder": Words("焊工", "welding"),
    "housekeeper": Words("家政", "housekeeping"),
    "carer": Words("护工", "care work"),
    "cook": Words("厨师帮厨", "kitchen work"),
    "waiter": Words("服务员", "waiting tables"),
    "courier": Words("快递配送", "delivery"),
    "driver": Words("司机", "driving"),
    "factory": Words("普工", "factory work"),
    "packer": Words("打包分拣", "packing"),
    "farmhand": Words("农活采摘", "farm work"),
    "gardener": Words("绿化养护", "gardening"),
    "guard": Words("保安", "guarding"),
    "promoter": Words("促销导购", "promotion"),
    "sewer": Words("缝纫工", "sewing"),
    "other": Words("其他", "other work"),
}

CERTIFICATES = {
    "electrician": Words("电工证", "electrician's licence"),
    "welder": Words("焊工证", "welder's licence"),
    "heights": Words("登高证", "permit for work at heights"),
    "forklift": Words("叉车证", "forklift licence"),
    "driver_c1": Words("C1驾照", "driving licence C1"),
    "driver_b2": Words("B2驾照", "driving licence B2"),
    "health": Words("健康证", "health certificate"),
    "cook": Words("厨师证", "cook's certificate"),
    "carer": Words("护理员证", "carer's certificate"),
    "guard": Words("保安员证", "guard's certificate"),
}
