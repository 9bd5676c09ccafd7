import { type BudgetLine, findChannel, type ScenarioBase, type ScenarioChannel } from '@zhanggui/budget'
import {
  allocate,
  type Cents,
  cents,
  daysBetween,
  type Period,
  parsePeriod,
  periodDays,
  periodHolds,
  periodsWithin,
  sumCents,
} from '@zhanggui/kernel'
import type { LoadedBudget } from '../load-budget.ts'
import type { ToolResult } from '../measured-spend.ts'

/** What a channel brought for each fen, and what that rests on. */
export type ChannelReturn = { roi: number | null; from: 'measured' | 'average' | 'none' }

/** Measured returns of a year: by channel, over all, and new buyers for each fen spent. */
export type MeasuredReturns = { of(channel: string): ChannelReturn; buyersPerCent: number }

const roiOf = (tools: readonly ToolResult[]): number | null => {
  const told = tools.filter((tool) => tool.attributedCents !== null && tool.spendCents > 0)
  const spend = told.reduce((sum, tool) => sum + tool.spendCents, 0)
  return spend > 0 ? told.reduce((sum, tool) => sum + (tool.attributedCents ?? 0), 0) / spend : null
}

export function measuredReturns(tools: readonly ToolResult[], newBuyers: number | null): MeasuredReturns {
  const average = roiOf(tools)
  const spend = tools.reduce((sum, tool) => sum + tool.spendCents, 0)
  return {
    of(channel) {
      const own = roiOf(tools.filter((tool) => tool.channel === channel))
      if (own !== null) return { roi: own, from: 'measured' }
      return average === null ? { roi: null, from: 'none' } : { roi: average, from: 'average' }
    },
    buyersPerCent: newBuyers !== null && spend > 0 ? newBuyers / spend : 0,
  }
}

const monthDays = (period: Period): number => daysBetween(periodDays(period).from, periodDays(period).to)

/** A line's money by month of the plan's year, by days; a line shorter than a month falls into its month. */
function byMonth(line: BudgetLine, amountCents: Cents, months: readonly Period[]): Map<Period, Cents> {
  const whole = months.filter((month) => periodHolds(line.period, month))
  const hit = whole.length > 0 ? whole : months.filter((month) => periodHolds(month, line.period))
  const amounts = allocate(hit.length > 0 ? amountCents : cents(0), hit.map(monthDays))
  return new Map(hit.map((month, i) => [month, amounts[i] ?? cents(0)]))
}

type MonthSpend = ReadonlyMap<string, ReadonlyMap<Period, Cents>>

/** Planned spend by channel and month: leaves that are spend, with a channel. */
function plannedSpend({ plan, resolved }: LoadedBudget, months: readonly Period[]): MonthSpend {
  const channels = new Map<string, Map<Period, Cents>>()
  for (const { id, amountCents, isLeaf } of resolved.lines) {
    const line = plan.budget.find((known) => known.id === id)
    if (!line || !isLeaf || amountCents === null || line.kind !== 'spend' || line.channel === null) continue
    const sums = channels.get(line.channel) ?? new Map<Period, Cents>()
    for (const [month, amount] of byMonth(line, amountCents, months))
      sums.set(month, cents((sums.get(month) ?? 0) + amount))
    channels.set(line.channel, sums)
  }
  return channels
}

function channelIn(channel: string, spendCents: Cents, returns: MeasuredReturns): ScenarioChannel {
  const { roi } = returns.of(channel)
  return {
    channel,
    offSite: findChannel(channel)?.offSite ?? false,
    spendCents,
    attributedCents: cents(Math.round(spendCents * (roi ?? 0))),
    newBuyers: spendCents * returns.buyersPerCent,
  }
}

/**
 * What channels bring and the rest, together the target. Tools may claim more than that, since two of them count the same order;
 * then their claims are cut in proportion and nothing is left for the rest.
 */
function withinTarget(channels: readonly ScenarioChannel[], target: Cents) {
  const claimed = channels.map((channel) => channel.attributedCents)
  const sum = sumCents(claimed)
  if (sum <= target) return { channels, otherGmvCents: cents(target - sum) }
  const shares = allocate(target, claimed)
  const cut = channels.map((channel, i) => ({ ...channel, attributedCents: shares[i] ?? cents(0) }))
  return { channels: cut, otherGmvCents: cents(0) }
}

/**
 * The expected course of a plan's year: planned spend by channel and month, what it brought before, and the sales target for the
 * rest. Shape: `null` while a month has no sales target.
 */
export function scenarioBase(loaded: LoadedBudget, returns: MeasuredReturns): ScenarioBase | null {
  const months = periodsWithin(parsePeriod(String(loaded.plan.year)), 'month')
  const spend = plannedSpend(loaded, months)
  const course = months.map((period) => {
    const target = loaded.sales.of(period)
    const channels = [...spend].map(([channel, sums]) => channelIn(channel, sums.get(period) ?? cents(0), returns))
    return target === null ? null : { period, ...withinTarget(channels, target) }
  })
  const known = course.filter((month) => month !== null)
  return known.length === course.length ? known : null
}

/** Channels of a course with their year's spend. */
export const channelTotals = (base: ScenarioBase, returns: MeasuredReturns) =>
  (base[0]?.channels ?? []).map(({ channel, offSite }) => {
    const { roi, from: roiFrom } = returns.of(channel)
    const spends = base.flatMap((month) => month.channels.filter((c) => c.channel === channel).map((c) => c.spendCents))
    return { channel, offSite, spendCents: sumCents(spends), roi, roiFrom }
  })
