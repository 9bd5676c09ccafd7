import { createHash } from 'node:crypto'
import type { AuditChange } from '../audit-entry.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { ApprovalRow } from './schema.ts'

/** The same at asking and at approving shows that what was approved is what was asked for. */
const payloadHash = (row: ApprovalRow): string => createHash('sha256').update(canonicalJson(row.payload)).digest('hex')

const audited = (row: ApprovalRow) => ({
  kind: row.kind,
  state: row.state,
  askedBy: row.askedBy,
  payloadHash: payloadHash(row),
  ...(row.singlePerson ? { singlePerson: 'single-person installation' } : {}),
})

/** The trail's entry for a step of a request; `before` is null when it is asked for. */
export const approvalEntry = (
  action: 'ask' | 'approve' | 'refuse' | 'withdraw' | 'expire',
  { before, after, actor, reason }: { before: ApprovalRow | null; after: ApprovalRow; actor: string; reason: string },
): AuditChange => ({
  store: after.store,
  actor,
  action,
  subject: `approvals/${after.id}`,
  before: before && audited(before),
  after: audited(after),
  reason,
})
