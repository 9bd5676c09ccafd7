import { CohortRequest, type CohortResult, type Store } from '@zhanggui/contract'
import {
  type CohortMeasure,
  type CohortRow,
  cohortRates,
  cohortSql,
  cohortTable,
  getSource,
  overallRates,
} from '@zhanggui/metrics'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { parseInput } from '../../http/parse-input.ts'
import { answerOnce } from './answer-cache.ts'
import { readCoverages } from './read-coverage.ts'
import { resolveRange } from './resolve-range.ts'

async function answer(
  context: Context,
  store: Store,
  { grain, measure, ...asked }: z.output<typeof CohortRequest>,
): Promise<CohortResult> {
  const buyers = getSource('paidBuyers')
  const coverage = (await readCoverages(context, store.id, [buyers])).get(buyers.id) ?? null
  const range = resolveRange(asked, [coverage])
  const sql = cohortSql(grain, measure)
  const { currency } = store
  if (!range || !coverage) return { grain, currency, cohorts: [], overall: { size: 0, each: [], toDate: [] }, sql }
  const ask = (of: CohortMeasure) =>
    context.facts.query<CohortRow>(cohortSql(grain, of), { store: store.id, from: range.from, to: range.to })
  const sizes = await ask('buyers')
  const figures = measure === 'buyers' ? sizes : await ask(measure)
  const cohorts = cohortTable({ grain, sizes, figures, last: coverage.last })
  const size = cohorts.reduce((sum, cohort) => sum + cohort.size, 0)
  return {
    grain,
    currency,
    cohorts: cohorts.map((cohort) => ({ ...cohort, ...cohortRates(cohort, measure) })),
    overall: { size, ...overallRates(cohorts, measure) },
    sql,
  }
}

/** Buyers by the period of their first purchase, and who bought again when (or for how much). */
export async function runCohorts(context: Context, store: Store, request: CohortRequest): Promise<CohortResult> {
  const asked = parseInput(CohortRequest, request)
  return answerOnce(context, ['cohorts', store.id, asked], () => answer(context, store, asked))
}
