import type { PriceQuestion, PromotionRule } from '@zhanggui/contract'

/** The cart of this page; it lives in the URL, so that a link shows a colleague the same sum. */
export type CartState = {
  lines: readonly { skuId: string; quantity: number }[]
  isNew: boolean
  tier: number
  points: number
  shippingCents: number
  claims: readonly string[]
  at: string | null
  beside: boolean
}

const LINES_MOST = 50

const wholeOf = (text: string | null, most: number): number => {
  const n = Number(text ?? '0')
  return Number.isSafeInteger(n) && n >= 0 ? Math.min(n, most) : 0
}

/** `sku*2,sku*1`: an id may hold anything but a comma, the quantity follows the last star. */
export function linesOf(text: string | null): CartState['lines'] {
  if (!text) return []
  return text
    .split(',')
    .slice(0, LINES_MOST)
    .flatMap((part) => {
      const star = part.lastIndexOf('*')
      const quantity = Number(part.slice(star + 1))
      if (star < 1 || !Number.isSafeInteger(quantity) || quantity < 1) return []
      return [{ skuId: part.slice(0, star), quantity }]
    })
}

export const linesText = (lines: CartState['lines']): string =>
  lines.map(({ skuId, quantity }) => `${skuId}*${quantity}`).join(',')

/** The lines with so many more units; goods that are there already only grow. */
export function addToLines(lines: CartState['lines'], added: CartState['lines']): CartState['lines'] {
  const counts = new Map(lines.map(({ skuId, quantity }) => [skuId, quantity]))
  for (const { skuId, quantity } of added) counts.set(skuId, (counts.get(skuId) ?? 0) + quantity)
  return [...counts].map(([skuId, quantity]) => ({ skuId, quantity }))
}

export function readCart(get: (name: string) => string | null): CartState {
  return {
    lines: linesOf(get('cart')),
    isNew: get('new') === '1',
    tier: wholeOf(get('tier'), 99),
    points: wholeOf(get('points'), 100_000_000),
    shippingCents: wholeOf(get('shipping'), 10_000_000),
    claims: (get('claims') ?? '').split(',').filter((id) => id !== ''),
    at: get('at'),
    beside: get('beside') === '1',
  }
}

/** Rules that a buyer brings in by a claim; the cart offers them as coupons that are held. */
export const claimable = (rules: readonly PromotionRule[]): PromotionRule[] => rules.filter((rule) => rule.needsClaim)

/** The question to the server. Without a moment of its own the cart is bought when the promotion begins. */
export function questionOf(
  cart: CartState,
  draft: { rules: readonly PromotionRule[]; pipeline: string; from: string; until: string },
): PriceQuestion {
  const held = claimable(draft.rules).filter(({ ruleId }) => cart.claims.includes(ruleId))
  const window = { from: draft.from, until: draft.until }
  return {
    cart: {
      at: cart.at ?? draft.from,
      buyer: { isNew: cart.isNew, tier: cart.tier, ...(cart.points > 0 && { pointsBalance: cart.points }) },
      lines: cart.lines.map((line, i) => ({ ...line, lineId: String(i + 1).padStart(3, '0') })),
      ...(cart.shippingCents > 0 && { shipping: [{ feeCents: cart.shippingCents }] }),
      ...(held.length > 0 && { claims: held.map(({ ruleId }) => ({ claimId: ruleId, ruleId })) }),
      ...(cart.points > 0 && { pointsToUse: cart.points }),
    },
    draft: {
      pipeline: draft.pipeline,
      // Rules without a window of their own hold as long as the promotion.
      rules: draft.rules.map((rule) => ({ ...rule, when: { ...window, ...rule.when } })),
      beside: cart.beside,
    },
  }
}
