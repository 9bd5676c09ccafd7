import { ratio } from '@zhanggui/kernel'
import type { IndexedJourneys } from '../journeys/index-journeys.ts'
import type { Credit } from './rule-credit.ts'

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const shareOut = (values: readonly number[], whole: number): number[] =>
  values.map((value) => (ratio(value, sum(values)) ?? 0) * whole)

/** What was tracked, shared out by values of channels that need not add up to 1: orders by one, money by the other. */
export const creditByShares = (
  { total, untracked }: IndexedJourneys,
  { people, money }: { people: readonly number[]; money: readonly number[] },
): Credit => ({
  conversions: shareOut(people, total.conversions - untracked.conversions),
  paidCents: shareOut(money, total.paidCents - untracked.paidCents),
})
