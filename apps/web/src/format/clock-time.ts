import type { Language } from '../locale/strings.ts'

const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** Time of day of an instant on a shop's clock. @example clockTime('2026-11-11T12:30:00Z', 'Asia/Shanghai') // '20:30' */
export const clockTime = (iso: string, timeZone: string, seconds = false): string =>
  new Intl.DateTimeFormat('en-GB', { ...parts, ...(seconds ? { second: '2-digit' } : {}), timeZone }).format(
    new Date(iso),
  )

const two = (n: number): string => String(n).padStart(2, '0')

/** Minutes after midnight as a time of day. @example minuteOfDay(1230) // '20:30' */
export const minuteOfDay = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** Time left as a countdown; days only where there are any. @example countdown(3_661_000, 'zh') // '01:01:01' */
export function countdown(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const days = Math.floor(seconds / 86_400)
  const time = `${two(Math.floor((seconds % 86_400) / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return days === 0 ? time : language === 'zh' ? `${days} 天 ${time}` : `${days} d ${time}`
}
