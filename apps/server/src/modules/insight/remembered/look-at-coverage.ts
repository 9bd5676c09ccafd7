import { addDays, parseDay } from '@zhanggui/kernel'
import { type CoverageRow, coverageSql, hasStretches, joinCoverages, type Source } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { rememberedRows } from './answer-memory.ts'
import { LARGE_ROWS } from './ask-group.ts'
import { cutRange } from './cut-range.ts'
import { type EventPart, readEventParts } from './event-parts.ts'
import { standOf } from './stand.ts'

const dayOf = (pick: 'firstDay' | 'lastDay', parts: readonly EventPart[]) =>
  parts.map((part) => parseDay(part[pick])).sort()

/** All days that any event lies on, in stretches of which only the last changes from day to day. */
function stretchesOf(parts: readonly EventPart[]) {
  const [first] = dayOf('firstDay', parts)
  const last = dayOf('lastDay', parts).at(-1)
  return first && last ? cutRange({ from: first, to: addDays(last, 1) }, [last]) : []
}

/**
 * From when to when a source has data. Over many events the past is looked at once and remembered while it stays as it is.
 * `largeRows`: from how many events on.
 */
export async function lookAtCoverage(
  context: Context,
  store: string,
  source: Source,
  { largeRows = LARGE_ROWS }: { largeRows?: number } = {},
): Promise<CoverageRow | undefined> {
  const parts = hasStretches(source) ? await readEventParts(context) : null
  if (!parts || parts.reduce((sum, part) => sum + part.rows, 0) < largeRows)
    return (await context.facts.query<CoverageRow>(coverageSql(source), { store }))[0]
  const sql = coverageSql(source, { stretch: true })
  const looks = stretchesOf(parts).map((stretch) => {
    const key = JSON.stringify(['coverage', sql, store, stretch])
    const look = () => context.facts.query<CoverageRow>(sql, { store, ...stretch })
    return rememberedRows(context, { key, stand: standOf(stretch, parts), parts }, look)
  })
  return joinCoverages((await Promise.all(looks)).flat())
}
