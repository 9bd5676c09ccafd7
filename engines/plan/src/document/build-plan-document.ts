import type { Block, Language, ReportChapter, ReportDocument } from '@zhanggui/report'
import type { Chapter, Plan } from '../plan.ts'
import type { DocumentFacts } from './document-facts.ts'
import { executionChapter } from './execution-chapter.ts'
import { goalsChapter } from './goals-chapter.ts'
import { marketChapter } from './market-chapter.ts'
import { monitoringChapter } from './monitoring-chapter.ts'
import { resourcesChapter } from './resources-chapter.ts'
import { strategyChapter } from './strategy-chapter.ts'
import { dayRange, paragraph, plain, type Words, type Writing, wordsOf } from './write.ts'

/** The six chapters in their order (P14.16), with their names. */
const PARTS: readonly { id: Chapter; zh: string; en: string; write: (writing: Writing) => Block[] }[] = [
  { id: 'market', zh: '市场与现状', en: 'Market and standing', write: marketChapter },
  { id: 'goals', zh: '目标', en: 'Goals', write: goalsChapter },
  { id: 'strategy', zh: '策略', en: 'Strategy', write: strategyChapter },
  { id: 'execution', zh: '执行', en: 'Execution', write: executionChapter },
  { id: 'resources', zh: '资源', en: 'Resources', write: resourcesChapter },
  { id: 'monitoring', zh: '监控', en: 'Monitoring', write: monitoringChapter },
]

/** A chapter that a plan has nothing for says so in plain words, also in a final document: silence would look like a fault. */
function chapterOf({ id, zh, en, write }: (typeof PARTS)[number], writing: Writing): ReportChapter {
  const t = wordsOf(writing)
  const blocks = write(writing)
  const nothing = paragraph(plain(t('本计划在这一章没有安排。', 'The plan arranges nothing in this chapter.')))
  return { id, title: t(zh, en), blocks: blocks.length > 0 ? blocks : [nothing] }
}

function factsOf(facts: DocumentFacts, t: Words): ReportDocument['facts'] {
  const { version, lastYear } = facts
  const versionText = version
    ? t(
        `第 ${version.number} 版${version.approved ? '（已审批）' : ''}`,
        `${version.number}${version.approved ? ' (approved)' : ''}`,
      )
    : t('草稿', 'draft')
  return [
    { label: t('版本', 'Version'), value: versionText },
    ...(version ? [{ label: t('定稿', 'Made'), value: `${version.by} ${version.day}` }] : []),
    ...(lastYear ? [{ label: t('数据', 'Data'), value: dayRange(lastYear.from, lastYear.to) }] : []),
  ]
}

/**
 * The plan of a year as a document in six chapters: every figure from the plan or from the shop's data, each with its
 * source. A draft says what is missing; an approved version has nothing missing. Same plan, facts and language: same document.
 */
export function buildPlanDocument(plan: Plan, facts: DocumentFacts, language: Language): ReportDocument {
  const final = facts.version?.approved === true
  const writing: Writing = { plan, facts, language, final }
  const t = wordsOf(writing)
  return {
    title: plan.name,
    subtitle: t(`${facts.storeName} · ${plan.year} 年`, `${facts.storeName} · ${plan.year}`),
    language,
    currency: plan.currency,
    draft: !final,
    facts: factsOf(facts, t),
    chapters: PARTS.map((part) => chapterOf(part, writing)),
  }
}
