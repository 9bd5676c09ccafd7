import type { BusinessDay } from '@zhanggui/kernel'

/** For sorting: −1 when `a` is earlier. */
export const compareDays = (a: BusinessDay, b: BusinessDay): number => (a < b ? -1 : a > b ? 1 : 0)

export const earlierDay = (a: BusinessDay, b: BusinessDay): BusinessDay => (compareDays(a, b) <= 0 ? a : b)
export const laterDay = (a: BusinessDay, b: BusinessDay): BusinessDay => (compareDays(a, b) >= 0 ? a : b)
