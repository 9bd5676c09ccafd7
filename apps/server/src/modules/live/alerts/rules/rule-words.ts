import type { MetricCondition, Unit } from '@zhanggui/contract'
import { describeCondition } from '@zhanggui/playbooks'
import { findWatched } from '../series/watched-metric.ts'

const trimmed = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

/** A figure as a sentence writes it: yuan, percent, seconds. */
export function writeFigure(value: number, unit: Unit, language: 'zh' | 'en'): string {
  switch (unit) {
    case 'money':
      return `¥${trimmed(value / 100, 2)}`
    case 'ratio':
      return `${trimmed(value * 100, 2)}%`
    case 'seconds':
      return language === 'zh' ? `${trimmed(value, 1)} 秒` : `${trimmed(value, 1)} s`
    case 'days':
      return language === 'zh' ? `${trimmed(value, 1)} 天` : `${trimmed(value, 1)} days`
    case 'count':
    case 'multiple':
    case 'score':
      return trimmed(value, 3)
  }
}

/** A condition as one plain sentence in both languages. */
export function sentencesOf(condition: MetricCondition): { zh: string; en: string } {
  const watched = findWatched(condition.metric)
  const unit = watched?.unit ?? 'count'
  const words = (name: string, language: 'zh' | 'en') => ({
    name,
    write: (value: number) => writeFigure(value, unit, language),
    isState: watched?.grain === 'state',
  })
  return {
    zh: describeCondition(condition, words(watched?.nameZh ?? condition.metric, 'zh'), 'zh'),
    en: describeCondition(condition, words(watched?.nameEn ?? condition.metric, 'en'), 'en'),
  }
}
