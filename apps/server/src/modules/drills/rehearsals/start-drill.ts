import { StartDrill, type Store } from '@zhanggui/contract'
import { PLAN_LIBRARY } from '@zhanggui/drills'
import { type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { readEntryRows } from '../../campaigns/records/campaign-rows.ts'
import { readPlanRows } from '../plans/list-plans.ts'
import { drills } from '../schema.ts'

export const WHOLE_DAY = 'whole-day'
const WHOLE = { zh: '全天总演练', en: 'Whole-day rehearsal' }

/** The next 双11 from a day on: the day of the market that a drill plays. */
export function nextBigDay(from: BusinessDay): BusinessDay {
  const year = Number(from.slice(0, 4))
  const own = parseDay(`${year}-11-11`)
  return from <= own ? own : parseDay(`${year + 1}-11-11`)
}

async function nameOf(context: Context, store: string, plan: string): Promise<{ zh: string; en: string }> {
  if (plan === WHOLE_DAY) return WHOLE
  const own = (await readPlanRows(context, store)).find(({ id }) => id === plan)?.body
  const found = own ?? PLAN_LIBRARY.find(({ id }) => id === plan)
  if (!found) throw new ApiFailure('not_found', { what: `contingency-plans/${plan}` })
  return { zh: found.nameZh, en: found.nameEn }
}

async function requireEntry(context: Context, store: string, campaign: string, entry: string): Promise<void> {
  const rows = await readEntryRows(context.records.db, { store, campaign, kinds: ['drill'] })
  if (!rows.some(({ id }) => id === entry))
    throw new ApiFailure('not_found', { what: `campaigns/${campaign}/drill/${entry}` })
}

/**
 * Puts a drill on the list; it is played within a second or two. Shape: its id.
 * Errors: throws `invalid_request`, `not_found` for a plan or a planned drill that is not there.
 */
export async function startDrill(
  context: Context,
  { store, actor }: { store: Store; actor: string },
  input: StartDrill,
): Promise<number> {
  const { plan, seed, scale, day, campaign, entry } = parseInput(StartDrill, input)
  const { zh, en } = await nameOf(context, store.id, plan)
  if (campaign !== undefined && entry !== undefined) await requireEntry(context, store.id, campaign, entry)
  const now = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const values = {
      store: store.id,
      plan,
      nameZh: zh,
      nameEn: en,
      seed,
      scale,
      day: day ?? nextBigDay(businessDayOf(now, store.timezone)),
      state: 'queued' as const,
      progress: 0,
      campaign: campaign ?? null,
      entry: entry ?? null,
      createdBy: actor,
      createdAt: now,
    }
    const [made] = await tx.insert(drills).values(values).returning({ id: drills.id })
    if (!made) throw new Error('a drill was not written')
    const after = { plan, seed, scale, day: values.day }
    await record({ store: store.id, actor, action: 'start', subject: `drills/${made.id}`, after })
    return made.id
  })
}

const OPEN: readonly string[] = ['queued', 'running']

/** Takes a drill off the list, or stops it where it is. Errors: throws `not_found`, `drill_over`. */
export function cancelDrill(
  context: Context,
  { store, actor }: { store: string; actor: string },
  id: number,
): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const own = and(eq(drills.store, store), eq(drills.id, id))
    const [row] = await tx.select().from(drills).where(own).for('update')
    if (!row) throw new ApiFailure('not_found', { what: `drills/${id}` })
    if (!OPEN.includes(row.state)) throw new ApiFailure('drill_over', { state: row.state })
    await tx.update(drills).set({ state: 'cancelled', finishedAt: context.clock.now() }).where(own)
    await record({ store, actor, action: 'cancel', subject: `drills/${id}` })
  })
}
