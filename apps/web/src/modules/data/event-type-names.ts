import type { Text } from '../../locale/strings.ts'

const EVENT_TYPES: Record<string, Text> = {
  view: { zh: '浏览', en: 'View' },
  exposure: { zh: '曝光', en: 'Exposure' },
  click: { zh: '点击', en: 'Click' },
  search: { zh: '搜索', en: 'Search' },
  favourite: { zh: '收藏', en: 'Favourite' },
  cart: { zh: '加购', en: 'Cart add' },
  order: { zh: '下单', en: 'Order' },
  pay: { zh: '支付', en: 'Payment' },
  dwell: { zh: '停留', en: 'Time on page' },
  share: { zh: '分享', en: 'Share' },
  follow: { zh: '关注店铺', en: 'Follow' },
  join: { zh: '入会', en: 'Join' },
  checkout: { zh: '结算步骤', en: 'Checkout step' },
  abandon: { zh: '放弃结算', en: 'Checkout left' },
  load: { zh: '页面加载', en: 'Page load' },
  reach: { zh: '触达', en: 'Reached' },
}

/** The name of an event type; undefined for one that this release does not know. */
export const eventTypeName = (id: string): Text | undefined => EVENT_TYPES[id]
