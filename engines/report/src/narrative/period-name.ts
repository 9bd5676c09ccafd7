import { say, type Telling } from '../library/telling.ts'

/** A period of an axis in words: `2026-11` is 11月, a day keeps its date without the year. */
export function periodName(telling: Pick<Telling, 'language'>, period: string): string {
  const [year = '', rest, day] = period.split('-')
  if (!rest) return say(telling, `${year} 年`, year)
  if (rest.startsWith('Q')) return say(telling, `${year} 年 ${rest}`, `${rest} ${year}`)
  if (day) return say(telling, `${Number(rest)}月${Number(day)}日`, `${rest}-${day}`)
  return say(telling, `${Number(rest)}月`, period)
}
