const two = (n: number): string => String(n).padStart(2, '0')

/** @example clockText(570) // '09:30' */
export const clockText = (minuteOfDay: number): string =>
  `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`

/** The minute of the day of `09:30`; null while it is none. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return hours && minutes && Number(minutes) < 60 && minute < 1440 ? minute : null
}
