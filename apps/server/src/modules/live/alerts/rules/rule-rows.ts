import { and, eq } from 'drizzle-orm'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { alertRules, type RuleRow } from '../schema.ts'

export type RuleKey = { store: string; rule: string }

export const ownRule = ({ store, rule }: RuleKey) => and(eq(alertRules.store, store), eq(alertRules.id, rule))

/** The rule, locked until the transaction ends. Errors: throws `not_found`. */
export async function lockRule(tx: RecordTx, key: RuleKey): Promise<RuleRow> {
  const [row] = await tx.select().from(alertRules).where(ownRule(key)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `alert-rules/${key.rule}` })
  return row
}
