import { AlertRuleBody, ChangeAlertRule, CreateAlertRule } from '@zhanggui/contract'
import { ALERT_LIBRARY } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../../../admin/audit.ts'
import { namingActors } from '../../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { alertRules, alertRuleVersions } from '../schema.ts'
import { requireSound } from './require-sound.ts'
import { lockRule, ownRule } from './rule-rows.ts'

type NewRule = { id: string; body: AlertRuleBody; enabled: boolean; fromLibrary: boolean }

/** Writes a rule's first version. Shape: false when the id is taken. */
async function insertRule(
  tx: RecordTx,
  record: RecordChange,
  { store, actor, at }: { store: string; actor: string; at: Date },
  { id, body, enabled, fromLibrary }: NewRule,
): Promise<boolean> {
  const row = { store, id, version: 1, enabled, fromLibrary, body, updatedBy: actor, updatedAt: at }
  const made = await tx.insert(alertRules).values(row).onConflictDoNothing().returning()
  if (made.length === 0) return false
  await tx.insert(alertRuleVersions).values({ store, rule: id, number: 1, body, madeBy: actor, madeAt: at, reason: '' })
  await record({ store, actor, action: 'create', subject: `alert-rules/${id}`, after: body })
  return true
}

/** Errors: throws `invalid_request`, `RuleFailure`, `duplicate_key` for an id that is taken. */
export function createRule(context: Context, caller: ResourceCaller, input: CreateAlertRule): Promise<void> {
  const { id, enabled, ...rest } = parseInput(CreateAlertRule, input)
  const body = AlertRuleBody.parse(rest)
  requireSound(id, body)
  const stamp = { store: caller.store, actor: caller.actor, at: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    if (!(await insertRule(tx, record, stamp, { id, body, enabled, fromLibrary: false })))
      throw new ApiFailure('duplicate_key', { key: id })
  })
}

/** Adds shipped rules that the shop does not have yet, as they are. Shape: the ids that were added. Errors: `not_found`. */
export function addFromLibrary(context: Context, caller: ResourceCaller, ids?: readonly string[]): Promise<string[]> {
  const unknown = ids?.find((id) => !ALERT_LIBRARY.some((rule) => rule.id === id))
  if (unknown !== undefined) throw new ApiFailure('not_found', { what: `alert-library/${unknown}` })
  const wanted = ALERT_LIBRARY.filter(({ id }) => !ids || ids.includes(id))
  const stamp = { store: caller.store, actor: caller.actor, at: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    const added: string[] = []
    for (const { id, ...rest } of wanted) {
      const body = AlertRuleBody.parse(rest)
      if (await insertRule(tx, record, stamp, { id, body, enabled: true, fromLibrary: true })) added.push(id)
    }
    return added
  })
}

/**
 * Writes a new version; what fires under the old one is judged anew from the next round on.
 * Errors: throws `invalid_request`, `RuleFailure`, `not_found`, `stale_version` with who changed it.
 */
export function changeRule(
  context: Context,
  caller: ResourceCaller,
  rule: string,
  input: ChangeAlertRule,
): Promise<void> {
  const { version, enabled, reason, ...rest } = parseInput(ChangeAlertRule, input)
  const body = AlertRuleBody.parse(rest)
  requireSound(rule, body)
  const { store, actor } = caller
  const at = context.clock.now()
  return namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      const row = await lockRule(tx, { store, rule })
      if (row.version !== version)
        throw new ApiFailure('stale_version', {
          version: row.version,
          changedBy: row.updatedBy,
          changedAt: row.updatedAt.toISOString(),
        })
      const number = version + 1
      await tx.insert(alertRuleVersions).values({ store, rule, number, body, madeBy: actor, madeAt: at, reason })
      const change = {
        body,
        enabled,
        version: number,
        updatedBy: actor,
        updatedAt: at,
        evaluatedAt: null,
        problem: null,
      }
      await tx.update(alertRules).set(change).where(ownRule({ store, rule }))
      await record({
        store,
        actor,
        action: 'update',
        subject: `alert-rules/${rule}`,
        before: row.body,
        after: body,
        reason,
      })
    }),
  )
}

/** Switches a rule on or off; off, what it fired clears in the next round. Errors: throws `not_found`. */
export function switchRule(context: Context, caller: ResourceCaller, rule: string, enabled: boolean): Promise<void> {
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockRule(tx, { store, rule })
    if (row.enabled === enabled) return
    await tx
      .update(alertRules)
      .set({ enabled, updatedBy: actor, updatedAt: context.clock.now(), evaluatedAt: null })
      .where(ownRule({ store, rule }))
    await record({ store, actor, action: enabled ? 'enable' : 'disable', subject: `alert-rules/${rule}` })
  })
}

/** Removes a rule with its states; its incidents stay, and clear by themselves. Errors: throws `not_found`. */
export function removeRule(context: Context, caller: ResourceCaller, rule: string): Promise<void> {
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockRule(tx, { store, rule })
    await tx.delete(alertRules).where(ownRule({ store, rule }))
    await record({ store, actor, action: 'delete', subject: `alert-rules/${rule}`, before: row.body })
  })
}
