import type { LiveTop, Store } from '@zhanggui/contract'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import { correctHotList, type RankedItem, rankItems } from '@zhanggui/live'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { dayStart } from '../minutes/wall-minute.ts'
import { boardClock } from './board-clock.ts'
import { boardSource } from './board-source.ts'
import { basisOf } from './day-basis.ts'
import { HOT_ITEMS, readTitles } from './hot-items.ts'
import { readItemSales } from './item-sales.ts'
import { liveHourTops } from './schema.ts'

export type Hour = { day: BusinessDay; hour: number }

const keptAt = (store: string, { day, hour }: Hour) =>
  and(eq(liveHourTops.store, store), eq(liveHourTops.day, day), eq(liveHourTops.hour, hour))

/** The list of an hour from the data as it is now; null for a day without any. */
async function currentTop(context: Context, store: Store, { day, hour }: Hour) {
  const clock = boardClock(store.timezone, { now: dayStart(day, store.timezone) })
  const whole = { ...clock, at: clock.end }
  const source = boardSource(context, store)
  const subject = await source.subject()
  const [events, ordered] = await Promise.all([source.events(whole), source.paidMinutes(subject, day)])
  const basis = basisOf(ordered, events)
  if (!basis) return null
  const sales = await readItemSales(context, subject, { basis, span: { clock, from: hour, to: hour + 1 } })
  return { basis, items: rankItems(sales, HOT_ITEMS) }
}

/** Keeps the list of an hour as it is shown now; the first that is kept stays. Empty hours leave nothing. */
export async function keepHourTop(context: Context, store: Store, hour: Hour): Promise<void> {
  const [kept] = await context.records.db
    .select({ hour: liveHourTops.hour })
    .from(liveHourTops)
    .where(keptAt(store.id, hour))
  if (kept) return
  const top = await currentTop(context, store, hour)
  if (!top || top.items.length === 0) return
  await context.records.db
    .insert(liveHourTops)
    .values({ store: store.id, ...hour, ...top, shownAt: context.clock.now() })
    .onConflictDoNothing()
}

/** The leading items of an hour (P9.04): as they were shown, and as late events left them. */
export async function readHourTop(
  context: Context,
  store: Store,
  asked: { day: string; hour: number },
): Promise<LiveTop> {
  const hour: Hour = { day: parseDay(asked.day), hour: asked.hour }
  const [[kept], top] = await Promise.all([
    context.records.db.select().from(liveHourTops).where(keptAt(store.id, hour)),
    currentTop(context, store, hour),
  ])
  const now: readonly RankedItem[] = top?.items ?? []
  const items = correctHotList(kept?.items ?? now, now)
  const titles = await readTitles(
    context,
    store.id,
    items.map((row) => row.item),
  )
  return {
    ...hour,
    basis: top?.basis ?? null,
    shownAt: kept?.shownAt.toISOString() ?? null,
    items: items.map((row) => ({ ...row, title: titles.get(row.item) ?? row.item })),
  }
}
