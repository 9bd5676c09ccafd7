import type { Store } from '@zhanggui/contract'
import type { Change } from '@zhanggui/playbooks'
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { withdrawRequest } from '../../../admin/approvals/decide-approval.ts'
import { approvals } from '../../../admin/approvals/schema.ts'
import { askRelease } from '../../../budget/index.ts'
import { readGoods } from '../../../promotions/price/read-goods.ts'
import { proposePrice } from '../../../promotions/prices/propose-price.ts'
import { priceProposals } from '../../../promotions/prices/schema.ts'
import { leverFields } from '../records/levers.ts'
import type { RunRow, Words } from '../schema.ts'

/** Changes that a second office has to agree to as well: a price goes through the price guards, money through its release. */
export const asksOutside = (changes: readonly Change[]): boolean =>
  changes.some(({ subject, field }) => field === 'cents' || subject.type === 'reserve')

const reasonOf = ({ id }: RunRow): string => `playbook-runs/${id}`

/** Who asks: the last who agreed, or the system where nobody had to. */
const askerOf = (run: RunRow) => ({ store: run.store, actor: run.decidedBy ?? 'system', role: 'owner' as const })

async function ownProposal({ records }: Context, run: RunRow, sku: string) {
  const of = and(eq(priceProposals.store, run.store), eq(priceProposals.sku, sku))
  const [row] = await records.db
    .select()
    .from(priceProposals)
    .where(and(of, eq(priceProposals.reason, reasonOf(run))))
  return row
}

/** A price of a SKU that the shop's records know is proposed once; what they do not know stays a wish. */
async function settlePrice(context: Context, store: Store, run: RunRow, { subject, after }: Change): Promise<void> {
  const now = context.clock.now()
  const known = await readGoods(context, store.id, { skuIds: [subject.id], at: now })
  if (!known.has(subject.id) || (await ownProposal(context, run, subject.id))) return
  const price = { skuId: subject.id, priceCents: Number(after), effectiveAt: now.toISOString(), reason: reasonOf(run) }
  await proposePrice(context, askerOf(run), store, price)
}

/** What was proposed is withdrawn while it waits; a price that already holds is proposed back to what it was. */
async function takeBackPrice(context: Context, store: Store, run: RunRow, { subject, before }: Change): Promise<void> {
  const proposal = await ownProposal(context, run, subject.id)
  if (!proposal) return
  const { store: shop, actor } = askerOf(run)
  if (proposal.approvedAt === null && proposal.request !== null) {
    await withdrawRequest(context, { store: shop, id: proposal.request, actor, reason: reasonOf(run) })
    return
  }
  const effectiveAt = context.clock.now().toISOString()
  const back = { skuId: subject.id, priceCents: Number(before), effectiveAt, reason: `${reasonOf(run)} undo` }
  await proposePrice(context, askerOf(run), store, back)
}

/** Money of the reserve is asked for by its own request, which two people decide on; asked twice it is one request. */
async function settleReserve(context: Context, store: Store, run: RunRow, change: Change): Promise<void> {
  const { plan, line, toLine } = await leverFields(context, run.store, change.subject)
  if (!plan || !line || !toLine) return
  const id = `playbook-run-${run.id}`
  const asked = and(eq(approvals.store, run.store), sql`${approvals.payload} ->> 'id' = ${id}`)
  const [known] = await context.records.db.select({ id: approvals.id }).from(approvals).where(asked)
  if (known) return
  const caller = { ...askerOf(run), shop: store, plan: String(plan) }
  await askRelease(context, caller, {
    id,
    reserveLineId: String(line),
    toLineId: String(toLine),
    amountCents: Number(change.after) - Number(change.before),
    trigger: 'other',
    evidence: `${run.nameZh}（${reasonOf(run)}）`,
  })
}

function settle(context: Context, store: Store, run: RunRow, change: Change): Promise<void> | null {
  const { subject, field } = change
  if (subject.type === 'price' && field === 'cents')
    return run.state === 'undone'
      ? takeBackPrice(context, store, run, change)
      : settlePrice(context, store, run, change)
  return subject.type === 'reserve' && run.state === 'applied' ? settleReserve(context, store, run, change) : null
}

/**
 * Asks for what a run wants and somebody else must agree to, after it is on record; a crash on the way asks again and finds what
 * was asked. Shape: what was refused, in words; empty when all was asked for.
 */
export async function settleOutside(context: Context, store: Store, run: RunRow): Promise<Words[]> {
  const refused: Words[] = []
  for (const change of run.changes)
    try {
      await settle(context, store, run, change)
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause
      refused.push({ zh: `${change.subject.id}：${cause.message}`, en: `${change.subject.id}: ${cause.message}` })
    }
  return refused
}
