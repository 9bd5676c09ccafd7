import type { LiveBasis, LiveBoard, LiveSellThrough } from '@zhanggui/contract'
import { type DayEnd, type IntradayCurve, type ItemSales, rankItems, shareAt } from '@zhanggui/live'
import { addSales } from './add-sales.ts'
import type { BoardClock } from './board-clock.ts'
import type { BoardSource } from './board-source.ts'
import { campaignSellThrough } from './campaign-sell-through.ts'
import { campaignStretch, shareOver } from './campaign-stretch.ts'
import type { ComparedDay } from './compared-day.ts'
import { HOT_ITEMS, titled } from './hot-items.ts'
import { readStockQuestion, readTodaysSales } from './stock-question.ts'
import { stockWatch } from './stock-watch.ts'
import type { Subject } from './subject.ts'

export type GoodsGiven = {
  clock: BoardClock
  basis: LiveBasis
  curve: IntradayCurve | null
  compared: ComparedDay | null
  dayEnd: DayEnd | null
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
  const { sales, recent } = await readTodaysSales(source, subject, given)
  const ranked = rankItems(sales, HOT_ITEMS)
  const top = titled(ranked, await source.titles(ranked.map((row) => row.item)))
  const sellThrough = await sellThroughOf(source, subject, given, sales)
  const question = await readStockQuestion(source, subject, given, { sales, recent })
  return { top, stock: question ? stockWatch(question) : [], sellThrough }
}
