import { costWords } from './cost-words.ts'
import type { FactOf } from './fact.ts'
import { shanghaiTime } from './shanghai-time.ts'
import { shareSign } from './share-sign.ts'
import type { FactTexts } from './texts.ts'
import { money, yuan } from './yuan.ts'

const to = ({ next }: FactOf<'missed'>): string => {
  const { shortCents, shortUnits, cutCents } = next ?? {}
  const gain = cutCents === undefined ? '即可享受' : `可减 ${money(cutCents)}`
  if (shortCents !== undefined) return `差 ${money(shortCents)}，凑够${gain}`
  if (shortUnits !== undefined) return `差 ${shortUnits} 件，凑够${gain}`
  return ''
}
const orTo = (fact: FactOf<'missed'>, otherwise: string): string => to(fact) || otherwise

/** Two coupons of one rule, or a rival that a group took first, or as the one that saves most. */
const rivalTaken = ({ ruleId, by }: FactOf<'missed'>): string => {
  if (by?.ruleId === ruleId) return '同一种券一单只能用一张，已用另一张'
  const how = by?.choose === 'first' ? '已用排在前面的' : '已选最省的'
  return `同类优惠只能选一个，${how}“${by?.name ?? '另一个优惠'}”`
}

export const FACTS_ZH: FactTexts = {
  payer: { shop: '商家', platform: '平台', brand: '品牌方', bank: '银行', partner: '合作方', government: '政府补贴' },
  fact: {
    listed: ({ unitCents, quantity, cents }) => `标价 ${yuan(unitCents)} × ${quantity} = ${yuan(cents)}`,
    cut: (fact) => `${fact.name}：${FACTS_ZH.cutWay[fact.way](fact)}`,
    payable: ({ cents, cuts }) => (cuts === 0 ? `无优惠，应付 ${money(cents)}` : `应付 ${money(cents)}`),
    fee: ({ shopId, cents }) => `店铺“${shopId}”运费 ${money(cents)}`,
    feeCut: ({ name, cents }) => `${name}：运费减 ${yuan(cents)}`,
    feePayable: ({ shopId, cents }) => `店铺“${shopId}”应付运费 ${money(cents)}`,
    missed: (fact) => `${fact.name}：${FACTS_ZH.reason[fact.reason](fact)}`,
    nextTier: ({ name, next: { shortCents, shortUnits, cutCents } }) => {
      const short = shortCents === undefined ? `${shortUnits} 件` : money(shortCents)
      return `${name}：再买 ${short}${cutCents === undefined ? '升到下一档' : `，共可减 ${money(cutCents)}`}`
    },
    granted: ({ name, grant }) => `${name}：${(FACTS_ZH.grant[grant.kind] as (g: typeof grant) => string)(grant)}`,
    borne: ({ payer, cents }) => `优惠由${FACTS_ZH.payer[payer]}承担 ${money(cents)}`,
    total: ({ listedCents, cutCents, shippingCents, payableCents }) =>
      `商品 ${yuan(listedCents)} − 优惠 ${yuan(cutCents)} + 运费 ${yuan(shippingCents)} = ${money(payableCents)}`,
  },
  cutWay: {
    share: (fact) =>
      `本行 ${yuan(fact.beforeCents)} ÷ ${yuan(fact.beforeSum)} × ${yuan(fact.cutSum)} ${shareSign(fact)} ${yuan(fact.cents)}`,
    filled: ({ cutSum, cents }) => `共减 ${yuan(cutSum)}，有商品已减到底，其余商品按比例多摊，本行减 ${yuan(cents)}`,
    alone: ({ beforeCents, cents }) => `${yuan(beforeCents)} − ${yuan(cents)} = ${yuan(beforeCents - cents)}`,
    own: ({ detail, beforeCents, cents }) =>
      detail
        ? `${detail.zh}，减 ${yuan(cents)}`
        : `${yuan(beforeCents)} − ${yuan(cents)} = ${yuan(beforeCents - cents)}`,
  },
  grant: {
    gift: ({ skuId, units }) => `赠 ${skuId} × ${units}`,
    giftChoice: ({ skuIds, units }) => `赠品任选 ${units} 件：${skuIds.join('、')}`,
    points: ({ points }) => `赠 ${points} 积分`,
    pointsUsed: ({ points }) => `用去 ${points} 积分`,
    card: ({ cents, afterDays }) => `返卡 ${money(cents)}，确认收货 ${afterDays} 天后到账`,
    coupon: ({ couponRuleId, count }) => `赠券 ${couponRuleId} × ${count}`,
    draw: ({ draws, boxes, poolId }) => `${boxes} 盒，从“${poolId}”抽 ${draws} 次`,
    deposit: ({ depositCents, countsAsCents, balanceFrom, balanceUntil }) =>
      `定金 ${money(depositCents)} 抵 ${money(countsAsCents)}，尾款 ${shanghaiTime(balanceFrom)} 至 ${shanghaiTime(balanceUntil)} 支付`,
    donation: ({ cents, to: receiver }) => `商家向“${receiver}”捐 ${money(cents)}`,
    sellerCost: ({ cents, what }) => `商家另承担“${costWords(what).zh}” ${money(cents)}`,
    delivery: ({ everyDays, times }) => `每 ${everyDays} 天送一次，共 ${times} 次`,
    tradeIn: ({ estimateCents, subsidyCents }) => `旧品估价 ${money(estimateCents)}，另补贴 ${money(subsidyCents)}`,
  },
  reason: {
    stopped: () => '活动已停止，无需再试',
    not_started: () => '活动还没开始，开始后再下单',
    ended: () => '活动已结束',
    not_this_channel: () => '不适用于当前渠道，请换到活动渠道下单',
    not_this_region: () => '不适用于当前收货地区，请换收货地址',
    not_this_payment: () => '不适用于当前支付方式，请换支付方式',
    only_new_buyers: () => '仅限新客',
    not_new_buyers: () => '仅限老客',
    tier_too_low: () => '会员等级不够，升级后可用',
    used_up_by_buyer: () => '您的使用次数已用完',
    not_claimed: () => '还没领券，领取后可用',
    no_ticket: () => '还没参团、砍价或付定金，先参加再下单',
    no_goods: () => '购物车里没有参加活动的商品，加购后可用',
    blocked: ({ by }) => `不能与“${by?.name ?? '其他优惠'}”同享`,
    above_limit: () => '金额超过上限，分开下单或换支付方式',
    below_threshold: (fact) => orTo(fact, '金额没到门槛，继续凑单'),
    too_few_units: (fact) => orTo(fact, '件数没到门槛，继续凑单'),
    parts_missing: (fact) => orTo(fact, '套餐没凑齐，加购缺少的商品'),
    unit_limit_reached: () => '已到限购件数，超出部分按原价',
    no_cheaper: () => '现价已经不高于活动价',
    nothing_asked: () => '没有要求使用，勾选后可用',
    not_enough_points: (fact) => orTo(fact, '积分不够'),
    no_points_earned: () => '本单没有可翻倍的积分',
    gift_out_of_stock: () => '赠品已送完',
    no_fee: () => '没有运费可减',
    nothing_left: () => '已经没有可减的金额（减到底或到最低价）',
    better_in_group: (fact) => rivalTaken(fact),
  },
}
