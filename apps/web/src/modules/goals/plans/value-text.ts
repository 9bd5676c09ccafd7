import type { PlanDetail, Unit } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import type { Language } from '../../../locale/strings.ts'
import type { ChangeRow } from './change-rows.ts'

type Words = { format: Format; language: Language; unitOf: (metric: string) => Unit | null }

/** Fields of a goal that are in the unit of its metric. */
const IN_UNIT = ['target', 'baseline', 'floor', 'cap']

const LONGEST = 400

const YES: Record<Language, [string, string]> = { zh: ['是', '否'], en: ['yes', 'no'] }

function plainText(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return YES[language][value ? 0 : 1]
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** A value of a comparison as a reader wants it: money in yuan, shares in percent, the rest as it stands. */
export function valueText(given: { row: ChangeRow; value: unknown; plan: PlanDetail; words: Words }): string {
  const { row, value, plan, words } = given
  const { format, language, unitOf } = words
  const field = row.field ?? ''
  if (typeof value !== 'number') return plainText(value, language)
  if (row.list === 'goals' && IN_UNIT.includes(field)) {
    const metric = plan.goals.find(({ id }) => id === row.id)?.metric ?? ''
    return format.exact(value, unitOf(metric))
  }
  if (field.endsWith('Cents')) return format.exact(value, 'money')
  if (field.endsWith('Bp')) return format.percent(value / 10_000)
  return format.count(value)
}
