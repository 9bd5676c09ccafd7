import type { Goal, Metrics } from '@zhanggui/goals'

/** What a goal is called: its name, or its metric, period and scope. @example '支付金额 2027-03 美妆' */
export function goalName(goal: Goal, metrics: Metrics, language: 'zh' | 'en'): string {
  if (goal.name) return goal.name
  const metric = metrics.get(goal.metric)
  const what = (language === 'zh' ? metric?.nameZh : metric?.nameEn) ?? goal.metric
  return [what, goal.period, ...Object.values(goal.scope)].join(' ')
}

/** A list of names that fits in a sentence: the first few, and how many more. */
export function goalNames(goals: readonly Goal[], metrics: Metrics, language: 'zh' | 'en'): string {
  const shown = goals.slice(0, 5).map((g) => goalName(g, metrics, language))
  const more = goals.length - shown.length
  if (more <= 0) return shown.join(language === 'zh' ? '、' : ', ')
  return language === 'zh' ? `${shown.join('、')} 等 ${goals.length} 项` : `${shown.join(', ')} and ${more} more`
}
