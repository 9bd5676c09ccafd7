import { addBalances, type Balances, type BudgetLine, balanceOf, checkFeeRatio } from '@zhanggui/budget'
import type { FeeRatioCheck, Store } from '@zhanggui/contract'
import { type Cents, cents, type Period, parsePeriod, periodDays, periodHolds } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { BudgetKey } from '../budget-key.ts'
import { forecastGmv } from '../forecast-gmv.ts'
import type { LoadedBudget } from '../load-budget.ts'
import { readActuals } from '../measured-spend.ts'
import { readBalances } from './ledger-rows.ts'

type Subject = { context: Context; store: Store; loaded: LoadedBudget; balances: Balances }

/** Lines whose money belongs to a period as a whole, by kind. */
const linesWithin = (lines: readonly BudgetLine[], period: Period, kind: BudgetLine['kind']): BudgetLine[] =>
  lines.filter((line) => line.kind === kind && periodHolds(period, line.period))

const sumOf = (balances: Balances, lines: readonly BudgetLine[]) =>
  addBalances(lines.map((line) => balanceOf(balances, line.id)))

/** What the tools report or what was posted, whichever is more: neither a late report nor a late posting hides spend. */
async function spentIn({ context, store, loaded, balances }: Subject, period: Period) {
  const spend = sumOf(balances, linesWithin(loaded.plan.budget, period, 'spend'))
  const subsidy = sumOf(balances, linesWithin(loaded.plan.budget, period, 'subsidy'))
  const measured = (await readActuals(context, store, periodDays(period))).spendCents
  const posted = cents(spend.spent + spend.accrued)
  return {
    spentCents: cents(Math.max(measured, posted) + subsidy.spent + subsidy.accrued),
    committedCents: cents(spend.committed + subsidy.committed),
  }
}

function verdictOf(check: { held: boolean; ceilingBp: number | null }, gmv: Cents | null): FeeRatioCheck['verdict'] {
  if (check.ceilingBp === null) return 'no_ceiling'
  if (gmv === null) return 'unknown'
  return check.held ? 'held' : 'within'
}

/** The fee ratio of one period as it is expected to end, before and after a commitment (P2.05). */
async function checkPeriod(subject: Subject, period: Period, commitCents: Cents): Promise<FeeRatioCheck> {
  const { context, store, loaded } = subject
  const { spentCents, committedCents } = await spentIn(subject, period)
  const gmv = await forecastGmv(context, store, { period, sales: loaded.sales })
  const ceilingBp = loaded.plan.budgetRules.feeRatioMaxBp
  const check = checkFeeRatio({
    forecastSpendCents: cents(spentCents + committedCents),
    forecastGmvCents: gmv.gmvCents ?? cents(0),
    commitCents,
    ceilingBp,
  })
  return {
    period,
    spentCents,
    committedCents,
    commitCents,
    gmvCents: gmv.gmvCents,
    gmvBasis: gmv.basis,
    actualGmvCents: gmv.actualCents,
    actualUntil: gmv.actualUntil,
    ratioBefore: gmv.gmvCents === null ? null : check.ratioBefore,
    ratioAfter: gmv.gmvCents === null ? null : check.ratioAfter,
    ceilingBp,
    roomCents: gmv.gmvCents === null ? null : check.roomCents,
    verdict: verdictOf(check, gmv.gmvCents),
  }
}

/** The year of the plan, and the line's own period where it is shorter. */
export function periodsToCheck(loaded: LoadedBudget, line: BudgetLine | null): Period[] {
  const year = parsePeriod(String(loaded.plan.year))
  return line && line.period !== year && periodHolds(year, line.period) ? [year, line.period] : [year]
}

/**
 * Holds a commitment against the plan's ceiling before it is made (P2.05): the fee ratio of the year, and of the line's own
 * period. Only a commitment can be held; nothing is written. A `null` line asks where the year stands now.
 */
export async function checkCommitment(
  context: Context,
  store: Store,
  given: { key: BudgetKey; loaded: LoadedBudget; line: BudgetLine | null; amountCents: Cents },
): Promise<FeeRatioCheck[]> {
  const { key, loaded, line, amountCents } = given
  const balances = await readBalances(context.records.db, key)
  const subject = { context, store, loaded, balances }
  const checks: FeeRatioCheck[] = []
  for (const period of periodsToCheck(loaded, line)) checks.push(await checkPeriod(subject, period, amountCents))
  return checks
}
