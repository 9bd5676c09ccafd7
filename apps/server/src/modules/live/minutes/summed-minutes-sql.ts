import { assert } from '@zhanggui/kernel'
import { getSource } from '@zhanggui/metrics'
import { SUMMED_MEASURES, valueSql } from './summed-measures.ts'

/** Dimension → the values that count; the same for every statement of the minutes. */
export type MinuteSlice = Readonly<Record<string, readonly string[]>>

const dimensionSql = (id: string): string => {
  const sql = getSource('views').dimensions[id as 'channel']?.sql
  assert(sql, `minute sums have the dimension ${id}`)
  return sql
}

/**
 * Shape: a row a minute with something in it: `minute_ms` (its instant), `value`, `cell_rows` (events behind it).
 * Parameters: `store`, `from`, `to` (days, `to` not counted), `fromMs`, `toMs` (instants), `slice0` …, and those of `channelParams`.
 */
export function summedMinutesSql(measure: string, dimensions: readonly string[]): string {
  const summed = SUMMED_MEASURES[measure]
  assert(summed, `${measure} is a sum of minutes`)
  const minute = 'toStartOfMinute(f.at)'
  const where = [
    'f.store = {store:String}',
    'f.day >= {from:Date}',
    'f.day < {to:Date}',
    `${minute} >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')`,
    `${minute} < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`,
    summed.where,
    ...dimensions.map((id, i) => `has({slice${i}:Array(String)}, toString(${dimensionSql(id)}))`),
  ]
  return `SELECT
  toUnixTimestamp(${minute}) * 1000 AS minute_ms,
  ${valueSql(summed, { sliced: dimensions.length > 0 })} AS value,
  count() AS cell_rows
FROM events AS f
WHERE ${where.join('\n  AND ')}
GROUP BY minute_ms`
}
