import type { LiveBasis, LiveBoard, LiveSellThrough } from '@zhanggui/contract'
import { addDays } from '@zhanggui/kernel'
import { type DayEnd, type IntradayCurve, type ItemSales, rankItems, shareAt } from '@zhanggui/live'
import type { BoardClock } from './board-clock.ts'
import type { BoardSource } from './board-source.ts'
import { campaignSellThrough } from './campaign-sell-through.ts'
import { campaignStretch, shareOver } from './campaign-stretch.ts'
import type { ComparedDay } from './compared-day.ts'
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

function addSales(a: readonly ItemSales[], b: readonly ItemSales[]): ItemSales[] {
  const sums = new Map<string, ItemSales>()
  for (const row of [...a, ...b]) {
    const sum = sums.get(row.item)
    if (!sum) sums.set(row.item, { ...row })
    else {
      sum.units += row.units
      sum.paidCents += row.paidCents
      sum.views += row.views
    }
  }
  return [...sums.values()]
}

/** Sell-through of the campaign that the day belongs to; nothing on ordinary days, when stock is not there to be emptied. */
async function sellThroughOf(
  source: BoardSource,
  subject: Subject,
  given: GoodsGiven,
  today: readonly ItemSales[],
): Promise<LiveSellThrough[]> {
  const { clock, curve, compared, dayEnd } = given
  const stretch = campaignStretch(clock.day, subject)
  const shelf = stretch && (await source.shelf(stretch.range.from))
  if (!stretch || !shelf) return []
  const over = { from: stretch.range.from, to: clock.day }
  const { lastYear } = stretch
  const [before, inbound, committed, lastYearItems, byDay] = await Promise.all([
    source.pastItems(subject, over),
    source.inbound(over),
    source.committed(clock),
    lastYear ? source.pastItems(subject, lastYear) : [],
    lastYear ? source.paidByDay(subject, lastYear) : new Map<string, number>(),
  ])
  // The size of this year against last year's, by where today is likely to end.
  const growth =
    compared?.kind === 'campaignDay' && dayEnd && compared.totalCents > 0 ? dayEnd.mid / compared.totalCents : null
  const expected = growth === null ? [] : lastYearItems.map((row) => [row.item, row.units * growth] as const)
  const todayShare = curve ? shareAt(curve, clock.minute) : clock.minute / 1440
  return campaignSellThrough({
    shelf: shelf.items,
    inbound,
    sold: addSales(before, today),
    committed,
    expected: new Map(expected),
    shareOver: shareOver(stretch, clock.day, { todayShare, paidByDay: byDay }),
  })
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
  const sellThrough = await sellThroughOf(source, subject, given, sales)
  if (!shelf) return { top, stock: [], sellThrough }
  // Whole days between the counting of the shelves and today have sold as well.
  const between = await source.pastItems(subject, { from: addDays(shelf.reported, 1), to: clock.day })
  const soldSince = new Map(addSales(between, sales).map((row) => [row.item, row.units]))
  const watched = { clock, curve, shelf: shelf.items, soldSince, recent, recentFromMinute: fromHour * 60 }
  return { top, stock: stockWatch(watched), sellThrough }
}
