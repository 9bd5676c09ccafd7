import type { Scored } from './area-under-curve.ts'

export type DailyCase = Scored & { day: number; buyer: number }

/** Cards, or buyers: the highest score of the day stands for the buyer, and one fraud makes the buyer a find. */
function foundShare(day: readonly DailyCase[], count: number): number {
  const buyers = new Map<number, Scored>()
  for (const { buyer, score, fraud } of day) {
    const known = buyers.get(buyer)
    buyers.set(buyer, {
      score: Math.max(score, known?.score ?? Number.NEGATIVE_INFINITY),
      fraud: fraud || known?.fraud === true,
    })
  }
  const top = [...buyers.values()].sort((a, b) => b.score - a.score).slice(0, count)
  return top.filter(({ fraud }) => fraud).length / count
}

/**
 * Of the `count` buyers a day that look worst, the share that were frauds, averaged over the days: what a team that can look at so
 * many a day finds. A buyer found on one day is left out on the days after.
 * Unit: ratio. Errors: `null` without a day. Source: "Card Precision top-k" of the Fraud Detection Handbook, chapter 4.
 */
export function dailyPrecision(cases: readonly DailyCase[], count: number): number | null {
  const days = [...new Set(cases.map(({ day }) => day))].sort((a, b) => a - b)
  const found = new Set<number>()
  let sum = 0
  for (const day of days) {
    const today = cases.filter((one) => one.day === day && !found.has(one.buyer))
    sum += foundShare(today, count)
    for (const { buyer, fraud } of today) if (fraud) found.add(buyer)
  }
  return days.length === 0 ? null : sum / days.length
}
