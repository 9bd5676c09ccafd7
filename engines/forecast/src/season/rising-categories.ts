import type { BusinessDay } from '@zhanggui/kernel'
import { monthsBefore } from './months-before.ts'
import type { OutlookCategory } from './season-outlook.ts'

export type RisingCategory = {
  categoryId: string
  /** Sales of the last three whole months and of the same months a year before. */
  now: number
  yearBefore: number
  /** `now ÷ yearBefore`; 1.4 is two fifths more. */
  growth: number
  /** That growth over the growth of all categories together: above 1 it gains on the shop. */
  againstAll: number
}

const MONTHS = 3
/** Defaults of ours: a third more than a year ago, and a tenth faster than everything together, is worth a look. */
const GROWTH = 1.3
const AGAINST_ALL = 1.1

const sumOf = (values: readonly (number | null)[]): number | null =>
  values.length === MONTHS && values.every((v) => v !== null)
    ? values.reduce<number>((sum, v) => sum + (v ?? 0), 0)
    : null

/**
 * Categories that grow beyond their season: the same months of two years side by side, so that a summer is held against a summer
 * (热点). What sold nothing a year before has no growth and is left to the lists of new goods.
 * Shape: the fastest first. Unit of `growth`: ratio.
 */
export function risingCategories(request: {
  categories: readonly OutlookCategory[]
  asOf: BusinessDay
  growthMin?: number
  againstAllMin?: number
}): RisingCategory[] {
  const { categories, asOf, growthMin = GROWTH, againstAllMin = AGAINST_ALL } = request
  const known = categories.flatMap(({ id, series }) => {
    const { values } = monthsBefore(series, asOf)
    const now = sumOf(values.slice(-MONTHS))
    const yearBefore = sumOf(values.slice(-MONTHS - 12, -12))
    return now === null || yearBefore === null || yearBefore <= 0 ? [] : [{ categoryId: id, now, yearBefore }]
  })
  const total = (of: 'now' | 'yearBefore'): number => known.reduce((sum, category) => sum + category[of], 0)
  const all = total('now') / total('yearBefore')
  return known
    .map((category): RisingCategory => {
      const growth = category.now / category.yearBefore
      return { ...category, growth, againstAll: growth / all }
    })
    .filter(({ growth, againstAll }) => growth >= growthMin && againstAll >= againstAllMin)
    .sort((a, b) => b.growth - a.growth || (a.categoryId < b.categoryId ? -1 : 1))
}
