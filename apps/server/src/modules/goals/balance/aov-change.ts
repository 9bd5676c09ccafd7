import { type AovChange, AovQuery, type Store } from '@zhanggui/contract'
import { decomposeAov, type SalesByCategory } from '@zhanggui/goals'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { dayAsked, judgedAsOf } from '../goals/read-attainment.ts'
import { askRows } from './ask-rows.ts'

type Stretch = { from: BusinessDay; to: BusinessDay }
const YEAR_DAYS = 365

/** Buyers of the shop, and of each category with what they paid there. */
export async function salesByCategory(context: Context, store: Store, stretch: Stretch): Promise<SalesByCategory> {
  const { rows, totals } = await askRows(context, store, { metrics: ['paid', 'buyers'], by: 'category', stretch })
  const categories = [...rows].map(([category, { paid, buyers }]) => ({
    category,
    paidCents: paid ?? 0,
    buyers: buyers ?? 0,
  }))
  return { buyers: totals.buyers ?? 0, categories }
}

/**
 * How AOV moved against the same days of last year, category by category: because other goods were bought (mix) or because more
 * was spent there (price). They add up to the change (P2.20).
 */
export async function readAovChange(context: Context, store: Store, query: AovQuery): Promise<AovChange> {
  const { asOf: asked, days } = parseInput(AovQuery, query)
  const { asOf } = await judgedAsOf(context, store, dayAsked(asked))
  const range = { from: addDays(asOf, -days), to: asOf }
  const before = { from: addDays(range.from, -YEAR_DAYS), to: addDays(range.to, -YEAR_DAYS) }
  const [now, then] = await Promise.all([
    salesByCategory(context, store, range),
    salesByCategory(context, store, before),
  ])
  const { from, to, mix, price, effects } = decomposeAov(then, now)
  return {
    asOf,
    range,
    before,
    buyers: { from: then.buyers, to: now.buyers },
    from,
    to,
    mix,
    price,
    effects: effects.toSorted((a, b) => Math.abs(b.mix + b.price) - Math.abs(a.mix + a.price)),
  }
}
