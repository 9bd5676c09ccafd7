import type { Block, Figure, Sentence, TableCell } from '../document.ts'
import { figure } from '../document.ts'
import type { Ask } from '../library/ask.ts'
import type { ReportPeriod } from '../library/report-period.ts'
import { say, type Telling } from '../library/telling.ts'

/** Sentences as a paragraph; none make none. */
export const paragraphOf = (...sentences: readonly Sentence[]): Block[] =>
  sentences.length === 0 ? [] : [{ kind: 'paragraph', sentences }]

export const heading = (telling: Telling, zh: string, en: string): Block => ({
  kind: 'heading',
  text: say(telling, zh, en),
})

/** A section's blocks below their heading; no heading over nothing. */
export const headed = (telling: Telling, [zh, en]: readonly [string, string], blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(telling, zh, en), ...blocks]

/** A question over the report's days, with the comparison that its data allows. */
export const askOver = (period: ReportPeriod, ask: Omit<Ask, 'from' | 'to' | 'compare'>): Ask => ({
  ...ask,
  from: period.from,
  to: period.to,
  ...(period.compare ? { compare: period.compare } : {}),
})

const DAY_GRAINS = { week: 'day', month: 'day', campaign: 'day', quarter: 'month', year: 'month' } as const

/** The grain at which a report's course is drawn. */
export const courseGrain = ({ kind }: ReportPeriod): 'day' | 'month' => DAY_GRAINS[kind]

/** now ÷ before − 1 as a cell; a dash where a share says nothing. */
export function growthCell(now: Figure, before: Figure): TableCell {
  const known = now.value !== null && before.value !== null && before.value > 0
  const share = known ? ((now.value ?? 0) - (before.value ?? 0)) / (before.value ?? 1) : null
  return { ...figure(share, 'ratio', now.ref), as: 'growth' }
}

/** now − before as a cell: points where both are ratios. */
export function differenceCell(now: Figure, before: Figure): Figure {
  const value = now.value === null || before.value === null ? null : now.value - before.value
  return { ...figure(value, now.unit, now.ref), ...(now.unit === 'ratio' ? { as: 'points' as const } : {}) }
}

/** over ÷ under as a cell. */
export const ratioCell = (over: Figure, under: Figure): Figure =>
  figure(over.value === null || !under.value ? null : over.value / under.value, 'ratio', over.ref)

export const periodText = (telling: Telling): string => say(telling, telling.period.nameZh, telling.period.nameEn)
