import type { CheckAnswer } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { workOrder } from '../../trade/life/effects/work-effects.ts'
import type { OrderKey } from '../../trade/life/order-rows.ts'
import { tellOrderIn } from '../../trade/life/tell-order.ts'
import { type RiskCheckRow, riskChecks } from '../schema.ts'
import { ownCheck } from './begin-check.ts'
import { hashCode, sameHash } from './one-time-code.ts'

const present = ({ state, triesLeft, until }: RiskCheckRow): CheckAnswer => ({
  state,
  triesLeft,
  until: until.toISOString(),
})

async function lockCheck(tx: RecordTx, key: OrderKey): Promise<RiskCheckRow> {
  const [row] = await tx.select().from(riskChecks).where(ownCheck(key)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `orders/${key.orderId}/check` })
  return row
}

type Outcome = Pick<RiskCheckRow, 'state' | 'triesLeft' | 'endedAt'>

function judge(context: Context, key: OrderKey, row: RiskCheckRow, code: string): Outcome {
  const now = context.clock.now()
  if (now >= row.until) return { state: 'expired', triesLeft: row.triesLeft, endedAt: now }
  if (sameHash(row.codeHash, hashCode(context, key, code)))
    return { state: 'passed', triesLeft: row.triesLeft, endedAt: now }
  const triesLeft = row.triesLeft - 1
  return { state: triesLeft === 0 ? 'failed' : 'waiting', triesLeft, endedAt: triesLeft === 0 ? now : null }
}

/** What the order makes of it: the way is free, or it ends; another try changes nothing. */
const COMMAND = {
  passed: { kind: 'passCheck' },
  failed: { kind: 'failCheck', by: 'buyer' },
  expired: { kind: 'failCheck', by: 'time' },
} as const

/**
 * Takes in the buyer's answer. Check, order and trail move in one transaction; tries are counted under a lock, so that many answers
 * at once have no more tries than one after another. An answer after the end gives the end.
 * Shape: `state` says what became of it. Errors: throws `not_found` for an order without a check, `order_cannot` where it ended meanwhile.
 */
export async function answerCheck(context: Context, key: OrderKey, code: string, actor: string): Promise<CheckAnswer> {
  const answer = await auditedTransaction(context, async (tx, record) => {
    const row = await lockCheck(tx, key)
    if (row.state !== 'waiting') return present(row)
    const outcome = judge(context, key, row, code)
    const after = { ...row, ...outcome }
    await tx.update(riskChecks).set(outcome).where(ownCheck(key))
    if (outcome.state !== 'waiting')
      await tellOrderIn(context, tx, key, { command: COMMAND[outcome.state], actor: 'buyer' })
    const subject = `orders/${key.orderId}/check`
    const { state, triesLeft } = outcome
    await record({
      store: key.store,
      actor,
      action: 'answer',
      subject,
      before: present(row),
      after: { state, triesLeft },
    })
    return present(after)
  })
  await workOrder(context, key)
  return answer
}
