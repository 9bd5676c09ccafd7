import { randomUUID } from 'node:crypto'
import { type PriceProposal, type PromotionFinding, ProposePrice, type Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { requestApproval } from '../../admin/approvals/request-approval.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { type Goods, readGoods } from '../price/read-goods.ts'
import { findingsFailure } from '../questions/findings-failure.ts'
import { guardPrice } from './guard-price.ts'
import { listProposals } from './list-proposals.ts'
import { ownProposal, PRICE_APPROVAL } from './price-approval.ts'
import { type PriceEffect, priceEffect } from './price-effect.ts'
import { type ProposalRow, priceProposals } from './schema.ts'

type Asked = ReturnType<typeof ProposePrice.parse>

async function goodsAt(context: Context, store: Store, skuId: string): Promise<Goods> {
  const goods = (await readGoods(context, store.id, { skuIds: [skuId], at: context.clock.now() })).get(skuId)
  if (!goods) throw new ApiFailure('not_found', { what: `skus/${skuId}` })
  return goods
}

function newProposal(
  context: Context,
  caller: ResourceCaller,
  given: { asked: Asked; goods: Goods; effect: PriceEffect; findings: PromotionFinding[] },
): ProposalRow {
  const { asked, goods, effect, findings } = given
  const { skuId: sku, priceCents, struckCents, effectiveAt, reason } = asked
  return {
    store: caller.store,
    id: randomUUID(),
    sku,
    title: goods.title,
    beforeCents: goods.unitCents,
    priceCents,
    struckCents,
    effectiveAt: new Date(effectiveAt),
    reason,
    effect,
    findings,
    request: null,
    askedBy: caller.actor,
    askedAt: context.clock.now(),
    approvedBy: null,
    approvedAt: null,
  }
}

async function storeProposal(context: Context, row: ProposalRow): Promise<void> {
  const { store, askedBy: actor, sku, priceCents, reason } = row
  await auditedTransaction(context, async (tx, record) => {
    await tx.insert(priceProposals).values(row)
    const after = { priceCents, effectiveAt: row.effectiveAt.toISOString() }
    await record({ store, actor, action: 'propose', subject: `skus/${sku}`, after, reason })
  })
}

/**
 * Proposes a price of a SKU with what it does to the margin, and asks a second person (P5.08). It holds from its time on once it
 * is approved, and never before. A struck-through price that was no real recent price is refused with the deals that show it (P5.09).
 * Errors: throws `not_found`, `promotion_findings` with the evidence.
 */
export async function proposePrice(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  input: ProposePrice,
): Promise<PriceProposal> {
  const asked = parseInput(ProposePrice, input)
  const goods = await goodsAt(context, store, asked.skuId)
  const findings = await guardPrice(context, store, { ...asked, goods })
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw findingsFailure('promotion_findings', errors)
  const effect = await priceEffect(context, store, { goods, priceCents: asked.priceCents })
  const row = newProposal(context, caller, { asked, goods, effect, findings })
  await storeProposal(context, row)
  const { marginBeforeCents, marginAfterCents } = effect
  const { id: proposal, sku, title, beforeCents, priceCents, reason } = row
  const about = { proposal, sku, title, beforeCents, priceCents, marginBeforeCents, marginAfterCents }
  const payload = { ...about, effectiveAt: row.effectiveAt.toISOString() }
  const outcome = await requestApproval(context, PRICE_APPROVAL, caller, { payload, reason })
  await context.records.db
    .update(priceProposals)
    .set({ request: outcome.request?.id ?? null })
    .where(ownProposal(store.id, proposal))
  const [made] = (await listProposals(context, caller, { id: proposal, limit: 1, offset: 0 })).proposals
  if (!made) throw new Error('a proposal that was stored is listed')
  return made
}
