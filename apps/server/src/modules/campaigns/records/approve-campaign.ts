import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { defineApproval } from '../../admin/approvals/define-approval.ts'
import { campaignMoves, campaigns } from '../schema.ts'
import { lockCampaign, ownCampaign } from './campaign-rows.ts'

const Payload = z.object({
  campaign: z.string(),
  revision: z.number().int(),
  name: z.string(),
  mainDay: z.string(),
  targetCents: z.number().int().nullable(),
  budgetCents: z.number().int().nullable(),
})

/** A campaign is approved by a second person, as it stood when it was asked for. */
export const CAMPAIGN_APPROVAL = defineApproval({
  id: 'campaign',
  nameZh: '活动批准',
  nameEn: 'Approval of a campaign',
  payload: Payload,
  permissions: { ask: 'plan:write', approve: 'plan:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ name, mainDay, targetCents, budgetCents }) => ({
    zh: `批准活动“${name}”，主活动日 ${mainDay}`,
    en: `Approve the campaign "${name}", main day ${mainDay}`,
    changes: [
      { subject: '', nameZh: '目标成交', nameEn: 'Target', unit: 'money', before: null, after: targetCents },
      { subject: '', nameZh: '预算', nameEn: 'Budget', unit: 'money', before: null, after: budgetCents },
    ],
  }),
  async perform(context: Context, tx, { payload, asker, reason, record }) {
    const key = { store: asker.store, campaign: payload.campaign }
    const row = await lockCampaign(tx, key)
    if (row.state !== 'draft')
      throw new ApiFailure('campaign_illegal_move', { from: row.state, to: 'approved', possible: '–' })
    if (row.revision !== payload.revision)
      throw new ApiFailure('stale_version', {
        version: row.revision,
        changedBy: row.changedBy,
        changedAt: row.changedAt.toISOString(),
      })
    const at = context.clock.now()
    await tx.update(campaigns).set({ state: 'approved', wave: 1 }).where(ownCampaign(key))
    await tx.insert(campaignMoves).values({
      ...key,
      fromState: 'draft',
      toState: 'approved',
      wave: 1,
      blockedBy: [],
      note: reason,
      actor: asker.actor,
      at,
    })
    const subject = `campaigns/${payload.campaign}`
    await record({
      store: asker.store,
      actor: asker.actor,
      action: 'approve',
      subject,
      after: { state: 'approved', revision: row.revision },
      reason,
    })
  },
})
