import type { TableName } from '@zhanggui/facts'
import { parseDay } from '@zhanggui/kernel'
import { createMarket, marketColumns, TsvWriter } from '@zhanggui/simulator'
import type { Context } from '../../../src/context.ts'
import { insertMarketRows } from '../../../src/modules/drills/demo/insert-market-rows.ts'

/** Days of the seeded market, stored as two loads each, so that figures come of parts that were never merged. */
export async function loadSimulatedDays(
  context: Context,
  given: { store: string; from: string; until: string; scale: number },
): Promise<void> {
  const { store, from, until, scale } = given
  const market = createMarket('live', { from: parseDay(from), until: parseDay(until), scale })
  const insert = async (table: TableName, rows: readonly Record<string, unknown>[]): Promise<void> => {
    const writer = new TsvWriter(marketColumns(table))
    for (const row of rows) writer.add(row)
    if (writer.size === 0) return
    await insertMarketRows(context.facts, { store, table, data: writer.take(), now: new Date(0) })
  }
  await insert('items', market.items)
  for (const { rows } of market.days())
    for (const [table, added] of Object.entries(rows)) {
      const half = added.length >> 1
      await insert(table as TableName, added.slice(0, half))
      await insert(table as TableName, added.slice(half))
    }
}
