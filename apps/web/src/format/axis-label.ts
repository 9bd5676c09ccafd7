import type { Language } from '../locale/strings.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** @example monthDay('2026-11-07') // '11/7' */
export const monthDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

/** A period key as short as an axis needs it; hover gives the whole. @example axisLabel('2026-11-07', 'zh') // '11/7' */
export function axisLabel(key: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return monthDay(key)
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(key)) return key.slice(11)
  if (/^\d{4}-\d{2}-\d{2}T\d{2}$/.test(key)) return key.endsWith('T00') ? monthDay(key) : `${key.slice(11)}:00`
  if (/^\d{4}-\d{2}$/.test(key)) return month(key, language)
  return key
}

function month(key: string, language: Language): string {
  const [year = '', number = '1'] = key.split('-')
  if (language === 'zh') return `${year.slice(2)}年${Number(number)}月`
  return `${MONTHS[Number(number) - 1] ?? ''} ${year.slice(2)}`
}
