import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'

export type Names = { zh: string; en: string }

/** What can be asked for; `money` in fen, `percent` in basis points, `odds` in millionths. */
export type FieldKind =
  | 'money'
  | 'count'
  | 'percent'
  | 'odds'
  | 'text'
  | 'day'
  | 'flag'
  | 'choice'
  | 'sku'
  | 'skus'
  | 'rows'

/**
 * One value that a programme or a command asks for, declared once: it is checked, shown as a form and printed from here.
 * `example` is a sound value to begin with.
 */
export type Field<V = unknown> = Names & {
  kind: FieldKind
  example: V
  optional?: boolean
  min?: number
  max?: number
  choices?: readonly (Names & { value: string })[]
  /** Of `rows`: what each row holds. */
  fields?: Fields
}
export type Fields = { readonly [name: string]: Field }
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: F[K]['example'] }

type Range = { min?: number; max?: number }
const MONEY_MAX = 1e11

export const money = (zh: string, en: string, example: number, { min = 0, max = MONEY_MAX }: Range = {}) =>
  ({ kind: 'money', zh, en, example, min, max }) satisfies Field<number> as Field<number>

export const count = (zh: string, en: string, example: number, { min = 0, max = 1_000_000 }: Range = {}) =>
  ({ kind: 'count', zh, en, example, min, max }) satisfies Field<number> as Field<number>

export const percent = (zh: string, en: string, example: number, { min = 0, max = 10_000 }: Range = {}) =>
  ({ kind: 'percent', zh, en, example, min, max }) satisfies Field<number> as Field<number>

export const odds = (zh: string, en: string, example: number) =>
  ({ kind: 'odds', zh, en, example, min: 0, max: 1_000_000 }) satisfies Field<number> as Field<number>

export const text = (zh: string, en: string, example: string, { min = 1, max = 200 }: Range = {}) =>
  ({ kind: 'text', zh, en, example, min, max }) satisfies Field<string> as Field<string>

export const sku = (zh: string, en: string, example: string) =>
  ({ kind: 'sku', zh, en, example, min: 1, max: 80 }) satisfies Field<string> as Field<string>

export const skus = (zh: string, en: string, example: readonly string[]) =>
  ({ kind: 'skus', zh, en, example, min: 1, max: 500 }) satisfies Field<readonly string[]> as Field<readonly string[]>

export const flag = (zh: string, en: string, example: boolean) =>
  ({ kind: 'flag', zh, en, example }) satisfies Field<boolean> as Field<boolean>

const EXAMPLE_TODAY = parseDay('2000-01-01')

/** A business day. Its example is so many days from today; `examplesOn` says which day that is. */
export const day = (zh: string, en: string, inDays: number) =>
  ({ kind: 'day', zh, en, example: addDays(EXAMPLE_TODAY, inDays) }) satisfies Field<BusinessDay> as Field<BusinessDay>

export const choice = <V extends string>(zh: string, en: string, choices: readonly (Names & { value: V })[]) =>
  ({ kind: 'choice', zh, en, example: choices[0]?.value as V, choices }) satisfies Field<V> as Field<V>

/** Rows of the same fields; between `min` and `max` of them. */
export const rows = <F extends Fields>(
  zh: string,
  en: string,
  { fields, example, min = 1, max = 100 }: Range & { fields: F; example: readonly ValuesOf<F>[] },
) =>
  ({ kind: 'rows', zh, en, example, fields, min, max }) satisfies Field<readonly ValuesOf<F>[]> as Field<
    readonly ValuesOf<F>[]
  >

/** The same field, which may be left out: its value is `null` then. */
export const optional = <V>(field: Field<V>): Field<V | null> => ({ ...field, optional: true })

/** Sound values to begin a form with, days counted from `today`. Shape: as the fields ask for them. */
export function examplesOn<F extends Fields>(fields: F, today: BusinessDay): ValuesOf<F> {
  const shift = daysBetween(EXAMPLE_TODAY, today)
  const exampleOf = ({ kind, example }: Field): unknown =>
    kind === 'day' ? addDays(parseDay(String(example)), shift) : example
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, exampleOf(field)])) as ValuesOf<F>
}
