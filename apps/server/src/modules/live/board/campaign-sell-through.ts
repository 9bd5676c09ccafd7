import type { LiveSellThrough } from '@zhanggui/contract'
import { sellThrough } from '@zhanggui/inventory'
import { type ItemSales, rankItems } from '@zhanggui/live'
import type { Context } from '../../../context.ts'
import type { BoardClock } from './board-clock.ts'
import type { ShelfItem } from './item-shelf.ts'

/** Hot items that are followed. */
const FOLLOWED = 20
/** Balances that are usually paid in the end; what a shop of its own measures is one more assumption to set. */
const BALANCE_RATE = 0.9

/** Pre-sale units whose balance was not paid yet at the instant. */
const COMMITTED = `SELECT
  item_id AS item,
  sum(quantity) AS units
FROM order_lines FINAL
WHERE store = {store:String} AND presale = 1 AND kind = 'sale' AND is_product = 1 AND item_id != ''
  AND created_day > {day:Date} - 60 AND created_at < fromUnixTimestamp64Milli({atMs:Int64}, 'UTC')
  AND status != 'closed'
  AND (paid_day IS NULL OR ifNull(paid_at, toDateTime64(paid_day, 3, 'UTC')) >= fromUnixTimestamp64Milli({atMs:Int64}, 'UTC'))
GROUP BY item`

export async function readCommitted(
  { facts }: Context,
  store: string,
  clock: BoardClock,
): Promise<Map<string, number>> {
  const params = { store, day: clock.day, atMs: clock.at.getTime() }
  const rows = await facts.query<{ item: string; units: number }>(COMMITTED, params)
  return new Map(rows.map((r) => [r.item, r.units]))
}

export type SellQuestion = {
  /** Shelves as the campaign found them. */
  shelf: readonly ShelfItem[]
  inbound: ReadonlyMap<string, number>
  /** Sold since the campaign began, today included. */
  sold: readonly ItemSales[]
  committed: ReadonlyMap<string, number>
  /** Units that each item is expected to sell over the whole campaign; absent without a forecast. */
  expected: ReadonlyMap<string, number>
  shareOver: number
}

/** Turnover of a campaign's hot items against pre-sale, forecast and stock: what is at risk first, then by what it brought. */
export function campaignSellThrough(question: SellQuestion): LiveSellThrough[] {
  const { shelf, inbound, sold, committed, expected, shareOver } = question
  const onShelf = new Map(shelf.map((s) => [s.item, s]))
  const followed = rankItems(sold, FOLLOWED).filter((row) => onShelf.has(row.item))
  const rows = followed.map(({ item, units }) => {
    const { title = item, onHand = 0 } = onShelf.get(item) ?? {}
    const available = onHand + (inbound.get(item) ?? 0)
    const promised = committed.get(item) ?? 0
    const planned = expected.get(item) ?? null
    const result = sellThrough({
      item,
      available,
      sold: units,
      committed: promised,
      balanceRate: BALANCE_RATE,
      shareOver,
      planned,
    })
    return {
      item,
      title,
      available,
      sold: units,
      committed: promised,
      sellThrough: result.sellThrough,
      againstPlan: result.againstPlan,
      wantedLow: result.wanted.low,
      wantedMid: result.wanted.mid,
      wantedHigh: result.wanted.high,
      risk: result.risk,
    }
  })
  return rows.sort((a, b) => Number(b.risk !== null) - Number(a.risk !== null))
}
