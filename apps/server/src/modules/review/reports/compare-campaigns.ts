import { salesDrivers } from '@zhanggui/analysis'
import type { CampaignComparison, CompareCampaigns, QueryResult, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readCampaignRow } from '../../campaigns/records/campaign-rows.ts'
import type { CampaignRow } from '../../campaigns/schema.ts'
import { metricDictionary } from '../../insight/metric-dictionary.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { mechanicNames } from './facts/mechanic-names.ts'
import { sellingDays } from './report-period.ts'

const METRICS = [
  'paid',
  'gmv',
  'orders',
  'buyers',
  'aov',
  'uv',
  'cvr',
  'refundRate',
  'discountRate',
  'newBuyerShare',
] as const

type Side = { row: CampaignRow; days: { from: BusinessDay; to: BusinessDay }; totals: QueryResult; course: QueryResult }

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

async function sideOf(context: Context, store: Store, id: string, asker: Asker | undefined): Promise<Side> {
  const row = await readCampaignRow(context.records.db, { store: store.id, campaign: id })
  const days = sellingDays(row.body)
  const totals = await runQuery(context, store, { metrics: [...METRICS], ...days }, asker)
  const course = await runQuery(context, store, { metrics: ['paid'], by: ['day'], ...days }, asker)
  return { row, days, totals, course }
}

function courseOf({ days, course }: Side): (number | null)[] {
  const byDay = new Map(course.rows.map((row) => [String(row.day), numberOf(row.paid)]))
  const length = daysBetween(days.from, days.to)
  return Array.from({ length }, (_, i) => byDay.get(addDays(days.from, i)) ?? null)
}

function driversOf(first: Side, second: Side, nameOf: (id: string) => { nameZh: string; nameEn: string }) {
  const side = ({ totals: { totals } }: Side) => ({
    paidCents: numberOf(totals.paid) ?? 0,
    uv: numberOf(totals.uv),
    buyers: numberOf(totals.buyers),
    cvr: numberOf(totals.cvr),
    aovCents: numberOf(totals.aov),
  })
  return salesDrivers(side(first), side(second)).map(({ id, effect }) => ({ id, ...nameOf(id), effectCents: effect }))
}

/**
 * Two campaigns side by side over their selling days, what made the difference, and which mechanics each had alone.
 * Errors: throws `not_found`.
 */
export async function compareCampaigns(
  context: Context,
  store: Store,
  { first, second, language = 'zh' }: CompareCampaigns,
  asker?: Asker,
): Promise<CampaignComparison> {
  const sides = [await sideOf(context, store, first, asker), await sideOf(context, store, second, asker)] as const
  const known = new Map(metricDictionary().metrics.map((metric) => [metric.id, metric]))
  const nameOf = (id: string) => ({ nameZh: known.get(id)?.nameZh ?? id, nameEn: known.get(id)?.nameEn ?? id })
  const [one, two] = sides.map(({ row }) => new Set(mechanicNames(row.body.mechanics, language)))
  return {
    currency: store.currency,
    campaigns: sides.map(({ row, days }) => ({
      id: row.id,
      name: row.body.name,
      ...days,
      days: daysBetween(days.from, days.to),
    })),
    metrics: METRICS.map((id) => ({
      id,
      ...nameOf(id),
      unit: known.get(id)?.unit ?? 'count',
      values: sides.map(({ totals }) => numberOf(totals.totals[id])),
    })),
    drivers: driversOf(...sides, nameOf),
    course: sides.map(courseOf),
    mechanics: {
      both: [...(one ?? [])].filter((m) => two?.has(m)),
      only: [[...(one ?? [])].filter((m) => !two?.has(m)), [...(two ?? [])].filter((m) => !one?.has(m))],
    },
  }
}
