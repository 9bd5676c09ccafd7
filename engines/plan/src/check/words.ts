import type { BudgetLine } from '@zhanggui/budget'
import type { Goal, GoalMetric } from '@zhanggui/goals'

/** What a goal is called in a sentence; the view has given each a name. */
export const goalName = (goal: Goal): string => goal.name || goal.metric
/** What a budget line is called in a sentence. */
export const lineName = (line: BudgetLine | undefined): string => line?.name || line?.channel || line?.id || ''

/** Fen as yuan. @example yuan(123456) // '¥1,234.56' */
export function yuan(fen: number): string {
  const [whole = '0', part = '00'] = (Math.abs(fen) / 100).toFixed(2).split('.')
  return `${fen < 0 ? '-' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}

/** Basis points as a percentage. @example percent(1250) // '12.5%' */
export const percent = (bp: number): string => `${Number((bp / 100).toFixed(2))}%`

/** A value of a metric as people read it: money in yuan, ratios in per cent. */
export function valueText(unit: GoalMetric['unit'] | undefined, value: number): string {
  if (unit === 'money') return yuan(value)
  if (unit === 'ratio') return percent(value * 10_000)
  return String(Number(value.toFixed(4)))
}

/** At most so many characters of a quotation stand in a message; the whole is at its place. */
const QUOTE_MAX = 60

/** @example quoted('很长的一句话…') */
export const quoted = (text: string): string => {
  const characters = [...text]
  return characters.length > QUOTE_MAX ? `${characters.slice(0, QUOTE_MAX).join('')}…` : text
}
