import type { MetricInfo } from '@zhanggui/contract'

export type Group = MetricInfo['group']

type Wanted = { text: string; group: Group | null }

const wordsOf = (metric: MetricInfo): string =>
  `${metric.id} ${metric.nameZh} ${metric.nameEn} ${metric.definitionZh} ${metric.definitionEn}`.toLowerCase()

/** Metrics of a group in which every word occurs: in the names, the id or the definition, in either language. */
export function findMetrics(metrics: readonly MetricInfo[], { text, group }: Wanted): MetricInfo[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return metrics.filter((metric) => {
    if (group !== null && metric.group !== group) return false
    const haystack = wordsOf(metric)
    return words.every((word) => haystack.includes(word))
  })
}

/** The groups that occur, in the order in which the catalogue names them. */
export const groupsOf = (metrics: readonly MetricInfo[]): Group[] => [...new Set(metrics.map((metric) => metric.group))]
