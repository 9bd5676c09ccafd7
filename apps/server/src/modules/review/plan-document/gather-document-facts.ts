import type { Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { AssumptionLine, DiagnosisFact, DocumentFacts, Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { checkStoredPlan } from '../../goals/check/check-stored-plan.ts'
import { CONTRACTS } from '../../goals/collaboration/contracts.ts'
import { goalMetrics } from '../../goals/goals/goal-metrics.ts'
import { diagnose } from '../../insight/diagnose.ts'
import { MARKET_ASSUMPTIONS } from '../../insight/market-assumptions.ts'
import { metricDictionary } from '../../insight/metric-dictionary.ts'
import type { Asker } from '../../insight/run-query.ts'
import { readLastYear } from './read-last-year.ts'
import { readOutlook } from './read-outlook.ts'

const DIAGNOSIS_ROWS = 12
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

async function readAssumptionLines(context: Context, store: Store, plan: Plan): Promise<AssumptionLine[]> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const rows = await readAllRows(context, MARKET_ASSUMPTIONS, store.id)
  return rows
    .filter(({ id }) => plan.assumptions.includes(id))
    .map(({ id, data }) => ({
      id,
      title: textOf(data.title),
      value: textOf(data.value),
      source: textOf(data.source),
      day: textOf(data.sourceDay) || null,
      expiresDay: textOf(data.expiresDay) || null,
      stale: textOf(data.expiresDay) !== '' && textOf(data.expiresDay) <= today,
    }))
}

async function readDiagnosis(
  context: Context,
  store: Store,
  { year, asker }: { year: number; asker: Asker | undefined },
): Promise<DiagnosisFact[]> {
  const range = { from: `${year - 1}-01-01`, to: `${year}-01-01` }
  const { findings } = await diagnose(context, store, range, asker)
  return findings
    .filter(({ value }) => value !== null)
    .slice(0, DIAGNOSIS_ROWS)
    .map(({ nameZh, nameEn, subject, value, baseline, verdict, atStakeCents, query }) => ({
      nameZh,
      nameEn,
      subject,
      metrics: query.metrics,
      by: query.by,
      value,
      baseline,
      behind: verdict === 'behind',
      atStakeCents,
    }))
}

async function readContract(context: Context, store: string): Promise<DocumentFacts['contract']> {
  const rows = (await readAllRows(context, CONTRACTS, store)).filter(({ state }) => state !== 'ended')
  const [latest] = rows.map(({ data }) => data).toSorted((a, b) => (textOf(a.lastDay) > textOf(b.lastDay) ? -1 : 1))
  return latest ? { fromDay: textOf(latest.fromDay), lastDay: textOf(latest.lastDay) } : null
}

/**
 * What the document of a plan says besides the plan: last year, the baselines, the outlook, what the plan rests on and what
 * the check found. Only what the asker may see; a plan of a shop without data has none of the figures.
 */
export async function gatherDocumentFacts(
  context: Context,
  store: Store,
  given: { plan: Plan; version: DocumentFacts['version']; asker: Asker | undefined },
): Promise<DocumentFacts> {
  const { plan, version, asker } = given
  const { year } = plan
  const lastYear = await readLastYear(context, store, { year, asker })
  return {
    storeName: store.name,
    version,
    lastYear,
    diagnosis: lastYear ? await readDiagnosis(context, store, { year, asker }) : [],
    outlook: lastYear ? await readOutlook(context, store, { year, asker }) : null,
    assumptions: await readAssumptionLines(context, store, plan),
    contract: await readContract(context, store.id),
    findings: (await checkStoredPlan(context, store, plan)).filter(({ level }) => level !== 'note'),
    metrics: [...goalMetrics({ measures: [] }).values()],
    dimensions: metricDictionary().dimensions.map(({ id, nameZh, nameEn, values = [] }) => ({
      id,
      nameZh,
      nameEn,
      values,
    })),
  }
}
