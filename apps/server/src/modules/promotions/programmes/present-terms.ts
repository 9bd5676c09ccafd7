import type { Field } from '@zhanggui/gameplay'
import { engineOf } from './records/programme-rows.ts'
import type { ProgrammeRow } from './schema.ts'

/** A term as the person who approves reads it. */
export type PresentedTerm = { nameZh: string; nameEn: string; money: number | null; text: string }

const YES_NO = { zh: ['否', '是'], en: ['no', 'yes'] }
const percentText = (value: unknown, whole: number): string => `${(Number(value) * 100) / whole} %`

function textOf(field: Field, value: unknown): string {
  switch (field.kind) {
    case 'percent':
      return percentText(value, 10_000)
    case 'odds':
      return percentText(value, 1_000_000)
    case 'flag':
      return `${YES_NO.zh[value ? 1 : 0]} / ${YES_NO.en[value ? 1 : 0]}`
    case 'choice':
      return field.choices?.find((choice) => choice.value === value)?.zh ?? String(value)
    case 'skus':
      return (value as readonly string[]).join('、')
    case 'rows':
      return (value as readonly Record<string, unknown>[]).map((row) => rowText(field, row)).join('；')
    default:
      return value === null ? '–' : String(value)
  }
}

/** A row in one line; money in yuan, as nobody reads fen. */
const rowText = ({ fields = {} }: Field, row: Record<string, unknown>): string =>
  Object.entries(fields)
    .map(([name, field]) => (field.kind === 'money' ? `¥${(Number(row[name]) / 100).toFixed(2)}` : String(row[name])))
    .join(' ')

/** What a programme promises, term by term. */
export function presentTerms(row: ProgrammeRow): { kindZh: string; kindEn: string; terms: PresentedTerm[] } {
  const { zh, en, terms: fields } = engineOf(row)
  const terms = Object.entries(fields).map(([name, field]) => {
    const value = row.terms[name]
    const money = field.kind === 'money' && typeof value === 'number' ? value : null
    return { nameZh: field.zh, nameEn: field.en, money, text: money === null ? textOf(field, value) : '' }
  })
  return { kindZh: zh, kindEn: en, terms }
}
