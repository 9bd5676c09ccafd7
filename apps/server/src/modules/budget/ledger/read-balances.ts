import {
  addBalances,
  type Balances,
  findVariances,
  type LineBalance,
  trialBalance,
  type Variance,
  type VarianceLimits,
  type VarianceSubject,
} from '@zhanggui/budget'
import type { BudgetBalances, BudgetVariance, ChannelSpend } from '@zhanggui/contract'
import { type BusinessDay, cents, daysBetween, type Period, parsePeriod, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { type BudgetCaller, todayOf } from '../budget-key.ts'
import { type LoadedBudget, loadBudget } from '../load-budget.ts'
import { readTools, type ToolResult } from '../measured-spend.ts'
import { checkCommitment } from './check-commitment.ts'
import { plannedByLine, readBalances } from './ledger-rows.ts'
import { unopenedLines } from './open-ledger.ts'

/** When a difference becomes an alert; project defaults, as fractions. */
const LIMITS: VarianceLimits = { nearlyUsed: 0.9, offCourse: 0.2, unmatched: 0.05 }

/** Share of a period that is over at the start of `today`. */
function elapsedOf(period: Period, today: BusinessDay): number {
  const { from, to } = periodDays(period)
  return Math.max(0, Math.min(1, daysBetween(from, today) / daysBetween(from, to)))
}

type Grouped = Map<string, LineBalance[]>

function group(
  { plan }: LoadedBudget,
  balances: Balances,
  keyOf: (line: LoadedBudget['plan']['budget'][number]) => string | null,
): Grouped {
  const groups: Grouped = new Map()
  for (const line of plan.budget) {
    const [key, balance] = [keyOf(line), balances.get(line.id)]
    if (key !== null && balance) groups.set(key, [...(groups.get(key) ?? []), balance])
  }
  return groups
}

/** Posted beside measured for each channel that has either. */
function channelSpend(loaded: LoadedBudget, balances: Balances, tools: readonly ToolResult[]): ChannelSpend[] {
  const posted = group(loaded, balances, (line) => line.channel)
  const channels = new Set([...posted.keys(), ...tools.flatMap((tool) => tool.channel ?? [])])
  return [...channels].map((channel) => {
    const mine = tools.filter((tool) => tool.channel === channel)
    const balance = addBalances(posted.get(channel) ?? [])
    const measuredCents = cents(mine.reduce((sum, tool) => sum + tool.spendCents, 0))
    const differenceCents = cents(measuredCents - balance.spent - balance.accrued)
    return { channel, tools: mine.map((tool) => tool.tool), measuredCents, balance, differenceCents }
  })
}

const told = (of: BudgetVariance['of'], found: readonly Variance[]): BudgetVariance[] =>
  found.map((variance) => ({ ...variance, of }))

function lineSubjects({ plan, resolved }: LoadedBudget, balances: Balances, today: BusinessDay): VarianceSubject[] {
  return plan.budget.flatMap((line) => {
    const balance = balances.get(line.id)
    const isLeaf = resolved.lines.some((r) => r.id === line.id && r.isLeaf)
    if (!balance || !isLeaf || line.kind === 'reserve') return []
    return [{ key: line.id, balance, elapsed: elapsedOf(line.period, today), measuredCents: null }]
  })
}

function findAll(loaded: LoadedBudget, balances: Balances, given: { channels: ChannelSpend[]; today: BusinessDay }) {
  const campaigns = group(loaded, balances, (line) => line.eventId)
  const campaignSubjects = [...campaigns].map(([key, list]) => ({
    key,
    balance: addBalances(list),
    elapsed: null,
    measuredCents: null,
  }))
  const channelSubjects = given.channels.map(({ channel, balance, measuredCents, tools }) => ({
    key: channel,
    balance: balance as LineBalance,
    elapsed: null,
    measuredCents: tools.length > 0 ? cents(measuredCents) : null,
  }))
  return [
    ...told('line', findVariances(lineSubjects(loaded, balances, given.today), LIMITS)),
    ...told('campaign', findVariances(campaignSubjects, LIMITS)),
    ...told('channel', findVariances(channelSubjects, LIMITS)),
  ]
}

/**
 * Where the money of a plan stands (P4.08): every line in its states, campaigns and channels added up, what the tools report
 * beside what was posted, alerts, and the fee ratio as it is expected to end.
 */
export async function readBudgetBalances(context: Context, caller: BudgetCaller): Promise<BudgetBalances> {
  const loaded = await loadBudget(context, caller)
  const { db } = context.records
  const balances = await readBalances(db, caller)
  const today = todayOf(context, caller.shop)
  const tools = await readTools(context, caller.shop, periodDays(parsePeriod(String(loaded.plan.year))))
  const channels = channelSpend(loaded, balances, tools)
  const planned = await plannedByLine(db, caller)
  const lines = [...balances].flatMap(([lineId, balance]) => (lineId === null ? [] : [{ lineId, balance }]))
  return {
    asOfDay: today,
    lines,
    campaigns: [...group(loaded, balances, (line) => line.eventId)].map(([eventId, list]) => ({
      eventId,
      balance: addBalances(list),
    })),
    channels,
    unknownTools: tools
      .filter((tool) => tool.channel === null && tool.spendCents > 0)
      .map(({ tool, spendCents }) => ({ tool, spendCents })),
    total: addBalances(lines.map(({ balance }) => balance)),
    trialBalanceCents: trialBalance(balances),
    unopened: unopenedLines(loaded.resolved.lines, (id) => planned.of(id)).map(
      ({ lineId, plannedCents, budgetCents }) => ({ lineId, plannedCents, budgetCents }),
    ),
    variances: findAll(loaded, balances, { channels, today }),
    feeRatio: await checkCommitment(context, caller.shop, { key: caller, loaded, line: null, amountCents: cents(0) }),
  }
}
