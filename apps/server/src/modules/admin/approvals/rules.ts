import { and, eq } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import type { ApprovalDeclaration } from './define-approval.ts'
import { approvalRules } from './schema.ts'

export type Rule = { enabled: boolean; expiryHours: number }

type Kind = Pick<ApprovalDeclaration, 'id' | 'needed' | 'expiryHours'>

/** Whether a shop asks for a second person for this kind, and how long a request waits. */
export async function readRule(db: RecordDb | RecordTx, store: string, kind: Kind): Promise<Rule> {
  const [row] = await db
    .select()
    .from(approvalRules)
    .where(and(eq(approvalRules.store, store), eq(approvalRules.kind, kind.id)))
  const enabled = kind.needed === 'always' || (row?.enabled ?? kind.needed === 'unless-switched-off')
  return { enabled, expiryHours: row?.expiryHours ?? kind.expiryHours }
}

export async function writeRule(tx: RecordTx, store: string, kind: string, rule: Rule): Promise<void> {
  const set = { enabled: rule.enabled, expiryHours: rule.expiryHours }
  await tx
    .insert(approvalRules)
    .values({ store, kind, ...set })
    .onConflictDoUpdate({ target: [approvalRules.store, approvalRules.kind], set })
}
