import type { LiveBasis } from '@zhanggui/contract'
import { addDays } from '@zhanggui/kernel'
import type { IntradayCurve, ItemSales } from '@zhanggui/live'
import { addSales } from './add-sales.ts'
import type { BoardClock } from './board-clock.ts'
import type { BoardSource } from './board-source.ts'
import { wholeDay } from './item-sales.ts'
import { PACE_HOURS, type StockQuestion } from './stock-watch.ts'
import type { Subject } from './subject.ts'

type About = { clock: BoardClock; basis: LiveBasis; curve: IntradayCurve | null }

/** Hours of today that the current pace is taken of. */
export const paceFromHour = ({ minute }: BoardClock): number => Math.max(0, Math.floor(minute / 60) - PACE_HOURS)

/** Today's sales by item, and those of the last hours. */
export async function readTodaysSales(
  source: BoardSource,
  subject: Subject,
  { clock, basis }: About,
): Promise<{ sales: ItemSales[]; recent: ItemSales[] }> {
  const [sales, recent] = await Promise.all([
    source.items(subject, { basis, span: wholeDay(clock) }),
    source.items(subject, { basis, span: { clock, from: paceFromHour(clock), to: 24 } }),
  ])
  return { sales, recent }
}

/** Shelves as they are now: the last report, less what was sold since. Null without a report of the days just before. */
export async function readStockQuestion(
  source: BoardSource,
  subject: Subject,
  about: About,
  { sales, recent }: { sales: readonly ItemSales[]; recent: readonly ItemSales[] },
): Promise<StockQuestion | null> {
  const { clock, curve } = about
  const shelf = await source.shelf(clock.day)
  if (!shelf) return null
  // Whole days between the counting of the shelves and today have sold as well.
  const between = await source.pastItems(subject, { from: addDays(shelf.reported, 1), to: clock.day })
  const soldSince = new Map(addSales(between, sales).map((row) => [row.item, row.units]))
  return { clock, curve, shelf: shelf.items, soldSince, recent, recentFromMinute: paceFromHour(clock) * 60 }
}
