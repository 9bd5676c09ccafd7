import type { Store } from '@zhanggui/contract'
import {
  addDays,
  type BusinessDay,
  daysBetween,
  isBusinessDay,
  isPeriod,
  parseDay,
  parsePeriod,
  periodDays,
  periodGrain,
} from '@zhanggui/kernel'
import { mondayOf, type ReportKind, type ReportPeriod } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { readCampaignRow } from '../../campaigns/records/campaign-rows.ts'
import type { CampaignRow } from '../../campaigns/schema.ts'
import { knownDays } from '../../goals/goals/known-days.ts'

type Span = Pick<ReportPeriod, 'key' | 'from' | 'to' | 'nameZh' | 'nameEn'>

const EXAMPLES: Readonly<Record<ReportKind['period'], string>> = {
  week: '2026-11-09',
  month: '2026-11',
  quarter: '2026-Q4',
  year: '2026',
  campaign: 'double-11-2026',
}

const wrong = (kind: ReportKind, key: string): ApiFailure =>
  new ApiFailure('unknown_report_period', { report: kind.id, period: key, example: EXAMPLES[kind.period] })

/** The week that holds the day, from its Monday. */
function weekOf(day: BusinessDay): Span {
  const from = parseDay(mondayOf(day))
  const to = addDays(from, 7)
  const last = addDays(from, 6)
  return { key: from, from, to, nameZh: `${from} 至 ${last.slice(5)} 一周`, nameEn: `the week of ${from}` }
}

function calendarSpan(key: string): Span {
  const period = parsePeriod(key)
  const [year, rest] = key.split('-')
  const nameZh = !rest ? `${year} 年` : rest.startsWith('Q') ? `${year} 年 ${rest}` : `${year} 年 ${Number(rest)} 月`
  return { key, ...periodDays(period), nameZh, nameEn: key }
}

/** Days on which a campaign sells: its bursts and closings; where it names none, all its days. Half-open. */
export function sellingDays({ windows }: Pick<CampaignRow['body'], 'windows'>): { from: BusinessDay; to: BusinessDay } {
  const selling = windows.filter(({ phase }) => phase === 'burst' || phase === 'closing')
  const counted = selling.length > 0 ? selling : windows
  const from = counted.map((w) => w.from).toSorted()[0]
  const to = counted
    .map((w) => w.to)
    .toSorted()
    .at(-1)
  return { from: parseDay(from ?? ''), to: parseDay(to ?? '') }
}

async function spanOf(context: Context, store: Store, kind: ReportKind, key: string): Promise<Span> {
  if (kind.period === 'campaign') {
    const { body, id } = await readCampaignRow(context.records.db, { store: store.id, campaign: key })
    return { key: id, ...sellingDays(body), nameZh: `${body.name} `, nameEn: body.name }
  }
  if (kind.period === 'week') {
    if (!isBusinessDay(key)) throw wrong(kind, key)
    return weekOf(parseDay(key))
  }
  if (!isPeriod(key) || periodGrain(key) !== kind.period) throw wrong(kind, key)
  return calendarSpan(key)
}

const yearEarlier = (day: BusinessDay): BusinessDay => {
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return parseDay(earlier.endsWith('-02-29') ? earlier.replace('-29', '-28') : earlier)
}

/** The comparison asked for where the data reaches back so far, else the other one, else none. */
function comparisonOf(
  kind: ReportKind,
  { from, to }: Pick<Span, 'from' | 'to'>,
  firstDay: BusinessDay | null,
): ReportPeriod['compare'] {
  if (firstDay === null) return null
  const starts = { yoy: yearEarlier(from), previous: addDays(from, -daysBetween(from, to)) }
  const order = kind.compare === 'yoy' ? (['yoy', 'previous'] as const) : (['previous', 'yoy'] as const)
  // A year is not compared with half a year before it: only a whole stretch on the other side says something.
  return order.find((compare) => firstDay <= starts[compare]) ?? null
}

/** The days of the shop's data; null without any. */
export type KnownDays = Awaited<ReturnType<typeof knownDays>>

/** A report's days with the comparison that the data allows; `days` where they are known already. Errors: `unknown_report_period`; `not_found` for a campaign. */
export async function findPeriod(
  context: Context,
  store: Store,
  kind: ReportKind,
  key: string,
  days?: KnownDays,
): Promise<{ period: ReportPeriod; dataUntil: BusinessDay | null }> {
  const span = await spanOf(context, store, kind, key)
  const known = days === undefined ? await knownDays(context, store) : days
  const compare = comparisonOf(kind, span, known?.from ?? null)
  return {
    period: { kind: kind.period, ...span, compare, firstDay: known?.from ?? null },
    dataUntil: known?.until ?? null,
  }
}
