import type { ProblemTexts } from './texts.ts'
import { money } from './yuan.ts'

const list = (items: readonly string[]): string => items.join('、')

export const PROBLEMS_ZH: ProblemTexts = {
  cart: {
    bad_instant: ({ at }) => `“${at}”不是时间，请写成 2026-11-11T12:00:00.000Z`,
    too_many_lines: ({ lines, most }) => `购物车有 ${lines} 行，最多 ${most} 行，请分单`,
    line_twice: ({ lineId }) => `行号“${lineId}”重复，请合并或换号`,
    bad_unit_price: ({ lineId, unitCents }) => `行“${lineId}”的单价 ${unitCents} 不对，请填不小于 0 的整数（分）`,
    bad_floor: ({ lineId, floorCents }) => `行“${lineId}”的底价 ${floorCents} 不对，请填不小于 0 的整数（分）`,
    bad_quantity: ({ lineId, quantity, most }) => `行“${lineId}”的数量 ${quantity} 不对，请填 1 到 ${most} 的整数`,
    amount_too_large: ({ mostCents }) => `购物车总额超过 ${money(mostCents)}，请分单`,
    bad_shipping_fee: ({ shopId, feeCents }) => `店铺“${shopId}”的运费 ${feeCents} 不对，请填不小于 0 的整数（分）`,
    shipping_twice: ({ shopId }) => `店铺“${shopId}”的运费给了两次，请只留一个`,
    claim_twice: ({ claimId }) => `券“${claimId}”用了两次，请只留一次`,
    bad_claim_amount: ({ claimId, cents }) => `券“${claimId}”的金额 ${cents} 不对，请填不小于 0 的整数（分）`,
    bad_ticket: ({ ruleId, field, value }) => `活动“${ruleId}”的资格里 ${field} = ${value} 不对，请填不小于 0 的整数`,
    bad_points: ({ points }) => `要用的积分 ${points} 不对，请填不小于 0 的整数`,
  },
  rule: {
    rule_twice: ({ ruleId }) => `规则编号“${ruleId}”重复，请换一个`,
    no_name: ({ ruleId }) => `规则“${ruleId}”没有名称，请填写`,
    unknown_mechanic: ({ ruleId, mechanic, known }) => `规则“${ruleId}”的玩法“${mechanic}”不认识，可选：${list(known)}`,
    unknown_level: ({ ruleId, level, known }) => `规则“${ruleId}”的层级“${level}”不在本套流程里，可选：${list(known)}`,
    blocks_unknown_level: ({ ruleId, level, known }) =>
      `规则“${ruleId}”要排除的层级“${level}”不在本套流程里，可选：${list(known)}`,
    bad_param: ({ ruleId, problem }) => `规则“${ruleId}”：${problem.zh}`,
    bad_window: ({ ruleId, from, until }) =>
      `规则“${ruleId}”的时间不对（${from ?? '不限'} 至 ${until ?? '不限'}），开始要早于结束，写成 2026-11-11T12:00:00.000Z`,
    bad_payers: ({ ruleId, sumBp }) =>
      `规则“${ruleId}”的承担比例合计 ${sumBp / 100}%，请改为不小于 0 的整数万分比、合计 100%`,
    bad_cap: ({ ruleId, maxCents }) => `规则“${ruleId}”的封顶 ${maxCents} 不对，请填大于 0 的整数（分）`,
    bad_limit: ({ ruleId, timesPerBuyer }) => `规则“${ruleId}”的每人次数 ${timesPerBuyer} 不对，请填不小于 1 的整数`,
    not_per_line: ({ ruleId, group }) =>
      `规则“${ruleId}”不是按行计算的玩法，不能放进逐行择优的组“${group}”，请换组或换层级`,
    same_turn: ({ ruleId, by, group }) =>
      `规则“${ruleId}”和“${by}”在组“${group}”里优先级相同、商品和时间又有重叠，请给其中一个不同的优先级`,
    bundle_cycle: ({ ruleId, through }) => `规则“${ruleId}”的套餐互相包含（${through.join(' → ')}），请拆开`,
  },
  refund: {
    not_these_rules: ({ paidCents, pricedCents }) =>
      `订单实付 ${money(paidCents)}，按给出的规则是 ${pricedCents === undefined ? '算不出' : money(pricedCents)}，请用下单时的规则版本`,
    unknown_line: ({ lineId }) => `订单里没有行“${lineId}”，请核对行号`,
    line_returned_twice: ({ lineId }) => `一次退货里行“${lineId}”出现两次，请合并件数`,
    bad_units: ({ lineId, units }) => `行“${lineId}”的退货件数 ${units} 不对，请填大于 0 的整数`,
    more_than_left: ({ lineId, units, unitsLeft }) => `行“${lineId}”只剩 ${unitsLeft} 件可退，不能退 ${units} 件`,
    unknown_postage: ({ shopId }) => `店铺“${shopId}”没有运费可退`,
    postage_returned: ({ shopId }) => `店铺“${shopId}”的运费已经退过`,
    bad_gift_value: ({ skuId, unitCents }) => `赠品“${skuId}”的折价 ${unitCents} 不对，请填不小于 0 的整数（分）`,
    bad_gift_units: ({ skuId, units }) => `赠品“${skuId}”的件数 ${units} 不对，请填大于 0 的整数`,
    gift_not_due: ({ skuId, units }) => `赠品“${skuId}”不用退回 ${units} 件，请从留下的赠品里去掉`,
    bad_agreed_amount: ({ cents }) => `协商金额 ${cents} 不对，请填大于 0 的整数（分）`,
    agreed_above_left: ({ cents, leftCents }) =>
      `协商退 ${money(cents)} 超过了这些商品还可退的 ${money(leftCents)}，请改小`,
    bad_deduction: ({ cents }) => `协商扣除 ${cents} 不对，请填不小于 0 的整数（分）`,
    deducted_above_refund: ({ cents, refundCents }) =>
      `协商扣除 ${money(cents)} 超过了应退的 ${money(refundCents)}，请改小`,
    nothing_returned: () => '没有要退的商品、运费或协商金额，请至少填一项',
  },
}
