import type { BusinessDay } from '@zhanggui/kernel'
import type { Plan, PlanRequest } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { AuditChange } from '../../admin/audit-entry.ts'
import { canonicalJson } from '../../admin/canonical-json.ts'
import { changeEntry } from '../../admin/resources/change-resource.ts'
import { keyTextOf, type ResourceData } from '../../admin/resources/define-resource.ts'
import { findByKey, newRow, nextRow, storeNext } from '../../admin/resources/resource-rows.ts'
import { resources } from '../../admin/schema.ts'
import { MERCHANT_REQUESTS } from '../collaboration/merchant-requests.ts'
import type { PlanCaller } from './change-plan.ts'

/** What the plan says of a request; answer and evidence are not the plan's. */
const askedBy = (plan: Plan, { id, kind, text, period, amountCents, dueDay, owner }: PlanRequest): ResourceData => ({
  code: `${plan.id}/${id}`,
  kind,
  text,
  plan: plan.id,
  period,
  amountCents,
  dueDay,
  owner,
})

const UNANSWERED = { answer: null, answeredDay: null, evidence: null }

/** Writes one request as the plan has it now. Shape: null when it stood there like that already. */
async function openRequest(
  context: Context,
  tx: RecordTx,
  caller: PlanCaller,
  { asked, today }: { asked: ResourceData; today: BusinessDay },
): Promise<AuditChange | null> {
  const now = context.clock.now()
  const before = await findByKey(tx, MERCHANT_REQUESTS, caller, keyTextOf(MERCHANT_REQUESTS, asked))
  const reason = `plan ${asked.plan}`
  if (!before) {
    const row = newRow(MERCHANT_REQUESTS, caller, { ...UNANSWERED, ...asked, askedDay: today }, now)
    await tx.insert(resources).values(row)
    return changeEntry(MERCHANT_REQUESTS, caller, { action: 'create', before: null, after: row, reason })
  }
  const data = { ...before.data, ...asked }
  if (canonicalJson(data) === canonicalJson(before.data)) return null
  const after = nextRow(before, { data }, { actor: caller.actor, now })
  await storeNext(tx, after)
  return changeEntry(MERCHANT_REQUESTS, caller, { action: 'update', before, after, reason })
}

/** Puts the requests of an approved plan before the merchant, inside the approving transaction; answers given before stay. */
export async function openRequests(
  context: Context,
  tx: RecordTx,
  caller: PlanCaller,
  { plan, today }: { plan: Plan; today: BusinessDay },
): Promise<AuditChange[]> {
  const entries: AuditChange[] = []
  for (const request of plan.requests) {
    const entry = await openRequest(context, tx, caller, { asked: askedBy(plan, request), today })
    if (entry) entries.push(entry)
  }
  return entries
}
