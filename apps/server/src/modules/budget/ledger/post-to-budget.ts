import { type BudgetLine, balanceOf, type LedgerEntry, pausedBy } from '@zhanggui/budget'
import { type BudgetPostResult, type FeeRatioCheck, PostToBudget } from '@zhanggui/contract'
import { cents, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { requestApproval } from '../../admin/approvals/request-approval.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { BudgetCaller, BudgetKey } from '../budget-key.ts'
import { type LoadedBudget, loadBudget } from '../load-budget.ts'
import { checkCommitment } from './check-commitment.ts'
import { findPosting, type PostingRow, readBalances, toPosting } from './ledger-rows.ts'
import { OVER_CEILING } from './over-ceiling-approval.ts'
import { writeEntry } from './write-entry.ts'

export const entryFrom = (input: PostToBudget): LedgerEntry => ({
  id: input.id,
  kind: input.kind,
  lineId: input.lineId,
  toLineId: input.toLineId ?? null,
  amountCents: cents(input.amountCents),
  day: parseDay(input.day),
  from: input.from ?? null,
  reference: input.reference ?? '',
  note: input.note ?? '',
  overspendReason: input.overspendReason ?? null,
})

/** Money that leaves what is planned is a commitment, whatever it is called. */
const isCommitment = ({ kind, from }: LedgerEntry): boolean =>
  kind === 'commit' || ((kind === 'spend' || kind === 'accrue') && from === 'planned')

/** Errors: throws `budget_paused` for spend in a paused stage that nobody allowed for the line (P4.06). */
function requireStage({ plan, overrides }: LoadedBudget, line: BudgetLine, entry: LedgerEntry): void {
  const rule = isCommitment(entry) ? pausedBy(plan.budgetRules.stages, { line, day: entry.day }) : null
  if (!rule || overrides.some((o) => o.ruleId === rule.id && o.lineId === line.id)) return
  throw new ApiFailure('budget_paused', { line: line.name, rule: rule.name, ruleId: rule.id, day: entry.day })
}

const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(2)} %`)

function heldFailure(check: FeeRatioCheck): ApiFailure {
  const ceiling = percent(check.ceilingBp === null ? null : check.ceilingBp / 10_000)
  const words = { ceiling, before: percent(check.ratioBefore), after: percent(check.ratioAfter) }
  return new ApiFailure('budget_held', { ...check, ...words })
}

async function present(
  context: Context,
  key: BudgetKey,
  given: Pick<BudgetPostResult, 'outcome' | 'checks' | 'approvalId'> & { row: PostingRow | null; lineId: string },
): Promise<BudgetPostResult> {
  const { row, lineId, outcome, checks, approvalId } = given
  const balances = await readBalances(context.records.db, key)
  const names = await namesOfActors(context, row ? [row.postedBy] : [])
  const posting = row && toPosting(row, (actor) => names.get(actor) ?? actor)
  return { outcome, checks, approvalId, posting, balance: balanceOf(balances, lineId) }
}

/** What the ceiling says to an entry that is new; one that was posted before is not judged again. */
async function judge(
  context: Context,
  caller: BudgetCaller,
  given: { loaded: LoadedBudget; line: BudgetLine; entry: LedgerEntry },
): Promise<FeeRatioCheck[]> {
  const { loaded, line, entry } = given
  if (!isCommitment(entry) || (await findPosting(context.records.db, caller, entry.id))) return []
  requireStage(loaded, line, entry)
  return checkCommitment(context, caller.shop, { key: caller, loaded, line, amountCents: entry.amountCents })
}

/**
 * Posts one entry to a plan's ledger. A commitment is held against the ceiling and the stages before it is made: over the
 * ceiling it is refused with its figures, or, with `askApproval`, put to a second person (P2.05).
 * Errors: throws `budget_held`, `budget_paused`, `not_found`, and as `writeEntry`.
 */
export async function postToBudget(
  context: Context,
  caller: BudgetCaller,
  input: PostToBudget,
): Promise<BudgetPostResult> {
  const key = { store: caller.store, plan: caller.plan }
  const loaded = await loadBudget(context, key)
  const line = loaded.plan.budget.find((known) => known.id === input.lineId)
  if (!line) throw new ApiFailure('not_found', { what: `lines/${input.lineId}` })
  const entry = entryFrom(input)
  const checks = await judge(context, caller, { loaded, line, entry })
  const held = checks.find((check) => check.verdict === 'held')
  if (held && !input.askApproval) throw heldFailure(held)
  if (held) {
    const payload = { plan: caller.plan, line: line.name, entry: PostToBudget.parse(input), check: held }
    const asked = await requestApproval(context, OVER_CEILING, caller, { payload, reason: entry.note || line.name })
    const row = asked.performed ? await findPosting(context.records.db, key, entry.id) : null
    const outcome = asked.performed ? 'posted' : 'waiting'
    return present(context, key, { outcome, checks, row, lineId: line.id, approvalId: asked.request?.id ?? null })
  }
  const written = await auditedTransaction(context, (tx, record) =>
    writeEntry(context, { tx, record }, { key, lines: loaded.plan.budget, entry, actor: caller.actor }),
  )
  return present(context, key, { ...written, checks, lineId: line.id, approvalId: null })
}
