import type { ContingencyPlanBody } from '@zhanggui/contract'
import { findPlanMetric, type PlanMetric } from '@zhanggui/drills'
import { describeCondition, type MetricCondition } from '@zhanggui/playbooks'
import { sentencesOf, writeFigure } from '../../live/alerts/rules/rule-words.ts'

type Words = { zh: string; en: string }

const NO_TRIGGER: Words = { zh: '没有触发条件', en: 'No trigger' }

function ownSentences(condition: MetricCondition, metric: PlanMetric): Words {
  const unit = metric.unit === 'ratio' ? 'ratio' : 'count'
  const words = (name: string, language: 'zh' | 'en') => ({
    name,
    write: (value: number) => writeFigure(value, unit, language),
  })
  return {
    zh: describeCondition(condition, words(metric.nameZh, 'zh'), 'zh'),
    en: describeCondition(condition, words(metric.nameEn, 'en'), 'en'),
  }
}

/** What sets a plan off, as one sentence in both languages; its own metrics and those of the shop alike. */
export function triggerWords({ trigger }: Pick<ContingencyPlanBody, 'trigger'>): Words {
  if (trigger === null) return NO_TRIGGER
  const own = findPlanMetric(trigger.metric)
  return own ? ownSentences(trigger, own) : sentencesOf(trigger)
}
