import { randomUUID } from 'node:crypto'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../audit.ts'
import { roleAllows } from '../role-permissions.ts'
import { approvalEntry } from './approval-entry.ts'
import { holdersOf } from './approvers.ts'
import type { ApprovalDeclaration, Asker } from './define-approval.ts'
import { type Rule, readRule } from './rules.ts'
import { type ApprovalRow, approvals } from './schema.ts'

/** What asking came to. `request` is null where the shop asks nobody for this kind of change. */
export type Asked = { performed: true; request: ApprovalRow | null } | { performed: false; request: ApprovalRow }

type Question<P> = { payload: P; reason: string }

function newRow<P extends Record<string, unknown>>(
  context: Context,
  { declaration, asker, rule }: { declaration: ApprovalDeclaration<P>; asker: Asker; rule: Rule },
  { payload, reason }: Question<P>,
): ApprovalRow {
  const askedAt = context.clock.now()
  return {
    id: randomUUID(),
    store: asker.store,
    kind: declaration.id,
    payload,
    state: 'waiting',
    reason,
    askedBy: asker.actor,
    askedAt,
    expiresAt: new Date(askedAt.getTime() + rule.expiryHours * 3_600_000),
    decidedBy: null,
    decidedAt: null,
    decisionReason: '',
    singlePerson: false,
  }
}

/** True when nobody but the asker could approve: then the asker must be able to, and the change is made at once. */
async function standsAlone(tx: RecordTx, declaration: ApprovalDeclaration, asker: Asker): Promise<boolean> {
  const { approve } = declaration.permissions
  const holders = await holdersOf(tx, asker.store, approve)
  if (holders.some((actor) => actor !== asker.actor)) return false
  if (holders.length === 0) throw new ApiFailure('no_approver', { permission: approve })
  return true
}

async function store(tx: RecordTx, record: RecordChange, row: ApprovalRow, action: 'ask' | 'approve'): Promise<void> {
  await tx.insert(approvals).values(row)
  await record(approvalEntry(action, { before: null, after: row, actor: row.askedBy, reason: row.reason }))
}

/**
 * Makes a change that may need a second person, or asks for it.
 *
 * Call it where the change would otherwise be made, after checking that the change is possible at all:
 * - the shop does not ask for this kind (see `needed`, and Settings → Approvals): the change is made now;
 * - somebody else in the shop holds `permissions.approve`: the request waits, nothing is changed, and the page says so. When
 *   that person approves, `perform` runs in one transaction with the approval, once, in the name of the asker;
 * - nobody else holds it, but the asker does: made now, stored as approved with `singlePerson`, and so written in the trail.
 *
 * Shape: `performed` says whether the change is made; `request` what to show (its id, its expiry).
 * Errors: `not_permitted` without `permissions.ask`, `invalid_request` for a payload that the schema refuses, `no_approver` when
 * neither the asker nor anybody else could approve; and whatever `perform` throws, in which case nothing is stored.
 * @example
 * const asked = await requestApproval(context, RESERVE_RELEASE, { store, actor, role }, { payload: { planId, cents }, reason })
 * if (!asked.performed) return reply.status(202).send({ waitingApproval: asked.request.id })
 */
export async function requestApproval<P extends Record<string, unknown>>(
  context: Context,
  declaration: ApprovalDeclaration<P>,
  asker: Asker,
  question: Question<P>,
): Promise<Asked> {
  const { ask } = declaration.permissions
  if (!roleAllows(asker.role, ask)) throw new ApiFailure('not_permitted', { permission: ask })
  const { reason } = question
  const payload = parseInput(declaration.payload, question.payload)
  return auditedTransaction(context, async (tx, record): Promise<Asked> => {
    const rule = await readRule(tx, asker.store, declaration)
    if (!rule.enabled) {
      await declaration.perform(context, tx, { payload, asker, reason, record })
      return { performed: true, request: null }
    }
    const row = newRow(context, { declaration, asker, rule }, { payload, reason })
    if (!(await standsAlone(tx, declaration, asker))) {
      await store(tx, record, row, 'ask')
      return { performed: false, request: row }
    }
    await declaration.perform(context, tx, { payload, asker, reason, record })
    const decided = { state: 'approved', decidedBy: asker.actor, decidedAt: row.askedAt, singlePerson: true }
    await store(tx, record, { ...row, ...decided }, 'approve')
    return { performed: true, request: { ...row, ...decided } }
  })
}
