import type { Store } from '@zhanggui/contract'
import type { CategoryYear } from '@zhanggui/goals'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { Asker } from '../../insight/run-query.ts'
import { knownDays } from '../goals/known-days.ts'
import { askRows } from './ask-rows.ts'

type Stretch = { from: BusinessDay; to: BusinessDay }

/** A margin nobody knows is `null`: the costs of some goods are missing. */
export type KnownYear = Omit<CategoryYear, 'marginBp'> & { marginBp: number | null }

const toBp = (margin: number | null | undefined): number | null => (margin == null ? null : Math.round(margin * 10_000))

/** Categories that sold before a year; null where the data begins no earlier, so that nothing can be called new. */
async function soldBefore(context: Context, store: Store, { from }: Stretch): Promise<ReadonlySet<string> | null> {
  const known = await knownDays(context, store)
  if (!known || known.from >= from) return null
  const stretch = { from: known.from, to: from }
  const { rows } = await askRows(context, store, { metrics: ['paid'], by: 'category', stretch })
  return new Set([...rows].flatMap(([category, { paid }]) => ((paid ?? 0) > 0 ? [category] : [])))
}

/** What every category sold and earned in a year, the largest first (P2.09). Errors: `not_permitted_metric` without profit. */
export async function readCategoryYears(
  context: Context,
  store: Store,
  { year, asker }: { year: Stretch; asker?: Asker | undefined },
): Promise<KnownYear[]> {
  const metrics = ['paid', 'grossMargin']
  const { rows } = await askRows(context, store, { metrics, by: 'category', stretch: year, asker })
  const before = await soldBefore(context, store, year)
  return [...rows]
    .map(([category, { paid, grossMargin }]) => ({
      category,
      paidCents: paid ?? 0,
      marginBp: toBp(grossMargin),
      isNew: before !== null && !before.has(category),
    }))
    .toSorted((a, b) => b.paidCents - a.paidCents)
}
