import type { MetricInfo } from '@zhanggui/contract'
import type { NavSection } from '../app/pages.ts'
import type { Language, Text } from '../locale/strings.ts'

export type SearchEntry = {
  id: string
  kind: 'page' | 'metric'
  title: string
  note: string
  to: string
  words: string
}

type Sources = {
  sections: NavSection[]
  metrics: readonly MetricInfo[]
  sectionNames: Record<string, string>
  language: Language
}

const both = ({ zh, en }: Text): string => `${zh} ${en}`

/** Everything the search can open. `to` is relative to the shop; a metric opens in the explorer. */
export function searchEntries({ sections, metrics, sectionNames, language }: Sources): SearchEntry[] {
  const pages = sections.flatMap(({ section, entries }) =>
    entries.map(
      (entry): SearchEntry => ({
        id: `page:${entry.to}`,
        kind: 'page',
        title: entry.title[language],
        note: sectionNames[section] ?? '',
        to: entry.to,
        words: both(entry.title).toLowerCase(),
      }),
    ),
  )
  const found = metrics.map(
    (metric): SearchEntry => ({
      id: `metric:${metric.id}`,
      kind: 'metric',
      title: language === 'zh' ? metric.nameZh : metric.nameEn,
      note: metric.id,
      to: `insight/explore?metrics=${metric.id}`,
      words: `${metric.nameZh} ${metric.nameEn} ${metric.id}`.toLowerCase(),
    }),
  )
  return [...pages, ...found]
}

/** Every word must occur. Those whose title begins with the query come first; otherwise the given order stays. */
export function findEntries(entries: readonly SearchEntry[], query: string, limit = 30): SearchEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const hits = entries.filter((entry) => words.every((word) => entry.words.includes(word)))
  const begins = (entry: SearchEntry) => entry.title.toLowerCase().startsWith(words[0] ?? '')
  return [...hits.filter(begins), ...hits.filter((entry) => !begins(entry))].slice(0, limit)
}
