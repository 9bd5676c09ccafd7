import { channelNamed } from '@zhanggui/budget'
import type { Store } from '@zhanggui/contract'
import { type BusinessDay, type Cents, cents, type Period, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../context.ts'
import { runQuery } from '../insight/run-query.ts'

export type DayRange = { from: BusinessDay; to: BusinessDay }

/** What a tool reported for a range: the catalogue's spend, clicks and attributed sales. */
export type ToolResult = {
  tool: string
  channel: string | null
  spendCents: Cents
  attributedCents: Cents | null
  clicks: number | null
}

const asCents = (value: unknown): Cents => cents(typeof value === 'number' ? Math.round(value) : 0)
const asCentsOrNull = (value: unknown): Cents | null => (typeof value === 'number' ? cents(Math.round(value)) : null)

/** Tools with their spend and what it brought, dearest first; the channel is the one that the tool's name stands for. */
export async function readTools(context: Context, store: Store, range: Partial<DayRange>): Promise<ToolResult[]> {
  const metrics = ['spend', 'attributedPaid', 'clicks']
  const answer = await runQuery(context, store, {
    metrics,
    by: ['tool'],
    ...range,
    order: { by: 'spend', direction: 'desc' },
  })
  return answer.rows.map((row) => ({
    tool: String(row.tool ?? ''),
    channel: channelNamed(String(row.tool ?? ''))?.id ?? null,
    spendCents: asCents(row.spend),
    attributedCents: asCentsOrNull(row.attributedPaid),
    clicks: typeof row.clicks === 'number' ? row.clicks : null,
  }))
}

/** Spend by day of the tools whose name stands for one of the channels. */
export async function readDailySpend(
  context: Context,
  store: Store,
  given: DayRange & { channels: readonly string[] },
): Promise<ReadonlyMap<string, Cents>> {
  const { from, to, channels } = given
  const answer = await runQuery(context, store, { metrics: ['spend'], by: ['day', 'tool'], from, to, limit: 100_000 })
  const byDay = new Map<string, Cents>()
  for (const row of answer.rows) {
    const channel = channelNamed(String(row.tool ?? ''))?.id
    if (channel === undefined || !channels.includes(channel)) continue
    const day = String(row.day)
    byDay.set(day, cents((byDay.get(day) ?? 0) + asCents(row.spend)))
  }
  return byDay
}

/** Totals of the whole shop over a period; `until` is the first day without figures of sales. */
export type ShopActuals = { gmvCents: Cents; spendCents: Cents; newBuyers: number | null }

export async function readActuals(context: Context, store: Store, range: DayRange): Promise<ShopActuals> {
  const { totals } = await runQuery(context, store, { metrics: ['gmv', 'spend', 'newBuyers'], ...range })
  return {
    gmvCents: asCents(totals.gmv),
    spendCents: asCents(totals.spend),
    newBuyers: typeof totals.newBuyers === 'number' ? totals.newBuyers : null,
  }
}

export const rangeOf = (period: Period): DayRange => periodDays(period)
