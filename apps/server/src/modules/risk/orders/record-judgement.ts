import type { Answer, CommandOf } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { type RiskVerdict, riskOrders } from '../schema.ts'

/** Nothing was decided: the same order may come again. */
const UNDECIDED: readonly Answer['code'][] = ['busy', 'journal_failed', 'core_full', 'from_future', 'too_old']

const verdictOf = ({ code, checkNeeded }: Answer): RiskVerdict => {
  if (code === 'risk_denied') return 'deny'
  if (checkNeeded || code === 'verification_needed') return 'verify'
  return code === 'accepted' ? 'allow' : 'other'
}

/** Keeps how an order was judged and what the judge looked at, so that a scorecard can learn from it. Once for each order. */
export async function recordJudgement(
  { records }: Context,
  order: { store: string; orderId: string; buyer: string | null; cents: number; at: Date },
  judged: { command: CommandOf<'reserve'>; answer: Answer | undefined },
): Promise<void> {
  const { command, answer } = judged
  if (!answer || UNDECIDED.includes(answer.code)) return
  await records.db
    .insert(riskOrders)
    .values({ ...order, command, verdict: verdictOf(answer) })
    .onConflictDoNothing()
}
