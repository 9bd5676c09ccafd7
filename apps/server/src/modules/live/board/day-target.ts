import type { LivePace, SetLiveTarget } from '@zhanggui/contract'
import { type BusinessDay, parsePeriod } from '@zhanggui/kernel'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { planSales } from '../../budget/plan-sales.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { plans } from '../../goals/plans/schema.ts'
import { liveDayTargets } from './schema.ts'

export type DayTarget = { cents: number; from: LivePace['targetFrom'] }

const own = (store: string, day: string) => and(eq(liveDayTargets.store, store), eq(liveDayTargets.day, day))

/** What the shop's newest approved plan of the year wants of this very day; null where its goals are no finer than months. */
async function planned(context: Context, store: string, day: BusinessDay): Promise<number | null> {
  const [plan] = await context.records.db
    .select({ id: plans.id })
    .from(plans)
    .where(
      and(
        eq(plans.store, store),
        eq(plans.year, Number(day.slice(0, 4))),
        eq(plans.status, 'approved'),
        isNull(plans.deletedAt),
      ),
    )
    .orderBy(desc(plans.updatedAt), desc(plans.id))
    .limit(1)
  if (!plan) return null
  return planSales((await readPlan(context, store, plan.id)).plan).of(parsePeriod(day))
}

/** The paid amount that the day is to reach: as the room set it, else as the approved plan has it. Null: nobody said. */
export async function readDayTarget(context: Context, store: string, day: BusinessDay): Promise<DayTarget | null> {
  const [set] = await context.records.db.select().from(liveDayTargets).where(own(store, day))
  if (set) return { cents: set.cents, from: 'set' }
  const cents = await planned(context, store, day)
  return cents === null ? null : { cents, from: 'plan' }
}

/** Sets or takes back the day's target; written to the audit trail. */
export async function setDayTarget(
  context: Context,
  store: string,
  { day, cents }: SetLiveTarget,
  actor: string,
): Promise<void> {
  await auditedTransaction(context, async (tx, record) => {
    const [before] = await tx.select({ cents: liveDayTargets.cents }).from(liveDayTargets).where(own(store, day))
    const row = { store, day, cents: cents ?? 0, setBy: actor, setAt: context.clock.now() }
    if (cents === null) await tx.delete(liveDayTargets).where(own(store, day))
    else
      await tx
        .insert(liveDayTargets)
        .values(row)
        .onConflictDoUpdate({ target: [liveDayTargets.store, liveDayTargets.day], set: row })
    await record({
      store,
      actor,
      action: cents === null ? 'delete' : before ? 'update' : 'create',
      subject: `live-targets/${day}`,
      ...(before ? { before } : {}),
      ...(cents === null ? {} : { after: { cents } }),
    })
  })
}
