import type { Filter, ForecastInfluenceId, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { type Asker, runQuery } from '../run-query.ts'
import type { Histories, History } from './read-history.ts'
import type { HistoryGrain } from './whole-periods.ts'

/** The metric of the catalogue that an influence is read from. */
export const INFLUENCE_METRIC: Readonly<Record<ForecastInfluenceId, string>> = {
  price: 'paidPerUnit',
  promotion: 'discountRate',
  stockOut: 'stockOutRate',
  presale: 'presaleGmv',
}

/** An influence's figures over the periods of a history, of the whole and of each group that has a line of its own. */
export type Influences = ReadonlyMap<ForecastInfluenceId, (history: History) => (number | null)[]>

type Question = { grain: HistoryGrain; by?: string | undefined; filters: readonly Filter[]; asker?: Asker | undefined }

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

async function readOne(
  context: Context,
  store: Store,
  metric: string,
  { histories, question }: { histories: Histories; question: Question },
): Promise<(history: History) => (number | null)[]> {
  const { grain, by, filters, asker } = question
  const { from, to, periods } = histories
  const asked = { metrics: [metric], filters: [...filters], from, to, limit: 100_000 }
  const cells = new Map<string, number | null>()
  const cut = async (dimension: string | null): Promise<void> => {
    const { rows } = await runQuery(context, store, { ...asked, by: dimension ? [grain, dimension] : [grain] }, asker)
    for (const row of rows)
      cells.set(
        JSON.stringify([dimension ? String(row[dimension] ?? '') : null, String(row[grain])]),
        numberOf(row[metric]),
      )
  }
  await Promise.all([cut(null), ...(by ? [cut(by)] : [])])
  return ({ group, rest }) =>
    periods.map((period) => (rest ? null : (cells.get(JSON.stringify([group, period])) ?? null)))
}

/**
 * What the shop's facts say of prices, discounts, stock and pre-sales in the periods of a history.
 * Errors: as `runQuery`, where the catalogue cannot cut an influence by the dimension or filters asked for.
 */
export async function readInfluences(
  context: Context,
  store: Store,
  wanted: readonly ForecastInfluenceId[],
  given: { histories: Histories; question: Question },
): Promise<Influences> {
  const unique = [...new Set(wanted)]
  const read = unique.map(async (id) => [id, await readOne(context, store, INFLUENCE_METRIC[id], given)] as const)
  return new Map(await Promise.all(read))
}
