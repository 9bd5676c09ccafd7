import { foldWidth, toSimplified } from '@zhanggui/text'

/** What a text says about live selling; `null` where it does not. */
export type LivePlan = { hoursPerDay: number | null; sessionsPerMonth: number | null; people: number | null }

const numberIn = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)
  const digits = found?.slice(1).find((group) => group !== undefined)
  return digits === undefined ? null : Number(digits)
}

/** Live hours, sessions and people in a text that speaks of live selling; `null` when it does not. */
export function readLivePlan(text: string): LivePlan | null {
  const plain = toSimplified(foldWidth(text))
  if (!/直播|开播|店播|自播/.test(plain)) return null
  return {
    hoursPerDay: numberIn(plain, /(?:每天|每日|日均)[^，,。；;\n]{0,8}?(\d{1,2})\s*(?:小时|h)/),
    sessionsPerMonth: numberIn(plain, /每月[^，,。；;\n]{0,6}?(\d{1,4})\s*场|月均\s*(\d{1,4})\s*场/),
    people: numberIn(plain, /(?:直播团队|主播|团队|班组)[^，,。；;\n]{0,6}?(\d{1,3})\s*(?:人|名)/),
  }
}
