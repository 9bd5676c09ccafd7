import type { LevelPeriod } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { runQuery } from '../../../insight/run-query.ts'
import { denominatorOf } from '../../../live/alerts/series/daily-series.ts'
import { readAllRows } from '../../resources/read-all-rows.ts'
import { type ContractTerms, type LevelTerms, sameCode } from '../read-terms.ts'
import { PARTNER_READINGS } from '../records/partner-readings.ts'
import { REPORTED_FIGURES } from '../records/reported-figures.ts'

export type LevelFigure = { value: number | null; sample: number }

const NOTHING: LevelFigure = { value: null, sample: 0 }

/** How the catalogue writes a period: a week by its Monday, a month without its day. */
const keyOf = (grain: LevelTerms['grain'], { from }: LevelPeriod): string =>
  grain === 'week' ? from : from.slice(0, 7)

/** The condition of the query that a contract's share of the shop is. */
export const filtersOf = (scope: ContractTerms['scope']) =>
  scope ? [{ dimension: scope.dimension, op: 'in' as const, values: scope.values }] : []

async function reported(
  context: Context,
  store: Store,
  contract: ContractTerms,
  level: LevelTerms,
): Promise<(period: LevelPeriod) => LevelFigure> {
  const rows = (await readAllRows(context, PARTNER_READINGS, store.id)).filter(
    ({ data }) => data.figure === level.figure && sameCode(data.contract, contract.number),
  )
  return ({ from }) => {
    const data = rows.find((row) => row.data.day === from)?.data
    if (typeof data?.value !== 'number') return NOTHING
    // A reading without its number of cases is taken at its word.
    return { value: data.value, sample: typeof data.sample === 'number' ? data.sample : level.sampleMin }
  }
}

/** A period that data covers in part says nothing of a whole one: it is left out until the rest has come. */
async function measured(
  context: Context,
  store: Store,
  contract: ContractTerms,
  { level, periods }: { level: LevelTerms; periods: readonly LevelPeriod[] },
): Promise<(period: LevelPeriod) => LevelFigure> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return () => NOTHING
  const under = denominatorOf(level.figure)
  const { rows, partial } = await runQuery(context, store, {
    metrics: [level.figure, ...(under === null ? [] : [under])],
    by: [level.grain],
    from: first.from,
    to: last.to,
    filters: filtersOf(contract.scope),
    fillGaps: true,
  })
  return (period) => {
    const key = keyOf(level.grain, period)
    const row = rows.find((one) => one[level.grain] === key)
    const value = row?.[level.figure]
    if (typeof value !== 'number' || partial.some((one) => one.period === key && one.days < one.ofDays)) return NOTHING
    const sample = under === null ? null : row?.[under]
    return { value, sample: typeof sample === 'number' ? sample : level.sampleMin }
  }
}

/** The figure of a level in whole periods: what was reported, else what the catalogue counts within the contract's scope. */
export const readLevelFigures = (
  context: Context,
  store: Store,
  contract: ContractTerms,
  asked: { level: LevelTerms; periods: readonly LevelPeriod[] },
): Promise<(period: LevelPeriod) => LevelFigure> =>
  REPORTED_FIGURES.some(({ id }) => id === asked.level.figure)
    ? reported(context, store, contract, asked.level)
    : measured(context, store, contract, asked)
