import type { DayRange } from '@zhanggui/calendar'
import { compileCounted, compileGroup, compileKeys, type SqlRow } from '@zhanggui/metrics'
import { rememberedRows } from './answer-memory.ts'
import { type Asking, askStore, dimensionsOf, keyOf, untilOf } from './ask-once.ts'
import { type KeysOf, withKeptKeys } from './kept-keys.ts'
import { standOf } from './stand.ts'

/** Whom a stretch of the past held, as it is kept. */
function keysOf(asking: Asking, stretch: DayRange): KeysOf {
  const { plan, group, parts } = asking
  const sql = compileKeys(plan, group, { dimensions: dimensionsOf(asking), untilClock: false })
  const params = asking.paramsOf(stretch, null)
  return { key: keyOf(sql, params), stand: standOf(stretch, parts), parts, sql, params }
}

function count(asking: Asking, past: readonly DayRange[], fresh: DayRange | null): Promise<SqlRow[]> {
  const { context, plan, group } = asking
  const dimensions = dimensionsOf(asking)
  const until = fresh && untilOf(asking, fresh)
  const kept = past.map((stretch) => keysOf(asking, stretch))
  return withKeptKeys(context, kept, (tables) => {
    const rest = fresh ? [compileKeys(plan, group, { dimensions, untilClock: until !== null })] : []
    const sql = compileCounted(group, { dimensions, stretches: [...tables.map((t) => `SELECT * FROM ${t}`), ...rest] })
    return askStore(context, sql, asking.paramsOf(fresh ?? asking.range, until))
  })
}

/**
 * Distinct figures of days, counted anew from whom each stretch of them held: the `past` is kept, the `fresh` days are asked.
 * Remembered while all of the days stay as they are, unless they end at a time of day.
 */
export function countTogether(
  asking: Asking,
  days: DayRange,
  { past, fresh }: { past: readonly DayRange[]; fresh: DayRange | null },
): Promise<readonly SqlRow[]> {
  const { context, plan, group, parts } = asking
  const ask = () => count(asking, past, fresh)
  if (untilOf(asking, days) !== null) return ask()
  const sql = compileGroup(plan, group, { whole: asking.whole, untilClock: false })
  const key = JSON.stringify(['together', keyOf(sql, asking.paramsOf(days, null))])
  return rememberedRows(context, { key, stand: standOf(days, parts), parts }, ask)
}
