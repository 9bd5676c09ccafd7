import { judgeChannel } from '@zhanggui/budget'
import { isPeriod, parseDay, parsePeriod, periodHolds } from '@zhanggui/kernel'
import { type BudgetFact, type ChannelFact, figure, type Reference } from '@zhanggui/report'
import { readBalances } from '../../../budget/ledger/ledger-rows.ts'
import { loadBudget } from '../../../budget/load-budget.ts'
import { readTools } from '../../../budget/measured-spend.ts'
import { type Gathering, mayReadPlans, money, planOfYear } from './gathering.ts'

const REVIEW_DAYS = 14
const NO_RULE = { roiMinMilli: null, roiMinClicks: null, roiMinSpendCents: null }

/** Lines of the plan's budget inside the report's period: what they may cost and what the ledger says they did. */
export async function gatherBudget(given: Gathering): Promise<BudgetFact[]> {
  const { context, store, period } = given
  const plan =
    mayReadPlans(given) && isPeriod(period.key) ? await planOfYear(given, Number(period.from.slice(0, 4))) : null
  if (!plan || plan.budget.length === 0) return []
  const key = { store: store.id, plan: plan.id }
  const { resolved } = await loadBudget(context, key)
  const balances = await readBalances(context.records.db, key)
  const whole = parsePeriod(period.key)
  return resolved.lines.flatMap(({ id, depth, amountCents }): BudgetFact[] => {
    const line = plan.budget.find((one) => one.id === id)
    if (!line || !periodHolds(whole, line.period)) return []
    const ref: Reference = { kind: 'plan', part: 'budget', id, field: 'amountCents' }
    const balance = balances.get(id)
    const spent = balance ? balance.spent + balance.accrued : null
    return [
      { id, name: line.name || line.channel || id, depth, planned: money(amountCents, ref), spent: money(spent, ref) },
    ]
  })
}

/** What each paid tool cost and brought over the report's days, judged by the plan's rule; without a plan nothing is judged. */
export async function gatherChannels(given: Gathering): Promise<ChannelFact[]> {
  const { context, store, period } = given
  const plan = mayReadPlans(given) ? await planOfYear(given, Number(period.from.slice(0, 4))) : null
  const rule = plan?.budgetRules ?? NO_RULE
  const tools = await readTools(context, store, { from: period.from, to: period.to })
  const ref: Reference = {
    kind: 'query',
    metrics: ['spend', 'attributedPaid', 'roi'],
    by: ['tool'],
    from: period.from,
    to: period.to,
  }
  return tools
    .filter(({ spendCents }) => spendCents > 0)
    .map(({ tool, spendCents, attributedCents, clicks }) => {
      const when = { asOfDay: parseDay(period.to), reviewAfterDays: REVIEW_DAYS }
      const { verdict } = judgeChannel({ channel: tool, spendCents, attributedCents, clicks }, rule, when)
      return {
        channel: tool,
        spend: money(spendCents, ref),
        sales: money(attributedCents, ref),
        roi: figure(attributedCents === null ? null : attributedCents / spendCents, 'multiple', ref),
        verdict,
        floor: rule.roiMinMilli === null ? null : rule.roiMinMilli / 1000,
      }
    })
}
