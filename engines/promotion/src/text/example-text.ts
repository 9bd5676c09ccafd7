import type { Cart } from '../cart/cart.ts'
import type { Words } from '../explain/fact.ts'
import { grantWords } from '../explain/grant-words.ts'
import type { Outcome, PricedCart } from '../price/priced-cart.ts'
import { enCount, enYuan, zhYuan } from './say.ts'

function bought({ lines, shipping }: Cart): Words {
  const goods = lines.map(({ unitCents, quantity }) => ({
    zh: `${zhYuan(unitCents)}的商品 ${quantity} 件`,
    en: `${quantity} at ${enYuan(unitCents)}`,
  }))
  const fees = (shipping ?? []).map(({ feeCents }) => ({
    zh: `运费 ${zhYuan(feeCents)}`,
    en: `shipping ${enYuan(feeCents)}`,
  }))
  const all = [...goods, ...fees]
  return { zh: all.map((s) => s.zh).join('、'), en: all.map((s) => s.en).join(', ') }
}

/** What happened: how much came off, or how far it still is. */
function happened(outcome: Outcome | undefined): Words {
  if (outcome?.applied && outcome.cutCents > 0)
    return { zh: `减 ${zhYuan(outcome.cutCents)}`, en: `${enYuan(outcome.cutCents)} off` }
  if (outcome?.applied) return { zh: '价格不变', en: 'the price stays' }
  const { shortCents, shortUnits } = outcome?.next ?? {}
  if (shortCents !== undefined) return { zh: `还差 ${zhYuan(shortCents)}`, en: `${enYuan(shortCents)} short` }
  if (shortUnits !== undefined) return { zh: `还差 ${shortUnits} 件`, en: `${enCount(shortUnits, 'unit')} short` }
  return { zh: '没有优惠', en: 'nothing off' }
}

/** One example in words. Every figure comes from the priced cart. */
export function exampleText(cart: Cart, priced: PricedCart, ruleId: string): Words {
  const goods = bought(cart)
  const step = happened(priced.outcomes.find((o) => o.ruleId === ruleId))
  // What the seller pays for it is none of the buyer's.
  const given = priced.grants.filter((g) => g.ruleId === ruleId && g.kind !== 'sellerCost')
  const grants = given.map(grantWords)
  return {
    zh: [`买 ${goods.zh}`, step.zh, ...grants.map((g) => g.zh), `付 ${zhYuan(priced.payableCents)}`].join('，'),
    en: [`Buy ${goods.en}`, step.en, ...grants.map((g) => g.en), `pay ${enYuan(priced.payableCents)}`].join(', '),
  }
}
