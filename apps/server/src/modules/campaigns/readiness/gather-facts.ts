import { type CampaignFacts, type Entry, entriesOf, type LinkedPromotion, type Signature } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { presentSummaries } from '../../promotions/records/present-promotion.ts'
import { readPromotions } from '../../promotions/records/promotion-rows.ts'
import { readClashes } from '../conflicts/read-clashes.ts'
import { entryOf } from '../entries/entry-of.ts'
import { readEntryRows, readSignatures } from '../records/campaign-rows.ts'
import { planOf } from '../records/plan-of.ts'
import { shopMoment } from '../records/shop-moment.ts'
import type { CampaignRow, SignatureRow } from '../schema.ts'
import { readAfterSale } from './after-sale.ts'

const NO_ORDERS = { unpaid: 0, refunds: 0, escalated: 0 }

/** Only the long tail asks for open orders; they are counted over the facts. */
const asksForOrders = ({ state }: CampaignRow): boolean => state === 'closing'

const signatureOf = ({ phase, wave, team, name, decision, note, at, actor }: SignatureRow): Signature => ({
  phase,
  wave,
  team,
  name,
  decision,
  note,
  at: at.toISOString(),
  by: actor,
})

async function linkedPromotions(context: Context, { store, body }: CampaignRow): Promise<LinkedPromotion[]> {
  if (body.promotions.length === 0) return []
  const summaries = await presentSummaries(context, await readPromotions(context.records.db, store, body.promotions))
  const known = new Map(summaries.map((promotion) => [promotion.id, promotion]))
  return body.promotions.map((id) => {
    const found = known.get(id)
    return { id, name: found?.name ?? id, state: found?.state ?? 'draft', errors: found?.findings?.error ?? 0 }
  })
}

/** Everything that the checks before a state look at. */
export async function gatherFacts(
  context: Context,
  store: Store,
  row: CampaignRow,
): Promise<CampaignFacts & { entries: Entry[] }> {
  const { db } = context.records
  const key = { store: row.store, campaign: row.id }
  const entries = (await readEntryRows(db, key)).map(entryOf)
  const [promotions, clashes, afterSale, signatures] = [
    await linkedPromotions(context, row),
    row.state === 'draft' ? await readClashes(context, row) : [],
    asksForOrders(row) ? await readAfterSale(context, store, row) : NO_ORDERS,
    await readSignatures(db, key),
  ]
  return {
    entries,
    plan: planOf(row.body),
    tasks: entriesOf(entries, 'task'),
    run: entriesOf(entries, 'run'),
    pages: entriesOf(entries, 'page'),
    trainings: entriesOf(entries, 'training'),
    attestations: entriesOf(entries, 'attestation'),
    drills: entriesOf(entries, 'drill'),
    promotions,
    clashes,
    afterSale,
    signatures: signatures.map(signatureOf),
    today: shopMoment(context.clock.now(), store.timezone).day,
  }
}
