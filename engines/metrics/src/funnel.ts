import type { DayRange } from '@zhanggui/calendar'
import { assert, ratio } from '@zhanggui/kernel'
import type { QueryParams } from './query-params.ts'

/** What a funnel can be compared by: the value at the visitor's first view of step one. */
export const FUNNEL_GROUPS = ['page', 'device', 'channel', 'province', 'category'] as const
export type FunnelGroup = (typeof FUNNEL_GROUPS)[number]

export type FunnelQuestion = {
  steps: readonly string[]
  windowMinutes: number
  by: FunnelGroup | null
  filters: readonly { dimension: string; op: 'in' | 'notIn'; values: readonly string[] }[]
}

export type FunnelStep = {
  step: string
  visitors: number
  stepRate: number | null
  totalRate: number | null
  lost: number
}

/** Columns of an event that a funnel's events can be filtered by. */
const FILTER_COLUMNS: Readonly<Record<string, string>> = {
  page: 'page',
  device: 'device',
  channel: 'channel',
  province: 'province',
  category: 'category',
  brand: 'brand',
  item: 'item_id',
  campaign: 'campaign',
}

export const isFunnelFilter = (dimension: string): boolean => dimension in FILTER_COLUMNS
export const FUNNEL_FILTERS: readonly string[] = Object.keys(FILTER_COLUMNS)

function filterSql({ filters }: FunnelQuestion): string[] {
  return filters.map(({ dimension, op }, i) => {
    const column = FILTER_COLUMNS[dimension]
    assert(column, `a funnel can be filtered by ${dimension}`)
    return `${op === 'in' ? '' : 'NOT '}has({filter${i}:Array(String)}, toString(${column}))`
  })
}

/**
 * How many visitors got how far, one row a group (`grp`) and level. A visitor counts once, at the furthest step reached in
 * order within the window that starts with a step-one event; other events in between do not matter. Visitors who never did
 * step two need no ordering, so only the others are sorted.
 */
export function funnelSql(question: FunnelQuestion): string {
  const conditions = question.steps.map((_, i) => `type = {step${i}:String}`).join(', ')
  const where = [
    'store = {store:String}',
    'day >= {from:Date}',
    'day < {to:Date}',
    'visitor != 0',
    ...filterSql(question),
  ].join(' AND ')
  const group = question.by ? `toString(argMinIf(${question.by}, (at, row_key), type = {step0:String}))` : "''"
  return [
    'SELECT',
    '  grp,',
    '  level,',
    '  count() AS visitors',
    'FROM (',
    '  SELECT',
    `    ${group} AS grp,`,
    `    windowFunnel({windowMs:UInt64})(toUInt64(toUnixTimestamp64Milli(at)), ${conditions}) AS level`,
    '  FROM events',
    `  WHERE ${where} AND type IN {stepTypes:Array(String)}`,
    '    AND visitor GLOBAL IN (',
    `      SELECT visitor FROM events WHERE ${where} AND type = {step1:String}`,
    '    )',
    '  GROUP BY visitor',
    '  UNION ALL',
    '  SELECT',
    `    ${group} AS grp,`,
    '    1 AS level',
    '  FROM events',
    `  WHERE ${where} AND type = {step0:String}`,
    '    AND visitor GLOBAL NOT IN (',
    `      SELECT visitor FROM events WHERE ${where} AND type = {step1:String}`,
    '    )',
    '  GROUP BY visitor',
    ')',
    'WHERE level > 0',
    'GROUP BY grp, level',
  ].join('\n')
}

export const funnelParams = (store: string, range: DayRange, question: FunnelQuestion): QueryParams => ({
  store,
  from: range.from,
  to: range.to,
  windowMs: question.windowMinutes * 60_000,
  stepTypes: [...question.steps],
  ...Object.fromEntries(question.steps.map((step, i) => [`step${i}`, step])),
  ...Object.fromEntries(question.filters.map((filter, i) => [`filter${i}`, filter.values])),
})

export type FunnelRow = { grp: string; level: number; visitors: number }

/** Steps from how many visitors ended at each level. Shape: one entry a step; `lost` is against the step before. */
export function funnelSteps(steps: readonly string[], rows: readonly FunnelRow[]): FunnelStep[] {
  const reached = steps.map((_, i) => rows.filter((r) => r.level > i).reduce((sum, r) => sum + r.visitors, 0))
  return steps.map((step, i) => {
    const visitors = reached[i] ?? 0
    const before = i === 0 ? null : (reached[i - 1] ?? 0)
    return {
      step,
      visitors,
      stepRate: i === 0 ? null : ratio(visitors, before),
      totalRate: ratio(visitors, reached[0] ?? 0),
      lost: before === null ? 0 : before - visitors,
    }
  })
}

/** The funnel of each group, the largest group first. */
export function funnelGroups(
  steps: readonly string[],
  rows: readonly FunnelRow[],
): { group: string; steps: FunnelStep[] }[] {
  const groups = [...new Set(rows.map((r) => r.grp))].sort()
  const entered = (g: { steps: FunnelStep[] }): number => g.steps[0]?.visitors ?? 0
  return groups
    .map((group) => ({
      group,
      steps: funnelSteps(
        steps,
        rows.filter((r) => r.grp === group),
      ),
    }))
    .sort((a, b) => entered(b) - entered(a))
}
