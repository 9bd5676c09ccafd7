import { TMALL_OCCASIONS } from '@zhanggui/calendar'
import type { DimensionId } from './dimension.ts'
import { TRAFFIC_CLASSES } from './traffic-class.ts'

export type DimensionValue = { id: string; nameZh: string; nameEn: string }

const value = (id: string, nameZh: string, nameEn: string): DimensionValue => ({ id, nameZh, nameEn })

const VALUES: Partial<Record<DimensionId, readonly DimensionValue[]>> = {
  trafficClass: TRAFFIC_CLASSES.map(({ id, nameZh, nameEn }) => value(id, nameZh, nameEn)),
  paidTraffic: [value('free', '免费', 'Free'), value('paid', '付费', 'Paid')],
  // Kinds of pages that every shop has; a page of the shop's own names itself.
  page: [
    value('home', '首页', 'Home'),
    value('search', '搜索页', 'Search'),
    value('list', '列表页', 'Listing'),
    value('detail', '商品详情', 'Item page'),
    value('campaign', '活动页', 'Campaign page'),
    value('cart', '购物车', 'Cart'),
    value('live', '直播间', 'Live room'),
    value('video', '短视频', 'Short video'),
  ],
  pageVersion: [
    value('daily', '日常版', 'Everyday'),
    value('campaign', '活动版', 'Campaign'),
    value('promotion', '促销页', 'Promotion'),
  ],
  buyerKind: [value('new', '新客', 'New'), value('returning', '老客', 'Returning')],
  promoPeriod: [value('promotion', '大促', 'Promotion'), value('ordinary', '日销', 'Ordinary days')],
  occasion: TMALL_OCCASIONS.map(({ id, nameZh, nameEn }) => value(id, nameZh, nameEn)),
  weekday: [
    value('1', '周一', 'Monday'),
    value('2', '周二', 'Tuesday'),
    value('3', '周三', 'Wednesday'),
    value('4', '周四', 'Thursday'),
    value('5', '周五', 'Friday'),
    value('6', '周六', 'Saturday'),
    value('7', '周日', 'Sunday'),
  ],
}

/** The words that a dimension's values are taken from; undefined where the data names its own values. */
export const dimensionValues = (dimension: DimensionId): DimensionValue[] | undefined => {
  const values = VALUES[dimension]
  return values && [...values]
}
