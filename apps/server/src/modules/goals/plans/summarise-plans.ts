import type { PlanSummary } from '@zhanggui/contract'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { PlanRow } from './plan-rows.ts'
import { planConfirmations, planVersions } from './schema.ts'

type Named = { row: PlanRow; name: string }
type Approval = { plan: string; number: number; createdBy: string; createdAt: Date }
type Confirmation = { plan: string; number: number; actor: string; confirmedAt: Date }

async function readApprovals(context: Context, store: string, ids: string[]): Promise<Approval[]> {
  const { plan, number, createdBy, createdAt, approved } = planVersions
  return context.records.db
    .select({ plan, number, createdBy, createdAt })
    .from(planVersions)
    .where(and(eq(planVersions.store, store), inArray(plan, ids), eq(approved, true)))
}

/** The first to confirm stands first. */
async function readConfirmations(context: Context, store: string, ids: string[]): Promise<Confirmation[]> {
  const { plan, number, actor, confirmedAt } = planConfirmations
  return context.records.db
    .select({ plan, number, actor, confirmedAt })
    .from(planConfirmations)
    .where(and(eq(planConfirmations.store, store), inArray(plan, ids)))
    .orderBy(asc(confirmedAt), asc(actor))
}

const summaryOf = (
  { row, name }: Named,
  approval: Approval | undefined,
  confirmation: Confirmation | undefined,
  nameOf: (actor: string) => string,
): PlanSummary => ({
  id: row.id,
  year: row.year,
  name,
  status: row.status,
  version: row.version,
  approvedVersion: row.approvedVersion,
  approvedBy: approval ? nameOf(approval.createdBy) : null,
  approvedAt: approval?.createdAt.toISOString() ?? null,
  confirmedBy: confirmation ? nameOf(confirmation.actor) : null,
  confirmedAt: confirmation?.confirmedAt.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  createdBy: nameOf(row.createdBy),
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: nameOf(row.updatedBy),
})

/** Plans of one shop as lists show them, people by name. */
export async function summarise(context: Context, named: readonly Named[]): Promise<PlanSummary[]> {
  const [first] = named
  if (!first) return []
  const ids = named.map(({ row }) => row.id)
  const approvals = await readApprovals(context, first.row.store, ids)
  const confirmations = await readConfirmations(context, first.row.store, ids)
  const actors = [
    ...named.flatMap(({ row }) => [row.createdBy, row.updatedBy]),
    ...approvals.map((approval) => approval.createdBy),
    ...confirmations.map((confirmation) => confirmation.actor),
  ]
  const names = await namesOfActors(context, actors)
  return named.map((entry) => {
    const isOwn = (of: { plan: string; number: number }): boolean =>
      of.plan === entry.row.id && of.number === entry.row.approvedVersion
    return summaryOf(entry, approvals.find(isOwn), confirmations.find(isOwn), (actor) => names.get(actor) ?? actor)
  })
}
