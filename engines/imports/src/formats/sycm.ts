import { importFormat } from '../import-format.ts'
import { SHOP_DAILY_TARGET } from '../targets/shop-daily.ts'

const TITLE_ROWS = '表头在第 2、4 或 5 行都能识别；“-”为缺失，“10%”为比率。'
const TITLE_ROWS_EN = 'The header may stand on row 2, 4 or 5; "-" is missing, "10%" a ratio.'

/** Figures of an item and of the shop are named alike but for a prefix. */
const FIGURES = {
  uv: ['商品访客数', '访客数', '店铺访客数'],
  pv: ['商品浏览量', '浏览量'],
  favouriteBuyers: ['商品收藏人数', '收藏人数'],
  cartBuyers: ['商品加购人数', '加购人数'],
  cartUnits: ['商品加购件数', '加购件数'],
  orderBuyers: ['下单买家数'],
  ordered: ['下单金额'],
  payBuyers: ['支付买家数'],
  payUnits: ['支付件数'],
  paid: ['支付金额'],
  newPayBuyers: ['支付新买家数'],
  oldPayBuyers: ['支付老买家数', '老买家数'],
  refunded: ['成功退款金额', '成功退款退货金额'],
  searchUv: ['搜索引导访客数'],
  bounceRate: ['商品详情页跳出率', '跳出率'],
  dwellSeconds: ['商品平均停留时长', '平均停留时长'],
}

/** 商品 全部 / 商品列表 / 销售分析. */
export const SYCM_ITEMS = importFormat({
  id: 'sycm_item_daily',
  nameZh: '生意参谋 商品日报',
  nameEn: 'Shengyi Canmou daily items',
  system: '生意参谋',
  target: SHOP_DAILY_TARGET,
  signature: ['统计日期|日期|时间', '商品ID', '商品访客数', '支付金额'],
  fields: { day: ['统计日期', '日期', '时间'], itemId: ['商品ID'], title: ['商品名称', '商品标题'], ...FIGURES },
  noteZh: TITLE_ROWS,
  noteEn: TITLE_ROWS_EN,
})

/** 店铺整体: the whole shop by day. */
export const SYCM_SHOP = importFormat({
  id: 'sycm_shop_daily',
  nameZh: '生意参谋 店铺日报',
  nameEn: 'Shengyi Canmou daily shop',
  system: '生意参谋',
  target: SHOP_DAILY_TARGET,
  signature: ['统计日期|日期', '访客数|店铺访客数', '浏览量', '支付金额', '支付买家数'],
  fields: { day: ['统计日期', '日期'], ...FIGURES },
  noteZh: TITLE_ROWS,
  noteEn: TITLE_ROWS_EN,
})

/** 流量来源: by source and detail, for an item where one is named. */
export const SYCM_SOURCES = importFormat({
  id: 'sycm_traffic_source',
  nameZh: '生意参谋 流量来源',
  nameEn: 'Shengyi Canmou traffic sources',
  system: '生意参谋',
  target: SHOP_DAILY_TARGET,
  signature: ['流量来源', '访客数', '浏览量', '支付金额', '支付买家数', '统计日期|日期'],
  fields: {
    day: ['统计日期', '日期'],
    itemId: ['商品ID'],
    source: ['流量来源'],
    sourceDetail: ['来源明细'],
    ...FIGURES,
  },
  noteZh: TITLE_ROWS,
  noteEn: TITLE_ROWS_EN,
})
