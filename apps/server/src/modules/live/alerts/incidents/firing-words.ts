import type { Unit } from '@zhanggui/contract'
import { writeFigure } from '../rules/rule-words.ts'
import type { FiringRow, Words } from '../schema.ts'

const AGAINST: Record<string, Words> = {
  previous: { zh: '前一时段', en: 'the stretch before' },
  sameTimeYesterday: { zh: '昨天同一时刻', en: 'the same time yesterday' },
  sameTimeLastWeek: { zh: '上周同一时刻', en: 'the same time last week' },
  sameCampaignMinute: { zh: '上届活动同一分钟', en: "last campaign's same minute" },
}

/** What a firing saw, in one line: the figure and what it was held against. */
export function firingWords({ value, baseline, evidence, condition }: FiringRow, unit: Unit): Words {
  const write = (figure: number | null, language: 'zh' | 'en'): string =>
    figure === null ? '–' : writeFigure(figure, unit, language)
  const [zhNow, enNow] = [write(value, 'zh'), write(value, 'en')]
  if (evidence.reason === 'noData') return { zh: '没有数据', en: 'no data' }
  if (evidence.band) {
    const band = (language: 'zh' | 'en') =>
      [evidence.band?.low ?? null, evidence.band?.high ?? null].map((one) => write(one, language))
    return { zh: `${zhNow}，正常范围 ${band('zh').join(' ~ ')}`, en: `${enNow}; usually ${band('en').join(' to ')}` }
  }
  const against = evidence.against === undefined ? undefined : AGAINST[evidence.against]
  if (against)
    return {
      zh: `${zhNow}，${against.zh} ${write(baseline, 'zh')}`,
      en: `${enNow}; ${against.en} ${write(baseline, 'en')}`,
    }
  if (condition.test.kind === 'absence')
    return { zh: `${zhNow}，平时 ${write(baseline, 'zh')}`, en: `${enNow}; usually ${write(baseline, 'en')}` }
  if (condition.test.kind === 'trend')
    return { zh: `${zhNow}，起点 ${write(baseline, 'zh')}`, en: `${enNow}; began at ${write(baseline, 'en')}` }
  return { zh: `${zhNow}，界限 ${write(baseline, 'zh')}`, en: `${enNow}; limit ${write(baseline, 'en')}` }
}
