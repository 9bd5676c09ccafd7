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

export const paramProblem = problem
