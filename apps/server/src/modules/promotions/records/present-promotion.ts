import type { PromotionBurn, PromotionDetail, PromotionFinding, PromotionSummary, Role } from '@zhanggui/contract'
import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { presentRequests } from '../../admin/approvals/list-approvals.ts'
import { approvals } from '../../admin/approvals/schema.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { withoutProfit } from '../questions/without-profit.ts'
import type { BurnRow } from '../schema.ts'
import { lotsOf } from '../stock/plan-lots.ts'
import { presentLots } from '../stock/present-lots.ts'
import type { LivingPromotion } from './promotion-rows.ts'
import { promotionStateOf } from './promotion-state.ts'

/** What was spent against a budget; nothing yet where no order has been placed. */
export function burnOf(burn: BurnRow | null, budgetCents: number | null): PromotionBurn {
  const { lockedCents = 0, usedCents = 0, orders = 0 } = burn ?? {}
  const leftCents = budgetCents === null ? null : budgetCents - lockedCents - usedCents
  return { budgetCents, lockedCents, usedCents, leftCents, orders }
}

const countFindings = (findings: readonly PromotionFinding[]) => {
  const of = (severity: PromotionFinding['severity']) => findings.filter((f) => f.severity === severity).length
  return { error: of('error'), warning: of('warning'), note: of('note') }
}

/** Requests for these promotions that nobody has answered yet. */
async function waitingRequests(context: Context, living: readonly LivingPromotion[]) {
  const ids = living.flatMap(({ newest }) => newest.request ?? [])
  if (ids.length === 0) return []
  const open = and(
    inArray(approvals.id, ids),
    eq(approvals.state, 'waiting'),
    gt(approvals.expiresAt, context.clock.now()),
  )
  return context.records.db.select().from(approvals).where(open)
}

type Names = ReadonlyMap<string, string>

function summaryOf(living: LivingPromotion, given: { now: Date; isWaiting: boolean; names: Names }): PromotionSummary {
  const { row, newest, approved, burn } = living
  const { body } = approved ?? newest
  const nameOf = (actor: string | null): string => given.names.get(actor ?? '') ?? actor ?? ''
  return {
    id: row.id,
    name: newest.body.name,
    campaign: newest.body.campaign,
    pipeline: body.pipeline,
    state: promotionStateOf(living, given),
    from: body.from,
    until: body.until,
    version: row.version,
    approvedVersion: row.approvedVersion,
    ruleCount: body.rules.length,
    mechanics: [...new Set(body.rules.map(({ mechanic }) => mechanic))],
    findings: newest.findings && countFindings(newest.findings),
    burn: burnOf(burn, body.budgetCents),
    stopped: row.stoppedAt && {
      at: row.stoppedAt.toISOString(),
      by: nameOf(row.stoppedBy),
      reason: row.stopReason ?? '',
    },
    changedBy: nameOf(newest.madeBy),
    changedAt: newest.madeAt.toISOString(),
  }
}

/** Promotions as a list shows them. */
export async function presentSummaries(
  context: Context,
  living: readonly LivingPromotion[],
): Promise<PromotionSummary[]> {
  const names = await namesOfActors(
    context,
    living.flatMap(({ row, newest }) => [newest.madeBy, row.stoppedBy ?? '']),
  )
  const waiting = new Set((await waitingRequests(context, living)).map(({ id }) => id))
  const now = context.clock.now()
  return living.map((one) => summaryOf(one, { now, names, isWaiting: waiting.has(one.newest.request ?? '') }))
}

const seenBy = (role: Role, findings: readonly PromotionFinding[]) => findings.map((f) => withoutProfit(f, role))

/** One promotion with its rules, what was found in them, and the request that waits. */
export async function presentPromotion(
  context: Context,
  caller: ResourceCaller,
  living: LivingPromotion,
): Promise<PromotionDetail> {
  const [summary] = await presentSummaries(context, [living])
  if (!summary) throw new Error('one promotion makes one summary')
  const { newest } = living
  const [request] = await presentRequests(context, caller, await waitingRequests(context, [living]))
  return {
    ...summary,
    note: newest.body.note,
    newest: { ...newest.body, stock: [...lotsOf(newest.body)] },
    rules: newest.body.rules,
    checked: newest.checkedAt && {
      at: newest.checkedAt.toISOString(),
      findings: seenBy(caller.role, newest.findings ?? []),
    },
    request: request ?? null,
    stockStanding: await presentLots(context, { store: caller.store, promotion: summary.id }),
  }
}
