import { addDays, type BusinessDay, createRng, parseDay } from '@zhanggui/kernel'

/** What a made-up shop is made of; every effect is a factor. */
export type Planted = {
  level?: number
  /** Weekday factors from Monday on. */
  week?: readonly number[]
  /** Half the swing of the year, as a share. */
  year?: number
  /** Factor of single days. */
  days?: Readonly<Record<string, number>>
  /** Deviation of the noise's logarithm. */
  noise?: number
  seed?: string
}

const MONDAY = Date.parse('2024-01-01T00:00:00Z')

/** Daily sales with planted truths, from `start` on; with noise 0 they are exactly the product of the factors. */
export function madeUpShop(start: string, length: number, planted: Planted): number[] {
  const { level = 100, week = [1, 1, 1, 1, 1, 1, 1], year = 0, days = {}, noise = 0, seed = 'shop' } = planted
  const rng = createRng(seed)
  return Array.from({ length }, (_, t) => {
    const day = addDays(parseDay(start), t)
    const ms = Date.parse(`${day}T00:00:00Z`)
    const weekday = ((Math.round((ms - MONDAY) / 86_400_000) % 7) + 7) % 7
    const angle = (2 * Math.PI * (ms - MONDAY)) / (365.2425 * 86_400_000)
    const mean = level * (week[weekday] ?? 1) * (1 + year * Math.sin(angle)) * (days[day] ?? 1)
    return mean * Math.exp(noise * rng.normal() - (noise * noise) / 2)
  })
}

/** Factors of the days around a main day: `factors[0]` is D0 less `before`. */
export function around(mainDay: string, before: number, factors: readonly number[]): Record<string, number> {
  return Object.fromEntries(factors.map((factor, i) => [addDays(parseDay(mainDay), i - before) as BusinessDay, factor]))
}
