import { runScenario, type ScenarioFigures, type ScenarioShocks } from '@zhanggui/budget'
import { RunScenario, type ScenarioAnswer } from '@zhanggui/contract'
import { parsePeriod, periodDays } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { BudgetCaller } from '../budget-key.ts'
import { loadBudget } from '../load-budget.ts'
import { readActuals, readTools } from '../measured-spend.ts'
import { channelTotals, measuredReturns, scenarioBase } from './scenario-base.ts'

/** Returns and new buyers of the year before the plan's, else of the plan's own; without either it is said. */
async function readReturns(context: Context, { shop }: BudgetCaller, planYear: number) {
  for (const year of [planYear - 1, planYear]) {
    const range = periodDays(parsePeriod(String(year)))
    const tools = await readTools(context, shop, range)
    if (tools.length === 0) continue
    const { newBuyers } = await readActuals(context, shop, range)
    return { returns: measuredReturns(tools, newBuyers), measuredYear: String(year) }
  }
  return { returns: measuredReturns([], null), measuredYear: null }
}

/** Nobody new can be expected from spend of which nothing was ever measured. */
const figuresOf = (figures: ScenarioFigures, measuredYear: string | null) =>
  measuredYear === null ? { ...figures, newBuyers: null } : figures

const isOver = (value: number | null, limit: number | null): boolean =>
  value !== null && limit !== null && value > limit

const ceilingsOf = (rules: { feeRatioMaxBp: number | null; cacMaxCents: number | null }, shocked: ScenarioFigures) => ({
  feeRatioMaxBp: rules.feeRatioMaxBp,
  feeRatioOver: isOver(shocked.feeRatio, rules.feeRatioMaxBp === null ? null : rules.feeRatioMaxBp / 10_000),
  cacMaxCents: rules.cacMaxCents,
  cacOver: isOver(shocked.cacCents, rules.cacMaxCents),
})

/**
 * What a plan's year comes to if costs, returns or prices go differently (P4.18), beside what is expected.
 * Errors: throws `budget_rule_missing` while months have no sales target.
 */
export async function answerScenario(
  context: Context,
  caller: BudgetCaller,
  asked: RunScenario,
): Promise<ScenarioAnswer> {
  const loaded = await loadBudget(context, caller)
  const { returns, measuredYear } = await readReturns(context, caller, loaded.plan.year)
  const base = scenarioBase(loaded, returns)
  if (!base) throw new ApiFailure('budget_rule_missing', { rule: '每月销售目标 (a sales target for each month)' })
  const shocks: ScenarioShocks = RunScenario.parse(asked)
  const result = runScenario(base, shocks)
  return {
    months: result.months.map(({ period, base: before, shocked }) => ({
      period,
      base: figuresOf(before, measuredYear),
      shocked: figuresOf(shocked, measuredYear),
    })),
    base: figuresOf(result.base, measuredYear),
    shocked: figuresOf(result.shocked, measuredYear),
    ceilings: ceilingsOf(loaded.plan.budgetRules, result.shocked),
    channels: channelTotals(base, returns),
    measuredYear,
  }
}
