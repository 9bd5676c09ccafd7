import type { ParamProblem } from './mechanic.ts'

type Params = Readonly<Record<string, unknown>>

const problem = (field: string, code: string, zh: string, en: string): ParamProblem[] => [{ field, code, zh, en }]

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

/** A whole number between two bounds, both included. */
export function wholeBetween(params: Params, field: string, bounds: { min: number; max: number }): ParamProblem[] {
  const value = params[field]
  if (isWhole(value) && value >= bounds.min && value <= bounds.max) return []
  const { min, max } = bounds
  return problem(
    field,
    'not_whole_between',
    `“${field}”要填 ${min} 到 ${max} 之间的整数`,
    `"${field}" needs a whole number from ${min} to ${max}`,
  )
}

/** The largest amount that a rule may name, fen: one hundred million yuan. */
export const MAX_RULE_CENTS = 10_000_000_000

export const amount = (params: Params, field: string, min = 1): ParamProblem[] =>
  wholeBetween(params, field, { min, max: MAX_RULE_CENTS })

/** A field that may be left out. */
export const optional = (params: Params, field: string, check: () => ParamProblem[]): ParamProblem[] =>
  params[field] === undefined ? [] : check()

/** Fields that the mechanic does not know: a misspelt one must not be passed over in silence. */
export function onlyFields(params: Params, fields: readonly string[]): ParamProblem[] {
  return Object.keys(params)
    .filter((field) => !fields.includes(field))
    .flatMap((field) =>
      problem(
        field,
        'unknown_field',
        `不认识“${field}”，可填：${fields.join('、')}`,
        `"${field}" is not known here; known: ${fields.join(', ')}`,
      ),
    )
}

/** A list of rows, each checked by itself; at least one row. */
export function rowsOf(params: Params, field: string, check: (row: Params) => ParamProblem[]): ParamProblem[] {
  const rows = params[field]
  if (!Array.isArray(rows) || rows.length === 0)
    return problem(field, 'no_rows', `“${field}”至少要有一行`, `"${field}" needs at least one row`)
  return rows.flatMap((row: unknown, index) => {
    const place = `${field}[${index}]`
    if (typeof row !== 'object' || row === null)
      return problem(place, 'not_a_row', `“${place}”要是一行设置`, `"${place}" needs to be a row of settings`)
    return check({ ...row }).map((p) => ({ ...p, field: `${place}.${p.field}` }))
  })
}

/** A name that is not empty: a SKU, a pool, a receiver. */
export function text(params: Params, field: string): ParamProblem[] {
  const value = params[field]
  if (typeof value === 'string' && value.trim() !== '') return []
  return problem(field, 'no_text', `“${field}”不能为空`, `"${field}" cannot be empty`)
}

/** A list of different names, at least one. */
export function textList(params: Params, field: string): ParamProblem[] {
  const values = params[field]
  const isSound =
    Array.isArray(values) &&
    values.length > 0 &&
    values.every((value: unknown) => typeof value === 'string' && value.trim() !== '') &&
    new Set(values).size === values.length
  if (isSound) return []
  return problem(field, 'no_list', `“${field}”至少填一个，且不能重复`, `"${field}" needs one entry or more, none twice`)
}

export function instant(params: Params, field: string): ParamProblem[] {
  const value = params[field]
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return []
  return problem(
    field,
    'not_an_instant',
    `“${field}”要填时间，如 2026-11-10T12:00:00.000Z`,
    `"${field}" needs an instant`,
  )
}

/** Exactly one of several fields. */
export function oneOf(params: Params, fields: readonly string[]): ParamProblem[] {
  if (fields.filter((field) => params[field] !== undefined).length === 1) return []
  const names = fields.join('、')
  return problem(fields[0] ?? '', 'not_one_of', `“${names}”要填其中一个`, `one of "${fields.join(', ')}" is needed`)
}

/** A share of a price that is paid, basis points: 8500 is 八五折. */
export const payShare = (params: Params, field = 'payBp'): ParamProblem[] =>
  wholeBetween(params, field, { min: 0, max: 9999 })

/** How many of something, at least one. */
export const count = (params: Params, field: string, max = 1_000_000): ParamProblem[] =>
  wholeBetween(params, field, { min: 1, max })

export const paramProblem = problem
