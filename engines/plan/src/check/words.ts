import type { Goal } from '@zhanggui/goals'

/** What a goal is called in a sentence. */
export const goalName = (goal: Goal): string => goal.name || goal.metric

/** @example yuan(123456) // '¥1,234.56' */
export const yuan = (fen: number): string => {
  const [whole = '0', part = '00'] = (Math.abs(fen) / 100).toFixed(2).split('.')
  return `${fen < 0 ? '-' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`
}

/** Basis points as a percentage. @example percent(1250) // '12.5%' */
export const percent = (bp: number): string => `${Number((bp / 100).toFixed(2))}%`
