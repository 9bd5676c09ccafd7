export { allocate } from './allocate.ts'
export { assert } from './assert.ts'
export type { Brand } from './brand.ts'
export { addDays, type BusinessDay, businessDayOf, daysBetween, isBusinessDay, parseDay } from './business-day.ts'
export { type Cents, cents, isCents, sumCents } from './cents.ts'
export type { Clock } from './clock.ts'
export { compareGroups, type GroupDifference, type GroupSums } from './compare-groups.ts'
export { multiplyDivide, type RoundingMode } from './multiply-divide.ts'
export { normalQuantile } from './normal-quantile.ts'
export { type ParseAmountError, parseAmount } from './parse-amount.ts'
export {
  isPeriod,
  PERIOD_GRAINS,
  type Period,
  type PeriodGrain,
  parsePeriod,
  periodDays,
  periodGrain,
  periodHolds,
  periodOf,
  periodsWithin,
} from './period.ts'
export { ratio } from './ratio.ts'
export { err, ok, type Result } from './result.ts'
export { createRng, type Rng } from './rng.ts'
export { roundToSum } from './round-to-sum.ts'
export { studentQuantile } from './student-quantile.ts'
export { studentTail } from './student-tail.ts'
