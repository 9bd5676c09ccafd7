import { money } from '../explain/yuan.ts'
import type { FindingCode, FindingFacts, FindingSeverity } from './finding.ts'

type Entry<C extends FindingCode> = {
  severity: FindingSeverity
  zh(facts: FindingFacts[C]): string
  en(facts: FindingFacts[C]): string
}

const percent = (bp: number): string => `${(bp / 100).toFixed(1)}%`

/** Weight and words of every finding: what was found, and what to do about it. */
export const FINDING_WORDS: { readonly [C in FindingCode]: Entry<C> } = {
  zero_price: {
    severity: 'error',
    zh: (f) => `${f.skuId} 买 ${f.quantity} 件可以低到 ¥0.00，请设互斥、封顶或底价`,
    en: (f) => `${f.quantity} of ${f.skuId} can be had for ¥0.00; set an exclusion, a cap or a floor`,
  },
  below_cost: {
    severity: 'error',
    zh: (f) =>
      `${f.skuId} 最低到手价 ${money(f.unitCents)}（店铺实收 ${money(f.receivedCents)}），低于成本 ${money(f.costCents)}，请改优惠或设底价`,
    en: (f) =>
      `${f.skuId} can fall to ${money(f.unitCents)} (the shop receives ${money(f.receivedCents)}), below its cost of ${money(f.costCents)}; lower the offer or set a floor`,
  },
  below_cost_subsidised: {
    severity: 'note',
    zh: (f) =>
      `${f.skuId} 最低到手价 ${money(f.unitCents)} 低于成本 ${money(f.costCents)}，但有他方承担，店铺实收 ${money(f.receivedCents)}，请确认补贴已谈妥`,
    en: (f) =>
      `${f.skuId} can fall to ${money(f.unitCents)}, below its cost of ${money(f.costCents)}, but others bear part and the shop receives ${money(f.receivedCents)}; make sure the subsidy is agreed`,
  },
  below_lowest: {
    severity: 'error',
    zh: (f) => `${f.skuId} 最低到手价 ${money(f.unitCents)}，破了控价 ${money(f.lowestCents)}，请改优惠或设底价`,
    en: (f) =>
      `${f.skuId} can fall to ${money(f.unitCents)}, below the lowest allowed price of ${money(f.lowestCents)}; lower the offer or set a floor`,
  },
  margin_too_low: {
    severity: 'warning',
    zh: (f) =>
      `${f.skuId} 最低到手价 ${money(f.unitCents)}，毛利率 ${percent(f.marginBp)}，低于要求的 ${percent(f.wantedBp)}`,
    en: (f) =>
      `${f.skuId} at its lowest price of ${money(f.unitCents)} keeps a margin of ${percent(f.marginBp)}, below the wanted ${percent(f.wantedBp)}`,
  },
  stacked_too_deep: {
    severity: 'warning',
    zh: (f) =>
      `${f.skuId} 各种优惠叠加后 ${money(f.unitCents)}，比标价 ${money(f.listedCents)} 低 ${percent(f.depthBp)}，超过 ${percent(f.mostBp)}，请看示例购物车并设互斥`,
    en: (f) =>
      `offers on ${f.skuId} stack to ${money(f.unitCents)}, ${percent(f.depthBp)} below the listed ${money(f.listedCents)} and more than ${percent(f.mostBp)}; see the cart and set an exclusion`,
  },
  search_cut_off: {
    severity: 'warning',
    zh: (f) => `${f.skuId} 的组合太多，只试了 ${f.carts} 种购物车，最低价可能更低；请减少规则或放宽搜索上限`,
    en: (f) =>
      `too many combinations with ${f.skuId}: ${f.carts} carts were tried and lower prices may exist; use fewer rules or raise the limit`,
  },
  tier_rate_falls: {
    severity: 'warning',
    zh: (f) =>
      `第 ${f.tier} 档力度 ${percent(f.rateBp)}，不高于上一档的 ${percent(f.beforeBp)}，买得越多越不划算，请提高这一档`,
    en: (f) =>
      `tier ${f.tier} gives ${percent(f.rateBp)}, no more than the ${percent(f.beforeBp)} of the tier before; raise it, or buying more pays less`,
  },
  dip: {
    severity: 'note',
    zh: (f) =>
      `购物车 ${money(f.fromCents)} 到 ${money(f.toCents)} 的顾客比凑到 ${money(f.betterCents)} 付得更多（后者只付 ${money(f.paysCents)}），请开启凑单提示`,
    en: (f) =>
      `carts of ${money(f.fromCents)} to ${money(f.toCents)} pay more than a cart of ${money(f.betterCents)}, which pays ${money(f.paysCents)}; show the hint to buy more`,
  },
  weaker_reward: {
    severity: 'note',
    zh: (f) =>
      `满 ${money(f.thresholdCents)} 的力度只有 ${percent(f.rateBp)}，低于满 ${money(f.otherThresholdCents)} 的 ${percent(f.otherBp)}，高门槛反而力度小`,
    en: (f) =>
      `the reward from ${money(f.thresholdCents)} on is ${percent(f.rateBp)}, weaker than the ${percent(f.otherBp)} from ${money(f.otherThresholdCents)} on`,
  },
  raised_then_cut: {
    severity: 'error',
    zh: (f) =>
      `${f.skuId} 先提价后打折：${f.beforeDay} 标价 ${money(f.beforeCents)}，${f.raisedDay} 提到 ${money(f.raisedCents)}，活动价 ${money(f.dealCents)} 不低于 ${f.referenceDay} 的成交价 ${money(f.referenceCents)}，请恢复原价`,
    en: (f) =>
      `${f.skuId} was raised and then cut: listed ${money(f.beforeCents)} on ${f.beforeDay}, ${money(f.raisedCents)} from ${f.raisedDay}, and the offer of ${money(f.dealCents)} is not below the ${money(f.referenceCents)} it sold at on ${f.referenceDay}; put the price back`,
  },
  not_below_reference: {
    severity: 'error',
    zh: (f) =>
      `${f.skuId} 活动价 ${money(f.dealCents)} 不低于前 ${f.days} 天最低成交价 ${money(f.referenceCents)}（${f.referenceDay}），不能宣传为优惠`,
    en: (f) =>
      `the offer of ${money(f.dealCents)} on ${f.skuId} is not below the lowest price of the ${f.days} days before, ${money(f.referenceCents)} on ${f.referenceDay}; it cannot be called a cut`,
  },
  struck_price_unreal: {
    severity: 'error',
    zh: (f) =>
      `${f.skuId} 划线价 ${money(f.struckCents)} 高于前 ${f.days} 天最低成交价 ${money(f.referenceCents)}（${f.referenceDay}），请改为真实成交过的价格`,
    en: (f) =>
      `the struck-through ${money(f.struckCents)} of ${f.skuId} is above ${money(f.referenceCents)}, the lowest price of the ${f.days} days before (${f.referenceDay}); show a price that it sold at`,
  },
  no_price_history: {
    severity: 'note',
    zh: (f) => `${f.skuId} 没有成交记录，无法核对原价；不要使用划线价`,
    en: (f) => `${f.skuId} has no sales to check a former price against; show no struck-through price`,
  },
  price_protection: {
    severity: 'warning',
    zh: (f) =>
      `${f.skuId} 近 ${f.days} 天有 ${f.units} 件成交价高于活动价 ${money(f.dealCents)}，保价最多要退 ${money(f.cents)}，请留出预算`,
    en: (f) =>
      `${f.units} of ${f.skuId} sold in the last ${f.days} days above the offer of ${money(f.dealCents)}; price protection may cost ${money(f.cents)}, keep a budget for it`,
  },
  nearly_free_listing: {
    severity: 'error',
    zh: (f) => `${f.skuId} 标价 ${money(f.unitCents)}，低于 ${money(f.leastCents)}，疑似填错，请核对单位（元/分）`,
    en: (f) =>
      `${f.skuId} is listed at ${money(f.unitCents)}, below ${money(f.leastCents)}; check the price and its unit`,
  },
  outlier_price: {
    severity: 'error',
    zh: (f) => `${f.skuId} 标价 ${money(f.unitCents)} 与近 ${f.days} 天常见价 ${money(f.medianCents)} 相差太大，请核对`,
    en: (f) =>
      `${f.skuId} is listed at ${money(f.unitCents)}, far from its usual ${money(f.medianCents)} of ${f.days} days; check it`,
  },
  unlimited_coupon: {
    severity: 'error',
    zh: (f) => `“${f.name}”没有发放总量、预算或每人限领，请至少设一个总量或预算`,
    en: (f) => `"${f.name}" has no total, no budget and no limit per person; set a total or a budget at least`,
  },
  wrong_threshold: {
    severity: 'error',
    zh: (f) =>
      `满 ${money(f.minCents)} 减 ${money(f.cutCents)}，力度 ${percent(f.rateBp)} 超过 ${percent(f.mostBp)}，门槛疑似填错，请核对`,
    en: (f) =>
      `${money(f.cutCents)} off from ${money(f.minCents)} on is ${percent(f.rateBp)}, above ${percent(f.mostBp)}; the threshold looks wrong, check it`,
  },
  over_budget: {
    severity: 'error',
    zh: (f) =>
      `按 ${f.orders} 笔历史订单推算要花 ${money(f.expectedCents)}，超过预算 ${money(f.budgetCents)}，请加预算或降低力度`,
    en: (f) =>
      `${f.orders} past orders would have cost ${money(f.expectedCents)}, above the budget of ${money(f.budgetCents)}; raise the budget or lower the offer`,
  },
  open_ended: {
    severity: 'warning',
    zh: (f) => `“${f.name}”没有结束时间，请填写`,
    en: (f) => `"${f.name}" has no end; set one`,
  },
  unfair_price: {
    severity: 'error',
    zh: (f) =>
      `同一购物车（${f.cart}）、同样的公开条件，${f.buyers} 位顾客付了不同的价格：${money(f.leastCents)} 到 ${money(f.mostCents)}，请查明原因并停用`,
    en: (f) =>
      `the same cart (${f.cart}) under the same public conditions cost ${f.buyers} buyers between ${money(f.leastCents)} and ${money(f.mostCents)}; find the cause and stop it`,
  },
  not_by_the_rules: {
    severity: 'error',
    zh: (f) =>
      `顾客 ${f.buyerId} 的购物车（${f.cart}）付了 ${money(f.paidCents)}，按公开规则应为 ${money(f.rulesCents)}，请查明差额来源`,
    en: (f) =>
      `buyer ${f.buyerId} paid ${money(f.paidCents)} for ${f.cart}, ${money(f.rulesCents)} by the public rules; find where the difference comes from`,
  },
}
