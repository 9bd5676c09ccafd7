import type { Group, Level, Pipeline } from './pipeline.ts'

const best = (group: string, per: Group['per'], max = 1): Group => ({ group, per, max, choose: 'best' })

const ITEM: Level = {
  level: 'item',
  zh: '单品价',
  en: 'Item price',
  thresholdBase: 'listed',
  formsActivityPrice: true,
  groups: [best('itemPrice', 'line')],
}
const MECHANIC: Level = {
  level: 'mechanic',
  zh: '单品玩法',
  en: 'Item mechanics',
  thresholdBase: 'remaining',
  formsActivityPrice: true,
  groups: [best('bundle', 'cart', 20), best('multiBuy', 'shop'), best('exchange', 'shop')],
}
const OFFICIAL: Level = {
  level: 'official',
  zh: '官方立减',
  en: 'Official cut',
  thresholdBase: 'remaining',
  formsActivityPrice: true,
  groups: [best('officialCut', 'line')],
}
const SHOP: Level = {
  level: 'shop',
  zh: '店铺优惠',
  en: 'Shop offers',
  thresholdBase: 'activity',
  groups: [best('spendAndSave', 'shop')],
}
const PLATFORM: Level = {
  level: 'platform',
  zh: '平台优惠',
  en: 'Platform offers',
  thresholdBase: 'activity',
  groups: [best('crossShop', 'cart'), best('newBuyer', 'cart')],
}
const SHOP_COUPON: Level = {
  level: 'shopCoupon',
  zh: '店铺券',
  en: 'Shop coupons',
  thresholdBase: 'activity',
  groups: [best('itemCoupon', 'shop'), best('shopCoupon', 'shop')],
}
const PLATFORM_COUPON: Level = {
  level: 'platformCoupon',
  zh: '平台券',
  en: 'Platform coupons',
  thresholdBase: 'activity',
  groups: [best('platformCoupon', 'cart')],
}
const RED_PACKET: Level = { level: 'redPacket', zh: '红包', en: 'Red packets', thresholdBase: 'activity' }
const SUBSIDY: Level = {
  level: 'subsidy',
  zh: '补贴',
  en: 'Subsidies',
  thresholdBase: 'remaining',
  groups: [best('tradeIn', 'cart')],
}
const POINTS: Level = {
  level: 'points',
  zh: '积分抵扣',
  en: 'Points',
  thresholdBase: 'remaining',
  groups: [best('pointsBurn', 'cart')],
}
const SHIPPING: Level = { level: 'shipping', zh: '运费', en: 'Shipping', thresholdBase: 'activity' }
const PAYMENT: Level = { level: 'payment', zh: '支付', en: 'Payment', thresholdBase: 'remaining' }
const REWARD: Level = { level: 'reward', zh: '赠礼与返还', en: 'Gifts and returns', thresholdBase: 'remaining' }
/** Behind the rewards, since it multiplies what they gave; one multiplier for an order, the first by priority. */
const MULTIPLIER: Level = {
  level: 'multiplier',
  zh: '积分翻倍',
  en: 'Points multiplied',
  thresholdBase: 'remaining',
  groups: [{ group: 'pointsMultiplier', per: 'cart', max: 1, choose: 'first' }],
}
const TAIL: readonly Level[] = [RED_PACKET, SUBSIDY, POINTS, SHIPPING, PAYMENT, REWARD, MULTIPLIER]

const sequential = (level: Level): Level => ({ ...level, thresholdBase: 'remaining' })

/** 天猫平行满减: shop, cross-shop and coupon thresholds are all held against the activity price. */
export const TMALL_PARALLEL: Pipeline = {
  id: 'tmall-parallel',
  zh: '天猫平行满减',
  en: 'Tmall, parallel thresholds',
  levels: [ITEM, MECHANIC, SHOP, SHOP_COUPON, PLATFORM, PLATFORM_COUPON, ...TAIL],
}

/** 天猫官方立减: the platform's cut is taken from each item without a threshold and becomes part of the activity price. */
export const TMALL_OFFICIAL_CUT: Pipeline = {
  id: 'tmall-official-cut',
  zh: '天猫官方立减',
  en: 'Tmall, official instant cut',
  levels: [ITEM, MECHANIC, OFFICIAL, SHOP, SHOP_COUPON, PLATFORM, PLATFORM_COUPON, ...TAIL],
}

/** Every threshold is held against what the levels before have left. */
export const SEQUENTIAL: Pipeline = {
  id: 'sequential',
  zh: '逐级计算',
  en: 'One after the other',
  levels: [ITEM, MECHANIC, ...[SHOP, SHOP_COUPON, PLATFORM, PLATFORM_COUPON].map(sequential), ...TAIL],
}

/** Like JD: one promotion a line, then total-price promotions, then coupons on what is left. */
export const JD_LIKE: Pipeline = {
  id: 'jd-like',
  zh: '类京东',
  en: 'Like JD',
  levels: [
    ITEM,
    MECHANIC,
    sequential(SHOP),
    sequential(PLATFORM),
    { ...sequential(SHOP_COUPON), groups: [best('itemCoupon', 'shop'), best('shopCoupon', 'shop')] },
    sequential(PLATFORM_COUPON),
    ...TAIL,
  ],
}

export const PIPELINES: readonly Pipeline[] = [TMALL_PARALLEL, TMALL_OFFICIAL_CUT, SEQUENTIAL, JD_LIKE]

export const findPipeline = (id: string): Pipeline | undefined => PIPELINES.find((pack) => pack.id === id)
