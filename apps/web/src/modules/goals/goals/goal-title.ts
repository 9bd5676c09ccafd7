import type { Goal, GoalsView } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'

type Words = { language: 'zh' | 'en'; format: Format; unknown: string }

/** What a goal is called in a sentence: its name or metric, its values, its period. */
export function goalTitle(
  goal: Goal,
  view: Pick<GoalsView, 'metrics' | 'labels'>,
  { language, format, unknown }: Words,
): string {
  const metric = view.metrics.find((m) => m.id === goal.metric)
  const name = (language === 'zh' ? metric?.nameZh : metric?.nameEn) ?? goal.metric
  const values = Object.entries(goal.scope).map(
    ([d, value]) => view.labels[d]?.[value] ?? (value === '' ? unknown : value),
  )
  const what = goal.name === '' ? [name, ...values].join(' · ') : goal.name
  return `${what} ${format.period(goal.period)}`
}
