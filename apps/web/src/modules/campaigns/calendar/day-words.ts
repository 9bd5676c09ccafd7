import { listed } from '../../../locale/punctuation.ts'
import { type Language, nameOf } from '../../../locale/strings.ts'
import type { DayFacts, OccasionOn } from './day-facts.ts'
import type { strings } from './strings.ts'

type Words = (typeof strings)['zh']

/** `D-7`, `D0`, `D+3`. */
export const offsetLabel = (offset: number): string => (offset > 0 ? `D+${offset}` : `D${offset}`)

/** `618 D-3 预热` */
export function occasionWords({ occasion, phase, offset }: OccasionOn, t: Words, language: Language): string {
  return [nameOf(occasion, language), offsetLabel(offset), phase ? t[phase] : '']
    .filter((word) => word !== '')
    .join(' ')
}

/** What a day is, in words, for a screen reader: off or worked, festivals, occasions. */
export function dayWords(facts: DayFacts, { t, language }: { t: Words; language: Language }): string {
  const { kind, nameZh } = facts.info
  const holiday = nameZh && language === 'zh' ? `${nameZh} ${t[kind]}` : t[kind]
  const names = facts.named.map((name) => nameOf(name, language))
  const occasions = facts.occasions.map((on) => occasionWords(on, t, language))
  return listed([holiday, ...names, ...occasions, ...facts.planEvents.map(({ name }) => name)], language)
}
