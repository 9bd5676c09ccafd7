import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { ApiFailure } from '../../../http/api-failure.ts'
import { defineApproval } from '../../admin/approvals/define-approval.ts'
import { bumpGoodsRevision } from '../records/price-revision.ts'
import { priceProposals } from './schema.ts'

const Payload = z.object({
  proposal: z.string(),
  sku: z.string(),
  title: z.string(),
  beforeCents: z.number().int().nullable(),
  priceCents: z.number().int(),
  effectiveAt: z.string(),
  marginBeforeCents: z.number().int().nullable(),
  marginAfterCents: z.number().int().nullable(),
})

export const ownProposal = (store: string, id: string) =>
  and(eq(priceProposals.store, store), eq(priceProposals.id, id))

/** A new price holds with a second person's word and from its time on, whichever is later (P5.08). */
export const PRICE_APPROVAL = defineApproval({
  id: 'price-proposal',
  nameZh: '商品改价',
  nameEn: 'A new price',
  payload: Payload,
  permissions: { ask: 'products:write', approve: 'money:approve' },
  needed: 'always',
  ownRouteOnly: true,
  expiryHours: 72,
  describe: ({ title, sku, beforeCents, priceCents, effectiveAt, marginBeforeCents, marginAfterCents }) => ({
    zh: `“${title || sku}”改价，${effectiveAt} 起`,
    en: `A new price of "${title || sku}" from ${effectiveAt}`,
    changes: [
      { subject: sku, nameZh: '售价', nameEn: 'Price', unit: 'money', before: beforeCents, after: priceCents },
      {
        subject: sku,
        nameZh: '单件毛利',
        nameEn: 'Margin of a unit',
        unit: 'money',
        before: marginBeforeCents,
        after: marginAfterCents,
        permission: 'profit:read',
      },
    ],
  }),
  async perform(context, tx, { payload, asker, reason, record }) {
    const { proposal, sku, beforeCents, priceCents, effectiveAt } = payload
    const stamp = { approvedBy: asker.actor, approvedAt: context.clock.now() }
    const done = await tx
      .update(priceProposals)
      .set(stamp)
      .where(ownProposal(asker.store, proposal))
      .returning({ id: priceProposals.id })
    if (done.length === 0) throw new ApiFailure('not_found', { what: `price-proposals/${proposal}` })
    await bumpGoodsRevision(tx, asker.store)
    const [before, after] = [{ priceCents: beforeCents }, { priceCents, effectiveAt }]
    await record({
      store: asker.store,
      actor: asker.actor,
      action: 'price',
      subject: `skus/${sku}`,
      before,
      after,
      reason,
    })
  },
})
