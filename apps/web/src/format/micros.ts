import type { Language } from '../locale/strings.ts'
import { duration } from './duration.ts'

const MS = 1000
const SECOND = 1_000_000

/** Microseconds as people say them. @example micros(640, 'zh') // '640 微秒' */
export function micros(us: number, language: Language): string {
  if (us < MS) return language === 'zh' ? `${us} 微秒` : `${us} µs`
  if (us < SECOND)
    return language === 'zh' ? `${Number((us / MS).toFixed(1))} 毫秒` : `${Number((us / MS).toFixed(1))} ms`
  return duration(us / SECOND, language)
}
