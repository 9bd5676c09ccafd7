import { entriesOf, shiftItems } from '@zhanggui/campaigns'
import { ShiftRunSheet } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { entryOf } from '../entries/entry-of.ts'
import { lockCampaign, ownEntry, readEntryRows } from '../records/campaign-rows.ts'
import { campaignEntries } from '../schema.ts'

/** A delay moves everything that is still to come. Shape: how many lines moved. Errors: throws `not_found`. */
export function shiftRunSheet(
  context: Context,
  caller: ResourceCaller,
  campaign: string,
  input: ShiftRunSheet,
): Promise<number> {
  const { fromAt, minutes, reason } = parseInput(ShiftRunSheet, input)
  const { store, actor } = caller
  const key = { store, campaign }
  return auditedTransaction(context, async (tx, record) => {
    await lockCampaign(tx, key)
    const rows = await readEntryRows(tx, { ...key, kinds: ['run'] })
    const moved = shiftItems(entriesOf(rows.map(entryOf), 'run'), { fromAt, minutes })
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    const stamp = { changedBy: actor, changedAt: context.clock.now() }
    for (const { id, body } of moved)
      await tx
        .update(campaignEntries)
        .set({ body: { ...body, dependsOn: [...body.dependsOn] }, version: (versions.get(id) ?? 0) + 1, ...stamp })
        .where(ownEntry({ ...key, kind: 'run', id }))
    const after = { fromAt, minutes, lines: moved.length }
    await record({ store, actor, action: 'shift', subject: `campaigns/${campaign}/run-sheet`, after, reason })
    return moved.length
  })
}
