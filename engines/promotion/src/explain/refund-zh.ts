import { costWords } from './cost-words.ts'
import { FACTS_ZH } from './facts-zh.ts'
import type { RefundTexts } from './texts.ts'
import { money } from './yuan.ts'

export const REFUND_ZH: RefundTexts = {
  fact: {
    returned: ({ lineId, units, cents }) => `退“${lineId}”${units} 件，实付 ${money(cents)}`,
    clawedBack: ({ lineId, cents }) => `“${lineId}”不再满足优惠，收回 ${money(cents)}`,
    betterOffer: ({ lineId, cents }) => `“${lineId}”改享更优惠的价格，多退 ${money(cents)}`,
    postageBack: ({ shopId, cents }) => `退店铺“${shopId}”运费 ${money(cents)}`,
    postageClawedBack: ({ shopId, cents }) => `店铺“${shopId}”不再包邮，收取运费 ${money(cents)}`,
    agreed: ({ lineId, cents }) => `“${lineId}”留下，协商退 ${money(cents)}`,
    giftCharged: ({ cents }) => `赠品未退回，折价 ${money(cents)}`,
    deducted: ({ cents }) => `协商扣除 ${money(cents)}`,
    refund: ({ cents }) => `应退 ${money(cents)}`,
    uncollected: ({ cents }) => `留下的商品按规则还差 ${money(cents)}，不向买家补收，由商家承担`,
    grantBack: ({ name, grant }) => `${name}：${REFUND_ZH.grantBack[grant.kind](grant as never)}`,
    claimBack: ({ name, claimId }) => `退回券“${name}”（${claimId}）`,
    reversed: ({ name, payer, cents }) =>
      cents > 0
        ? `${name}：${FACTS_ZH.payer[payer]}少承担 ${money(cents)}`
        : `${name}：${FACTS_ZH.payer[payer]}多承担 ${money(-cents)}`,
  },
  grantBack: {
    gift: ({ skuId, units }) => `退回赠品 ${skuId} × ${units}`,
    giftChoice: ({ skuIds, units }) => `退回自选赠品 ${units} 件（${skuIds.join('、')}）`,
    points: ({ points }) => `收回 ${points} 积分`,
    pointsUsed: ({ points }) => `退还 ${points} 积分`,
    card: ({ cents }) => `取消返卡 ${money(cents)}`,
    coupon: ({ couponRuleId, count }) => `收回赠券 ${couponRuleId} × ${count}`,
    draw: ({ draws }) => `取消抽取 ${draws} 次`,
    deposit: ({ depositCents }) => `其中定金 ${money(depositCents)}`,
    donation: ({ cents, to }) => `冲回向“${to}”的捐赠 ${money(cents)}`,
    sellerCost: ({ cents, what }) => `冲回“${costWords(what).zh}” ${money(cents)}`,
    delivery: ({ times }) => `取消后续配送，共 ${times} 次`,
    tradeIn: ({ subsidyCents }) => `收回以旧换新补贴 ${money(subsidyCents)}`,
  },
}
