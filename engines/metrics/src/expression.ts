import { assert, cents, multiplyDivide, ratio } from '@zhanggui/kernel'

/** How a metric is made of measures. Ratios come last, of whole sums: they are never added or averaged. */
export type Expression =
  | { kind: 'measure'; id: string }
  /** Sum of some measures less others; unknown as soon as one of them is. */
  | { kind: 'total'; plus: readonly string[]; minus: readonly string[] }
  | { kind: 'ratio'; over: Expression; under: Expression; times?: number }
  /** over ÷ (under ÷ days of the period): how many days `over` lasts at the pace of the period. */
  | { kind: 'daysLeft'; over: string; under: string }
  /** 1 − standard deviation ÷ mean of the daily sums, over the days that are no promotion. */
  | { kind: 'steadiness'; sum: string; squares: string }

/** What the calendar knows of a cell's period, as far as the shop's data covers it. */
export type PeriodFacts = { days: number | null; ordinaryDays: number | null }

export const measure = (id: string): Expression => ({ kind: 'measure', id })
export const total = (plus: readonly string[], minus: readonly string[] = []): Expression => ({
  kind: 'total',
  plus,
  minus,
})
const asExpression = (part: string | Expression): Expression => (typeof part === 'string' ? measure(part) : part)
export const ratioOf = (over: string | Expression, under: string | Expression, times = 1): Expression => ({
  kind: 'ratio',
  over: asExpression(over),
  under: asExpression(under),
  times,
})

/** The measures an expression is made of. */
export function measuresOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'measure':
      return [expression.id]
    case 'total':
      return [...expression.plus, ...expression.minus]
    case 'ratio':
      return [...measuresOf(expression.over), ...measuresOf(expression.under)]
    case 'daysLeft':
      return [expression.over, expression.under]
    case 'steadiness':
      return [expression.sum, expression.squares]
  }
}

export type Values = (measure: string) => number | null

function sumKnown(ids: readonly string[], values: Values): number | null {
  let sum = 0
  for (const id of ids) {
    const value = values(id)
    if (value === null) return null
    sum += value
  }
  return sum
}

function steadiness(sum: number | null, squares: number | null, days: number | null): number | null {
  if (sum === null || squares === null || days === null || days < 2 || sum <= 0) return null
  const mean = sum / days
  return 1 - Math.sqrt(Math.max(0, squares / days - mean * mean)) / mean
}

function evaluateRatio(
  expression: Extract<Expression, { kind: 'ratio' }>,
  values: Values,
  period: PeriodFacts,
  whole: boolean,
): number | null {
  const over = evaluate(expression.over, values, period, false)
  const under = evaluate(expression.under, values, period, false)
  const times = expression.times ?? 1
  if (!whole) {
    const value = ratio(over, under)
    return value === null ? null : value * times
  }
  if (over === null || under === null || under === 0) return null
  assert(Number.isSafeInteger(times), 'money is multiplied by whole numbers')
  return multiplyDivide({ amount: cents(over), numerator: times, denominator: under, rounding: 'half_up' })
}

/**
 * The value of an expression. With `whole` (money) the quotient is whole minor units, rounded once, half up.
 * Errors: `null` for an empty denominator or an unknown part.
 */
export function evaluate(expression: Expression, values: Values, period: PeriodFacts, whole: boolean): number | null {
  switch (expression.kind) {
    case 'measure':
      return values(expression.id)
    case 'total': {
      const plus = sumKnown(expression.plus, values)
      const minus = sumKnown(expression.minus, values)
      return plus === null || minus === null ? null : plus - minus
    }
    case 'ratio':
      return evaluateRatio(expression, values, period, whole)
    case 'daysLeft': {
      const pace = ratio(values(expression.under), period.days)
      return ratio(values(expression.over), pace)
    }
    case 'steadiness':
      return steadiness(values(expression.sum), values(expression.squares), period.ordinaryDays)
  }
}

const symbols = (ids: readonly string[], sign: string): string => ids.join(` ${sign} `)

/** The expression as a reader of the dictionary sees it, e.g. `refunded ÷ paid`. */
export function describeExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'measure':
      return expression.id
    case 'total':
      return [symbols(expression.plus, '+'), ...expression.minus].join(' − ')
    case 'ratio': {
      const wrap = (e: Expression): string =>
        e.kind === 'total' ? `(${describeExpression(e)})` : describeExpression(e)
      const times = expression.times && expression.times !== 1 ? ` × ${expression.times}` : ''
      return `${wrap(expression.over)} ÷ ${wrap(expression.under)}${times}`
    }
    case 'daysLeft':
      return `${expression.over} ÷ (${expression.under} ÷ days)`
    case 'steadiness':
      return `1 − σ(${expression.sum} per day) ÷ mean(${expression.sum} per day)`
  }
}
