import { CampaignBody, ChangeCampaign } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { campaigns } from '../schema.ts'
import { lockCampaign, ownCampaign } from './campaign-rows.ts'
import { requireWholeSchedule } from './require-schedule.ts'

/**
 * Changes what a campaign says of itself; the phases of a campaign that is under way may still be moved.
 * Errors: throws `not_found`, `invalid_request`, `campaign_invalid` for phases with a hole, `stale_version` with who changed it.
 */
export function changeCampaign(
  context: Context,
  caller: ResourceCaller,
  campaign: string,
  input: ChangeCampaign,
): Promise<void> {
  const { revision, reason, ...rest } = parseInput(ChangeCampaign, input)
  const body = CampaignBody.parse(rest)
  requireWholeSchedule(body.windows)
  const { store, actor } = caller
  const key = { store, campaign }
  return namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      const row = await lockCampaign(tx, key)
      if (row.revision !== revision)
        throw new ApiFailure('stale_version', {
          version: row.revision,
          changedBy: row.changedBy,
          changedAt: row.changedAt.toISOString(),
        })
      const stamp = { changedBy: actor, changedAt: context.clock.now() }
      await tx
        .update(campaigns)
        .set({ body, revision: revision + 1, ...stamp })
        .where(ownCampaign(key))
      await record({
        store,
        actor,
        action: 'update',
        subject: `campaigns/${campaign}`,
        before: row.body,
        after: body,
        reason,
      })
    }),
  )
}

/** Removes a campaign that was never approved. Errors: throws `not_found`, `campaign_in_use`. */
export function removeCampaign(context: Context, caller: ResourceCaller, campaign: string): Promise<void> {
  const { store, actor } = caller
  const key = { store, campaign }
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockCampaign(tx, key)
    if (row.state !== 'draft') throw new ApiFailure('campaign_in_use', { campaign: row.body.name })
    await tx.delete(campaigns).where(ownCampaign(key))
    await record({ store, actor, action: 'delete', subject: `campaigns/${campaign}`, before: row.body })
  })
}
