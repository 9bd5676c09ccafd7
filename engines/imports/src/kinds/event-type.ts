import { EVENT_TYPES } from '@zhanggui/facts'
import { choice } from './choice.ts'

/** Behaviour words of tracking logs and of public data sets to ours; ours stand for themselves. */
export const EVENT_TYPE = choice('eventType', {
  ...Object.fromEntries(EVENT_TYPES.map((type) => [type, type])),
  pv: 'view',
  浏览: 'view',
  访问: 'view',
  pageview: 'view',
  曝光: 'exposure',
  impression: 'exposure',
  点击: 'click',
  搜索: 'search',
  fav: 'favourite',
  favorite: 'favourite',
  收藏: 'favourite',
  addtocart: 'cart',
  add_to_cart: 'cart',
  加购: 'cart',
  加购物车: 'cart',
  下单: 'order',
  buy: 'pay',
  purchase: 'pay',
  购买: 'pay',
  支付: 'pay',
  分享: 'share',
  关注: 'follow',
  入会: 'join',
  触达: 'reach',
  touch: 'reach',
  短信: 'reach',
  邮件: 'reach',
  发券: 'reach',
})

/** Action codes of the Tmall brand set of 2014. */
export const BRAND_ACTION = choice('brandAction', { '0': 'click', '1': 'pay', '2': 'favourite', '3': 'cart' })

/** Action codes of the IJCAI-15 log. */
export const IJCAI_ACTION = choice('ijcaiAction', { '0': 'click', '1': 'cart', '2': 'pay', '3': 'favourite' })
