/** Before 刷: then 刷 ends a word about brushing or printing, as in 印刷单价 and 牙刷单件. */
export const BRUSH_WORD = '[印牙粉毛冲洗涂鞋油板擦漆拖钢球烤眉唇瓶锅电妆]'

/** Before 卡: then 卡 ends a word about a card, as in 会员卡首页 and 银行卡排名活动. */
export const CARD_WORD = '[员品值惠金银行用名片礼通票月季年周益件书权芯份点购充公信]'
