import { AlertRuleBody, ChangeAlertRule, CreateAlertRule } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { alertRules } from '../schema.ts'
import { requireSound } from './require-sound.ts'
import { ownRule, RULES } from './rule-rows.ts'

/** Errors: throws `invalid_request`, `UnsoundRecord`, `duplicate_key` for an id that is taken. */
export function createRule(context: Context, caller: ResourceCaller, input: CreateAlertRule): Promise<void> {
  const { id, enabled, ...rest } = parseInput(CreateAlertRule, input)
  const body = AlertRuleBody.parse(rest)
  requireSound(id, body)
  return RULES.create(context, caller, { id, body, own: { enabled } })
}

/** Adds shipped rules that the shop does not have yet, as they are. Shape: the ids that were added. Errors: `not_found`. */
export const addFromLibrary = (context: Context, caller: ResourceCaller, ids?: readonly string[]): Promise<string[]> =>
  RULES.addShipped(context, caller, ids)

/**
 * Writes a new version; what fires under the old one is judged anew from the next round on.
 * Errors: throws `invalid_request`, `UnsoundRecord`, `not_found`, `stale_version` with who changed it.
 */
export function changeRule(
  context: Context,
  caller: ResourceCaller,
  id: string,
  input: ChangeAlertRule,
): Promise<void> {
  const { version, enabled, reason, ...rest } = parseInput(ChangeAlertRule, input)
  const body = AlertRuleBody.parse(rest)
  requireSound(id, body)
  return RULES.put(context, caller, { id, version, body, own: { enabled }, reason })
}

/** Switches a rule on or off; off, what it fired clears in the next round. Errors: throws `not_found`. */
export function switchRule(context: Context, caller: ResourceCaller, id: string, enabled: boolean): Promise<void> {
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const row = await RULES.lock(tx, { store, id })
    if (row.enabled === enabled) return
    await tx
      .update(alertRules)
      .set({ enabled, updatedBy: actor, updatedAt: context.clock.now(), evaluatedAt: null })
      .where(ownRule({ store, id }))
    await record({ store, actor, action: enabled ? 'enable' : 'disable', subject: `alert-rules/${id}` })
  })
}

/** Removes a rule with its states; its incidents stay, and clear by themselves. Errors: throws `not_found`. */
export const removeRule = (context: Context, caller: ResourceCaller, id: string): Promise<void> =>
  RULES.remove(context, caller, id)
