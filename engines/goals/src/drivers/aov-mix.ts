import { evaluateMetric } from '@zhanggui/metrics'

/** Buyers of one category and what they paid there, fen. A buyer of two categories is in both. */
export type CategorySales = { category: string; buyers: number; paidCents: number }

/** AOV's change by category: `mix` from how many of the buyers buy there, `price` from what those spend. In fen, not rounded. */
export type AovEffect = {
  category: string
  mix: number
  price: number
  /** Share of the buyers who buy there. */
  reach: { from: number; to: number }
  /** Fen per buyer there. */
  spend: { from: number; to: number }
}

export type AovChange = { from: number | null; to: number | null; mix: number; price: number; effects: AovEffect[] }

type Part = { reach: number; spend: number }

const partOf = (sales: CategorySales | undefined, buyers: number): Part => ({
  reach: sales && buyers > 0 ? sales.buyers / buyers : 0,
  spend: sales ? (evaluateMetric('aov', { paid: sales.paidCents, buyers: sales.buyers }) ?? 0) : 0,
})

export type SalesByCategory = { buyers: number; categories: readonly CategorySales[] }

/**
 * AOV per buyer = Σ (share of the buyers who buy in a category) × (what those spend there). Its change is split with the
 * means of both sides (Bennet 1920), so that mix and price add up to it exactly, category by category (P2.20).
 * `from` or `to` is null, and all effects 0, where nobody bought.
 */
export function decomposeAov(before: SalesByCategory, after: SalesByCategory): AovChange {
  const paid = ({ categories }: SalesByCategory): number => categories.reduce((sum, c) => sum + c.paidCents, 0)
  const aov = (sales: SalesByCategory): number | null =>
    evaluateMetric('aov', { paid: paid(sales), buyers: sales.buyers })
  const [from, to] = [aov(before), aov(after)]
  if (from === null || to === null) return { from, to, mix: 0, price: 0, effects: [] }
  const names = [...new Set([...before.categories, ...after.categories].map((c) => c.category))]
  const effects = names.map((category) => {
    const then = partOf(
      before.categories.find((c) => c.category === category),
      before.buyers,
    )
    const now = partOf(
      after.categories.find((c) => c.category === category),
      after.buyers,
    )
    return {
      category,
      mix: (now.reach - then.reach) * ((now.spend + then.spend) / 2),
      price: (now.spend - then.spend) * ((now.reach + then.reach) / 2),
      reach: { from: then.reach, to: now.reach },
      spend: { from: then.spend, to: now.spend },
    }
  })
  const sum = (pick: (e: AovEffect) => number): number => effects.reduce((acc, e) => acc + pick(e), 0)
  return { from, to, mix: sum((e) => e.mix), price: sum((e) => e.price), effects }
}

/** The levers of a stepped path (阶梯式增长). */
export const AOV_LEVERS = ['bundle', 'couponPack', 'recommendation'] as const
export type AovLever = (typeof AOV_LEVERS)[number]

/** One step: a lever works in a category on what buyers spend (`spendCents` more) or on how many buy there (`reach` more). */
export type AovStep = { lever: AovLever; category: string; spendCents: number; reach: number }
/** `before` and `after` are the shop's AOV, `spendTo` what buyers of the step's category then spend there. */
export type AovStepEffect = AovStep & { before: number; after: number; mix: number; price: number; spendTo: number }

/**
 * A stepped AOV path: the steps are taken one after the other, each with its own effect on AOV, mix and price apart; the
 * effects add up to the whole change. In fen, not rounded.
 */
export function aovPath(base: SalesByCategory, steps: readonly AovStep[]): AovStepEffect[] {
  const parts = new Map(base.categories.map((c): [string, Part] => [c.category, partOf(c, base.buyers)]))
  const total = (): number => [...parts.values()].reduce((sum, p) => sum + p.reach * p.spend, 0)
  return steps.map((step) => {
    const then = parts.get(step.category) ?? { reach: 0, spend: 0 }
    const now = { reach: then.reach + step.reach, spend: then.spend + step.spendCents }
    const before = total()
    parts.set(step.category, now)
    const mix = step.reach * ((now.spend + then.spend) / 2)
    const price = step.spendCents * ((now.reach + then.reach) / 2)
    return { ...step, before, after: total(), mix, price, spendTo: now.spend }
  })
}
