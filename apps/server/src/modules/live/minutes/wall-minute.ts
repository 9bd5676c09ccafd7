import { instantOfWallTime } from '@zhanggui/calendar'
import { assert } from '@zhanggui/kernel'
import { MINUTE_MS } from './minute-cells.ts'

function instantOf(wall: string, timeZone: string): Date {
  const instant = instantOfWallTime(wall, timeZone)
  assert(instant, 'a shop has a time zone that exists')
  return instant
}

/** The instant (ms) at which the shop's clock shows a minute, which is counted since 1970 as the clock shows it. */
export const instantOfWallMinute = (wallMinute: number, timeZone: string): number =>
  instantOf(new Date(wallMinute * MINUTE_MS).toISOString().slice(0, 19), timeZone).getTime()

/** The instant at which a business day begins. */
export const dayStart = (day: string, timeZone: string): Date => instantOf(`${day}T00:00:00`, timeZone)
