import { byDimension } from '../../sections/by-dimension.ts'
import { CONVERSION_MIX, lowConversion } from '../../sections/conversion.ts'
import { course } from '../../sections/course.ts'
import { overview } from '../../sections/overview.ts'
import { WHY } from '../../sections/why.ts'
import type { Chapter } from '../report-kind.ts'
import { EMPTY } from './empty-words.ts'

/** How the business went: figures, course, why it changed, by category and item. */
export const PERFORMANCE: Chapter = {
  id: 'performance',
  name: { zh: '业绩', en: 'Performance' },
  empty: EMPTY.orders,
  sections: [
    overview(['paid', 'orders', 'buyers', 'aov', 'netPaid', 'refundRate'], { said: 1 }),
    course('paid'),
    WHY,
    byDimension({ dimension: 'category', metric: 'paid', top: 12 }),
    overview(['promoShare', 'dailySteadiness', 'newItemShare', 'newCategoryShare'], {
      said: 0,
      title: ['结构与稳定性', 'Structure and steadiness'],
    }),
  ],
}

export const TRAFFIC: Chapter = {
  id: 'traffic',
  name: { zh: '流量', en: 'Traffic' },
  empty: EMPTY.traffic,
  sections: [
    overview(['uv', 'pv', 'visits', 'bounceRate', 'freeShare', 'privateShare', 'spend', 'roi']),
    course('uv'),
    byDimension({ dimension: 'channel', metric: 'visits', top: 12, beside: ['uv', 'cvr'] }),
  ],
}

export const CONVERSION: Chapter = {
  id: 'conversion',
  name: { zh: '转化', en: 'Conversion' },
  empty: EMPTY.conversion,
  sections: [
    overview(['cvr', 'cartRate', 'favouriteRate', 'paymentRate', 'abandonment', 'uvValue'], { said: 2 }),
    CONVERSION_MIX,
    lowConversion('item'),
    lowConversion('channel'),
  ],
}

/** New and returning, without a comparison: the year before, at the beginning of the data, everybody was new. */
const BUYER_KINDS = byDimension({
  dimension: 'buyerKind',
  metric: 'paid',
  top: 5,
  beside: ['buyers', 'aov'],
  alone: true,
})

export const PEOPLE: Chapter = {
  id: 'people',
  name: { zh: '用户资产', en: 'User assets' },
  empty: EMPTY.people,
  sections: [
    overview(['newBuyers', 'returningBuyers', 'newBuyerShare', 'repurchaseRate', 'ordersPerBuyer', 'memberShare'], {
      said: 0,
    }),
    BUYER_KINDS,
    byDimension({ dimension: 'memberTier', metric: 'paid', top: 8, beside: ['buyers', 'aov'] }),
    byDimension({ dimension: 'province', metric: 'paid', top: 10, beside: ['buyers'] }),
  ],
}

/** What sold best and why it moved (TOP10). */
export const TOP_GOODS: Chapter = {
  id: 'goods',
  name: { zh: '商品 TOP10', en: 'TOP 10 goods' },
  empty: EMPTY.orders,
  sections: [byDimension({ dimension: 'item', metric: 'paid', top: 10, beside: ['unitsSold', 'buyers'] })],
}
