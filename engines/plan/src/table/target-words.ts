import type { GoalDimension, GoalDirection } from '@zhanggui/goals'

/** How a target cell names a metric of the catalogue. */
export type TargetWord = {
  find: RegExp
  metric: string
  unit: 'money' | 'count' | 'ratio' | 'multiple' | 'score'
  direction: GoalDirection
  dimension: GoalDimension
}

const word = (
  find: RegExp,
  metric: string,
  unit: TargetWord['unit'],
  more: Partial<Pick<TargetWord, 'direction' | 'dimension'>> = {},
): TargetWord => ({ find, metric, unit, direction: 'atLeast', dimension: 'commercial', ...more })

const atMost = { direction: 'atMost' } as const
const user = { dimension: 'user' } as const
const brand = { dimension: 'brand' } as const

/** The first that matches counts, so longer names stand before the words they hold. */
export const TARGET_WORDS: readonly TargetWord[] = [
  word(/gmv|成交总额/, 'gmv', 'money'),
  word(/费用率|费用占比|费率|推广费占比|推广占比/, 'feeRatio', 'ratio', atMost),
  word(/获客成本|拉新成本|cac/, 'cac', 'money', { ...atMost, ...user }),
  word(/点击单价|cpc/, 'cpc', 'money', atMost),
  word(/新客(?:户)?(?:订单)?占比|新客比例/, 'newBuyerShare', 'ratio', user),
  word(/会员(?:成交|销售)?占比/, 'memberShare', 'ratio', user),
  word(/复购率|回购率/, 'repurchaseRate', 'ratio', user),
  word(/新客|新买家|拉新/, 'newBuyers', 'count', user),
  word(/老客(?:户)?(?:成交)?人数|老买家/, 'returningBuyers', 'count', user),
  word(/退款率|退货率/, 'refundRate', 'ratio', atMost),
  word(/差评率/, 'negativeReviewRate', 'ratio', { ...atMost, ...brand }),
  word(/加购率/, 'cartRate', 'ratio'),
  word(/收藏率/, 'favouriteRate', 'ratio'),
  word(/加购/, 'cartBuyers', 'count'),
  word(/收藏/, 'favouriteBuyers', 'count'),
  word(/点击率|ctr/, 'ctr', 'ratio'),
  word(/转化率|cvr/, 'cvr', 'ratio'),
  word(/客单价?|aov/, 'aov', 'money'),
  word(/roi|投产比?|投入产出/, 'roi', 'multiple'),
  word(/nps|净推荐/, 'nps', 'score', brand),
  word(/浏览量|pv/, 'pv', 'count'),
  word(/访客|uv|流量/, 'uv', 'count'),
  word(/买家数|成交人数|支付人数/, 'buyers', 'count', user),
  word(/订单|单量|成交笔数/, 'orders', 'count'),
  word(/销售|营业额|业绩|成交|支付金额|流水|回款|任务额|目标/, 'paid', 'money'),
]
