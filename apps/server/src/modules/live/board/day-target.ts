import type { DayRange } from '@zhanggui/calendar'
import { dayTargets, standingOn } from '@zhanggui/campaigns'
import type { LivePace, SetLiveTarget } from '@zhanggui/contract'
import { addDays, type BusinessDay, cents, daysBetween, parsePeriod } from '@zhanggui/kernel'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { planSales } from '../../budget/plan-sales.ts'
import { readPlan } from '../../goals/plans/read-plan.ts'
import { plans } from '../../goals/plans/schema.ts'
import { campaignStretch } from './campaign-stretch.ts'
import { liveDayTargets } from './schema.ts'
import type { Subject } from './subject.ts'

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

/** What the days of a range brought, by day. */
type SalesByDay = (range: DayRange) => Promise<ReadonlyMap<string, number>>

/** The running campaign's target, cut into days by what the same days of last time brought. */
async function ofCampaign({ phases }: Subject, day: BusinessDay, soldBy: SalesByDay): Promise<number | null> {
  const standing = standingOn(phases, day)
  const stretch = campaignStretch(day, { phases })
  if (!standing || !stretch || standing.targetCents === null) return null
  const { lastYear, range } = stretch
  const sold = lastYear ? await soldBy(lastYear) : new Map<string, number>()
  const soldOn = (own: BusinessDay): number =>
    lastYear ? (sold.get(addDays(lastYear.from, daysBetween(range.from, own))) ?? 0) : 0
  return dayTargets(standing.windows, { targetCents: cents(standing.targetCents), soldOn }).get(day) ?? null
}

/** The paid amount that the day is to reach: as the room set it, else its part of the campaign's, else as the approved plan has it. Null: nobody said. */
export async function readDayTarget(
  context: Context,
  subject: Subject,
  day: BusinessDay,
  soldBy: SalesByDay,
): Promise<DayTarget | null> {
  const store = subject.store.id
  const [set] = await context.records.db.select().from(liveDayTargets).where(own(store, day))
  if (set) return { cents: set.cents, from: 'set' }
  const campaign = await ofCampaign(subject, day, soldBy)
  if (campaign !== null) return { cents: campaign, from: 'campaign' }
  const plan = await planned(context, store, day)
  return plan === null ? null : { cents: plan, from: 'plan' }
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
