import type { Language } from '../locale/strings.ts'

/** Seconds as people say them. @example duration(95, 'zh') // '1 分 35 秒' */
export function duration(seconds: number, language: Language): string {
  const zh = language === 'zh'
  if (seconds < 60) return `${Number(seconds.toFixed(1))}${zh ? ' 秒' : ' s'}`
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  if (hours > 0) return zh ? `${hours} 小时 ${minutes} 分` : `${hours} h ${minutes} min`
  return zh ? `${minutes} 分 ${rest} 秒` : `${minutes} min ${rest} s`
}
