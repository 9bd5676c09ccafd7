import type { DayRange } from '@zhanggui/calendar'
import type { EventPart } from './event-parts.ts'

/**
 * How things stood with the events of some days when something was remembered of them: the newest change of any part, and the
 * parts that held these days.
 */
export type Stand = { range: DayRange; newest: number; parts: readonly EventPart[] }

const touches = ({ from, to }: DayRange, part: EventPart): boolean => part.firstDay < to && part.lastDay >= from

const lastChange = (part: EventPart): number => Math.max(part.maxBlock, part.dataVersion)

/** Rows of the parts that hold any of these days: no fewer than the days themselves have. */
export const rowsAround = (range: DayRange, parts: readonly EventPart[]): number =>
  parts.filter((part) => touches(range, part)).reduce((sum, part) => sum + part.rows, 0)

export const standOf = (range: DayRange, parts: readonly EventPart[]): Stand => ({
  range,
  newest: Math.max(0, ...parts.map(lastChange)),
  parts: parts.filter((part) => touches(range, part)),
})

/** Merging puts neighbours together; what was dropped is in no part any more. */
const isStillThere = (was: EventPart, parts: readonly EventPart[]): boolean =>
  parts.some(
    (part) =>
      part.partition === was.partition &&
      part.minBlock <= was.minBlock &&
      part.maxBlock >= was.maxBlock &&
      part.rows >= was.rows,
  )

/**
 * True when no event of these days was added, rewritten or taken away since. New events of other days change nothing, nor
 * does merging, except that a part in which these days lie together with newer rows counts as changed: it does not tell
 * whose days the newer rows are.
 */
export const isUnchanged = (stand: Stand, parts: readonly EventPart[]): boolean =>
  parts.every((part) => !touches(stand.range, part) || lastChange(part) <= stand.newest) &&
  stand.parts.every((was) => isStillThere(was, parts))
