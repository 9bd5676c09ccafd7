import { blockersOfGo, signaturesNeeded, windowOf } from '@zhanggui/campaigns'
import { SignCampaign, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { gatherFacts } from '../readiness/gather-facts.ts'
import { campaignSignatures } from '../schema.ts'
import { readCampaignRow } from './campaign-rows.ts'
import { moveFailure, refusedFor } from './refusals.ts'

/**
 * A named person says go or no go for a team (P15.10). Nobody says go while an item is red; a no go can always be said.
 * Errors: throws `not_found`, `campaign_invalid` for a phase or team that signs nothing, `campaign_checks_failed` with what is red.
 */
export async function signCampaign(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: { campaign: string; input: SignCampaign },
): Promise<void> {
  const { phase, wave, team, decision, note } = parseInput(SignCampaign, given.input)
  const key = { store: store.id, campaign: given.campaign }
  const row = await readCampaignRow(context.records.db, key)
  if (row.state === 'archived')
    throw new ApiFailure('campaign_illegal_move', { from: row.state, to: phase, possible: '–' })
  const facts = await gatherFacts(context, store, row)
  const place = { state: phase, wave }
  if (windowOf(facts.plan.windows, place) < 0 || !signaturesNeeded(facts, place).includes(team))
    throw refusedFor('campaign_invalid', [
      {
        code: 'no_signature_here',
        zh: `这一阶段不需要 ${team} 签字：选需要签字的阶段和团队`,
        en: `${team} signs nothing there: choose a phase and a team that sign`,
      },
    ])
  const failed = decision === 'go' ? blockersOfGo(facts, place) : []
  if (failed.length > 0) throw moveFailure({ code: 'checks_failed', failed })
  const names = await namesOfActors(context, [caller.actor])
  const signature = { phase, wave, team, name: names.get(caller.actor) ?? caller.actor, decision, note }
  await auditedTransaction(context, async (tx, record) => {
    await tx.insert(campaignSignatures).values({ ...key, ...signature, actor: caller.actor, at: context.clock.now() })
    await record({
      store: store.id,
      actor: caller.actor,
      action: 'sign',
      subject: `campaigns/${given.campaign}`,
      after: signature,
      reason: note,
    })
  })
}
