import type { Permission, ResourceField } from '@zhanggui/contract'
import { type Cents, isBusinessDay, parseAmount } from '@zhanggui/kernel'
import { z } from 'zod'

type Names = {
  nameZh: string
  nameEn: string
  required?: boolean
  helpZh?: string
  helpEn?: string
  /** Other headers that stand for this field in a file. */
  headers?: readonly string[]
  /** Who may see and change the field, beyond the resource's own permissions. */
  permission?: Permission
}

/** Text of a file that is no value of the field. */
export class UnreadableText extends Error {}

/**
 * One field of a resource: how it is checked, shown in a form, and written in a file. An optional field that is not given
 * is `null`, never an empty text or zero.
 */
export type FieldDeclaration = Omit<Names, 'required'> &
  Pick<ResourceField, 'kind' | 'required' | 'choices' | 'reference'> & {
    schema: z.ZodType
    /** What a spreadsheet cell says, as a value for `schema`. Errors: throws `UnreadableText`. */
    parse(text: string): unknown
    /** The value as a spreadsheet cell says it; null for an empty cell. */
    print(value: unknown): string | number | null
  }

type Kind = Pick<FieldDeclaration, 'kind' | 'parse' | 'print' | 'choices' | 'reference'> & { schema: z.ZodType }

function field(names: Names, { schema, ...kind }: Kind): FieldDeclaration {
  const required = names.required ?? false
  return { ...names, ...kind, required, schema: required ? schema : schema.nullable().default(null) }
}

const printText = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

const text = (max: number) => z.string().trim().min(1).max(max)

/** A rule of the field's own, with what to tell when it is broken. */
export type TextRule = { holds: (value: string) => boolean; zh: string; en: string }

const ruledText = (max: number, rule: TextRule | undefined) =>
  rule ? text(max).refine(rule.holds, { params: { zh: rule.zh, en: rule.en } }) : text(max)

export const textField = (names: Names & { max?: number; rule?: TextRule }): FieldDeclaration =>
  field(names, {
    kind: 'text',
    schema: ruledText(names.max ?? 200, names.rule),
    parse: (cell) => cell,
    print: printText,
  })

export const longTextField = (names: Names & { max?: number }): FieldDeclaration =>
  field(names, { kind: 'longText', schema: text(names.max ?? 4000), parse: (cell) => cell, print: printText })

/** Minor units of the shop's currency in the API, units with two decimals in a file. */
export const moneyField = (names: Names & { min?: number }): FieldDeclaration =>
  field(names, {
    kind: 'money',
    schema: z
      .int()
      .min(names.min ?? 0)
      .max(1e13),
    parse(cell) {
      const amount = parseAmount(cell)
      if (!amount.ok) throw new UnreadableText(cell)
      return amount.value
    },
    print: (value) => (typeof value === 'number' ? printUnits(value as Cents) : null),
  })

/** By digits: 1990 → 19.90, exact in a cell. */
function printUnits(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function parseNumber(cell: string): number {
  const plain = cell.normalize('NFKC').replace(/[,\s]/g, '')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) throw new UnreadableText(cell)
  return Number(plain)
}

export const integerField = (names: Names & { min: number; max: number }): FieldDeclaration =>
  field(names, {
    kind: 'integer',
    schema: z.int().min(names.min).max(names.max),
    parse: parseNumber,
    print: (value) => (typeof value === 'number' ? value : null),
  })

/** A fraction in the API; a file may say 0.05 or 5%. */
export const ratioField = (names: Names & { min?: number; max?: number }): FieldDeclaration =>
  field(names, {
    kind: 'ratio',
    schema: z
      .number()
      .min(names.min ?? 0)
      .max(names.max ?? 1),
    parse: (cell) => (cell.endsWith('%') ? parseNumber(cell.slice(0, -1)) / 100 : parseNumber(cell)),
    print: (value) => (typeof value === 'number' ? value : null),
  })

export const dayField = (names: Names): FieldDeclaration =>
  field(names, {
    kind: 'day',
    schema: z
      .string()
      .refine(isBusinessDay, { params: { zh: '应为 YYYY-MM-DD 的日期', en: 'must be a day YYYY-MM-DD' } }),
    parse: (cell) => cell.replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, isoDay),
    print: printText,
  })

const isoDay = (_cell: string, year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

export const booleanField = (names: Names): FieldDeclaration =>
  field(names, {
    kind: 'boolean',
    schema: z.boolean(),
    parse(cell) {
      if (/^(是|true|yes|y|1)$/i.test(cell)) return true
      if (/^(否|false|no|n|0)$/i.test(cell)) return false
      throw new UnreadableText(cell)
    },
    print: (value) => (value === null || value === undefined ? null : value ? '是' : '否'),
  })

export type Choice = { value: string; nameZh: string; nameEn: string }

/** A file may hold the value or either name; it is written with the Chinese name. */
export const choiceField = (names: Names & { choices: readonly Choice[] }): FieldDeclaration =>
  field(names, {
    kind: 'choice',
    choices: [...names.choices],
    schema: z.enum(names.choices.map((choice) => choice.value)),
    parse(cell) {
      const known = names.choices.find((c) => [c.value, c.nameZh, c.nameEn].includes(cell))
      if (!known) throw new UnreadableText(cell)
      return known.value
    },
    print: (value) => names.choices.find((choice) => choice.value === value)?.nameZh ?? null,
  })

/** Structured content that a page of its own edits; a form shows it read-only and a file carries it as JSON. */
export const jsonField = (names: Names & { schema: z.ZodType }): FieldDeclaration =>
  field(names, {
    kind: 'json',
    schema: names.schema,
    parse(cell) {
      try {
        return JSON.parse(cell)
      } catch {
        throw new UnreadableText(cell)
      }
    },
    print: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
  })
