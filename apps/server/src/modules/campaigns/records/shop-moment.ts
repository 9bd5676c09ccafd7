import type { ShopMoment } from '@zhanggui/campaigns'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'

const MINUTE_MS = 60_000

function minuteOf(instant: Date, timeZone: string): number {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', { timeZone, ...parts })
    .format(instant)
    .split(':')
    .map(Number)
  return hour * 60 + minute
}

/** An instant on the shop's own clock. */
export const shopMoment = (instant: Date, timeZone: string): ShopMoment => ({
  day: businessDayOf(instant, timeZone),
  minute: minuteOf(instant, timeZone),
})

/** The zone's distance from UTC at an instant, in minutes; ahead is positive. */
function offsetMinutes(instant: Date, timeZone: string): number {
  const { day, minute } = shopMoment(instant, timeZone)
  const floor = Math.floor(instant.getTime() / MINUTE_MS)
  return Date.parse(`${day}T00:00:00.000Z`) / MINUTE_MS + minute - floor
}

/** The instant at which a minute of a day of the shop begins, ISO 8601. A clock change on that very day is followed. */
export function instantOfShop(timeZone: string) {
  return (day: BusinessDay | string, minute: number): string => {
    const wall = Date.parse(`${day}T00:00:00.000Z`) + minute * MINUTE_MS
    const guess = wall - offsetMinutes(new Date(wall), timeZone) * MINUTE_MS
    return new Date(wall - offsetMinutes(new Date(guess), timeZone) * MINUTE_MS).toISOString()
  }
}
