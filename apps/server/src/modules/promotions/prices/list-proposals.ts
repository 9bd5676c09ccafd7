import type { PriceProposal, PriceState } from '@zhanggui/contract'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { expireApprovals } from '../../admin/approvals/decide-approval.ts'
import { type ApprovalRow, approvals } from '../../admin/approvals/schema.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { effectFor } from './price-effect.ts'
import { type ProposalRow, priceProposals } from './schema.ts'

/** A newer price of the same SKU that has become effective by now takes its place. */
function isReplaced(row: ProposalRow, all: readonly ProposalRow[], now: Date): boolean {
  return all.some(
    (other) =>
      other.sku === row.sku &&
      other.approvedAt !== null &&
      other.effectiveAt <= now &&
      (other.effectiveAt > row.effectiveAt ||
        (other.effectiveAt.getTime() === row.effectiveAt.getTime() && other.approvedAt > (row.approvedAt ?? now))),
  )
}

function stateOf(
  row: ProposalRow,
  given: { request: ApprovalRow | undefined; all: readonly ProposalRow[]; now: Date },
): PriceState {
  const { request, all, now } = given
  if (row.approvedAt === null)
    return request && request.state !== 'approved' ? (request.state as PriceState) : 'waiting'
  if (row.effectiveAt > now) return 'approved'
  return isReplaced(row, all, now) ? 'replaced' : 'effective'
}

async function requestsOf(context: Context, rows: readonly ProposalRow[]): Promise<Map<string, ApprovalRow>> {
  const ids = rows.flatMap(({ request }) => request ?? [])
  if (ids.length === 0) return new Map()
  const found = await context.records.db.select().from(approvals).where(inArray(approvals.id, ids))
  return new Map(found.map((row) => [row.id, row]))
}

/** Prices that were proposed, newest first: the history of a SKU when one is named. */
export async function listProposals(
  context: Context,
  caller: ResourceCaller,
  query: { id?: string; sku?: string | undefined; state?: PriceState | undefined; limit: number; offset: number },
): Promise<{ proposals: PriceProposal[]; total: number }> {
  await expireApprovals(context, caller.store)
  const { store, sku, askedAt, id } = priceProposals
  const rows = await context.records.db
    .select()
    .from(priceProposals)
    .where(and(eq(store, caller.store), query.sku === undefined ? undefined : eq(sku, query.sku)))
    .orderBy(desc(askedAt), desc(id))
  const requests = await requestsOf(context, rows)
  const names = await namesOfActors(
    context,
    [...rows, ...requests.values()].flatMap((row) => [row.askedBy, 'decidedBy' in row ? (row.decidedBy ?? '') : '']),
  )
  const nameOf = (actor: string | null): string | null => actor && (names.get(actor) ?? actor)
  const now = context.clock.now()
  const all = rows.map((row): PriceProposal => {
    const request = requests.get(row.request ?? '')
    return {
      id: row.id,
      skuId: row.sku,
      title: row.title,
      beforeCents: row.beforeCents,
      priceCents: row.priceCents,
      struckCents: row.struckCents,
      effectiveAt: row.effectiveAt.toISOString(),
      state: stateOf(row, { request, all: rows, now }),
      reason: row.reason,
      effect: effectFor(row.effect, caller.role),
      findings: row.findings,
      askedBy: nameOf(row.askedBy) ?? '',
      askedAt: row.askedAt.toISOString(),
      decidedBy: nameOf(request?.decidedBy ?? null),
      decidedAt: request?.decidedAt?.toISOString() ?? null,
      request: row.request,
    }
  })
  const shown = all
    .filter((proposal) => query.id === undefined || proposal.id === query.id)
    .filter((proposal) => query.state === undefined || proposal.state === query.state)
  return { proposals: shown.slice(query.offset, query.offset + query.limit), total: shown.length }
}
