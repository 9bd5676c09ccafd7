import type { Block, Language, ReportChapter, ReportDocument } from '../document.ts'
import { paragraphOf } from '../sections/write.ts'
import type { Answer, Ask } from './ask.ts'
import type { FactId, ReportFacts } from './facts.ts'
import type { Chapter, ReportKind, Section } from './report-kind.ts'
import type { ReportPeriod } from './report-period.ts'
import { say, type Telling } from './telling.ts'

/** Where a question stands in a report: chapter, section, its own name. */
const askKey = (chapter: Chapter, section: number, name: string): string => `${chapter.id}/${section}/${name}`

const eachSection = (kind: ReportKind): { chapter: Chapter; section: Section; at: number }[] =>
  kind.chapters.flatMap((chapter) => chapter.sections.map((section, at) => ({ chapter, section, at })))

/** Every question of a report, by the key under which its answer is handed back. */
export function reportAsks(kind: ReportKind, period: ReportPeriod): Map<string, Ask> {
  return new Map(
    eachSection(kind).flatMap(({ chapter, section, at }) =>
      Object.entries(section.asks?.(period) ?? {}).map(([name, ask]): [string, Ask] => [
        askKey(chapter, at, name),
        ask,
      ]),
    ),
  )
}

/** Which records a report needs besides. */
export const reportNeeds = (kind: ReportKind): FactId[] => [
  ...new Set(eachSection(kind).flatMap(({ section }) => section.needs ?? [])),
]

/** What the engine is handed: names, answers by key, records. `at` is the day the data ends, half-open. */
export type ReportInput = Pick<Telling, 'currency' | 'metrics' | 'dimensions'> & {
  language: Language
  period: ReportPeriod
  storeName: string
  answers: ReadonlyMap<string, Answer | null>
  facts: ReportFacts
  dataUntil: string | null
}

/** A section sees its own answers by its own names. */
function sectionAnswers(input: ReportInput, chapter: Chapter, at: number): Telling['answers'] {
  const prefix = askKey(chapter, at, '')
  const own = [...input.answers].filter(([key]) => key.startsWith(prefix))
  return new Map(own.map(([key, answer]) => [key.slice(prefix.length), answer]))
}

function chapterOf(input: ReportInput, chapter: Chapter): ReportChapter {
  const blocks = chapter.sections.flatMap((section, at): Block[] =>
    section.write({ ...input, answers: sectionAnswers(input, chapter, at) }),
  )
  const nothing = paragraphOf({ pieces: [say(input, chapter.empty.zh, chapter.empty.en)] })
  return {
    id: chapter.id,
    title: say(input, chapter.name.zh, chapter.name.en),
    blocks: blocks.length > 0 ? blocks : nothing,
  }
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function coverFacts(input: ReportInput): ReportDocument['facts'] {
  const { period, dataUntil } = input
  return [
    { label: say(input, '时间', 'Days'), value: `${period.from} – ${dayBefore(period.to)}` },
    ...(dataUntil ? [{ label: say(input, '数据截至', 'Data until'), value: dayBefore(dataUntil) }] : []),
  ]
}

/** `2026 年度工作总结`, not `2026 年年度工作总结`; `… 周数据会`, not `… 一周周数据会`. */
function titleOf(input: ReportInput, name: string): string {
  const { nameZh, nameEn } = input.period
  const span = name.startsWith('年')
    ? nameZh.replace(/年$/, '')
    : name.startsWith('周')
      ? nameZh.replace(/一周$/, '')
      : nameZh
  return say(input, `${span}${name}`, `${name}, ${nameEn}`)
}

/**
 * A report as a document. Shape: the chapters of its declaration in their order, none empty: one without data says what is lacking.
 * The same input gives the same document.
 */
export function buildReport(kind: ReportKind, input: ReportInput): ReportDocument {
  const name = say(input, kind.name.zh, kind.name.en)
  return {
    title: titleOf(input, name),
    subtitle: input.storeName,
    language: input.language,
    currency: input.currency,
    draft: false,
    facts: coverFacts(input),
    chapters: kind.chapters.map((chapter) => chapterOf(input, chapter)),
  }
}
