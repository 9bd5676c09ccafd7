import type { FieldKind, PresetField } from './preset.ts'

/** Fields that several presets share. A field is required unless it is wrapped in `optional`. */
const field = (key: string, kind: FieldKind, names: { zh: string; en: string }, example: unknown): PresetField => ({
  key,
  kind,
  ...names,
  isRequired: true,
  example,
})
export const optional = (given: PresetField): PresetField => ({ ...given, isRequired: false })

export const cutCents = field('cutCents', 'cents', { zh: '减', en: 'Cut' }, 1000)
export const payBp = field('payBp', 'bp', { zh: '折扣', en: 'Share that is paid' }, 8500)
export const priceCents = field('priceCents', 'cents', { zh: '价', en: 'Price' }, 9900)
export const prices = field('prices', 'skuPrices', { zh: '各规格价', en: 'Price of each SKU' }, [
  { skuId: 'sku-1', priceCents: 9900 },
])
export const unitsPerBuyer = optional(field('unitsPerBuyer', 'count', { zh: '每人限购', en: 'Units per buyer' }, 2))
export const minCents = field('minCents', 'cents', { zh: '满', en: 'From' }, 9900)
export const repeats = optional(field('repeats', 'count', { zh: '最多几次', en: 'Times at most' }, 3))
export const spendTiers = field('tiers', 'spendTiers', { zh: '档位', en: 'Tiers' }, [
  { minCents: 30_000, cutCents: 4000 },
  { minCents: 60_000, cutCents: 10_000 },
])
export const oneSpendTier = field('tiers', 'spendTiers', { zh: '满减', en: 'From and cut' }, [
  { minCents: 20_000, cutCents: 2000 },
])
export const everyTier = field('tiers', 'spendTiers', { zh: '每满减', en: 'For every' }, [
  { minCents: 30_000, cutCents: 5000 },
])
export const unitsTiers = field('tiers', 'unitsTiers', { zh: '档位', en: 'Tiers' }, [
  { minUnits: 2, cutCents: 2000 },
  { minUnits: 3, cutCents: 4000 },
])
export const moneyPercentTiers = field('tiers', 'percentTiers', { zh: '档位', en: 'Tiers' }, [
  { minCents: 20_000, payBp: 9500 },
  { minCents: 30_000, payBp: 9000 },
])
export const unitPercentTiers = field('tiers', 'percentTiers', { zh: '档位', en: 'Tiers' }, [
  { minUnits: 2, payBp: 9500 },
  { minUnits: 3, payBp: 9000 },
])
export const memberTiers = field('tiers', 'memberTiers', { zh: '等级价', en: 'Price by tier' }, [
  { tier: 1, payBp: 9800 },
  { tier: 2, payBp: 9500 },
])
export const giftTiers = field('tiers', 'giftTiers', { zh: '赠品', en: 'Gifts' }, [
  { minCents: 20_000, gifts: [{ skuId: 'gift-1', units: 1, instead: ['gift-2'] }] },
])
export const unitGiftTiers = field('tiers', 'giftTiers', { zh: '赠品', en: 'Gifts' }, [
  { minUnits: 1, gifts: [{ skuId: 'gift-1', units: 1 }] },
])
export const choiceTiers = field('tiers', 'choiceTiers', { zh: '档位', en: 'Tiers' }, [{ minCents: 30_000, units: 1 }])
export const rebateTiers = field('tiers', 'rebateTiers', { zh: '返卡', en: 'Cards' }, [
  { minCents: 100_000, cardCents: 5000 },
])
export const afterDays = field('afterDays', 'count', { zh: '收货后几天发', en: 'Days after receipt' }, 15)
export const nthSteps = field('steps', 'nthSteps', { zh: '第几件', en: 'Which unit' }, [{ nth: 2, payBp: 5000 }])
export const rounds = optional(field('rounds', 'count', { zh: '最多几轮', en: 'Rounds at most' }, 2))
export const acrossSkus = optional(field('acrossSkus', 'yesNo', { zh: '跨款', en: 'Across SKUs' }, true))
export const units = field('units', 'count', { zh: '件数', en: 'Units' }, 3)
export const sets = optional(field('sets', 'count', { zh: '最多几组', en: 'Sets at most' }, 2))
export const parts = field('parts', 'bundleParts', { zh: '组成', en: 'Parts' }, [
  { skuIds: ['sku-1'], units: 1 },
  { skuIds: ['sku-2', 'sku-3'], units: 1 },
])
export const times = optional(field('times', 'count', { zh: '最多几套', en: 'Sets at most' }, 2))
export const setSkuId = optional(field('setSkuId', 'text', { zh: '套餐规格', en: 'SKU of the set' }, 'set-1'))
export const poolId = field('poolId', 'text', { zh: '池', en: 'Pool' }, 'pool-1')
export const skuIds = field('skuIds', 'skuList', { zh: '可选', en: 'To choose from' }, ['gift-1', 'gift-2'])
export const coupons = field('coupons', 'couponList', { zh: '券', en: 'Coupons' }, [
  { couponRuleId: 'coupon-1', count: 2 },
])
export const mostCents = field('mostCents', 'cents', { zh: '最多', en: 'At most' }, 2000)
export const perCents = field('perCents', 'cents', { zh: '每消费', en: 'For every' }, 100)
export const points = field('points', 'count', { zh: '得积分', en: 'Points' }, 1)
export const timesBp = field('timesBp', 'bp', { zh: '倍数', en: 'Times' }, 20_000)
export const stepPoints = field('stepPoints', 'count', { zh: '每几积分', en: 'Points of a step' }, 100)
export const stepCents = field('stepCents', 'cents', { zh: '抵', en: 'Worth' }, 100)
export const capBp = optional(field('capBp', 'bp', { zh: '最多抵比例', en: 'Largest share' }, 5000))
export const minPoints = optional(field('minPoints', 'count', { zh: '至少积分', en: 'Points at least' }, 100))
export const capCents = field('capCents', 'cents', { zh: '最多免', en: 'Of each fee at most' }, 1000)
export const exceptRegions = optional(
  field('exceptRegions', 'regionList', { zh: '不包邮地区', en: 'Except' }, ['新疆', '西藏']),
)
export const minUnits = field('minUnits', 'count', { zh: '满件', en: 'Units from' }, 2)
export const depositCents = field('depositCents', 'cents', { zh: '定金', en: 'Deposit' }, 5000)
export const countsAsCents = field('countsAsCents', 'cents', { zh: '抵', en: 'Counts as' }, 10_000)
export const depositUntil = field(
  'depositUntil',
  'instant',
  { zh: '定金截止', en: 'Deposits until' },
  '2026-10-31T12:00:00.000Z',
)
export const balanceFrom = field(
  'balanceFrom',
  'instant',
  { zh: '尾款开始', en: 'Balance from' },
  '2026-10-31T12:00:00.000Z',
)
export const balanceUntil = field(
  'balanceUntil',
  'instant',
  { zh: '尾款截止', en: 'Balance until' },
  '2026-11-12T16:00:00.000Z',
)
export const people = field('people', 'count', { zh: '几人团', en: 'People' }, 3)
export const lowestCents = field('lowestCents', 'cents', { zh: '最低', en: 'Lowest' }, 1990)
export const subsidyBp = field('subsidyBp', 'bp', { zh: '补贴比例', en: 'Share' }, 1500)
export const subsidyCents = field('subsidyCents', 'cents', { zh: '补贴', en: 'Subsidy' }, 20_000)
export const draws = field('draws', 'count', { zh: '每盒几件', en: 'Things in a box' }, 3)
export const minValueCents = field('minValueCents', 'cents', { zh: '最低价值', en: 'Least value' }, 12_000)
export const boxItems = field('items', 'boxItems', { zh: '奖品与概率', en: 'Things and odds' }, [
  { skuId: 'sku-1', valueCents: 4000, oddsPpm: 900_000 },
  { skuId: 'sku-2', valueCents: 20_000, oddsPpm: 100_000 },
])
export const everyDays = field('everyDays', 'count', { zh: '每几天', en: 'Every so many days' }, 30)
export const cycles = field('times', 'count', { zh: '共几期', en: 'Times' }, 6)
export const rates = field('rates', 'rateList', { zh: '各期费率', en: 'Fee by instalments' }, [
  { times: 3, feeBp: 180 },
  { times: 6, feeBp: 450 },
])
export const feeBp = field('feeBp', 'bp', { zh: '商家费率', en: 'Fee' }, 60)
export const maxCents = optional(field('maxCents', 'cents', { zh: '订单最高', en: 'Order at most' }, 500_000))
export const centsPerUnit = field('centsPerUnit', 'cents', { zh: '每件捐', en: 'For each unit' }, 100)
export const to = field('to', 'text', { zh: '捐给', en: 'To' }, 'farmers-fund')
