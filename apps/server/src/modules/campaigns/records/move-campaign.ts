import { type CampaignPlace, moveCampaign, samePlace } from '@zhanggui/campaigns'
import { MoveCampaign, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { requestApproval } from '../../admin/approvals/request-approval.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { gatherFacts } from '../readiness/gather-facts.ts'
import { type CampaignRow, campaignMoves, campaigns } from '../schema.ts'
import { CAMPAIGN_APPROVAL } from './approve-campaign.ts'
import { type CampaignKey, lockCampaign, ownCampaign, readCampaignRow } from './campaign-rows.ts'
import { nextStep, placeOf } from './next-step.ts'
import { moveFailure } from './refusals.ts'
import { shopMoment } from './shop-moment.ts'

/** Writes the step down, if the campaign still stands where it stood when its checks were looked at. */
export function storeMove(
  context: Context,
  given: { key: CampaignKey; from: CampaignPlace; to: CampaignPlace; actor: string; note: string },
): Promise<boolean> {
  const { key, from, to, actor, note } = given
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockCampaign(tx, key)
    if (!samePlace(placeOf(row), from)) return false
    await tx.update(campaigns).set({ state: to.state, wave: to.wave }).where(ownCampaign(key))
    const at = context.clock.now()
    await tx
      .insert(campaignMoves)
      .values({ ...key, fromState: from.state, toState: to.state, wave: to.wave, blockedBy: [], note, actor, at })
    await record({
      store: key.store,
      actor,
      action: 'move',
      subject: `campaigns/${key.campaign}`,
      before: from,
      after: to,
      reason: note,
    })
    return true
  })
}

async function askForApproval(
  context: Context,
  caller: ResourceCaller,
  { row, note }: { row: CampaignRow; note: string },
) {
  const { id: campaign, revision, body } = row
  const { name, mainDay, budgetCents } = body
  const payload = { campaign, revision, name, mainDay, targetCents: body.goal.targetCents, budgetCents }
  const asked = await namingActors(context, () =>
    requestApproval(context, CAMPAIGN_APPROVAL, caller, { payload, reason: note || name }),
  )
  const request = asked.request?.id ?? null
  await context.records.db
    .update(campaigns)
    .set({ request })
    .where(ownCampaign({ store: row.store, campaign }))
  return { performed: asked.performed, request }
}

/**
 * Takes a campaign to the next place, or asks for the approval of a draft.
 * Shape: whether it moved, or the request that waits.
 * Errors: throws `not_found`, `campaign_illegal_move` with the possible one, `campaign_too_early`, `campaign_checks_failed` with
 * every red check.
 */
export async function moveTo(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: { campaign: string; input: MoveCampaign },
): Promise<{ performed: boolean; request: string | null }> {
  const { to: state, wave, note } = parseInput(MoveCampaign, given.input)
  const key = { store: store.id, campaign: given.campaign }
  const row = await readCampaignRow(context.records.db, key)
  const facts = await gatherFacts(context, store, row)
  const [from, to] = [placeOf(row), { state, wave }]
  const moved = moveCampaign({
    windows: facts.plan.windows,
    from,
    to,
    moment: shopMoment(context.clock.now(), store.timezone),
    checks: nextStep(context, store, { row, facts })?.checks ?? [],
  })
  if (!moved.ok) throw moveFailure(moved.error)
  if (state === 'approved') return askForApproval(context, caller, { row, note })
  const performed = await storeMove(context, { key, from, to, actor: caller.actor, note })
  if (!performed) throw new ApiFailure('campaign_illegal_move', { from: '?', to: state, possible: '–' })
  return { performed, request: null }
}
