import type { ReportLibrary, Store } from '@zhanggui/contract'
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type PeriodGrain,
  parseDay,
  periodDays,
  periodOf,
} from '@zhanggui/kernel'
import { mondayOf, type ReportKind } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { readCampaignRows } from '../../campaigns/records/campaign-rows.ts'
import { findPeriod, type KnownDays, sellingDays } from './report-period.ts'

type Listed = ReportLibrary['kinds'][number]['periods'][number]

/** Periods shown of each kind. */
const PERIODS_SHOWN = { week: 6, month: 6, quarter: 4, year: 2, campaign: 8 } as const

/** After so many days nobody is waiting for a report any more. */
const LATE_FOR_DAYS = 14

type Ended = { key: string; to: BusinessDay }

function weeks(today: BusinessDay, count: number): Ended[] {
  const monday = parseDay(mondayOf(today))
  return Array.from({ length: count }, (_, i) => {
    const from = addDays(monday, -7 * (i + 1))
    return { key: from, to: addDays(from, 7) }
  })
}

/** The period that is running and those before it: a year is summed up before it is over, a month is not. */
function calendarPeriods(grain: Exclude<PeriodGrain, 'day'>, today: BusinessDay, count: number): Ended[] {
  const found: Ended[] = []
  let day = grain === 'year' ? today : addDays(periodDays(periodOf(grain, today)).from, -1)
  for (let i = 0; i < count; i++) {
    const period = periodOf(grain, day)
    const days = periodDays(period)
    found.push({ key: period, to: days.to })
    day = addDays(days.from, -1)
  }
  return found
}

async function campaignsOf(context: Context, store: Store, count: number): Promise<Ended[]> {
  const rows = (await readCampaignRows(context.records.db, store.id)).filter(({ state }) => state !== 'draft')
  return rows.slice(0, count).map(({ id, body }) => ({ key: id, to: sellingDays(body).to }))
}

export async function endedPeriods(
  context: Context,
  store: Store,
  kind: ReportKind,
  today: BusinessDay,
): Promise<Ended[]> {
  const count = PERIODS_SHOWN[kind.period]
  if (kind.period === 'week') return weeks(today, count)
  if (kind.period === 'campaign') return campaignsOf(context, store, count)
  return calendarPeriods(kind.period, today, count)
}

/** When a report of a period that ends before `to` should be read. Day +1 after the last day is the first it can be. */
export const dueDayOf = (kind: ReportKind, to: BusinessDay): BusinessDay => addDays(to, Math.max(0, kind.dueDays - 1))

function standingOf(
  kind: ReportKind,
  { to }: Ended,
  given: { today: BusinessDay; editions: number },
): Listed['standing'] {
  const { today, editions } = given
  if (editions > 0) return 'made'
  const due = kind.dueDays < 0 ? addDays(to, kind.dueDays) : dueDayOf(kind, to)
  if (today < due) return 'open'
  const lateDay = addDays(to, Math.max(0, kind.lateDays - 1))
  if (today > addDays(lateDay, LATE_FOR_DAYS)) return 'past'
  return today > lateDay ? 'late' : 'due'
}

/** The latest periods of a kind with what is due of them, newest first. */
export async function recentPeriods(
  context: Context,
  store: Store,
  kind: ReportKind,
  { days, editionsOf }: Listing,
): Promise<Listed[]> {
  if (days === null) return []
  const today = businessDayOf(context.clock.now(), store.timezone)
  const recent = await periodsUntil(context, store, kind, { today, from: today, days, editionsOf })
  // A shop whose data ended long ago is looked back on from there.
  return recent.length > 0 || kind.period === 'campaign'
    ? recent
    : periodsUntil(context, store, kind, { today, from: days.until, days, editionsOf })
}

type Listing = { days: KnownDays; editionsOf: (key: string) => number }

async function periodsUntil(
  context: Context,
  store: Store,
  kind: ReportKind,
  { today, from, days, editionsOf }: Listing & { today: BusinessDay; from: BusinessDay },
): Promise<Listed[]> {
  const listed: Listed[] = []
  for (const ended of await endedPeriods(context, store, kind, from)) {
    const { period, dataUntil } = await findPeriod(context, store, kind, ended.key, days)
    // Before the data begins, and where nothing is known yet, there is nothing to report.
    const begun = period.firstDay !== null && period.to > period.firstDay
    if (dataUntil === null || period.from >= dataUntil || !begun) continue
    const editions = editionsOf(ended.key)
    const standing = standingOf(kind, ended, { today, editions })
    const { nameZh, nameEn } = period
    listed.push({ key: ended.key, nameZh: nameZh.trim(), nameEn, dueDay: dueDayOf(kind, ended.to), standing, editions })
  }
  return listed
}
