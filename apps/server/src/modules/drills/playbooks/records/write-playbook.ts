import { ChangePlaybook, CreatePlaybook, PlaybookBody } from '@zhanggui/contract'
import { type ConditionFault, playbookFaults } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { refuseFaults } from '../../../admin/versioned/unsound-record.ts'
import { findWatched } from '../../../live/alerts/series/watched-metric.ts'
import { PLAYBOOKS } from './playbook-rows.ts'
import { playbookOf } from './sentences.ts'

const UNSOUND = { code: 'playbook_unsound', zh: '这个自动化还不能保存', en: 'This playbook cannot be saved yet' }

function metricFaults({ trigger }: PlaybookBody): ConditionFault[] {
  if (trigger.kind !== 'condition' || findWatched(trigger.condition.metric)) return []
  const { metric } = trigger.condition
  return [{ field: 'trigger.metric', zh: `没有指标“${metric}”`, en: `no metric "${metric}"` }]
}

const requireSound = (id: string, body: PlaybookBody): void =>
  refuseFaults(UNSOUND, [...playbookFaults(playbookOf(id, body)), ...metricFaults(body)])

/** Errors: throws `invalid_request`, `UnsoundRecord`, `duplicate_key`. */
export function createPlaybook(context: Context, caller: ResourceCaller, input: CreatePlaybook): Promise<void> {
  const { id, enabled, ...rest } = parseInput(CreatePlaybook, input)
  const body = PlaybookBody.parse(rest)
  requireSound(id, body)
  return PLAYBOOKS.create(context, caller, { id, body, own: { enabled } })
}

/** Adds shipped playbooks, in shadow as they are shipped. Shape: the ids that were added. Errors: throws `not_found`. */
export const addShipped = (context: Context, caller: ResourceCaller, ids?: readonly string[]): Promise<string[]> =>
  PLAYBOOKS.addShipped(context, caller, ids)

/**
 * Writes a new version; a run that waits for an answer keeps what it was planned with.
 * Errors: throws `invalid_request`, `UnsoundRecord`, `not_found`, `stale_version` with who changed it.
 */
export function changePlaybook(
  context: Context,
  caller: ResourceCaller,
  id: string,
  input: ChangePlaybook,
): Promise<void> {
  const { version, enabled, reason, ...rest } = parseInput(ChangePlaybook, input)
  const body = PlaybookBody.parse(rest)
  requireSound(id, body)
  return PLAYBOOKS.put(context, caller, { id, version, body, own: { enabled }, reason })
}

/** Removes a playbook; its runs stay, and can still be undone. Errors: throws `not_found`. */
export const removePlaybook = (context: Context, caller: ResourceCaller, id: string): Promise<void> =>
  PLAYBOOKS.remove(context, caller, id)
