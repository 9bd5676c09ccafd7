import type { ArchiveSource } from '@zhanggui/contract'

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

/** Something that was done, with the words that it is found by. Amounts in minor units. */
export type CaseText = {
  source: ArchiveSource
  id: string
  title: string
  summary: string
  /** Everything that is searched besides title and summary. */
  text: string
  mechanics: readonly string[]
  categories: readonly string[]
  season: Season | null
  day: string | null
  paidCents: number | null
  targetCents: number | null
}

const SEASONS: readonly Season[] = ['winter', 'spring', 'summer', 'autumn']

/** The season of the northern half of the year: March to May is spring. */
export const seasonOf = (day: string): Season => SEASONS[Math.floor((Number(day.slice(5, 7)) % 12) / 3)] ?? 'winter'

/** `a、b, c` as a list. */
export const listOf = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split(/[,，、;；]/)
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : []
