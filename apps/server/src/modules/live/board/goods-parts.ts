import type { LiveBasis, LiveBoard } from '@zhanggui/contract'
import { type DayEnd, type IntradayCurve, type ItemSales, rankItems } from '@zhanggui/live'
import { dayStart } from '../minutes/wall-minute.ts'
import { type BoardClock, boardClock } from './board-clock.ts'
import type { BoardSource } from './board-source.ts'
import type { ComparedDay } from './compared-day.ts'
import { daySellThrough } from './day-sell-through.ts'
import { HOT_ITEMS, titled } from './hot-items.ts'
import { wholeDay } from './item-sales.ts'
import { PACE_HOURS, stockWatch } from './stock-watch.ts'
import type { Subject } from './subject.ts'

export type GoodsGiven = {
  clock: BoardClock
  basis: LiveBasis
  curve: IntradayCurve | null
  compared: ComparedDay | null
  dayEnd: DayEnd | null
}

/** What each item would sell today, were the day like the one it runs against, at the size that is forecast. */
async function expectedUnits(source: BoardSource, subject: Subject, given: GoodsGiven): Promise<Map<string, number>> {
  const { compared, dayEnd, basis } = given
  if (!compared || !dayEnd || compared.totalCents <= 0) return new Map()
  const past = boardClock(subject.store.timezone, { now: dayStart(compared.day, subject.store.timezone) })
  const sales = await source.itemsOfPast(subject, { basis, span: wholeDay(past) })
  const scale = dayEnd.mid / compared.totalCents
  return new Map(sales.map((row) => [row.item, row.units * scale]))
}

const unitsOf = (sales: readonly ItemSales[]): Map<string, number> => new Map(sales.map((r) => [r.item, r.units]))

/** Units gone since the shelves were counted: whole days before, and today. */
async function soldSince(
  source: BoardSource,
  subject: Subject,
  about: Parameters<BoardSource['soldBefore']>[1],
  today: ReadonlyMap<string, number>,
) {
  const before = await source.soldBefore(subject, about)
  return new Map(
    [...new Set([...before.keys(), ...today.keys()])].map((item) => [
      item,
      (before.get(item) ?? 0) + (today.get(item) ?? 0),
    ]),
  )
}

/** The hot list, stock at risk and sell-through of the day. */
export async function goodsParts(
  source: BoardSource,
  subject: Subject,
  given: GoodsGiven,
): Promise<Pick<LiveBoard, 'top' | 'stock' | 'sellThrough'>> {
  const { clock, basis, curve } = given
  const fromHour = Math.max(0, Math.floor(clock.minute / 60) - PACE_HOURS)
  const [sales, recent, shelf] = await Promise.all([
    source.items(subject, { basis, span: wholeDay(clock) }),
    source.items(subject, { basis, span: { clock, from: fromHour, to: 24 } }),
    source.shelf(clock.day),
  ])
  const ranked = rankItems(sales, HOT_ITEMS)
  const top = titled(ranked, await source.titles(ranked.map((row) => row.item)))
  if (!shelf) return { top, stock: [], sellThrough: [] }
  const sold = await soldSince(source, subject, { reported: shelf.reported, day: clock.day }, unitsOf(sales))
  return {
    top,
    stock: stockWatch({
      clock,
      curve,
      shelf: shelf.items,
      soldSince: sold,
      recent,
      recentFromMinute: fromHour * 60,
    }),
    sellThrough: daySellThrough({
      clock,
      curve,
      shelf: shelf.items,
      sales,
      committed: await source.committed(clock),
      expected: await expectedUnits(source, subject, given),
    }),
  }
}
