import type { InsightRange, Store, TrafficStructure } from '@zhanggui/contract'
import { ratio } from '@zhanggui/kernel'
import { TRAFFIC_CLASSES } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import { TRAFFIC_LIMITS } from './baselines.ts'
import { type Asker, runQuery } from './run-query.ts'

type Row = Record<string, string | number | null>
type TrafficClass = TrafficStructure['classes'][number]
type Warning = TrafficStructure['warnings'][number]

const numberOf = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? value : null
const visitsOf = (row: Row): number => numberOf(row.visits) ?? 0
const isSourced = (row: Row): boolean => row.trafficClass !== ''
const sumVisits = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + visitsOf(row), 0)

function trendOf(id: string, months: readonly Row[]): TrafficClass['trend'] {
  const labels = [...new Set(months.map((row) => String(row.month)))]
  return labels.map((month) => {
    const all = months.filter((row) => row.month === month && isSourced(row))
    const own = sumVisits(all.filter((row) => row.trafficClass === id))
    return { month, visits: own, share: ratio(own, sumVisits(all)) }
  })
}

function classOf(row: Row, sourced: number, months: readonly Row[]): TrafficClass {
  const id = String(row.trafficClass)
  const named = TRAFFIC_CLASSES.find((c) => c.id === id)
  return {
    id,
    nameZh: named?.nameZh ?? id,
    nameEn: named?.nameEn ?? id,
    visits: visitsOf(row),
    share: ratio(visitsOf(row), sourced),
    bounceRate: numberOf(row.bounceRate),
    cvr: numberOf(row.cvr),
    paidCents: numberOf(row.paid),
    uvValueCents: numberOf(row.uvValue),
    trend: trendOf(id, months),
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

function classWarnings(classes: readonly TrafficClass[]): Warning[] {
  const limit = TRAFFIC_LIMITS.singleClass
  return classes
    .filter((c) => (c.share ?? 0) > limit)
    .map((c) => ({
      code: 'single_class',
      class: c.id,
      share: c.share ?? 0,
      limit,
      message: `${c.nameZh}占来源已知访问的 ${percent(c.share ?? 0)}，超过 ${percent(limit)}：过度依赖单一来源，请为其他来源安排投入。`,
      messageEn: `${c.nameEn} brings ${percent(c.share ?? 0)} of the visits with a known source, above ${percent(limit)}: build up other sources.`,
    }))
}

function shareWarning(
  code: 'paid_traffic' | 'unknown_source',
  share: number | null,
  words: [string, string],
): Warning[] {
  const limit = code === 'paid_traffic' ? TRAFFIC_LIMITS.paidTraffic : TRAFFIC_LIMITS.unknownSource
  if (share === null || share <= limit) return []
  const [message, messageEn] = words
  return [{ code, class: code === 'paid_traffic' ? 'ads' : '', share, limit, message, messageEn }]
}

/**
 * Where the shop's visits come from: share, month by month, and quality of each class, free against paid, and warnings of
 * dependence. Shares are of the visits with a known source and add up to 1. Errors: as `runQuery`.
 */
export async function trafficStructure(
  context: Context,
  store: Store,
  range: InsightRange,
  asker?: Asker,
): Promise<TrafficStructure> {
  const ask = (metrics: string[], by: string[]) => runQuery(context, store, { metrics, by, ...range }, asker)
  const [byClass, byMonth, shares] = await Promise.all([
    ask(['visits', 'bounceRate', 'cvr', 'paid', 'uvValue'], ['trafficClass']),
    ask(['visits'], ['month', 'trafficClass']),
    ask(['paidTrafficShare', 'freeShare', 'visits'], []),
  ])
  const rows = byClass.rows.filter((row) => isSourced(row) && visitsOf(row) > 0)
  const sourced = sumVisits(rows)
  const classes = rows.map((row) => classOf(row, sourced, byMonth.rows))
  const visits = numberOf(shares.totals.visits)
  const paidShare = numberOf(shares.totals.paidTrafficShare)
  const unknownShare = visits === null ? null : ratio(visits - sourced, visits)
  return {
    range: byClass.range,
    currency: store.currency,
    visits,
    sourcedVisits: visits === null ? null : sourced,
    paidShare,
    freeShare: numberOf(shares.totals.freeShare),
    classes,
    warnings: [
      ...classWarnings(classes),
      ...shareWarning('paid_traffic', paidShare, [
        `付费流量占 ${percent(paidShare ?? 0)}：停投即断流，请提高免费流量。`,
        `Paid traffic is ${percent(paidShare ?? 0)}: visits stop when spending stops; raise free traffic.`,
      ]),
      ...shareWarning('unknown_source', unknownShare, [
        `${percent(unknownShare ?? 0)} 的访问没有来源，占比仅供参考；请在埋点中补上 channel。`,
        `${percent(unknownShare ?? 0)} of the visits have no source, so shares are unsafe; send channel with the events.`,
      ]),
    ],
  }
}
