import type { ApprovalOutcome, ApprovalRule, SetApprovalRule } from '@zhanggui/contract'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../audit.ts'
import { type ApprovalDeclaration, type Asker, defineApproval } from './define-approval.ts'
import { requestApproval } from './request-approval.ts'
import { type Rule, readRule, writeRule } from './rules.ts'

const RuleShape = z.object({ enabled: z.boolean(), expiryHours: z.number().int() })

const RulePayload = z.object({
  kind: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  before: RuleShape,
  after: RuleShape,
})
type RulePayload = z.infer<typeof RulePayload>

const inWords = ({ enabled, expiryHours }: Rule): string => (enabled ? `${expiryHours} h` : '–')

/** Writes a rule with its entry in the trail. */
async function applyRule(tx: RecordTx, record: RecordChange, asker: Asker, change: RulePayload & { reason: string }) {
  const { kind, before, after, reason } = change
  await writeRule(tx, asker.store, kind, after)
  await record({
    store: asker.store,
    actor: asker.actor,
    action: 'update',
    subject: `approval-rules/${kind}`,
    before,
    after,
    reason,
  })
}

/** Whoever could switch a rule off alone could change prices alone: relaxing a rule needs a second person too. */
export const APPROVAL_RULE = defineApproval({
  id: 'approval-rule',
  nameZh: '放宽审批规则',
  nameEn: 'Relaxing an approval rule',
  payload: RulePayload,
  permissions: { ask: 'store:manage', approve: 'money:approve' },
  needed: 'always',
  expiryHours: 72,
  describe: ({ nameZh, nameEn, before, after }) => ({
    zh: `放宽“${nameZh}”的审批规则`,
    en: `Relax the rule of "${nameEn}"`,
    changes: [
      {
        subject: '',
        nameZh: '需要审批',
        nameEn: 'Needs approval',
        unit: 'text',
        before: inWords(before),
        after: inWords(after),
      },
    ],
  }),
  perform: (_context, tx, { payload, asker, reason, record }) => applyRule(tx, record, asker, { ...payload, reason }),
})

const isRelaxed = (before: Rule, after: Rule): boolean =>
  before.enabled && (!after.enabled || after.expiryHours > before.expiryHours)

/**
 * Says whether a kind needs approval in a shop and how long a request waits. Tightening holds at once; relaxing waits for a
 * second person. Errors: `approval_fixed` for a kind that always needs it, and as `requestApproval`.
 */
export async function setApprovalRule(
  context: Context,
  declaration: ApprovalDeclaration,
  asker: Asker,
  { enabled, expiryHours, reason = '' }: SetApprovalRule,
): Promise<Pick<ApprovalOutcome, 'performed'> & { request: string | null }> {
  const { id: kind, nameZh, nameEn, needed } = declaration
  if (needed === 'always' && !enabled) throw new ApiFailure('approval_fixed', { kind: nameZh })
  const before = await readRule(context.records.db, asker.store, declaration)
  const after = { enabled, expiryHours }
  const change = { kind, nameZh, nameEn, before, after }
  if (isRelaxed(before, after)) {
    const asked = await requestApproval(context, APPROVAL_RULE, asker, { payload: change, reason: reason || nameZh })
    return { performed: asked.performed, request: asked.request?.id ?? null }
  }
  await auditedTransaction(context, (tx, record) => applyRule(tx, record, asker, { ...change, reason }))
  return { performed: true, request: null }
}

/** A rule as pages show it. `approvers` are the people who may approve now. */
export const describeRule = (declaration: ApprovalDeclaration, rule: Rule, approvers: number): ApprovalRule => ({
  kind: declaration.id,
  nameZh: declaration.nameZh,
  nameEn: declaration.nameEn,
  enabled: rule.enabled,
  fixed: declaration.needed === 'always',
  expiryHours: rule.expiryHours,
  ask: declaration.permissions.ask,
  approve: declaration.permissions.approve,
  approvers,
  singlePerson: approvers < 2,
})
