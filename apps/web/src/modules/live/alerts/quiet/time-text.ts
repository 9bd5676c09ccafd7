/** @example timeText(1320) // '22:00' */
export const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Null for what is no time of day. @example minuteOf('22:00') // 1320 */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2})[:：](\d{2})\s*$/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return null
  const minute = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && minute < 1440 ? minute : null
}
