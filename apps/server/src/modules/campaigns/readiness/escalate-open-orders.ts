import { EscalateOrders, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { lockCampaign, readCampaignRow } from '../records/campaign-rows.ts'
import { type CampaignRow, campaignEscalations } from '../schema.ts'
import { readEscalated, readOpenOrders } from './after-sale.ts'

/** Rows in one INSERT; a statement carries at most 65,535 values. */
const INSERT_ROWS = 5000

/** Tells somebody of every order that is still open and that nobody was told of yet. Shape: how many. */
export async function escalateOpenOrders(
  context: Context,
  store: Store,
  given: { row: CampaignRow; told: string; actor: string },
): Promise<number> {
  const { row, told, actor } = given
  const known = await readEscalated(context, row)
  const fresh = (await readOpenOrders(context, store, row)).filter(({ orderId }) => !known.has(orderId))
  if (fresh.length === 0) return 0
  const key = { store: row.store, campaign: row.id }
  const at = context.clock.now()
  await auditedTransaction(context, async (tx, record) => {
    await lockCampaign(tx, key)
    for (let i = 0; i < fresh.length; i += INSERT_ROWS) {
      const rows = fresh.slice(i, i + INSERT_ROWS).map((order) => ({ ...key, ...order, told, at }))
      await tx.insert(campaignEscalations).values(rows).onConflictDoNothing()
    }
    const after = { told, orders: fresh.length }
    await record({ store: row.store, actor, action: 'escalate', subject: `campaigns/${row.id}/after-sale`, after })
  })
  return fresh.length
}

/** The name that a campaign's own team gives for operations; the role where it names nobody. */
export const headOf = ({ body }: CampaignRow): string =>
  body.team.find(({ team }) => team === 'operations')?.lead ?? '运营总监'

/** Errors: throws `not_found`, `campaign_illegal_move` before the burst. */
export async function escalateAsked(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  given: { campaign: string; input: EscalateOrders },
): Promise<CampaignRow> {
  const { told } = parseInput(EscalateOrders, given.input)
  const row = await readCampaignRow(context.records.db, { store: store.id, campaign: given.campaign })
  if (row.state !== 'burst' && row.state !== 'closing')
    throw new ApiFailure('campaign_illegal_move', { from: row.state, to: 'escalate', possible: 'closing' })
  await escalateOpenOrders(context, store, { row, told: told || headOf(row), actor: caller.actor })
  return row
}
