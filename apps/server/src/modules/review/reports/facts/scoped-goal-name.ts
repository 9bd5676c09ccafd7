import type { Goal, Metrics } from '@zhanggui/goals'
import { goalName } from '../../../goals/goals/goal-names.ts'
import { metricDictionary } from '../../../insight/metric-dictionary.ts'

/** A goal as a reader of its own period knows it: values of a dimension by their names, 新客 and not `new`, and the period left out. */
export function scopedGoalName(goal: Goal, metrics: Metrics, language: 'zh' | 'en'): string {
  const { dimensions } = metricDictionary()
  const named = Object.entries(goal.scope).map(([dimension, value]): [string, string] => {
    const found = dimensions.find(({ id }) => id === dimension)?.values?.find(({ id }) => id === value)
    return [dimension, found ? (language === 'zh' ? found.nameZh : found.nameEn) : value]
  })
  const name = goalName({ ...goal, scope: Object.fromEntries(named) }, metrics, language)
  return goal.name ? name : name.replace(` ${goal.period}`, '')
}
