import { channelNamed } from '@zhanggui/budget'
import { addDays, isPeriod, parsePeriod, periodDays, periodHolds, periodOf } from '@zhanggui/kernel'
import { type OutlineFact, outlineOf, type ProposalFact, proposalsOf, type Reference } from '@zhanggui/report'
import { loadBudget } from '../../../budget/load-budget.ts'
import { runQuery } from '../../../insight/run-query.ts'
import { gatherCampaigns } from './campaigns.ts'
import { type Gathering, mayReadPlans, money, planOfYear, valued } from './gathering.ts'
import { gatherChannels } from './money.ts'
import { gatherOutlook } from './outlook.ts'
import { gatherSurveyed } from './surveyed.ts'
import { gatherWeaknesses } from './weaknesses.ts'

/** Next year's items: each finding asks for one, the outlook for its goal. */
export async function gatherOutline(given: Gathering): Promise<OutlineFact[]> {
  const [weaknesses, outlook, surveyed] = await Promise.all([
    gatherWeaknesses(given),
    gatherOutlook(given),
    gatherSurveyed(given),
  ])
  const plan = mayReadPlans(given) ? await planOfYear(given, Number(given.period.from.slice(0, 4))) : null
  const feeRatioMax = plan?.budgetRules.feeRatioMaxBp ?? null
  return outlineOf({
    weaknesses,
    surveyed,
    outlook,
    feeRatioMax: feeRatioMax === null ? null : feeRatioMax / 10_000,
    language: given.language,
  })
}

/** Budget of a channel in the coming quarter: the lines of the plan that name it, added up. */
async function nextQuarterBudget(given: Gathering): Promise<Map<string, number>> {
  const { context, store, period } = given
  const next = periodOf('quarter', period.to)
  const plan = await planOfYear(given, Number(next.slice(0, 4)))
  if (!plan) return new Map()
  const { resolved } = await loadBudget(context, { store: store.id, plan: plan.id })
  const sums = new Map<string, number>()
  for (const { id, amountCents, isLeaf } of resolved.lines) {
    const line = plan.budget.find((one) => one.id === id)
    if (!line?.channel || !isLeaf || amountCents === null || !periodHolds(next, line.period)) continue
    sums.set(line.channel, (sums.get(line.channel) ?? 0) + amountCents)
  }
  return sums
}

/** Changes of the next quarter's plan that this year's figures ask for (P14.07). */
export async function gatherProposals(given: Gathering): Promise<ProposalFact[]> {
  const { context, store, period, asker, language } = given
  if (!isPeriod(period.key) || !mayReadPlans(given)) return []
  const yearToDate = { ...period, from: periodDays(parsePeriod(period.from.slice(0, 4))).from }
  const soFar: Gathering = { ...given, period: yearToDate }
  const budgets = await nextQuarterBudget(given)
  const days = { from: yearToDate.from, to: yearToDate.to }
  const metric = 'repurchaseRate30d'
  const { totals } = await runQuery(context, store, { metrics: [metric], ...days }, asker)
  const ref: Reference = { kind: 'query', metrics: [metric], by: [], ...days }
  const shop = typeof totals[metric] === 'number' ? totals[metric] : null
  const { from, to } = periodDays(periodOf('quarter', period.to))
  const channels = (await gatherChannels(soFar)).map((fact) => {
    const id = channelNamed(fact.channel)?.id
    const planned = id === undefined ? undefined : budgets.get(id)
    const budgetRef: Reference = { kind: 'plan', part: 'budget', id: null, field: null }
    return { ...fact, next: money(planned ?? null, budgetRef) }
  })
  return proposalsOf({
    channels,
    campaigns: await gatherCampaigns(soFar),
    shopRepurchase: valued(shop, 'ratio', ref),
    next: { from, last: addDays(to, -1) },
    language,
  })
}
