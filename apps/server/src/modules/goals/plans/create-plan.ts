import { CreatePlan, type Store } from '@zhanggui/contract'
import { copyPlan, emptyPlan, type Plan, splitPlan, withParts } from '@zhanggui/plan'
import { and, count, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { followedRulesOf, readCountedOccasions } from '../../campaigns/calendar/read-shop-calendar.ts'
import type { PlanCaller } from './change-plan.ts'
import { requireSound } from './check-part.ts'
import type { BuildFromData } from './plan-hooks.ts'
import { readPlan, type StoredPlan } from './read-plan.ts'
import { planParts, plans } from './schema.ts'

type Asked = ReturnType<typeof CreatePlan.parse>
type Frame = { id: string; year: number; name: string; currency: string }

/** The number is found when the plan is written; what builds the plan needs no id. */
const UNNUMBERED = 'new'

async function firstDraft(context: Context, store: Store, asked: Asked, build: BuildFromData): Promise<Plan> {
  const frame: Frame = { id: UNNUMBERED, year: asked.year, name: asked.name, currency: store.currency }
  const plan = emptyPlan(frame)
  if (asked.from === 'empty') return plan
  if (asked.from === 'data') return withParts(plan, await build(context, store, { plan, growthBp: asked.growthBp }))
  if (!asked.copyOf) throw new ApiFailure('invalid_request', { where: 'copyOf: which plan?' })
  const rules = followedRulesOf(store, await readCountedOccasions(context, store.id))
  return copyPlan((await readPlan(context, store.id, asked.copyOf)).plan, frame, rules)
}

/** `plan-2027`, then `plan-2027-2`; the number of a deleted plan is not given again, the trail still speaks of it. */
async function nextId(tx: RecordTx, store: string, year: number): Promise<string> {
  await tx.execute(sql`SELECT 1 FROM admin_stores WHERE id = ${store} FOR UPDATE`)
  const [row] = await tx
    .select({ n: count() })
    .from(plans)
    .where(and(eq(plans.store, store), eq(plans.year, year)))
  const taken = row?.n ?? 0
  return taken === 0 ? `plan-${year}` : `plan-${year}-${taken + 1}`
}

/**
 * A new draft: empty, a copy of another plan moved to the year, or built from last year's data.
 * Errors: throws `invalid_request`, `not_found` (the plan to copy), `plan_invalid`.
 * @example createPlan(context, caller, store, { year: 2027, name: '2027 年度规划' }, buildFromData)
 */
export async function createPlan(
  context: Context,
  caller: PlanCaller,
  store: Store,
  input: CreatePlan,
  build: BuildFromData,
): Promise<StoredPlan> {
  const asked = parseInput(CreatePlan, input)
  const draft = await firstDraft(context, store, asked, build)
  requireSound(draft)
  const now = context.clock.now()
  const by = { updatedBy: caller.actor, updatedAt: now }
  const id = await auditedTransaction(context, async (tx, record) => {
    const id = await nextId(tx, store.id, asked.year)
    const { year, currency } = draft
    const row = { store: store.id, id, year, currency, status: 'draft' as const, version: 0, ...by }
    await tx.insert(plans).values({ ...row, createdBy: caller.actor, createdAt: now })
    const parts = Object.entries(splitPlan(draft)) as [keyof ReturnType<typeof splitPlan>, unknown][]
    await tx
      .insert(planParts)
      .values(parts.map(([part, body]) => ({ store: store.id, plan: id, part, revision: 1, body, ...by })))
    const after = { year, name: asked.name, from: asked.from, ...(asked.copyOf ? { copyOf: asked.copyOf } : {}) }
    await record({ store: store.id, actor: caller.actor, action: 'create', subject: `plans/${id}`, after })
    return id
  })
  return readPlan(context, store.id, id)
}
