import { importFormat } from '../import-format.ts'
import { ADS } from '../targets/ads.ts'

/** 淘宝联盟 商品分析: commission spent on affiliates, by item and day. */
export const TAOBAOKE_ITEMS = importFormat({
  id: 'tbk_item',
  nameZh: '淘宝联盟 商品分析',
  nameEn: 'Taobao affiliates by item',
  system: '淘宝联盟',
  target: ADS,
  signature: ['统计日期', '商品id', '付款佣金支出(元)', '付款金额(元)', '付款笔数', '进店量'],
  fields: {
    day: ['统计日期'],
    itemId: ['商品id'],
    clicks: ['进店量'],
    spend: ['付款支出费用(元)', '付款佣金支出(元)'],
    attributedPaid: ['付款金额(元)'],
    attributedOrders: ['付款笔数'],
    cartAdds: ['添加购物车量'],
    favourites: ['收藏宝贝量'],
  },
  options: { tool: '淘宝客' },
  noteZh: '花费为付款支出费用（佣金加服务费）；没有该列时取付款佣金支出。',
  noteEn: 'Spend is commission with service fee; where that column lacks, commission alone.',
})
