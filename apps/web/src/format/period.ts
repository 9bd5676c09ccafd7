import type { Language } from '../locale/strings.ts'
import { monthDay } from './axis-label.ts'

const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Business days carry no time zone, so weekday and month come from the date itself, read as UTC. */
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** A business day with its weekday. @example longDay('2026-11-11', 'zh') // '2026年11月11日 周三' */
export function longDay(day: string, language: Language): string {
  const date = utc(day)
  const weekday = WEEKDAYS[language][date.getUTCDay()] ?? ''
  if (language === 'zh') return `${date.getUTCFullYear()}年${shortDay(day, language)} ${weekday}`
  return `${weekday} ${shortDay(day, language)} ${date.getUTCFullYear()}`
}

/** @example shortDay('2026-11-11', 'zh') // '11月11日' */
export function shortDay(day: string, language: Language): string {
  const date = utc(day)
  if (language === 'zh') return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`
}

/** Days from `from` up to, not including, `to`, as the first and last day that count. */
export function dayRange(range: { from: string; to: string }, language: Language): string {
  const last = lastDayOf(range.to)
  const sameYear = range.from.slice(0, 4) === last.slice(0, 4)
  const first = fullDay(range.from, language)
  if (range.from === last) return first
  return `${first} – ${sameYear ? shortDay(last, language) : fullDay(last, language)}`
}

/** The same for a phone. @example shortRange({ from: '2026-11-01', to: '2026-11-12' }) // '11/1–11/11' */
export function shortRange(range: { from: string; to: string }): string {
  const last = lastDayOf(range.to)
  const [first, end] = [monthDay(range.from), monthDay(last)]
  return range.from === last ? first : `${first}–${end}`
}

const lastDayOf = (to: string): string => new Date(utc(to).getTime() - 86_400_000).toISOString().slice(0, 10)

/** A day with its year. @example fullDay('2026-11-11', 'zh') // '2026年11月11日' */
export function fullDay(day: string, language: Language): string {
  const year = day.slice(0, 4)
  return language === 'zh' ? `${year}年${shortDay(day, language)}` : `${shortDay(day, language)} ${year}`
}

/**
 * A period key of a query result in words: `2011`, `2011-Q4`, `2011-11`, `2011-11-07`, `2011-11-07T13`, `2011-11-07T13:05`.
 * Anything else (a campaign day such as `D-7`) is already what people say.
 */
export function periodLabel(key: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return longDay(key, language)
  if (/^\d{4}-\d{2}-\d{2}T/.test(key)) return `${shortDay(key.slice(0, 10), language)} ${clock(key.slice(11))}`
  if (/^\d{4}-\d{2}$/.test(key)) return month(key, language)
  if (/^\d{4}$/.test(key) && language === 'zh') return `${key}年`
  return key
}

const clock = (time: string): string => (time.includes(':') ? time : `${time}:00`)

function month(key: string, language: Language): string {
  const [year = '', number = '1'] = key.split('-')
  return language === 'zh' ? `${year}年${Number(number)}月` : `${MONTHS[Number(number) - 1] ?? ''} ${year}`
}

/** An instant to the minute, in a shop's time zone; without one in the reader's own. @example instant('2026-11-10T16:30:00Z', 'zh', 'Asia/Shanghai') */
export function instant(iso: string, language: Language, timeZone?: string): string {
  return new Date(iso).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    ...(timeZone ? { timeZone } : {}),
  })
}
