import { parseDay } from '@zhanggui/kernel'
import { parseSpans } from '../src/hours/parse-spans.ts'
import type { DaySpans, ServiceHours } from '../src/index.ts'

const spans = (text: string): DaySpans => {
  const parsed = parseSpans(text)
  if (!parsed.ok) throw new Error(parsed.error.part)
  return parsed.value
}

/** Hours from their writing: weekdays alike, weekend closed, holidays closed, days in lieu as weekdays. */
export function hoursOf(weekdays: string, more: Partial<ServiceHours> & { weekend?: string } = {}): ServiceHours {
  const { weekend = '', ...rest } = more
  const [work, free] = [spans(weekdays), spans(weekend)]
  return {
    timeZone: 'Asia/Shanghai',
    week: [work, work, work, work, work, free, free],
    holiday: [],
    makeUpDay: work,
    closures: [],
    overrides: [],
    ...rest,
  }
}

/** An instant as a wall clock in Shanghai shows it. @example at('2026-11-20 16:30') */
export const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}+08:00`)

export const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

export const day = parseDay
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
