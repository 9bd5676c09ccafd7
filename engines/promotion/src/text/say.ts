import { yuan } from '../explain/yuan.ts'

/** Yuan as an offer writes them: no decimals where there are none. `30000` → `300`. */
export const plainYuan = (cents: number): string => yuan(cents).replace(/\.00$/, '')
export const zhYuan = (cents: number): string => `${plainYuan(cents)} 元`
export const enYuan = (cents: number): string => `¥${plainYuan(cents)}`

const percent = (bp: number): string => String(bp / 100)

/** What is paid in tenths, as Chinese counts a discount: 8500 → `8.5 折`, 5000 → `半价`. */
export function zhShare(payBp: number): string {
  if (payBp === 0) return '免费'
  return payBp === 5000 ? '半价' : `${payBp / 1000} 折`
}
export const enShare = (payBp: number): string => (payBp === 0 ? 'free' : `${percent(10_000 - payBp)}% off`)
export const zhPercent = (bp: number): string => `${percent(bp)}%`

export const joinZh = (parts: readonly string[]): string => parts.join('，')
export const joinEn = (parts: readonly string[]): string => parts.join(', ')

export const enCount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
