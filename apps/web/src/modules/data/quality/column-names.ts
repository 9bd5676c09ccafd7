import type { Text } from '../../../locale/strings.ts'

const COLUMNS: Record<string, Text> = {
  buyer: { zh: '买家', en: 'Buyer' },
  visitor: { zh: '访客', en: 'Visitor' },
  session: { zh: '访问', en: 'Visit' },
  item_id: { zh: '商品', en: 'Item' },
  sku_id: { zh: '规格', en: 'SKU' },
  category: { zh: '类目', en: 'Category' },
  brand: { zh: '品牌', en: 'Brand' },
  channel: { zh: '渠道', en: 'Channel' },
  device: { zh: '终端', en: 'Device' },
  page: { zh: '页面', en: 'Page' },
  province: { zh: '省份', en: 'Province' },
  city: { zh: '城市', en: 'City' },
  campaign: { zh: '活动', en: 'Campaign' },
  paid_cents: { zh: '支付金额', en: 'Paid amount' },
  cost_cents: { zh: '成本', en: 'Cost' },
  commission_cents: { zh: '佣金', en: 'Commission' },
  freight_cents: { zh: '运费', en: 'Freight' },
  fee_cents: { zh: '手续费', en: 'Fees' },
  member_tier: { zh: '会员等级', en: 'Member tier' },
  title: { zh: '标题', en: 'Title' },
  list_cents: { zh: '标价', en: 'List price' },
  score: { zh: '评分', en: 'Score' },
  text: { zh: '评价内容', en: 'Text' },
  tier: { zh: '等级', en: 'Tier' },
  points: { zh: '积分', en: 'Points' },
  platform: { zh: '平台', en: 'Platform' },
  author: { zh: '作者', en: 'Author' },
  views: { zh: '阅读播放', en: 'Views' },
  likes: { zh: '点赞', en: 'Likes' },
  comments: { zh: '评论', en: 'Comments' },
  attributed_paid_cents: { zh: '归因成交', en: 'Attributed sales' },
}

/** The name of a fact column; one that is not listed shows under its own id. */
export const columnName = (id: string): Text => COLUMNS[id] ?? { zh: id, en: id }
