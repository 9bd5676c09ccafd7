import {
  BUDGET_CHANNELS,
  type BudgetLine,
  burstRemainder,
  checkDelivery,
  nextDayCap,
  type PacingDay,
  planPacing,
  wideningChannels,
} from '@zhanggui/budget'
import type { PacingQuery, PacingView, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, type Cents, cents, parseDay } from '@zhanggui/kernel'
import type { PlanEvent } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { type BudgetCaller, todayOf } from '../budget-key.ts'
import { type LoadedBudget, loadBudget } from '../load-budget.ts'
import { readDailySpend } from '../measured-spend.ts'

const TOLERANCE = 0.1

/** Channels that a line's spend shows up under: its own, and every narrower one. */
export const channelsUnder = (channel: string): string[] =>
  BUDGET_CHANNELS.filter(({ id }) => wideningChannels(id).includes(channel)).map(({ id }) => id)

type Subject = { line: BudgetLine & { channel: string }; event: PlanEvent; totalCents: Cents }

const refuse = (where: string): never => {
  throw new ApiFailure('invalid_request', { where })
}

/** Errors: throws `not_found`, and `invalid_request` for a line without channel, amount or campaign. */
function subjectOf({ plan, resolved }: LoadedBudget, query: PacingQuery): Subject {
  const line = plan.budget.find((known) => known.id === query.line)
  if (!line) throw new ApiFailure('not_found', { what: `lines/${query.line}` })
  const eventId = query.event ?? line.eventId
  const event = plan.events.find((known) => known.id === eventId)
  if (!event) throw new ApiFailure('not_found', { what: `events/${eventId ?? ''}` })
  const totalCents = resolved.lines.find((r) => r.id === line.id)?.amountCents ?? null
  if (totalCents === null) return refuse('line: its amount is not known yet')
  const { channel } = line
  return channel === null ? refuse('line: it has no channel') : { line: { ...line, channel }, event, totalCents }
}

/** A campaign's burst: its main day, or all its days when it names none. */
const burstOf = ({ mainDay, fromDay, toDay }: PlanEvent) =>
  mainDay === null ? { from: fromDay, to: toDay } : { from: mainDay, to: addDays(mainDay, 1) }

const aYearBefore = (day: BusinessDay): BusinessDay => addDays(day, -364)

type Spend = ReadonlyMap<string, Cents>

/** Spend of the same weekdays a year before, where there was any; else the days rise evenly. */
async function curveOf(context: Context, store: Store, given: { days: readonly BusinessDay[]; channels: string[] }) {
  const { days, channels } = given
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const range = { from: aYearBefore(first), to: addDays(aYearBefore(last), 1) }
  const before = await readDailySpend(context, store, { ...range, channels })
  return before.size > 0 ? (day: BusinessDay): number => before.get(aYearBefore(day)) ?? 0 : null
}

/** Share of the year-before spend that fell on the burst days; what the burst will want. */
function demandShare(days: readonly PacingDay[], weightOf: ((day: BusinessDay) => number) | null): number | null {
  if (!weightOf) return null
  const total = days.reduce((sum, { day }) => sum + weightOf(day), 0)
  const burst = days.reduce((sum, { day, phase }) => sum + (phase === 'burst' ? weightOf(day) : 0), 0)
  return total > 0 ? burst / total : null
}

/** Errors: throws `budget_rule_missing` while the plan does not say how much goes before the burst. */
function preBurstOf({ plan }: LoadedBudget): { preBurstShareBp: number; preBurstDays: number } {
  const { preBurstShareBp, preBurstDays } = plan.budgetRules
  if (preBurstShareBp === null || preBurstDays === null)
    throw new ApiFailure('budget_rule_missing', { rule: '爆发前投放占比和天数 (share and days before a burst)' })
  return { preBurstShareBp, preBurstDays }
}

const spentBefore = (days: readonly PacingDay[], spend: Spend, asOf: BusinessDay): Cents => {
  const before = days.filter((d) => d.phase === 'preBurst')
  const amounts = before.map((d) => (d.day <= asOf ? (spend.get(d.day) ?? cents(0)) : d.plannedCents))
  return cents(amounts.reduce((sum, amount) => sum + amount, 0))
}

/**
 * A campaign line's money day by day: plan, spend that the tools report, whether it is on course, the cap for tomorrow, and
 * whether enough is left for the burst (P4.05, X17). `asOf`: last day that counts; default yesterday.
 */
export async function pacingView(context: Context, caller: BudgetCaller, query: PacingQuery): Promise<PacingView> {
  const loaded = await loadBudget(context, caller)
  const { line, event, totalCents } = subjectOf(loaded, query)
  const rule = preBurstOf(loaded)
  const burst = burstOf(event)
  const channels = channelsUnder(line.channel)
  const even = planPacing({ totalCents, burst, ...rule })
  const weightOf = await curveOf(context, caller.shop, { days: even.map((d) => d.day), channels })
  const days = weightOf ? planPacing({ totalCents, burst, ...rule, weightOf }) : even
  const asOfDay = query.asOf === undefined ? addDays(todayOf(context, caller.shop), -1) : parseDay(query.asOf)
  const from = days[0]?.day ?? burst.from
  const spend = await readDailySpend(context, caller.shop, { from, to: burst.to, channels })
  const spentOn = (day: BusinessDay): Cents => spend.get(day) ?? cents(0)
  const tolerance = Number(query.tolerance ?? TOLERANCE)
  const { throughDay: _, ...delivery } = checkDelivery(days, { spentOn, throughDay: asOfDay, tolerance })
  const next = addDays(asOfDay, 1)
  return {
    lineId: line.id,
    eventId: event.id,
    totalCents,
    burst,
    ...rule,
    curve: weightOf ? 'lastYear' : 'even',
    asOfDay,
    days: days.map((d) => ({ ...d, spentCents: d.day <= asOfDay ? spentOn(d.day) : null })),
    delivery,
    nextDayCapCents: days.some((d) => d.day === next) ? nextDayCap(days, { day: next, spentOn }) : null,
    remainder: burstRemainder({
      totalCents,
      beforeCents: spentBefore(days, spend, asOfDay),
      minBp: loaded.plan.budgetRules.burstRemainderMinBp,
      demandShare: demandShare(days, weightOf),
    }),
  }
}
