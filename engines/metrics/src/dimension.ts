/** What figures can be cut by, besides time. Values are text; empty text means not known. */
export const DIMENSIONS = [
  { id: 'channel', nameZh: '渠道', nameEn: 'Channel' },
  { id: 'trafficClass', nameZh: '流量类型', nameEn: 'Traffic class' },
  { id: 'paidTraffic', nameZh: '免费 / 付费流量', nameEn: 'Free / paid traffic' },
  { id: 'category', nameZh: '类目', nameEn: 'Category' },
  { id: 'item', nameZh: '商品', nameEn: 'Item' },
  { id: 'sku', nameZh: '规格', nameEn: 'SKU' },
  { id: 'brand', nameZh: '品牌', nameEn: 'Brand' },
  { id: 'province', nameZh: '省份/国家', nameEn: 'Province / country' },
  { id: 'city', nameZh: '城市', nameEn: 'City' },
  { id: 'device', nameZh: '设备', nameEn: 'Device' },
  { id: 'page', nameZh: '页面', nameEn: 'Page' },
  { id: 'pageVersion', nameZh: '页面版本', nameEn: 'Page version' },
  { id: 'campaign', nameZh: '活动', nameEn: 'Campaign' },
  { id: 'buyerKind', nameZh: '新老客', nameEn: 'New / returning buyer' },
  { id: 'memberTier', nameZh: '会员等级', nameEn: 'Member tier' },
  { id: 'reason', nameZh: '放弃原因', nameEn: 'Reason for leaving' },
  { id: 'eventType', nameZh: '行为', nameEn: 'Event type' },
  { id: 'tool', nameZh: '推广工具', nameEn: 'Ad tool' },
  { id: 'plan', nameZh: '推广计划', nameEn: 'Ad plan' },
  { id: 'keyword', nameZh: '关键词 / 人群', nameEn: 'Keyword or audience' },
  { id: 'agent', nameZh: '客服', nameEn: 'Service agent' },
  { id: 'promoPeriod', nameZh: '大促 / 日销', nameEn: 'Promotion / ordinary days' },
  { id: 'occasion', nameZh: '节点', nameEn: 'Occasion' },
  { id: 'weekday', nameZh: '星期', nameEn: 'Weekday' },
] as const

export type DimensionId = (typeof DIMENSIONS)[number]['id']

export const isDimensionId = (id: string): id is DimensionId => DIMENSIONS.some((d) => d.id === id)
